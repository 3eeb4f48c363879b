/*
 * bench_linear.c - how time grows with a page's length, its list's length
 * and the number of literals of the rules: exponents of fitted power laws.
 */
#include "inputs.h"
#include "measure.h"

#include <stdio.h>
#include <stdlib.h>

#define POINTS 6
#define ROUNDS 5
#define MOST 1.15 /* an exponent that still counts as linear */

static double time_page(spamcls_session *session, spamcls_span page)
{
	double round[ROUNDS];

	for (int r = -1; r < ROUNDS; r++) {
		double from = bench_cpu();

		bench_classify(session, page, SPAMCLS_KIND_HTML);
		if (r >= 0)
			round[r] = bench_cpu() - from;
	}
	return bench_median(round, ROUNDS);
}

/* by_links: the list grows, else the body. */
static void pages(spamcls_session *session, int by_links, const char *name)
{
	double size[POINTS], time[POINTS];
	size_t n = 250;

	for (int i = 0; i < POINTS; i++, n *= 2) {
		bench_inputs in = { NULL, 0, 0, 0 };

		bench_make_page(&in, 9, by_links ? 10 : n, by_links ? n : 20);
		size[i] = by_links ? (double)n : in.bytes;
		time[i] = time_page(session, in.item[0]);
		bench_inputs_free(&in);
	}
	bench_at_most(name, bench_exponent(size, time, POINTS), MOST, "");
}

/* A pack of n rules with two literals each. */
static char *make_pack(size_t n, size_t *size)
{
	char *text = malloc(n * 256), *at = text;

	if (!text)
		exit(1);
	for (size_t i = 0; i < n; i++)
		at += sprintf(at, "headline R%zu /word%zuless|blank%zuend/\n"
		              "test R%zu ok word%zuless\n"
		              "test R%zu fail word%zumore\n", i, i, i, i, i,
		              i, i);
	*size = (size_t)(at - text);
	return text;
}

static double time_headlines(const spamcls_db *db, const bench_inputs *lines)
{
	spamcls_score *scores = calloc(lines->n, sizeof(*scores));
	spamcls_session *session;
	double round[ROUNDS];

	bench_must(spamcls_session_new(&session, db, NULL), "session");
	for (int r = -1; r < ROUNDS; r++) {
		double from = bench_cpu();

		bench_must(spamcls_score_headlines(session, lines->item,
		                                   lines->n, scores), "score");
		if (r >= 0)
			round[r] = bench_cpu() - from;
	}
	spamcls_session_free(session);
	free(scores);
	return bench_median(round, ROUNDS);
}

static void literals(void)
{
	double size[POINTS], time[POINTS], opened[POINTS];
	bench_inputs lines = { NULL, 0, 0, 0 };
	size_t n = 125;

	bench_make_headlines(&lines, 5000);
	for (int i = 0; i < POINTS; i++, n *= 2) {
		spamcls_part part = { SPAMCLS_PART_RULES, "made", NULL, 0 };
		char *pack = make_pack(n, &part.size);
		double from = bench_cpu();
		spamcls_error error;
		spamcls_db *db;

		part.data = pack;
		bench_must(spamcls_db_open_memory(&db, &part, 1, NULL, &error),
		           error.message);
		opened[i] = bench_cpu() - from;
		size[i] = (double)(2 * n);
		time[i] = time_headlines(db, &lines);
		spamcls_db_free(db);
		free(pack);
	}
	bench_at_most("headlines, literals: exponent",
	              bench_exponent(size, time, POINTS), MOST, "");
	bench_at_most("opening, literals: exponent",
	              bench_exponent(size, opened, POINTS), MOST, "");
	bench_inputs_free(&lines);
}

int main(void)
{
	spamcls_session *session;
	spamcls_db *db;

	printf("growth: exponent of time, 1 is linear\n");
	bench_must(spamcls_db_open(&db, NULL, NULL), "open");
	bench_must(spamcls_session_new(&session, db, NULL), "session");
	pages(session, 0, "page, bytes: exponent");
	pages(session, 1, "page, links of its list: exponent");
	literals();
	spamcls_session_free(session);
	spamcls_db_free(db);
	return 0;
}
