/*
 * fuzz.h - what the fuzzers share: one database, and what must hold of every
 * answer.  A promise that is broken ends the process, as a crash would.
 */
#ifndef TEST_FUZZ_H
#define TEST_FUZZ_H

#include <spamcls.h>

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define PROMISE(holds)                                               \
	do {                                                         \
		if (!(holds)) {                                      \
			fprintf(stderr, "%s:%d: broken promise: %s\n", \
			        __FILE__, __LINE__, #holds);         \
			abort();                                     \
		}                                                    \
	} while (0)

/* The built-in database; opened once and kept to the end. */
static inline const spamcls_db *fuzz_db(void)
{
	static spamcls_db *db;

	if (!db)
		PROMISE(spamcls_db_open(&db, NULL, NULL) == SPAMCLS_OK);
	return db;
}

/* The one session of a fuzzer that needs no other. */
static inline spamcls_session *fuzz_session(void)
{
	static spamcls_session *session;

	if (!session)
		PROMISE(spamcls_session_new(&session, fuzz_db(), NULL)
		        == SPAMCLS_OK);
	return session;
}

/* The weights add up to the score, and all evidence lies inside. */
static inline void fuzz_reasons(const spamcls_reason *reasons, size_t n,
                                int32_t score, size_t text_size)
{
	int64_t sum = 0;

	for (size_t i = 0; i < n; i++) {
		sum += reasons[i].weight;
		PROMISE(reasons[i].begin <= reasons[i].end);
		PROMISE(reasons[i].end <= text_size);
		PROMISE(reasons[i].name[0] != '\0');
	}
	PROMISE(sum == score);
}

static inline void fuzz_lists(const spamcls_result *r)
{
	size_t next = 0;

	for (size_t i = 0; i < r->n_lists; i++) {
		const spamcls_list *l = &r->lists[i];

		PROMISE(l->first_link == next && l->begin <= l->end);
		PROMISE(l->end <= r->text_size);
		PROMISE(l->heading_begin <= l->heading_end);
		PROMISE(l->heading_end <= r->text_size);
		next += l->n_links;
	}
	PROMISE(next == r->n_links);
}

static inline void fuzz_links(const spamcls_result *r)
{
	for (size_t i = 0; i < r->n_links; i++) {
		const spamcls_link *l = &r->links[i];

		PROMISE(l->begin <= l->end && l->end <= r->text_size);
		PROMISE(strlen(l->href) == l->href_size);
		PROMISE(l->list < r->n_lists);
		PROMISE(l->probability >= 0 && l->probability <= 1);
		PROMISE(l->context >= 0);
	}
}

/* All that the header promises of a result. */
static inline void fuzz_result(const spamcls_result *r)
{
	uint32_t last = 0;

	PROMISE(r->text[r->text_size] == '\0');
	PROMISE(r->title_begin <= r->title_end);
	PROMISE(r->title_end <= r->text_size);
	PROMISE(r->probability >= 0 && r->probability <= 1);
	for (size_t i = 0; i < r->n_segments; i++) {
		PROMISE(last <= r->segments[i].begin);
		PROMISE(r->segments[i].begin <= r->segments[i].end);
		last = r->segments[i].end;
	}
	PROMISE(last <= r->text_size);
	fuzz_lists(r);
	fuzz_links(r);
	fuzz_reasons(r->reasons, r->n_reasons, r->score, r->text_size);
}

/* Classifies and checks; the result is the session's. */
static inline const spamcls_result *
fuzz_classify(spamcls_session *session, const void *data, size_t size,
              spamcls_kind kind, const char *charset)
{
	spamcls_input input = SPAMCLS_INPUT_INIT;
	const spamcls_result *result = NULL;

	input.data = data;
	input.size = size;
	input.kind = kind;
	input.charset = charset;
	PROMISE(spamcls_classify(session, &input, &result) == SPAMCLS_OK);
	fuzz_result(result);
	return result;
}

/* Scores the lines of a text one by one, with their reasons. */
static inline void fuzz_headline(spamcls_session *session, const char *data,
                                 size_t size)
{
	const spamcls_explanation *why = NULL;
	spamcls_span span = { data, size };
	spamcls_score score;
	uint32_t last = 0;

	PROMISE(spamcls_score_headlines(session, &span, 1, &score)
	        == SPAMCLS_OK);
	PROMISE(score.probability >= 0 && score.probability <= 1);
	PROMISE(spamcls_explain_headline(session, span, &why) == SPAMCLS_OK);
	PROMISE(why->score.score == score.score);
	fuzz_reasons(why->reasons, why->n_reasons, score.score, size);
	for (size_t i = 0; i < why->n_slots; i++) {
		PROMISE(last <= why->slots[i].begin);
		PROMISE(why->slots[i].begin <= why->slots[i].end);
		last = why->slots[i].end;
	}
	PROMISE(last <= size);
}

#endif
