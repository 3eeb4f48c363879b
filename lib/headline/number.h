/*
 * number.h - numbers with their value, scale and unit.
 */
#ifndef SCLS_HEADLINE_NUMBER_H
#define SCLS_HEADLINE_NUMBER_H

#include "headline/headline.h"

/*
 * Reads the number that starts at unit[at]: digits or Chinese numerals, with
 * sign of currency, "第" or "v" before and scale and unit behind.  Fills
 * *slot (begin, end, cls, flags, milli) and returns its length, or 0.
 */
uint32_t scls_number_scan(const uint32_t *unit, uint32_t n, uint32_t at,
                          scls_slot *slot);

/*
 * Few units begin a number; the others must cost nothing: most that are no
 * Chinese numeral or sign of currency are told by a bit for their last six
 * bits and one for the six before.
 */
static inline int scls_number_may_begin(uint32_t unit)
{
#define LOW(c) UINT64_C(1) << ((c) & 63u)
#define HIGH(c) UINT64_C(1) << ((c) >> 6 & 63u)
#define IS(c) (unit == (c))
#define NUMERALS(bit)                                                       \
	(bit(U'零') | bit(U'一') | bit(U'二') | bit(U'三')              \
	 | bit(U'四') | bit(U'五') | bit(U'六') | bit(U'七')            \
	 | bit(U'八') | bit(U'九') | bit(U'两') | bit(U'十')            \
	 | bit(U'百') | bit(U'千') | bit(U'万') | bit(U'亿')            \
	 | bit(U'第') | bit(U'〇') | bit(U'£') | bit(U'¥') | bit(U'€')  \
	 | bit(U'₩') | bit(U'₹'))
	static const uint64_t low = NUMERALS(LOW), high = NUMERALS(HIGH);

	if (unit < 0x80)
		return unit - '0' < 10u || unit == 'v' || unit == '$';
	if (!(low >> (unit & 63u) & high >> (unit >> 6 & 63u) & 1u))
		return 0;
	return NUMERALS(IS);
#undef NUMERALS
#undef IS
#undef HIGH
#undef LOW
}

#endif
