/* zstd.c - see zstd.h. */
#include "packed/zstd.h"

#include "packed/dictionary.h"

#include <stdlib.h>
#include <zstd.h>
#include <zstd_errors.h>

#define BLOCK_HEAD 3 /* bytes; libzstd counts them to the block before */

typedef struct zstd {
	unpacker base;
	ZSTD_DCtx *context;
	dictionary dictionary;
	int dictionaries;    /* they are read */
	int inside;          /* a frame */
	int in_dictionary;   /* that of one */
	int full;            /* there may be more than there was room for */
	size_t wants;        /* bytes up to the end of a block, or less */
} zstd;

static unpack_found fault_of(size_t code)
{
	switch (ZSTD_getErrorCode(code)) {
	case ZSTD_error_memory_allocation:
		return UNPACK_NO_MEMORY;
	case ZSTD_error_frameParameter_windowTooLarge:
		return UNPACK_TOO_WIDE;
	case ZSTD_error_dictionary_wrong:
		return UNPACK_NO_DICTIONARY;
	default:
		return UNPACK_DAMAGED;
	}
}

/* Gives libzstd so many bytes; it says how many it would like next. */
static unpack_found feed(zstd *z, unpack_flow *flow, size_t size)
{
	ZSTD_inBuffer in = { flow->in, size, 0 };
	ZSTD_outBuffer out = { flow->out, flow->out_size, 0 };
	size_t next = ZSTD_decompressStream(z->context, &out, &in);

	if (ZSTD_isError(next))
		return fault_of(next);
	flow->in += in.pos;
	flow->in_size -= in.pos;
	flow->out += out.pos;
	flow->out_size -= out.pos;
	z->full = flow->out_size == 0;
	z->wants = next > BLOCK_HEAD ? next - BLOCK_HEAD : next;
	return next == 0 ? UNPACK_END : UNPACK_ON;
}

/* A call of libzstd that finds a fault does not tell what it has put out before
 * that.  So none has more than one block, and none goes on to the next before
 * the last one is out. */
static unpack_found decode(zstd *z, unpack_flow *flow)
{
	size_t room = flow->out_size;

	if (z->full) {
		unpack_found found = feed(z, flow, 0);

		if (found != UNPACK_ON || flow->out_size < room)
			return found;
	}
	return feed(z, flow, z->wants < flow->in_size ? z->wants
	                                              : flow->in_size);
}

static unpack_found take_dictionary(zstd *z, unpack_flow *flow)
{
	unpack_found found = dictionary_take(&z->dictionary, flow);

	if (found == UNPACK_END) {
		found = dictionary_load(&z->dictionary, z->context);
		dictionary_free(&z->dictionary);
	}
	return found;
}

static unpack_found step(unpacker *u, unpack_flow *flow)
{
	zstd *z = (zstd *)u;
	unpack_found found;

	if (!z->inside) {
		z->in_dictionary = z->dictionaries
		                   && dictionary_begins(flow->in,
		                                        flow->in_size);
		z->full = 0;
		z->wants = 1;
	}
	found = z->in_dictionary ? take_dictionary(z, flow) : decode(z, flow);
	z->inside = found == UNPACK_ON;
	return found;
}

/* The dictionary of the file stays. */
static void again(unpacker *u)
{
	zstd *z = (zstd *)u;

	ZSTD_DCtx_reset(z->context, ZSTD_reset_session_only);
	dictionary_free(&z->dictionary);
	z->inside = 0;
}

static void free_it(unpacker *u)
{
	zstd *z = (zstd *)u;

	ZSTD_freeDCtx(z->context);
	dictionary_free(&z->dictionary);
	free(z);
}

unpacker *zstd_unpacker(int window, int dictionaries)
{
	zstd *made = calloc(1, sizeof(*made));

	if (!made)
		return NULL;
	made->base.step = step;
	made->base.again = again;
	made->base.free = free_it;
	made->dictionaries = dictionaries;
	made->context = ZSTD_createDCtx();
	if (made->context
	    && !ZSTD_isError(ZSTD_DCtx_setParameter(
	                             made->context, ZSTD_d_windowLogMax,
	                             window)))
		return &made->base;
	free_it(&made->base);
	return NULL;
}
