/* test_headline.c - slots and skeleton of whole headlines. */
#include "headline/headline.h"

#include "base/filter.h"

#include "../../suite.h"
#include "lexicon_fixture.h"

static scls_lexicon *lexicon;
static scls_analyzer *analyzer;
static scls_arena arena;
static spamcls_allocator allocator;

static void set_up(uint32_t room)
{
	allocator = scls_alloc_default();
	scls_arena_init(&arena, &allocator);
	lexicon = fixture_lexicon();
	ck_assert_int_eq(scls_analyzer_new(&analyzer, lexicon, room,
	                                   &allocator), SPAMCLS_OK);
}

static void tear_down(void)
{
	scls_analyzer_free(analyzer);
	scls_lexicon_free(lexicon);
	scls_arena_free(&arena);
}

static const char *skeleton(const char *source)
{
	scls_headline h;
	uint32_t size;

	scls_analyze(analyzer, scls_span_of(source), &h);
	return scls_skeleton_text(&h, &arena, &size);
}

static void check(const char *source, const char *expected)
{
	ck_assert_str_eq(skeleton(source), expected);
}

START_TEST(template)
{
	set_up(256);
	check("星河汽车固态电池续航飙升86.4%背后",
	      "{ORG}{TECH}{METRIC}{RISE}{PCT}{REVEAL}");
	check("2025年青州市量子产值", "{YEAR}{PLACE}{TECH}产值");
	tear_down();
}
END_TEST

START_TEST(longest_term_wins)
{
	set_up(256);
	check("固态电池和电池", "{TECH}和{TECH}");
	check("青州市与青州", "{PLACE}与{PLACE}");
	tear_down();
}
END_TEST

START_TEST(term_or_number)
{
	set_up(256);
	check("5G手机5G", "{TECH}手机{TECH}");
	check("5吨", "{CNT}");
	tear_down();
}
END_TEST

START_TEST(inside_a_word_nothing_begins)
{
	set_up(256);
	/* But a number behind a v. */
	check("tv5倍", "tv{MUL}");
	check("tw5倍", "tw5倍");
	check("t5倍", "t5倍");
	check("chairs air ai", "chairs air {TECH}");
	check("iphone15", "iphone15");
	tear_down();
}
END_TEST

START_TEST(holes)
{
	set_up(256);
	check("成本降低量子%", "{METRIC}降低{TECH}{HOLE}");
	check("{city}买房指南", "{HOLE}买房指南");
	check("{{title}} review", "{HOLE} review");
	check("${name}攻略", "{HOLE}攻略");
	check("%s怎么样", "{HOLE}怎么样");
	check("%keyword%价格", "{HOLE}价格");
	check("$title$", "{HOLE}");
	check("【关键词】哪家好", "{HOLE}哪家好");
	check("[city name] plumbers", "{HOLE} plumbers");
	check("《》全文", "{HOLE}全文");
	check("undefined的故事", "{HOLE}的故事");
	check("某XXX公司", "某{HOLE}公司");
	tear_down();
}
END_TEST

START_TEST(no_holes)
{
	set_up(256);
	check("$ab了", "$ab了");
	check("$abc了", "{HOLE}了");
	check("%f了", "%f了");
	check("%d了", "{HOLE}了");
	check("%了", "%了");
	check("[city了", "[city了");
	check("某X公司", "某x公司");
	check("某XX公司", "某{HOLE}公司");
	check("某XXa公司", "某xxa公司");
	check("nulls了", "nulls了");
	check("null了", "{HOLE}了");
	check("{木了", "{木了");
	check("《 》了", "{HOLE}了");
	check("100%", "{PCT}");
	check("【快讯】开盘", "【快讯】开盘");
	check("《书名》", "《书名》");
	check("nullify it", "nullify it");
	check("max xbox", "max xbox");
	check("a { b", "a { b");
	tear_down();
}
END_TEST

START_TEST(slots_lie_in_order)
{
	scls_headline h;
	uint32_t at = 0;

	set_up(256);
	scls_analyze(analyzer, scls_span_of("蓝鲸AI 提升12%,成本3亿元{x}%"),
	             &h);
	ck_assert_uint_ge(h.n_slots, 5);
	for (uint32_t i = 0; i < h.n_slots; i++) {
		ck_assert_uint_le(at, h.slots[i].begin);
		ck_assert_uint_lt(h.slots[i].begin, h.slots[i].end);
		ck_assert_uint_eq(h.skeleton[h.slots[i].at],
		                  SCLS_SYMBOL + h.slots[i].cls);
		ck_assert_uint_eq(h.skeleton_unit[h.slots[i].at],
		                  h.slots[i].begin);
		at = h.slots[i].end;
	}
	ck_assert_uint_le(at, h.n_units);
	tear_down();
}
END_TEST

START_TEST(one_template_one_skeleton)
{
	char first[512];

	set_up(256);
	strcpy(first, skeleton("星河汽车固态电池续航飙升86.4%背后的账"));
	check("蓝鲸量子成本提升9%背后的账", first);
	check("蓝*鲸*量*子*成*本*提*升9％背後的賬", first);
	check("蓝鲸量子成本提升百分之九背后的账", first);
	tear_down();
}
END_TEST

static int has_decimal(const scls_headline *h)
{
	for (uint32_t i = 0; i < h->n_slots; i++)
		if (h->slots[i].flags & SCLS_SLOT_DECIMAL)
			return 1;
	return 0;
}

static void expect_decimals(const char *text, int there)
{
	scls_headline h;

	scls_analyze_units(analyzer, scls_span_of(text), &h);
	ck_assert_uint_eq(h.n_slots, 0);
	ck_assert_int_eq(scls_may_have_decimals(&h), there);
	scls_analyze_slots(analyzer, &h);
	ck_assert_int_eq(has_decimal(&h), there);
}

/* In figures of any script, with and without a unit. */
START_TEST(decimals)
{
	set_up(256);
	expect_decimals("", 0);
	expect_decimals("蓝鲸12.5", 1);
	expect_decimals("蓝鲸１２．５％", 1);
	expect_decimals("约$3.25亿", 1);
	expect_decimals("百分之12.5的人", 1);
	expect_decimals("三点五亿元", 1);
	expect_decimals("百分之三点五", 1);
	expect_decimals("3o8.7%", 1);
	expect_decimals("v. 12, 5.", 0);
	expect_decimals("OpenLab. 5G 量子", 0);
	expect_decimals("12,345元 ... 3", 0);
	tear_down();
}
END_TEST

/* Slots that are asked for late are the same. */
START_TEST(slots_may_be_asked_for)
{
	scls_headline h, whole;
	scls_slot slots[8];

	set_up(256);
	scls_analyze(analyzer, scls_span_of("蓝鲸AI 提升12%,成本3亿元"), &whole);
	ck_assert_uint_ge(whole.n_slots, 5);
	ck_assert_uint_le(whole.n_slots, 8);
	memcpy(slots, whole.slots, whole.n_slots * sizeof(*slots));
	scls_analyze_units(analyzer, scls_span_of("蓝鲸AI 提升12%,成本3亿元"),
	                   &h);
	ck_assert_uint_eq(h.n_units, whole.n_units);
	ck_assert_uint_eq(h.n_skeleton, 0);
	scls_analyze_slots(analyzer, &h);
	ck_assert_uint_eq(h.n_slots, whole.n_slots);
	for (uint32_t i = 0; i < h.n_slots; i++) {
		ck_assert_uint_eq(h.slots[i].begin, slots[i].begin);
		ck_assert_uint_eq(h.slots[i].end, slots[i].end);
		ck_assert_uint_eq(h.slots[i].cls, slots[i].cls);
	}
	tear_down();
}
END_TEST

/* What is taken apart behind a headline that is kept leaves it as it is. */
START_TEST(kept_headlines_last)
{
	static const char *const lines[] = {
		"蓝鲸AI 提升12%,成本3亿元{x}%,星河汽车固态电池续航飙升",
		"new OpenLab 5G, 2025年青州市",
		"", "星河汽车固态电池续航飙升86.4%背后的账",
	};
	scls_headline kept[4], h;

	set_up(256);
	for (int i = 0; i < 4; i++) {
		scls_analyze(analyzer, scls_span_of(lines[i]), &kept[i]);
		ck_assert(scls_analyzer_keep(analyzer, &kept[i]));
	}
	scls_analyze(analyzer, scls_span_of("蓝鲸蓝鲸 AI AI 量子量子"), &h);
	scls_analyzer_forget(analyzer);
	for (int i = 3; i >= 0; i--) {
		scls_analyze(analyzer, scls_span_of(lines[i]), &h);
		ck_assert_uint_eq(h.n_units, kept[i].n_units);
		ck_assert_mem_eq(h.units, kept[i].units,
		                 h.n_units * sizeof(*h.units));
		ck_assert_uint_eq(h.latin[0], kept[i].latin[0]);
		ck_assert_uint_eq(h.n_slots, kept[i].n_slots);
		ck_assert_mem_eq(h.slots, kept[i].slots,
		                 h.n_slots * sizeof(*h.slots));
		if (i == 0)
			ck_assert_ptr_eq(h.units, kept[0].units);
		else
			ck_assert_ptr_ne(h.units, kept[i].units);
	}
	tear_down();
}
END_TEST

/* The last of them take nothing from the first. */
START_TEST(kept_headlines_leave_each_other_alone)
{
	static const char *const fillers[] = { "", "x", "é" };

	set_up(256);
	for (int i = 0; i < 3; i++) {
		scls_headline first, h;
		scls_slot slots[3];

		scls_analyze(analyzer, scls_span_of("AI蓝鲸12人"), &first);
		ck_assert_uint_eq(first.n_slots, 3);
		memcpy(slots, first.slots, sizeof(slots));
		ck_assert(scls_analyzer_keep(analyzer, &first));
		do
			scls_analyze(analyzer, scls_span_of(fillers[i]), &h);
		while (scls_analyzer_keep(analyzer, &h));
		ck_assert_mem_eq(first.slots, slots, sizeof(slots));
		ck_assert_uint_eq(first.latin[0], 3);
		ck_assert_uint_eq(first.units[2], U'蓝');
		scls_analyzer_forget(analyzer);
	}
	tear_down();
}
END_TEST

/* Short ones and long ones fill the room; the next is taken apart as well. */
START_TEST(kept_headlines_have_their_room)
{
	static const char *const lines[] = {
		"", "x", "蓝鲸12", "2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18",
	};
	scls_headline h;

	set_up(256);
	for (int i = 0; i < 4; i++) {
		uint32_t n = 0;

		do
			scls_analyze(analyzer, scls_span_of(lines[i]), &h);
		while (scls_analyzer_keep(analyzer, &h) && ++n);
		ck_assert_uint_eq(n, SCLS_KEPT_UNITS
		                     / (h.n_units + SCLS_FILTER_BEHIND));
		scls_analyze(analyzer, scls_span_of(lines[3]), &h);
		ck_assert_uint_eq(h.n_units, strlen(lines[3]));
		ck_assert_uint_eq(h.n_slots, 17);
		scls_analyzer_forget(analyzer);
	}
	tear_down();
}
END_TEST

START_TEST(han_or_not)
{
	scls_headline h;

	set_up(256);
	scls_analyze(analyzer, scls_span_of("OpenLab's new 5G: été"), &h);
	ck_assert(!h.has_han);
	scls_analyze(analyzer, scls_span_of("new 電"), &h);
	ck_assert(h.has_han);
	scls_analyze(analyzer, scls_span_of("Ｎｅｗ ｱ"), &h);
	ck_assert(h.has_han);
	scls_analyze(analyzer, scls_span_of("&#x6c49; a"), &h);
	ck_assert(h.has_han);
	scls_analyze(analyzer, scls_span_of(""), &h);
	ck_assert(!h.has_han);
	tear_down();
}
END_TEST

START_TEST(long_headline_is_cut)
{
	scls_headline h;

	set_up(8);
	scls_analyze(analyzer, scls_span_of("abcdefghijkl"), &h);
	ck_assert_uint_eq(h.n_units, 8);
	ck_assert_uint_eq(h.flags, SPAMCLS_FLAG_LONG_HEADLINE);
	tear_down();
}
END_TEST

START_TEST(empty_headline)
{
	scls_headline h;

	set_up(256);
	scls_analyze(analyzer, scls_span_of(""), &h);
	ck_assert_uint_eq(h.n_units, 0);
	ck_assert_uint_eq(h.n_slots, 0);
	ck_assert_uint_eq(h.n_skeleton, 0);
	check("", "");
	tear_down();
}
END_TEST

START_TEST(class_names)
{
	ck_assert_int_eq(scls_class_by_name(scls_span_of("TECH")),
	                 SCLS_CLASS_TECH);
	ck_assert_int_eq(scls_class_by_name(scls_span_of("tech")), -1);
	ck_assert_ptr_null(scls_class_name(SCLS_CLASS_COUNT));
	for (unsigned c = 0; c < SCLS_CLASS_COUNT; c++) {
		ck_assert_int_eq(scls_class_by_name(scls_span_of(
		        scls_class_name(c))), (int)c);
		ck_assert_ptr_nonnull(scls_class_text(c, 0));
		ck_assert_ptr_nonnull(scls_class_text(c, 1));
	}
}
END_TEST

SUITE("headline", {
	CASE(template);
	CASE(longest_term_wins);
	CASE(term_or_number);
	CASE(inside_a_word_nothing_begins);
	CASE(holes);
	CASE(no_holes);
	CASE(slots_lie_in_order);
	CASE(one_template_one_skeleton);
	CASE(decimals);
	CASE(slots_may_be_asked_for);
	CASE(kept_headlines_last);
	CASE(kept_headlines_leave_each_other_alone);
	CASE(kept_headlines_have_their_room);
	CASE(han_or_not);
	CASE(long_headline_is_cut);
	CASE(empty_headline);
	CASE(class_names);
})
