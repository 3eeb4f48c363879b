/* test_level.c - lines that are one but for their figures. */
#include "segment/line/level.h"

#include "../../suite.h"

static uint32_t key(const char *line)
{
	return scls_level_key(scls_span_of(line));
}

START_TEST(figures_do_not_count)
{
	ck_assert_uint_eq(key("阅读 12"), key("阅读 1,234"));
	ck_assert_uint_eq(key("1.2万阅读"), key("7万阅读"));
	ck_assert_uint_eq(key("3 days ago"), key("12 days ago"));
	ck_assert_uint_eq(key("2021-03-05 09:30"), key("2022-1-15 8:05"));
}
END_TEST

START_TEST(blanks_and_capitals_do_not_count)
{
	ck_assert_uint_eq(key("Read More"), key(" read\tmore"));
}
END_TEST

START_TEST(words_do)
{
	ck_assert_uint_ne(key("3 days ago"), key("3 hours ago"));
	ck_assert_uint_ne(key("3 days"), key("days"));
	ck_assert_uint_ne(key("阅读 12"), key("12 阅读"));
	ck_assert_uint_ne(key(""), 0);
}
END_TEST

SUITE("level", {
	CASE(figures_do_not_count);
	CASE(blanks_and_capitals_do_not_count);
	CASE(words_do);
})
