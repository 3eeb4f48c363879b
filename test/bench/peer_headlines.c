/*
 * peer_headlines.c - the rules beside Hyperscan with the same patterns, where
 * it is there; and one line with headlines a second, for peers.sh.
 * usage: peer_headlines FILE
 */
#include "inputs.h"
#include "measure.h"

#include "engine/session.h"
#include "pattern/ruleset.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ROUNDS 9
#define MAX_PATTERNS 512

static double score_all(spamcls_session *session, const bench_inputs *lines,
                        spamcls_score *scores)
{
	double from = bench_cpu();

	bench_must(spamcls_score_headlines(session, lines->item, lines->n,
	                                   scores), "score");
	return bench_cpu() - from;
}

static void headlines(spamcls_session *session, const bench_inputs *lines)
{
	spamcls_score *scores = calloc(lines->n, sizeof(*scores));
	double time[ROUNDS];

	if (!scores)
		exit(1);
	score_all(session, lines, scores);
	for (int r = 0; r < ROUNDS; r++)
		time[r] = score_all(session, lines, scores);
	bench_figure("spamcls, everything on", (double)lines->n
	             / bench_median(time, ROUNDS) * 1e3, "M/s");
	free(scores);
}

#ifdef HAVE_HYPERSCAN
#include <hs.h>

/* Folded headlines as UTF-8: what Hyperscan reads. */
typedef struct folded {
	char *text;
	unsigned size;
} folded;

static unsigned put_utf8(uint32_t c, char *to)
{
	unsigned n = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;

	if (n == 1) {
		to[0] = (char)c;
		return 1;
	}
	for (unsigned i = n; i-- > 1; c >>= 6)
		to[i] = (char)(0x80 | (c & 0x3F));
	to[0] = (char)((0xF00u >> n) | c);
	return n;
}

static folded *fold_all(spamcls_session *session, const bench_inputs *lines)
{
	folded *all = calloc(lines->n, sizeof(*all));

	for (size_t i = 0; all && i < lines->n; i++) {
		scls_span line = { lines->item[i].data, lines->item[i].size };
		scls_headline h;

		scls_analyze(session->analyzer, line, &h);
		all[i].text = malloc(4u * h.n_units + 1);
		for (uint32_t k = 0; all[i].text && k < h.n_units; k++)
			all[i].size += put_utf8(h.units[k],
			                        all[i].text + all[i].size);
	}
	return all;
}

/* Patterns on folded headlines of the shipped packs, as they are written. */
static unsigned read_patterns(const char *path, char **patterns, unsigned n)
{
	bench_inputs lines = { NULL, 0, 0, 0 };

	bench_read_lines(&lines, path);
	for (size_t i = 0; i < lines.n && n < MAX_PATTERNS; i++) {
		const char *from = strchr(lines.item[i].data, '/');
		const char *to = strrchr(lines.item[i].data, '/');

		if (strncmp(lines.item[i].data, "headline ", 9) != 0
		    || !from || to == from)
			continue;
		patterns[n] = calloc(1, (size_t)(to - from));
		memcpy(patterns[n++], from + 1, (size_t)(to - from - 1));
	}
	bench_inputs_free(&lines);
	return n;
}

/* What Hyperscan cannot compile, look-arounds above all, is left out. */
static unsigned that_compile(char **patterns, unsigned n)
{
	unsigned kept = 0;

	for (unsigned i = 0; i < n; i++) {
		hs_compile_error_t *error = NULL;
		hs_database_t *one = NULL;

		if (hs_compile(patterns[i], HS_FLAG_UTF8 | HS_FLAG_SINGLEMATCH,
		               HS_MODE_BLOCK, NULL, &one, &error)
		    == HS_SUCCESS)
			patterns[kept++] = patterns[i];
		hs_free_database(one);
		hs_free_compile_error(error);
	}
	return kept;
}

static int on_match(unsigned id, unsigned long long from,
                    unsigned long long to, unsigned flags, void *context)
{
	(void)id;
	(void)from;
	(void)to;
	(void)flags;
	++*(unsigned long *)context;
	return 0;
}

static hs_database_t *compile(char **patterns, unsigned n)
{
	unsigned flags[MAX_PATTERNS], ids[MAX_PATTERNS];
	hs_compile_error_t *error = NULL;
	hs_database_t *all = NULL;

	for (unsigned i = 0; i < n; i++) {
		flags[i] = HS_FLAG_UTF8 | HS_FLAG_SINGLEMATCH;
		ids[i] = i;
	}
	if (hs_compile_multi((const char *const *)patterns, flags, ids, n,
	                     HS_MODE_BLOCK, NULL, &all, &error) != HS_SUCCESS)
		exit(1);
	return all;
}

static double scan_all(hs_database_t *db, hs_scratch_t *scratch,
                       const folded *all, size_t n)
{
	unsigned long hits = 0;
	double from = bench_cpu();

	for (size_t i = 0; i < n; i++)
		hs_scan(db, all[i].text, all[i].size, 0, scratch, on_match,
		        &hits);
	return bench_cpu() - from;
}

/* Ours: rules on headlines and skeletons, offsets and metas with them. */
static double match_all(spamcls_session *session, const bench_inputs *lines,
                        double *analysis)
{
	double from = bench_cpu(), middle;
	scls_headline h;
	const scls_hit *hits;
	uint32_t flags = 0;
	size_t n;

	for (size_t i = 0; i < lines->n; i++) {
		scls_span line = { lines->item[i].data, lines->item[i].size };

		scls_analyze(session->analyzer, line, &h);
	}
	middle = bench_cpu();
	for (size_t i = 0; i < lines->n; i++) {
		scls_span line = { lines->item[i].data, lines->item[i].size };

		scls_analyze(session->analyzer, line, &h);
		bench_must(scls_match(session->matcher, &h, &hits, &n,
		                      &flags), "match");
	}
	*analysis = middle - from;
	return bench_cpu() - middle - *analysis;
}

static void hyperscan(spamcls_session *session, const bench_inputs *lines)
{
	static const char *const packs[] = {
		"en", "id", "ja", "ko", "zh_farm", "zh_spam"
	};
	char *patterns[MAX_PATTERNS], path[256];
	folded *all = fold_all(session, lines);
	bench_ratio ratio = { NULL, 0, 0 };
	hs_scratch_t *scratch = NULL;
	unsigned n = 0, kept;
	hs_database_t *db;
	double speed = 0, analysis;

	for (size_t i = 0; i < sizeof(packs) / sizeof(packs[0]); i++) {
		snprintf(path, sizeof(path), "data/rules/%s.rules", packs[i]);
		n = read_patterns(path, patterns, n);
	}
	kept = that_compile(patterns, n);
	db = compile(patterns, kept);
	if (!all || hs_alloc_scratch(db, &scratch) != HS_SUCCESS)
		exit(1);
	for (int r = -1; r < ROUNDS; r++) {
		double theirs = scan_all(db, scratch, all, lines->n);
		double ours = match_all(session, lines, &analysis);

		if (r >= 0)
			bench_ratio_add(&ratio, theirs / ours);
		speed = (double)lines->n / theirs * 1e3;
	}
	printf("  Hyperscan takes %u of %u headline patterns\n", kept, n);
	bench_figure("Hyperscan, these patterns", speed, "M/s");
	bench_figure("our rule stage, all rules, over Hyperscan",
	             bench_median(ratio.values, ratio.n), "x");
	free(ratio.values);
	hs_free_scratch(scratch);
	hs_free_database(db);
}
#else
static void hyperscan(spamcls_session *session, const bench_inputs *lines)
{
	(void)session;
	(void)lines;
	puts("  Hyperscan is not there (libhyperscan-dev)");
}
#endif

int main(int argc, char **argv)
{
	bench_inputs lines = { NULL, 0, 0, 0 };
	spamcls_session *session;
	spamcls_db *db;

	if (argc < 2)
		return 2;
	bench_read_lines(&lines, argv[1]);
	bench_must(spamcls_db_open(&db, NULL, NULL), "open");
	bench_must(spamcls_session_new(&session, db, NULL), "session");
	headlines(session, &lines);
	hyperscan(session, &lines);
	spamcls_session_free(session);
	spamcls_db_free(db);
	bench_inputs_free(&lines);
	return 0;
}
