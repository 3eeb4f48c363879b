/* status.c - see status.h. */
#include "base/status.h"

#include "base/utf8.h"

#include <string.h>

#define MOST_BEHIND 3 /* bytes of a character behind its first */

/* The first `most` bytes of a longer text, no character cut in two: a path may
 * be no UTF-8, and loses a few bytes then. */
static size_t cut(const char *from, size_t most)
{
	size_t least = most < MOST_BEHIND ? 0 : most - MOST_BEHIND;

	while (most > least && scls_utf8_goes_on(from[most]))
		most--;
	return most;
}

static void copy(char *to, size_t room, const char *from)
{
	size_t size = from ? strlen(from) : 0;

	if (size >= room)
		size = cut(from, room - 1);
	if (size > 0)
		memcpy(to, from, size);
	to[size] = '\0';
}

scls_status scls_error_set(spamcls_error *error, scls_status status,
                           const char *file, uint32_t line, uint32_t column,
                           const char *message)
{
	if (!error)
		return status;
	error->status = status;
	error->line = line;
	error->column = column;
	error->offset = 0;
	copy(error->file, sizeof(error->file), file);
	copy(error->message, sizeof(error->message), message);
	return status;
}
