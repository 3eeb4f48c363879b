/*
 * hole.h - slots of a template that nobody filled.
 *
 * {name}, {{name}}, ${x}, %s, %keyword%, [city], a percent sign behind a
 * noun, empty brackets, XXX, undefined, null: what a page shows when the
 * script behind it had no word to put in.
 */
#ifndef SCLS_HEADLINE_HOLE_H
#define SCLS_HEADLINE_HOLE_H

#include <stdint.h>

/* Kinds of holes; each is a named feature of its own. */
enum scls_hole {
	SCLS_HOLE_NONE,
	SCLS_HOLE_BRACES, /* {name}, {{name}}, ${name} */
	SCLS_HOLE_FORMAT, /* %s, %keyword%, $title */
	SCLS_HOLE_LABEL,  /* [city]: what its author called the slot */
	SCLS_HOLE_EMPTY,  /* (), and other brackets around nothing */
	SCLS_HOLE_NULL,   /* undefined, null, lorem ipsum */
	SCLS_HOLE_XXX,    /* XXX */
	SCLS_HOLE_PERCENT /* a percent sign without its number */
};

/* Few units begin a hole; the others must cost nothing. */
static inline int scls_hole_may_begin(uint32_t unit)
{
	/* x u n l t p, then [ { ( < $ # % by their last six bits */
	static const uint64_t letters
		= UINT64_C(1) << ('x' & 63) | UINT64_C(1) << ('u' & 63)
		| UINT64_C(1) << ('n' & 63) | UINT64_C(1) << ('l' & 63)
		| UINT64_C(1) << ('t' & 63) | UINT64_C(1) << ('p' & 63)
		| UINT64_C(1) << ('[' & 63) | UINT64_C(1) << ('{' & 63);
	static const uint64_t marks
		= UINT64_C(1) << '(' | UINT64_C(1) << '<' | UINT64_C(1) << '$'
		| UINT64_C(1) << '#' | UINT64_C(1) << '%';

	if (unit < 0x80)
		return (int)((unit < 0x40 ? marks : letters)
		             >> (unit & 63u) & 1u);
	return unit == U'【' || unit == U'《';
}

/* The length of the hole that starts at unit[at] and its kind, or 0; inside a
 * row of opening braces none starts. */
uint32_t scls_hole_scan(const uint32_t *unit, uint32_t n, uint32_t at,
                        enum scls_hole *kind);

#endif
