/* test_session.c - the limits of a session: what is asked for, and what not. */
#include "engine/session.h"


#include "../../suite.h"

/* The limits that a session made with these works under. */
static spamcls_limits limits_under(const spamcls_limits *asked)
{
	spamcls_session *session = NULL;
	spamcls_limits limits;
	spamcls_db *db = NULL;

	ck_assert_int_eq(spamcls_db_open(&db, NULL, NULL), SPAMCLS_OK);
	ck_assert_int_eq(scls_session_new(&session, db, asked), SPAMCLS_OK);
	limits = session->limits;
	scls_session_free(session);
	spamcls_db_free(db);
	return limits;
}

/* As spamcls.h tells them. */
static void expect_defaults(const spamcls_limits *l)
{
	ck_assert_uint_eq(l->input_bytes, 16u << 20);
	ck_assert_uint_eq(l->text_bytes, 8u << 20);
	ck_assert_uint_eq(l->blocks, 100000);
	ck_assert_uint_eq(l->links, 20000);
	ck_assert_uint_eq(l->depth, 256);
	ck_assert_uint_eq(l->headline, 256);
	ck_assert_uint_eq(l->regex_steps, 20000);
	ck_assert_uint_eq(l->body_bytes, 3072);
}

START_TEST(defaults)
{
	const spamcls_limits zeroes = SPAMCLS_LIMITS_INIT;
	spamcls_limits l = limits_under(NULL);

	expect_defaults(&l);
	l = limits_under(&zeroes);
	expect_defaults(&l);
}
END_TEST

START_TEST(as_asked)
{
	const spamcls_limits asked = { sizeof(asked), 1, 2, 3, 4, 5, 6, 7, 8 };
	spamcls_limits l = limits_under(&asked);

	ck_assert_uint_eq(l.input_bytes, 1);
	ck_assert_uint_eq(l.text_bytes, 2);
	ck_assert_uint_eq(l.blocks, 3);
	ck_assert_uint_eq(l.links, 4);
	ck_assert_uint_eq(l.depth, 5);
	ck_assert_uint_eq(l.headline, 6);
	ck_assert_uint_eq(l.regex_steps, 7);
	ck_assert_uint_eq(l.body_bytes, 8);
}
END_TEST

/* More than the most is the most: 1 GiB of input and of text, 65,535 elements,
 * 4,096 code points. */
START_TEST(largest)
{
	spamcls_limits asked = SPAMCLS_LIMITS_INIT;
	spamcls_limits l;

	asked.input_bytes = UINT64_MAX;
	asked.text_bytes = asked.blocks = asked.links = UINT32_MAX;
	asked.depth = asked.headline = UINT32_MAX;
	l = limits_under(&asked);
	ck_assert_uint_eq(l.input_bytes, 1u << 30);
	ck_assert_uint_eq(l.text_bytes, 1u << 30);
	ck_assert_uint_eq(l.blocks, UINT32_MAX);
	ck_assert_uint_eq(l.links, UINT32_MAX);
	ck_assert_uint_eq(l.depth, 65535);
	ck_assert_uint_eq(l.headline, 4096);
	asked.input_bytes = (1u << 30) - 1;
	asked.headline = 4095;
	l = limits_under(&asked);
	ck_assert_uint_eq(l.input_bytes, (1u << 30) - 1);
	ck_assert_uint_eq(l.headline, 4095);
}
END_TEST

SUITE("session", {
	CASE(defaults);
	CASE(as_asked);
	CASE(largest);
})
