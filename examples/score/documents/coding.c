/* coding.c - see coding.h. */
#include "documents/coding.h"

#include "documents/fields.h"
#include "packed/brotli.h"
#include "packed/inflate.h"
#include "packed/packing.h"
#include "packed/zstd.h"

#define STEP 65536
#define LOOK 64 /* first bytes that tell packed from plain */

typedef enum coding { PLAIN, GZIP, ZLIB, DEFLATE, BROTLI, ZSTD } coding;

static const char damaged[] = "its Content-Encoding is damaged";

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

static int says(spamcls_span head, const char *word)
{
	return fields_says(head, "Content-Encoding", word);
}

/* By what no page begins with. */
static coding marked(const unsigned char *data, size_t size)
{
	packing found = packing_of(data, size);

	return found == PACKING_GZIP ? GZIP
	       : found == PACKING_ZSTD ? ZSTD : PLAIN;
}

/* How the bytes are likely packed: gzip and zstd are marked; else what was
 * said, zlib, or deflate without its head. */
static coding coding_of(spamcls_span head, spamcls_span body)
{
	const unsigned char *b = (const unsigned char *)body.data;
	coding found = marked(b, body.size);

	if (found != PLAIN)
		return found;
	if (says(head, "br"))
		return BROTLI;
	if (body.size < 2 || !says(head, "deflate"))
		return PLAIN;
	return (b[0] & 15) == 8 && (b[0] * 256 + b[1]) % 31 == 0 ? ZLIB
	                                                         : DEFLATE;
}

static unpacker *unpacker_of(coding how)
{
	switch (how) {
	case GZIP:
		return inflate_unpacker(INFLATE_GZIP);
	case ZLIB:
		return inflate_unpacker(INFLATE_ZLIB);
	case DEFLATE:
		return inflate_unpacker(INFLATE_BARE);
	case BROTLI:
		return brotli_unpacker();
	default:
		return zstd_unpacker(ZSTD_BODY_WINDOW, 0);
	}
}

/* At the end of a member: not 0 where another follows. */
static int goes_on(const unpack_flow *flow, coding how)
{
	return marked(flow->in, flow->in_size) == how;
}

/* A step of the next bytes, given of them at most. */
static unpack_found step_of(unpacker *u, unpack_flow *flow, size_t given)
{
	size_t kept = flow->in_size > given ? flow->in_size - given : 0;
	unpack_found found;

	flow->in_size -= kept;
	found = unpacker_step(u, flow, kept == 0);
	flow->in_size += kept;
	return found;
}

/* Up to the end, a fault or so many bytes: of a page that is damaged what is
 * before that. */
static unpack_found unpack_all(unpacker *u, coding how, unpack_flow *flow,
                               size_t given, size_t most, tool_file *out)
{
	unpack_found found = UNPACK_ON;

	while (found == UNPACK_ON && out->size < most) {
		size_t room = most - out->size < STEP ? most - out->size
		                                      : STEP;

		if (!tool_reserve(out, room))
			return UNPACK_NO_MEMORY;
		flow->out = (unsigned char *)out->data + out->size;
		flow->out_size = room;
		found = step_of(u, flow, given);
		out->size += room - flow->out_size;
		if (found == UNPACK_END && goes_on(flow, how))
			found = UNPACK_ON;
	}
	return found;
}

static const char *why_nothing(unpack_found found)
{
	return found == UNPACK_NO_MEMORY ? "no memory"
	       : found == UNPACK_TOO_WIDE
	       ? "its Content-Encoding wants a window above 8 MiB"
	       : found == UNPACK_NO_DICTIONARY
	       ? "its Content-Encoding wants a dictionary" : damaged;
}

/* The same from the beginning on; *rest: bytes behind the end. */
static unpack_found begin_and_unpack(spamcls_span body, coding how,
                                     size_t given, size_t most,
                                     tool_file *out, size_t *rest)
{
	unpack_flow flow = { (const unsigned char *)body.data, body.size,
		             NULL, 0 };
	unpacker *u = unpacker_of(how);
	unpack_found found = u
	                     ? unpack_all(u, how, &flow, given, most, out)
	                     : UNPACK_NO_MEMORY;

	unpacker_free(u);
	*rest = found == UNPACK_END ? flow.in_size : 0;
	return found;
}

/* At a fault brotli's decoder keeps back what it had last unpacked, up to a
 * window of it; where it waits for more it hands out all.  So what is damaged
 * is read again byte by byte. */
static const char *unpack(spamcls_span body, coding how, size_t most,
                          tool_file *out, int *partial, size_t *rest)
{
	size_t before = out->size;
	unpack_found found = begin_and_unpack(body, how, body.size, most, out,
	                                      rest);

	if (found == UNPACK_DAMAGED && how == BROTLI) {
		out->size = before;
		found = begin_and_unpack(body, how, 1, most, out, rest);
	}
	*partial = found != UNPACK_ON && found != UNPACK_END;
	return *partial && (out->size == 0 || found == UNPACK_NO_MEMORY)
	       ? why_nothing(found) : NULL;
}

/* Of a body that is not marked and not text: why it cannot be read, or NULL. */
static const char *why_unread(spamcls_span head, spamcls_span body)
{
	if (is_plain(body))
		return NULL;
	return says(head, "zstd") ? damaged
	       : says(head, "compress")
	       ? "its Content-Encoding is none of gzip, deflate, br and zstd"
	       : NULL;
}

/* Not 0 where what was unpacked is none: a page that is not packed, whatever
 * was said, unpacks by accident alone, and then not to its last byte. */
static int is_accident(const char *why, int partial, size_t rest, coding how,
                       spamcls_span body)
{
	if (how == GZIP || how == ZSTD || (!why && !partial && rest == 0))
		return 0;
	return is_plain(body) || (why && how == DEFLATE);
}

const char *coding_read(spamcls_span head, spamcls_span body, size_t most,
                        tool_file *out, int *partial)
{
	coding how = coding_of(head, body);
	const char *why;
	size_t rest = 0;

	if (how != PLAIN) {
		why = unpack(body, how, most, out, partial, &rest);
		if (!is_accident(why, *partial, rest, how, body))
			return why;
		*partial = 0;
		out->size = 0;
	}
	why = why_unread(head, body);
	if (why)
		return why;
	return tool_append(out, body.data, body.size < most ? body.size
	                                                    : most)
	       ? NULL : "no memory";
}
