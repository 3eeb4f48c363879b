/* status.c - see status.h. */
#include "base/status.h"

#include <string.h>

static void copy(char *to, size_t room, const char *from)
{
	size_t size = from ? strlen(from) : 0;

	if (size >= room)
		size = room - 1;
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
