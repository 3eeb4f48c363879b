/* fetch.c - transfers; see fetch.h. */
#include "fetch.h"

#include "../score/grown.h"
#include "../score/media_type.h"

#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>

#define ROBOTS_REDIRECTS 5L
#define ROBOTS_BYTES ((size_t)512 << 10)
#define MAX_REST 60u /* s: a longer one would stop the crawl */
#define SLOW_BYTES 64L   /* a second ... */
#define SLOW_SECONDS 10L /* ... for so long ends a fetch */

/* Before 7.85 protocols have no names. */
#if LIBCURL_VERSION_NUM >= 0x075500
#define PROTOCOLS CURLOPT_PROTOCOLS_STR
#define REDIR_PROTOCOLS CURLOPT_REDIR_PROTOCOLS_STR
#define WEB "http,https"
#else
#define PROTOCOLS CURLOPT_PROTOCOLS
#define REDIR_PROTOCOLS CURLOPT_REDIR_PROTOCOLS
#define WEB ((long)(CURLPROTO_HTTP | CURLPROTO_HTTPS))
#endif

struct crawl_fetcher {
	const crawl_options *options;
	CURLM *multi;
	struct transfer *first;  /* all under way */
	unsigned active;
};

typedef struct transfer {
	struct transfer *next;
	crawl_fetcher *fetcher;
	crawl_page *page;
	CURL *easy;
	size_t room;      /* of page->data */
	const char *stopped; /* why no more was read, or NULL */
} transfer;

crawl_fetcher *crawl_fetcher_new(const crawl_options *options)
{
	crawl_fetcher *fetcher = calloc(1, sizeof(*fetcher));

	if (!fetcher)
		return NULL;
	fetcher->options = options;
	fetcher->multi = curl_multi_init();
	if (!fetcher->multi) {
		free(fetcher);
		return NULL;
	}
	return fetcher;
}

static void end_transfer(transfer *t)
{
	transfer **at = &t->fetcher->first;

	while (*at != t)
		at = &(*at)->next;
	*at = t->next;
	t->fetcher->active--;
	curl_multi_remove_handle(t->fetcher->multi, t->easy);
	curl_easy_cleanup(t->easy);
	free(t);
}

void crawl_fetcher_free(crawl_fetcher *fetcher)
{
	if (!fetcher)
		return;
	while (fetcher->first) {
		crawl_page_free(fetcher->first->page);
		end_transfer(fetcher->first);
	}
	curl_multi_cleanup(fetcher->multi);
	free(fetcher);
}

/* A page that is a picture or the like is not read at all. */
static int is_wanted(const transfer *t)
{
	char *type = NULL;
	long status = 0;

	curl_easy_getinfo(t->easy, CURLINFO_RESPONSE_CODE, &status);
	curl_easy_getinfo(t->easy, CURLINFO_CONTENT_TYPE, &type);
	return t->page->is_robots || status != 200 || media_kind(type) >= 0;
}

/* Takes in what has arrived, unpacked; 0 ends the transfer. */
static size_t receive(char *data, size_t one, size_t n, void *context)
{
	transfer *t = context;
	crawl_page *page = t->page;
	size_t most = page->is_robots ? ROBOTS_BYTES
	                              : t->fetcher->options->bytes;
	char *bigger;

	(void)one; /* always 1 */
	if (page->size == 0 && !is_wanted(t)) {
		t->stopped = CRAWL_NOT_TEXT;
		return 0;
	}
	if (n > most - page->size) {
		t->stopped = "larger than --max-bytes";
		if (!page->is_robots)
			return 0;
		n = most - page->size; /* what is there counts */
	}
	bigger = grown(page->data, &t->room, page->size + n, 1);
	if (!bigger)
		return 0;
	page->data = bigger;
	memcpy(page->data + page->size, data, n);
	page->size += n;
	return t->stopped ? 0 : n;
}

/* Redirects of pages are not followed here: they go to the frontier, so that
 * robots.txt and the pace of the other host are kept, too. */
static int set_up(transfer *t)
{
	const crawl_options *options = t->fetcher->options;
	long follow = t->page->is_robots ? 1L : 0L;
	CURL *e = t->easy;

	return curl_easy_setopt(e, CURLOPT_URL, t->page->url) == CURLE_OK
	       && curl_easy_setopt(e, PROTOCOLS, WEB) == CURLE_OK
	       && curl_easy_setopt(e, REDIR_PROTOCOLS, WEB) == CURLE_OK
	       && curl_easy_setopt(e, CURLOPT_USERAGENT, options->agent)
	               == CURLE_OK
	       && curl_easy_setopt(e, CURLOPT_ACCEPT_ENCODING, "")
	               == CURLE_OK
	       && curl_easy_setopt(e, CURLOPT_PRIVATE, t) == CURLE_OK
	       && curl_easy_setopt(e, CURLOPT_WRITEFUNCTION, receive)
	               == CURLE_OK
	       && curl_easy_setopt(e, CURLOPT_WRITEDATA, t) == CURLE_OK
	       && curl_easy_setopt(e, CURLOPT_NOSIGNAL, 1L) == CURLE_OK
	       && curl_easy_setopt(e, CURLOPT_FOLLOWLOCATION, follow)
	               == CURLE_OK
	       && curl_easy_setopt(e, CURLOPT_MAXREDIRS, ROBOTS_REDIRECTS)
	               == CURLE_OK
	       && curl_easy_setopt(e, CURLOPT_TIMEOUT,
	                           (long)options->timeout) == CURLE_OK
	       && curl_easy_setopt(e, CURLOPT_LOW_SPEED_LIMIT, SLOW_BYTES)
	               == CURLE_OK
	       && curl_easy_setopt(e, CURLOPT_LOW_SPEED_TIME, SLOW_SECONDS)
	               == CURLE_OK;
}

int crawl_fetcher_start(crawl_fetcher *fetcher, crawl_page *page)
{
	transfer *t = calloc(1, sizeof(*t));

	if (!t)
		return 0;
	t->fetcher = fetcher;
	t->page = page;
	t->easy = curl_easy_init();
	if (!t->easy || !set_up(t)
	    || curl_multi_add_handle(fetcher->multi, t->easy) != CURLM_OK) {
		curl_easy_cleanup(t->easy);
		free(t);
		return 0;
	}
	t->next = fetcher->first;
	fetcher->first = t;
	fetcher->active++;
	return 1;
}

unsigned crawl_fetcher_active(const crawl_fetcher *fetcher)
{
	return fetcher->active;
}

void crawl_fetcher_work(crawl_fetcher *fetcher)
{
	int running;

	curl_multi_perform(fetcher->multi, &running);
}

static char *copy(const char *text)
{
	return text ? strdup(text) : NULL;
}

static int is_line_end(char c)
{
	return c == '\n' || c == '\r';
}

/* Puts down what the server said, beside the data. */
static void note(transfer *t, CURLcode code)
{
	crawl_page *page = t->page;
	char *type = NULL, *redirect = NULL;
	curl_off_t rest = 0;

	curl_easy_getinfo(t->easy, CURLINFO_RESPONSE_CODE, &page->status);
	curl_easy_getinfo(t->easy, CURLINFO_CONTENT_TYPE, &type);
	curl_easy_getinfo(t->easy, CURLINFO_REDIRECT_URL, &redirect);
	page->type = copy(type);
	page->redirect = copy(redirect);
	curl_easy_getinfo(t->easy, CURLINFO_RETRY_AFTER, &rest);
	page->rest = rest < MAX_REST ? (unsigned)rest * 1000u
	                             : MAX_REST * 1000u;
	if (t->stopped && page->is_robots) {
		/* RFC 9309: its first 500 KiB hold, at least. */
		while (page->size > 0
		       && !is_line_end(page->data[page->size - 1]))
			page->size--;
		return;
	}
	if (t->stopped)
		page->error = t->stopped;
	else if (code != CURLE_OK)
		page->error = curl_easy_strerror(code);
}

crawl_page *crawl_fetcher_done(crawl_fetcher *fetcher)
{
	CURLMsg *message;
	crawl_page *page;
	char *private = NULL;
	transfer *t;
	int left;

	do {
		message = curl_multi_info_read(fetcher->multi, &left);
		if (!message)
			return NULL;
	} while (message->msg != CURLMSG_DONE);
	curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &private);
	t = (transfer *)(void *)private;
	page = t->page;
	note(t, message->data.result);
	end_transfer(t);
	return page;
}

void crawl_fetcher_wait(crawl_fetcher *fetcher, int ms)
{
	curl_multi_poll(fetcher->multi, NULL, 0, ms, NULL);
}

void crawl_fetcher_wake(crawl_fetcher *fetcher)
{
	curl_multi_wakeup(fetcher->multi);
}
