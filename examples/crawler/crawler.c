/*
 * crawler.c - spamcls-crawler: fetches, classifies, follows clean pages.
 */
#include "crawler.h"

#include "../score/safe_text.h"
#include "emit.h"
#include "fetch.h"
#include "frontier.h"
#include "judge.h"
#include "links.h"

#include <curl/curl.h>
#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { DONE = 0, BAD_DB = 65, NO_SEEDS = 66, NO_MEMORY = 70, NO_OUTPUT = 74 };

#define MAX_SEED 8192 /* more than any URL that is taken */
#define MAX_WAIT 1000 /* ms */

typedef struct crawl {
	crawl_options options;
	spamcls_db *db;
	crawl_frontier *frontier;
	crawl_fetcher *fetcher;
	crawl_judge *judge;
	int code;    /* not DONE: stop */
	int why;     /* errno, of NO_OUTPUT */
} crawl;

static int64_t now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static void must(crawl *c, int done)
{
	if (!done && c->code == DONE)
		c->code = NO_MEMORY;
}

static void emit(crawl *c, crawl_page *page)
{
	if (!crawl_emit(stdout, page) && c->code != NO_OUTPUT) {
		c->why = errno;
		c->code = NO_OUTPUT;
	}
	crawl_page_free(page);
}

/* Begins what may begin, with as many pages waiting for their verdict as
 * there are transfers at most. */
static void start_pages(crawl *c)
{
	unsigned most = c->options.transfers;
	crawl_page *page;

	while (crawl_fetcher_active(c->fetcher) < most
	       && crawl_judge_active(c->judge) < most) {
		page = crawl_frontier_next(c->frontier, now());
		if (!page)
			return;
		if (page->error) {
			emit(c, page);
		} else if (!crawl_fetcher_start(c->fetcher, page)) {
			must(c, 0);
			crawl_page_free(page);
			return;
		}
	}
}

static void sort_out(crawl *c, crawl_page *page)
{
	must(c, crawl_frontier_fetched(c->frontier, page, now()));
	if (page->is_robots) {
		crawl_page_free(page);
	} else if (!page->error && page->redirect) {
		must(c, crawl_frontier_redirect(c->frontier, page));
		emit(c, page);
	} else if (page->error || page->status != 200) {
		if (!page->error)
			page->error = "the server did not give the page";
		emit(c, page);
	} else {
		crawl_judge_add(c->judge, page);
	}
}

static void follow(crawl *c, crawl_page *page)
{
	for (size_t i = 0; i < page->n_links; i++)
		must(c, crawl_frontier_link(c->frontier, page,
		                            page->links[i]));
	emit(c, page);
}

/* Waits for the network, a verdict, or a host that has rested. */
static int wait_for_more(crawl *c)
{
	int64_t wait = crawl_frontier_wait(c->frontier, now());
	int busy = crawl_fetcher_active(c->fetcher) > 0
	           || crawl_judge_active(c->judge) > 0;

	if (!busy && wait < 0)
		return 0;
	/* A host that has rested still has to wait where all is busy. */
	if (wait < 0 || wait > MAX_WAIT || (wait == 0 && busy))
		wait = MAX_WAIT;
	if (wait > 0)
		crawl_fetcher_wait(c->fetcher, (int)wait);
	return 1;
}

static void run(crawl *c)
{
	crawl_page *page;

	do {
		start_pages(c);
		crawl_fetcher_work(c->fetcher);
		while ((page = crawl_fetcher_done(c->fetcher)) != NULL)
			sort_out(c, page);
		while ((page = crawl_judge_done(c->judge)) != NULL)
			follow(c, page);
		start_pages(c);
	} while (c->code == DONE && wait_for_more(c));
}

/* One line of the seeds; returns how many URLs it is, none or one.  A blank
 * ends a URL. */
static unsigned add_seed(crawl *c, char *line, unsigned long number)
{
	crawl_url url;

	line += strspn(line, " \t\r\n");
	line[strcspn(line, " \t\r\n")] = '\0';
	if (line[0] == '\0' || line[0] == '#')
		return 0;
	if (!crawl_url_resolve(NULL, NULL, line, &url)) {
		safe_line("spamcls-crawler: %s:%lu: left out, no URL to "
		          "fetch: http or https, no user", c->options.seeds,
		          number);
		return 0;
	}
	crawl_url_free(&url);
	must(c, crawl_frontier_seed(c->frontier, line));
	return 1;
}

/* The rest of a line longer than any URL is no line of its own. */
static void skip_line(FILE *in)
{
	int c;

	do
		c = getc(in);
	while (c != '\n' && c != EOF);
}

/* Says why there is nothing to begin with: why is an errno, 0: all was read,
 * and there is no URL in it. */
static void no_seeds(crawl *c, const char *name, int why)
{
	if (why == 0)
		safe_line("spamcls-crawler: no URL in %s", name);
	else
		safe_line("spamcls-crawler: cannot read %s: %s", name,
		          strerror(why));
	c->code = NO_SEEDS;
}

static void read_seeds(crawl *c)
{
	const char *name = c->options.seeds;
	FILE *in = strcmp(name, "-") == 0 ? stdin : fopen(name, "r");
	unsigned long number = 0, n = 0;
	int why = in ? 0 : errno;
	char line[MAX_SEED];

	while (in && fgets(line, sizeof(line), in)) {
		/* Some editors put a byte order mark before UTF-8. */
		char *from = number == 0 && strncmp(line, "\xEF\xBB\xBF", 3)
		             == 0 ? line + 3 : line;

		if (!strchr(line, '\n'))
			skip_line(in);
		n += add_seed(c, from, ++number);
	}
	if (in && ferror(in))
		why = errno;
	if (n == 0 || why != 0)
		no_seeds(c, name, why);
	if (in && in != stdin)
		fclose(in);
}

static void open_db(crawl *c)
{
	spamcls_error error = { .status = SPAMCLS_OK };

	if (spamcls_db_open_error(&c->db, c->options.db, NULL, &error)
	    == SPAMCLS_OK)
		return;
	if (error.line == 0)
		safe_line("spamcls-crawler: %s: %s", error.file,
		          error.message);
	else
		safe_line("spamcls-crawler: %s:%u: %s", error.file,
		          error.line, error.message);
	c->code = BAD_DB;
}

static void wake(void *context)
{
	crawl_fetcher_wake(context);
}

static void set_up(crawl *c)
{
	c->frontier = crawl_frontier_new(&c->options);
	c->fetcher = crawl_fetcher_new(&c->options);
	open_db(c);
	if (c->code == DONE)
		c->judge = crawl_judge_new(c->db, c->options.threads, wake,
		                           c->fetcher);
	must(c, c->frontier && c->fetcher && c->judge);
	if (c->code == DONE)
		read_seeds(c);
}

int main(int argc, char **argv)
{
	crawl c = { .code = DONE };
	int code = crawl_arguments(argc, argv, &c.options);

	if (code)
		return code;
	/* libcurl takes host names in other scripts for text of the locale. */
	setlocale(LC_CTYPE, "C.UTF-8");
	if (curl_global_init(CURL_GLOBAL_DEFAULT) != 0)
		return NO_MEMORY;
	set_up(&c);
	if (c.code == DONE)
		run(&c);
	crawl_judge_free(c.judge);
	crawl_fetcher_free(c.fetcher);
	crawl_frontier_free(c.frontier);
	spamcls_db_free(c.db);
	curl_global_cleanup();
	if (c.code == NO_MEMORY)
		safe_line("spamcls-crawler: no memory");
	if (c.code == NO_OUTPUT)
		safe_line("spamcls-crawler: cannot write the pages: %s",
		          strerror(c.why));
	return c.code;
}
