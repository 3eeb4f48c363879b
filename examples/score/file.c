/* file.c - whole files in memory; see tool.h. */
#include "grown.h"
#include "tool.h"

#include "packed/packed.h"

#include <stdlib.h>
#include <string.h>

#define STEP 65536

int tool_reserve(tool_file *file, size_t size)
{
	char *more = grown(file->data, &file->room, file->size + size, 1);

	if (!more)
		return 0;
	file->data = more;
	return 1;
}

int tool_append(tool_file *file, const char *data, size_t size)
{
	if (!tool_reserve(file, size))
		return 0;
	if (size > 0)
		memcpy(file->data + file->size, data, size);
	file->size += size;
	return 1;
}

int tool_put(tool_file *file, const char *text)
{
	return tool_append(file, text, strlen(text));
}

/* Up to max bytes, and what was read with the last of them. */
static const char *read_on(packed_file *in, size_t max, tool_file *file)
{
	char *buffer = malloc(STEP);
	const char *why = buffer ? NULL : "no memory";
	int got = 1;

	while (!why && got > 0 && file->size <= max) {
		got = packed_read(in, buffer, STEP, &why);
		if (got > 0 && !tool_append(file, buffer, (size_t)got))
			why = "no memory";
	}
	free(buffer);
	return why;
}

const char *tool_read(const char *path, size_t max, tool_file *file)
{
	packed_file *in;
	const char *why;

	memset(file, 0, sizeof(*file));
	why = packed_open(path, &in);
	if (why)
		return why;
	why = read_on(in, max, file);
	packed_close(in);
	if (!why && file->size > max)
		why = "is too large; split it";
	if (why)
		tool_file_free(file);
	return why;
}

void tool_file_free(tool_file *file)
{
	free(file->data);
	memset(file, 0, sizeof(*file));
}
