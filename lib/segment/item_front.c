/* item_front.c - see item_front.h. */
#include "segment/item_front.h"

#include "base/ascii.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "segment/line/bracket.h"
#include "segment/line/line_shape.h"

#define LEAST 3u       /* items that share a front */
#define MOST_BYTES 40u /* of a front */
#define LEFT_BYTES 6u  /* of a headline: two Han characters */
#define TRIED 3u       /* items whose fronts may be that of most */

/* What an item begins with. */
typedef struct front {
	size_t size;  /* 0: nothing */
	uint32_t key; /* of its signs */
} front;

/* Instead of a key, which is none of these. */
#define SHORTEST 0u
#define LONGEST 1u

typedef struct item_group {
	const char *text;
	scls_item *items;
	uint32_t n;
} item_group;

static scls_span text_of(const item_group *group, uint32_t i)
{
	const scls_item *item = &group->items[i];

	return scls_span_between(group->text, item->begin, item->end);
}

/* Whether c may stand in a front: what texts are marked up with. Other signs
 * are of the page's own words. */
static int is_sign(uint32_t c, scls_mark mark)
{
	if (mark == SCLS_MARK_SPACE || mark == SCLS_MARK_BULLET)
		return 1;
	return c < 0x80
	       && (mark == SCLS_MARK_OTHER || mark == SCLS_MARK_STOP
	           || mark == SCLS_MARK_COLON || mark == SCLS_MARK_COMMA
	           || c == '-' || c == '>');
}

static void add_to_key(front *f, uint32_t c)
{
	f->key = (uint32_t)((((uint64_t)f->key ^ c) * SCLS_GOLDEN) >> 32) | 2u;
}

/* Takes c; returns 0 where it is of the headline. */
static int take(front *f, uint32_t c, int *depth)
{
	scls_mark mark = scls_mark_of(c);

	if (scls_closing_of(c) != 0 && *depth == 0)
		*depth = 1;
	else if (scls_is_closing(c))
		*depth = 0;
	else if (!is_sign(c, mark))
		return 0;
	if (mark != SCLS_MARK_SPACE)
		add_to_key(f, c);
	return 1;
}

/* Whether a front may end behind c, before the rest of the line: "$" and "-"
 * are of the figure that they touch. */
static int may_end(uint32_t c, scls_span line, size_t at)
{
	return c >= 0x80 || c == ' ' || scls_is_closing(c) || at >= line.size
	       || !scls_ascii_is_digit(line.data[at]);
}

/* The front with that key, or the LONGEST before the line's first word or
 * figure, that ends in no open bracket; of the SHORTEST what has its signs. */
static front front_of(scls_span line, uint32_t key)
{
	front f = { 0, 1 }, found = f;
	int depth = 0;
	size_t at = 0;

	while (at < line.size && at < MOST_BYTES) {
		uint32_t c = scls_utf8_next(line.data, line.size, &at);

		if (!take(&f, c, &depth))
			break;
		if (depth > 0 || !may_end(c, line, at))
			continue;
		if (key == SHORTEST && found.size > 0 && found.key != f.key)
			break;
		if (key <= LONGEST || key == f.key) {
			found = f;
			found.size = at;
		}
	}
	return found;
}

static front front_at(const item_group *group, uint32_t i, uint32_t key)
{
	scls_span line = text_of(group, i);
	front f = front_of(line, key);

	if (f.size + LEFT_BYTES > line.size)
		f.size = 0;
	return f;
}

static uint32_t most_of(uint32_t n)
{
	return n - n / 5;
}

/* Whether most items begin so. */
static int is_shared(const item_group *group, const front *of)
{
	uint32_t same = 0;

	if (of->size == 0)
		return 0;
	for (uint32_t i = 0; i < group->n; i++)
		same += front_at(group, i, of->key).size > 0;
	return same >= most_of(group->n);
}

static int is_emphasis(char c)
{
	return c == '*' || c == '_' || c == '#' || c == '=';
}

/* What Markdown sets around a line stands at its end, too. */
static void cut_emphasis(const char *text, const char *mark, scls_item *item)
{
	while (is_emphasis(*mark) && item->end > item->begin
	       && text[item->end - 1] == *mark)
		item->end--;
}

static void cut(item_group *group, uint32_t key)
{
	for (uint32_t i = 0; i < group->n; i++) {
		scls_item *item = &group->items[i];
		front f = front_at(group, i, key);

		if (f.size == 0)
			continue;
		cut_emphasis(group->text, group->text + item->begin, item);
		item->begin += (uint32_t)f.size;
	}
}

/* Cuts what item i begins with, if most do. */
static int cut_like(item_group *group, uint32_t i, uint32_t key)
{
	front f = front_at(group, i, key);

	if (f.key <= LONGEST || !is_shared(group, &f))
		return 0;
	cut(group, f.key);
	return 1;
}

static void cut_group(item_group *group)
{
	for (uint32_t k = 0; k < TRIED; k++) {
		uint32_t i = k * (group->n / TRIED);

		if (cut_like(group, i, LONGEST)
		    || cut_like(group, i, SHORTEST))
			return;
	}
}

void scls_cut_fronts(const char *text, const scls_list *lists,
                     uint32_t n_lists, scls_item *items)
{
	item_group group = { text, NULL, 0 };

	for (uint32_t i = 0; i < n_lists; i++) {
		group.items = items + lists[i].first_item;
		group.n = lists[i].n_items;
		if (group.n >= LEAST)
			cut_group(&group);
	}
}
