/* span.c - see span.h. */
#include "base/span.h"

#include "base/ascii.h"

int scls_span_is_nocase(scls_span span, const char *string)
{
	for (size_t i = 0; i < span.size; i++)
		if (string[i] == '\0'
		    || scls_ascii_lower(span.data[i])
		               != scls_ascii_lower(string[i]))
			return 0;
	return string[span.size] == '\0';
}

int scls_span_ends_with(scls_span span, const char *string)
{
	size_t n = strlen(string);

	return span.size >= n
	       && memcmp(span.data + span.size - n, string, n) == 0;
}

scls_span scls_span_past_bom(scls_span span)
{
	if (span.size >= 3 && memcmp(span.data, "\xEF\xBB\xBF", 3) == 0) {
		span.data += 3;
		span.size -= 3;
	}
	return span;
}
