/*
 * meta.c - what a page says of its own charset; see charset.h.
 *
 * A reduced form of the prescan of the HTML standard (13.2.3.2): it looks
 * for "charset" inside a meta tag, or "encoding" inside <?xml ?>.
 */
#include "input/charset.h"

#include "base/limits.h"

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static int is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Where word stands in data, in any case; end where it does not. */
static const char *find(const char *at, const char *end, const char *word)
{
	size_t size = strlen(word);

	for (; (size_t)(end - at) >= size && at < end; at++) {
		size_t i = 0;

		while (i < size && lower(at[i]) == word[i])
			i++;
		if (i == size)
			return at;
	}
	return end;
}

/* The value behind "=": quoted or not. */
static scls_span value(const char *at, const char *end)
{
	scls_span none = { at, 0 }, found;

	while (at < end && is_space(*at))
		at++;
	if (at == end || *at++ != '=')
		return none;
	while (at < end && (is_space(*at) || *at == '"' || *at == '\''))
		at++;
	found.data = at;
	while (at < end && !is_space(*at) && !strchr("\"'>;/?", *at))
		at++;
	found.size = (size_t)(at - found.data);
	return found;
}

static scls_span in_tag(const char *at, const char *end, const char *word)
{
	const char *found = find(at, end, word);
	scls_span none = { end, 0 };

	return found == end ? none : value(found + strlen(word), end);
}

scls_span scls_meta_charset(const char *data, size_t size)
{
	const char *end = data + (size < SCLS_MAX_META_SCAN
	                                  ? size : SCLS_MAX_META_SCAN);
	scls_span label = { data, 0 };
	const char *at = data;

	if (size > 5 && memcmp(data, "<?xml", 5) == 0) {
		const char *close = memchr(data, '>', (size_t)(end - data));
		label = in_tag(data, close ? close : end, "encoding");
	}
	while (label.size == 0 && at < end) {
		const char *close;

		at = find(at, end, "<meta");
		if (at == end)
			break;
		close = memchr(at, '>', (size_t)(end - at));
		label = in_tag(at, close ? close : end, "charset");
		at += 5;
	}
	return label;
}
