/* test_list_values.c - counts of a list to what the forest sees. */
#include "verdict_fixture.h"

#include <stddef.h>

/* Each count is a share of the lines; nothing else hangs on it. */
START_TEST(shares)
{
	static const struct {
		size_t count;
		uint32_t id;
	} of_lines[] = {
#define SHARE(count, id) { offsetof(scls_list_facts, count), SCLS_L_##id }
		SHARE(above, ABOVE), SHARE(halfway, HALFWAY),
		SHARE(likely, LIKELY), SHARE(certain, CERTAIN),
		SHARE(low, LOW), SHARE(lowest, LOWEST), SHARE(holes, HOLES),
		SHARE(claims, CLAIMS), SHARE(codas, CODAS),
		SHARE(trade, TRADE), SHARE(dated, DATED),
		SHARE(notices, NOTICES), SHARE(persons, PERSONS),
		SHARE(years, YEARS), SHARE(quests, QUESTS),
		SHARE(quotes, QUOTES), SHARE(figures, FIGURES),
		SHARE(bad_framed, FRAMED_BAD),
		SHARE(calm_framed, FRAMED_CALM),
		SHARE(same_form, FORMS), SHARE(same_marks, MARKS),
		SHARE(frame_most, FRAME_MOST), SHARE(one_tail, ONE_TAIL),
		SHARE(heads, HEADS), SHARE(feet, FEET),
		SHARE(in_order, ORDER), SHARE(one_subject, ONE_SUBJECT),
		SHARE(one_lead, ONE_LEAD),
#undef SHARE
	};

	for (size_t i = 0; i < sizeof(of_lines) / sizeof(of_lines[0]); i++) {
		int32_t values[SCLS_L_COUNT];
		scls_list_facts f = { .n = 8, .of = 8 };
		uint32_t two = 2;

		memcpy((char *)&f + of_lines[i].count, &two, sizeof(two));
		scls_list_values(&f, values);
		HOLDS(values[of_lines[i].id] == 256, i);
		for (size_t k = 0; k < i; k++)
			HOLDS(values[of_lines[k].id] == 0, i);
	}
}
END_TEST

/* What is no share of the lines. */
START_TEST(other_values)
{
	int32_t v[SCLS_L_COUNT];
	scls_list_facts f = { .n = 8, .part = 6, .of = 12, .level = 4096,
		              .likely = 3, .certain = 1, .low = 7,
		              .lowest = 3, .run = 1, .trade = 4, .claims = 2,
		              .subjects = 3, .spread = 77, .slots = 32,
		              .units = 160, .han = 40, .latin = 80,
		              .pieces = 48, .names = 3, .named = 6,
		              .shared = 4, .phrases = 16, .affix = 9,
		              .skeleton = 36 };

	scls_list_values(&f, v);
	ck_assert_int_eq(v[SCLS_L_MEAN], 512);
	ck_assert_int_eq(v[SCLS_L_PART], 512);
	ck_assert_int_eq(v[SCLS_L_N], scls_log(8));
	ck_assert_int_eq(v[SCLS_L_LIKELY_N], 2048);
	ck_assert_int_eq(v[SCLS_L_CERTAIN_N], 1024);
	ck_assert_int_eq(v[SCLS_L_LOW_N], 3072);
	ck_assert_int_eq(v[SCLS_L_LOWEST_N], 2048);
	ck_assert_int_eq(v[SCLS_L_RUN], 1024);
	ck_assert_int_eq(v[SCLS_L_MIX], 256);
	ck_assert_int_eq(v[SCLS_L_SUBJECTS], 2048);
	ck_assert_int_eq(v[SCLS_L_SPREAD], 77);
	ck_assert_int_eq(v[SCLS_L_SLOTS], 4 * 64);
	ck_assert_int_eq(v[SCLS_L_LENGTH], 20 * 64);
	ck_assert_int_eq(v[SCLS_L_HAN], 256);
	ck_assert_int_eq(v[SCLS_L_LATIN], 512);
	ck_assert_int_eq(v[SCLS_L_ENTROPY], 512);
	ck_assert_int_eq(v[SCLS_L_NAMES], 512);
	ck_assert_int_eq(v[SCLS_L_PHRASES], 256);
	ck_assert_int_eq(v[SCLS_L_AFFIX], 256);
	f.trade = 1;
	f.slots = 8 * 17;
	f.units = 8 * 300;
	scls_list_values(&f, v);
	ck_assert_int_eq(v[SCLS_L_MIX], 128);
	ck_assert_int_eq(v[SCLS_L_SLOTS], 1024);
	ck_assert_int_eq(v[SCLS_L_LENGTH], 16 * 1024);
}
END_TEST

START_TEST(values_are_bounded)
{
	uint32_t seed = 9;

	for (size_t n = 1; n < 300; n += 7) {
		int32_t values[SCLS_L_COUNT];
		scls_list_facts f;

		fixture_lines(0, n, 0, 0);
		for (size_t i = 0; i < n; i++) {
			seed = seed * 1664525u + 1013904223u;
			lines[i].score = (int32_t)(seed >> 12) - 500000;
			lines[i].kinds = seed >> 7 & 511u;
			lines[i].numbers = seed >> 20 & 3u;
			lines[i].length = (uint16_t)(seed >> 16);
			lines[i].topic = (uint16_t)(seed >> 8 & 1023u);
		}
		f = sum_up(n);
		scls_list_values(&f, values);
		for (uint32_t id = 0; id < SCLS_L_COUNT; id++) {
			ck_assert_int_le(values[id], 16 * 1024);
			ck_assert_int_ge(values[id], -3072);
		}
	}
}
END_TEST

SUITE("list_values", {
	tcase_add_checked_fixture(tcase, fixture_begin, fixture_end);
	CASE(shares);
	CASE(other_values);
	CASE(values_are_bounded);
})
