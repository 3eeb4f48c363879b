/* brotli.c - see brotli.h. */
#include "packed/brotli.h"

#include <brotli/decode.h>
#include <stdlib.h>

typedef struct brotli {
	unpacker base;
	BrotliDecoderState *state;
} brotli;

static unpack_found step(unpacker *u, unpack_flow *flow)
{
	BrotliDecoderResult found = BrotliDecoderDecompressStream(
		((brotli *)u)->state, &flow->in_size, &flow->in,
		&flow->out_size, &flow->out, NULL);

	return found == BROTLI_DECODER_RESULT_SUCCESS ? UNPACK_END
	       : found == BROTLI_DECODER_RESULT_ERROR ? UNPACK_DAMAGED
	                                              : UNPACK_ON;
}

static void free_it(unpacker *u)
{
	BrotliDecoderDestroyInstance(((brotli *)u)->state);
	free(u);
}

unpacker *brotli_unpacker(void)
{
	brotli *made = calloc(1, sizeof(*made));

	if (!made)
		return NULL;
	made->base.step = step;
	made->base.free = free_it;
	made->state = BrotliDecoderCreateInstance(NULL, NULL, NULL);
	if (made->state)
		return &made->base;
	free(made);
	return NULL;
}
