/* test_mark.c - the kinds of code points. */
#include "segment/line/line_shape.h"

#include "../../suite.h"

START_TEST(ascii)
{
	ck_assert_int_eq(scls_mark_of('a'), SCLS_MARK_LOWER);
	ck_assert_int_eq(scls_mark_of('Z'), SCLS_MARK_UPPER);
	ck_assert_int_eq(scls_mark_of('0'), SCLS_MARK_DIGIT);
	ck_assert_int_eq(scls_mark_of(' '), SCLS_MARK_SPACE);
	ck_assert_int_eq(scls_mark_of('\t'), SCLS_MARK_SPACE);
	ck_assert_int_eq(scls_mark_of(0x7f), SCLS_MARK_SPACE);
	ck_assert_int_eq(scls_mark_of('.'), SCLS_MARK_STOP);
	ck_assert_int_eq(scls_mark_of(';'), SCLS_MARK_COMMA);
	ck_assert_int_eq(scls_mark_of(':'), SCLS_MARK_COLON);
	ck_assert_int_eq(scls_mark_of('('), SCLS_MARK_OPEN);
	ck_assert_int_eq(scls_mark_of('}'), SCLS_MARK_CLOSE);
	ck_assert_int_eq(scls_mark_of('"'), SCLS_MARK_QUOTE);
	ck_assert_int_eq(scls_mark_of('*'), SCLS_MARK_BULLET);
	ck_assert_int_eq(scls_mark_of('%'), SCLS_MARK_OTHER);
}
END_TEST

START_TEST(scripts)
{
	ck_assert_int_eq(scls_mark_of(0x4e00), SCLS_MARK_WIDE);
	ck_assert_int_eq(scls_mark_of(0x9fff), SCLS_MARK_WIDE);
	ck_assert_int_eq(scls_mark_of(0x3042), SCLS_MARK_WIDE);
	ck_assert_int_eq(scls_mark_of(0x30a2), SCLS_MARK_WIDE);
	ck_assert_int_eq(scls_mark_of(0xac00), SCLS_MARK_WIDE);
	ck_assert_int_eq(scls_mark_of(0x20000), SCLS_MARK_WIDE);
	ck_assert_int_eq(scls_mark_of(0xe9), SCLS_MARK_LOWER);
	ck_assert_int_eq(scls_mark_of(0xc9), SCLS_MARK_UPPER);
	ck_assert_int_eq(scls_mark_of(0x416), SCLS_MARK_UPPER);
	ck_assert_int_eq(scls_mark_of(0x436), SCLS_MARK_LOWER);
	ck_assert_int_eq(scls_mark_of(0x5d0), SCLS_MARK_LETTER);
	ck_assert_int_eq(scls_mark_of(0xe01), SCLS_MARK_LETTER);
}
END_TEST

START_TEST(wide_marks)
{
	ck_assert_int_eq(scls_mark_of(0x3000), SCLS_MARK_SPACE);
	ck_assert_int_eq(scls_mark_of(0x3001), SCLS_MARK_COMMA);
	ck_assert_int_eq(scls_mark_of(0x3002), SCLS_MARK_STOP);
	ck_assert_int_eq(scls_mark_of(0xff1f), SCLS_MARK_STOP);
	ck_assert_int_eq(scls_mark_of(0xff0c), SCLS_MARK_COMMA);
	ck_assert_int_eq(scls_mark_of(0xff1a), SCLS_MARK_COLON);
	ck_assert_int_eq(scls_mark_of(0xff15), SCLS_MARK_DIGIT);
	ck_assert_int_eq(scls_mark_of(0x300a), SCLS_MARK_QUOTE);
	ck_assert_int_eq(scls_mark_of(0x30fb), SCLS_MARK_BULLET);
	ck_assert_int_eq(scls_mark_of(0xb7), SCLS_MARK_BULLET);
	ck_assert_int_eq(scls_mark_of(0x200b), SCLS_MARK_SPACE);
	ck_assert_int_eq(scls_mark_of(0xfeff), SCLS_MARK_SPACE);
}
END_TEST

START_TEST(every_code_point_has_one)
{
	for (uint32_t c = 0; c < 0x110000; c++) {
		scls_mark mark = scls_mark_of(c);

		HOLDS(mark > SCLS_MARK_NONE && mark <= SCLS_MARK_OTHER, c);
	}
}
END_TEST

START_TEST(a_letter_of_any_script)
{
	static const char *const with[] = {
		"2024 a", "-Я", "3字", "\u30ab", "ع"
	};
	static const char *const none[] = { "", "12:30", " | ", "（）", "★" };

	for (size_t i = 0; i < 5; i++) {
		HOLDS(scls_has_letter(scls_span_of(with[i])), i);
		HOLDS(!scls_has_letter(scls_span_of(none[i])), i);
	}
}
END_TEST

SUITE("mark", {
	CASE(ascii);
	CASE(scripts);
	CASE(wide_marks);
	CASE(every_code_point_has_one);
	CASE(a_letter_of_any_script);
})
