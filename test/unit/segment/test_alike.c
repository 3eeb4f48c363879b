/* test_alike.c - blocks that look alike, beside a look at each pair. */
#include "segment/html/traits.h"

#include "draft_fixture.h"

#include <stdio.h>

static scls_view view;

static int is_alike(int64_t i, int64_t j)
{
	const scls_shape *a, *b;

	if (j < 0 || j >= (int64_t)view.n)
		return 0;
	a = &draft.lines[i].shape;
	b = &draft.lines[j].shape;
	return a->last == b->last && b->width * 5 >= a->width * 3
	       && b->width * 3 <= a->width * 5
	       && f.page.blocks[i].bullet == f.page.blocks[j].bullet;
}

/* A page of lines of many lengths, ends and bullets. */
static void make_page(unsigned blocks)
{
	static const char *const ends[] = { "", ".", "?", ":", "7", "\"" };

	fixture_begin(&f, SPAMCLS_KIND_HTML);
	for (unsigned i = 0; i < blocks; i++) {
		char line[128];

		snprintf(line, sizeof(line), "%s%.*s%s", i % 5 ? "" : "- ",
		         (int)(3 + i * i % 41), "wordswordswordswordswordswords"
		         "wordswordswordswords", ends[i * 7 % 13 % 6]);
		ck_assert_ptr_nonnull(fixture_add(&f, line));
	}
	fixture_draft();
	ck_assert_int_eq(scls_view_begin(&view, &draft), 0);
}

START_TEST(as_one_by_one)
{
	unsigned found = 0;

	for (unsigned blocks = 0; blocks < 60; blocks++) {
		make_page(blocks);
		for (unsigned i = 0; i < blocks; i++) {
			int before = 0, after = 0;

			for (int k = 1; k <= 8; k++) {
				before += is_alike(i, (int64_t)i - k);
				after += is_alike(i, (int64_t)i + k);
			}
			ck_assert_int_eq(view.notes[i].alike_before, before);
			ck_assert_int_eq(view.notes[i].alike_after, after);
			found += view.notes[i].alike_after;
		}
		fixture_end(&f);
	}
	ck_assert_uint_gt(found, 100);
}
END_TEST

/* Whether lines of so many letters look alike. */
static int alike(unsigned a, unsigned b)
{
	static const char letters[] = "wordswordswordswords";
	char line[32];
	int found;

	fixture_begin(&f, SPAMCLS_KIND_HTML);
	snprintf(line, sizeof(line), "%.*s", (int)a, letters);
	fixture_add(&f, line);
	snprintf(line, sizeof(line), "%.*s", (int)b, letters);
	fixture_add(&f, line);
	fixture_draft();
	ck_assert_int_eq(scls_view_begin(&view, &draft), 0);
	found = view.notes[0].alike_after;
	ck_assert_int_eq(view.notes[1].alike_before, found);
	fixture_end(&f);
	return found;
}

/* Three fifths as long, and five thirds. */
START_TEST(lengths)
{
	ck_assert(alike(10, 6) && alike(6, 10));
	ck_assert(!alike(10, 5) && !alike(5, 10));
	ck_assert(!alike(12, 7) && !alike(7, 12));
	ck_assert(alike(15, 9) && alike(9, 15));
}
END_TEST

SUITE("alike", {
	CASE(lengths);
	CASE(as_one_by_one);
})
