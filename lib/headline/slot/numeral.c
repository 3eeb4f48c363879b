/* numeral.c - digits to a value; see numeral.h. */
#include "headline/slot/numeral.h"

#include "headline/fold.h"

#define MILLI_MAX INT64_C(4000000000000000000)
#define LONGEST 24u /* Chinese numerals that are read as one number */

int64_t scls_saturate(int64_t a, int64_t b)
{
	return a > MILLI_MAX / b ? MILLI_MAX : a * b;
}

/* One more digit of the whole part. */
static void whole_digit(scls_numeral *x, uint32_t digit)
{
	x->milli = scls_saturate(x->milli, 10);
	if (x->milli < MILLI_MAX)
		x->milli += (int64_t)digit * 1000;
	x->digits++;
}

static void decimal_digit(scls_numeral *x, uint32_t digit)
{
	static const int64_t worth[] = { 100, 10, 1 };

	if (x->decimals < 3 && x->points == 1)
		x->milli += (int64_t)digit * worth[x->decimals];
	x->decimals++;
}

/* A comma belongs to the number where three digits and no more follow. */
static int is_group(const uint32_t *unit, uint32_t n, uint32_t at)
{
	for (uint32_t i = 1; i <= 3; i++)
		if (at + i >= n || !scls_is_digit(unit[at + i]))
			return 0;
	return at + 4 >= n || !scls_is_digit(unit[at + 4]);
}

int scls_numeral_arabic(const uint32_t *unit, uint32_t n, uint32_t at,
                        scls_numeral *x)
{
	uint32_t i = at;

	memset(x, 0, sizeof(*x));
	if (at >= n || !scls_is_digit(unit[at]))
		return 0;
	for (; i < n; i++) {
		if (scls_is_digit(unit[i])) {
			if (x->points == 0)
				whole_digit(x, unit[i] - '0');
			else
				decimal_digit(x, unit[i] - '0');
		} else if (unit[i] == ',' && x->points == 0 && x->digits <= 3
		           + 3 * (uint32_t)x->grouped * 4
		           && is_group(unit, n, i)) {
			x->grouped = 1;
		} else if (unit[i] == '.' && i + 1 < n
		           && scls_is_digit(unit[i + 1])) {
			x->points++;
		} else {
			break;
		}
	}
	x->end = i;
	return 1;
}

/* 0 to 9, or -1. */
static int digit_of(uint32_t c)
{
	static const uint32_t digits[] = {
		U'零', U'一', U'二', U'三', U'四',
		U'五', U'六', U'七', U'八', U'九'
	};

	for (int d = 0; d < 10; d++)
		if (c == digits[d])
			return d;
	if (c == U'〇')
		return 0;
	return c == U'两' ? 2 : -1;
}

/* 10, 100, 1000, 10^4 or 10^8; 0 for anything else. */
static int64_t scale_of(uint32_t c)
{
	switch (c) {
	case U'十': return 10;
	case U'百': return 100;
	case U'千': return 1000;
	case U'万': return 10000;
	case U'亿': return 100000000;
	default: return 0;
	}
}

/* 点 and digits behind the whole part, if they stand there. */
static void chinese_decimals(const uint32_t *unit, uint32_t n, scls_numeral *x)
{
	uint32_t i = x->end;

	if (i + 1 >= n || unit[i] != U'点' || digit_of(unit[i + 1]) < 0)
		return;
	x->points = 1;
	for (i++; i < n && digit_of(unit[i]) >= 0; i++)
		decimal_digit(x, (uint32_t)digit_of(unit[i]));
	x->end = i;
}

/*
 * Sections below 10^4, closed by 万 or 亿: section + digit * scale.  A run
 * of digits without scales is read one by one, as in years.
 */
int scls_numeral_chinese(const uint32_t *unit, uint32_t n, uint32_t at,
                         scls_numeral *x)
{
	int64_t total = 0, section = 0, digit = 0;
	uint32_t i = at;

	memset(x, 0, sizeof(*x));
	for (; i < n && i - at < LONGEST; i++) {
		int d = digit_of(unit[i]);
		int64_t scale = scale_of(unit[i]);

		if (d >= 0) {
			digit = i > at && digit_of(unit[i - 1]) >= 0
			                ? scls_saturate(digit, 10) + d : d;
			x->digits++;
		} else if (scale >= 10000) {
			section = section + digit > 0 ? section + digit : 1;
			total += scls_saturate(section, scale);
			section = digit = 0;
			x->digits++;
		} else if (scale > 0) {
			section += scls_saturate(digit > 0 ? digit : 1, scale);
			digit = 0;
			x->digits++;
		} else {
			break;
		}
	}
	if (i == at)
		return 0;
	x->end = i;
	x->chinese = 1;
	x->milli = scls_saturate(total + section + digit, 1000);
	chinese_decimals(unit, n, x);
	return 1;
}
