/* test_api_headlines.c - headlines alone: scores and explanations. */
#include "api_opened.h"

static const char *const lines[] = {
	"光子晶圆架构突破,算力飙升417.3%背后的产业变局与未来展望",
	"图书馆周末延长开放时间", "", " ", "%", "bad \xFF\xC0 bytes",
	"成本降低工业视觉%", "\xE4", "a\tb", "🙂🙂🙂",
};
#define N (sizeof(lines) / sizeof(lines[0]))

static void expect_same(const spamcls_score *one, const spamcls_score *other)
{
	ck_assert_int_eq(one->score, other->score);
	ck_assert_int_eq(one->label, other->label);
	ck_assert_str_eq(one->family, other->family);
	ck_assert_uint_eq(one->flags, other->flags);
	ck_assert(one->probability == other->probability);
	ck_assert(one->probability >= 0 && one->probability <= 1);
}

START_TEST(many_are_as_one)
{
	spamcls_span spans[N];
	spamcls_score all[N], one;

	for (size_t i = 0; i < N; i++)
		spans[i] = api_span(lines[i]);
	ck_assert_int_eq(spamcls_score_headlines(session, spans, N, all),
	                 SPAMCLS_OK);
	for (size_t i = N; i-- > 0;) {
		ck_assert_int_eq(spamcls_score_headlines(session, &spans[i],
		                                         1, &one),
		                 SPAMCLS_OK);
		expect_same(&all[i], &one);
	}
}
END_TEST

#define MANY 3000
#define LONG 40 /* copies of each line, one behind the other */

/* More than are weighed at once: of short lines, of long ones, and of both by
 * turns.  Each is as it is by itself, also as the link of a page. */
START_TEST(very_many_are_as_one)
{
	static char longer[N][LONG * 128];
	static spamcls_span spans[MANY];
	static spamcls_score all[MANY];
	spamcls_score one[2 * N];

	for (size_t i = 0; i < N; i++) {
		for (int k = 0; k < LONG; k++)
			strcat(longer[i], lines[i]);
		spans[i] = api_span(lines[i]);
		spans[N + i] = api_span(longer[i]);
	}
	for (size_t i = 0; i < 2 * N; i++)
		ck_assert_int_eq(spamcls_score_headlines(session, &spans[i], 1,
		                                         &one[i]), SPAMCLS_OK);
	for (size_t i = 2 * N; i < MANY; i++)
		spans[i] = spans[i < MANY / 3 ? i % N : i < 2 * MANY / 3
		                 ? N + i % N : i % (2 * N)];
	ck_assert_int_eq(spamcls_score_headlines(session, spans, MANY, all),
	                 SPAMCLS_OK);
	for (size_t i = 0; i < MANY; i++) {
		size_t k = 0;

		while (spans[k].data != spans[i].data)
			k++;
		expect_same(&all[i], &one[k]);
	}
}
END_TEST

#define LINKS 700 /* of two lines by turns */

START_TEST(links_are_as_headlines)
{
	static char page[LINKS * 128];
	spamcls_span spans[2] = { api_span(lines[0]), api_span(lines[1]) };
	spamcls_input input = SPAMCLS_INPUT_INIT;
	const spamcls_result *result = NULL;
	spamcls_score scores[2];

	for (size_t i = 0; i < LINKS; i++) {
		strcat(page, lines[i % 2]);
		strcat(page, "\n");
	}
	ck_assert_int_eq(spamcls_score_headlines(session, spans, 2, scores),
	                 SPAMCLS_OK);
	input.kind = SPAMCLS_KIND_LINKS;
	input.data = page;
	input.size = strlen(page);
	ck_assert_int_eq(spamcls_classify(session, &input, &result),
	                 SPAMCLS_OK);
	ck_assert_uint_ge(result->n_links, LINKS - 1);
	for (size_t i = 0; i < result->n_links; i++) {
		const spamcls_link *l = &result->links[i];
		size_t k = strncmp(page + l->begin, lines[0], 6) != 0;

		ck_assert_int_eq(l->score - l->context, scores[k].score);
		ck_assert_str_eq(l->family, scores[k].family);
	}
}
END_TEST

START_TEST(templates_stand_out)
{
	spamcls_span spans[2] = { api_span(lines[0]), api_span(lines[1]) };
	spamcls_score scores[2];

	ck_assert_int_eq(spamcls_score_headlines(session, spans, 2, scores),
	                 SPAMCLS_OK);
	ck_assert_int_ge(scores[0].label, SPAMCLS_LABEL_LIKELY);
	ck_assert_int_eq(scores[1].label, SPAMCLS_LABEL_CLEAN);
	ck_assert_int_gt(scores[0].score, scores[1].score);
	ck_assert(scores[0].probability > scores[1].probability);
}
END_TEST

START_TEST(reasons_add_up)
{
	const spamcls_explanation *why = NULL;
	spamcls_score score;

	for (size_t i = 0; i < N; i++) {
		spamcls_span span = api_span(lines[i]);

		ck_assert_int_eq(spamcls_score_headlines(session, &span, 1,
		                                         &score),
		                 SPAMCLS_OK);
		ck_assert_int_eq(spamcls_explain_headline(session, span,
		                                          &why),
		                 SPAMCLS_OK);
		ck_assert_int_eq(why->score.score, score.score);
		ck_assert_int_eq(api_sum(why->reasons, why->n_reasons),
		                 score.score);
		for (size_t k = 0; k < why->n_reasons; k++) {
			ck_assert_uint_le(why->reasons[k].begin,
			                  why->reasons[k].end);
			ck_assert_uint_le(why->reasons[k].end, span.size);
			ck_assert_uint_gt(strlen(why->reasons[k].message_en),
			                  3);
			ck_assert_uint_gt(strlen(why->reasons[k].message_zh),
			                  3);
			HOLDS(k == 0 || abs(why->reasons[k - 1].weight)
			                >= abs(why->reasons[k].weight), k);
		}
	}
}
END_TEST

START_TEST(skeleton_names_slots)
{
	const spamcls_explanation *why = NULL;

	ck_assert_int_eq(spamcls_explain_headline(session, api_span(
		"北京市产值增长百分之三"), &why), SPAMCLS_OK);
	ck_assert_uint_gt(why->skeleton_size, 0);
	ck_assert_ptr_nonnull(memchr(why->skeleton, '{', why->skeleton_size));
}
END_TEST

/* A slot knows its place, its name and what that means. */
START_TEST(slots_are_named)
{
	const spamcls_explanation *why = NULL;

	ck_assert_int_eq(spamcls_explain_headline(session, api_span(
		"木桥37.5%水"), &why), SPAMCLS_OK);
	ck_assert_uint_eq(why->n_slots, 1);
	ck_assert_uint_eq(why->slots[0].begin, 6);
	ck_assert_uint_eq(why->slots[0].end, 11);
	ck_assert_str_eq(why->slots[0].name, "PCT");
	ck_assert_str_eq(why->slots[0].meaning_en, "percentage");
	ck_assert_str_eq(why->slots[0].meaning_zh, "百分比");
}
END_TEST

/* One at the front begins with the line. */
START_TEST(first_slot)
{
	const spamcls_explanation *why = NULL;

	ck_assert_int_eq(spamcls_explain_headline(session, api_span(
		"37.5%水"), &why), SPAMCLS_OK);
	ck_assert_uint_eq(why->n_slots, 1);
	ck_assert_uint_eq(why->slots[0].begin, 0);
	ck_assert_uint_eq(why->slots[0].end, 5);
}
END_TEST

/* Of the rules that hit and name one, the one with the largest score. */
START_TEST(family_of_the_strongest_rule)
{
	static const char pack[] =
		"headline __H /zz/\n"
		"headline A /zzz/\nscore A 3\ntest A ok zzz\ntest A fail y\n"
		"family weak\n"
		"headline B /zzz/\nscore B 1\ntest B ok zzz\ntest B fail y\n"
		"family strong\n"
		"headline C /zzz/\nscore C 2\ntest C ok zzz\ntest C fail y\n"
		"family honest\n"
		"headline D /yyy/\nscore D -1\ntest D ok yyy\n"
		"test D fail z\n";
	const spamcls_part part = { SPAMCLS_PART_RULES, "own", pack,
	                            sizeof(pack) - 1 };
	spamcls_span spans[2] = { api_span("zzz"), api_span("yyy") };
	spamcls_session *own_session;
	spamcls_score scores[2];
	spamcls_db *own = NULL;

	ck_assert_int_eq(spamcls_db_open_memory(&own, &part, 1, NULL, NULL),
	                 SPAMCLS_OK);
	own_session = api_session(own);
	ck_assert_int_eq(spamcls_score_headlines(own_session, spans, 2,
	                                         scores), SPAMCLS_OK);
	ck_assert_str_eq(scores[0].family, "strong");
	ck_assert_str_eq(scores[1].family, "");
	spamcls_session_free(own_session);
	spamcls_db_free(own);
}
END_TEST

START_TEST(long_line)
{
	static char line[100000];
	spamcls_span span = { line, sizeof(line) };
	spamcls_score score;

	memset(line, 'x', sizeof(line));
	ck_assert_int_eq(spamcls_score_headlines(session, &span, 1, &score),
	                 SPAMCLS_OK);
	ck_assert(score.flags & SPAMCLS_FLAG_LONG_HEADLINE);
}
END_TEST

START_TEST(bytes_that_are_no_text)
{
	static const char *const some[] = {
		"旧仓库改成了公共工坊", "\xBE\xC9\xB2\xD6\xBF\xE2", "a\xEF\xBF\xBD"
	};
	spamcls_score score;

	for (int i = 0; i < 3; i++) {
		spamcls_span span = api_span(some[i]);

		ck_assert_int_eq(spamcls_score_headlines(session, &span, 1,
		                                         &score), SPAMCLS_OK);
		ck_assert_uint_eq(score.flags,
		                  i == 1 ? SPAMCLS_FLAG_REPAIRED : 0);
	}
}
END_TEST

/* "¼" folds to "1/4", and the numbers before and behind it meet there. */
START_TEST(slots_share_no_byte)
{
	const char *text = "提升5¼%";
	const spamcls_explanation *why = NULL;
	uint32_t last = 0;

	ck_assert_int_eq(spamcls_explain_headline(session, api_span(text),
	                                          &why), SPAMCLS_OK);
	ck_assert_uint_gt(why->n_slots, 1);
	for (size_t i = 0; i < why->n_slots; i++) {
		ck_assert_uint_ge(why->slots[i].begin, last);
		ck_assert_uint_gt(why->slots[i].end, why->slots[i].begin);
		last = why->slots[i].end;
	}
	ck_assert_uint_eq(last, strlen(text));
}
END_TEST

SUITE("api_headlines",
	tcase_add_checked_fixture(tcase, open_all, close_all);
	CASE(many_are_as_one);
	CASE(very_many_are_as_one);
	CASE(links_are_as_headlines);
	CASE(templates_stand_out);
	CASE(reasons_add_up);
	CASE(skeleton_names_slots);
	CASE(slots_are_named);
	CASE(first_slot);
	CASE(family_of_the_strongest_rule);
	CASE(slots_share_no_byte);
	CASE(long_line);
	CASE(bytes_that_are_no_text);
)
