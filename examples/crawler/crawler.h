/*
 * crawler.h - what the parts of the crawler share.
 *
 * One thread fetches (libcurl's multi interface), others judge, one session of
 * the library each.  A page travels from the frontier through fetch and judge
 * to emit as one crawl_page, which is owned by whoever holds it.
 */
#ifndef CRAWLER_H
#define CRAWLER_H

#include <spamcls.h>
#include <stddef.h>
#include <stdint.h>

/* What the command line says; strings are its own. */
typedef struct crawl_options {
	const char *seeds;      /* file with one URL a line; "-" is stdin */
	const char *agent;      /* told to servers, and to robots.txt */
	const char *db;         /* directory of a database, or NULL */
	unsigned threads;       /* that judge */
	unsigned transfers;     /* at once, one of a host */
	unsigned delay;         /* ms between two fetches of one host */
	unsigned timeout;       /* s, of one fetch */
	unsigned redirects;     /* in a row */
	unsigned depth;         /* of links from a seed */
	unsigned pages;         /* fetched in all */
	size_t bytes;           /* of one page, unpacked */
	int same_host;          /* stay on the seeds' hosts */
} crawl_options;

/* A page on its way.  Strings and data are its own where nothing else is
 * said; NULL or 0: not known. */
typedef struct crawl_page {
	struct crawl_page *next; /* in the queue that holds it */
	char *url;
	size_t host;             /* its number in the frontier */
	unsigned depth, hops;    /* links from a seed, redirects in a row */
	int is_robots;           /* robots.txt itself: never judged */
	/* What fetch found. */
	const char *error;       /* a constant, or NULL */
	const char *why;         /* what lies behind it, as well */
	long status;
	char *type;              /* Content-Type, or NULL */
	char *redirect;          /* where to, absolute, or NULL */
	unsigned rest;           /* ms that its host asks for: Retry-After */
	char *data;
	size_t size;
	/* What judge found. */
	char *json;              /* the result, or NULL */
	char *base;              /* what its <base> says, or NULL */
	char **links;            /* hrefs to follow, as in the page */
	size_t n_links;
} crawl_page;

/* The error of a picture and the like. */
#define CRAWL_NOT_TEXT "not a page of text"

/* Copies url; NULL: no memory. */
crawl_page *crawl_page_new(const char *url);
void crawl_page_free(crawl_page *page); /* NULL is allowed */

/* Reads argv into *options; returns 0, or prints why not and returns 64. */
int crawl_arguments(int argc, char **argv, crawl_options *options);

#endif
