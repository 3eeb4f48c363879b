/* convert.h - ICU's converters and detector, opened once and kept. */
#ifndef SCLS_INPUT_CONVERT_H
#define SCLS_INPUT_CONVERT_H

#include "base/alloc.h"
#include "input/charset.h"

/* A growing buffer of UTF-8. */
typedef struct scls_buffer {
	char *data;
	size_t size, room;
} scls_buffer;

/* The converters that were used last, some, and a detector.  One thread at a
 * time. */
typedef struct scls_converter scls_converter;

/* Opens nothing yet.  Returns SPAMCLS_OK or SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status scls_converter_new(
        scls_converter **converter, const spamcls_allocator *allocator);
void scls_converter_free(scls_converter *converter); /* NULL is allowed */

/* What is to be decoded. */
typedef struct scls_encoded {
	scls_span bytes;
	const scls_charset *charset;
	int is_cut; /* not 0: the last character may not be whole, and is left
	               out then */
} scls_encoded;

/*
 * Decodes into out, which it clears; a bad sequence becomes U+FFFD and is
 * counted.  Returns SPAMCLS_OK, SPAMCLS_E_NOMEM or SPAMCLS_E_INTERNAL.
 */
SCLS_MUST_USE scls_status scls_convert(scls_converter *converter,
                                       const scls_encoded *in,
                                       scls_buffer *out, uint32_t *repairs);

/* ICU's guess on a sample: a scls_guess whose context is the converter. */
scls_span scls_converter_guess(void *converter, const char *data,
                               size_t size);

#endif
