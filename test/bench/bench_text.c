/*
 * bench_text.c - extracted text, as in WET archives: bytes in, verdict out.
 * usage: bench_text [DIRECTORY of HTML, whose text is used]
 */
#include "inputs.h"
#include "measure.h"

#include <stdio.h>

#define ROUNDS 7

static void measure(spamcls_session *session, const bench_inputs *texts,
                    const char *name, int ten_kilobytes)
{
	double time[ROUNDS], middle;

	printf("texts: %zu, %.2f MB, %s\n", texts->n, texts->bytes / 1e6, name);
	bench_classify_all(session, texts, SPAMCLS_KIND_TEXT);
	for (int r = 0; r < ROUNDS; r++)
		time[r] = bench_classify_all(session, texts,
		                             SPAMCLS_KIND_TEXT);
	middle = bench_median(time, ROUNDS);
	bench_at_least("text, bytes in, verdict out",
	               texts->bytes / middle * 1e3, 200, "MB/s");
	if (ten_kilobytes)
		bench_at_least("texts of 10 KB",
		               (double)texts->n / middle * 1e9, 20000,
		               "pages/s");
}

int main(int argc, char **argv)
{
	bench_inputs made = { NULL, 0, 0, 0 }, pages = made, texts = made;
	spamcls_session *session;
	spamcls_db *db;

	bench_must(spamcls_db_open(&db, NULL, NULL), "open");
	bench_must(spamcls_session_new(&session, db, NULL), "session");
	bench_make_texts(&made, 200);
	measure(session, &made, "made", 1);
	if (argc > 1 && *argv[1]) {
		bench_pages(&pages, argv[1]);
		bench_texts_of(&texts, &pages, session);
		measure(session, &texts, argv[1], 0);
	}
	spamcls_session_free(session);
	spamcls_db_free(db);
	bench_inputs_free(&made);
	bench_inputs_free(&pages);
	bench_inputs_free(&texts);
	return 0;
}
