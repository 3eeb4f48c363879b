/*
 * bench_pages.c - HTML bytes in, verdict out, beside libxml2 that does
 * nothing with the same bytes.  usage: bench_pages [DIRECTORY]
 */
#include "inputs.h"
#include "measure.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ROUNDS 7

/* ------------------------------------------------------------ the floor -- */

static void on_start(void *context, const xmlChar *name,
                     const xmlChar **attributes)
{
	(void)context;
	(void)name;
	(void)attributes;
}

static void on_end(void *context, const xmlChar *name)
{
	(void)context;
	(void)name;
}

static void on_text(void *context, const xmlChar *text, int size)
{
	(void)context;
	(void)text;
	(void)size;
}

/* No charset is converted: that would be more work, and a bad byte would end
 * it before the page does. */
static htmlParserCtxtPtr bare_parser(void)
{
	htmlParserCtxtPtr parser = htmlNewParserCtxt();

	if (!parser)
		exit(1);
	memset(parser->sax, 0, sizeof(*parser->sax));
	parser->sax->startElement = on_start;
	parser->sax->endElement = on_end;
	parser->sax->characters = on_text;
	parser->sax->ignorableWhitespace = on_text;
	parser->sax->cdataBlock = on_text;
	return parser;
}

static void parse_bare(htmlParserCtxtPtr parser, spamcls_span page)
{
	static const int options = HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING
	                           | HTML_PARSE_RECOVER | HTML_PARSE_NONET
	                           | HTML_PARSE_IGNORE_ENC
	                           | HTML_PARSE_NODEFDTD;
	xmlDocPtr document = htmlCtxtReadMemory(parser, page.data,
	                                        (int)page.size, NULL,
	                                        "UTF-8", options);

	if (document)
		xmlFreeDoc(document);
}

/* --------------------------------------------------------- the pipeline -- */

static void classify(spamcls_session *session, spamcls_span page)
{
	bench_classify(session, page, SPAMCLS_KIND_HTML);
}

static void all_of(spamcls_session *session, const bench_inputs *pages)
{
	bench_classify_all(session, pages, SPAMCLS_KIND_HTML);
}

/*
 * Both take turns page by page, so that whatever slows the machine slows
 * both.
 */
static void against_floor(spamcls_session *session, const bench_inputs *pages)
{
	bench_ratio ratio = { NULL, 0, 0 };
	double speed[ROUNDS], bare_speed[ROUNDS];

	for (int r = 0; r < ROUNDS; r++) {
		htmlParserCtxtPtr parser = bare_parser();
		double ours = 0, bare = 0;

		for (size_t i = 0; i < pages->n; i++) {
			double from = bench_cpu(), middle;

			parse_bare(parser, pages->item[i]);
			middle = bench_cpu();
			classify(session, pages->item[i]);
			ours += bench_cpu() - middle;
			bare += middle - from;
		}
		htmlFreeParserCtxt(parser);
		bench_ratio_add(&ratio, bare / ours);
		speed[r] = pages->bytes / ours * 1e3;
		bare_speed[r] = pages->bytes / bare * 1e3;
	}
	bench_figure("libxml2 SAX, empty callbacks",
	             bench_median(bare_speed, ROUNDS), "MB/s");
	bench_figure("whole pipeline", bench_median(speed, ROUNDS), "MB/s");
	bench_figure("whole pipeline", bench_median(speed, ROUNDS) * 1e6
	             / pages->bytes * (double)pages->n, "pages/s");
	bench_ratio_end(&ratio, "whole pipeline over bare libxml2 SAX", 1.3);
}

/* A page's latency is the median of its rounds. */
static void latencies(spamcls_session *session, const bench_inputs *pages)
{
	double *time = calloc(pages->n, sizeof(*time));
	double *share = calloc(pages->n, sizeof(*share));
	double middle, worst = 0;

	if (!time || !share)
		exit(1);
	for (size_t i = 0; i < pages->n; i++) {
		double round[ROUNDS];

		for (int r = 0; r < ROUNDS; r++) {
			double from = bench_cpu();

			classify(session, pages->item[i]);
			round[r] = bench_cpu() - from;
		}
		time[i] = bench_median(round, ROUNDS);
		share[i] = time[i] / (double)(pages->item[i].size + 1);
		/* A short page is its own overhead. */
		if (pages->item[i].size >= 4096 && share[i] > worst)
			worst = share[i];
	}
	middle = bench_median(share, pages->n);
	bench_figure("latency p50", bench_median(time, pages->n) / 1e6, "ms");
	bench_figure("latency p99",
	             bench_quantile(time, pages->n, 0.99) / 1e6, "ms");
	bench_at_most("latency p99.9",
	              bench_quantile(time, pages->n, 0.999) / 1e6, 8.2, "ms");
	bench_figure("time a byte, median page", middle, "ns");
	bench_at_most("time a byte, worst page over median", worst / middle,
	              4, "x");
	free(time);
	free(share);
}

/* One round to grow, then no more memory may be asked for. */
static void allocations(const bench_inputs *pages)
{
	bench_counter counter = { 0, 0, 0 };
	spamcls_allocator allocator = bench_counting(&counter);
	spamcls_db_options options = SPAMCLS_DB_OPTIONS_INIT;
	spamcls_session *session;
	spamcls_db *db;
	unsigned long before;

	options.allocator = &allocator;
	bench_must(spamcls_db_open(&db, NULL, &options), "open");
	bench_must(spamcls_session_new(&session, db, NULL), "session");
	all_of(session, pages);
	before = counter.calls;
	all_of(session, pages);
	bench_at_most("allocations a page, steady state",
	              (double)(counter.calls - before) / (double)pages->n, 0,
	              "");
	bench_figure("database and session, most memory",
	             (double)counter.most / 1048576, "MiB");
	spamcls_session_free(session);
	spamcls_db_free(db);
}

typedef struct worker {
	const spamcls_db *db; /* NULL: arithmetic alone */
	const bench_inputs *pages;
	pthread_barrier_t *start;
} worker;

/* As long a piece of work as some hundred pages, in registers: what it gains
 * by a second thread is what the machine has to give. */
static void count_up(void)
{
	volatile uint64_t result;
	uint64_t x = 1, y = 2;

	for (unsigned i = 0; i < 60000000; i++) {
		x = x * UINT64_C(6364136223846793005) + 1;
		y ^= x >> 32;
	}
	result = y;
	(void)result;
}

static void *work(void *context)
{
	worker *w = context;
	spamcls_session *session = NULL;

	if (w->db) {
		bench_must(spamcls_session_new(&session, w->db, NULL),
		           "session");
		all_of(session, w->pages);
	}
	pthread_barrier_wait(w->start);
	for (int i = 0; i < 2; i++) {
		if (w->db)
			all_of(session, w->pages);
		else
			count_up();
	}
	pthread_barrier_wait(w->start);
	spamcls_session_free(session);
	return NULL;
}

/* Each of n threads reads all pages; returns the wall time. */
static double with_threads(const spamcls_db *db, const bench_inputs *pages,
                           unsigned n)
{
	pthread_barrier_t start;
	pthread_t thread[2];
	worker w = { db, pages, &start };
	double from, to;

	pthread_barrier_init(&start, NULL, n + 1);
	for (unsigned i = 0; i < n; i++)
		if (pthread_create(&thread[i], NULL, work, &w) != 0)
			exit(1);
	pthread_barrier_wait(&start);
	from = bench_wall();
	pthread_barrier_wait(&start);
	to = bench_wall();
	for (unsigned i = 0; i < n; i++)
		pthread_join(thread[i], NULL);
	pthread_barrier_destroy(&start);
	return to - from;
}

/* What a second thread gains. */
static double gain(const spamcls_db *db, const bench_inputs *pages)
{
	double one = with_threads(db, pages, 1);

	return 2 * one / with_threads(db, pages, 2);
}

/* Wall time: a machine with other work, or whose processors share a core,
 * shows less than the library can; arithmetic alone shows how much less. */
static void scaling(const spamcls_db *db, const bench_inputs *pages)
{
	bench_ratio ratio = { NULL, 0, 0 }, floor = { NULL, 0, 0 };
	bench_ratio share = { NULL, 0, 0 };

	for (int r = 0; r < 5; r++) {
		double pages_gain = gain(db, pages), most = gain(NULL, NULL);

		bench_ratio_add(&ratio, pages_gain);
		bench_ratio_add(&floor, most);
		bench_ratio_add(&share, pages_gain / most);
	}
	bench_figure("arithmetic, two threads over one",
	             bench_median(floor.values, floor.n), "x");
	free(floor.values);
	bench_ratio_end(&ratio, "two threads over one (wall time)", 1.9);
	bench_ratio_end(&share, "of what arithmetic gains", 0.95);
}

int main(int argc, char **argv)
{
	bench_inputs pages = { NULL, 0, 0, 0 };
	spamcls_session *session;
	spamcls_db *db;

	bench_pages(&pages, argc > 1 ? argv[1] : NULL);
	bench_must(spamcls_db_open(&db, NULL, NULL), "open");
	bench_must(spamcls_session_new(&session, db, NULL), "session");
	printf("pages: %zu, %.1f MB, %s\n", pages.n, pages.bytes / 1e6,
	       argc > 1 && *argv[1] ? argv[1] : "made");
	all_of(session, &pages);
	against_floor(session, &pages);
	latencies(session, &pages);
	allocations(&pages);
	scaling(db, &pages);
	spamcls_session_free(session);
	spamcls_db_free(db);
	bench_inputs_free(&pages);
	return 0;
}
