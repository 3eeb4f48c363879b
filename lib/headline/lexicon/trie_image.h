/*
 * trie_image.h - a trie packed for search: a double array (Aoe 1989) in one
 * block of memory without pointers, which can be part of the program.
 *
 * Code points are mapped to letters, the frequent ones to small numbers.
 * Every state has a base of its own, so a cell belongs to the state whose
 * base leads to it where its letter is the one that was read.
 */
#ifndef SCLS_HEADLINE_TRIE_IMAGE_H
#define SCLS_HEADLINE_TRIE_IMAGE_H

#include "base/filter.h"
#include "headline/lexicon/trie.h"

#define SCLS_IMAGE_PAGES 0x1100u /* of 256 code points */
#define SCLS_IMAGE_ROOT 1u       /* the root's base */

/* What an edge leads to. */
typedef struct scls_cell {
	uint32_t base;    /* 0: no edge leads on from here */
	uint16_t letter;  /* 0: the cell is empty */
	uint8_t value;    /* 0: no term ends here */
	uint8_t unused;   /* 0 */
} scls_cell;

/* Letters stand behind the head, cells behind the letters. */
typedef struct scls_trie_image {
	uint32_t size;     /* of all, in bytes */
	uint32_t cells_at; /* in bytes */
	uint32_t n_cells;
	uint32_t n_letters;
	scls_filter filter; /* where terms begin */
	uint32_t words[SCLS_TRIE_WORDS / 32]; /* how terms of alphabets
	                       begin, see trie.h */
	uint16_t page[SCLS_IMAGE_PAGES]; /* of each 256 code points, which page
	                       of letters they have */
	uint16_t letters[]; /* 256 a page; page 0 has none */
} scls_trie_image;

/*
 * Packs a trie.  *image is memory of the trie's allocator, image->size bytes.
 * Returns OK, E_NOMEM, or E_LIMIT: more than 65,534 different code points, or
 * an image of 4 GiB and more.
 */
SCLS_MUST_USE scls_status scls_trie_pack(const scls_trie *trie,
                                         scls_trie_image **image);

/* The cells of the image, n_cells of them. */
static inline const scls_cell *
scls_image_cells(const scls_trie_image *image)
{
	return (const scls_cell *)(const void *)
	        ((const char *)image + image->cells_at);
}

/* The letter of a code point below 0x110000, 0 for none. */
static inline uint32_t scls_image_letter(const scls_trie_image *image,
                                         uint32_t unit)
{
	return image->letters[(uint32_t)image->page[unit >> 8] * 256u
	                      + (unit & 255u)];
}

#endif
