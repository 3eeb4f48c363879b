/* test_nats.c - decimal nats to units of 1/1024. */
#include "pattern/draft.h"

#include "../../suite.h"

static int32_t nats(const char *text)
{
	int32_t value = 12345;

	return scls_nats_read(scls_span_of(text), &value) ? value : 99999;
}

START_TEST(good_numbers)
{
	ck_assert_int_eq(nats("0"), 0);
	ck_assert_int_eq(nats("1"), 1024);
	ck_assert_int_eq(nats("1.5"), 1536);
	ck_assert_int_eq(nats("-2.25"), -2304);
	ck_assert_int_eq(nats(".5"), 512);
	ck_assert_int_eq(nats("2."), 2048);
	ck_assert_int_eq(nats("32"), 32768);
	ck_assert_int_eq(nats("-32.0000"), -32768);
	ck_assert_int_eq(nats("007"), 7168);
}
END_TEST

START_TEST(rounding_is_to_the_nearest)
{
	ck_assert_int_eq(nats("0.0001"), 0);
	ck_assert_int_eq(nats("0.0005"), 1);
	ck_assert_int_eq(nats("0.3"), 307);
	ck_assert_int_eq(nats("-0.3"), -307);
}
END_TEST

START_TEST(bad_numbers)
{
	static const char *const bad[] = { "", "-", ".", "-.", "x", "1x",
	        "+1", "1.2.3", "32.0001", "-33", "1e3", "0.00001", " 1",
	        "99999999999999999999999", "1,5", "--1" };

	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		ck_assert_msg(nats(bad[i]) == 99999, "%s", bad[i]);
}
END_TEST

SUITE("nats", {
	CASE(good_numbers);
	CASE(rounding_is_to_the_nearest);
	CASE(bad_numbers);
})
