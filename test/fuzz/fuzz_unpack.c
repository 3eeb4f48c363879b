/*
 * fuzz_unpack.c - packed bytes, as files and the bodies of archives are read.
 *
 * The first byte tells the format, the second how many bytes a step has, and
 * how much room.  What is unpacked so is the same as in large steps, and what
 * is unpacked again, after whatever was found, is the same as at first.
 */
#include "fuzz.h"

#include "packed/brotli.h"
#include "packed/inflate.h"
#include "packed/zstd.h"

#define MOST 65536u /* bytes unpacked */

typedef struct run {
	unsigned char bytes[MOST];
	size_t size;
	unpack_found found;
} run;

static unpacker *make(unsigned format)
{
	switch (format % 6) {
	case 0:
		return inflate_unpacker(INFLATE_GZIP);
	case 1:
		return inflate_unpacker(INFLATE_ZLIB);
	case 2:
		return inflate_unpacker(INFLATE_BARE);
	case 3:
		return brotli_unpacker();
	case 4:
		return zstd_unpacker(ZSTD_BODY_WINDOW, 0);
	default:
		return zstd_unpacker(ZSTD_FILE_WINDOW, 1);
	}
}

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* One step of so many bytes and so much room. */
static void step(unpacker *u, run *to, unpack_flow *all, size_t most)
{
	size_t n = least(most, all->in_size);
	size_t room = least(most, MOST - to->size);
	unpack_flow flow = { all->in, n, to->bytes + to->size, room };

	to->found = unpacker_step(u, &flow, n == all->in_size);
	PROMISE(flow.in_size <= n && flow.in == all->in + (n - flow.in_size));
	PROMISE(flow.out_size <= room);
	all->in = flow.in;
	all->in_size -= n - flow.in_size;
	to->size += room - flow.out_size;
}

/* Members up to a fault, the end, or so many bytes. */
static void unpack_by(unpacker *u, unsigned format, const uint8_t *data,
                      size_t size, size_t most, run *to)
{
	unpack_flow all = { data, size, NULL, 0 };

	to->size = 0;
	do {
		step(u, to, &all, most);
	} while (to->size < MOST
	         && (to->found == UNPACK_ON
	             || (to->found == UNPACK_END && all.in_size > 3
	                 && format % 6 != 3)));
}

static int is_same(const run *a, const run *b)
{
	return a->found == b->found && a->size == b->size
	       && memcmp(a->bytes, b->bytes, a->size) == 0;
}

/* A dictionary of the first time counts for the second. */
static void unpack(unsigned format, const uint8_t *data, size_t size,
                   size_t most, run *to)
{
	static run second;
	unpacker *u = make(format);

	PROMISE(u != NULL);
	unpack_by(u, format, data, size, most, to);
	if (u->again) {
		u->again(u);
		unpack_by(u, format, data, size, most, &second);
		PROMISE(format % 6 == 5 || is_same(to, &second));
	}
	unpacker_free(u);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static run large, small;

	if (size < 3)
		return 0;
	unpack(data[0], data + 2, size - 2, MOST, &large);
	unpack(data[0], data + 2, size - 2, data[1] + 4u, &small);
	if (large.size == MOST || large.found != UNPACK_END)
		return 0;
	PROMISE(is_same(&small, &large));
	return 0;
}
