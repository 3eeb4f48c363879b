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
#define SCLS_CLASS(name, kind, en, zh) SCLS_CLASS_##name,
#include "headline/classes.def"
#undef SCLS_CLASS
	SCLS_CLASS_COUNT
};

/* The skeleton's symbol of class c is SCLS_SYMBOL + c. */
#define SCLS_SYMBOL 0xE000u

/* What slots of several classes have in common: a template that was never
 * seen uses other classes of the same kinds. */
enum scls_kind {
	SCLS_KIND_ITSELF, /* its class alone */
	SCLS_KIND_FIGURE, /* 12 %, 3 million */
	SCLS_KIND_WHEN,   /* a year, a date */
	SCLS_KIND_NAME,   /* of an organisation, a place, a person */
	SCLS_KIND_THING,  /* what a line is about: a technology, food */
	SCLS_KIND_CLAIM,  /* soars, breakthrough, the first, the best */
	SCLS_KIND_CODA    /* what a line ends with: outlook, guide, question */
};

/* The enum scls_kind of each class: for loops, and for one. */
extern const uint8_t scls_class_kinds[SCLS_CLASS_COUNT];

static inline enum scls_kind scls_class_kind(unsigned cls)
{
	return (enum scls_kind)scls_class_kinds[cls];
}

/* Not 0 where the class is of a trade that farms advertise: downloads, adult,
 * gambling, proxies. */
int scls_class_is_trade(unsigned cls);

/* "ORG", or NULL past SCLS_CLASS_COUNT. */
const char *scls_class_name(unsigned c);

/* "organisation", or in Chinese; NULL past SCLS_CLASS_COUNT. */
const char *scls_class_text(unsigned c, int chinese);

/* The class of that name, or -1. */
int scls_class_by_name(scls_span name);

/* A number, a term of the lexicon, or what a template left empty. */
typedef struct scls_slot {
	uint16_t begin, end;  /* units */
	uint8_t cls;          /* enum scls_class */
	uint8_t flags;        /* SCLS_SLOT_... */
	uint16_t at;          /* its place in the skeleton */
	int64_t milli;        /* numbers: the value in thousandths, saturated */
} scls_slot;

#define SCLS_SLOT_DECIMAL 1u /* a number with a decimal point */
#define SCLS_SLOT_UNIT    2u /* a number with a unit or scale */
/* A HOLE slot keeps its kind (enum scls_hole) in milli. */

/* Behind units and skeleton stands what may be read but means nothing:
 * SCLS_FILTER_BEHIND of base/filter.h. */
typedef struct scls_headline {
	scls_span source;      /* the bytes given */
	const uint32_t *units; /* folded code points */
	const uint32_t *from;  /* unit i is made from the source's bytes
	                          from[i] up to, not including, to[i] */
	const uint32_t *to;
	uint32_t n_units;
	int has_han;           /* 0: no unit scls_is_han */
	const uint64_t *latin; /* a bit for each unit that scls_is_latin */
	uint64_t again;        /* a bit for each unit that the line has before
	                          it, too; SCLS_ONCE_UNKNOWN of once.h where
	                          there are more than 64, and for text that
	                          is no headline */
	const scls_slot *slots; /* in order, not overlapping */
	uint32_t n_slots;
	const uint32_t *skeleton; /* code points and symbols */
	const uint16_t *skeleton_unit; /* first unit of each of them */
	uint32_t n_skeleton;
	uint32_t n_hidden;      /* invisible marks and fillers removed */
	uint32_t n_emoji;       /* pictographs removed */
	uint32_t flags;         /* SPAMCLS_FLAG_LONG_HEADLINE, _REPAIRED */
} scls_headline;

/* Working memory of one session; its lexicon is shared. */
typedef struct scls_analyzer scls_analyzer;
struct scls_lexicon;

/*
 * Makes an analyzer for headlines of at most max_units folded code points.
 * lexicon must outlive it.  Returns SPAMCLS_OK or SPAMCLS_E_NOMEM.
 */
SCLS_MUST_USE scls_status
scls_analyzer_new(scls_analyzer **analyzer, const struct scls_lexicon *lexicon,
                  uint32_t max_units, const spamcls_allocator *allocator);
void scls_analyzer_free(scls_analyzer *analyzer); /* NULL is allowed */

/*
 * Takes one headline apart.  Never fails and allocates nothing; *headline
 * borrows from analyzer until its next call.  Bad UTF-8 counts as U+FFFD.
 */
void scls_analyze(scls_analyzer *analyzer, scls_span source,
                  scls_headline *headline);

/* Units of all headlines that are kept, with SCLS_FILTER_BEHIND more for each:
 * about a batch of ordinary ones. */
#define SCLS_KEPT_UNITS 8192u

/* Keeps the headline that was taken apart last: its units, letters and slots
 * last until all are forgotten, nothing else does.  Returns 0 where there is
 * no room for them. */
int scls_analyzer_keep(scls_analyzer *analyzer, const scls_headline *headline);
void scls_analyzer_forget(scls_analyzer *analyzer);

/* The same without slots and skeleton: for text that is no headline, or where
 * a glance may do.  Slots of what was taken apart last, or slots and skeleton,
 * may be asked for afterwards. */
void scls_analyze_units(scls_analyzer *analyzer, scls_span source,
                        scls_headline *headline);
void scls_analyze_slots(scls_analyzer *analyzer, scls_headline *headline);
void scls_analyze_frame(scls_analyzer *analyzer, scls_headline *headline);

/* 0 where none of its slots is a number with a decimal point, whether they are
 * known or not. */
int scls_may_have_decimals(const scls_headline *headline);

/*
 * Writes the skeleton with class names in braces ("{ORG}技术{BREAK}") to
 * arena, a NUL behind it.  Returns NULL where there is no memory.
 */
const char *scls_skeleton_text(const scls_headline *headline,
                               scls_arena *arena, uint32_t *size);

#endif
