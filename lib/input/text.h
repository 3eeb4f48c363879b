/*
 * text.h - bytes in, valid UTF-8 out: the product of the input room.
 *
 * Order of trust (as in the WHATWG encoding sniffing algorithm, shortened to
 * what a batch reader can do): byte order mark, the caller's charset, the
 * meta prescan, UTF-8 and GB18030 by how well the bytes fit, then ICU's
 * detector on a bounded sample.  A label that the bytes belie gives way
 * (sniff.c).  Decoding is lenient: a bad sequence becomes U+FFFD and is
 * counted.
 */
#ifndef SCLS_INPUT_TEXT_H
#define SCLS_INPUT_TEXT_H

#include "base/arena.h"
#include "base/span.h"

/* Reusable converters and buffers of one session. */
typedef struct scls_decoder scls_decoder;

/* Opens no converter yet.  Returns SPAMCLS_OK or SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status scls_decoder_new(scls_decoder **decoder,
                                           const spamcls_allocator *allocator);

void scls_decoder_free(scls_decoder *decoder); /* NULL is allowed */

/* A decoded input. */
typedef struct scls_text {
	const char *data;   /* valid UTF-8, a NUL behind it */
	size_t size;
	const char *charset; /* its name; constant */
	spamcls_charset_source source;
	uint32_t repairs;   /* bad sequences replaced */
	uint32_t flags;     /* SPAMCLS_FLAG_REPAIRED, NOT_TEXT, ... */
	size_t input_offset; /* data[0] stands at this byte of the input */
	int is_input;       /* data has the input's own bytes from there on */
} scls_text;

/*
 * Decodes size bytes.  charset is the transport's, or NULL.  *text borrows
 * from the decoder, not from data, until the next decode.  max_bytes bounds
 * what is read (SPAMCLS_FLAG_TRUNCATED_INPUT); a character that is cut there is
 * left out.  NUL bytes in a text become U+FFFD (counted as repairs).  A file
 * that is no text (PDF, image, archive, executable, or many control bytes)
 * gives OK, empty text and SPAMCLS_FLAG_NOT_TEXT.
 * Returns SPAMCLS_OK, SPAMCLS_E_NOMEM or SPAMCLS_E_INTERNAL.
 */
SCLS_MUST_USE scls_status scls_decode(scls_decoder *decoder, const char *data,
                                      size_t size, const char *charset,
                                      size_t max_bytes, scls_text *text);

#endif
