/* site_name.c - see site_name.h. */
#include "segment/site_name.h"

#include "base/hash.h"
#include "base/tally.h"
#include "base/utf8.h"
#include "segment/glued.h"
#include "segment/glued_name.h"
#include "segment/same_word.h"
#include "segment/set_off.h"

#define LEAST 4u        /* items that share a name */
#define LEFT_BYTES 6u   /* of a headline: two Han characters */
#define MORE_BYTES 9u  /* of a name, before what it is known by */
#define LOOK_BYTES 12u /* before it: the lines may be the same beyond */
#define LIKELY_BYTES 3u /* of the name, where they are */
#define TELLING 3u     /* items that tell where a name begins */
#define EDGE_BYTES 6u  /* no word of glued.def has fewer, in ASCII half */
#define EDGES 1024u
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
	uint32_t *first;   /* of each key: the first item that has it */
	uint32_t *shared;  /* bytes before it that all have */
} line_group;

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
	return few && !scls_is_by_dash(name) ? SECTION_LEAST
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
 * than the section's name.  Behind one in ASCII a capital says that it ends. */
static int go_on_alike(line_group *group)
{
	scls_tally *keys = group->keys;
	uint32_t with = 0, alone = 0;

	scls_tally_clear(keys);
	for (uint32_t i = 0; i < group->n; i++)
		if (group->names[i].size > 0
		    && (unsigned char)group->names[i].data[0] >= 0x80) {
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

/* Bytes before the name, back to a blank, that may belong to it. */
static uint32_t room_before(const line_group *group, uint32_t i)
{
	scls_span name = group->names[i];
	const char *line = group->text + group->items[i].begin;
	uint32_t n = 0;

	while (n < LOOK_BYTES && name.data - n > line + LEFT_BYTES
	       && !scls_ascii_is_space(name.data[-1 - (ptrdiff_t)n]))
		n++;
	return n;
}

/* How many of the n bytes before two names are the same, whole characters. */
static uint32_t same_before(scls_span a, scls_span b, uint32_t n)
{
	uint32_t same = 0;

	while (same < n && a.data[-1 - (ptrdiff_t)same]
	                   == b.data[-1 - (ptrdiff_t)same])
		same++;
	while (same > 0 && scls_utf8_goes_on(a.data[-(ptrdiff_t)same]))
		same--;
	return same;
}

/* Of each name what all lines that have it have before it. */
static void find_shared(line_group *group)
{
	for (uint32_t k = 0; k < group->keys->distinct; k++)
		group->first[k] = group->n;
	for (uint32_t i = 0; i < group->n; i++) {
		uint32_t k = group->place[i], room;

		if (group->names[i].size == 0)
			continue;
		room = room_before(group, i);
		if (group->first[k] == group->n)
			group->first[k] = i;
		else if (room > group->shared[k])
			room = group->shared[k];
		group->shared[k] = same_before(
		        group->names[group->first[k]], group->names[i], room);
	}
}

/* A name with what all its lines have before it; or none. */
static scls_span completed(scls_span name, uint32_t shared, uint32_t lines)
{
	int is_blank = scls_ascii_is_space(name.data[-1 - (ptrdiff_t)shared]);

	switch (scls_glued_kind_of(name)) {
	case SCLS_GLUED_WORDS:
		return is_blank ? (scls_span){ name.data, 0 } : name;
	case SCLS_GLUED_WRITER:
		name.size = shared > 0 && lines >= TELLING ? 0 : name.size;
		return name;
	default:
		shared = lines < TELLING ? 0
		         : shared > MORE_BYTES ? LIKELY_BYTES : shared;
		return (scls_span){ name.data - shared, name.size + shared };
	}
}

static void complete_names(line_group *group)
{
	find_shared(group);
	for (uint32_t i = 0; i < group->n; i++) {
		uint32_t k = group->place[i];

		if (group->names[i].size > 0)
			group->names[i] = completed(
			        group->names[i], group->shared[k],
			        group->keys->place[k].count);
	}
}

static void cut_glued_names(line_group *group)
{
	if (!find_names(group, scls_glued_name)
	    || keep_shared(group) < scls_most_items(group->n))
		return;
	complete_names(group);
	cut_names(group, 1);
}

/* A place for the outermost bytes of item i: two characters of a script that
 * writes no words apart, or three of ASCII.  One for all that have fewer. */
static uint32_t edge_place(const line_group *group, uint32_t i, int behind)
{
	scls_span line = text_of(group, i);
	char outermost;
	size_t size;

	if (line.size < EDGE_BYTES)
		return EDGES;
	outermost = line.data[behind ? line.size - 1 : 0];
	size = (unsigned char)outermost < 0x80 ? EDGE_BYTES / 2 : EDGE_BYTES;
	return (uint32_t)scls_hash_text(
	        behind ? line.data + line.size - size : line.data, size)
	       % EDGES;
}

/* Whether so many items may share what they begin or end with, and few things
 * at that (of the others two each may): of most lists that tells that nothing
 * is glued to them, and costs less than to look. */
static int may_share(const line_group *group, int behind)
{
	uint8_t seen[EDGES + 1] = { 0 };
	uint32_t with = 0, shared = 0;

	for (uint32_t i = 0; i < group->n; i++) {
		uint8_t *n = &seen[edge_place(group, i, behind)];

		shared += *n == 1;
		with += *n > 0;
		*n = *n > 0 ? 2 : 1;
	}
	return with + shared >= scls_most_items(group->n)
	       && shared <= most_sections(group->n) + group->n / 10;
}

static void cut_list(line_group *group)
{
	if (may_share(group, 1)) {
		cut_end(group, scls_label_behind, 1);
		cut_glued_names(group);
	}
	if (may_share(group, 0))
		cut_end(group, scls_label_before, 0);
	cut_end(group, scls_set_off_behind, 1);
	cut_end(group, scls_set_off_before, 0);
	if (may_share(group, 0))
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

/* Room for the longest list. */
static scls_status take_room(line_group *group, scls_arena *arena,
                             uint32_t most)
{
	group->names = scls_arena_take_array(arena, most,
	                                     sizeof(*group->names));
	group->place = scls_arena_take_array(arena, most,
	                                     sizeof(*group->place));
	group->first = scls_arena_take_array(arena, most,
	                                     sizeof(*group->first));
	group->shared = scls_arena_take_array(arena, most,
	                                      sizeof(*group->shared));
	if (!group->names || !group->place || !group->first || !group->shared)
		return SPAMCLS_E_NOMEM;
	return scls_tally_init(group->keys, arena, most);
}

/* What is taken is given back: of long lists it is as much as their items. */
scls_status scls_cut_site_names(scls_arena *arena, const char *text,
                                const scls_list *lists, uint32_t n_lists,
                                scls_item *items)
{
	scls_arena_mark before = scls_arena_here(arena);
	scls_tally keys;
	line_group group = { .text = text, .keys = &keys };
	uint32_t most = longest(lists, n_lists);

	if (most < LEAST)
		return SPAMCLS_OK;
	SCLS_TRY(take_room(&group, arena, most));
	for (uint32_t i = 0; i < n_lists; i++) {
		group.items = items + lists[i].first_item;
		group.n = lists[i].n_items;
		if (group.n >= LEAST)
			cut_list(&group);
	}
	scls_arena_back(arena, before);
	return SPAMCLS_OK;
}
