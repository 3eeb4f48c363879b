/* test_text_joined.c - lines that are several headlines in a row. */
#include "segment/split_lists.h"
#include "segment/split_steps.h"

#include "draft_fixture.h"

#define ONE "Ferry to the islands runs again from Monday"
#define TWO "Bakers of the valley win three prizes"
#define THREE "School roof repaired before the rain"
#define FOUR "New bell for the tower of Saint Anne"

static void unjoin(const char *const *lines)
{
	fixture_begin(&f, SPAMCLS_KIND_TEXT);
	fixture_lines(&f, lines);
	fixture_draft();
	ck_assert_int_eq(scls_unjoin(&draft), 0);
}

static void check_line(uint32_t i, const char *text)
{
	scls_span line = scls_block_text(draft.page, i);

	ck_assert_msg(scls_span_equal(line, scls_span_of(text)), "%.*s",
	              (int)line.size, line.data);
}

/* Four headlines, joined in all ways that there are. */
static const char *const ways[] = {
	ONE " | " TWO " | " THREE " | " FOUR,
	ONE "|" TWO "|" THREE "|" FOUR,
	"| " ONE " | " TWO " | " THREE " | " FOUR " |",
	ONE "　｜　" TWO "　｜　" THREE "　｜　" FOUR,
	ONE " · " TWO " · " THREE " · " FOUR,
	ONE " / " TWO " / " THREE " / " FOUR,
	ONE "\t" TWO "\t" THREE "\t" FOUR,
	ONE "    " TWO "    " THREE "     " FOUR,
	ONE "、" TWO "、" THREE "、" FOUR,
};

START_TEST(becomes_lines)
{
	for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++) {
		const char *const lines[] = { "Snow", ways[i], "Rain", NULL };

		unjoin(lines);
		ck_assert_msg(draft.page->n_blocks == 6, "%s", ways[i]);
		check_line(0, "Snow");
		check_line(1, ONE);
		check_line(2, TWO);
		check_line(3, THREE);
		check_line(4, FOUR);
		check_line(5, "Rain");
		ck_assert_uint_eq(draft.lines[1].shape.width,
		                  sizeof(ONE) - 1 - 7);
		ck_assert_uint_eq(scls_first_line(&draft, 1), 1);
		ck_assert_uint_eq(scls_first_line(&draft, 2), 5);
		fixture_end(&f);
	}
}
END_TEST

static const char *const whole[] = {
	/* Words, menus, sentences. */
	"Home | News | About us | Contact | Imprint and privacy",
	"He came by train | she came by bus | and they met at the bridge.",
	"数据采集与整理、模型训练与评估、结果发布与解读",
	"“明天的船不开了”、“昨天的船开了。”、“今天的船晚了”、“后天的船会早到”",
	ONE " | " TWO,
	ONE " and/or " TWO " and/or " THREE,
	/* The head of a table. */
	"Name of the station | First of the day | Last of the day",
	"East Gate | 06:10 | 22:30", NULL
};

START_TEST(stays_as_it_is)
{
	unjoin(whole);
	ck_assert_ptr_eq(draft.page, &f.page);
	ck_assert_ptr_null(draft.whole);
	ck_assert_uint_eq(scls_first_line(&draft, 3), 3);
	fixture_end(&f);
}
END_TEST

static const char *const ends[] = {
	ONE " | " TWO " | " THREE, FOUR " | " ONE, TWO " | Snow", NULL
};

/* The last line of such a list may be of two. */
START_TEST(two_behind_more)
{
	unjoin(ends);
	ck_assert_uint_eq(draft.page->n_blocks, 6);
	check_line(4, ONE);
	check_line(5, ends[2]);
	fixture_end(&f);
}
END_TEST

/* What is said of lines is said of the page's blocks. */
START_TEST(rejoined)
{
	scls_split split = { .n_roles = 6, .bare = 4 };

	unjoin(ends);
	draft.roles[1] = SPAMCLS_ROLE_LINK_LIST;
	draft.roles[3] = SPAMCLS_ROLE_BODY;
	scls_list_open(&draft, SCLS_NO_BLOCK, SPAMCLS_ROLE_LINK_LIST, 1);
	scls_list_add_line(&draft, 4, SPAMCLS_ROLE_OTHER);
	scls_list_close(&draft);
	ck_assert_int_eq(scls_rejoin(&draft, &split), 0);
	ck_assert_uint_eq(split.n_roles, 3);
	ck_assert_int_eq(split.roles[0], SPAMCLS_ROLE_LINK_LIST);
	ck_assert_int_eq(split.roles[1], SPAMCLS_ROLE_BODY);
	ck_assert_uint_eq(draft.items[0].block, 1);
	ck_assert_uint_eq(split.bare, 1);
	fixture_end(&f);
}
END_TEST

/* However many bars a page has, its lines do not become so many. */
START_TEST(parts_are_bounded)
{
	static char text[1 << 20];
	static const char part[] = THREE " | ";
	scls_block block = { 0 };
	scls_page page = { .text = text, .blocks = &block, .n_blocks = 1,
		           .kind = SPAMCLS_KIND_TEXT };

	fixture_begin(&f, SPAMCLS_KIND_TEXT);
	while (page.text_size + sizeof(part) < sizeof(text)) {
		memcpy(text + page.text_size, part, sizeof(part) - 1);
		page.text_size += sizeof(part) - 1;
	}
	block.end = page.text_size;
	ck_assert_int_eq(scls_draft_begin(&draft, &f.arena, &f.phrases, &page),
	                 0);
	ck_assert_int_eq(scls_unjoin(&draft), 0);
	ck_assert_uint_eq(draft.page->n_blocks, 1);
	fixture_end(&f);
}
END_TEST

#define PAIRS (1u << 15)

/* Nor do as many lines of two as a page may have. */
START_TEST(pairs_are_bounded)
{
	static scls_block blocks[PAIRS];
	static const char text[] = THREE " | " FOUR " | " ONE;
	const uint32_t two = sizeof(THREE " | " FOUR) - 1;
	scls_page page = { .text = text, .text_size = sizeof(text) - 1,
		           .blocks = blocks, .n_blocks = PAIRS,
		           .kind = SPAMCLS_KIND_TEXT };

	fixture_begin(&f, SPAMCLS_KIND_TEXT);
	blocks[0].end = page.text_size;
	for (uint32_t i = 1; i < PAIRS; i++)
		blocks[i].end = two;
	ck_assert_int_eq(scls_draft_begin(&draft, &f.arena, &f.phrases, &page),
	                 0);
	ck_assert_int_eq(scls_unjoin(&draft), 0);
	ck_assert_uint_gt(draft.page->n_blocks, PAIRS);
	ck_assert_uint_le(draft.page->n_blocks, PAIRS + (1u << 14));
	fixture_end(&f);
}
END_TEST

/* A link is one, whatever signs are in it. */
START_TEST(a_link_is_whole)
{
	fixture_begin(&f, SPAMCLS_KIND_TEXT);
	ck_assert_ptr_nonnull(fixture_add(&f, ends[0]));
	ck_assert_ptr_nonnull(fixture_link(&f, ends[1], "a.html"));
	fixture_draft();
	ck_assert_int_eq(scls_unjoin(&draft), 0);
	ck_assert_uint_eq(draft.page->n_blocks, 4);
	check_line(3, ends[1]);
	fixture_end(&f);
}
END_TEST

SUITE("text_joined", {
	CASE(becomes_lines);
	CASE(stays_as_it_is);
	CASE(two_behind_more);
	CASE(rejoined);
	CASE(parts_are_bounded);
	CASE(pairs_are_bounded);
	CASE(a_link_is_whole);
})
