/* inflate.c - see inflate.h. */
#include "packed/inflate.h"

#include <limits.h>
#include <stdlib.h>
#include <zlib.h>

typedef struct inflater {
	unpacker base;
	int at_end;     /* of a member */
	z_stream z;
} inflater;

static unsigned at_most(size_t size)
{
	return size < UINT_MAX ? (unsigned)size : UINT_MAX;
}

/* That it can move nothing is for the caller to judge. */
static unpack_found found_by(int code)
{
	return code == Z_STREAM_END ? UNPACK_END
	       : code == Z_OK || code == Z_BUF_ERROR ? UNPACK_ON
	       : code == Z_MEM_ERROR ? UNPACK_NO_MEMORY : UNPACK_DAMAGED;
}

static unpack_found step(unpacker *u, unpack_flow *flow)
{
	inflater *own = (inflater *)u;
	z_stream *z = &own->z;
	unsigned in = at_most(flow->in_size), out = at_most(flow->out_size);
	int code;

	if (own->at_end && inflateReset(z) != Z_OK)
		return UNPACK_NO_MEMORY;
	z->next_in = (unsigned char *)flow->in; /* which is only read */
	z->avail_in = in;
	z->next_out = flow->out;
	z->avail_out = out;
	code = inflate(z, Z_NO_FLUSH);
	own->at_end = code == Z_STREAM_END;
	flow->in += in - z->avail_in;
	flow->in_size -= in - z->avail_in;
	flow->out += out - z->avail_out;
	flow->out_size -= out - z->avail_out;
	return found_by(code);
}

static void again(unpacker *u)
{
	((inflater *)u)->at_end = 1;
}

static void free_it(unpacker *u)
{
	inflateEnd(&((inflater *)u)->z);
	free(u);
}

unpacker *inflate_unpacker(inflate_form form)
{
	inflater *made = calloc(1, sizeof(*made));
	int bits = form == INFLATE_GZIP ? MAX_WBITS + 16
	           : form == INFLATE_ZLIB ? MAX_WBITS : -MAX_WBITS;

	if (!made)
		return NULL;
	made->base.step = step;
	made->base.again = again;
	made->base.free = free_it;
	if (inflateInit2(&made->z, bits) == Z_OK)
		return &made->base;
	free(made);
	return NULL;
}
