/* file.c - whole files in memory; see tool.h. */
#include "tool.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define STEP 65536

int tool_reserve(tool_file *file, size_t size)
{
	if (file->room - file->size < size) {
		size_t room = file->room * 2 > file->size + size
		                      ? file->room * 2 : file->size + size;
		char *more = realloc(file->data, room);

		if (!more)
			return 0;
		file->data = more;
		file->room = room;
	}
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

/* gzread passes plain files through as they are. */
static const char *read_gz(gzFile in, size_t max, tool_file *file)
{
	static const char broken[] = "cannot be read, or its gzip is damaged";
	char *buffer = malloc(STEP);
	int fault = 0;
	const char *why = buffer ? NULL : "no memory";
	int got = 1;

	while (!why && got > 0 && file->size <= max) {
		got = gzread(in, buffer, STEP);
		if (got == 0)
			gzerror(in, &fault); /* of one that is cut short */
		if (got < 0 || fault == Z_BUF_ERROR)
			why = broken;
		else if (!tool_append(file, buffer, (size_t)got))
			why = "no memory";
	}
	free(buffer);
	return why;
}

const char *tool_open_gz(const char *path, gzFile *in)
{
	errno = 0;
	*in = strcmp(path, "-") == 0 ? gzdopen(0, "rb") : gzopen(path, "rb");
	if (!*in)
		return errno == ENOENT ? "no such file"
		       : errno == EACCES ? "no permission to read it"
		                         : "cannot be opened";
	gzbuffer(*in, STEP);
	return NULL;
}

const char *tool_read(const char *path, size_t max, tool_file *file)
{
	gzFile in;
	const char *why;

	memset(file, 0, sizeof(*file));
	why = tool_open_gz(path, &in);
	if (why)
		return why;
	why = read_gz(in, max, file);
	gzclose(in);
	if (why)
		tool_file_free(file);
	return why;
}

void tool_file_free(tool_file *file)
{
	free(file->data);
	memset(file, 0, sizeof(*file));
}
