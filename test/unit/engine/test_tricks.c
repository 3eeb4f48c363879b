/* test_tricks.c - spun words, readings in brackets, what stands again. */
#include "engine/tricks.h"

#include "engine_fixture.h"

static scls_body tricks_of(const char *text)
{
	scls_headline_score score = engine_score(text);
	scls_tricks tricks = { &db->tricks, 0, 0, 0 };
	scls_body body = { 0 };

	scls_tricks_add(&tricks, &score.headline);
	scls_tricks_sum(&tricks, &body);
	return body;
}

/* Each of them once, wherever it stands. */
START_TEST(spun_words)
{
	char text[512];

	ck_assert_uint_eq(tricks_of("东谈主在桥上作念事").spun, 2);
	ck_assert_uint_eq(tricks_of("作念了又作念").spun, 1);
	ck_assert_uint_eq(tricks_of("在桥上作").spun, 0);
	ck_assert_uint_eq(tricks_of("东谈").spun, 0);
	for (uint32_t n = 60; n < 70; n++) {
		strcpy(engine_characters(text, n), "作念");
		HOLDS(tricks_of(text).spun == 1, n);
	}
}
END_TEST

/* How often the reading is written where two more are, which is enough. */
static uint32_t times(const char *reading)
{
	char text[256] = "木(mu)桥(qiao)边";

	strcat(text, reading);
	return tricks_of(text).pinyin;
}

START_TEST(three_readings)
{
	ck_assert_uint_eq(times(""), 0);
	ck_assert_uint_eq(times("(mu)"), 0);
	ck_assert_uint_eq(times("(bian)"), 3);
	ck_assert_uint_eq(times("(bian)边(bian)"), 4);
}
END_TEST

/* Of the same length: a tone mark tells no other reading. */
START_TEST(tones)
{
	ck_assert_uint_eq(times("(biān)"), 3);
	ck_assert_uint_eq(times("(mù)"), 0);
	ck_assert_uint_eq(times("(lǜ)"), 3);
	ck_assert_uint_eq(times("(lü)"), 3);
}
END_TEST

START_TEST(syllables)
{
	static const char *const good[] = {
		"(zhuang)", "(a)", "(er)", "(chi)", "(shei)", "(wo)", "(nve)"
	};
	static const char *const bad[] = {
		"(zh)", "(b)", "(bhan)", "(qwe)", "(zhuangg)", "(km)", "(1)",
		"()", "(bian", "bian)", "(bi an)", "(bian,)"
	};

	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++)
		HOLDS(times(good[i]) == 3, i);
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		HOLDS(times(bad[i]) == 0, i);
}
END_TEST

/* Behind a Han character alone. */
START_TEST(brackets_elsewhere)
{
	ck_assert_uint_eq(times("a(bian)"), 0);
	ck_assert_uint_eq(tricks_of("(bian)木(mu)桥(qiao)").pinyin, 0);
}
END_TEST

static scls_repeats repeats_begin(void)
{
	scls_repeats r;

	ck_assert_int_eq(scls_repeats_init(&r, &session->arena), SPAMCLS_OK);
	return r;
}

static void add(scls_repeats *repeats, const char *text)
{
	scls_headline_score score = engine_score(text);

	scls_repeats_add(repeats, &score.headline);
}

/* Two hundred phrases of four characters and more can be stuffed. */
START_TEST(fewest_phrases)
{
	char text[1024];
	scls_repeats r = repeats_begin();

	engine_characters(text, 202);
	add(&r, text);
	ck_assert_uint_eq(r.counted, 199);
	ck_assert_uint_eq(scls_repeats_stuffed(&r), 0);
	add(&r, "水边木桥");
	ck_assert_uint_eq(r.counted, 200);
	ck_assert_uint_ge(scls_repeats_stuffed(&r), 1024 / 200);
	ck_assert_uint_le(scls_repeats_stuffed(&r), 3 * 1024 / 200);
}
END_TEST

START_TEST(commonest_phrase)
{
	char text[1024];
	scls_repeats r = repeats_begin();

	engine_characters(text, 203);
	add(&r, text);
	for (int i = 0; i < 50; i++)
		add(&r, "水边木桥");
	ck_assert_uint_eq(r.counted, 250);
	ck_assert_uint_ge(scls_repeats_stuffed(&r), 50 * 1024 / 250);
	ck_assert_uint_le(scls_repeats_stuffed(&r), 53 * 1024 / 250);
}
END_TEST

/* Of 2^22 phrases 1024 come to each of 4096 counters by chance: twice as many
 * prove nothing, and are taken off what is more. */
START_TEST(phrases_that_meet_by_chance)
{
	scls_repeats r = repeats_begin();

	r.counted = 1u << 22;
	r.phrase[7] = 2048;
	ck_assert_uint_eq(scls_repeats_stuffed(&r), 0);
	r.phrase[9] = 2048 + 3 * 4096;
	ck_assert_uint_eq(scls_repeats_stuffed(&r), 3);
}
END_TEST

/* All four of them characters of Han, within one piece. */
START_TEST(what_is_a_phrase)
{
	scls_repeats r = repeats_begin();

	add(&r, "水边木");
	add(&r, "水边,木桥");
	add(&r, "水边木a");
	add(&r, "abcdefgh");
	ck_assert_uint_eq(r.counted, 0);
	add(&r, "a水边木桥边a水边木桥");
	ck_assert_uint_eq(r.counted, 3);
}
END_TEST

static int seen(scls_repeats *r, const char *paragraph)
{
	return scls_repeats_seen(r, scls_span_of(paragraph));
}

START_TEST(paragraphs_again)
{
	scls_repeats r = repeats_begin();

	ck_assert_int_eq(seen(&r, "a bridge of wood"), 0);
	ck_assert_int_eq(seen(&r, "a bridge of stone"), 0);
	ck_assert_int_ne(seen(&r, "a bridge of wood"), 0);
	ck_assert_int_ne(seen(&r, "a bridge of wood"), 0);
	ck_assert_int_eq(seen(&r, "a bridge of woo"), 0);
}
END_TEST

SUITE("tricks", {
	tcase_add_checked_fixture(tcase, open_all, close_all);
	CASE(spun_words);
	CASE(three_readings);
	CASE(tones);
	CASE(syllables);
	CASE(brackets_elsewhere);
	CASE(fewest_phrases);
	CASE(commonest_phrase);
	CASE(phrases_that_meet_by_chance);
	CASE(what_is_a_phrase);
	CASE(paragraphs_again);
})
