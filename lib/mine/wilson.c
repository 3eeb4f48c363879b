/*
 * wilson.c - see wilson.h.
 *
 * With z = 1.96 the ends of the interval are
 *
 *     (2k + z^2 -+ sqrt(z^4 + 4 z^2 k (n - k) / n)) / (2 (n + z^2))
 *
 * Both sides of the fraction are kept in units of 1/10000, what stands under
 * the root in units of the square of that.  Numbers from 2^29 on are halved
 * together until they fit: their interval is a little wider than it could be,
 * by 0.00006 at most.
 */
#include "mine/wilson.h"

#define UNIT UINT64_C(10000)
#define Z2 UINT64_C(38416)         /* z^2 */
#define Z4 (Z2 * Z2)               /* z^4 */
#define Z2_4 (4 * Z2 * UNIT)       /* 4 z^2 */
#define WHOLE UINT64_C(1000000)
#define BITS_MOST 29               /* of n, so that nothing overflows */

/* The largest r with r * r <= x, bit by bit. */
static uint64_t root(uint64_t x)
{
	uint64_t r = 0;

	for (uint64_t bit = UINT64_C(1) << 31; bit != 0; bit >>= 1)
		if ((r | bit) * (r | bit) <= x)
			r |= bit;
	return r;
}

/* part of whole in millionths, to the nearest, and never more than all. */
static uint32_t millionths(uint64_t part, uint64_t whole)
{
	uint64_t share = (part * WHOLE + whole / 2) / whole;

	return (uint32_t)(share < WHOLE ? share : WHOLE);
}

spamcls_share scls_wilson(uint64_t k, uint64_t n)
{
	spamcls_share s = { 0, 0, (uint32_t)WHOLE };
	uint64_t product, middle, width, below;

	if (n == 0)
		return s;
	while (n >> BITS_MOST) {
		n >>= 1;
		k >>= 1;
	}
	product = k * (n - k);
	width = root(Z4 + product / n * Z2_4 + product % n * Z2_4 / n);
	middle = 2 * k * UNIT + Z2;
	below = 2 * (n * UNIT + Z2);
	s.share = millionths(k, n);
	s.low = millionths(middle > width ? middle - width : 0, below);
	s.high = millionths(middle + width, below);
	return s;
}
