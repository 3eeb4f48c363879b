/* test_language.c - how likely characters are in their order. */
#include "model/second.h"

#include "base/random.h"

#include "../../suite.h"

#include <math.h>
#include <string.h>

#define BITS 16u
#define MOST 32u

static scls_language_counts counts;
static unsigned char levels[1u << BITS];
static scls_language language;
static spamcls_allocator allocator;
static uint32_t keys[MOST + SCLS_SEQUENCE_BEHIND][SCLS_SEQUENCE];
static scls_likelihood reading;

/* The keys of letters, as the headline room makes them of a line. */
static uint32_t keys_of(const char *text)
{
	uint32_t n = (uint32_t)strlen(text), units[MOST + 4] = { 0 };
	scls_headline h = { .units = units, .n_units = n };

	for (uint32_t i = 0; i < n; i++)
		units[i] = (unsigned char)text[i];
	return scls_measure_sequence(&h, keys);
}

static void count(enum scls_language_of of, const char *text, int times)
{
	uint32_t n = keys_of(text);

	while (times-- > 0)
		scls_language_count(&counts, of, keys, n);
}

static void set_up(void)
{
	allocator = scls_alloc_default();
	ck_assert_int_eq(scls_language_counts_new(&counts, BITS, &allocator),
	                 SPAMCLS_OK);
	count(SCLS_OF_HONEST, "the cat sat", 20);
	count(SCLS_OF_HONEST, "a dog ran", 20);
	count(SCLS_OF_TEMPLATES, "the cat soars", 20);
	scls_language_compile(&counts, levels, &language);
	ck_assert_int_eq(scls_likelihood_new(&reading, MOST, &allocator),
	                 SPAMCLS_OK);
}

static void tear_down(void)
{
	scls_language_counts_free(&counts, &allocator);
	scls_likelihood_free(&reading, MOST, &allocator);
}

static uint32_t look(const char *text)
{
	uint32_t n = keys_of(text);

	scls_language_read(&language, keys, n, &reading);
	return n;
}

static int32_t mean(const char *text, enum scls_language_of of)
{
	uint32_t n = look(text);
	int32_t sum = 0;

	for (uint32_t i = 0; i < n; i++)
		sum += reading.nats[of][i];
	return sum / (int32_t)n;
}

/* p of character i, step by step; known is the longest n-gram of it. */
static uint32_t slowly(uint32_t (*at)[SCLS_SEQUENCE], uint32_t i, uint32_t n,
                     uint32_t of, uint32_t *known)
{
	uint32_t level[SCLS_SEQUENCE], before[SCLS_SEQUENCE] = { 0 };
	uint64_t p;

	for (uint32_t k = 0; k < SCLS_SEQUENCE; k++) {
		level[k] = levels[at[i][k] & language.mask] >> 4 * of & 15u;
		if (i > 0 || k == 0)
			before[k] = levels[at[i > 0 ? i - 1 : n - 1][k]
			                   & language.mask] >> 4 * of & 15u;
	}
	p = language.first[of][level[0]];
	*known = level[0] != 0;
	for (uint32_t k = 1; k < SCLS_SEQUENCE && before[k - 1]; k++) {
		p = language.given[before[k - 1]][level[k]]
		    + (p * language.left[before[k - 1]] >> 30);
		*known = level[k] ? k + 1 : *known;
	}
	return p > 0 ? (uint32_t)p : 1;
}

/* Characters are read many at once: of lines of any length, whatever levels
 * their n-grams have, each is as it is by itself. */
START_TEST(many_at_once)
{
	enum { LONG = 300 };
	static uint32_t at[LONG][SCLS_SEQUENCE];
	scls_random r = scls_random_from(5);
	scls_likelihood all;

	set_up();
	for (size_t i = 0; i < sizeof(levels); i++)
		levels[i] = (unsigned char)(scls_random_next(&r)
		                            & scls_random_next(&r));
	ck_assert_int_eq(scls_likelihood_new(&all, LONG, &allocator),
	                 SPAMCLS_OK);
	for (uint32_t n = 1; n <= LONG; n += n < 70 ? 1 : 23) {
		for (uint32_t i = 0; i < n; i++)
			for (uint32_t k = 0; k < SCLS_SEQUENCE; k++)
				at[i][k] = (uint32_t)scls_random_next(&r);
		scls_language_read(&language, at, n, &all);
		ck_assert_uint_eq(all.n, n);
		for (uint32_t i = 0; i < n; i++)
			for (uint32_t of = 0; of < SCLS_OF_COUNT; of++) {
				uint32_t known;
				double p = slowly(at, i, n, of, &known);
				double nats = 1024 * log(p / (1 << 30));

				ck_assert(fabs(all.nats[of][i] - nats) < 12);
				ck_assert_uint_eq(all.known[of][i], known);
			}
	}
	scls_likelihood_free(&all, LONG, &allocator);
	tear_down();
}
END_TEST

START_TEST(each_knows_its_own)
{
	set_up();
	ck_assert_int_gt(mean("a dog ran", SCLS_OF_HONEST),
	                 mean("a dog ran", SCLS_OF_TEMPLATES) + 1024);
	ck_assert_int_gt(mean("cat soars", SCLS_OF_TEMPLATES),
	                 mean("cat soars", SCLS_OF_HONEST) + 1024);
	tear_down();
}
END_TEST

/* The same characters, in an order that was never seen. */
START_TEST(order_matters)
{
	set_up();
	ck_assert_int_gt(mean("the cat sat", SCLS_OF_HONEST),
	                 mean("tas tac eht", SCLS_OF_HONEST) + 2048);
	tear_down();
}
END_TEST

/* By hand: behind "a do" g came 20 times of 20, which are level 5 and stand
 * for 24; each shorter n-gram says the same. */
START_TEST(one_estimate)
{
	double p, context = 24;

	set_up();
	look("a dog ran");
	p = 24 / (counts.characters[SCLS_OF_HONEST] + 5.0) + 1e-6;
	for (int i = 0; i < 3; i++)
		p = (24 + 5 * p) / (context + 5);
	ck_assert(fabs(reading.nats[SCLS_OF_HONEST][4] - 1024 * log(p)) < 16);
	ck_assert_int_eq(reading.known[SCLS_OF_HONEST][4], 4);
	ck_assert_int_eq(reading.known[SCLS_OF_HONEST][0], 2);
	tear_down();
}
END_TEST

/* Nothing that would begin before a line is counted, or every second character
 * would be certain. */
START_TEST(second_character)
{
	set_up();
	look("aQ");
	ck_assert_int_lt(reading.nats[SCLS_OF_HONEST][1], -4 * 1024);
	ck_assert_uint_eq(reading.known[SCLS_OF_HONEST][1], 0);
	tear_down();
}
END_TEST

/* Nor does an n-gram whose place is that of such ones make them known. */
START_TEST(place_of_none)
{
	uint32_t at[1][SCLS_SEQUENCE] = { { 1u << BITS } };

	set_up();
	scls_language_count(&counts, SCLS_OF_HONEST, at, 1);
	scls_language_compile(&counts, levels, &language);
	look("aQ");
	ck_assert_uint_eq(reading.known[SCLS_OF_HONEST][1], 0);
	tear_down();
}
END_TEST

/* Nothing is impossible, and nothing more than certain. */
START_TEST(bounds)
{
	set_up();
	look("QQQQ");
	for (uint32_t i = 0; i < 4; i++) {
		ck_assert_int_lt(reading.nats[SCLS_OF_HONEST][i], -8 * 1024);
		ck_assert_int_gt(reading.nats[SCLS_OF_HONEST][i], -22 * 1024);
		ck_assert_uint_eq(reading.known[SCLS_OF_HONEST][i], 0);
	}
	for (unsigned i = 0; i < sizeof(levels); i++)
		levels[i] = 0xff;
	for (uint32_t n = look("anything"), i = 0; i < n; i++)
		ck_assert_int_lt(reading.nats[SCLS_OF_TEMPLATES][i], 64);
	tear_down();
}
END_TEST

START_TEST(no_memory)
{
	scls_language_counts none;

	allocator = scls_alloc_default();
	ck_assert_int_eq(scls_language_counts_new(&none, 62, &allocator),
	                 SPAMCLS_E_NOMEM);
	ck_assert_ptr_null(none.n[SCLS_OF_HONEST]);
}
END_TEST

/* Behind what came most often nothing is impossible, either. */
START_TEST(behind_the_commonest)
{
	set_up();
	count(SCLS_OF_HONEST, "a", 1 << 16);
	scls_language_compile(&counts, levels, &language);
	look("baQ");
	ck_assert_int_lt(reading.nats[SCLS_OF_HONEST][2], -20 * 1024);
	ck_assert_int_gt(reading.nats[SCLS_OF_HONEST][2], -22 * 1024);
	tear_down();
}
END_TEST

/* What a second look is told: means, windows, shares. */
START_TEST(values)
{
	int32_t honest[10 + SCLS_LIKELIHOOD_BEHIND] = { 0 };
	int32_t templates[10 + SCLS_LIKELIHOOD_BEHIND] = { 0 };
	int32_t v[SCLS_K_COUNT] = { 0 };
	uint8_t by_honest[10 + SCLS_LIKELIHOOD_BEHIND] = { 0 };
	uint8_t by_templates[10 + SCLS_LIKELIHOOD_BEHIND] = { 0 };
	scls_likelihood r = { { honest, templates },
		              { by_honest, by_templates }, 0 };

	scls_language_values(&r, v);
	for (uint32_t i = 0; i < SCLS_K_COUNT; i++)
		ck_assert_int_eq(v[i], 0);
	for (r.n = 0; r.n < 10; r.n++) {
		honest[r.n] = r.n == 4 ? -9 * 1024 : -1024;
		templates[r.n] = r.n == 4 ? -1024 : -2048;
		by_honest[r.n] = r.n == 4 ? 1 : 4;
		by_templates[r.n] = r.n == 4 ? 4 : 2;
	}
	scls_language_values(&r, v);
	ck_assert_int_eq(v[SCLS_K_USUAL], -18 * 1024 / 10);
	ck_assert_int_eq(v[SCLS_K_TYPICAL], -19 * 1024 / 10);
	ck_assert_int_eq(v[SCLS_K_TOWARDS], -1024 / 10);
	ck_assert_int_eq(v[SCLS_K_USUAL_4], -12 * 1024 / 4);
	ck_assert_int_eq(v[SCLS_K_TOWARDS_4], -1024);
	ck_assert_int_eq(v[SCLS_K_TOWARDS_4_MOST], 5 * 1024 / 4);
	/* Wider than the line: the mean. */
	ck_assert_int_eq(v[SCLS_K_USUAL_16], v[SCLS_K_USUAL]);
	ck_assert_int_eq(v[SCLS_K_TOWARDS_16_MOST], v[SCLS_K_TOWARDS]);
	ck_assert_int_eq(v[SCLS_K_KNOWN_HONEST], 37 * 1024 / 10);
	ck_assert_int_eq(v[SCLS_K_KNOWN_HONEST_1], 1024 / 10);
	ck_assert_int_eq(v[SCLS_K_KNOWN_TEMPLATES_1], 0);
	ck_assert_int_eq(v[SCLS_K_KNOWN_TEMPLATES_2], 9 * 1024 / 10);
	ck_assert_int_eq(v[SCLS_K_RARER_8], 1024 / 10);
	ck_assert_int_eq(v[SCLS_K_RARER_10], 0);
	ck_assert_int_eq(v[SCLS_K_TOWARDS_FAR], 1024 / 10);
}
END_TEST

SUITE("language", {
	CASE(many_at_once);
	CASE(each_knows_its_own);
	CASE(order_matters);
	CASE(one_estimate);
	CASE(second_character);
	CASE(place_of_none);
	CASE(bounds);
	CASE(no_memory);
	CASE(behind_the_commonest);
	CASE(values);
})
