/* sequence.c - the characters of a headline in order; see measure.h. */
#include "headline/measure.h"

/* What stands before the first unit, and where a headline ends. */
#define MARK 1u
/* Odd, so that no order of units is lost (Knuth, TAOCP 3, 6.4). */
#define STEP UINT64_C(0x9e3779b97f4a7c15)
#define LAST UINT64_C(0xd6e8feb86659fd93)

/* Digits are alike: what is counted is the wording. */
static uint64_t unit_of(const scls_headline *h, uint32_t i)
{
	uint32_t unit = i < h->n_units ? h->units[i] : MARK;

	return unit - '0' < 10u ? '0' : unit;
}

uint32_t scls_measure_sequence(const scls_headline *h,
                               uint32_t (*keys)[SCLS_SEQUENCE])
{
	uint64_t running[SCLS_SEQUENCE] = { (MARK + 1) * STEP };

	for (uint32_t i = 0; i <= h->n_units; i++) {
		uint64_t unit = unit_of(h, i) + 1;

		for (uint32_t n = SCLS_SEQUENCE; n-- > 0;) {
			uint64_t before = n > 0 ? running[n - 1] : 1;

			running[n] = before ? (before ^ unit) * STEP : 0;
			keys[i][n] = (uint32_t)((running[n] ^ running[n] >> 29)
			                        * LAST >> 32);
		}
	}
	return h->n_units + 1;
}
