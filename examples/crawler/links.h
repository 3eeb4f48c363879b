/* links.h - URLs: resolved against a page, and taken apart. */
#ifndef CRAWL_LINKS_H
#define CRAWL_LINKS_H

/* A URL the crawler may fetch; all parts are owned. */
typedef struct crawl_url {
	char *url;     /* absolute, http or https, no fragment, no user */
	char *origin;  /* "http://host:80" */
	char *host;    /* its name alone */
	char *target;  /* path and query, as robots.txt sees them */
} crawl_url;

/*
 * Resolves href, which may have blanks around it and line ends inside, as in a
 * page, against the page's URL (NULL: href is absolute) and what its <base>
 * says (NULL: nothing).  Returns 0 where it is no URL that may be fetched, or
 * there is no memory.
 */
int crawl_url_resolve(const char *page, const char *base, const char *href,
                      crawl_url *url);

/* Whether two origins are of one host: the same name, and the same port or
 * those that http and https have where none is named, as most sites move from
 * one to the other. */
int crawl_same_host(const char *a, const char *b);

/* Frees the parts, not *url. */
void crawl_url_free(crawl_url *url);

#endif
