/*
 * api_opened.h - a database and a session for every case of a suite: give
 * open_all and close_all to tcase_add_checked_fixture.
 */
#ifndef TEST_API_OPENED_H
#define TEST_API_OPENED_H

#include "api_fixture.h"

static spamcls_db *db;
static spamcls_session *session;

static void open_all(void)
{
	db = api_db();
	session = api_session(db);
}

static void close_all(void)
{
	spamcls_session_free(session);
	spamcls_db_free(db);
}

#endif
