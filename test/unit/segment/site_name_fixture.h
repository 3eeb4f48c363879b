/* site_name_fixture.h - a list whose links have names around them. */
#ifndef TEST_SITE_NAME_FIXTURE_H
#define TEST_SITE_NAME_FIXTURE_H

#include "segment/site_name.h"

#include "../../suite.h"

#include <stdio.h>

#define MOST 12

/* A list of so many lines, a line end behind each. */
typedef struct fixture {
	char text[2048];
	scls_list list;
	scls_item items[MOST];
} fixture;

static void add_line(fixture *f, const char *before, const char *line,
                     const char *behind)
{
	scls_item *item = &f->items[f->list.n_items++];
	size_t at = strlen(f->text);

	item->begin = (uint32_t)at;
	at += (size_t)snprintf(f->text + at, sizeof(f->text) - at, "%s%s%s",
	                       before, line, behind);
	item->end = (uint32_t)at;
	f->text[at] = '\n';
}

static const char *const headlines[] = {
	"Bridge over the Lune reopens after repairs",
	"Library asks readers which hours suit them",
	"Two x-ray rooms for the cottage hospital",
	"Why the ferry timetable changes in March",
	"Council hears plan for a covered market",
};

#define N_HEADLINES 5u

/* All headlines between the two. */
static void fill(fixture *f, const char *before, const char *behind)
{
	memset(f, 0, sizeof(*f));
	for (uint32_t i = 0; i < N_HEADLINES; i++)
		add_line(f, before, headlines[i], behind);
}

static void cut(fixture *f)
{
	const spamcls_allocator allocator = scls_alloc_default();
	scls_arena arena;

	scls_arena_init(&arena, &allocator);
	ck_assert_int_eq(scls_cut_site_names(&arena, f->text, &f->list, 1,
	                                     f->items), SPAMCLS_OK);
	scls_arena_free(&arena);
}

static void check_item(const fixture *f, uint32_t i, const char *expected)
{
	uint32_t size = f->items[i].end - f->items[i].begin;

	ck_assert_msg(size == strlen(expected)
	              && memcmp(f->text + f->items[i].begin, expected, size)
	                 == 0, "item %u is \"%.*s\", not \"%s\"", i,
	              (int)size, f->text + f->items[i].begin, expected);
}

static void check_cut(const char *before, const char *behind)
{
	fixture f;

	fill(&f, before, behind);
	cut(&f);
	for (uint32_t i = 0; i < N_HEADLINES; i++)
		check_item(&f, i, headlines[i]);
}

#endif
