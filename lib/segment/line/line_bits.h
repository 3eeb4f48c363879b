/*
 * line_bits.h - the next bytes of a line as bits: what most of a text is made
 * of can be counted there without a look at each character.
 */
#ifndef SCLS_SEGMENT_LINE_BITS_H
#define SCLS_SEGMENT_LINE_BITS_H

#include "base/span.h"
#include <stdint.h>

#define SCLS_LINE_BITS 64u /* bytes that are looked at */

/* The lowest bit stands for the first byte. */
typedef struct scls_line_bits {
	uint64_t lower, upper, digit; /* of ASCII */
	uint64_t han;    /* all bytes of characters from U+4000 to U+9FFF */
	uint64_t other;  /* the first byte of all but these and the blank */
	uint64_t beyond; /* and of these, what is not ASCII */
	uint32_t size;   /* bytes, whole characters */
	uint32_t n_lower, n_upper, n_digit, n_han; /* characters */
	uint32_t words, titled; /* runs of letters, and capitals that begin
	                           one, as if nothing stood before */
} scls_line_bits;

/* Fills *bits for the front of text, which is valid UTF-8 and not empty. */
void scls_line_bits_of(scls_span text, scls_line_bits *bits);

/* What words are made of: less to find. */
typedef struct scls_letter_bits {
	uint64_t letters; /* of ASCII */
	uint64_t han;     /* the first bytes of these characters */
	uint64_t beyond;  /* as in scls_line_bits */
	uint32_t size;    /* bytes, whole characters */
} scls_letter_bits;

/* The same of the same bytes. */
void scls_letter_bits_of(scls_span text, scls_letter_bits *bits);

/* Those of the bits from number `from` up to `to`, which is 64 at most. */
static inline uint64_t scls_bits_between(uint64_t bits, uint32_t from,
                                         uint32_t to)
{
	if (from >= to)
		return 0;
	return bits & (~UINT64_C(0) >> (64 - to)) & (~UINT64_C(0) << from);
}

#endif
