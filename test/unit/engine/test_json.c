/* test_json.c - strings and numbers to the bytes of JSON. */
#include "engine/json.h"

#include "../../suite.h"

static char bytes[256];

/* The string of n bytes as it is written; the same twice, counted and put. */
static const char *written(const char *data, size_t n)
{
	scls_json count = { NULL, 0 }, json = { bytes, 0 };
	scls_span text = { data, n };

	scls_json_string(&count, text);
	scls_json_string(&json, text);
	ck_assert_uint_eq(json.n, count.n);
	ck_assert_uint_lt(json.n, sizeof(bytes));
	bytes[json.n] = '\0';
	return bytes;
}

#define WRITES(text, want) \
	ck_assert_str_eq(written(text, sizeof(text) - 1), "\"" want "\"")

START_TEST(plain)
{
	WRITES("", "");
	WRITES("a ~ </b> 木桥 é 🙂", "a ~ </b> 木桥 é 🙂");
	WRITES("\xEF\xBF\xBD", "\xEF\xBF\xBD"); /* U+FFFD, well written */
}
END_TEST

START_TEST(escapes)
{
	WRITES("\"a\\b\"", "\\\"a\\\\b\\\"");
	WRITES("\n\t\r\a\x1F", "\\n\\t\\r\\u0007\\u001f");
	WRITES("a\0b", "a\\u0000b");
	WRITES("\x7F", "\\u007f");
}
END_TEST

/* What ends a line for some readers, at the end as well; not its neighbours. */
START_TEST(ends_of_lines)
{
	WRITES("a\xC2\x85", "a\\u0085");
	WRITES("\xC2\x85z", "\\u0085z");
	WRITES("\xE2\x80\xA8", "\\u2028");
	WRITES("\xE2\x80\xA9z", "\\u2029z");
	WRITES("\xC2\x84\xC2\x86", "\xC2\x84\xC2\x86");
	WRITES("\xE2\x80\xA7\xE2\x80\xAA", "\xE2\x80\xA7\xE2\x80\xAA");
	WRITES("\xE2\x81\xA8\xC3\x85", "\xE2\x81\xA8\xC3\x85");
}
END_TEST

/* A path may hold any bytes. */
START_TEST(no_utf8)
{
	WRITES("a\xFFz", "a\\ufffdz");
	WRITES("\xC2", "\\ufffd");
	WRITES("\xE2\x80", "\\ufffd");
	WRITES("\xE2\x80\"", "\\ufffd\\\"");
	WRITES("\xED\xA0\x80" "a", "\\ufffd\\ufffd\\ufffda");
}
END_TEST

static const char *number(int64_t value)
{
	scls_json json = { bytes, 0 };

	scls_json_int(&json, value);
	bytes[json.n] = '\0';
	return bytes;
}

START_TEST(numbers)
{
	ck_assert_str_eq(number(0), "0");
	ck_assert_str_eq(number(-7), "-7");
	ck_assert_str_eq(number(1000), "1000");
	ck_assert_str_eq(number(INT64_MAX), "9223372036854775807");
	ck_assert_str_eq(number(INT64_MIN), "-9223372036854775808");
}
END_TEST

static const char *share(float value)
{
	scls_json json = { bytes, 0 };

	scls_json_unit(&json, value);
	bytes[json.n] = '\0';
	return bytes;
}

START_TEST(shares)
{
	ck_assert_str_eq(share(0), "0.0000000");
	ck_assert_str_eq(share(0.5f), "0.5000000");
	ck_assert_str_eq(share(0.0312500f), "0.0312500");
	ck_assert_str_eq(share(0.9999999f), "0.9999999");
	ck_assert_str_eq(share(1), "1");
}
END_TEST

SUITE("json", {
	CASE(plain);
	CASE(escapes);
	CASE(ends_of_lines);
	CASE(no_utf8);
	CASE(numbers);
	CASE(shares);
})
