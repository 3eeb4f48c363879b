/* frontier.c - queues by host; see frontier.h. */
#include "frontier.h"

#include "../score/grown.h"
#include "links.h"
#include "names.h"
#include "robots.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_URLS ((size_t)4 << 20)

/* When a machine may be asked, by its name: http and https are the same. */
typedef struct pace {
	int busy;           /* a page of it is under way */
	int64_t ready;      /* when it may be asked again */
} pace;

/* An origin: what has a robots.txt of its own. */
typedef struct host {
	crawl_page *first, *last;  /* what waits */
	crawl_robots robots;
	int know_robots;
	const char *forbidden; /* why there is no robots.txt: ask nothing */
	size_t pace;        /* its number */
} host;

struct crawl_frontier {
	const crawl_options *options;
	crawl_names urls;   /* all that were ever added */
	crawl_names origins, machines;
	host *hosts;        /* as many as origins */
	pace *paces;        /* as many as machines */
	size_t room;        /* of both */
	size_t turn;        /* the host to look at first */
	unsigned pages;     /* given out, without robots.txt */
};

crawl_frontier *crawl_frontier_new(const crawl_options *options)
{
	crawl_frontier *frontier = calloc(1, sizeof(*frontier));

	if (frontier)
		frontier->options = options;
	return frontier;
}

void crawl_frontier_free(crawl_frontier *frontier)
{
	if (!frontier)
		return;
	for (size_t i = 0; i < frontier->origins.n; i++) {
		host *h = &frontier->hosts[i];

		while (h->first) {
			crawl_page *page = h->first;

			h->first = page->next;
			crawl_page_free(page);
		}
		crawl_robots_free(&h->robots);
	}
	free(frontier->hosts);
	free(frontier->paces);
	crawl_names_free(&frontier->machines);
	crawl_names_free(&frontier->urls);
	crawl_names_free(&frontier->origins);
	free(frontier);
}

/* Makes room for one more host and machine before they get numbers. */
static int grow_hosts(crawl_frontier *frontier)
{
	size_t had = frontier->room, room = had;
	size_t n = (frontier->origins.n > frontier->machines.n
	            ? frontier->origins.n : frontier->machines.n) + 1;
	host *hosts = grown(frontier->hosts, &room, n, sizeof(*hosts));
	pace *paces;

	if (!hosts)
		return 0;
	frontier->hosts = hosts;
	paces = grown(frontier->paces, &frontier->room, n, sizeof(*paces));
	if (!paces)
		return 0;
	frontier->paces = paces;
	memset(hosts + had, 0, (room - had) * sizeof(*hosts));
	memset(paces + had, 0, (room - had) * sizeof(*paces));
	return 1;
}

static pace *pace_of(const crawl_frontier *frontier, const host *h)
{
	return &frontier->paces[h->pace];
}

static void append(host *h, crawl_page *page)
{
	if (h->first)
		h->last->next = page;
	else
		h->first = page;
	h->last = page;
}

/* The number of the url's host, and of its machine: both stay, whatever fails
 * behind them, for they are what they are without a page.  Returns 0: no
 * memory. */
static int number_host(crawl_frontier *frontier, const crawl_url *url,
                       size_t *number)
{
	size_t machine;
	int is_new;

	machine = crawl_names_add(&frontier->machines, url->host, &is_new);
	if (machine == CRAWL_NO_NAME)
		return 0;
	*number = crawl_names_add(&frontier->origins, url->origin, &is_new);
	if (*number == CRAWL_NO_NAME)
		return 0;
	frontier->hosts[*number].pace = machine;
	return 1;
}

/* The url counts as added once all else is there. */
static int enqueue(crawl_frontier *frontier, const crawl_url *url,
                   unsigned depth, unsigned hops)
{
	crawl_page *page;
	size_t number;
	int is_new;

	if (crawl_names_has(&frontier->urls, url->url))
		return 1;
	if (!grow_hosts(frontier) || !number_host(frontier, url, &number))
		return 0;
	page = crawl_page_new(url->url);
	if (!page || crawl_names_add(&frontier->urls, url->url, &is_new)
	             == CRAWL_NO_NAME) {
		crawl_page_free(page);
		return 0;
	}
	page->host = number;
	page->depth = depth;
	page->hops = hops;
	append(&frontier->hosts[number], page);
	return 1;
}

/* Whether url's host is one that the seeds brought in. */
static int is_known_host(const crawl_frontier *frontier, const crawl_url *url)
{
	for (size_t i = 0; i < frontier->origins.n; i++) {
		if (crawl_same_host(frontier->origins.name[i], url->origin))
			return 1;
	}
	return 0;
}

/* from: the page that names href, NULL where a seed does. */
static int add(crawl_frontier *frontier, const crawl_page *from,
               const char *base, const char *href, unsigned depth,
               unsigned hops)
{
	crawl_url url;
	int done = 1;

	if (frontier->urls.n >= MAX_URLS
	    || !crawl_url_resolve(from ? from->url : NULL, base, href, &url))
		return 1;
	if (!from || !frontier->options->same_host
	    || is_known_host(frontier, &url))
		done = enqueue(frontier, &url, depth, hops);
	crawl_url_free(&url);
	return done;
}

int crawl_frontier_seed(crawl_frontier *frontier, const char *href)
{
	return add(frontier, NULL, NULL, href, 0, 0);
}

int crawl_frontier_link(crawl_frontier *frontier, const crawl_page *page,
                        const char *href)
{
	if (page->depth >= frontier->options->depth)
		return 1;
	return add(frontier, page, page->base, href, page->depth + 1, 0);
}

int crawl_frontier_redirect(crawl_frontier *frontier, const crawl_page *page)
{
	if (page->hops >= frontier->options->redirects)
		return 1;
	return add(frontier, page, NULL, page->redirect, page->depth,
	           page->hops + 1);
}

static crawl_page *ask_robots(crawl_frontier *frontier, size_t number)
{
	const char *origin = frontier->origins.name[number];
	size_t size = strlen(origin) + sizeof("/robots.txt");
	char *url = malloc(size);
	crawl_page *page;

	if (!url)
		return NULL;
	snprintf(url, size, "%s/robots.txt", origin);
	page = crawl_page_new(url);
	free(url);
	if (page) {
		page->host = number;
		page->is_robots = 1;
		pace_of(frontier, &frontier->hosts[number])->busy = 1;
	}
	return page;
}

static int is_allowed(const host *h, const char *url)
{
	crawl_url parts;
	int allowed;

	if (h->forbidden || !crawl_url_resolve(NULL, NULL, url, &parts))
		return 0;
	allowed = crawl_robots_allow(&h->robots, parts.target);
	crawl_url_free(&parts);
	return allowed;
}

static crawl_page *take(crawl_frontier *frontier, host *h)
{
	crawl_page *page = h->first;

	h->first = page->next;
	page->next = NULL;
	if (!is_allowed(h, page->url)) {
		page->error = h->forbidden ? "robots.txt cannot be read"
		                           : "robots.txt does not allow it";
		page->why = h->forbidden;
		return page;
	}
	pace_of(frontier, h)->busy = 1;
	frontier->pages++;
	return page;
}

crawl_page *crawl_frontier_next(crawl_frontier *frontier, int64_t now)
{
	size_t n = frontier->origins.n;

	if (frontier->pages >= frontier->options->pages)
		return NULL;
	for (size_t i = 0; i < n; i++) {
		size_t number = (frontier->turn + i) % n;
		host *h = &frontier->hosts[number];
		const pace *p = pace_of(frontier, h);

		if (p->busy || !h->first || now < p->ready)
			continue;
		frontier->turn = number + 1;
		return h->know_robots ? take(frontier, h)
		                      : ask_robots(frontier, number);
	}
	return NULL;
}

/* RFC 9309: a robots.txt that is not there allows all, one that cannot be
 * reached allows nothing. */
static int learn_robots(crawl_frontier *frontier, host *h,
                        const crawl_page *page)
{
	h->know_robots = 1;
	if (page->error || page->status >= 500) {
		h->forbidden = page->error ? page->error
		               : "the server says that it is at fault";
		return 1;
	}
	if (page->status != 200)
		return 1;
	return crawl_robots_read(&h->robots, page->data, page->size,
	                         frontier->options->agent);
}

int crawl_frontier_fetched(crawl_frontier *frontier, const crawl_page *page,
                           int64_t now)
{
	host *h = &frontier->hosts[page->host];
	pace *p = pace_of(frontier, h);
	unsigned delay = frontier->options->delay;
	int done = 1;

	if (page->is_robots)
		done = learn_robots(frontier, h, page);
	if (delay < h->robots.delay)
		delay = h->robots.delay;
	if (delay < page->rest)
		delay = page->rest;
	p->ready = now + delay;
	p->busy = 0;
	return done;
}

int64_t crawl_frontier_wait(const crawl_frontier *frontier, int64_t now)
{
	int64_t wait = -1;

	if (frontier->pages >= frontier->options->pages)
		return -1;
	for (size_t i = 0; i < frontier->origins.n; i++) {
		const host *h = &frontier->hosts[i];
		const pace *p = pace_of(frontier, h);
		int64_t left = p->ready > now ? p->ready - now : 0;

		if (!p->busy && h->first && (wait < 0 || left < wait))
			wait = left;
	}
	return wait;
}
