/* brotli.c - see brotli.h. */
#include "documents/brotli.h"

#include <brotli/decode.h>

#define STEP 65536

/* Up to the end, a fault or so many bytes; returns 0 where there is no
 * memory. */
static int read_all(BrotliDecoderState *state, spamcls_span *body, size_t most,
                    tool_file *out, BrotliDecoderResult *found)
{
	const uint8_t *in = (const uint8_t *)body->data;

	*found = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
	while (*found == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT
	       && out->size < most) {
		size_t room = most - out->size < STEP ? most - out->size
		                                      : STEP;
		size_t left = room;
		uint8_t *next;

		if (!tool_reserve(out, room))
			return 0;
		next = (uint8_t *)out->data + out->size;
		*found = BrotliDecoderDecompressStream(state, &body->size, &in,
		                                       &left, &next, NULL);
		out->size += room - left;
	}
	return 1;
}

const char *brotli_read(spamcls_span body, size_t most, tool_file *out,
                        int *partial, size_t *rest)
{
	BrotliDecoderState *state = BrotliDecoderCreateInstance(NULL, NULL,
	                                                        NULL);
	BrotliDecoderResult found;
	int made = state && read_all(state, &body, most, out, &found);

	BrotliDecoderDestroyInstance(state);
	if (!made)
		return "no memory";
	*partial = found == BROTLI_DECODER_RESULT_ERROR
	           || found == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT;
	*rest = found == BROTLI_DECODER_RESULT_SUCCESS ? body.size : 0;
	return out->size > 0 || !*partial ? NULL
	                                  : "its Content-Encoding is damaged";
}
