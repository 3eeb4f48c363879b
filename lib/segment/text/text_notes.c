/* text_notes.c - lines of plain text that only tell of the one before; see
 * split_steps.h. */
#include "segment/split_steps.h"

#include "base/ascii.h"
#include "base/inline.h"
#include "segment/line/level.h"
#include "segment/split_lists.h"

/* Columns of a note that is no address, at most, and of one that stands where
 * such notes do. */
#define NOTE_WIDTH 40u
#define LIKE_WIDTH 24u

/* A note comes again within so many lines, so often at least. */
#define AROUND 8
#define AGAIN 2u

/* Lines from one note to the next that stands in its place, steps on either
 * side that are looked at, and in how many of these places the words of one
 * that could be a headline come again. */
#define STEP_LEAST 2
#define STEP_MOST 4
#define STEPS 3
#define IN_STEP 3u

/* No line farther away is looked at. */
#define NEAR (STEPS * STEP_MOST)

/* Notes of one line, at most. */
#define NOTES_MOST 3u

/* What a line tells of another: nothing, a day with a few words, no more than
 * a day, or an address. */
typedef enum told {
	TELLS_NOTHING, TELLS_LITTLE, TELLS_DAY, TELLS_ADDRESS
} told;

/* A page under the search: of each line what it tells, and what is left of it
 * without its figures; 0: nothing like it is near. */
typedef struct notes {
	const scls_draft *draft;
	uint32_t *keys;
	uint32_t *forms; /* and NEAR zeros */
	uint8_t *told;
	uint8_t *again; /* its words come again, figures aside */
	uint8_t *of;    /* the notes themselves */
	uint32_t n;
} notes;

static int begins_with(scls_span text, const char *front)
{
	size_t size = strlen(front);

	return text.size > size && memcmp(text.data, front, size) == 0;
}

/* Of a host name. */
static int is_host_byte(char c)
{
	return scls_ascii_is_letter(c) || scls_ascii_is_digit(c) || c == '-'
	       || c == '.';
}

/* No byte of text is beyond ASCII from number at on. */
static int is_plain(scls_span text, size_t at)
{
	while (at < text.size && (unsigned char)text.data[at] < 0x80)
		at++;
	return at == text.size;
}

/* "www.example.org/a.html": a host that ends with a dot and letters, and a
 * path, which «Node.js/后端» has none of. */
static int is_place(scls_span text)
{
	size_t at = 0, letters = 0;

	for (; at < text.size && is_host_byte(text.data[at]); at++)
		letters = scls_ascii_is_letter(text.data[at]) ? letters + 1 : 0;
	return at > letters + 1 && letters > 1 && at < text.size
	       && text.data[at] == '/' && text.data[at - letters - 1] == '.'
	       && is_plain(text, at);
}

/* "https://www.example.org/a.html": the target of the link before. */
static int is_address(scls_span text)
{
	text = scls_span_trim(text);
	return (begins_with(text, "http://") || begins_with(text, "https://")
	        || is_place(text))
	       && memchr(text.data, ' ', text.size) == NULL;
}

static told told_by(const scls_draft *draft, uint32_t i)
{
	const scls_shape *shape = &draft->lines[i].shape;
	scls_span rest;

	/* Its slash is one of these signs. */
	if (shape->others > 0
	    && is_address(scls_block_text(draft->page, i)))
		return TELLS_ADDRESS;
	if (shape->width > NOTE_WIDTH
	    || scls_line_date(draft, i, &rest) != SCLS_DATE_BESIDE_LITTLE)
		return TELLS_NOTHING;
	return rest.size == 0 ? TELLS_DAY : TELLS_LITTLE;
}

/* Whether both are notes of one kind, of which a line has one. */
static int is_alike(const notes *p, uint32_t i, uint32_t j)
{
	if (p->keys[i] != 0 && p->keys[i] == p->keys[j])
		return 1;
	if (p->told[i] == TELLS_NOTHING || p->told[j] == TELLS_NOTHING)
		return 0;
	return (p->told[i] == TELLS_ADDRESS) == (p->told[j] == TELLS_ADDRESS);
}

static int is_headline(const notes *p, uint32_t i)
{
	return scls_shape_is_headline(&p->draft->lines[i].shape);
}

/* Whether there is a line i, and has that key. */
static int is_key(const notes *p, int64_t i, uint32_t key)
{
	return i >= 0 && i < p->n && p->keys[i] == key;
}

/* Lines around line i that have its key. */
static uint32_t count_around(const notes *p, int64_t i)
{
	uint32_t count = 0;

	for (int64_t by = 1; by <= AROUND; by++)
		count += (uint32_t)(is_key(p, i - by, p->keys[i])
		                    + is_key(p, i + by, p->keys[i]));
	return count;
}

/* Of the lines that are so many from one another around line i, those that have
 * its key. */
static uint32_t count_steps(const notes *p, int64_t i, int64_t step)
{
	uint32_t count = 0;

	for (int64_t by = step; by <= STEPS * step; by += step)
		count += (uint32_t)(is_key(p, i - by, p->keys[i])
		                    + is_key(p, i + by, p->keys[i]));
	return count;
}

static int is_in_step(const notes *p, int64_t i)
{
	for (int64_t step = STEP_LEAST; step <= STEP_MOST; step++)
		if (count_steps(p, i, step) >= IN_STEP)
			return 1;
	return 0;
}

/* Whether what line i says, figures aside, comes again between others.  Where
 * it could be a headline, it has to keep step. */
static int comes_again(const notes *p, uint32_t i)
{
	uint32_t key = p->keys[i];

	if (key == 0 || is_key(p, (int64_t)i - 1, key)
	    || is_key(p, (int64_t)i + 1, key))
		return 0;
	return is_headline(p, i) ? is_in_step(p, i)
	                         : count_around(p, i) >= AGAIN;
}

static int has_again(const notes *p, int64_t i)
{
	return i >= 0 && i < p->n && p->again[i];
}

/* "1 hour ago" between "2 days ago" and "3 days ago": a few words with figures
 * where others that come again have their places. */
static int is_in_place(const notes *p, int64_t i)
{
	const scls_shape *shape = &p->draft->lines[i].shape;
	int least = is_headline(p, (uint32_t)i) ? 2 : 1;

	if (shape->digits == 0 || shape->width > LIKE_WIDTH)
		return 0;
	for (int64_t step = STEP_LEAST; step <= STEP_MOST; step++)
		if (has_again(p, i - step) + has_again(p, i + step) >= least)
			return 1;
	return 0;
}

/* A day or an address is told of any line, what else of a headline; each kind
 * once. */
static int is_note(const notes *p, uint32_t i)
{
	uint32_t j = i;

	if (p->told[i] == TELLS_NOTHING && !p->again[i] && !is_in_place(p, i))
		return 0;
	while (j-- > 0 && i - j <= NOTES_MOST) {
		if (is_alike(p, i, j))
			return 0;
		if (!p->of[j])
			return p->told[i] > TELLS_LITTLE || is_headline(p, j);
	}
	return 0;
}

static scls_status take_room(notes *p)
{
	scls_arena *arena = p->draft->arena;
	size_t n = (size_t)p->n + 1;

	p->keys = scls_arena_take_array(arena, n, sizeof(*p->keys));
	p->forms = scls_arena_take_array(arena, n + NEAR, sizeof(*p->forms));
	p->told = scls_arena_take_array(arena, n, 1);
	p->again = scls_arena_take_array(arena, n, 1);
	p->of = scls_arena_take_array(arena, n, 1);
	return p->keys == NULL || p->forms == NULL || p->told == NULL
	       || p->again == NULL || p->of == NULL ? SPAMCLS_E_NOMEM
	                                            : SPAMCLS_OK;
}

/* What lines with one key have in common; 0: too wide for a note, or marks
 * alone, which say nothing. */
static uint32_t form_of(const scls_block_line *line)
{
	const scls_shape *shape = &line->shape;

	if (shape->width > NOTE_WIDTH
	    || shape->letters + shape->wide + shape->digits == 0)
		return 0;
	return 1 + shape->letters + (shape->wide << 8)
	       + ((uint32_t)shape->first << 16)
	       + ((uint32_t)shape->last << 20) + (shape->quotes << 24);
}

/* Whether one of the NEAR forms has the first one's again. */
SCLS_INLINE uint32_t has_like(const uint32_t *form)
{
	uint32_t found = 0;

	for (uint32_t k = 1; k <= NEAR; k++)
		found |= form[k] == form[0];
	return found & (form[0] != 0);
}

/* Of n lines, whether one of the next has their form; behind the last, none
 * is. */
SCLS_VECTORS
static void find_alike(const uint32_t *restrict forms, uint32_t n,
                       uint8_t *restrict alike)
{
	for (uint32_t i = 0; i < n; i++)
		alike[i] = (uint8_t)has_like(forms + i);
}

/* How many lines near each have its form. */
static void count_alike(notes *p)
{
	memset(p->keys, 0, (size_t)p->n * sizeof(*p->keys));
	find_alike(p->forms, p->n, p->again);
	for (uint32_t i = 0; i < p->n; i++) {
		if (!p->again[i])
			continue;
		for (uint32_t j = i + 1; j <= i + NEAR; j++)
			if (p->forms[j] == p->forms[i]) {
				p->keys[i]++;
				p->keys[j]++;
			}
	}
}

/* Keys are of lines that have the form of some near them: most have not. */
static void find_keys(notes *p)
{
	const scls_draft *draft = p->draft;

	for (uint32_t i = 0; i < p->n; i++)
		p->forms[i] = form_of(&draft->lines[i]);
	memset(p->forms + p->n, 0, NEAR * sizeof(*p->forms));
	count_alike(p);
	for (uint32_t i = 0; i < p->n; i++)
		p->keys[i] = p->keys[i] < AGAIN ? 0 : scls_level_key(
		        scls_block_text(draft->page, i));
}

scls_status scls_find_notes(scls_draft *draft)
{
	notes p = { .draft = draft, .n = draft->page->n_blocks };

	SCLS_TRY(take_room(&p));
	find_keys(&p);
	for (uint32_t i = 0; i < p.n; i++)
		p.told[i] = (uint8_t)told_by(draft, i);
	for (uint32_t i = 0; i < p.n; i++)
		p.again[i] = (uint8_t)comes_again(&p, i);
	for (uint32_t i = 0; i < p.n; i++)
		p.of[i] = (uint8_t)is_note(&p, i);
	draft->notes = p.of;
	return SPAMCLS_OK;
}
