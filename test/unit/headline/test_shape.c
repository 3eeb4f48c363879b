/* test_shape.c - features of form, on both sides of each border. */
#include "measure_fixture.h"

/* The feature of a text of n Han characters. */
static int length_of(uint32_t n, uint32_t id)
{
	char text[3 * 64 + 1];

	for (uint32_t i = 0; i < n; i++)
		memcpy(text + 3 * i, "木", 3);
	text[3 * n] = '\0';
	return has(text, id);
}

START_TEST(lengths)
{
	static const uint32_t most[] = { 5, 9, 14, 19, 26, 34, 48 };

	for (uint32_t i = 0; i < 7; i++) {
		HOLDS(length_of(most[i], SCLS_F_LEN_0 + i), i);
		HOLDS(length_of(most[i] + 1, SCLS_F_LEN_0 + i + 1), i);
	}
	/* Three letters count as one character, a digit as one. */
	ck_assert(has("bridge by the river", SCLS_F_LEN_0));
	ck_assert(has("bridges by the river xx", SCLS_F_LEN_1));
	ck_assert(has("12345", SCLS_F_LEN_0) && has("123456", SCLS_F_LEN_1));
	ck_assert(has("", SCLS_F_LEN_0));
}
END_TEST

START_TEST(slots)
{
	static const expect e[] = {
		{ "木桥", SCLS_F_SLOT_0, 1 }, { "青州木桥", SCLS_F_SLOT_1, 1 },
		{ "青州量子", SCLS_F_SLOT_2, 1 },
		{ "量子,量子,量子,量子,量子,量子", SCLS_F_SLOT_6, 1 },
		{ "量子,量子,量子,量子,量子,量子,量子", SCLS_F_SLOT_7, 1 },
		{ "量子,量子,量子,量子,量子,量子,量子,量子", SCLS_F_SLOT_7, 1 },
		/* A share of a fifth is one of less, and so on. */
		{ "木桥", SCLS_F_FILL_0, 1 }, { "", SCLS_F_FILL_0, 0 },
		{ "量子木木木木木木木木", SCLS_F_FILL_0, 1 },
		{ "量子木木木木木木木", SCLS_F_FILL_1, 1 },
		{ "量子木木木", SCLS_F_FILL_1, 1 },
		{ "量子木木", SCLS_F_FILL_2, 1 },
		{ "量子量子", SCLS_F_FILL_4, 1 },
		{ "量子量子木", SCLS_F_FILL_3, 1 },
	};

	CHECK_ALL(e);
}
END_TEST

START_TEST(marks)
{
	static const expect e[] = {
		{ "木桥", SCLS_F_COMMA_0, 1 }, { "木,桥", SCLS_F_COMMA_1, 1 },
		{ "木,桥。边", SCLS_F_COMMA_2, 1 },
		{ "木,桥、边,看", SCLS_F_COMMA_3, 1 },
		{ "木,桥,边,看,去", SCLS_F_COMMA_3, 1 },
		{ "木桥", SCLS_F_SEP_1, 0 }, { "木桥-河边", SCLS_F_SEP_1, 1 },
		{ "木桥_河边", SCLS_F_SEP_1, 1 },
		{ "木桥|河边/看看", SCLS_F_SEP_2, 1 },
		{ "木桥-河边-看看-大树-水鸟", SCLS_F_SEP_4, 1 },
		{ "木桥-河边-看看-大树-水鸟-木", SCLS_F_SEP_4, 1 },
		{ "木桥", SCLS_F_COLON, 0 }, { "木桥:边", SCLS_F_COLON, 1 },
		{ "木桥", SCLS_F_QUOTE, 0 }, { "\"木桥\"", SCLS_F_QUOTE, 1 },
		{ "「木桥」", SCLS_F_QUOTE, 1 },
		{ "木桥", SCLS_F_BOOK, 0 }, { "《木桥》", SCLS_F_BOOK, 1 },
		{ "木桥", SCLS_F_LENTIC, 0 }, { "【木桥】", SCLS_F_LENTIC, 1 },
		{ "木桥", SCLS_F_PAREN, 0 }, { "木桥(边)", SCLS_F_PAREN, 1 },
		{ "木█桥看", SCLS_F_BLOCKS, 0 }, { "木桥▍█看", SCLS_F_BLOCKS, 1 },
	};

	CHECK_ALL(e);
}
END_TEST

/* Between words of more than one Han character. */
START_TEST(spaces)
{
	static const expect e[] = {
		{ "木桥 河边", SCLS_F_SPACE_1, 0 },
		{ "木桥 河边 看看", SCLS_F_SPACE_1, 1 },
		{ "木桥 河边 看看 大树", SCLS_F_SPACE_1, 1 },
		{ "木桥 河边 看看 大树 水鸟", SCLS_F_SPACE_2, 1 },
		{ "木桥 河边 看看 大树 水鸟 木头 山路", SCLS_F_SPACE_2, 1 },
		{ "木桥 河边 看看 大树 水鸟 木头 山路 老屋", SCLS_F_SPACE_3, 1 },
		{ "a bridge by the river", SCLS_F_SPACE_2, 0 },
		{ "a bridge by the 木桥 河边", SCLS_F_SPACE_2, 0 },
	};

	CHECK_ALL(e);
}
END_TEST

START_TEST(endings)
{
	static const expect e[] = {
		{ "木桥。", SCLS_F_END_STOP, 1 },
		{ "bridge.", SCLS_F_END_STOP, 1 },
		{ "木桥", SCLS_F_END_STOP, 0 }, { "木。桥", SCLS_F_END_STOP, 0 },
		{ "木桥?", SCLS_F_END_ASK, 1 }, { "木?桥", SCLS_F_END_ASK, 0 },
		{ "木桥!", SCLS_F_END_CRY, 1 }, { "木桥", SCLS_F_END_CRY, 0 },
		{ "木?桥", SCLS_F_ASK_IN, 1 }, { "木桥?", SCLS_F_ASK_IN, 0 },
		{ "木桥", SCLS_F_ASK_IN, 0 }, { "", SCLS_F_END_STOP, 0 },
	};

	CHECK_ALL(e);
}
END_TEST

/* A dot between letters, or behind a digit, and two letters behind it. */
START_TEST(hosts)
{
	static const expect e[] = {
		{ "a.bc", SCLS_F_HOST, 1 }, { "a.b", SCLS_F_HOST, 0 },
		{ "1.bc", SCLS_F_HOST, 1 }, { "木.bc", SCLS_F_HOST, 0 },
		{ ".bc", SCLS_F_HOST, 0 }, { "a.1b", SCLS_F_HOST, 0 },
		{ "a.b1", SCLS_F_HOST, 0 }, { "a. bc", SCLS_F_HOST, 0 },
		{ "abc", SCLS_F_HOST, 0 },
	};

	CHECK_ALL(e);
}
END_TEST

START_TEST(what_was_removed)
{
	static const expect e[] = {
		{ "木桥", SCLS_F_HIDDEN, 0 },
		{ "木\xE2\x80\x8B桥", SCLS_F_HIDDEN, 1 },
		{ "木\xE2\x80\x8B\xE2\x80\x8B桥", SCLS_F_HIDDEN_3, 0 },
		{ "木\xE2\x80\x8B\xE2\x80\x8B桥\xE2\x80\x8B",
		  SCLS_F_HIDDEN_3, 1 },
		{ "木桥", SCLS_F_EMOJI, 0 }, { "木桥🔥", SCLS_F_EMOJI, 1 },
	};

	CHECK_ALL(e);
}
END_TEST

/* Two kana are Japanese, one is none; Han counts as two letters. */
START_TEST(scripts)
{
	static const expect e[] = {
		{ "木の桥", SCLS_F_SCRIPT_ZH, 1 },
		{ "木のは", SCLS_F_SCRIPT_JA, 1 },
		{ "木한", SCLS_F_SCRIPT_ZH, 1 }, { "木한글", SCLS_F_SCRIPT_KO, 1 },
		{ "木ab", SCLS_F_SCRIPT_ZH, 1 },
		{ "木abc", SCLS_F_SCRIPT_LATIN, 1 },
		{ "새木한글", SCLS_F_SCRIPT_KO, 1 },
		{ "plain words", SCLS_F_SCRIPT_LATIN, 1 },
		{ "новости дня", SCLS_F_SCRIPT_OTHER, 1 },
		{ "жд ab", SCLS_F_SCRIPT_LATIN, 1 },
		{ "ждя ab", SCLS_F_SCRIPT_OTHER, 1 },
		{ "", SCLS_F_SCRIPT_LATIN, 1 },
	};

	CHECK_ALL(e);
}
END_TEST

START_TEST(digits)
{
	static const expect e[] = {
		{ "木12345", SCLS_F_DIGITS_LONG, 0 },
		{ "木123456", SCLS_F_DIGITS_LONG, 1 },
		{ "木123,456", SCLS_F_DIGITS_LONG, 0 },
		{ "木a1", SCLS_F_MIXED_WORD, 0 },
		{ "木a1b", SCLS_F_MIXED_WORD, 1 },
		{ "木1a,b2", SCLS_F_MIXED_WORD, 1 },
		{ "123456木a", SCLS_F_MIXED_WORD, 0 },
	};

	CHECK_ALL(e);
}
END_TEST

/* Wherever they stand: the line is looked at 64 units at a time. */
START_TEST(digits_and_letters)
{
	char line[512];

	for (unsigned before = 50; before < 70; before++) {
		memset(line, '-', before);
		strcpy(line + before, "123456;");
		ck_assert(has(line, SCLS_F_DIGITS_LONG));
		strcpy(line + before, "12345;1");
		ck_assert(!has(line, SCLS_F_DIGITS_LONG));
		strcpy(line + before, "a1b;");
		ck_assert(has(line, SCLS_F_MIXED_WORD));
		strcpy(line + before, "a1;b 2");
		ck_assert(!has(line, SCLS_F_MIXED_WORD));
	}
}
END_TEST

SUITE("shape", {
	tcase_add_checked_fixture(tcase, set_up, tear_down);
	CASE(lengths);
	CASE(slots);
	CASE(marks);
	CASE(spaces);
	CASE(endings);
	CASE(hosts);
	CASE(what_was_removed);
	CASE(scripts);
	CASE(digits);
	CASE(digits_and_letters);
})
