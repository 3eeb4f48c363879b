/* http.c - see http.h. */
#include "documents/http.h"

#include "documents/brotli.h"
#include "documents/fields.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <zlib.h>

#define STEP 65536
#define MOST_CHUNK ((size_t)1 << 28) /* above it, no more digits */
#define LOOK 64 /* first bytes that tell packed from plain */

typedef enum packing { PLAIN, GZIP, ZLIB, DEFLATE, BROTLI } packing;

/* Not 0 where a field's value has that word. */
static int says(spamcls_span head, const char *name, const char *word)
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

/* Not 0 where the bytes are likely a page's, whatever was said: of what is
 * packed two or three in a thousand begin without a control character. */
static int is_plain(spamcls_span body)
{
	for (size_t i = 0; i < body.size && i < LOOK; i++) {
		unsigned char c = (unsigned char)body.data[i];

		if (c < ' ' && (c < '\t' || c > '\r'))
			return 0;
	}
	return 1;
}

/* How the bytes are likely packed: gzip, which no page begins like; else what
 * was said, zlib, or deflate without its head. */
static packing packing_of(spamcls_span head, spamcls_span body)
{
	const unsigned char *b = (const unsigned char *)body.data;

	if (body.size > 2 && b[0] == 0x1F && b[1] == 0x8B)
		return GZIP;
	if (says(head, "Content-Encoding", "br"))
		return BROTLI;
	if (body.size < 2 || !says(head, "Content-Encoding", "deflate"))
		return PLAIN;
	return (b[0] & 15) == 8 && (b[0] * 256 + b[1]) % 31 == 0 ? ZLIB
	                                                         : DEFLATE;
}

/* At the end of one gzip: whether another follows, which is then begun. */
static int begin_next(z_stream *z)
{
	return z->avail_in > 2 && z->next_in[0] == 0x1F
	       && z->next_in[1] == 0x8B && inflateReset(z) == Z_OK;
}

/* Up to the end, a fault or so many bytes: of a page that is damaged what is
 * before that. */
static const char *inflate_all(z_stream *z, size_t most, tool_file *out,
                               int *partial)
{
	int found = Z_OK;

	while (found == Z_OK && out->size < most) {
		size_t room = most - out->size < STEP ? most - out->size
		                                      : STEP;

		if (!tool_reserve(out, room))
			return "no memory";
		z->next_out = (unsigned char *)out->data + out->size;
		z->avail_out = (unsigned)room;
		found = inflate(z, Z_NO_FLUSH);
		out->size += room - z->avail_out;
		if (found == Z_STREAM_END && begin_next(z))
			found = Z_OK;
	}
	*partial = found != Z_OK && found != Z_STREAM_END;
	return out->size > 0 || !*partial ? NULL
	                                  : "its Content-Encoding is damaged";
}

static const char *inflate_body(spamcls_span body, int bits, size_t most,
                                tool_file *out, int *partial, size_t *rest)
{
	z_stream z;
	const char *why;

	memset(&z, 0, sizeof(z));
	z.next_in = (unsigned char *)body.data;
	z.avail_in = (unsigned)body.size;
	if (inflateInit2(&z, bits) != Z_OK)
		return "no memory";
	why = inflate_all(&z, most, out, partial);
	*rest = out->size < most ? z.avail_in : 0;
	inflateEnd(&z);
	return why;
}

/* *rest: bytes behind the end. */
static const char *unpack(spamcls_span body, packing how, size_t most,
                          tool_file *out, int *partial, size_t *rest)
{
	if (how == BROTLI)
		return brotli_read(body, most, out, partial, rest);
	return inflate_body(body, how == GZIP ? MAX_WBITS + 16
	                    : how == ZLIB ? MAX_WBITS : -MAX_WBITS, most,
	                    out, partial, rest);
}

/* Not 0 where the body is packed as nothing here unpacks it. */
static int is_unknown(spamcls_span head, spamcls_span body)
{
	return !is_plain(body)
	       && (says(head, "Content-Encoding", "zstd")
	           || says(head, "Content-Encoding", "compress"));
}

/* Not 0 where what was unpacked is none: a page that is not packed, whatever
 * was said, unpacks by accident alone, and then not to its last byte. */
static int is_accident(const char *why, int partial, size_t rest, packing how,
                       spamcls_span body)
{
	if (how == GZIP || (!why && !partial && rest == 0))
		return 0;
	return is_plain(body) || (why && how == DEFLATE);
}

static const char *read_body(http_response *r, spamcls_span body,
                             size_t most, tool_file *out)
{
	packing how = packing_of(r->head, body);
	size_t rest = 0;

	if (how != PLAIN) {
		const char *why = unpack(body, how, most, out, &r->partial,
		                         &rest);

		if (!is_accident(why, r->partial, rest, how, body))
			return why;
		r->partial = 0;
		out->size = 0;
	}
	if (is_unknown(r->head, body))
		return "its Content-Encoding is none of gzip, deflate and br";
	return tool_append(out, body.data, body.size < most ? body.size
	                                                    : most)
	       ? NULL : "no memory";
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
		why = read_body(r, body, most, out);
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
	response->type = fields_copy(response->head, "Content-Type");
	rest.data = all.data + response->head.size;
	rest.size = all.size - response->head.size;
	return says(response->head, "Transfer-Encoding", "chunked")
	       ? read_chunks(response, rest, most, body)
	       : read_body(response, rest, most, body);
}

void http_free(http_response *response)
{
	free(response->type);
	response->type = NULL;
}
