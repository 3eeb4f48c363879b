/* http.c - see http.h. */
#include "documents/http.h"

#include "documents/coding.h"
#include "documents/fields.h"

#include <stdlib.h>
#include <string.h>

#define MOST_CHUNK ((size_t)1 << 28) /* above it, no more digits */

/* Where the body begins: behind an empty line, or at the end. */
static size_t head_size(spamcls_span block)
{
	for (size_t i = 0; i < block.size; i++) {
		size_t next = i + 1;

		if (block.data[i] != '\n')
			continue;
		next += next < block.size && block.data[next] == '\r';
		if (next < block.size && block.data[next] == '\n')
			return next + 1;
	}
	return block.size;
}

/* "HTTP/1.1 200 OK" */
static int status_of(spamcls_span head)
{
	size_t i = 0;
	int status = 0;

	while (i < head.size && head.data[i] != ' ' && head.data[i] != '\n')
		i++;
	while (i < head.size && head.data[i] == ' ')
		i++;
	for (int n = 0; n < 3 && i < head.size; n++, i++) {
		if (head.data[i] < '0' || head.data[i] > '9')
			return 0;
		status = status * 10 + (head.data[i] - '0');
	}
	return status;
}

/* A line with a chunk's size, from *at on; 0: it is none. */
static int chunk_size(spamcls_span body, size_t *at, size_t *size)
{
	static const char digits[] = "0123456789abcdefABCDEF";
	size_t i = *at, n = 0;

	*size = 0;
	for (; i < body.size && *size < MOST_CHUNK; i++, n++) {
		const char *digit = body.data[i] == '\0' ? NULL
		                    : strchr(digits, body.data[i]);
		size_t value = digit ? (size_t)(digit - digits) : 0;

		if (!digit)
			break;
		*size = *size * 16 + (value < 16 ? value : value - 6);
	}
	while (i < body.size && (body.data[i] == ' ' || body.data[i] == '\t'))
		i++;
	if (n == 0 || i == body.size || !memchr(";\r\n", body.data[i], 3))
		return 0;
	while (i < body.size && body.data[i] != '\n')
		i++;
	*at = i < body.size ? i + 1 : i;
	return 1;
}

/* Behind a chunk stands a line end, or it is cut short; a text that begins
 * with a number is no chunk. */
static int ends_at(spamcls_span body, size_t at)
{
	return at == body.size || body.data[at] == '\r'
	       || body.data[at] == '\n';
}

/* The bytes of all chunks; returns 0 where there is no memory.  One that is
 * cut short, or no chunk, is the last. */
static int join_chunks(spamcls_span body, tool_file *out, int *chunks,
                       int *whole)
{
	size_t at = 0, size;

	while (chunk_size(body, &at, &size)) {
		*whole = size == 0;
		size = size < body.size - at ? size : body.size - at;
		if (!*chunks && !ends_at(body, at + size))
			break;
		*chunks = 1;
		if (*whole)
			break;
		if (!tool_append(out, body.data + at, size))
			return 0;
		at += size;
		while (at < body.size
		       && (body.data[at] == '\r' || body.data[at] == '\n'))
			at++;
	}
	return 1;
}

/* The chunks joined where there are any; body stays as it is, else. */
static const char *read_chunks(http_response *r, spamcls_span body,
                               size_t most, tool_file *out)
{
	tool_file joined = { NULL, 0, 0 };
	int chunks = 0, whole = 0;
	const char *why = "no memory";

	if (join_chunks(body, &joined, &chunks, &whole)) {
		if (chunks) {
			body.data = joined.data;
			body.size = joined.size;
		}
		why = coding_read(r->head, body, most, out, &r->partial);
		r->partial |= chunks && !whole;
	}
	tool_file_free(&joined);
	return why;
}

/* "HTTP/1.1 100 Continue" and the like, before the answer. */
static spamcls_span past_interim(spamcls_span all)
{
	int status = status_of(all);

	while (status >= 100 && status < 200) {
		size_t size = head_size(all);

		if (all.size - size < 5
		    || memcmp(all.data + size, "HTTP/", 5) != 0)
			break;
		all.data += size;
		all.size -= size;
		status = status_of(all);
	}
	return all;
}

const char *http_read(const tool_file *block, size_t most,
                      http_response *response, tool_file *body)
{
	spamcls_span all = { block->data, block->size }, rest;

	memset(response, 0, sizeof(*response));
	if (all.size < 5 || memcmp(all.data, "HTTP/", 5) != 0)
		return "its HTTP head is damaged";
	all = past_interim(all);
	response->head.data = all.data;
	response->head.size = head_size(all);
	response->status = status_of(response->head);
	if (!fields_copy(response->head, "Content-Type", &response->type))
		return "no memory";
	rest.data = all.data + response->head.size;
	rest.size = all.size - response->head.size;
	return fields_says(response->head, "Transfer-Encoding", "chunked")
	       ? read_chunks(response, rest, most, body)
	       : coding_read(response->head, rest, most, body,
	                     &response->partial);
}

void http_free(http_response *response)
{
	free(response->type);
	response->type = NULL;
}
