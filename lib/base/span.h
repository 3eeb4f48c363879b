/* span.h - a stretch of bytes that somebody else owns. */
#ifndef SCLS_BASE_SPAN_H
#define SCLS_BASE_SPAN_H

#include "base/ascii.h"
#include <spamcls.h>
#include <string.h>

/* The public struct is the internal one too: pointer and length. */
typedef spamcls_span scls_span;

/* The span of a NUL-terminated string; NULL gives the empty span. */
static inline scls_span scls_span_of(const char *string)
{
	scls_span span = { string, string ? strlen(string) : 0 };
	return span;
}

/* The bytes of a text from begin up to, not including, end. */
static inline scls_span scls_span_between(const char *text, size_t begin,
                                          size_t end)
{
	scls_span span = { text + begin, end - begin };
	return span;
}

/* Not 0 where both hold the same bytes. */
static inline int scls_span_equal(scls_span a, scls_span b)
{
	return a.size == b.size
	       && (a.size == 0 || memcmp(a.data, b.data, a.size) == 0);
}

/* Not 0 where span is the string, ASCII letters compared without case. */
int scls_span_is_nocase(scls_span span, const char *string);

/* Not 0 where the span ends with the string. */
int scls_span_ends_with(scls_span span, const char *string);

/* The span without ASCII white space at both ends. */
static inline scls_span scls_span_trim(scls_span span)
{
	while (span.size > 0 && scls_ascii_is_space(span.data[0])) {
		span.data++;
		span.size--;
	}
	while (span.size > 0
	       && scls_ascii_is_space(span.data[span.size - 1]))
		span.size--;
	return span;
}

/* The span behind the byte order mark that some editors put before UTF-8. */
scls_span scls_span_past_bom(scls_span span);

#endif
