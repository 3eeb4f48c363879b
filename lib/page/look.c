/* look.c - see look.h. */
#include "page/look.h"

#define LANES SCLS_LOOK

/* Where they stand among so many bytes, the lowest bit for the first. */
typedef struct marks {
	uint64_t close, twice, once; /* ">", double and single quotes */
} marks;

typedef struct blanks {
	uint64_t blank, line; /* white space, and of it what ends a line */
} blanks;

static marks marks_at(const char *data)
{
	marks m = { scls_look_where(data, '>'), scls_look_where(data, '"'),
		    scls_look_where(data, '\'') };

	return m;
}

static blanks blanks_at(const char *data)
{
	blanks b;

	b.line = scls_look_where(data, '\n') | scls_look_where(data, '\r');
	b.blank = b.line | scls_look_where(data, ' ')
	          | scls_look_where(data, '\t');
	return b;
}

/* The first n bytes, LANES at most. */
static void copy_some(char copy[LANES], const char *data, size_t n)
{
	memset(copy, 0, LANES);
	memcpy(copy, data, n);
}

/* Not 0 where an attribute's value begins at at: of ASCII the last mark
 * before it is "=". */
static int begins_value(const char *from, const char *at)
{
	while (at > from && (signed char)at[-1] <= ' ')
		at--;
	return at > from && at[-1] == '=';
}

/* A tag on the way to its end. */
typedef struct walk {
	const char *begin; /* the tag, or the quote that ended a value */
	char quote;        /* of the value that is open, or 0 */
} walk;

/* Behind the tag's end among the bytes at data, or NULL. */
static const char *end_in(walk *w, const char *data, const marks *m)
{
	uint64_t left = ~UINT64_C(0);

	for (;;) {
		uint64_t found = left & (w->quote == '"' ? m->twice
		                         : w->quote ? m->once
		                         : m->close | m->twice | m->once);
		const char *at;

		if (found == 0)
			return NULL;
		at = data + scls_lowest_bit(found);
		left = ~UINT64_C(1) << scls_lowest_bit(found);
		if (w->quote) {
			w->begin = at;
			w->quote = 0;
		} else if (*at == '>') {
			return at + 1;
		} else if (begins_value(w->begin, at)) {
			w->quote = *at;
		}
	}
}

const char *scls_look_tag_end(const char *from, const char *end)
{
	walk w = { from, 0 };

	for (const char *at = from; at < end; at += LANES) {
		size_t left = (size_t)(end - at);
		char copy[LANES];
		const char *found;
		marks m;

		if (left < LANES)
			copy_some(copy, at, left);
		m = marks_at(left < LANES ? copy : at);
		found = end_in(&w, at, &m);
		if (found)
			return found;
		if (left <= LANES)
			break;
	}
	return end;
}

const char *scls_look_blanks_end(const char *from, const char *to,
                                 const char *end, int *line)
{
	uint64_t lines = 0;

	while (from < to) {
		size_t left = (size_t)(end - from), size = (size_t)(to - from);
		uint32_t n = size < LANES ? (uint32_t)size : LANES;
		char copy[LANES];
		uint64_t solid;
		blanks b;

		if (left < LANES)
			copy_some(copy, from, left);
		b = blanks_at(left < LANES ? copy : from);
		solid = ~b.blank;
		if (scls_lowest_bit(solid) < n)
			n = scls_lowest_bit(solid);
		lines |= b.line & ((UINT64_C(1) << n) - 1);
		from += n;
		if (n < LANES)
			break;
	}
	*line = lines != 0;
	return from;
}
