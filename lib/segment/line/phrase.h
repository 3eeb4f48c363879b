/*
 * phrase.h - lines that say themselves what they are: «相关阅读»,
 * "References", «网友留言(0)», a copyright notice.
 */
#ifndef SCLS_SEGMENT_PHRASE_H
#define SCLS_SEGMENT_PHRASE_H

#include "base/span.h"
#include <stdint.h>

/* What a line says that it is, or what stands behind it; the kinds of
 * phrases.def. */
typedef enum scls_phrase {
	SCLS_PHRASE_NONE = 0,     /* nothing of the kind */
	SCLS_PHRASE_REFERENCES,   /* heading of a list of sources */
	SCLS_PHRASE_LIST,         /* heading of a link list */
	SCLS_PHRASE_COMMENTS,     /* heading or counter of a comment thread */
	SCLS_PHRASE_FOOTER,       /* privacy, contact; an imprint, to traits */
	SCLS_PHRASE_STEP,         /* previous, next */
	SCLS_PHRASE_PLACE,        /* breadcrumb */
	SCLS_PHRASE_CHROME,       /* share, print, log in, read more */
	SCLS_PHRASE_TAGS,         /* tags of an article */
	SCLS_PHRASE_META,         /* author, source, date, views */
	SCLS_PHRASE_CLOSING,      /* credits, notes, thanks: an article's end */
	SCLS_PHRASE_IMPRINT       /* copyright, licence number: no link */
} scls_phrase;

/* Whether the phrase says what stands behind it. */
static inline int scls_phrase_is_telling(uint8_t phrase)
{
	return phrase == SCLS_PHRASE_LIST || phrase == SCLS_PHRASE_COMMENTS
	       || phrase == SCLS_PHRASE_REFERENCES
	       || phrase == SCLS_PHRASE_FOOTER || phrase == SCLS_PHRASE_TAGS;
}

#define SCLS_PHRASE_WAYS 3u /* the whole line, its front, any part of it */
#define SCLS_PHRASE_BUCKETS 256u  /* for the hash of the first two bytes */
#define SCLS_PHRASE_ENTRIES 2048u /* room for those of phrases.def */
#define SCLS_PHRASE_STARTS 16384u /* bits */

/* A bit for each bucket. */
typedef struct scls_phrase_set {
	uint8_t bits[SCLS_PHRASE_BUCKETS / 8];
} scls_phrase_set;

/* What there may be, by four bytes and a length: nearly all that is not in
 * the table is not here, and nothing has to be compared. */
typedef struct scls_phrase_starts {
	uint8_t bits[SCLS_PHRASE_STARTS / 8];
} scls_phrase_starts;

/* The phrases by how they are found and by their first two bytes, whole lines
 * by their length, too: chains of entries, in their order. */
typedef struct scls_phrases {
	/* 1 and up; 0: no more */
	uint16_t head[SCLS_PHRASE_WAYS][SCLS_PHRASE_BUCKETS];
	uint16_t next[SCLS_PHRASE_ENTRIES];
	/* Of parts: their first two bytes and the next two, twice; the first
	 * two of those that are shorter. */
	scls_phrase_set first, second, third, brief;
	/* Of wholes, fronts and parts; the first two bytes of fronts that are
	 * shorter than four. */
	scls_phrase_starts whole, front, part, brief_front;
} scls_phrases;

/* Fills the table, which then never changes. */
void scls_phrases_begin(scls_phrases *phrases);

/*
 * What the line is by its words alone; NONE for nearly all lines.  Letters
 * are compared without ASCII case; bullets, numbers and marks around a
 * heading do not count.  line must be valid UTF-8.
 */
scls_phrase scls_phrase_of(const scls_phrases *phrases, scls_span line);

#endif
