/* trie_image.c - see trie_image.h. */
#include "headline/lexicon/trie_image.h"

#include "base/sort.h"

#include <string.h>

#define UNIT_BITS 21u
#define UNITS 0x110000u
#define TRIES 1024u /* free cells tried for a state */

/* An edge while the image is made: its key is the node it leaves, then its
 * letter. */
typedef struct arc {
	uint64_t key;
	uint32_t to;
} arc;

typedef struct packer {
	const scls_trie *trie;
	const spamcls_allocator *allocator;
	uint32_t *rank;      /* how often a code point stands, its letter */
	uint32_t n_letters;
	arc *units;          /* code points that stand, by letter from 1 */
	uint16_t page[SCLS_IMAGE_PAGES];
	arc *arcs;           /* by node, by letter */
	uint32_t *first;     /* arc of node i; one more than nodes */
	uint32_t *place;     /* of node i: its cell */
	scls_cell *cells;
	size_t n_cells, cell_room;
	uint8_t *based;      /* cell i is some state's base */
	size_t based_room;
	uint32_t *next;      /* a list of the free cells, by number; it may
	                        still hold some that were taken */
	size_t next_room;
	uint32_t first_free;
	uint32_t end;        /* behind the last cell that is taken */
} packer;

static uint32_t node_of(uint64_t key)
{
	return (uint32_t)((key - 1) >> UNIT_BITS);
}

static uint32_t unit_of(uint64_t key)
{
	return (uint32_t)((key - 1) & ((1u << UNIT_BITS) - 1));
}

static uint32_t letter_of(const arc *a)
{
	return (uint32_t)a->key;
}

static int by_key(const void *a, const void *b)
{
	const arc *x = a, *y = b;

	return (x->key > y->key) - (x->key < y->key);
}

/* Letters by frequency; 0 stays free. */
static scls_status make_letters(packer *p)
{
	uint32_t n = 0;

	for (size_t i = 0; i <= p->trie->mask; i++) {
		uint32_t u = unit_of(p->trie->edges[i].key);

		if (p->trie->edges[i].key != 0 && p->rank[u]++ == 0)
			p->units[n++].key = u;
	}
	if (n >= UINT16_MAX)
		return SPAMCLS_E_LIMIT;
	for (uint32_t i = 0; i < n; i++)
		p->units[i].key |= (uint64_t)~p->rank[p->units[i].key] << 32;
	scls_sort(p->units, n, sizeof(*p->units), by_key);
	for (uint32_t i = 0; i < n; i++)
		p->rank[letter_of(&p->units[i])] = i + 1;
	p->n_letters = n + 1;
	return SPAMCLS_OK;
}

static void make_arcs(packer *p)
{
	uint32_t n = 0, at = 0;

	for (size_t i = 0; i <= p->trie->mask; i++) {
		const scls_edge *e = &p->trie->edges[i];

		if (e->key != 0)
			p->arcs[n++] = (arc){
				(uint64_t)node_of(e->key) << 32
				| p->rank[unit_of(e->key)], e->node };
	}
	scls_sort(p->arcs, n, sizeof(*p->arcs), by_key);
	for (uint32_t i = 0; i < p->trie->n_nodes; i++) {
		p->first[i] = at;
		while (at < n && p->arcs[at].key >> 32 == i)
			at++;
	}
	p->first[p->trie->n_nodes] = n;
}

/* Cells up to size exist; those that are new are empty. */
static scls_status make_cells(packer *p, size_t size)
{
	size_t old = p->cell_room, old_based = p->based_room;

	SCLS_TRY(scls_grow(p->allocator, (void **)&p->cells, &p->cell_room,
	                   size, sizeof(*p->cells)));
	memset(p->cells + old, 0, (p->cell_room - old) * sizeof(*p->cells));
	SCLS_TRY(scls_grow(p->allocator, (void **)&p->based, &p->based_room,
	                   size, 1));
	memset(p->based + old_based, 0, p->based_room - old_based);
	SCLS_TRY(scls_grow(p->allocator, (void **)&p->next, &p->next_room,
	                   size, sizeof(*p->next)));
	for (; p->n_cells < size; p->n_cells++)
		p->next[p->n_cells] = (uint32_t)p->n_cells + 1;
	return SPAMCLS_OK;
}

static int fits(const packer *p, uint32_t base, const arc *arcs, uint32_t n)
{
	if (p->based[base])
		return 0;
	for (uint32_t i = 0; i < n; i++)
		if (p->cells[base + letter_of(&arcs[i])].letter != 0)
			return 0;
	return 1;
}

/* A base for n arcs: in a gap if one is near, else at the end. */
static scls_status find_base(packer *p, const arc *arcs, uint32_t n,
                             uint32_t *base)
{
	uint32_t low = letter_of(&arcs[0]), *link = &p->first_free;

	SCLS_TRY(make_cells(p, (size_t)p->end + 2u * p->n_letters + 2));
	for (uint32_t tries = 0; tries < TRIES && *link < p->end;) {
		uint32_t at = *link;

		if (p->cells[at].letter != 0) {
			*link = p->next[at];
			continue;
		}
		if (fits(p, at - low, arcs, n)) {
			*base = at - low;
			return SPAMCLS_OK;
		}
		link = &p->next[at];
		tries++;
	}
	*base = p->end - low;
	while (!fits(p, *base, arcs, n)) {
		++*base;
		SCLS_TRY(make_cells(p, (size_t)*base + p->n_letters + 1));
	}
	return SPAMCLS_OK;
}

static scls_status place_children(packer *p, uint32_t node)
{
	const arc *arcs = p->arcs + p->first[node];
	uint32_t n = p->first[node + 1] - p->first[node];
	uint32_t base = SCLS_IMAGE_ROOT;

	if (n == 0)
		return SPAMCLS_OK;
	if (node > 0)
		SCLS_TRY(find_base(p, arcs, n, &base));
	p->based[base] = 1;
	if (node > 0)
		p->cells[p->place[node]].base = base;
	for (uint32_t i = 0; i < n; i++) {
		scls_cell *cell = &p->cells[base + letter_of(&arcs[i])];

		cell->letter = (uint16_t)letter_of(&arcs[i]);
		cell->value = p->trie->value[arcs[i].to];
		p->place[arcs[i].to] = base + letter_of(&arcs[i]);
		if (p->end <= base + letter_of(&arcs[i]))
			p->end = base + letter_of(&arcs[i]) + 1;
	}
	return SPAMCLS_OK;
}

/* Numbers the pages that have letters, from 1; returns how many, and one. */
static uint32_t number_pages(packer *p)
{
	uint32_t n = 1;

	for (uint32_t i = 0; i + 1 < p->n_letters; i++)
		p->page[letter_of(&p->units[i]) >> 8] = 1;
	for (uint32_t k = 0; k < SCLS_IMAGE_PAGES; k++)
		if (p->page[k] != 0)
			p->page[k] = (uint16_t)n++;
	return n;
}

/* The code point of an arc's letter. */
static uint32_t unit_at(const packer *p, const arc *a)
{
	return letter_of(&p->units[letter_of(a) - 1]);
}

/* What begins with unit[0] and then with the arc of unit[1]. */
static void filter_pair(const packer *p, scls_filter *filter, uint32_t *unit,
                        const arc *two)
{
	unit[1] = unit_at(p, two);
	if (p->trie->value[two->to] != 0)
		scls_filter_add(filter, unit, 2);
	for (uint32_t i = p->first[two->to]; i < p->first[two->to + 1]; i++) {
		unit[2] = unit_at(p, &p->arcs[i]);
		scls_filter_add(filter, unit, 3);
	}
}

static void write_filter(const packer *p, scls_filter *filter)
{
	uint32_t unit[3];

	for (uint32_t i = 0; i < p->first[1]; i++) {
		uint32_t node = p->arcs[i].to;

		unit[0] = unit_at(p, &p->arcs[i]);
		if (p->trie->value[node] != 0)
			scls_filter_add(filter, unit, 1);
		for (uint32_t k = p->first[node]; k < p->first[node + 1]; k++)
			filter_pair(p, filter, unit, &p->arcs[k]);
	}
}

static scls_status write_image(packer *p, scls_trie_image **out)
{
	uint32_t pages = number_pages(p);
	size_t letters = (size_t)pages * 256 * sizeof(uint16_t);
	size_t at = (sizeof(scls_trie_image) + letters + 7) / 8 * 8;
	size_t n_cells = (size_t)p->end + p->n_letters + 1;
	size_t size = at + n_cells * sizeof(scls_cell);
	scls_trie_image *image;

	if (size > UINT32_MAX)
		return SPAMCLS_E_LIMIT;
	image = scls_alloc_zero(p->allocator, 1, size);
	if (!image)
		return SPAMCLS_E_NOMEM;
	image->size = (uint32_t)size;
	image->cells_at = (uint32_t)at;
	image->n_cells = (uint32_t)n_cells;
	image->n_letters = p->n_letters;
	memcpy(image->page, p->page, sizeof(p->page));
	for (uint32_t i = 0; i + 1 < p->n_letters; i++) {
		uint32_t u = letter_of(&p->units[i]);

		image->letters[image->page[u >> 8] * 256u + (u & 255u)]
		        = (uint16_t)(i + 1);
	}
	write_filter(p, &image->filter);
	memcpy(image->words, p->trie->words, sizeof(image->words));
	memcpy((char *)image + at, p->cells, n_cells * sizeof(scls_cell));
	*out = image;
	return SPAMCLS_OK;
}

static scls_status pack(packer *p, scls_trie_image **image)
{
	size_t nodes = p->trie->n_nodes;

	p->rank = scls_alloc_zero(p->allocator, UNITS, sizeof(*p->rank));
	p->units = scls_alloc_zero(p->allocator, nodes, sizeof(*p->units));
	p->arcs = scls_alloc_zero(p->allocator, nodes, sizeof(*p->arcs));
	p->first = scls_alloc_zero(p->allocator, nodes + 1,
	                           sizeof(*p->first));
	p->place = scls_alloc_zero(p->allocator, nodes, sizeof(*p->place));
	if (!p->rank || !p->units || !p->arcs || !p->first || !p->place)
		return SPAMCLS_E_NOMEM;
	SCLS_TRY(make_letters(p));
	make_arcs(p);
	/* Cells behind all of the root's are free for every letter. */
	p->first_free = p->end = p->n_letters + SCLS_IMAGE_ROOT + 1;
	SCLS_TRY(make_cells(p, p->n_letters + SCLS_IMAGE_ROOT + 1));
	for (uint32_t node = 0; node < nodes; node++)
		SCLS_TRY(place_children(p, node));
	return write_image(p, image);
}

scls_status scls_trie_pack(const scls_trie *trie, scls_trie_image **image)
{
	size_t nodes = trie->n_nodes;
	scls_status status;
	packer p;

	memset(&p, 0, sizeof(p));
	p.trie = trie;
	p.allocator = trie->allocator;
	status = pack(&p, image);
	scls_free(p.allocator, p.rank, UNITS * sizeof(*p.rank));
	scls_free(p.allocator, p.units, nodes * sizeof(*p.units));
	scls_free(p.allocator, p.arcs, nodes * sizeof(*p.arcs));
	scls_free(p.allocator, p.first, (nodes + 1) * sizeof(*p.first));
	scls_free(p.allocator, p.place, nodes * sizeof(*p.place));
	scls_free(p.allocator, p.cells, p.cell_room * sizeof(*p.cells));
	scls_free(p.allocator, p.based, p.based_room);
	scls_free(p.allocator, p.next, p.next_room * sizeof(*p.next));
	return status;
}
