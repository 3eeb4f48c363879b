/* test_filter.c - all that begins is found, and little else. */
#include "base/filter.h"

#include "base/random.h"

#include "../../suite.h"

#define TEXT 200u

static scls_filter filter;
static uint32_t text[TEXT + SCLS_FILTER_BEHIND];

static void random_text(scls_random *r, uint32_t letters)
{
	for (uint32_t i = 0; i < TEXT + SCLS_FILTER_BEHIND; i++)
		text[i] = 0x4E00 + (uint32_t)(scls_random_next(r) % letters);
}

static int is_named(uint32_t at)
{
	return (int)(scls_filter_places(&filter, text + at, TEXT - at) & 1);
}

START_TEST(an_empty_one_names_nothing)
{
	scls_random r = scls_random_from(1);

	memset(&filter, 0, sizeof(filter));
	random_text(&r, 20000);
	for (uint32_t at = 0; at < TEXT; at++)
		ck_assert_uint_eq(scls_filter_places(&filter, text + at,
		                                     TEXT - at), 0);
}
END_TEST

START_TEST(what_was_added_is_named)
{
	scls_random r = scls_random_from(2);

	for (uint32_t at = 0; at + 5 <= TEXT; at++) {
		memset(&filter, 0, sizeof(filter));
		random_text(&r, 20000);
		scls_filter_add(&filter, text + at, 1 + at % 5);
		ck_assert_int_eq(is_named(at), 1);
	}
}
END_TEST

/* A sequence at the very end is named whatever stands behind the text. */
START_TEST(what_stands_behind_does_not_matter)
{
	scls_random r = scls_random_from(3);

	for (uint32_t size = 1; size <= 3; size++) {
		memset(&filter, 0, sizeof(filter));
		random_text(&r, 20000);
		scls_filter_add(&filter, text + TEXT - size, size);
		for (int round = 0; round < 100; round++) {
			for (uint32_t i = 0; i < SCLS_FILTER_BEHIND; i++)
				text[TEXT + i] = (uint32_t)scls_random_next(&r);
			ck_assert_int_eq(is_named(TEXT - size), 1);
			ck_assert_uint_eq(scls_filter_places(
			        &filter, text + TEXT - size, size) >> size, 0);
		}
	}
}
END_TEST

/* Of many places at once as of each by itself. */
START_TEST(places_are_those_of_one)
{
	scls_random r = scls_random_from(4);
	uint32_t named = 0;

	memset(&filter, 0, sizeof(filter));
	random_text(&r, 50);
	for (uint32_t i = 0; i < 30; i++)
		scls_filter_add(&filter, text + i, 1 + i % 3);
	random_text(&r, 50);
	for (uint32_t at = 0; at < TEXT; at++) {
		uint64_t bits = scls_filter_places(&filter, text + at,
		                                   TEXT - at);

		for (uint32_t i = 0; i < 64 && at + i < TEXT; i++)
			ck_assert_int_eq((int)(bits >> i & 1),
			                 is_named(at + i));
		named += (uint32_t)is_named(at);
	}
	ck_assert_uint_gt(named, 10);
	ck_assert_uint_lt(named, TEXT - 10);
}
END_TEST

START_TEST(few_others_are_named)
{
	scls_random r = scls_random_from(5);
	uint32_t named = 0;

	memset(&filter, 0, sizeof(filter));
	for (uint32_t i = 0; i < 100; i++) {
		random_text(&r, 20000);
		for (uint32_t at = 0; at < TEXT; at += 3)
			scls_filter_add(&filter, text + at, 3);
	}
	for (uint32_t i = 0; i < 100; i++) {
		random_text(&r, 20000);
		for (uint32_t at = 0; at < TEXT; at++)
			named += (uint32_t)is_named(at);
	}
	ck_assert_uint_lt(named, 100 * TEXT / 10);
}
END_TEST

static scls_byte_filter bytes;

/* Half of it letters of an alphabet, in stretches. */
static void mixed_text(scls_random *r)
{
	random_text(r, 50);
	for (uint32_t at = 0; at < TEXT + SCLS_FILTER_BEHIND; at++)
		if (at / 20 % 2 == 0)
			text[at] = 'a' + (uint32_t)(scls_random_next(r) % 26);
}

START_TEST(with_bytes_apart_all_that_begins_is_named)
{
	scls_random r = scls_random_from(6);

	for (uint32_t at = 0; at + 5 <= TEXT; at++) {
		memset(&bytes, 0, sizeof(bytes));
		mixed_text(&r);
		scls_byte_filter_add(&bytes, text + at, 1 + at % 5);
		ck_assert_uint_eq(scls_byte_filter_places(
		        &bytes, text + at, TEXT - at) & 1, 1);
	}
}
END_TEST

/* Whichever of them are bytes. */
START_TEST(with_bytes_apart_each_mix_is_named)
{
	for (uint32_t mix = 0; mix < 8; mix++) {
		memset(text, 0, sizeof(text));
		for (uint32_t i = 0; i < 3; i++)
			text[i] = mix >> i & 1 ? 'a' + i : 0x4E00 + i;
		for (uint32_t n = 1; n <= 3; n++) {
			memset(&bytes, 0, sizeof(bytes));
			scls_byte_filter_add(&bytes, text, n);
			ck_assert_uint_eq(scls_byte_filter_places(
			        &bytes, text, 3) & 1, 1);
		}
	}
}
END_TEST

/* Nothing but what the filter names without them; each place as by itself. */
START_TEST(with_bytes_apart_nothing_else_is_named)
{
	scls_random r = scls_random_from(7);
	uint32_t named = 0;

	memset(&bytes, 0, sizeof(bytes));
	mixed_text(&r);
	for (uint32_t i = 0; i < 60; i++)
		scls_byte_filter_add(&bytes, text + i, 1 + i % 3);
	mixed_text(&r);
	for (uint32_t at = 0; at < TEXT; at++) {
		uint32_t n = TEXT - at;
		uint64_t bits = scls_byte_filter_places(&bytes, text + at, n);

		ck_assert_uint_eq(bits & ~scls_filter_places(
		        &bytes.all, text + at, n), 0);
		for (uint32_t i = 0; i < 64 && i < n; i++)
			ck_assert_uint_eq(bits >> i & 1,
			                  scls_byte_filter_places(
			        &bytes, text + at + i, n - i) & 1);
		named += (uint32_t)(bits & 1);
	}
	ck_assert_uint_gt(named, 10);
	ck_assert_uint_lt(named, TEXT - 10);
}
END_TEST

SUITE("filter", {
	CASE(an_empty_one_names_nothing);
	CASE(what_was_added_is_named);
	CASE(what_stands_behind_does_not_matter);
	CASE(places_are_those_of_one);
	CASE(few_others_are_named);
	CASE(with_bytes_apart_all_that_begins_is_named);
	CASE(with_bytes_apart_each_mix_is_named);
	CASE(with_bytes_apart_nothing_else_is_named);
})
