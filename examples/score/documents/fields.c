/* fields.c - see fields.h. */
#include "documents/fields.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

static int is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

static spamcls_span trimmed(const char *from, const char *end)
{
	spamcls_span span;

	while (from < end && is_blank(*from))
		from++;
	while (end > from && is_blank(end[-1]))
		end--;
	span.data = from;
	span.size = (size_t)(end - from);
	return span;
}

int fields_find(spamcls_span head, const char *name, spamcls_span *value)
{
	const char *at = head.data, *end = head.size ? at + head.size : at;
	size_t size = strlen(name);

	while (at < end) {
		const char *stop = memchr(at, '\n', (size_t)(end - at));

		stop = stop ? stop : end;
		if ((size_t)(stop - at) > size && at[size] == ':'
		    && strncasecmp(at, name, size) == 0) {
			*value = trimmed(at + size + 1, stop);
			return 1;
		}
		at = stop + 1;
	}
	return 0;
}

int fields_repeats(spamcls_span head, const char *name)
{
	spamcls_span value;
	size_t behind;

	if (!fields_find(head, name, &value))
		return 0;
	behind = (size_t)(value.data + value.size - head.data);
	head.data += behind;
	head.size -= behind;
	return fields_find(head, name, &value);
}

int fields_says(spamcls_span head, const char *name, const char *word)
{
	size_t size = strlen(word);
	spamcls_span value;

	if (!fields_find(head, name, &value))
		return 0;
	for (size_t i = 0; i + size <= value.size; i++)
		if (strncasecmp(value.data + i, word, size) == 0)
			return 1;
	return 0;
}

char *fields_string(const char *data, size_t size)
{
	char *made = malloc(size + 1);

	if (made) {
		memcpy(made, data, size);
		made[size] = '\0';
	}
	return made;
}

int fields_copy(spamcls_span head, const char *name, char **out)
{
	spamcls_span value;

	*out = NULL;
	if (!fields_find(head, name, &value))
		return 1;
	*out = fields_string(value.data, value.size);
	return *out != NULL;
}
