/* test_measure.c - which features a headline has. */
#include "base/random.h"
#include "measure_fixture.h"

#include <stdio.h>

/* Shared hashed features of one group. */
static uint32_t shared(const char *a, const char *b, enum scls_group group)
{
	static uint32_t first[SCLS_MEASURE_ROOM(UNITS)];
	uint32_t n, both = 0;

	measure(a);
	n = features.n;
	memcpy(first, ids, n * sizeof(*ids));
	measure(b);
	for (uint32_t i = 0; i < n; i++)
		for (uint32_t k = 0; k < features.n; k++)
			if (first[i] == ids[k]
			    && first[i] & SCLS_HASHED
			    && scls_feature_group(first[i]) == group) {
				both++;
				break;
			}
	return both;
}

START_TEST(repeats)
{
	set_up();
	ck_assert(has("免费直播官网版-免费直播最新版", SCLS_F_REPEAT_1));
	ck_assert(has("免费直播大全-免费直播大全", SCLS_F_REPEAT_2));
	ck_assert(has("看片神器 看片神器 看片神器 看片神器", SCLS_F_REPEAT_3));
	ck_assert(!has("每个字都不一样的标题", SCLS_F_REPEAT_1));
	/* Three units are a word, five a phrase, three words many. */
	ck_assert(!has("木桥-木桥", SCLS_F_REPEAT_1));
	ck_assert(has("木桥边-木桥边", SCLS_F_REPEAT_1));
	ck_assert(!has("木桥河边-木桥河边", SCLS_F_REPEAT_2));
	ck_assert(has("木桥河边看-木桥河边看", SCLS_F_REPEAT_2));
	ck_assert(!has("木桥边-木桥边-木桥边", SCLS_F_REPEAT_3));
	ck_assert(has("木桥边-木桥边-木桥边-木桥边", SCLS_F_REPEAT_3));
	ck_assert(!has("123-123", SCLS_F_REPEAT_1));
	tear_down();
}
END_TEST

START_TEST(a_number_counts_however_it_is_written)
{
	set_up();
	ck_assert_uint_eq(shared("飙升308.7%背后", "飙升三百零八点七%背后",
	                         SCLS_GROUP_WORDING),
	                  shared("飙升308.7%背后", "飙升308.7%背后",
	                         SCLS_GROUP_WORDING));
	ck_assert_uint_eq(shared("飙升308.7%背后", "飙升百分之412.6背后",
	                         SCLS_GROUP_WORDING),
	                  shared("飙升308.7%背后", "飙升308.7%背后",
	                         SCLS_GROUP_WORDING));
	tear_down();
}
END_TEST

/* What a line repeats it has once, be it units, words or classes. */
START_TEST(an_ngram_counts_once)
{
	static const char *const lines[] = {
		"三年看五人", "三年看五天的人", "3人看5人看7人", "木桥边-木桥边",
		"new words new words", "星河汽车蓝鲸量子", "量子固态电池飙升提升",
	};

	set_up();
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
		measure(lines[i]);
		for (uint32_t a = 0; a < features.n; a++)
			for (uint32_t b = 0; b < a; b++)
				HOLDS(ids[a] != ids[b], i);
	}
	tear_down();
}
END_TEST

START_TEST(outlines_carry_over_classes)
{
	set_up();
	/* other classes of the same kinds: the outline is the same */
	ck_assert_uint_gt(shared("星河汽车飙升9%", "量子提升3倍",
	                         SCLS_GROUP_OUTLINE),
	                  shared("星河汽车飙升9%", "量子提升3倍",
	                         SCLS_GROUP_FRAME));
	tear_down();
}
END_TEST

START_TEST(frames_carry_over_words)
{
	set_up();
	/* no word in common, yet the same frame: all of its n-grams */
	for (unsigned g = SCLS_GROUP_FRAME; g <= SCLS_GROUP_ORDER; g++) {
		unsigned all = shared("星河汽车量子续航飙升9%",
		                      "星河汽车量子续航飙升9%", g);

		ck_assert_uint_ge(all, 11);
		ck_assert_uint_eq(shared("星河汽车量子续航飙升9%",
		                         "蓝鲸固态电池成本提升8.8%", g), all);
	}
	ck_assert_uint_le(shared("星河汽车量子续航飙升9%",
	                         "蓝鲸固态电池成本提升8.8%",
	                         SCLS_GROUP_WORDING), 8);
	tear_down();
}
END_TEST

START_TEST(evidence_lies_inside)
{
	static const char line[] = "蓝鲸AI提升12%, 成本3亿元 {x} new words";
	uint32_t of_nothing = 0;
	scls_headline h;

	set_up();
	measure(line);
	scls_analyze(analyzer, scls_span_of(line), &h);
	for (uint32_t i = 0; i < features.n; i++) {
		int of_line = !(ids[i] & SCLS_HASHED)
		              || scls_feature_group(ids[i])
		                         == SCLS_GROUP_PAIR;

		HOLDS(evidence[i].begin <= evidence[i].end, i);
		HOLDS(evidence[i].end <= h.n_units, i);
		if (evidence[i].begin == evidence[i].end)
			HOLDS(of_line, i);
		of_nothing += evidence[i].begin == evidence[i].end;
	}
	ck_assert_uint_lt(of_nothing, features.n / 2);
	tear_down();
}
END_TEST

/* A score, which asks for no evidence, is that of the same features. */
START_TEST(evidence_changes_no_feature)
{
	static uint32_t with[SCLS_MEASURE_ROOM(UNITS)];
	uint32_t n;

	set_up();
	measure("蓝鲸AI提升12%, 成本3亿元 {x} new words, 蓝鲸AI提升");
	n = features.n;
	memcpy(with, ids, n * sizeof(*ids));
	features.evidence = NULL;
	measure("蓝鲸AI提升12%, 成本3亿元 {x} new words, 蓝鲸AI提升");
	ck_assert_uint_eq(features.n, n);
	ck_assert_mem_eq(ids, with, n * sizeof(*ids));
	tear_down();
}
END_TEST

/* The places of nothing but the wording among all features, in the same order;
 * returns how many units the text has. */
static uint32_t same_wording(const char *text)
{
	static uint32_t alone[SCLS_MEASURE_ROOM(UNITS)];
	static scls_evidence places[SCLS_MEASURE_ROOM(UNITS)];
	scls_features some = { alone, places, 0, SCLS_MEASURE_ROOM(UNITS) };
	uint32_t n = 0;
	scls_headline h;

	measure(text);
	scls_analyze(analyzer, scls_span_of(text), &h);
	scls_measure_wording(&h, &some);
	for (uint32_t i = 0; i < features.n; i++) {
		if (!(ids[i] & SCLS_HASHED)
		    || scls_feature_group(ids[i]) > SCLS_GROUP_PART)
			continue;
		ck_assert_uint_lt(n, some.n);
		ck_assert_uint_eq(places[n].begin, evidence[i].begin);
		ck_assert_uint_eq(places[n++].end, evidence[i].end);
	}
	ck_assert_uint_eq(n, some.n);
	return h.n_units;
}

/* Of a short line, and of one that filters see in more than one piece. */
START_TEST(wording_alone)
{
	char text[1024] = "";

	set_up();
	(void)same_wording("蓝鲸AI提升12%, 成本3亿元 {x} new words, "
	                   "蓝鲸AI提升");
	for (int i = 0; i < 20; i++)
		(void)snprintf(text + strlen(text), sizeof(text) - strlen(text),
		               "街边%d家茶馆又开了, 蓝鲸AI提升", i);
	ck_assert_uint_gt(same_wording(text), 200);
	tear_down();
}
END_TEST

START_TEST(room_is_never_exceeded)
{
	static char text[8192];
	static const char *const piece[] = {
		"1", "蓝鲸", "a ", "%", "{x}", "-", "百", "免费直播免费直播"
	};

	set_up();
	for (size_t p = 0; p < sizeof(piece) / sizeof(piece[0]); p++) {
		text[0] = '\0';
		while (strlen(text) + 64 < sizeof(text))
			strcat(text, piece[p]);
		measure(text);
		ck_assert_uint_lt(features.n, features.room);
	}
	tear_down();
}
END_TEST

/* The same characters in the same order have the same keys, wherever they
 * stand; digits are alike. */
START_TEST(sequences)
{
	uint32_t a[16][SCLS_SEQUENCE], b[16][SCLS_SEQUENCE];
	scls_headline h;
	uint32_t n;

	set_up();
	scls_analyze(analyzer, scls_span_of("abcde7"), &h);
	n = scls_measure_sequence(&h, a);
	ck_assert_uint_eq(n, 7);
	scls_analyze(analyzer, scls_span_of("xxbcde1"), &h);
	ck_assert_uint_eq(scls_measure_sequence(&h, b), 8);
	ck_assert_mem_eq(a[4], b[5], sizeof(a[4]));
	ck_assert_mem_eq(a[5], b[6], sizeof(a[5]));
	ck_assert_mem_eq(a[6], b[7], sizeof(a[6]));
	ck_assert_mem_eq(a[3], b[4], 3 * sizeof(a[3][0]));
	ck_assert_uint_ne(a[3][3], b[4][3]);
	for (uint32_t i = 0; i < SCLS_SEQUENCE; i++)
		for (uint32_t k = 0; k < i; k++)
			ck_assert_uint_ne(a[4][i], a[4][k]);
	/* Where it begins and ends counts. */
	scls_analyze(analyzer, scls_span_of("bcde1"), &h);
	n = scls_measure_sequence(&h, b);
	ck_assert_uint_eq(b[0][0], a[1][0]);
	ck_assert_uint_ne(b[0][1], a[1][1]);
	ck_assert_mem_eq(b[n - 1], a[6], sizeof(a[6]));
	tear_down();
}
END_TEST

/* The key of the n units that end with number i, from the first of them on;
 * the end of the line is one more, and stands before its first, too. */
static uint32_t slow_key(const uint32_t *unit, uint32_t n_units, int64_t i,
                         uint32_t n)
{
	uint64_t hash = 1;

	for (int64_t k = i + 1 - n; k <= i; k++) {
		uint64_t u = k >= 0 && k < n_units ? unit[k] : 1;

		if (k < -1 || hash == 0)
			return 0;
		u = u >= '0' && u <= '9' ? '0' : u;
		hash = (k < 0 ? 2 : hash ^ (u + 1))
		       * UINT64_C(0x9e3779b97f4a7c15);
	}
	return (uint32_t)((hash ^ hash >> 29) * UINT64_C(0xd6e8feb86659fd93)
	                  >> 32);
}

/* Of any units, 0 among them, in lines of any length. */
START_TEST(sequences_one_by_one)
{
	enum { LONG = 41 };
	static uint32_t keys[LONG + 1 + SCLS_SEQUENCE_BEHIND][SCLS_SEQUENCE];
	scls_random r = scls_random_from(6);

	for (uint32_t n = 0; n <= LONG; n++) {
		uint32_t unit[LONG + 4] = { 0 };
		scls_headline line = { .units = unit, .n_units = n };

		for (uint32_t i = 0; i < n; i++)
			unit[i] = (uint32_t)(scls_random_next(&r)
			                     % (i % 2 ? 0x80 : 0x30000));
		unit[n / 2] = 0;
		ck_assert_uint_eq(scls_measure_sequence(&line, keys), n + 1);
		for (uint32_t i = 0; i <= n; i++)
			for (uint32_t k = 0; k < SCLS_SEQUENCE; k++)
				ck_assert_uint_eq(keys[i][k], slow_key(
				        unit, n, i, k + 1));
	}
}
END_TEST

START_TEST(empty)
{
	set_up();
	measure("");
	ck_assert_uint_ge(features.n, 1);
	ck_assert(has("", SCLS_F_BIAS));
	tear_down();
}
END_TEST

SUITE("measure", {
	CASE(repeats);
	CASE(a_number_counts_however_it_is_written);
	CASE(an_ngram_counts_once);
	CASE(outlines_carry_over_classes);
	CASE(frames_carry_over_words);
	CASE(evidence_lies_inside);
	CASE(evidence_changes_no_feature);
	CASE(wording_alone);
	CASE(room_is_never_exceeded);
	CASE(sequences);
	CASE(sequences_one_by_one);
	CASE(empty);
})
