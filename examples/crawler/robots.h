/* robots.h - robots.txt as RFC 9309 has it, and Crawl-delay. */
#ifndef CRAWL_ROBOTS_H
#define CRAWL_ROBOTS_H

#include <stddef.h>

/* One Allow or Disallow line. */
typedef struct crawl_rule {
	char *pattern;   /* owned; "*" stands for anything, "$" ends it; its
	                    escapes in one form */
	int allow;
} crawl_rule;

/* What a robots.txt says to one agent. */
typedef struct crawl_robots {
	crawl_rule *rule;
	size_t n, room;
	unsigned delay;  /* Crawl-delay in ms, 0: none */
} crawl_robots;

/*
 * Reads size bytes for agent: the groups that name it, all together, or those
 * of "*" where none does.  Of agent counts what stands before a slash or blank,
 * its product token.  Returns 0: no memory.
 */
int crawl_robots_read(crawl_robots *robots, const char *data, size_t size,
                      const char *agent);

/* Not 0 where target (path and query) may be fetched: the longest pattern
 * that fits decides, and of two as long Allow.  Without memory none may. */
int crawl_robots_allow(const crawl_robots *robots, const char *target);

/* Frees the rules, not *robots. */
void crawl_robots_free(crawl_robots *robots);

#endif
