/* test_api_threads.c - one database, many threads; one session, two. */
#include "api_fixture.h"

#include <pthread.h>

#define THREADS 8
#define ROUNDS 10

static const struct {
	const char *data;
	size_t size;
} pages[] = {
	{ farm_page, sizeof(farm_page) - 1 },
	{ honest_page, sizeof(honest_page) - 1 },
	{ html_page, sizeof(html_page) - 1 },
	{ "\xD6\xD0\xB9\xFA\xC8\xCB\xC3\xF1\xB3\xF6\xB0\xE6\xC9\xE7", 14 },
	{ "", 0 },
};
#define PAGES (sizeof(pages) / sizeof(pages[0]))

typedef struct answers {
	const spamcls_db *db;
	char *json[PAGES];   /* of the last round */
	int changed;         /* a round differed from the one before */
	pthread_t thread;
} answers;

/* The page's JSON, the caller's to free. */
static char *answer(spamcls_session *session, size_t page)
{
	const spamcls_result *r = api_classify(session, pages[page].data,
	                                       pages[page].size);
	const char *json;
	size_t size;

	ck_assert_int_eq(spamcls_result_json(session, r, NULL, &json, &size),
	                 SPAMCLS_OK);
	ck_assert_uint_eq(strlen(json), size);
	return strcpy(malloc(size + 1), json);
}

static void *classify_all(void *context)
{
	answers *a = context;
	spamcls_session *session = api_session(a->db);

	for (int round = 0; round < ROUNDS; round++) {
		for (size_t i = 0; i < PAGES; i++) {
			char *json = answer(session, i);

			a->changed |= a->json[i] && strcmp(a->json[i], json);
			free(a->json[i]);
			a->json[i] = json;
		}
	}
	spamcls_session_free(session);
	return NULL;
}

START_TEST(eight_threads_one_answer)
{
	spamcls_db *db = api_db();
	answers single = { .db = db }, many[THREADS] = { { .db = db } };

	classify_all(&single);
	for (int i = 0; i < THREADS; i++) {
		many[i].db = db;
		ck_assert_int_eq(pthread_create(&many[i].thread, NULL,
		                                classify_all, &many[i]), 0);
	}
	for (int i = 0; i < THREADS; i++) {
		pthread_join(many[i].thread, NULL);
		ck_assert_int_eq(many[i].changed, 0);
		for (size_t p = 0; p < PAGES; p++) {
			ck_assert_str_eq(many[i].json[p], single.json[p]);
			free(many[i].json[p]);
		}
	}
	for (size_t p = 0; p < PAGES; p++)
		free(single.json[p]);
	spamcls_db_free(db);
}
END_TEST

enum gate_state { OPEN, ARMED, HELD, RELEASED };

/* An allocator that holds its caller fast, once, when it is told to. */
typedef struct gate {
	pthread_mutex_t lock;
	pthread_cond_t changed;
	enum gate_state state;
} gate;

static void *gated_resize(void *context, void *old, size_t old_size,
                          size_t new_size)
{
	gate *g = context;

	(void)old_size;
	pthread_mutex_lock(&g->lock);
	if (g->state == ARMED) {
		g->state = HELD;
		pthread_cond_broadcast(&g->changed);
		while (g->state != RELEASED)
			pthread_cond_wait(&g->changed, &g->lock);
	}
	pthread_mutex_unlock(&g->lock);
	if (new_size == 0) {
		free(old);
		return NULL;
	}
	return realloc(old, new_size);
}

static void move(gate *g, enum gate_state state)
{
	pthread_mutex_lock(&g->lock);
	g->state = state;
	pthread_cond_broadcast(&g->changed);
	pthread_mutex_unlock(&g->lock);
}

static void wait_until_held(gate *g)
{
	pthread_mutex_lock(&g->lock);
	while (g->state != HELD)
		pthread_cond_wait(&g->changed, &g->lock);
	pthread_mutex_unlock(&g->lock);
}

static void *classify_held(void *session)
{
	api_classify(session, farm_page, sizeof(farm_page) - 1);
	return NULL;
}

/* What every call says while the session is in another's hands. */
static void check_busy(spamcls_session *session)
{
	spamcls_input input = api_input("x", 1);
	const spamcls_result *result = NULL;
	const spamcls_explanation *why = NULL;
	spamcls_span span = api_span("x");
	spamcls_score score;
	spamcls_result none = { .text = "" };
	const char *json = NULL;
	size_t size;

	ck_assert_int_eq(spamcls_classify(session, &input, &result),
	                 SPAMCLS_E_BUSY);
	ck_assert_int_eq(spamcls_split(session, &input, &result),
	                 SPAMCLS_E_BUSY);
	ck_assert_int_eq(spamcls_score_headlines(session, &span, 1, &score),
	                 SPAMCLS_E_BUSY);
	ck_assert_int_eq(spamcls_explain_headline(session, span, &why),
	                 SPAMCLS_E_BUSY);
	ck_assert_int_eq(spamcls_result_json(session, &none, NULL, &json,
	                                     &size), SPAMCLS_E_BUSY);
	ck_assert_ptr_null(result);
	ck_assert_ptr_null(why);
	ck_assert_ptr_null(json);
}

START_TEST(busy_session)
{
	gate g = { PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, OPEN };
	spamcls_allocator allocator = { gated_resize, &g };
	spamcls_db_options options = SPAMCLS_DB_OPTIONS_INIT;
	spamcls_db *db = NULL;
	spamcls_session *session;
	pthread_t thread;

	options.allocator = &allocator;
	ck_assert_int_eq(spamcls_db_open(&db, NULL, &options), SPAMCLS_OK);
	session = api_session(db);
	move(&g, ARMED);
	ck_assert_int_eq(pthread_create(&thread, NULL, classify_held, session),
	                 0);
	wait_until_held(&g);
	check_busy(session);
	move(&g, RELEASED);
	pthread_join(thread, NULL);
	classify_held(session); /* nothing was harmed */
	spamcls_session_free(session);
	spamcls_db_free(db);
}
END_TEST

SUITE("api_threads",
	CASE(eight_threads_one_answer);
	CASE(busy_session);
)
