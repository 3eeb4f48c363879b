/*
 * bench_headlines.c - headlines to scores, everything on; and the rules
 * behind their prefilter beside the same rules run one by one in PCRE2.
 * usage: bench_headlines [DIRECTORY, not used] ; HEADLINES=FILE gives lines
 */
#include "inputs.h"
#include "measure.h"

#include "base/filter.h"
#include "engine/session.h"
#include "pattern/ruleset.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Of pattern/set.h, whose names would meet those of verdict.h here. */
void scls_matcher_prefilter(scls_matcher *matcher, int on);

#define ROUNDS 9
#define BATCH 1000

static double score_all(spamcls_session *session, const bench_inputs *lines,
                        spamcls_score *scores)
{
	double from = bench_cpu();

	for (size_t i = 0; i < lines->n; i += BATCH) {
		size_t n = lines->n - i < BATCH ? lines->n - i : BATCH;

		bench_must(spamcls_score_headlines(session, lines->item + i, n,
		                                   scores), "score");
	}
	return bench_cpu() - from;
}

static void whole(spamcls_session *session, const bench_inputs *lines,
                  const char *what)
{
	spamcls_score *scores = calloc(BATCH, sizeof(*scores));
	double time[ROUNDS];

	if (!scores)
		exit(1);
	score_all(session, lines, scores);
	for (int r = 0; r < ROUNDS; r++)
		time[r] = score_all(session, lines, scores);
	bench_at_least(what,
	               (double)lines->n / bench_median(time, ROUNDS) * 1e3,
	               1, "M/s");
	free(scores);
}

/* With as much behind it as may be read of a headline. */
static void *copy(const void *data, size_t size)
{
	void *to = calloc(1, size + SCLS_FILTER_BEHIND * sizeof(uint32_t));

	if (!to)
		exit(1);
	memcpy(to, data, size);
	return to;
}

/* Headlines taken apart once, so that the rules alone are measured. */
static scls_headline *take_apart(spamcls_session *session,
                                 const bench_inputs *lines)
{
	scls_headline *all = calloc(lines->n, sizeof(*all));

	if (!all)
		exit(1);
	for (size_t i = 0; i < lines->n; i++) {
		scls_headline *h = &all[i];
		scls_span line = { lines->item[i].data, lines->item[i].size };

		scls_analyze(session->analyzer, line, h);
		h->units = copy(h->units, h->n_units * sizeof(uint32_t));
		h->skeleton = copy(h->skeleton,
		                   h->n_skeleton * sizeof(uint32_t));
		h->skeleton_unit = copy(h->skeleton_unit,
		                        h->n_skeleton * sizeof(uint16_t));
	}
	return all;
}

static double match_all(scls_matcher *matcher, const scls_headline *all,
                        size_t n)
{
	double from = bench_cpu();
	const scls_hit *hits;
	uint32_t flags = 0;
	size_t n_hits;

	for (size_t i = 0; i < n; i++)
		bench_must(scls_match(matcher, &all[i], &hits, &n_hits,
		                      &flags), "match");
	return bench_cpu() - from;
}

static void rules(spamcls_session *session, const bench_inputs *lines)
{
	size_t n = lines->n < 5000 ? lines->n : 5000;
	bench_inputs some = { lines->item, n, n, 0 };
	scls_headline *all = take_apart(session, &some);
	bench_ratio ratio = { NULL, 0, 0 };
	double time[ROUNDS], each[ROUNDS];

	for (int r = -1; r < ROUNDS; r++) {
		double fast, slow;

		scls_matcher_prefilter(session->matcher, 0);
		slow = match_all(session->matcher, all, n);
		scls_matcher_prefilter(session->matcher, 1);
		fast = match_all(session->matcher, all, n);
		if (r < 0)
			continue;
		time[r] = fast;
		each[r] = slow;
		bench_ratio_add(&ratio, slow / fast);
	}
	bench_figure("rules", scls_ruleset_size(session->db->rules), "");
	bench_figure("one by one in PCRE2's JIT",
	             (double)n / bench_median(each, ROUNDS) * 1e3, "M/s");
	bench_figure("behind the prefilter",
	             (double)n / bench_median(time, ROUNDS) * 1e3, "M/s");
	bench_ratio_end(&ratio, "rule stage over rules one by one", 5);
	for (size_t i = 0; i < n; i++) {
		union { const void *in; void *out; } a = { all[i].units },
			b = { all[i].skeleton }, c = { all[i].skeleton_unit };

		free(a.out);
		free(b.out);
		free(c.out);
	}
	free(all);
}

/* Where ordinary ones are told by a glance. */
static void glanced(const bench_inputs *lines)
{
	spamcls_db_options options = SPAMCLS_DB_OPTIONS_INIT;
	spamcls_session *session;
	spamcls_db *db;

	options.glance = 1;
	bench_must(spamcls_db_open(&db, NULL, &options), "open");
	bench_must(spamcls_session_new(&session, db, NULL), "session");
	whole(session, lines, "headlines a second, by a glance");
	spamcls_session_free(session);
	spamcls_db_free(db);
}

int main(void)
{
	bench_inputs lines = { NULL, 0, 0, 0 };
	const char *path = getenv("HEADLINES");
	spamcls_session *session;
	spamcls_db *db;

	if (path && *path)
		bench_read_lines(&lines, path);
	else
		bench_make_headlines(&lines, 20000);
	bench_must(spamcls_db_open(&db, NULL, NULL), "open");
	bench_must(spamcls_session_new(&session, db, NULL), "session");
	printf("headlines: %zu, %.0f bytes each, %s\n", lines.n,
	       lines.bytes / (double)lines.n, path && *path ? path : "made");
	whole(session, &lines, "headlines a second, everything on");
	glanced(&lines);
	rules(session, &lines);
	spamcls_session_free(session);
	spamcls_db_free(db);
	bench_inputs_free(&lines);
	return 0;
}
