/* site_name.c - see site_name.h. */
#include "segment/site_name.h"

#include "base/ascii.h"
#include "base/hash.h"
#include "base/tally.h"
#include "base/utf8.h"
#include "segment/glued.h"
#include "segment/line/bracket.h"
#include "segment/line/line_shape.h"
#include "segment/same_word.h"

#define LEAST 4u        /* items that share a name */
#define MOST_BYTES 64u  /* of a name, with what sets it off */
#define LEFT_BYTES 6u   /* of a headline: two Han characters */
#define NAMES 2u        /* at one end: a section's and the site's */
#define SECTION_LEAST 2u /* items of a section in brackets or behind a bar */

/* The name at one end of a line, with what sets it off; empty: none. */
typedef scls_span name_of(scls_span line);

/* The items of one list. */
typedef struct line_group {
	const char *text;
	scls_item *items;
	uint32_t n;
	scls_span *names;  /* one an item, with what sets it off; empty: none */
	uint32_t *place;   /* of the name, in keys */
	scls_tally *keys;
} line_group;

/* A hyphen within a word sets nothing off; behind a character of a script that
 * writes no words apart it does. */
static int is_hyphen_apart(uint32_t before)
{
	scls_mark mark = scls_mark_of(before);

	return before < 0x80 ? scls_ascii_is_space((char)before)
	       : mark != SCLS_MARK_LOWER && mark != SCLS_MARK_UPPER;
}

static int sets_off(uint32_t c, uint32_t before)
{
	switch (c) {
	case '|': case '_':
	case 0x2013: case 0x2014: case 0x2015: /* dashes */
	case 0x2022: case 0xff0d: case 0xff5c: /* bullet, wide hyphen, bar */
		return 1;
	case '-':
		return is_hyphen_apart(before);
	default:
		return 0;
	}
}

static int is_dash(uint32_t c)
{
	return c == '-' || c == 0xff0d || (c >= 0x2013 && c <= 0x2015);
}

static scls_span name_from(const char *data, size_t size)
{
	scls_span name = { data, size };

	return scls_has_letter(name) ? name : (scls_span){ data, 0 };
}

/* Behind blanks and whatever sets a name off, from `at` on. */
static size_t past_marks(scls_span line, size_t at)
{
	while (at < line.size) {
		size_t next = at;
		uint32_t c = scls_utf8_next(line.data, line.size, &next);

		if (scls_mark_of(c) != SCLS_MARK_SPACE && !sets_off(c, ' '))
			break;
		at = next;
	}
	return at;
}

/* "[Notices] headline", "Notices | headline". */
static scls_span name_before(scls_span line)
{
	size_t end = line.size < MOST_BYTES ? line.size : MOST_BYTES;
	size_t at = 0;
	uint32_t before = 'a';
	uint32_t closing;

	end = end < line.size ? scls_utf8_whole(line.data, end) : end;
	if (end == 0)
		return name_from(line.data, 0);
	closing = scls_closing_of(scls_utf8_next(line.data, end, &at));
	while (at < end) {
		uint32_t c = scls_utf8_next(line.data, end, &at);

		if (closing != 0 ? c == closing : sets_off(c, before))
			return name_from(line.data, past_marks(line, at));
		before = c;
	}
	return name_from(line.data, 0);
}

/* The last character of a line that has one. */
static uint32_t last_of(scls_span line)
{
	size_t at = line.size - 1;

	while (at > 0 && scls_utf8_goes_on(line.data[at]))
		at--;
	return scls_utf8_next(line.data, line.size, &at);
}

/* Whether a name begins with c: with the bracket that the line's last one
 * closes, or with what sets it off. */
static int begins_name(uint32_t c, uint32_t before, uint32_t last)
{
	return scls_is_closing(last) ? scls_closing_of(c) == last
	                             : sets_off(c, before);
}

/* Where blanks that end at `at` begin. */
static size_t before_blanks(scls_span line, size_t at)
{
	while (at > 0 && scls_ascii_is_space(line.data[at - 1]))
		at--;
	return at;
}

/* "headline | Harbour Daily", "headline (Harbour Daily)": of several the last,
 * of a row of dashes all. */
static scls_span name_behind(scls_span line)
{
	size_t at = line.size > MOST_BYTES ? line.size - MOST_BYTES : 0;
	size_t found = line.size;
	uint32_t last = line.size > 0 ? last_of(line) : 0;
	uint32_t before = 'a';

	while (at < line.size && scls_utf8_goes_on(line.data[at]))
		at++;
	while (at < line.size) {
		size_t begin = at;
		uint32_t c = scls_utf8_next(line.data, line.size, &at);

		if (begins_name(c, before, last) && !sets_off(before, ' '))
			found = begin;
		before = c;
	}
	found = before_blanks(line, found);
	return name_from(line.data + found, line.size - found);
}

static scls_span text_of(const line_group *group, uint32_t i)
{
	const scls_item *item = &group->items[i];

	return scls_span_between(group->text, item->begin, item->end);
}

/* The name at that end of item i; none where no headline would be left. */
static scls_span name_at(const line_group *group, uint32_t i, name_of *find)
{
	scls_span line = text_of(group, i);
	scls_span name = find(line);

	if (name.size + LEFT_BYTES > line.size)
		name.size = 0;
	return name;
}

/* Fills group->names; whether most items have one.  Of an ordinary list the
 * first few tell. */
static int find_names(line_group *group, name_of *find)
{
	uint32_t without = 0;

	for (uint32_t i = 0; i < group->n; i++) {
		group->names[i] = name_at(group, i, find);
		without += group->names[i].size == 0;
		if (without + scls_most_items(group->n) > group->n)
			return 0;
	}
	return 1;
}

/* Whether a dash sets the name off, behind its headline or before. */
static int is_by_dash(scls_span name)
{
	size_t at = 0;

	while (at < name.size)
		if (is_dash(scls_utf8_next(name.data, name.size, &at)))
			return 1;
	return 0;
}

/* Names that two items have at least. */
static uint32_t count_shared(const scls_tally *keys)
{
	uint32_t n = 0;

	for (uint32_t k = 0; k < keys->distinct; k++)
		n += keys->place[k].count >= SECTION_LEAST;
	return n;
}

/* A site has few sections; what a template fills in comes again, too, in a long
 * list, but is many things. */
static uint32_t most_sections(uint32_t n)
{
	return 2 + n / 5;
}

/* So many items have to have a name.  A dash may stand before a headline's
 * second half, which a template repeats: only the name of all is one. */
static uint32_t least_of(const line_group *group, int few, scls_span name)
{
	return few && !is_by_dash(name) ? SECTION_LEAST
	                                : scls_most_items(group->n);
}

static uint64_t key_of(scls_span name)
{
	return scls_hash_text(name.data, name.size);
}

/* Forgets names that too few items share; returns how many keep theirs. */
static uint32_t keep_shared(line_group *group)
{
	scls_tally *keys = group->keys;
	uint32_t n = 0;
	int few;

	scls_tally_clear(keys);
	for (uint32_t i = 0; i < group->n; i++)
		if (group->names[i].size > 0)
			group->place[i] = scls_tally_add(
			        keys, key_of(group->names[i]));
	few = count_shared(keys) <= most_sections(group->n);
	for (uint32_t i = 0; i < group->n; i++) {
		scls_span *name = &group->names[i];

		if (name->size > 0
		    && keys->place[group->place[i]].count
		       < least_of(group, few, *name))
			name->size = 0;
		n += name->size > 0;
	}
	return n;
}

static void cut_names(line_group *group, int behind)
{
	for (uint32_t i = 0; i < group->n; i++) {
		if (behind)
			group->items[i].end -= (uint32_t)group->names[i].size;
		else
			group->items[i].begin +=
			        (uint32_t)group->names[i].size;
	}
}

/* Cuts what stands at one end; a section's name may stand inside the site's. */
static void cut_end(line_group *group, name_of *find, int behind)
{
	for (uint32_t k = 0; k < NAMES; k++) {
		if (!find_names(group, find)
		    || keep_shared(group) < scls_most_items(group->n))
			return;
		cut_names(group, behind);
	}
}

/* A name with the character behind it. */
static scls_span with_next(const line_group *group, uint32_t i)
{
	scls_span line = text_of(group, i);
	size_t at = group->names[i].size;

	if (at > 0)
		(void)scls_utf8_next(line.data, line.size, &at);
	return scls_span_between(line.data, 0, at);
}

/* "教育部", "教育部": a word that goes on alike in half of the lines is longer
 * than the section's name. */
static int go_on_alike(line_group *group)
{
	scls_tally *keys = group->keys;
	uint32_t with = 0, alone = 0;

	scls_tally_clear(keys);
	for (uint32_t i = 0; i < group->n; i++)
		if (group->names[i].size > 0) {
			with++;
			(void)scls_tally_add(keys,
			                     key_of(with_next(group, i)));
		}
	for (uint32_t k = 0; k < keys->distinct; k++)
		alone += keys->place[k].count == 1;
	return alone * 2 < with;
}

static void cut_sections(line_group *group)
{
	if (find_names(group, scls_section_before)
	    && keep_shared(group) >= scls_most_items(group->n)
	    && !go_on_alike(group))
		cut_names(group, 0);
}

static void cut_list(line_group *group)
{
	cut_end(group, scls_label_behind, 1);
	cut_end(group, scls_label_before, 0);
	cut_end(group, name_behind, 1);
	cut_end(group, name_before, 0);
	cut_sections(group);
	scls_cut_same_words(group->text, group->items, group->n);
}

static uint32_t longest(const scls_list *lists, uint32_t n_lists)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < n_lists; i++)
		n = lists[i].n_items > n ? lists[i].n_items : n;
	return n;
}

scls_status scls_cut_site_names(scls_arena *arena, const char *text,
                                const scls_list *lists, uint32_t n_lists,
                                scls_item *items)
{
	uint32_t most = longest(lists, n_lists);
	line_group group = { .text = text };
	scls_tally keys;

	if (most < LEAST)
		return SPAMCLS_OK;
	group.names = scls_arena_take_array(arena, most,
	                                    sizeof(*group.names));
	group.place = scls_arena_take_array(arena, most,
	                                    sizeof(*group.place));
	if (!group.names || !group.place)
		return SPAMCLS_E_NOMEM;
	SCLS_TRY(scls_tally_init(&keys, arena, most));
	group.keys = &keys;
	for (uint32_t i = 0; i < n_lists; i++) {
		group.items = items + lists[i].first_item;
		group.n = lists[i].n_items;
		if (group.n < LEAST)
			continue;
		cut_list(&group);
	}
	return SPAMCLS_OK;
}
