/* sample.c - see sample.h. */
#include "engine/sample.h"

#include "base/inline.h"
#include "base/utf8.h"

static int takes(const scls_sample *s, uint64_t from, uint64_t to)
{
	uint64_t edge = s->limit / 4;
	uint64_t middle = s->limit - 2 * edge;
	uint64_t share; /* one piece is read of so many of its bytes */

	if (s->total <= s->limit || from <= edge || to + edge >= s->total)
		return 1;
	share = (s->total - 2 * edge) * SCLS_PIECE;
	return (to - edge) * middle / share > (from - edge) * middle / share;
}

int scls_sample_takes(scls_sample *s, uint32_t size)
{
	int taken = takes(s, s->at, s->at + size);

	s->at += size;
	s->taken += taken ? size : 0;
	return taken;
}

uint32_t scls_sample_whole(const scls_sample *s, uint32_t count)
{
	uint64_t whole = s->taken ? (uint64_t)count * s->at / s->taken : 0;

	return whole < UINT32_MAX ? (uint32_t)whole : UINT32_MAX;
}

SCLS_VECTORS
static uint32_t code_points(const char *data, uint32_t size)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < size; i++)
		n += !scls_utf8_goes_on(data[i]);
	return n;
}

/* Most texts are short ones: no need to count. */
uint32_t scls_piece_size(const char *data, uint32_t size, uint32_t room)
{
	uint32_t most = size < SCLS_PIECE ? size : SCLS_PIECE, n = 0;

	if (size <= SCLS_PIECE && size <= room)
		return size;
	while (n < most && room > 0) {
		uint32_t more = most - n < room ? most - n : room;

		room -= code_points(data + n, more);
		n += more;
	}
	while (n < size && n > 1 && scls_utf8_goes_on(data[n]))
		n--;
	return n;
}
