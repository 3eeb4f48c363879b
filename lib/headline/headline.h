/*
 * headline.h - one headline taken apart: the product of the headline room.
 *
 * fold -> numbers -> slots -> skeleton.  A unit is one folded code point; it
 * knows its bytes in the headline.  A slot is a number or a lexicon term; the
 * skeleton is the units with every slot replaced by its class symbol, a
 * private-use code point (SCLS_SYMBOL + class).
 */
#ifndef SCLS_HEADLINE_HEADLINE_H
#define SCLS_HEADLINE_HEADLINE_H

#include "base/arena.h"
#include "base/span.h"
#include <stdint.h>

/* Classes of slots: SCLS_CLASS_<NAME>, in the order of classes.def. */
enum scls_class {
#define SCLS_CLASS(name, en, zh) SCLS_CLASS_##name,
#include "headline/classes.def"
#undef SCLS_CLASS
	SCLS_CLASS_COUNT
};

/* The skeleton's symbol of class c is SCLS_SYMBOL + c. */
#define SCLS_SYMBOL 0xE000u

/* "ORG", or NULL past SCLS_CLASS_COUNT. */
const char *scls_class_name(unsigned c);

/* The class of that name, or -1. */
int scls_class_by_name(scls_span name);

typedef struct scls_slot {
	uint16_t begin, end;  /* units */
	uint8_t cls;          /* enum scls_class */
	uint8_t flags;        /* SCLS_SLOT_... */
	uint16_t at;          /* its place in the skeleton */
	int64_t milli;        /* numbers: the value in thousandths, saturated */
} scls_slot;

#define SCLS_SLOT_DECIMAL 1u /* a number with a decimal point */
#define SCLS_SLOT_UNIT    2u /* a number with a unit or scale */

typedef struct scls_headline {
	scls_span source;      /* the bytes given */
	const uint32_t *units; /* folded code points */
	const uint32_t *from;  /* n_units + 1 byte offsets: unit i is made from
	                          the bytes from[i] to to[i] */
	const uint32_t *to;
	uint32_t n_units;
	const scls_slot *slots; /* in order, not overlapping */
	uint32_t n_slots;
	const uint32_t *skeleton; /* code points and symbols */
	const uint16_t *skeleton_unit; /* first unit of each of them */
	uint32_t n_skeleton;
	uint32_t flags;         /* SPAMCLS_FLAG_LONG_HEADLINE */
} scls_headline;

#endif
