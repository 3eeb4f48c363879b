/*
 * same_word.h - the word that a list's editors put at one end of each link.
 *
 * "Featured", "推荐阅读", a writer's name: no bar or bracket sets it off,
 * only a blank, a stroke or a dot, so it has to be the same at most links.
 */
#ifndef SCLS_SEGMENT_SAME_WORD_H
#define SCLS_SEGMENT_SAME_WORD_H

#include "segment/split.h"

/* How many of a list's n items have what is put to each: four of five, and
 * four at least. */
static inline uint32_t scls_most_items(uint32_t n)
{
	return n - n / 5 > 4 ? n - n / 5 : 4;
}

/*
 * Cuts such a word, or two, from items[0..n), spans of text, that end so; or,
 * of a script that is not ASCII's, begin so: an English headline's first word
 * ("How", "The") belongs to it.  More words, and those that go on in small
 * letters, are part of what the lines say; an item of which no headline would
 * be left stays whole.
 */
void scls_cut_same_words(const char *text, scls_item *items, uint32_t n);

#endif
