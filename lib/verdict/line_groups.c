/* line_groups.c - which lines of a page are looked at together; see list.h. */
#include "verdict/list.h"

#define WIDE 14 /* columns of a headline; narrow lines are words of a menu */
#define FEW 4   /* fewer wide lines are no list of them */

typedef struct grouping {
	const scls_line *lines;
	scls_line *wide;     /* room for a list's lines, and their places */
	uint32_t *at;
	uint32_t largest;    /* lines of the longest list */
	uint32_t all;
	scls_lines_call *call;
	void *user;
} grouping;

static size_t end_of_list(const scls_line *lines, size_t n, size_t from)
{
	size_t end = from;

	while (end < n && lines[end].list == lines[from].list)
		end++;
	return end;
}

/* The width from which lines[from..to) are looked at: 0 where there are
 * hardly any wide ones. */
static uint32_t least_width(const scls_line *lines, size_t from, size_t to,
                            uint32_t *kept)
{
	uint32_t wide = 0;

	for (size_t i = from; i < to; i++)
		wide += scls_line_width(&lines[i]) >= WIDE;
	*kept = wide < FEW ? (uint32_t)(to - from) : wide;
	return wide < FEW ? 0 : WIDE;
}

static void measure(grouping *g, size_t n)
{
	for (size_t from = 0, end; from < n; from = end) {
		uint32_t kept;

		end = end_of_list(g->lines, n, from);
		(void)least_width(g->lines, from, end, &kept);
		g->largest = kept > g->largest ? kept : g->largest;
		g->all += kept;
	}
}

/* n lines of a list by themselves; none is nothing. */
static scls_status part_of(const grouping *g, const scls_lines *list,
                           size_t from, size_t n)
{
	scls_lines out = *list;

	out.n = n;
	out.diluted = 0;
	out.part = n < out.part ? (uint32_t)n : out.part;
	out.lines += from;
	out.at += from;
	return n > 0 ? g->call(g->user, &out) : SPAMCLS_OK;
}

/* The list; then what is worst of it, and what is worst for this list: lines
 * of an unknown template may all be doubtful, yet stand out from a page's own.
 */
static scls_status list_and_stretches(const grouping *g, scls_lines *list)
{
	int32_t usual = scls_list_usual_level(list->lines, list->n);
	size_t from = 0, at = 0;
	size_t n = scls_list_stretch(list->lines, list->n, 0, &from);
	size_t here = scls_list_stretch(list->lines, list->n, usual, &at);

	list->diluted = scls_list_is_diluted(list->lines, list->n, from, n);
	SCLS_TRY(g->call(g->user, list));
	SCLS_TRY(part_of(g, list, from, n));
	return here == n && at == from ? SPAMCLS_OK
	                               : part_of(g, list, at, here);
}

/* lines[from..to) as one list; then its worst stretches by themselves. */
static scls_status group(grouping *g, size_t from, size_t to, int whole)
{
	uint32_t kept, width = least_width(g->lines, from, to, &kept);
	scls_lines out = { g->wide, g->at, 0, whole, 0, 0, g->all };

	for (size_t i = from; i < to; i++) {
		if (scls_line_width(&g->lines[i]) < width)
			continue;
		g->at[out.n] = (uint32_t)i;
		g->wide[out.n++] = g->lines[i];
	}
	out.part = whole ? g->largest : kept;
	return list_and_stretches(g, &out);
}

scls_status scls_lines_each(scls_arena *arena, const scls_line *lines,
                             size_t n, scls_lines_call *call, void *user)
{
	grouping g = { .lines = lines, .call = call, .user = user };

	g.wide = scls_arena_take_array(arena, n + 1, sizeof(*g.wide));
	g.at = scls_arena_take_array(arena, n + 1, sizeof(*g.at));
	if (!g.wide || !g.at)
		return SPAMCLS_E_NOMEM;
	measure(&g, n);
	for (size_t from = 0, end; from < n; from = end) {
		end = end_of_list(lines, n, from);
		SCLS_TRY(group(&g, from, end, 0));
	}
	return end_of_list(lines, n, 0) < n ? group(&g, 0, n, 1) : SPAMCLS_OK;
}
