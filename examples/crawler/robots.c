/* robots.c - robots.txt; see robots.h. */
#include "robots.h"

#include "../score/grown.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define MAX_RULES 10000
#define MAX_DELAY 60000 /* ms: a longer one would stop the crawl */

/* A piece of a line, without the blanks around it. */
typedef struct piece {
	const char *text;
	size_t size;
} piece;

/* Where a reader of groups stands. */
typedef struct reader {
	crawl_robots *robots;
	piece agent;         /* who asks; "*" in the second pass */
	int in_group;        /* the group names the agent */
	int after_rule;      /* the next User-agent begins a group */
	int found;           /* a group named the agent */
	int no_memory;
} reader;

static piece trim(const char *text, size_t size)
{
	while (size > 0 && (text[0] == ' ' || text[0] == '\t')) {
		text++;
		size--;
	}
	while (size > 0 && (text[size - 1] == ' ' || text[size - 1] == '\t'))
		size--;
	return (piece){ text, size };
}

static int hex(char c)
{
	return c >= '0' && c <= '9' ? c - '0'
	       : c >= 'a' && c <= 'f' ? c - 'a' + 10
	       : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* What a URL may have as it is, so that "%7E" and "~" are one. */
static int is_unreserved(int c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
	       || (c >= '0' && c <= '9') || (c > 0 && strchr("-._~", c));
}

/* The byte that text begins with, and how much of it says so. */
static int read_byte(const char *text, size_t left, size_t *used)
{
	int high = left > 2 && text[0] == '%' ? hex(text[1]) : -1;
	int low = high >= 0 ? hex(text[2]) : -1;

	*used = low >= 0 ? 3 : 1;
	return low >= 0 ? high * 16 + low : (unsigned char)text[0];
}

/*
 * A pattern or a target in the one form in which RFC 9309 compares them:
 * octets are escaped or not by what they are, not as they were written.  A
 * star, and a "$" that ends a pattern, are escaped where they stand for
 * themselves.  Owned; NULL: no memory.
 */
static char *in_one_form(piece text, int is_pattern)
{
	static const char digits[] = "0123456789ABCDEF";
	char *made = malloc(3 * text.size + 1), *out = made;

	for (size_t i = 0, used; made && i < text.size; i += used) {
		int c = read_byte(text.text + i, text.size - i, &used);
		int mark = c == '*' || c == '$', plain;

		if (mark)
			plain = is_pattern && used == 1
			        && (c == '*' || i + 1 == text.size);
		else
			plain = used == 1 ? c > ' ' && c < 0x7F
			                  : is_unreserved(c);
		if (plain) {
			*out++ = (char)c;
			continue;
		}
		*out++ = '%';
		*out++ = digits[c >> 4];
		*out++ = digits[c & 15];
	}
	if (made)
		*out = '\0';
	return made;
}

static int same(piece a, const char *b)
{
	return a.size == strlen(b) && strncasecmp(a.text, b, a.size) == 0;
}

static void add_rule(reader *r, piece pattern, int allow)
{
	crawl_robots *robots = r->robots;
	crawl_rule *rule;
	char *copy;

	/* An empty Disallow disallows nothing. */
	if (pattern.size == 0 || robots->n == MAX_RULES)
		return;
	rule = grown(robots->rule, &robots->room, robots->n + 1,
	             sizeof(*rule));
	copy = rule ? in_one_form(pattern, 1) : NULL;
	if (rule)
		robots->rule = rule;
	if (!copy) {
		r->no_memory = 1;
		return;
	}
	rule[robots->n++] = (crawl_rule){ copy, allow };
}

/* "2" or "0.5" seconds in ms; what is no number is no delay. */
static unsigned read_delay(piece value)
{
	unsigned delay = 0, scale = 1000, fraction = 0;

	for (size_t i = 0; i < value.size; i++) {
		char c = value.text[i];

		if (c == '.' && !fraction) {
			fraction = 1;
			continue;
		}
		if (c < '0' || c > '9')
			return 0;
		if (fraction)
			scale /= 10;
		else if (delay < MAX_DELAY)
			delay *= 10;
		delay += (unsigned)(c - '0') * scale;
	}
	return delay < MAX_DELAY ? delay : MAX_DELAY;
}

/* The name of a group may have a version behind it: "name/1.0". */
static void begin_group(reader *r, piece value)
{
	const char *slash = memchr(value.text, '/', value.size);

	if (slash)
		value.size = (size_t)(slash - value.text);
	if (r->after_rule)
		r->in_group = 0;
	r->after_rule = 0;
	if (value.size == r->agent.size
	    && strncasecmp(value.text, r->agent.text, value.size) == 0)
		r->in_group = r->found = 1;
}

/* What says nothing of what may be fetched, a Sitemap, a Crawl-delay or what
 * nobody knows, ends no group (RFC 9309, section 2.2.4): only behind a rule
 * does a User-agent begin one.  A delay is for those named so far. */
static void read_line(reader *r, const char *line, size_t size)
{
	const char *hash = memchr(line, '#', size), *colon;
	piece key, value;
	int is_rule;

	if (hash)
		size = (size_t)(hash - line);
	colon = memchr(line, ':', size);
	if (!colon)
		return;
	key = trim(line, (size_t)(colon - line));
	value = trim(colon + 1, size - (size_t)(colon + 1 - line));
	if (same(key, "user-agent")) {
		begin_group(r, value);
		return;
	}
	is_rule = same(key, "allow") || same(key, "disallow");
	r->after_rule |= is_rule;
	if (!r->in_group)
		return;
	if (is_rule)
		add_rule(r, value, same(key, "allow"));
	else if (same(key, "crawl-delay"))
		r->robots->delay = read_delay(value);
}

/* A line ends with CR, LF, or both: the one between them is empty. */
static void read_groups(reader *r, const char *data, size_t size)
{
	for (size_t i = 0, from = 0; i <= size; i++) {
		if (i < size && data[i] != '\n' && data[i] != '\r')
			continue;
		read_line(r, data + from, i - from);
		from = i + 1;
	}
}

int crawl_robots_read(crawl_robots *robots, const char *data, size_t size,
                      const char *agent)
{
	piece name = { agent, strcspn(agent, "/ \t") };
	reader r = { robots, name, 0, 1, 0, 0 };

	memset(robots, 0, sizeof(*robots));
	if (size == 0)
		return 1;
	if (size >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0) {
		data += 3;
		size -= 3;
	}
	read_groups(&r, data, size);
	if (!r.found) {
		r = (reader){ robots, { "*", 1 }, 0, 1, 0, r.no_memory };
		read_groups(&r, data, size);
	}
	return !r.no_memory;
}

/* Whether pattern fits the beginning of target; goes back to the last star
 * only, which is enough and takes no recursion. */
static int fits(const char *pattern, const char *target)
{
	const char *star = NULL, *mark = target;

	for (;;) {
		if (*pattern == '*') {
			star = pattern++;
			mark = target;
		} else if (!*pattern
		           || (*pattern == '$' && !pattern[1] && !*target)) {
			return 1;
		} else if (*target && *pattern == *target) {
			pattern++;
			target++;
		} else if (star && *mark) {
			pattern = star + 1;
			target = ++mark;
		} else {
			return 0;
		}
	}
}

int crawl_robots_allow(const crawl_robots *robots, const char *target)
{
	char *form = in_one_form((piece){ target, strlen(target) }, 0);
	size_t longest = 0;
	int allow = form != NULL;

	for (size_t i = 0; form && i < robots->n; i++) {
		const crawl_rule *rule = &robots->rule[i];
		size_t size = strlen(rule->pattern);

		if (size < longest || (size == longest && !rule->allow))
			continue;
		if (fits(rule->pattern, form)) {
			longest = size;
			allow = rule->allow;
		}
	}
	free(form);
	return allow;
}

void crawl_robots_free(crawl_robots *robots)
{
	for (size_t i = 0; i < robots->n; i++)
		free(robots->rule[i].pattern);
	free(robots->rule);
	memset(robots, 0, sizeof(*robots));
}
