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

/*
 * Copies UTF-8 and puts U+FFFD in the place of every bad sequence and of
 * every NUL; three bytes of output for one of input is the worst case.
 */
static scls_status repair(scls_decoder *d, scls_span in, uint32_t *repairs)
{
	size_t at = 0;

	d->buffer.size = 0;
	SCLS_TRY(reserve(d, in.size * 3 + 1));
	while (at < in.size) {
		size_t good = scls_utf8_valid(in.data + at, in.size - at);
		const char *nul = memchr(in.data + at, '\0', good);

		if (nul)
			good = (size_t)(nul - in.data) - at;
		memcpy(d->buffer.data + d->buffer.size, in.data + at, good);
		d->buffer.size += good;
		at += good;
		if (at == in.size)
			break;
		if (nul)
			at++;
		else
			(void)scls_utf8_next(in.data, in.size, &at);
		memcpy(d->buffer.data + d->buffer.size, "\xEF\xBF\xBD", 3);
		d->buffer.size += 3;
		++*repairs;
	}
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

/* A converted text has no bad sequences, but may hold NULs. */
static scls_status from_other(scls_decoder *d, const scls_charset *charset,
                              scls_span in, scls_text *text)
{
	char *at, *end;

	SCLS_TRY(scls_convert(d->converter, charset, in, &d->buffer,
	                      &text->repairs));
	at = d->buffer.data;
	end = at + d->buffer.size;
	for (; (at = memchr(at, '\0', (size_t)(end - at))); at++) {
		*at = ' ';
		text->repairs++;
	}
	return SPAMCLS_OK;
}

static scls_status decode(scls_decoder *d, scls_span in,
                          const scls_sniffed *s, scls_text *text)
{
	if (s->charset->kind != SCLS_CHARSET_UTF8)
		return from_other(d, s->charset, in, text);
	return from_utf8(d, in, s->bom || !s->valid
	                                ? scls_utf8_valid(in.data, in.size)
	                                : s->valid, text);
}

scls_status scls_decode(scls_decoder *d, const char *data, size_t size,
                        const char *charset, size_t max_bytes, scls_text *text)
{
	scls_sniffed s;
	scls_span in;

	memset(text, 0, sizeof(*text));
	text->data = "";
	text->charset = "UTF-8";
	if (size > max_bytes) {
		size = max_bytes;
		text->flags |= SPAMCLS_FLAG_TRUNCATED_INPUT;
	}
	if (size == 0)
		return SPAMCLS_OK;
	scls_sniff(data, size, charset, scls_converter_guess, d->converter,
	           &s);
	text->flags |= s.flags;
	text->charset = s.charset->name;
	text->source = s.source;
	text->input_offset = s.bom;
	if (s.bom == 0 && s.charset->kind != SCLS_CHARSET_UTF16LE
	    && s.charset->kind != SCLS_CHARSET_UTF16BE
	    && scls_is_binary(data, size)) {
		text->flags |= SPAMCLS_FLAG_NOT_TEXT;
		return SPAMCLS_OK;
	}
	in.data = data + s.bom;
	in.size = size - s.bom;
	SCLS_TRY(decode(d, in, &s, text));
	text->data = d->buffer.data;
	text->size = d->buffer.size;
	if (text->repairs > 0)
		text->flags |= SPAMCLS_FLAG_REPAIRED;
	return SPAMCLS_OK;
}
