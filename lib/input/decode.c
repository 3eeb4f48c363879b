/* decode.c - bytes to valid UTF-8; see text.h. */
#include "input/text.h"

#include "base/utf8.h"
#include "input/binary.h"
#include "input/convert.h"
#include "input/sniff.h"

struct scls_decoder {
	spamcls_allocator allocator;
	scls_converter *converter;
	scls_buffer buffer;
};

scls_status scls_decoder_new(scls_decoder **out,
                             const spamcls_allocator *allocator)
{
	scls_decoder *d = scls_alloc_zero(allocator, 1, sizeof(*d));
	scls_status status;

	if (!d)
		return SPAMCLS_E_NOMEM;
	d->allocator = *allocator;
	status = scls_converter_new(&d->converter, allocator);
	if (status != SPAMCLS_OK) {
		scls_decoder_free(d);
		return status;
	}
	*out = d;
	return SPAMCLS_OK;
}

void scls_decoder_free(scls_decoder *d)
{
	spamcls_allocator allocator;

	if (!d)
		return;
	allocator = d->allocator;
	scls_converter_free(d->converter);
	scls_free(&allocator, d->buffer.data, d->buffer.room);
	scls_free(&allocator, d, sizeof(*d));
}

static scls_status reserve(scls_decoder *d, size_t size)
{
	return scls_grow(&d->allocator, (void **)&d->buffer.data,
	                 &d->buffer.room, size, 1);
}

/* Where the next NUL stands from `at` on, or the end. */
static size_t next_nul(scls_span in, size_t at)
{
	const char *nul = memchr(in.data + at, '\0', in.size - at);

	return nul ? (size_t)(nul - in.data) : in.size;
}

static void put_replacement(scls_buffer *b)
{
	memcpy(b->data + b->size, SCLS_REPLACEMENT_BYTES,
	       SCLS_REPLACEMENT_SIZE);
	b->size += SCLS_REPLACEMENT_SIZE;
}

/* Copies UTF-8 and puts U+FFFD in the place of every bad sequence and of
 * every NUL.  No search for either looks again at what the last one saw: a
 * text may be full of the one and without the other. */
static scls_status repair(scls_decoder *d, scls_span in, uint32_t *repairs)
{
	size_t at = 0, nul = next_nul(in, 0);

	d->buffer.size = 0;
	while (at < in.size) {
		size_t good = scls_utf8_valid(in.data + at, nul - at);

		SCLS_TRY(reserve(d, d->buffer.size + (in.size - at) + 4));
		memcpy(d->buffer.data + d->buffer.size, in.data + at, good);
		d->buffer.size += good;
		at += good;
		if (at == in.size)
			break;
		if (at == nul)
			nul = next_nul(in, ++at);
		else
			(void)scls_utf8_next(in.data, in.size, &at);
		put_replacement(&d->buffer);
		++*repairs;
	}
	SCLS_TRY(reserve(d, d->buffer.size + 1));
	d->buffer.data[d->buffer.size] = '\0';
	return SPAMCLS_OK;
}

/* A copy with a NUL behind it: what follows may look one byte further. */
static scls_status keep(scls_decoder *d, scls_span in)
{
	SCLS_TRY(reserve(d, in.size + 1));
	memcpy(d->buffer.data, in.data, in.size);
	d->buffer.data[in.size] = '\0';
	d->buffer.size = in.size;
	return SPAMCLS_OK;
}

static scls_status from_utf8(scls_decoder *d, scls_span in, size_t valid,
                             scls_text *text)
{
	if (valid == in.size && !memchr(in.data, '\0', in.size)) {
		text->is_input = 1;
		return keep(d, in);
	}
	return repair(d, in, &text->repairs);
}

/* Every NUL of a converted text becomes U+FFFD; from the end, in place. */
static scls_status replace_nuls(scls_decoder *d, uint32_t *repairs)
{
	size_t nuls = 0, from = d->buffer.size, to;

	for (size_t i = 0; i < from; i++)
		nuls += d->buffer.data[i] == '\0';
	to = from + nuls * (SCLS_REPLACEMENT_SIZE - 1);
	SCLS_TRY(reserve(d, to + 1));
	d->buffer.data[to] = '\0';
	d->buffer.size = to;
	*repairs += (uint32_t)nuls;
	while (from < to) {
		char c = d->buffer.data[--from];

		if (c != '\0') {
			d->buffer.data[--to] = c;
			continue;
		}
		to -= SCLS_REPLACEMENT_SIZE;
		memcpy(d->buffer.data + to, SCLS_REPLACEMENT_BYTES,
		       SCLS_REPLACEMENT_SIZE);
	}
	return SPAMCLS_OK;
}

static scls_status from_other(scls_decoder *d, const scls_charset *charset,
                              scls_span in, scls_text *text)
{
	scls_encoded encoded = {
		in, charset, (text->flags & SPAMCLS_FLAG_TRUNCATED_INPUT) != 0
	};

	SCLS_TRY(scls_convert(d->converter, &encoded, &d->buffer,
	                      &text->repairs));
	if (!memchr(d->buffer.data, '\0', d->buffer.size))
		return SPAMCLS_OK;
	return replace_nuls(d, &text->repairs);
}

static scls_status decode(scls_decoder *d, scls_span in,
                          const scls_sniffed *s, scls_text *text)
{
	if (s->charset->kind != SCLS_CHARSET_UTF8)
		return from_other(d, s->charset, in, text);
	return from_utf8(d, in, s->valid ? s->valid
	                                 : scls_utf8_valid(in.data, in.size),
	                 text);
}

/* A cut input ends with a whole character, so that the cut is no fault; for
 * other charsets than UTF-8 the converter sees to that. */
static size_t whole(scls_span in, const scls_charset *charset)
{
	size_t at = in.size;

	if (charset->kind != SCLS_CHARSET_UTF8)
		return at;
	while (at > 0 && in.size - at < 3 && scls_utf8_goes_on(in.data[at - 1]))
		at--;
	if (at > 0 && (unsigned char)in.data[at - 1] >= 0xC0
	    && scls_utf8_valid(in.data + at - 1, in.size - at + 1) == 0)
		return at - 1;
	return in.size;
}

static void describe(const scls_sniffed *s, scls_text *text)
{
	text->flags |= s->flags;
	text->charset = s->charset->name;
	text->source = s->source;
	text->input_offset = s->bom;
}

scls_status scls_decode(scls_decoder *d, const char *data, size_t size,
                        const char *charset, size_t max_bytes, scls_text *text)
{
	scls_span in = { data, size };
	scls_sniffed s;

	memset(text, 0, sizeof(*text));
	text->data = "";
	text->charset = "UTF-8";
	if (size > max_bytes) {
		in.size = max_bytes;
		text->flags |= SPAMCLS_FLAG_TRUNCATED_INPUT;
	}
	if (in.size == 0)
		return SPAMCLS_OK;
	scls_sniff(in, charset, scls_converter_guess, d->converter, &s);
	describe(&s, text);
	if (s.bom == 0 && s.charset->kind != SCLS_CHARSET_UTF16
	    && scls_is_binary(in)) {
		text->flags |= SPAMCLS_FLAG_NOT_TEXT;
		return SPAMCLS_OK;
	}
	if (in.size < size)
		in.size = whole(in, s.charset);
	in.data += s.bom;
	in.size -= s.bom;
	s.valid = s.valid < in.size ? s.valid : in.size;
	SCLS_TRY(decode(d, in, &s, text));
	text->data = d->buffer.data;
	text->size = d->buffer.size;
	if (text->repairs > 0)
		text->flags |= SPAMCLS_FLAG_REPAIRED;
	return SPAMCLS_OK;
}
