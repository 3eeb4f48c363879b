/* test_topic.c - what a line and a body have in common. */
#include "engine/topic.h"

#include "engine_fixture.h"

static scls_topic topic;
static char text[4096];

static void add(const char *piece)
{
	scls_headline_score score = engine_score(piece);

	scls_topic_add(&topic, &score.headline);
}

static uint16_t share(const char *line)
{
	scls_headline_score score = engine_score(line);

	return scls_topic_share(&topic, &score.headline);
}

/* A body of that many pairs of characters. */
static void body_of(uint32_t pairs)
{
	ck_assert_int_eq(scls_topic_init(&topic, &session->arena), SPAMCLS_OK);
	engine_characters(text, pairs + 1);
	add(text);
	ck_assert_uint_eq(topic.pairs, pairs);
}

START_TEST(a_short_body_has_none)
{
	body_of(59);
	ck_assert_uint_eq(share(text), UINT16_MAX);
	body_of(60);
	ck_assert_uint_eq(share(text), 1024);
}
END_TEST

START_TEST(a_long_body_has_none)
{
	body_of(240);
	for (int i = 1; i < 100; i++)
		add(text);
	ck_assert_uint_eq(topic.pairs, 24000);
	ck_assert_uint_eq(share(text), 1024);
	add("水边");
	ck_assert_uint_eq(topic.pairs, 24001);
	ck_assert_uint_eq(share(text), UINT16_MAX);
	add("水边");
	ck_assert_uint_eq(topic.pairs, 24001);
}
END_TEST

START_TEST(share_of_pairs)
{
	body_of(100);
	text[3 * 5] = '\0'; /* four pairs */
	ck_assert_uint_eq(share(text), 1024);
	strcat(text, "猫狗鸡鸭"); /* and four others */
	ck_assert_uint_eq(share(text), 512);
	ck_assert_uint_eq(share("猫狗鸡鸭"), 0);
	ck_assert_uint_eq(share("猫"), UINT16_MAX);
	ck_assert_uint_eq(share(",!?"), UINT16_MAX);
	ck_assert_uint_eq(share("猫,狗"), UINT16_MAX);
}
END_TEST

/* Of three letters and more, each as a whole. */
START_TEST(words)
{
	body_of(100);
	add("the old bridge to it");
	ck_assert_uint_eq(topic.pairs, 103);
	ck_assert_uint_eq(share("the old bridge"), 1024);
	ck_assert_uint_eq(share("an old cat"), 512);
	ck_assert_uint_eq(share("old"), 1024);
	ck_assert_uint_eq(share("bridges"), 0);
	ck_assert_uint_eq(share("ridge"), 0);
	ck_assert_uint_eq(share("to it"), UINT16_MAX);
}
END_TEST

/* Letters are looked at by 64 at once: a word may stand across. */
START_TEST(words_anywhere)
{
	body_of(100);
	add("bridge");
	for (uint32_t at = 0; at < 140; at++) {
		for (uint32_t i = 0; i < at; i++)
			text[i] = i % 2 == at % 2 ? 'a' : ' ';
		if (at > 0)
			text[at - 1] = ' ';
		strcpy(text + at, "bridge");
		HOLDS(share(text) == 1024, at);
		strcpy(text + at, "bridges");
		HOLDS(share(text) == 0, at);
		strcpy(text + at, "to");
		HOLDS(share(text) == UINT16_MAX, at);
	}
}
END_TEST

SUITE("topic", {
	tcase_add_checked_fixture(tcase, open_all, close_all);
	CASE(a_short_body_has_none);
	CASE(a_long_body_has_none);
	CASE(share_of_pairs);
	CASE(words);
	CASE(words_anywhere);
})
