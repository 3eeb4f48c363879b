/* links.c - URLs by libcurl's URL API; see links.h. */
#include "links.h"

#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_URL 4096

static char *join(const char *a, const char *b, const char *c)
{
	size_t size = strlen(a) + strlen(b) + strlen(c) + 1;
	char *all = malloc(size);

	if (all)
		snprintf(all, size, "%s%s%s", a, b, c);
	return all;
}

#ifndef CURLU_PUNYCODE
#define CURLU_PUNYCODE 0 /* before 7.88 transfers alone have it */
#endif

/* Host names are the same in either case, and in whatever script they are
 * written; libcurl leaves them as they are. */
static int name_host(CURLU *handle)
{
	char *host = NULL;
	CURLUcode code;

	if (curl_url_get(handle, CURLUPART_HOST, &host, CURLU_PUNYCODE)
	            != CURLUE_OK
	    && curl_url_get(handle, CURLUPART_HOST, &host, 0) != CURLUE_OK)
		return 0;
	for (char *c = host; *c; c++) {
		if (*c >= 'A' && *c <= 'Z')
			*c = (char)(*c + 'a' - 'A');
	}
	code = curl_url_set(handle, CURLUPART_HOST, host, 0);
	curl_free(host);
	return code == CURLUE_OK;
}

static int may_be_fetched(CURLU *handle)
{
	char *scheme = NULL, *user = NULL;
	int may;

	if (curl_url_get(handle, CURLUPART_SCHEME, &scheme, 0) != CURLUE_OK)
		return 0;
	may = strcmp(scheme, "http") == 0 || strcmp(scheme, "https") == 0;
	curl_free(scheme);
	if (curl_url_get(handle, CURLUPART_USER, &user, 0) == CURLUE_OK) {
		curl_free(user);
		return 0;
	}
	return may;
}

static char *copy_part(CURLU *handle, CURLUPart part)
{
	char *whole = NULL, *copy = NULL;

	if (curl_url_get(handle, part, &whole, CURLU_NO_DEFAULT_PORT)
	    == CURLUE_OK)
		copy = strdup(whole);
	curl_free(whole);
	return copy;
}

static char *copy_origin(CURLU *handle)
{
	char *scheme = NULL, *host = NULL, *port = NULL, *with_scheme = NULL;
	char *origin = NULL;

	if (curl_url_get(handle, CURLUPART_SCHEME, &scheme, 0) == CURLUE_OK
	    && curl_url_get(handle, CURLUPART_HOST, &host, 0) == CURLUE_OK
	    && curl_url_get(handle, CURLUPART_PORT, &port,
	                    CURLU_DEFAULT_PORT) == CURLUE_OK) {
		with_scheme = join(scheme, "://", host);
		if (with_scheme)
			origin = join(with_scheme, ":", port);
	}
	free(with_scheme);
	curl_free(scheme);
	curl_free(host);
	curl_free(port);
	return origin;
}

static char *copy_target(CURLU *handle)
{
	char *path = NULL, *query = NULL, *target = NULL;

	if (curl_url_get(handle, CURLUPART_PATH, &path, 0) == CURLUE_OK) {
		curl_url_get(handle, CURLUPART_QUERY, &query, 0);
		target = join(path, query ? "?" : "", query ? query : "");
	}
	curl_free(path);
	curl_free(query);
	return target;
}

/* A base that is no address of a page is none, as browsers have it. */
static int resolve(CURLU *handle, const char *page, const char *base,
                   const char *href)
{
	if (page && curl_url_set(handle, CURLUPART_URL, page, 0) != CURLUE_OK)
		return 0;
	if (page && base)
		(void)curl_url_set(handle, CURLUPART_URL, base,
		                   CURLU_URLENCODE);
	return curl_url_set(handle, CURLUPART_URL, href, CURLU_URLENCODE)
	               == CURLUE_OK
	       && curl_url_set(handle, CURLUPART_FRAGMENT, NULL, 0)
	               == CURLUE_OK
	       && may_be_fetched(handle) && name_host(handle);
}

/* As browsers do: no blanks around it, and no line end or TAB in it. */
static int clean(const char *href, char out[MAX_URL + 1])
{
	size_t size = 0;

	while (*href && (unsigned char)*href <= ' ')
		href++;
	for (; *href; href++)
		if (!strchr("\t\r\n", *href)) {
			if (size == MAX_URL)
				return 0;
			out[size++] = *href;
		}
	while (size > 0 && (unsigned char)out[size - 1] <= ' ')
		size--;
	out[size] = '\0';
	return 1;
}

/* The port of "http://host:80". */
static const char *port_of(const char *origin)
{
	return strrchr(origin, ':') + 1;
}

static int is_usual(const char *origin)
{
	int secure = strncmp(origin, "https:", 6) == 0;

	return strcmp(port_of(origin), secure ? "443" : "80") == 0;
}

int crawl_same_host(const char *a, const char *b)
{
	const char *name_a = strstr(a, "://"), *name_b = strstr(b, "://");
	size_t size = (size_t)(port_of(a) - name_a);

	return size == (size_t)(port_of(b) - name_b)
	       && memcmp(name_a, name_b, size) == 0
	       && (strcmp(port_of(a), port_of(b)) == 0
	           || (is_usual(a) && is_usual(b)));
}

int crawl_url_resolve(const char *page, const char *base, const char *href,
                      crawl_url *url)
{
	crawl_url found = { NULL, NULL, NULL, NULL };
	char cleaned[MAX_URL + 1], trimmed[MAX_URL + 1];
	CURLU *handle;

	if (!clean(href, cleaned))
		return 0;
	base = base && clean(base, trimmed) ? trimmed : NULL;
	handle = curl_url();
	if (!handle)
		return 0;
	if (resolve(handle, page, base, cleaned)) {
		found.url = copy_part(handle, CURLUPART_URL);
		found.host = copy_part(handle, CURLUPART_HOST);
		found.origin = copy_origin(handle);
		found.target = copy_target(handle);
	}
	curl_url_cleanup(handle);
	if (!found.url || !found.origin || !found.host || !found.target
	    || strlen(found.url) > MAX_URL) {
		crawl_url_free(&found);
		return 0;
	}
	*url = found;
	return 1;
}

void crawl_url_free(crawl_url *url)
{
	free(url->url);
	free(url->origin);
	free(url->host);
	free(url->target);
}
