/* lines.c - see lines.h. */
#include "lines.h"

#include "utf8.h"

#include <string.h>

#define STEP 65536

const char *lines_open(const char *path, lines *file)
{
	memset(file, 0, sizeof(*file));
	return packed_open(path, &file->in);
}

/* Reads on behind what is there; 0 where that fails. */
static int fill(lines *file)
{
	char step[STEP];
	int got = packed_read(file->in, step, STEP, &file->why);

	file->end = got <= 0;
	if (got <= 0 || tool_append(&file->buffer, step, (size_t)got))
		return got >= 0;
	file->end = 1; /* what was read is lost: nothing goes on behind it */
	file->why = "no memory";
	return 0;
}

/* A file that broke while it was looked into is still broken, and what it has
 * of its last line is none. */
static lines_found ended(const lines *file)
{
	return file->why ? LINES_BROKEN : LINES_END;
}

/* Moves what is left to the front, once a line. */
static void shift(lines *file)
{
	tool_file *b = &file->buffer;

	if (file->at > 0)
		memmove(b->data, b->data + file->at, b->size - file->at);
	b->size -= file->at;
	file->at = 0;
}

/* Leaves out the rest of a line that is too long. */
static lines_found skip(lines *file)
{
	const char *end = NULL;

	while (!end && !file->end) {
		file->buffer.size = 0;
		if (!fill(file))
			return LINES_BROKEN;
		end = memchr(file->buffer.data, '\n', file->buffer.size);
	}
	file->at = end ? (size_t)(end - file->buffer.data) + 1
	               : file->buffer.size;
	return LINES_LONG;
}

static void hand_out(lines *file, size_t size, spamcls_span *line)
{
	const char *from = file->buffer.data + file->at;
	size_t mark = file->number == 1 ? utf8_mark(from, size) : 0;

	from += mark;
	size -= mark;
	file->at += mark;
	line->data = from;
	line->size = size > 0 && from[size - 1] == '\r' ? size - 1 : size;
	file->at += size;
	file->at += file->at < file->buffer.size; /* the line end */
}

lines_found lines_next(lines *file, spamcls_span *line)
{
	size_t seen = 0;

	file->number++;
	for (;;) {
		tool_file *b = &file->buffer;
		size_t left = b->size - file->at;
		const char *from = left ? b->data + file->at : "", *end;

		end = left > seen ? memchr(from + seen, '\n', left - seen)
		                  : NULL;
		if (end || (file->end && !file->why && left > 0)) {
			hand_out(file, end ? (size_t)(end - from) : left,
			         line);
			return LINES_ONE;
		}
		if (file->end)
			return ended(file);
		if (left > LINES_MOST)
			return skip(file);
		seen = left;
		shift(file);
		if (!fill(file))
			return LINES_BROKEN;
	}
}

void lines_again(lines *file, spamcls_span line)
{
	file->at = (size_t)(line.data - file->buffer.data);
	file->number--;
}

spamcls_span lines_ahead(lines *file, size_t size)
{
	spamcls_span next = { "", 0 };

	while (file->buffer.size - file->at < size && !file->end)
		if (!fill(file))
			break;
	if (file->buffer.size > file->at) {
		next.data = file->buffer.data + file->at;
		next.size = file->buffer.size - file->at;
	}
	next.size = next.size < size ? next.size : size;
	return next;
}

/* What is there already, at most size bytes; those appended are off *most. */
static int take(lines *file, size_t size, size_t *most, tool_file *out)
{
	size_t kept = size < *most ? size : *most;

	if (kept > 0
	    && !tool_append(out, file->buffer.data + file->at, kept)) {
		file->why = "no memory";
		return 0;
	}
	*most -= kept;
	file->at += size;
	return 1;
}

lines_found lines_bytes(lines *file, uint64_t size, size_t most,
                        tool_file *out)
{
	for (;;) {
		size_t left = file->buffer.size - file->at;
		size_t n = size < left ? (size_t)size : left;

		if (!take(file, n, &most, out))
			return LINES_BROKEN;
		size -= n;
		if (size == 0)
			return LINES_ONE;
		if (file->end)
			return ended(file);
		shift(file);
		if (!fill(file))
			return LINES_BROKEN;
	}
}

int lines_blank(const spamcls_span *line)
{
	for (size_t i = 0; i < line->size; i++)
		if (line->data[i] != ' ' && line->data[i] != '\t')
			return 0;
	return 1;
}

int lines_resume(lines *file)
{
	if (!file->why || !packed_resume(file->in))
		return 0;
	file->at = file->buffer.size = 0;
	file->end = 0;
	file->why = NULL;
	return 1;
}

void lines_close(lines *file)
{
	if (file->in)
		packed_close(file->in);
	file->in = NULL;
	tool_file_free(&file->buffer);
}
