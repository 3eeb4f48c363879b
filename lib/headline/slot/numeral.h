/*
 * numeral.h - the parts of a number, as number.c reads them: the numeral, and
 * the words of scale and unit behind it.
 */
#ifndef SCLS_HEADLINE_NUMERAL_H
#define SCLS_HEADLINE_NUMERAL_H

#include <stdint.h>

/* A number as it is read, step by step. */
typedef struct scls_numeral {
	int64_t milli;    /* value in thousandths, saturated */
	uint32_t end;     /* unit behind it */
	uint32_t digits;  /* of the whole part */
	uint32_t decimals; /* digits behind the point */
	uint32_t points;  /* how many: 2 and more make a version */
	int chinese;      /* written with Chinese numerals */
	int grouped;      /* with thousands separators */
} scls_numeral;

/* Arabic digits at unit[at]; returns 0 where there are none. */
int scls_numeral_arabic(const uint32_t *unit, uint32_t n, uint32_t at,
                        scls_numeral *numeral);

/* Chinese numerals at unit[at]; returns 0 where there are none. */
int scls_numeral_chinese(const uint32_t *unit, uint32_t n, uint32_t at,
                         scls_numeral *numeral);

/* a * b, or the largest value where that is too much. */
int64_t scls_saturate(int64_t a, int64_t b);

/* Kinds of scale and unit words. */
enum scls_unit_kind {
	SCLS_UNIT_NONE,
	SCLS_UNIT_PCT,  /* percent */
	SCLS_UNIT_MUL,  /* times, fold */
	SCLS_UNIT_MON,  /* money */
	SCLS_UNIT_CNT,  /* what is counted: people, km */
	SCLS_UNIT_LONE, /* the same, but never behind a scale */
	SCLS_UNIT_SCALE /* million: a unit may stand behind it */
};

/*
 * The longest scale or unit word at unit[at]: its length (0: none), its kind,
 * and for a scale its factor.
 */
uint32_t scls_unit_find(const uint32_t *unit, uint32_t n, uint32_t at,
                        enum scls_unit_kind *kind, int64_t *factor);

#endif
