/* test_number.c - numbers: class, value, extent. */
#include "headline/number.h"

#include "headline/fold.h"
#include "headline/slot/numeral.h"

#include "../../suite.h"

#include <uchar.h>

#define ROOM 128

static uint32_t unit[ROOM], from[ROOM], to[ROOM];
static uint32_t n_units; /* of the text that was scanned last */

/* Scans the number at the front of a cleaned text; digits behind its end are
 * none of it. */
static uint32_t scan(const char *source, scls_slot *slot)
{
	scls_units u = { .unit = unit, .from = from, .to = to,
	                     .room = ROOM };

	scls_fold(scls_span_of(source), &u);
	scls_clean(&u);
	for (uint32_t i = 0; i < 8; i++)
		unit[u.n + i] = '7';
	n_units = u.n;
	return scls_number_scan(unit, u.n, 0, slot);
}

typedef struct expect {
	const char *source;
	uint32_t size;   /* units */
	unsigned cls;
	int64_t milli;
} expect;

static void check_all(const expect *e, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		scls_slot slot;
		uint32_t size = scan(e[i].source, &slot);

		ck_assert_msg(size == e[i].size, "%s: %u units, not %u",
		              e[i].source, size, e[i].size);
		if (size == 0)
			continue;
		ck_assert_msg(slot.cls == e[i].cls, "%s: class %s",
		              e[i].source, scls_class_name(slot.cls));
		ck_assert_msg(slot.milli == e[i].milli, "%s: value %lld",
		              e[i].source, (long long)slot.milli);
	}
}

#define CHECK_ALL(e) check_all(e, sizeof(e) / sizeof((e)[0]))

START_TEST(percentages)
{
	static const expect e[] = {
		{ "308.7%背后", 6, SCLS_CLASS_PCT, 308700 },
		{ "9％", 2, SCLS_CLASS_PCT, 9000 },
		{ "百分之九十八", 6, SCLS_CLASS_PCT, 98000 },
		{ "百分之三百零八点七", 9, SCLS_CLASS_PCT, 308700 },
		{ "三百零八点七%", 7, SCLS_CLASS_PCT, 308700 },
		{ "一〇五%", 4, SCLS_CLASS_PCT, 105000 },
		{ "一零零%", 4, SCLS_CLASS_PCT, 100000 },
		{ "〇八%", 3, SCLS_CLASS_PCT, 8000 },
		{ "一万零五百零七%", 8, SCLS_CLASS_PCT, 10507000 },
		{ "百分之86.4", 7, SCLS_CLASS_PCT, 86400 },
		{ "12 percent up", 10, SCLS_CLASS_PCT, 12000 },
		{ "3个百分点", 5, SCLS_CLASS_PCT, 3000 },
		{ "八成", 2, SCLS_CLASS_PCT, 8000 },
		{ "十成", 0, 0, 0 },
		{ "千分之3", 4, SCLS_CLASS_PCT, 3000 },
		{ "百分比3", 0, 0, 0 },
	};

	CHECK_ALL(e);
}
END_TEST

START_TEST(money_and_scale)
{
	static const expect e[] = {
		{ "9867.2亿级新", 8, SCLS_CLASS_MON, 986720000000000 },
		{ "800亿大关", 4, SCLS_CLASS_MON, 80000000000000 },
		{ "5.3万元", 5, SCLS_CLASS_MON, 53000000 },
		{ "$1.5 billion", 12, SCLS_CLASS_MON, 1500000000000 },
		{ "¥99", 3, SCLS_CLASS_MON, 99000 },
		{ "£99", 3, SCLS_CLASS_MON, 99000 },
		{ "€99", 3, SCLS_CLASS_MON, 99000 },
		{ "₩99", 3, SCLS_CLASS_MON, 99000 },
		{ "2万亿元", 4, SCLS_CLASS_MON, 2000000000000000 },
		{ "三千亿", 3, SCLS_CLASS_MON, 300000000000000 },
	};

	CHECK_ALL(e);
}
END_TEST

/* The words are found by a search: each of them, by itself. */
START_TEST(every_word)
{
	static const char32_t *const words[] = {
#define W(first, text, kind, factor) U##text,
#include "headline/slot/number_units.def"
#undef W
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		enum scls_unit_kind kind;
		int64_t factor;
		uint32_t n = 0;

		for (; words[i][n] != 0; n++)
			unit[n] = (uint32_t)words[i][n];
		HOLDS(scls_unit_find(unit, n, 0, &kind, &factor) == n, i);
	}
}
END_TEST

START_TEST(counts)
{
	static const expect e[] = {
		{ "50443人规模", 6, SCLS_CLASS_CNT, 50443000 },
		{ "15万参与者", 3, SCLS_CLASS_CNT, 150000000 },
		{ "三年时间", 2, SCLS_CLASS_CNT, 3000 },
		{ "十大品牌", 2, SCLS_CLASS_CNT, 10000 },
		{ "1,234,567 people", 16, SCLS_CLASS_CNT, 1234567000 },
		{ "18款软件", 3, SCLS_CLASS_CNT, 18000 },
		{ "3倍", 2, SCLS_CLASS_MUL, 3000 },
		{ "1,234", 5, SCLS_CLASS_NUM, 1234000 },
		{ "123,456", 7, SCLS_CLASS_NUM, 123456000 },
		{ "1,2345", 1, SCLS_CLASS_NUM, 1000 },
		{ "1,23", 1, SCLS_CLASS_NUM, 1000 },
		{ "1234,567", 4, SCLS_CLASS_NUM, 1234000 },
		{ "1.5,678", 3, SCLS_CLASS_NUM, 1500 },
		{ "12 people", 9, SCLS_CLASS_CNT, 12000 },
		{ "12 peoples", 2, SCLS_CLASS_NUM, 12000 },
		{ "12 peopl", 2, SCLS_CLASS_NUM, 12000 },
		{ "12pq", 2, SCLS_CLASS_NUM, 12000 },
	};

	CHECK_ALL(e);
}
END_TEST

START_TEST(years_and_dates)
{
	static const expect e[] = {
		{ "2025年底", 5, SCLS_CLASS_YEAR, 2025000 },
		{ "2025", 4, SCLS_CLASS_YEAR, 2025000 },
		{ "2025.5", 6, SCLS_CLASS_NUM, 2025500 },
		{ "9月", 2, SCLS_CLASS_DATE, 9000 },
		{ "12月25日", 6, SCLS_CLASS_DATE, 12000 },
		{ "13月", 3, SCLS_CLASS_CNT, 13000 },
		{ "1月", 2, SCLS_CLASS_DATE, 1000 },
		{ "0月", 2, SCLS_CLASS_CNT, 0 },
		{ "5月3号", 4, SCLS_CLASS_DATE, 5000 },
		{ "5월3일", 4, SCLS_CLASS_DATE, 5000 },
		{ "5月3人", 2, SCLS_CLASS_DATE, 5000 },
		{ "5月3", 2, SCLS_CLASS_DATE, 5000 },
		{ "1.5月", 4, SCLS_CLASS_CNT, 1500 },
		{ "2025년", 5, SCLS_CLASS_YEAR, 2025000 },
		{ "2025人才", 4, SCLS_CLASS_YEAR, 2025000 },
		{ "2025度报告", 5, SCLS_CLASS_YEAR, 2025000 },
		{ "2025度假", 4, SCLS_CLASS_YEAR, 2025000 },
		{ "2025度", 4, SCLS_CLASS_YEAR, 2025000 },
		{ "1900", 4, SCLS_CLASS_YEAR, 1900000 },
		{ "2099", 4, SCLS_CLASS_YEAR, 2099000 },
		{ "1899", 4, SCLS_CLASS_NUM, 1899000 },
		{ "2100", 4, SCLS_CLASS_NUM, 2100000 },
		{ "02025", 5, SCLS_CLASS_NUM, 2025000 },
		{ "1888年", 5, SCLS_CLASS_CNT, 1888000 },
	};

	CHECK_ALL(e);
}
END_TEST

START_TEST(versions_and_ordinals)
{
	static const expect e[] = {
		{ "v48.54778.71984app", 15, SCLS_CLASS_VER, 48547 },
		{ "5.766.738", 9, SCLS_CLASS_VER, 5766 },
		{ "v3", 2, SCLS_CLASS_VER, 3000 },
		{ "v.3", 3, SCLS_CLASS_VER, 3000 },
		{ "3.5", 3, SCLS_CLASS_NUM, 3500 },
		{ "v1,234", 0, 0, 0 },
		{ "第三届", 3, SCLS_CLASS_ORD, 3000 },
		{ "第100章", 5, SCLS_CLASS_ORD, 100000 },
	};

	CHECK_ALL(e);
}
END_TEST

START_TEST(no_numbers)
{
	static const expect e[] = {
		{ "一起看", 0, 0, 0 },   { "三星手机", 0, 0, 0 },
		{ "万科", 0, 0, 0 },     { "第一", 2, SCLS_CLASS_ORD, 1000 },
		{ "abc", 0, 0, 0 },      { "百分之", 0, 0, 0 },
		{ "$", 0, 0, 0 },        { "v", 0, 0, 0 },
	};

	CHECK_ALL(e);
}
END_TEST

START_TEST(bare_decimal)
{
	scls_slot slot;

	ck_assert_uint_eq(scan("496.1产业化", &slot), 5);
	ck_assert_uint_eq(slot.cls, SCLS_CLASS_NUM);
	ck_assert_uint_eq(slot.flags, SCLS_SLOT_DECIMAL);
	ck_assert_uint_eq(scan("496.1亿", &slot), 6);
	ck_assert_uint_eq(slot.flags, SCLS_SLOT_DECIMAL | SCLS_SLOT_UNIT);
}
END_TEST

/* What a slot says beside its class and value. */
START_TEST(flags)
{
	static const struct {
		const char *source;
		uint8_t flags;
	} e[] = {
		{ "7", 0 }, { "7.5", SCLS_SLOT_DECIMAL },
		{ "7人", SCLS_SLOT_UNIT }, { "7万", SCLS_SLOT_UNIT },
		{ "$7", SCLS_SLOT_UNIT },
		{ "$7.5", SCLS_SLOT_UNIT | SCLS_SLOT_DECIMAL },
		{ "百分之七", SCLS_SLOT_UNIT },
		{ "百分之七点五", SCLS_SLOT_UNIT | SCLS_SLOT_DECIMAL },
		{ "三百零八", 0 }, { "三百零八点七", SCLS_SLOT_DECIMAL },
		{ "三人", SCLS_SLOT_UNIT }, { "第三", 0 }, { "v1.2", 0 },
		{ "1.2.3", 0 }, { "2025", 0 }, { "5月", 0 },
	};

	for (size_t i = 0; i < sizeof(e) / sizeof(e[0]); i++) {
		scls_slot slot;

		ck_assert_uint_gt(scan(e[i].source, &slot), 0);
		ck_assert_msg(slot.flags == e[i].flags, "%s: flags %d",
		              e[i].source, slot.flags);
		ck_assert_uint_eq(slot.begin, 0);
		ck_assert_uint_eq(slot.at, 0);
	}
}
END_TEST

START_TEST(huge_values_saturate)
{
	scls_slot slot;

	ck_assert_uint_eq(scan("99999999999999999999999999万亿", &slot), 28);
	ck_assert_int_gt(slot.milli, 0);
	ck_assert_uint_gt(scan("九亿亿亿亿亿亿亿亿亿亿", &slot), 0);
	ck_assert_int_gt(slot.milli, 0);
}
END_TEST

START_TEST(never_past_the_end)
{
	static const char *const cut[] = {
		"百", "百分", "百分之", "第", "v", "v.", "$", "1.", "1,", "1,2",
		"12月", "12月2", "2025", "三点", "三百零八点", "5 p", "1.2."
	};

	for (size_t i = 0; i < sizeof(cut) / sizeof(cut[0]); i++) {
		scls_slot slot;
		uint32_t size = scan(cut[i], &slot);

		HOLDS(size <= n_units, i);
	}
}
END_TEST

/* They are searched by their first letters. */
START_TEST(units_in_order)
{
	static const struct {
		char32_t first;
		const char32_t *text;
	} words[] = {
#define W(letter, text, kind, factor) { letter, U##text },
#include "headline/slot/number_units.def"
#undef W
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		ck_assert_uint_eq(words[i].first, words[i].text[0]);
		ck_assert_uint_le(words[i > 0 ? i - 1 : 0].first,
		                  words[i].first);
	}
}
END_TEST

SUITE("number", {
	CASE(percentages);
	CASE(money_and_scale);
	CASE(every_word);
	CASE(counts);
	CASE(years_and_dates);
	CASE(versions_and_ordinals);
	CASE(no_numbers);
	CASE(bare_decimal);
	CASE(flags);
	CASE(huge_values_saturate);
	CASE(never_past_the_end);
	CASE(units_in_order);
})
