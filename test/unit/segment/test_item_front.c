/* test_item_front.c - what stands in front of each line of a list. */
#include "segment/item_front.h"

#include "../../suite.h"

#include <stdio.h>

#define N 5u

static const char *const headlines[N] = {
	"Harbour ferry resumes service", "7 bakers win prizes",
	"Storm damage repaired", "3D map of the coast", "New bell for the tower"
};

/* One list whose items have these fronts; text is what they are cut to. */
static void check(const char *const *fronts, int cut)
{
	char text[1024];
	scls_item items[N] = { { 0, 0, 0, { NULL, 0 }, 0 } };
	scls_list list = { .n_items = N };
	uint32_t size = 0;

	for (uint32_t i = 0; i < N; i++) {
		items[i].begin = size;
		size += (uint32_t)sprintf(text + size, "%s%s", fronts[i],
		                          headlines[i]);
		items[i].end = size;
	}
	scls_cut_fronts(text, &list, 1, items);
	for (uint32_t i = 0; i < N; i++) {
		size_t front = items[i].end - items[i].begin
		               - strlen(headlines[i]);

		ck_assert_msg(front == (cut ? 0 : strlen(fronts[i])),
		              "%s%s", fronts[i], headlines[i]);
	}
}

static const char *const shared[][N] = {
	{ "## ", "## ", "## ", "## ", "## " },
	{ "[ ] ", "[ ] ", "[ ] ", "[ ] ", "[ ] " },
	{ "> ", "> ", "> ", "> ", "> " },
	{ "+ ", "+ ", "+ ", "+ ", "" },
};

START_TEST(fronts_of_most)
{
	for (size_t k = 0; k < sizeof(shared) / sizeof(shared[0]); k++)
		check(shared[k], 1);
}
END_TEST

static const char *const own[][N] = {
	{ "", "", "", "", "" },
	{ "1. ", "2. ", "3. ", "4. ", "5. " },
	{ "[09:14] ", "[09:15] ", "[10:02] ", "[10:40] ", "[11:00] " },
	{ "5 ", "12 ", "7 ", "30 ", "9 " },      /* "12 bakers": its own */
	{ "$5 ", "$2 ", "$9 ", "$3 ", "$1 " },
	{ "# ", "# ", "", "", "" },
	{ "\"", "\"", "\"", "\"", "\"" },
	{ "¿", "¿", "¿", "¿", "¿" },
	{ "(a) ", "(b) ", "(c) ", "(d) ", "(e) " },
	{ "> ", "* ", "# ", "+ ", "~ " },
};

START_TEST(fronts_of_the_headlines)
{
	for (size_t k = 0; k < sizeof(own) / sizeof(own[0]); k++)
		check(own[k], 0);
}
END_TEST

/* What Markdown sets around a line is cut at both ends. */
START_TEST(emphasis)
{
	static const char text[] = "**Harbour ferry resumes**"
	                           "**Storm damage repaired**"
	                           "**The bakers won prizes**";
	scls_item items[3];
	scls_list list = { .n_items = 3 };

	for (uint32_t i = 0; i < 3; i++)
		items[i] = (scls_item){ .begin = 25 * i, .end = 25 * i + 25 };
	scls_cut_fronts(text, &list, 1, items);
	for (uint32_t i = 0; i < 3; i++) {
		ck_assert_uint_eq(items[i].begin, 25 * i + 2);
		ck_assert_uint_eq(items[i].end, 25 * i + 23);
	}
}
END_TEST

/* Two lines have nothing in common; no headline is cut down to nothing. */
START_TEST(too_little)
{
	static const char text[] = "## abcdefgh## abcdefgh## a## b## c";
	scls_item items[5] = {
		{ .begin = 0, .end = 11 }, { .begin = 11, .end = 22 },
		{ .begin = 22, .end = 26 }, { .begin = 26, .end = 30 },
		{ .begin = 30, .end = 34 },
	};
	scls_list lists[2] = { { .n_items = 2 },
		               { .n_items = 3, .first_item = 2 } };

	scls_cut_fronts(text, lists, 2, items);
	ck_assert_uint_eq(items[0].begin, 0);
	ck_assert_uint_eq(items[2].begin, 22);
}
END_TEST

SUITE("item_front", {
	CASE(fronts_of_most);
	CASE(fronts_of_the_headlines);
	CASE(emphasis);
	CASE(too_little);
})
