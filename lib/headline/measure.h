/*
 * measure.h - a headline's features: n-grams, order of slots, number checks,
 * shape.  All that a model ever learns of a headline.
 */
#ifndef SCLS_HEADLINE_MEASURE_H
#define SCLS_HEADLINE_MEASURE_H

#include "feature/feature.h"
#include "headline/headline.h"

/* Room that a headline of n units never exceeds. */
#define SCLS_MEASURE_ROOM(n) ((n) * 24u + 512u)

/* Appends all features of the headline; evidence is in units. */
void scls_measure(const scls_headline *headline, scls_features *features);

/* What there is of a headline, in numbers: what a model may know of it beside
 * its features. */
typedef struct scls_facts {
	uint16_t units, slots; /* how many there are */
	uint16_t skeleton;     /* its length, a symbol for each slot */
	uint16_t digits;       /* of the units, 0 to 9 */
	uint16_t of_class[SCLS_CLASS_COUNT]; /* slots of each class */
} scls_facts;

/* Sets all of *facts. */
void scls_measure_facts(const scls_headline *headline, scls_facts *facts);

/* Keys of the one to SCLS_SEQUENCE characters that end at each unit, the
 * shortest first, and of those that end at the headline's end; 0 where there
 * are not so many.  keys[] has room for n_units + 1, and for
 * SCLS_SEQUENCE_BEHIND more.  Returns how many of it are set. */
#define SCLS_SEQUENCE 4u
#define SCLS_SEQUENCE_BEHIND 3u
uint32_t scls_measure_sequence(const scls_headline *headline,
                               uint32_t (*keys)[SCLS_SEQUENCE]);

/* The parts of scls_measure. */
void scls_measure_grams(const scls_headline *headline,
                        scls_features *features);
/* Of these the wording and its pieces alone, and what they stand on, which has
 * to be asked for: ids are of no use. */
void scls_measure_wording(const scls_headline *headline,
                          scls_features *features);
void scls_measure_numbers(const scls_headline *headline,
                          scls_features *features);
void scls_measure_shape(const scls_headline *headline,
                        scls_features *features);
void scls_measure_repeats(const scls_headline *headline,
                          scls_features *features);

#endif
