/* lexicon.c - see lexicon.h. */
#include "headline/lexicon.h"

#include "base/bits.h"
#include "base/hash.h"
#include "base/inline.h"
#include "base/limits.h"
#include "headline/fold.h"
#include "headline/headline.h"
#include "headline/hole.h"
#include "headline/number.h"
#include "headline/lexicon/trie_image.h"

_Static_assert(SCLS_MAX_TERM == 64, "the number in a message below");

static const char magic[8] = { 'S', 'C', 'L', 'S', 'L', 'E', 'X', '7' };

struct scls_lexicon {
	scls_trie trie;         /* while the terms are read */
	const scls_trie_image *image; /* what is searched */
	scls_trie_image *owned; /* the same, unless it was mapped */
	uint32_t terms;
	uint64_t hash;
	spamcls_allocator allocator;
};

#define ALPHABETS 0x2E00u /* letters of alphabets, and digits, are below */

/* Where the reader stands: for the errors. */
typedef struct place {
	const char *file;
	uint32_t line;
	spamcls_error *error;
} place;

static scls_status fail(const place *at, const char *message)
{
	return scls_error_set(at->error, SPAMCLS_E_SYNTAX, at->file, at->line,
	                      1, message);
}

static scls_status add_term(scls_lexicon *lexicon, scls_span line, int cls,
                            const place *at)
{
	uint32_t unit[SCLS_MAX_TERM], from[SCLS_MAX_TERM], to[SCLS_MAX_TERM];
	scls_units units = { .unit = unit, .from = from, .to = to,
	                     .room = SCLS_MAX_TERM };
	uint8_t old = 0;

	scls_fold(line, &units);
	scls_clean(&units);
	if (units.cut)
		return fail(at, "term too long: at most 64 code points");
	if (units.n == 0)
		return fail(at, "nothing is left of this term after folding");
	if (lexicon->terms == SCLS_MAX_TERMS)
		return scls_error_set(at->error, SPAMCLS_E_LIMIT, at->file,
		                      at->line, 1, "too many terms");
	SCLS_TRY(scls_trie_add(&lexicon->trie, unit, units.n,
	                       (uint8_t)(cls + 1), &old));
	if (old != 0)
		return fail(at, "this term stands in the lexicon already");
	lexicon->terms++;
	return SPAMCLS_OK;
}

static scls_status read_class(scls_span line, int *cls, const place *at)
{
	scls_span name = { line.data + 1, line.size - 2 };

	if (line.data[line.size - 1] != ']')
		return fail(at, "class heading without its closing bracket");
	*cls = scls_class_by_name(name);
	if (*cls < 0)
		return fail(at, "no such class; lib/headline/classes.def has "
		                "the list");
	return SPAMCLS_OK;
}

static scls_status read_line(scls_lexicon *lexicon, scls_span line, int *cls,
                             const place *at)
{
	line = scls_span_trim(line);
	if (line.size == 0 || line.data[0] == '#')
		return SPAMCLS_OK;
	if (line.data[0] == '[')
		return read_class(line, cls, at);
	if (*cls < 0)
		return fail(at, "term before the first [CLASS] heading");
	return add_term(lexicon, line, *cls, at);
}

static scls_status read_file(scls_lexicon *lexicon,
                             const scls_lexicon_text *file,
                             spamcls_error *error)
{
	place at = { file->name, 0, error };
	scls_span rest = file->text;
	int cls = -1;

	while (rest.size > 0) {
		const char *end = memchr(rest.data, '\n', rest.size);
		size_t size = end ? (size_t)(end - rest.data) : rest.size;
		scls_span line = { rest.data, size };

		at.line++;
		SCLS_TRY(read_line(lexicon, line, &cls, &at));
		size += end != NULL;
		rest.data += size;
		rest.size -= size;
	}
	lexicon->hash = scls_hash_bytes(lexicon->hash, file->text.data,
	                                file->text.size);
	return SPAMCLS_OK;
}

/* No line of any file is at fault where all terms together are too many. */
static scls_status pack(scls_lexicon *lexicon, spamcls_error *error)
{
	scls_status status = scls_trie_pack(&lexicon->trie, &lexicon->owned);

	if (status != SPAMCLS_E_LIMIT)
		return status;
	return scls_error_set(error, status, "", 0, 0,
	                      "lexicon too large: at most 65534 different "
	                      "characters, and 4 GiB when packed");
}

/* Numbers and holes are looked for where terms are. */
static void add_others(scls_filter *filter)
{
	for (uint32_t unit = 0; unit < 0x10000; unit++)
		if (scls_number_may_begin(unit) || scls_hole_may_begin(unit))
			scls_filter_add(filter, &unit, 1);
}

scls_status scls_lexicon_new(scls_lexicon **out,
                             const scls_lexicon_text *files, size_t n,
                             const spamcls_allocator *allocator,
                             spamcls_error *error)
{
	scls_lexicon *lexicon = scls_alloc_zero(allocator, 1, sizeof(*lexicon));
	scls_status status;

	if (!lexicon)
		return SPAMCLS_E_NOMEM;
	lexicon->allocator = *allocator;
	lexicon->hash = SCLS_HASH_SEED;
	status = scls_trie_init(&lexicon->trie, &lexicon->allocator);
	for (size_t i = 0; i < n && status == SPAMCLS_OK; i++)
		status = read_file(lexicon, &files[i], error);
	if (status == SPAMCLS_OK)
		status = pack(lexicon, error);
	if (status == SPAMCLS_OK)
		add_others(&lexicon->owned->filter);
	scls_trie_free(&lexicon->trie);
	lexicon->image = lexicon->owned;
	if (status != SPAMCLS_OK) {
		scls_lexicon_free(lexicon);
		return status;
	}
	*out = lexicon;
	return SPAMCLS_OK;
}

void scls_lexicon_free(scls_lexicon *lexicon)
{
	spamcls_allocator allocator;

	if (!lexicon)
		return;
	allocator = lexicon->allocator;
	if (lexicon->owned)
		scls_free(&allocator, lexicon->owned, lexicon->owned->size);
	scls_free(&allocator, lexicon, sizeof(*lexicon));
}

scls_status scls_lexicon_map(scls_lexicon **out, const void *data, size_t size,
                             const spamcls_allocator *allocator)
{
	const scls_lexicon_head *head = data;
	scls_lexicon *lexicon;

	if (size < sizeof(*head) || size - sizeof(*head) != head->size
	    || memcmp(head->magic, magic, sizeof(magic)) != 0)
		return SPAMCLS_E_FORMAT;
	lexicon = scls_alloc_zero(allocator, 1, sizeof(*lexicon));
	if (!lexicon)
		return SPAMCLS_E_NOMEM;
	lexicon->allocator = *allocator;
	lexicon->hash = head->hash;
	lexicon->terms = head->terms;
	lexicon->image = (const scls_trie_image *)(const void *)(head + 1);
	*out = lexicon;
	return SPAMCLS_OK;
}

const void *scls_lexicon_image(const scls_lexicon *lexicon,
                               scls_lexicon_head *head)
{
	memcpy(head->magic, magic, sizeof(magic));
	head->hash = lexicon->hash;
	head->terms = lexicon->terms;
	head->size = lexicon->image->size;
	return lexicon->image;
}

uint32_t scls_lexicon_terms(const scls_lexicon *lexicon)
{
	return lexicon->terms;
}

uint64_t scls_lexicon_hash(const scls_lexicon *lexicon)
{
	return lexicon->hash;
}

/* A term must not end inside a word of an alphabet. */
static int ends_well(const uint32_t *unit, uint32_t n, uint32_t end)
{
	return end == n || !scls_is_word(unit[end - 1])
	       || !scls_is_word(unit[end])
	       || (scls_is_latin(unit[end - 1]) && scls_is_digit(unit[end]));
}

uint64_t scls_lexicon_places(const scls_lexicon *lexicon, const uint32_t *unit,
                             uint32_t n)
{
	return scls_filter_places(&lexicon->image->filter, unit, n);
}

static int has_start(const scls_trie_image *image, uint32_t hash)
{
	uint32_t at, bits = scls_trie_bits(hash, &at);

	return (image->words[at] & bits) == bits;
}

int scls_lexicon_has_word(const scls_lexicon *lexicon, const uint32_t *unit,
                          uint32_t n)
{
	uint32_t word = scls_trie_word(unit, n);

	return has_start(lexicon->image, word)
	       || has_start(lexicon->image,
	                    scls_trie_word_and(word, unit + n));
}

/* Where the first two units lead, whether any term begins with them or not. */
SCLS_INLINE const scls_cell *second_cell(const scls_trie_image *image,
                                         const uint32_t *unit)
{
	const scls_cell *cells = scls_image_cells(image);
	uint32_t first = scls_image_letter(image, unit[0]);

	return &cells[cells[SCLS_IMAGE_ROOT + first].base
	              + scls_image_letter(image, unit[1])];
}

void scls_lexicon_prefetch(const scls_lexicon *lexicon, const uint32_t *unit,
                           uint64_t places)
{
	const scls_trie_image *image = lexicon->image;

	for (; places != 0; places &= places - 1)
		SCLS_PREFETCH(second_cell(image,
		                          unit + scls_lowest_bit(places)));
}

void scls_lexicon_prefetch_third(const scls_lexicon *lexicon,
                                 const uint32_t *unit, uint64_t places)
{
	const scls_trie_image *image = lexicon->image;
	const scls_cell *cells = scls_image_cells(image);

	for (; places != 0; places &= places - 1) {
		const uint32_t *at = unit + scls_lowest_bit(places);

		SCLS_PREFETCH(&cells[second_cell(image, at)->base
		                     + scls_image_letter(image, at[2])]);
	}
}

/* What ends at unit i of n, where the cell's letters do, or 0: a branch that
 * hangs on the text only where words of an alphabet are. */
SCLS_INLINE uint32_t value_at(const scls_cell *cell, const uint32_t *unit,
                              uint32_t n, uint32_t i)
{
	if (unit[i] < ALPHABETS && cell->value != 0
	    && !ends_well(unit, n, i + 1))
		return 0;
	return cell->value;
}

/* A base of 0, from which no edge leads on, has no cell of any letter: there
 * is one branch, and that a term ends is none. */
uint32_t scls_lexicon_longest(const scls_lexicon *lexicon,
                              const uint32_t *unit, uint32_t n, uint32_t at,
                              unsigned *cls)
{
	const scls_trie_image *image = lexicon->image;
	const scls_cell *cells = scls_image_cells(image);
	uint32_t base = SCLS_IMAGE_ROOT, best = at, found = 0, value;

	for (uint32_t i = at; i < n; i++) {
		uint32_t letter = scls_image_letter(image, unit[i]);
		const scls_cell *cell = &cells[base + letter];

		if ((cell->letter != letter) | (letter == 0))
			break;
		value = value_at(cell, unit, n, i);
		best = value != 0 ? i + 1 : best;
		found = value != 0 ? value : found;
		base = cell->base;
	}
	if (found != 0)
		*cls = found - 1;
	return best - at;
}
