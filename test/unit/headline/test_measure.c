/* test_measure.c - which features a headline has. */
#include "headline/measure.h"

#include "../../suite.h"
#include "lexicon_fixture.h"

#include <stdio.h>

#define UNITS 256

static scls_lexicon *lexicon;
static scls_analyzer *analyzer;
static spamcls_allocator allocator;
static uint32_t ids[SCLS_MEASURE_ROOM(UNITS)];
static scls_evidence evidence[SCLS_MEASURE_ROOM(UNITS)];
static scls_features features;

static void set_up(void)
{
	allocator = scls_alloc_default();
	lexicon = fixture_lexicon();
	ck_assert_int_eq(scls_analyzer_new(&analyzer, lexicon, UNITS,
	                                   &allocator), SPAMCLS_OK);
	features.ids = ids;
	features.evidence = evidence;
	features.room = SCLS_MEASURE_ROOM(UNITS);
}

static void tear_down(void)
{
	scls_analyzer_free(analyzer);
	scls_lexicon_free(lexicon);
}

static void measure(const char *source)
{
	scls_headline h;

	features.n = 0;
	scls_analyze(analyzer, scls_span_of(source), &h);
	scls_measure(&h, &features);
}

static int has(const char *source, uint32_t id)
{
	measure(source);
	for (uint32_t i = 0; i < features.n; i++)
		if (ids[i] == id)
			return 1;
	return 0;
}

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

START_TEST(number_checks)
{
	set_up();
	ck_assert(has("成本暴降286.8%", SCLS_F_FALL_100));
	ck_assert(!has("成本暴降28%", SCLS_F_FALL_100));
	ck_assert(!has("成本飙升286%", SCLS_F_FALL_100));
	ck_assert(has("重构433.1产业", SCLS_F_DEC_BARE));
	ck_assert(!has("重构433.1亿产业", SCLS_F_DEC_BARE));
	ck_assert(has("提升量子%", SCLS_F_PCT_NOUN));
	ck_assert(!has("提升30%", SCLS_F_PCT_NOUN));
	ck_assert(has("app v48.54778.71984", SCLS_F_VER_ODD));
	ck_assert(!has("Linux 6.1.12 发布", SCLS_F_VER_ODD));
	ck_assert(has("青州3867.2亿产业", SCLS_F_MON_PLACE));
	ck_assert(has("达9867.21亿", SCLS_F_MON_EXACT));
	ck_assert(has("50443人参会", SCLS_F_CNT_EXACT));
	ck_assert(!has("50000人参会", SCLS_F_CNT_EXACT));
	ck_assert(has("提升23.27%", SCLS_F_PCT_EXACT2));
	tear_down();
}
END_TEST

/* Borders: what is just too little, and what is just enough. */
START_TEST(numbers_at_borders)
{
	static const struct {
		const char *source;
		uint32_t id;
		int there;
	} e[] = {
		{ "提升100%", SCLS_F_PCT_100, 0 },
		{ "提升100.1%", SCLS_F_PCT_100, 1 },
		{ "暴降101%", SCLS_F_FALL_100, 1 },
		{ "暴降后飙升101%", SCLS_F_FALL_100, 0 },
		{ "飙升后暴降101%", SCLS_F_FALL_100, 1 },
		{ "电池101%", SCLS_F_FALL_100, 0 },
		{ "提升3%", SCLS_F_PCT_EXACT, 0 },
		{ "提升3.5%", SCLS_F_PCT_EXACT, 1 },
		{ "提升3.5%", SCLS_F_PCT_EXACT2, 0 },
		{ "提升3.51%", SCLS_F_PCT_EXACT2, 1 },
		{ "v1.23", SCLS_F_VER_ODD, 0 }, { "v1.234", SCLS_F_VER_ODD, 1 },
		{ "v1.1234567", SCLS_F_VER_ODD, 1 },
		{ "v1.12345678", SCLS_F_VER_ODD, 0 },
		{ "v1999.234", SCLS_F_VER_ODD, 1 },
		{ "v2000.234", SCLS_F_VER_ODD, 0 },
		{ "达100.5亿", SCLS_F_MON_EXACT, 1 },
		{ "达99.5亿", SCLS_F_MON_EXACT, 0 },
		{ "达101亿", SCLS_F_MON_EXACT, 0 },
		{ "青州1000亿", SCLS_F_MON_PLACE, 1 },
		{ "青州999亿", SCLS_F_MON_PLACE, 0 },
		{ "蓝鲸1000亿", SCLS_F_MON_PLACE, 0 },
		{ "10050人", SCLS_F_CNT_EXACT, 1 },
		{ "10100人", SCLS_F_CNT_EXACT, 0 },
		{ "9950人", SCLS_F_CNT_EXACT, 0 },
		{ "10000人", SCLS_F_CNT_EXACT, 0 },
		{ "重构433产业", SCLS_F_DEC_BARE, 0 },
		{ "3人", SCLS_F_NUM_2, 0 }, { "3人看5人", SCLS_F_NUM_2, 1 },
		{ "3人看5人看7人", SCLS_F_NUM_2, 0 },
		{ "3人看5人", SCLS_F_NUM_3, 0 },
		{ "3人看5人看7人", SCLS_F_NUM_3, 1 },
		{ "3人看5人看7人看9人", SCLS_F_NUM_3, 1 },
		{ "2019年3人", SCLS_F_NUM_2, 0 },
		{ "from 37 to 45", SCLS_F_NUM_2, 1 },
	};

	set_up();
	for (size_t i = 0; i < sizeof(e) / sizeof(e[0]); i++)
		ck_assert_msg(has(e[i].source, e[i].id) == e[i].there,
		              "%s: %s", e[i].source,
		              scls_feature_name(e[i].id));
	tear_down();
}
END_TEST

START_TEST(shape)
{
	set_up();
	ck_assert(has("真的吗?", SCLS_F_END_ASK));
	ck_assert(has("结束了。", SCLS_F_END_STOP));
	ck_assert(has("来吧!", SCLS_F_END_CRY));
	ck_assert(has("甲-乙_丙|丁", SCLS_F_SEP_3));
	ck_assert(has("见 www.example.com 吧", SCLS_F_HOST));
	ck_assert(!has("3.5版", SCLS_F_HOST));
	ck_assert(has("加微信12345678", SCLS_F_DIGITS_LONG));
	ck_assert(has("推广█▍推广", SCLS_F_BLOCKS));
	ck_assert(has("免\xE2\x80\x8B费", SCLS_F_HIDDEN));
	ck_assert(has("🔥热门", SCLS_F_EMOJI));
	ck_assert(has("「引用」", SCLS_F_QUOTE));
	tear_down();
}
END_TEST

/* Wherever they stand: the line is looked at 64 units at a time. */
START_TEST(digits_and_letters)
{
	char line[512];

	set_up();
	for (unsigned before = 50; before < 70; before++) {
		memset(line, '-', before);
		strcpy(line + before, "123456;");
		ck_assert(has(line, SCLS_F_DIGITS_LONG));
		strcpy(line + before, "12345;1");
		ck_assert(!has(line, SCLS_F_DIGITS_LONG));
		strcpy(line + before, "a1b;");
		ck_assert(has(line, SCLS_F_MIXED_WORD));
		strcpy(line + before, "a1;b 2");
		ck_assert(!has(line, SCLS_F_MIXED_WORD));
	}
	tear_down();
}
END_TEST

START_TEST(scripts)
{
	set_up();
	ck_assert(has("汉字标题", SCLS_F_SCRIPT_ZH));
	ck_assert(has("おすすめ10選まとめ", SCLS_F_SCRIPT_JA));
	ck_assert(has("레시피 만들기", SCLS_F_SCRIPT_KO));
	ck_assert(has("plain words", SCLS_F_SCRIPT_LATIN));
	ck_assert(has("новости дня", SCLS_F_SCRIPT_OTHER));
	tear_down();
}
END_TEST

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
	set_up();
	measure("蓝鲸AI提升12%, 成本3亿元 {x} new words");
	for (uint32_t i = 0; i < features.n; i++) {
		ck_assert_uint_le(evidence[i].begin, evidence[i].end);
		ck_assert_uint_le(evidence[i].end, UNITS);
	}
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

/* Nothing but the wording among all features, in the same order; returns how
 * many units the text has. */
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
		ck_assert_uint_eq(alone[n], ids[i]);
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
	CASE(number_checks);
	CASE(numbers_at_borders);
	CASE(shape);
	CASE(digits_and_letters);
	CASE(scripts);
	CASE(repeats);
	CASE(a_number_counts_however_it_is_written);
	CASE(outlines_carry_over_classes);
	CASE(frames_carry_over_words);
	CASE(evidence_lies_inside);
	CASE(evidence_changes_no_feature);
	CASE(wording_alone);
	CASE(room_is_never_exceeded);
	CASE(sequences);
	CASE(empty);
})
