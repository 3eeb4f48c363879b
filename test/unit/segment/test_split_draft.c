/* test_split_draft.c - blocks looked at, and the draft that holds them. */
#include "segment/split_draft.h"

#include "draft_fixture.h"

#define NONE UINT32_MAX

static int has_anchors(spamcls_kind kind, uint32_t links, uint32_t flags)
{
	fixture_begin(&f, kind);
	if (links)
		fixture_link(&f, "A walk by the river", "/a");
	f.page.flags = flags;
	fixture_draft();
	fixture_end(&f);
	return draft.has_anchors;
}

/* What is HTML without links is split as text, but for what it hides. */
START_TEST(pages_with_anchors)
{
	ck_assert(has_anchors(SPAMCLS_KIND_HTML, 1, 0));
	ck_assert(has_anchors(SPAMCLS_KIND_HTML, 0, SPAMCLS_FLAG_HIDDEN_TEXT));
	ck_assert(!has_anchors(SPAMCLS_KIND_HTML, 0, 0));
	ck_assert(!has_anchors(SPAMCLS_KIND_HTML, 0, SPAMCLS_FLAG_REPAIRED));
	ck_assert(!has_anchors(SPAMCLS_KIND_TEXT, 1, 0));
}
END_TEST

START_TEST(looks_at_every_block)
{
	fixture_begin(&f, SPAMCLS_KIND_TEXT);
	fixture_add(&f, "相关阅读");
	fixture_add(&f, "  ");
	fixture_draft();
	ck_assert_int_eq(draft.lines[0].phrase, SCLS_PHRASE_LIST);
	ck_assert_int_eq(draft.lines[0].empty, 0);
	ck_assert_int_eq(draft.lines[1].empty, 1);
	ck_assert_int_eq(draft.roles[0], SPAMCLS_ROLE_OTHER);
	/* A line has two columns at most. */
	ck_assert_uint_eq(draft.max_items, 4);
	fixture_end(&f);
}
END_TEST

START_TEST(imprints_are_footers)
{
	fixture_begin(&f, SPAMCLS_KIND_TEXT);
	fixture_add(&f, "Copyright 2020 Example Ltd.");
	fixture_add(&f, "About us");
	fixture_draft();
	ck_assert_int_eq(draft.lines[0].phrase, SCLS_PHRASE_FOOTER);
	ck_assert_int_eq(draft.lines[0].imprint, 1);
	ck_assert_int_eq(draft.lines[1].phrase, SCLS_PHRASE_FOOTER);
	ck_assert_int_eq(draft.lines[1].imprint, 0);
	fixture_end(&f);
}
END_TEST

/* Of HTML the tags tell more. */
START_TEST(closings_are_of_plain_text)
{
	static const spamcls_kind kinds[] = {
		SPAMCLS_KIND_TEXT, SPAMCLS_KIND_HTML
	};
	static const uint8_t phrases[] = {
		SCLS_PHRASE_CLOSING, SCLS_PHRASE_NONE
	};

	for (int i = 0; i < 2; i++) {
		fixture_begin(&f, kinds[i]);
		fixture_add(&f, "Image: the harbour at night");
		fixture_draft();
		ck_assert_int_eq(draft.lines[0].phrase, phrases[i]);
		fixture_end(&f);
	}
}
END_TEST

static void *no_memory(void *context, void *old, size_t old_size,
                       size_t new_size)
{
	(void)context;
	(void)old_size;
	(void)new_size;
	(void)old;
	return NULL;
}

START_TEST(no_memory_is_said)
{
	spamcls_allocator none = { no_memory, NULL };
	scls_split split;

	fixture_begin(&f, SPAMCLS_KIND_TEXT);
	fixture_add(&f, "一条新闻的标题");
	scls_arena_init(&f.arena, &none);
	ck_assert_int_eq(scls_draft_begin(&draft, &f.arena, &f.phrases,
	                                  &f.page),
	                 SPAMCLS_E_NOMEM);
	ck_assert_int_eq(scls_split_page(&f.arena, &f.phrases, &f.page,
	                                 &split),
	                 SPAMCLS_E_NOMEM);
}
END_TEST

/* Marks of three bytes, the second one counts. */
START_TEST(the_nearest_one)
{
	static const uint8_t marks[][3] = {
		{ 1, 0, 1 }, { 1, 2, 1 }, { 1, 0, 1 }, { 0, 1, 0 }, { 1, 0, 1 },
	};
	static const uint32_t expected[][2] = {
		{ NONE, 1 }, { NONE, 3 }, { 1, 3 }, { 1, NONE }, { 3, NONE },
	};
	uint32_t before[6] = { 7, 7, 7, 7, 7, 7 }, behind[6];

	scls_find_nearest(&marks[0][1], 3, 5, before, behind);
	for (uint32_t i = 0; i < 5; i++) {
		ck_assert_uint_eq(before[i], expected[i][0]);
		ck_assert_uint_eq(behind[i], expected[i][1]);
	}
	ck_assert_uint_eq(before[5], 7);
	scls_find_nearest(&marks[0][1], 3, 0, before + 5, behind);
	ck_assert_uint_eq(before[5], 7);
}
END_TEST

SUITE("split_draft", {
	CASE(pages_with_anchors);
	CASE(looks_at_every_block);
	CASE(imprints_are_footers);
	CASE(closings_are_of_plain_text);
	CASE(no_memory_is_said);
	CASE(the_nearest_one);
})
