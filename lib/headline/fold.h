/*
 * fold.h - the first step: bytes to folded units that know their bytes.
 *
 * NFKC case folding (Unicode UAX #15 and #31), traditional to simplified
 * (CLDR), look-alikes to one form, invisible marks and pictographs out; all
 * from one committed table, so the result does not depend on a machine's ICU.
 */
#ifndef SCLS_HEADLINE_FOLD_H
#define SCLS_HEADLINE_FOLD_H

#include "base/inline.h"
#include "base/span.h"
#include <stdint.h>

/* Units with the bytes they are made from; room is set by the caller. */
typedef struct scls_units {
	uint32_t *unit;
	uint32_t *from;   /* unit i is made from source bytes from[i] ... */
	uint32_t *to;     /* ... up to, not including, to[i] */
	uint32_t n;
	uint32_t room;    /* of all three arrays */
	uint32_t hidden;  /* invisible marks and fillers removed */
	uint32_t emoji;   /* pictographs removed */
	int cut;          /* not 0: the source was longer than room */
	int bad;          /* not 0: U+FFFD stands for bytes that are no UTF-8 */
	unsigned signs;   /* of all units, and perhaps of some removed ones */
} scls_units;

/* What units there are: most steps of cleaning need not run. */
#define SCLS_SIGN_HAN 1u
#define SCLS_SIGN_SPACE 2u
#define SCLS_SIGN_FILLER 4u /* may stand between characters to part them */
#define SCLS_SIGN_LOOK 8u   /* a letter that looks like a digit */
#define SCLS_SIGN_DIGIT 16u /* or "%", which follows one */

/* The signs of each unit of ASCII, and of any unit. */
extern const uint8_t scls_ascii_signs[128];
unsigned scls_unit_signs(uint32_t unit);

/* Folds source into units, replacing what they held; never fails. */
void scls_fold(scls_span source, scls_units *units);

/* Kinds of units, for all steps that look at letters: first 0 to 9, which all
 * other digits have become. */
static inline int scls_is_digit(uint32_t unit)
{
	return unit - '0' < 10u;
}

/* Han, kana, hangul, Thai: no spaces between words. */
static inline int scls_is_han(uint32_t unit)
{
	if (unit < 0x0E01)
		return 0;
	return unit - 0x4E00u < 0x5200u || unit - 0x3041u < 0xC0u
	       || unit - 0xAC00u < 0x2BA4u || unit - 0x3400u < 0x19C0u
	       || unit == 0x3005 || unit == 0x3007 || unit < 0x0E4F
	       || unit - 0x20000u < 0x20000u;
}

/* 1 or 0, the same without a branch, for loops by vectors: the rarest of them
 * it does not know. */
SCLS_INLINE uint32_t scls_is_common_han(uint32_t unit)
{
	return (unit - 0x4E00u < 0x5200u) | (unit - 0x3041u < 0xC0u)
	       | (unit - 0xAC00u < 0x2BA4u) | (unit - 0x0E01u < 0x4Eu);
}

/* A letter of an alphabet with spaces. */
static inline int scls_is_latin(uint32_t unit)
{
	if (unit < 0x80)
		return unit - 'a' < 26u;
	return (unit >= 0xC0 && unit < 0x2000 && unit != 0xD7 && unit != 0xF7
	        && !scls_is_han(unit))
	       || (unit >= 0x2C00 && unit < 0x2E00);
}

/* What words of such an alphabet are made of. */
static inline int scls_is_word(uint32_t unit)
{
	return scls_is_latin(unit) || scls_is_digit(unit);
}

/*
 * The second step: filler marks between characters out, spaces that mean
 * nothing out, letters that stand for digits back to digits.  Up to seven
 * units behind the last are read.
 */
void scls_clean(scls_units *units);

#endif
