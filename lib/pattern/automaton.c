/*
 * automaton.c - see automaton.h.
 *
 * A trie of code points.  At most places of a text no literal begins, and
 * there the filter is all that is asked.  Elsewhere the trie is walked; code
 * points are mapped to a small alphabet through pages, the root has a table,
 * and the other nodes have few edges each, in a list.
 */
#include "pattern/automaton.h"

#include "base/bits.h"
#include "base/filter.h"

#include <string.h>

#define PAGE_BITS 8u
#define PAGE_SIZE (1u << PAGE_BITS)
#define N_PAGES (0x110000u >> PAGE_BITS)
#define NONE 0u /* the root: no state leads to it, so it marks the end */

typedef struct state {
	uint32_t letter;  /* on the edge that leads here */
	uint32_t child;   /* first of its edges */
	uint32_t sister;  /* next edge of the same parent */
	uint32_t output;  /* first output, 1-based; 0: none */
} state;

typedef struct output {
	uint32_t value;
	uint32_t next; /* 1-based; 0: the end */
} output;

struct scls_automaton {
	spamcls_allocator allocator;
	state *states;
	size_t n_states, states_room;
	output *outputs;
	size_t n_outputs, outputs_room;
	uint16_t *pages;         /* letters; page 0 is all zero */
	size_t n_pages, pages_room;
	uint32_t *root;          /* by letter */
	uint32_t n_letters;      /* letter 0 is every other code point */
	scls_byte_filter filter; /* where literals begin */
	uint16_t page[N_PAGES];  /* index of a page */
};

/* An empty page at the end, all its code points without a letter. */
static scls_status add_page(scls_automaton *a, uint16_t *index)
{
	size_t need = (a->n_pages + 1) * PAGE_SIZE;

	SCLS_TRY(scls_grow(&a->allocator, (void **)&a->pages, &a->pages_room,
	                   need, sizeof(a->pages[0])));
	memset(a->pages + a->n_pages * PAGE_SIZE, 0,
	       PAGE_SIZE * sizeof(a->pages[0]));
	*index = (uint16_t)a->n_pages++;
	return SPAMCLS_OK;
}

static scls_status add_state(scls_automaton *a, uint32_t letter,
                             uint32_t *index)
{
	SCLS_TRY(scls_grow(&a->allocator, (void **)&a->states,
	                   &a->states_room, a->n_states + 1,
	                   sizeof(a->states[0])));
	memset(&a->states[a->n_states], 0, sizeof(a->states[0]));
	a->states[a->n_states].letter = letter;
	*index = (uint32_t)a->n_states++;
	return SPAMCLS_OK;
}

scls_status scls_automaton_new(scls_automaton **out,
                               const spamcls_allocator *allocator)
{
	scls_automaton *a = scls_alloc_zero(allocator, 1, sizeof(*a));
	uint16_t empty;
	uint32_t root;

	if (!a)
		return SPAMCLS_E_NOMEM;
	a->allocator = *allocator;
	a->n_letters = 1;
	a->filter.all.fewer = SCLS_FILTER_FEW;
	if (add_page(a, &empty) == SPAMCLS_OK
	    && add_state(a, 0, &root) == SPAMCLS_OK) {
		*out = a;
		return SPAMCLS_OK;
	}
	scls_automaton_free(a);
	return SPAMCLS_E_NOMEM;
}

void scls_automaton_free(scls_automaton *a)
{
	spamcls_allocator m;

	if (!a)
		return;
	m = a->allocator;
	scls_free(&m, a->states, a->states_room * sizeof(*a->states));
	scls_free(&m, a->outputs, a->outputs_room * sizeof(*a->outputs));
	scls_free(&m, a->pages, a->pages_room * sizeof(*a->pages));
	scls_free(&m, a->root, a->n_letters * sizeof(*a->root));
	scls_free(&m, a, sizeof(*a));
}

static uint32_t letter_of(const scls_automaton *a, uint32_t c)
{
	if (c >= 0x110000u)
		return 0;
	return a->pages[(size_t)a->page[c >> PAGE_BITS] * PAGE_SIZE
	                + (c & (PAGE_SIZE - 1))];
}

/* The letter of c, made where it has none. */
static scls_status make_letter(scls_automaton *a, uint32_t c,
                               uint32_t *letter)
{
	uint16_t *page = &a->page[c >> PAGE_BITS];

	if (*page == 0)
		SCLS_TRY(add_page(a, page));
	*letter = letter_of(a, c);
	if (*letter != 0)
		return SPAMCLS_OK;
	if (a->n_letters > UINT16_MAX)
		return SPAMCLS_E_LIMIT;
	*letter = a->n_letters++;
	a->pages[(size_t)*page * PAGE_SIZE + (c & (PAGE_SIZE - 1))]
	        = (uint16_t)*letter;
	return SPAMCLS_OK;
}

static uint32_t find_child(const scls_automaton *a, uint32_t at,
                           uint32_t letter)
{
	uint32_t child = a->states[at].child;

	while (child != NONE && a->states[child].letter != letter)
		child = a->states[child].sister;
	return child;
}

static scls_status make_child(scls_automaton *a, uint32_t at, uint32_t letter,
                              uint32_t *out)
{
	*out = find_child(a, at, letter);
	if (*out != NONE)
		return SPAMCLS_OK;
	SCLS_TRY(add_state(a, letter, out));
	a->states[*out].sister = a->states[at].child;
	a->states[at].child = *out;
	return SPAMCLS_OK;
}

scls_status scls_automaton_add(scls_automaton *a, const uint32_t *literal,
                               uint32_t size, uint32_t value)
{
	uint32_t at = 0, letter;

	scls_byte_filter_add(&a->filter, literal, size);
	for (uint32_t i = 0; i < size; i++) {
		SCLS_TRY(make_letter(a, literal[i], &letter));
		SCLS_TRY(make_child(a, at, letter, &at));
	}
	SCLS_TRY(scls_grow(&a->allocator, (void **)&a->outputs,
	                   &a->outputs_room, a->n_outputs + 1,
	                   sizeof(a->outputs[0])));
	a->outputs[a->n_outputs].value = value;
	a->outputs[a->n_outputs].next = a->states[at].output;
	a->states[at].output = (uint32_t)++a->n_outputs;
	return SPAMCLS_OK;
}

scls_status scls_automaton_seal(scls_automaton *a)
{
	a->root = scls_alloc_zero(&a->allocator, a->n_letters,
	                          sizeof(a->root[0]));
	if (!a->root)
		return SPAMCLS_E_NOMEM;
	for (uint32_t c = a->states[0].child; c != NONE;
	     c = a->states[c].sister)
		a->root[a->states[c].letter] = c;
	return SPAMCLS_OK;
}

static void report(const scls_automaton *a, uint32_t at, uint64_t *bits)
{
	for (uint32_t o = a->states[at].output; o != 0;
	     o = a->outputs[o - 1].next) {
		uint32_t value = a->outputs[o - 1].value;

		bits[value >> 6] |= UINT64_C(1) << (value & 63);
	}
}

/* All literals that begin where the text does. */
static void find_here(const scls_automaton *a, const uint32_t *text,
                      uint32_t n, uint64_t *bits)
{
	uint32_t at = a->root[letter_of(a, text[0])];

	for (uint32_t i = 1; at != NONE; i++) {
		report(a, at, bits);
		if (i == n)
			break;
		at = find_child(a, at, letter_of(a, text[i]));
	}
}

void scls_automaton_run(const scls_automaton *a, const uint32_t *text,
                        uint32_t n, uint64_t *bits)
{
	for (uint32_t from = 0; from < n; from += 64) {
		uint64_t left = scls_byte_filter_places(
		        &a->filter, text + from, n - from);

		for (; left != 0; left &= left - 1) {
			uint32_t at = from + scls_lowest_bit(left);

			find_here(a, text + at, n - at, bits);
		}
	}
}
