/* test_span.c - pointers with a length. */
#include "base/span.h"
#include "../../suite.h"

#define S(string) scls_span_of(string)

START_TEST(making)
{
	ck_assert_uint_eq(S(NULL).size, 0);
	ck_assert_uint_eq(S("").size, 0);
	ck_assert_uint_eq(S("abc").size, 3);
}
END_TEST

START_TEST(equal)
{
	scls_span none = { NULL, 0 };

	ck_assert(scls_span_equal(S("abc"), S("abc")));
	ck_assert(!scls_span_equal(S("abc"), S("abd")));
	ck_assert(!scls_span_equal(S("abc"), S("ab")));
	ck_assert(scls_span_equal(none, S("")));
	ck_assert(!scls_span_equal(none, S("a")));
}
END_TEST

START_TEST(ends)
{
	scls_span none = { NULL, 0 };

	ck_assert(scls_span_ends_with(S("abc"), "bc"));
	ck_assert(scls_span_ends_with(S("abc"), "abc"));
	ck_assert(scls_span_ends_with(S("abc"), ""));
	ck_assert(!scls_span_ends_with(S("abc"), "ab"));
	ck_assert(!scls_span_ends_with(S("bc"), "abc"));
	ck_assert(!scls_span_ends_with(none, "c"));
}
END_TEST

START_TEST(without_case)
{
	scls_span part = { "GBKx", 3 };

	ck_assert(scls_span_is_nocase(part, "gbk"));
	ck_assert(scls_span_is_nocase(S("utf-8"), "UTF-8"));
	ck_assert(!scls_span_is_nocase(part, "gb"));
	ck_assert(!scls_span_is_nocase(part, "gbkx"));
	ck_assert(scls_span_is_nocase(S(""), ""));
	ck_assert(!scls_span_is_nocase(S("@"), "`"));
	ck_assert(!scls_span_is_nocase((scls_span){ "a\0", 2 }, "a"));
}
END_TEST

START_TEST(past_bom)
{
	ck_assert(scls_span_equal(scls_span_past_bom(S("\xEF\xBB\xBF" "a")),
	                          S("a")));
	ck_assert_uint_eq(scls_span_past_bom(S("\xEF\xBB\xBF")).size, 0);
	ck_assert_uint_eq(scls_span_past_bom(S("\xEF\xBB")).size, 2);
	ck_assert_uint_eq(scls_span_past_bom(scls_span_of(NULL)).size, 0);
}
END_TEST

START_TEST(trim)
{
	ck_assert(scls_span_equal(scls_span_trim(S(" \t\r\n\v\fa b ")),
	                          S("a b")));
	ck_assert_uint_eq(scls_span_trim(S("  ")).size, 0);
	ck_assert_uint_eq(scls_span_trim(S(" ")).size, 0);
	ck_assert_uint_eq(scls_span_trim(S("")).size, 0);
	ck_assert_uint_eq(scls_span_trim(S("a")).size, 1);
}
END_TEST

SUITE("span", {
	CASE(making);
	CASE(equal);
	CASE(ends);
	CASE(without_case);
	CASE(trim);
	CASE(past_bom);
})
