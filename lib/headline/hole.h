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
	SCLS_HOLE_NONE, SCLS_HOLE_BRACES, SCLS_HOLE_FORMAT, SCLS_HOLE_LABEL,
	SCLS_HOLE_EMPTY, SCLS_HOLE_NULL, SCLS_HOLE_XXX, SCLS_HOLE_PERCENT
};

/* The length of the hole that starts at unit[at] and its kind, or 0. */
uint32_t scls_hole_scan(const uint32_t *unit, uint32_t n, uint32_t at,
                        enum scls_hole *kind);

#endif
