/* test_runs.c - blocks in a row that are body together or not at all. */
#include "segment/html/runs.h"

#include "page_fixture.h"

#include "../../suite.h"

#define MOST 16

static fixture f;
static uint8_t is_body[MOST];

static void begin(void)
{
	fixture_begin(&f, SPAMCLS_KIND_HTML);
}

/* A block of ten letters that is, or is not, taken for body. */
static scls_block *block(int taken)
{
	is_body[f.page.n_blocks] = (uint8_t)taken;
	return fixture_add(&f, "tenletters");
}

/* A link in an item of its own, in that list. */
static scls_block *item(int taken, uint32_t list)
{
	scls_block *b = block(taken);

	b->link_bytes = b->end - b->begin;
	b->container = 100 + f.page.n_blocks;
	b->outer = list;
	return b;
}

static scls_block *code(int taken)
{
	scls_block *b = block(taken);

	b->within = SCLS_IN_PRE;
	return b;
}

/* What is body after all: a letter a block, x is none. */
static void check(const char *expected)
{
	scls_runs_settle(&f.page, is_body);
	ck_assert_uint_eq(strlen(expected), f.page.n_blocks);
	for (uint32_t i = 0; i < f.page.n_blocks; i++)
		HOLDS(is_body[i] == (expected[i] != 'x'), i);
	fixture_end(&f);
}

/* A list is not cut in two: it is what most of its letters are. */
START_TEST(a_list_stays_whole)
{
	begin();
	block(1);
	item(1, 1);
	item(1, 1);
	item(0, 1);
	item(0, 1);
	item(0, 1);
	check("bxxxxx");
	begin();
	item(1, 1);
	item(0, 1);
	item(1, 1);
	block(0);
	check("bbbx");
}
END_TEST

/* Where it is even, nobody is told that a list is what he reads. */
START_TEST(an_even_list_is_no_body)
{
	begin();
	item(1, 1);
	item(1, 1);
	item(0, 1);
	item(0, 1);
	check("xxxx");
}
END_TEST

/* Two lists, other elements, a text between, or two links only: each stays
 * what it is. */
START_TEST(others_are_apart)
{
	begin();
	item(1, 1);
	item(1, 1);
	item(1, 1);
	item(0, 2);
	item(0, 2);
	item(0, 2);
	item(1, 2)->path = 7;
	block(0);
	item(1, 2);
	item(0, 2);
	check("bbbxxxbxbx");
}
END_TEST

/* Links of one container, as in <p> with <br>, are a list as well. */
START_TEST(links_in_one_container)
{
	begin();
	for (int i = 0; i < 4; i++) {
		scls_block *b = item(i == 2, (uint32_t)i);

		b->container = 5;
	}
	check("xxxx");
}
END_TEST

/* Code is there from its first line to its last where most of it is; where it
 * is not, what was taken stays. */
START_TEST(code_is_joined)
{
	begin();
	code(0);
	code(1);
	code(1);
	block(0);
	code(0);
	code(0);
	code(1);
	check("bbbxxxb");
}
END_TEST

/* What is in a footer, or hidden, is not joined. */
START_TEST(code_outside)
{
	begin();
	code(1);
	code(1);
	code(0)->within |= SCLS_IN_FOOTER;
	check("bbx");
}
END_TEST

/* Nor is an item that is hidden joined to the others. */
START_TEST(hidden_items)
{
	begin();
	for (int i = 0; i < 3; i++)
		item(1, 1);
	for (int i = 0; i < 2; i++)
		item(0, 1)->within = SCLS_IN_HIDDEN;
	check("bbbxx");
}
END_TEST

/* Three links in a row that are lines of <pre> are no body, hidden or not;
 * two are code's. */
START_TEST(links_in_pre)
{
	begin();
	for (int i = 0; i < 3; i++)
		item(1, 1)->within = SCLS_IN_PRE;
	code(1);
	for (int i = 0; i < 3; i++)
		item(1, 1)->within = SCLS_IN_PRE | SCLS_IN_HIDDEN;
	code(1);
	for (int i = 0; i < 2; i++)
		item(1, 1)->within = SCLS_IN_PRE;
	check("xxxbxxxbbb");
}
END_TEST

START_TEST(no_blocks)
{
	begin();
	check("");
}
END_TEST

SUITE("runs", {
	CASE(a_list_stays_whole);
	CASE(an_even_list_is_no_body);
	CASE(others_are_apart);
	CASE(links_in_one_container);
	CASE(code_is_joined);
	CASE(code_outside);
	CASE(hidden_items);
	CASE(links_in_pre);
	CASE(no_blocks);
})
