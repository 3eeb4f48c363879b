/*
 * part.h - a database with one part that a stranger wrote, and what follows:
 * it is refused with a reason, or it works.
 */
#ifndef TEST_FUZZ_PART_H
#define TEST_FUZZ_PART_H

#include "fuzz.h"

static const char part_page[] =
	"城市交通的新变化\n\n业内人士指出,等候时间缩短了37.4%。\n\n相关推荐:\n"
	"光子晶圆架构突破,算力飙升417.3%背后的产业变局\n"
	"云岭新能源固态电池跃升,能量密度暴涨268.9%\n"
	"Download Free APK 2024 v48.54778.7\n成本降低工业视觉%\n";

static void part_use(const spamcls_db *db)
{
	spamcls_session *session = NULL;

	PROMISE(spamcls_session_new(&session, db, NULL) == SPAMCLS_OK);
	fuzz_classify(session, part_page, sizeof(part_page) - 1,
	              SPAMCLS_KIND_TEXT, NULL);
	fuzz_headline(session, part_page, sizeof(part_page) - 1);
	spamcls_session_free(session);
}

/* The statuses that say a file is wrong. */
static int part_refused(spamcls_status status)
{
	return status == SPAMCLS_E_SYNTAX || status == SPAMCLS_E_LIMIT
	       || status == SPAMCLS_E_FORMAT || status == SPAMCLS_E_VERSION
	       || status == SPAMCLS_E_RULE_TEST;
}

/* Opens n parts; small ones stand in for the lexicon and the rules. */
static void part_open(const spamcls_part *parts, size_t n,
                      const spamcls_db_options *options)
{
	spamcls_error error = { .status = SPAMCLS_OK };
	spamcls_db *db = NULL;
	spamcls_status status;

	status = spamcls_db_open_memory(&db, parts, n, options, &error);
	PROMISE((status == SPAMCLS_OK) == (db != NULL));
	PROMISE(error.status == status);
	if (db)
		part_use(db);
	else
		PROMISE(part_refused(status) && error.message[0] != '\0');
	spamcls_db_free(db);
}

#endif
