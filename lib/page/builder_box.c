/*
 * builder_box.c - elements of a page's own that hold lines: <news-card>,
 * <card-title>; see builder.h.
 *
 * Their names have a hyphen.  Where no style says more they are shown inline,
 * but few that hold lines are; others mark a word or a note in a sentence.
 * Which it is shows where they stand.
 */
#include "page/builder.h"

#include "base/hash.h"
#include "page/look.h"

static int is_box(const scls_open *open)
{
	return open->element == SCLS_E_BOX || open->element == SCLS_E_BOXES;
}

/* Behind a box nothing has been written in its line yet. */
static int is_behind_box(const scls_builder *b)
{
	return b->box_end == b->text_size && b->text_size > 0;
}

/* The name that ends there, back to a hyphen in it; empty where it has none:
 * then it is no element of a page's own. */
static scls_span own_name(const char *end)
{
	const char *at = end;

	while (at && scls_is_of_name(at[-1]) && at[-1] != '-')
		at--;
	return (scls_span){ at, at && at[-1] == '-' ? (size_t)(end - at) : 0 };
}

/* It begins a line, or stands behind another, or among others. */
static int stands_apart(const scls_builder *b)
{
	return b->text_size == b->block_begin || is_behind_box(b)
	       || b->open[b->depth].element == SCLS_E_BOXES;
}

/* No paragraph or heading has boxes, nor has what is inline, but for a link
 * around all of a card. */
static int may_have_boxes(const scls_open *open)
{
	return open->element == SCLS_E_A
	       || (open->element != SCLS_E_P
	           && !scls_tag_is_heading(open->tag)
	           && scls_element_of(open->element)->block);
}

int scls_box_element(scls_builder *b, const scls_attributes *a)
{
	scls_span name = own_name(a->name_end);

	if (name.size == 0 || b->depth >= b->limits->depth
	    || !stands_apart(b) || !may_have_boxes(&b->open[b->depth]))
		return SCLS_E_OWN;
	b->open[b->depth + 1].name = (uint32_t)scls_hash_text(name.data,
	                                                      name.size);
	return SCLS_E_BOX;
}

/* What its own line is told apart by. */
static void note_line(scls_builder *b, const scls_open *open)
{
	if (b->text_size == b->block_begin || is_behind_box(b))
		return;
	b->box = *open;
	b->box.path ^= open->name;
	b->box.kin ^= open->name;
	b->box_end = (uint32_t)b->text_size;
}

int scls_box_end(scls_builder *b)
{
	scls_open *open;
	int element;

	if (b->depth == 0 || b->depth > b->limits->depth
	    || !is_box(&b->open[b->depth]))
		return SCLS_E_OWN;
	open = &b->open[b->depth];
	element = open->element;
	note_line(b, open);
	if (is_box(open - 1)) {
		open[-1].element = SCLS_E_BOXES;
		scls_builder_end_block(b);
	}
	return element;
}
