/* unpacker.c - see unpacker.h. */
#include "packed/unpacker.h"

unpack_found unpacker_step(unpacker *u, unpack_flow *flow, int last)
{
	size_t in_size = flow->in_size, out_size = flow->out_size;
	unpack_found found = u->step(u, flow);
	int moved = flow->in_size < in_size || flow->out_size < out_size;

	return found == UNPACK_ON && last && !moved ? UNPACK_DAMAGED : found;
}

void unpacker_free(unpacker *u)
{
	if (u)
		u->free(u);
}
