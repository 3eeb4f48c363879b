/* test_joined.c - a line of headlines in a row, part by part. */
#include "segment/joined.h"

#include "draft_fixture.h"

#define ONE "Ferry to the islands runs again from Monday"
#define TWO "Bakers of the valley win three prizes"
#define THREE "School roof repaired before the rain"

START_TEST(parts_of_a_line)
{
	scls_parts parts = { scls_span_of("| Snow |rain||fog "), '|', 0 };
	static const char *const expected[] = { "", "Snow", "rain", "", "fog" };
	scls_span part;

	for (size_t i = 0; i < sizeof(expected) / sizeof(expected[0]); i++) {
		ck_assert(scls_next_part(&parts, &part));
		ck_assert_msg(scls_span_equal(part, scls_span_of(expected[i])),
		              "%zu: %.*s", i, (int)part.size, part.data);
	}
	ck_assert(!scls_next_part(&parts, &part));
}
END_TEST

START_TEST(how_many)
{
	static const char *const lines[] = {
		ONE " | " TWO " | " THREE, ONE " | " TWO, ONE,
		ONE " · " TWO " · " THREE " · ", NULL
	};
	uint32_t sign;

	fixture_begin(&f, SPAMCLS_KIND_TEXT);
	fixture_lines(&f, lines);
	fixture_draft();
	ck_assert_uint_eq(scls_parts_of(&draft, 0, &sign), 3);
	ck_assert_uint_eq(sign, '|');
	ck_assert(scls_ends_joined(&draft, 1, sign));
	ck_assert(!scls_ends_joined(&draft, 2, sign));
	ck_assert_uint_eq(scls_parts_of(&draft, 1, &sign), 1);
	ck_assert_uint_eq(scls_parts_of(&draft, 2, &sign), 1);
	ck_assert_uint_eq(scls_parts_of(&draft, 3, &sign), 3);
	ck_assert_uint_eq(sign, U'·');
	fixture_end(&f);
}
END_TEST

SUITE("joined", {
	CASE(parts_of_a_line);
	CASE(how_many);
})
