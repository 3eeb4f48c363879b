/*
 * engine_fixture.h - a session with a small lexicon of its own, so that what
 * is found does not change with the shipped one: give open_all and close_all
 * to tcase_add_checked_fixture.
 */
#ifndef TEST_ENGINE_FIXTURE_H
#define TEST_ENGINE_FIXTURE_H

#include "engine/session.h"

#include "../../suite.h"

#include <string.h>

static const char engine_terms[] =
	"[ORG]\n星河汽车\n蓝鲸\n"
	"[PLACE]\n青州\n"
	"[AGENCY]\n林业局\n"
	"[TECH]\n电池\n量子\n"
	"[RISE]\n飙升\n"
	"[FUTURE]\n未来可期\n"
	"[QUEST]\n怎么办\n"
	"[BEST]\n排行榜\n"
	"[QUALITY]\n优质\n"
	"[APP]\n安卓版\n"
	"[ADULT]\n禁片\n"
	"[GAMBLE]\n博彩\n"
	"[VPN]\n梯子\n"
	"[PERSON]\n市长\n";

static spamcls_db *db;
static spamcls_session *session;

static void open_all(void)
{
	const spamcls_part part = { SPAMCLS_PART_LEXICON, "own", engine_terms,
		                    sizeof(engine_terms) - 1 };

	ck_assert_int_eq(spamcls_db_open_memory(&db, &part, 1, NULL,
	                                        NULL), SPAMCLS_OK);
	ck_assert_int_eq(spamcls_session_new(&session, db, NULL), SPAMCLS_OK);
}

static void close_all(void)
{
	spamcls_session_free(session);
	spamcls_db_free(db);
}

/* What is measured of a headline; borrowed until the next one. */
static inline scls_headline_score engine_score(const char *text)
{
	scls_headline_score score;

	ck_assert_int_eq(scls_score_one(session, scls_span_of(text), 0,
	                                &score),
	                 SPAMCLS_OK);
	return score;
}

/* Writes n different characters, and a zero behind them. */
static inline char *engine_characters(char *to, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++) {
		uint32_t c = 0x6C34 + 3 * i;

		*to++ = (char)(0xE0 | c >> 12);
		*to++ = (char)(0x80 | (c >> 6 & 63u));
		*to++ = (char)(0x80 | (c & 63u));
	}
	*to = '\0';
	return to;
}

#endif
