/*
 * count.c - a fixed piece of work, for counting its instructions.
 * usage: count pages|text|headlines|open
 *
 * callgrind collects inside fixed_work alone, so that neither making the
 * input nor warming up counts; see count.sh.
 */
#include "inputs.h"
#include "measure.h"

#include <stdlib.h>
#include <string.h>

typedef struct work {
	bench_inputs inputs;
	spamcls_kind kind;
	spamcls_db *db;
	spamcls_session *session;
	spamcls_score *scores;
} work;

void fixed_work(work *w); /* has a name that callgrind can find */

static void do_open(void)
{
	spamcls_db *db;

	bench_must(spamcls_db_open(&db, NULL, NULL), "open");
	spamcls_db_free(db);
}

static void do_work(work *w)
{
	if (w->inputs.n == 0)
		do_open();
	else if (w->scores)
		bench_must(spamcls_score_headlines(w->session, w->inputs.item,
		                                   w->inputs.n, w->scores),
		           "score");
	else
		bench_classify_all(w->session, &w->inputs, w->kind);
}

__attribute__((noinline)) void fixed_work(work *w)
{
	do_work(w);
}

int main(int argc, char **argv)
{
	const char *part = argc > 1 ? argv[1] : "";
	work w;

	memset(&w, 0, sizeof(w));
	w.kind = SPAMCLS_KIND_HTML;
	if (strcmp(part, "pages") == 0) {
		bench_make_pages(&w.inputs, 20);
	} else if (strcmp(part, "text") == 0) {
		bench_make_texts(&w.inputs, 10);
		w.kind = SPAMCLS_KIND_TEXT;
	} else if (strcmp(part, "headlines") == 0) {
		bench_make_headlines(&w.inputs, 1000);
		w.scores = calloc(w.inputs.n, sizeof(*w.scores));
	} else if (strcmp(part, "open") != 0) {
		return 2;
	}
	bench_must(spamcls_db_open(&w.db, NULL, NULL), "open");
	bench_must(spamcls_session_new(&w.session, w.db, NULL), "session");
	do_work(&w);
	fixed_work(&w);
	spamcls_session_free(w.session);
	spamcls_db_free(w.db);
	bench_inputs_free(&w.inputs);
	free(w.scores);
	return 0;
}
