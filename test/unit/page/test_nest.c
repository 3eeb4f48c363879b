/* test_nest.c - names of tags and the stack of those that are open. */
#include "page/nest.h"
#include "../../suite.h"

#include <string.h>

#define DEEP 4u /* elements that may be open */

static scls_stacked elements[SCLS_NEST_ROOM(DEEP)];
static scls_nest nest;
static scls_tag_table *table;

static scls_tag_name name_of(const char *name)
{
	return scls_tag_name_at(table, name, name + strlen(name));
}

static void begin(void)
{
	spamcls_allocator allocator = scls_alloc_default();

	nest = (scls_nest){ .open = elements, .max = DEEP };
	ck_assert_int_eq(scls_tag_table_new(&table, &allocator), SPAMCLS_OK);
}

static void end(void)
{
	scls_tag_table_free(table);
}

static int opens(const char *word)
{
	scls_tag_name name = name_of(word);

	return scls_nest_open(&nest, &name);
}

static int closes(const char *word)
{
	scls_tag_name name = name_of(word);

	return scls_nest_close(&nest, &name);
}

START_TEST(kinds)
{
	ck_assert_int_eq(name_of("div").rule->kind, SCLS_TAG_NESTS);
	ck_assert_int_eq(name_of("p").rule->kind, SCLS_TAG_ALONE);
	ck_assert_int_eq(name_of("br").rule->kind, SCLS_TAG_BREAK);
	ck_assert_int_eq(name_of("img").rule->kind, SCLS_TAG_VOID);
	ck_assert_int_eq(name_of("svg").rule->kind, SCLS_TAG_SKIPPED);
	ck_assert_int_eq(name_of("ScRiPt").rule->kind, SCLS_TAG_RAW);
	ck_assert_int_eq(name_of("script-x").rule->kind, SCLS_TAG_NESTS);
	ck_assert_int_eq(name_of("scripts").rule->kind, SCLS_TAG_NESTS);
	ck_assert_int_eq(name_of("s").rule->kind, SCLS_TAG_NESTS);
	ck_assert_int_eq(name_of("z").rule->kind, SCLS_TAG_NESTS);
}
END_TEST

START_TEST(hashes_and_sizes)
{
	ck_assert(name_of("DIV").hash == name_of("div").hash);
	ck_assert(name_of("div").hash != name_of("dir").hash);
	ck_assert_uint_eq(name_of("div class=x").size, 3);
	ck_assert_uint_eq(name_of("h1>").size, 2);
	ck_assert_uint_eq(name_of("a").size, 1);
	ck_assert_uint_eq(name_of("o:p/").size, 3);
	ck_assert_uint_eq(name_of("My_svg-2.0\n").size, 10);
	ck_assert(name_of("my-SVG").hash == scls_tag_hash("My-svg", 6));
	ck_assert_ptr_null(name_of("div").rule->word);
	ck_assert_str_eq(name_of("SVG").rule->word, "svg");
}
END_TEST

START_TEST(pairs)
{
	ck_assert(opens("div"));
	ck_assert(opens("b"));
	ck_assert(closes("b"));
	ck_assert(closes("div"));
	ck_assert_uint_eq(nest.n, 0);
	ck_assert(!nest.too_deep);
}
END_TEST

START_TEST(strays)
{
	ck_assert(!closes("span"));
	ck_assert(closes("p")); /* a line's end wherever it stands */
	ck_assert(opens("p"));
	ck_assert(closes("p"));
	ck_assert(!closes("li"));
	ck_assert(closes("br"));
	ck_assert(!nest.too_deep);
}
END_TEST

/* What is compared in vain counts; where it is too much, end tags still close
 * what is near, and what is far is too deep for them. */
START_TEST(strays_without_end)
{
	opens("b");
	opens("li");
	ck_assert(!closes("x"));
	ck_assert(!closes("x"));
	ck_assert_uint_eq(nest.vain, 4);
	ck_assert(closes("li"));
	ck_assert_uint_eq(nest.vain, 4);
	for (unsigned i = 0; i < SCLS_LEFT_OPEN; i++) {
		opens("li");
		opens("dd");
	}
	nest.vain = SCLS_VAIN_MOST - 1;
	ck_assert(!closes("x"));
	ck_assert(nest.too_deep);
	ck_assert(!closes("b"));
	ck_assert_uint_eq(nest.n, 1 + 2 * SCLS_LEFT_OPEN);
	ck_assert(closes("li"));
	ck_assert_uint_eq(nest.n, 2 * SCLS_LEFT_OPEN - 1);
	ck_assert(closes("p"));
	ck_assert(nest.vain < 2 * SCLS_VAIN_MOST);
}
END_TEST

START_TEST(headings)
{
	opens("h2");
	ck_assert(closes("h3"));
	ck_assert_uint_eq(nest.n, 0);
	opens("h1");
	ck_assert(!closes("h7"));
	ck_assert(!closes("hr2"));
	ck_assert(closes("h6"));
	ck_assert(!closes("h1"));
}
END_TEST

/* An end tag closes what was left open inside, but no block from inline. */
START_TEST(unclosed)
{
	opens("div");
	opens("b");
	opens("i");
	ck_assert(closes("div"));
	ck_assert_uint_eq(nest.n, 0);
	opens("b");
	opens("div");
	ck_assert(!closes("b"));
	ck_assert_uint_eq(nest.n, 2);
	opens("table");
	ck_assert(!closes("div"));
	ck_assert(closes("table"));
	ck_assert(closes("div"));
	ck_assert(closes("b"));
}
END_TEST

START_TEST(too_deep)
{
	for (unsigned i = 0; i < DEEP; i++)
		ck_assert(opens("div"));
	ck_assert(!opens("div"));
	ck_assert(!opens("b"));
	ck_assert(nest.too_deep);
	ck_assert(opens("p"));
	ck_assert(opens("br"));
	ck_assert(!closes("b"));
	ck_assert(!closes("div"));
	for (unsigned i = 0; i < DEEP; i++)
		ck_assert(closes("div"));
	ck_assert(!closes("div"));
}
END_TEST

/* Each heading, item, paragraph ends the one before it, and what was left open
 * in that: as in the stack, none of it nests. */
START_TEST(what_closes_itself)
{
	for (unsigned i = 0; i < 2 * DEEP; i++) {
		ck_assert(opens("h2"));
		ck_assert_uint_eq(nest.deep, 1);
	}
	ck_assert(closes("h2"));
	for (unsigned i = 0; i < 20 * DEEP; i++) {
		ck_assert(opens(i % 2 ? "li" : "p"));
		ck_assert(opens("span"));
	}
	ck_assert(opens("table"));
	for (unsigned i = 0; i < 20 * DEEP; i++) {
		ck_assert(opens("td"));
		ck_assert(opens("font"));
	}
	ck_assert(closes("table"));
	ck_assert(!nest.too_deep);
}
END_TEST

START_TEST(ended_by_itself)
{
	scls_tag_name name = name_of("i");

	for (unsigned i = 0; i < 2 * DEEP; i++) {
		ck_assert(opens("i"));
		scls_nest_shut(&nest, &name);
		ck_assert_uint_eq(nest.n, 0);
	}
	name = name_of("br");
	ck_assert(opens("i"));
	ck_assert(opens("br"));
	scls_nest_shut(&nest, &name);
	ck_assert_uint_eq(nest.n, 1);
}
END_TEST

/* All of a name counts, not its first letters. */
START_TEST(long_names)
{
	ck_assert(opens("blockquotes"));
	ck_assert(!closes("blockquote"));
	ck_assert(closes("blockquotes"));
}
END_TEST

/* What was too deep in an item ends with it. */
START_TEST(too_deep_in_an_item)
{
	ck_assert(opens("li"));
	for (unsigned i = 0; i < DEEP; i++)
		ck_assert(opens("span"));
	ck_assert(!opens("span"));
	ck_assert(opens("p"));
	ck_assert(closes("p"));
	ck_assert_uint_eq(nest.over, 1);
	ck_assert(closes("li"));
	ck_assert_uint_eq(nest.over, 0);
	ck_assert_uint_eq(nest.deep, 0);
	ck_assert(opens("div"));
	ck_assert(closes("div"));
}
END_TEST

/* Elements that end one another take room, too. */
START_TEST(no_room)
{
	for (unsigned i = 0; i < SCLS_NEST_ROOM(DEEP) / 2; i++) {
		ck_assert(opens("td"));
		ck_assert(opens("li"));
	}
	ck_assert(!opens("td"));
	ck_assert(nest.too_deep);
	ck_assert(closes("td"));
	ck_assert(opens("td"));
}
END_TEST

SUITE("nest", {
	tcase_add_checked_fixture(tcase, begin, end);
	CASE(kinds);
	CASE(hashes_and_sizes);
	CASE(pairs);
	CASE(strays);
	CASE(strays_without_end);
	CASE(headings);
	CASE(unclosed);
	CASE(too_deep);
	CASE(what_closes_itself);
	CASE(ended_by_itself);
	CASE(long_names);
	CASE(too_deep_in_an_item);
	CASE(no_room);
})
