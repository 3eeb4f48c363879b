/* test_text_notes.c - lines that only tell of the one before. */
#include "segment/split_steps.h"

#include "draft_fixture.h"

/* A line, and whether it is a note. */
typedef struct line {
	int note;
	const char *text;
} line;

static void check(const line *lines)
{
	fixture_begin(&f, SPAMCLS_KIND_TEXT);
	for (uint32_t i = 0; lines[i].text != NULL; i++)
		(void)fixture_add(&f, lines[i].text);
	fixture_draft();
	ck_assert_int_eq(scls_find_notes(&draft), 0);
	for (uint32_t i = 0; lines[i].text != NULL; i++)
		ck_assert_msg(scls_is_note(&draft, i) == lines[i].note, "%s",
		              lines[i].text);
	fixture_end(&f);
}

#define ONE "Ferry to the islands runs again from Monday"
#define TWO "Bakers of the valley win three prizes"
#define THREE "School roof repaired before the rain"
#define FOUR "New bell for the tower of Saint Anne"
#define END { 0, NULL }

static const line plain[] = {
	{ 0, "2021-03-04" }, { 0, ONE },
	{ 1, "https://www.example.org/news/1.html" },
	{ 0, "https://www.example.org/news/2.html" },
	{ 0, "https://example.org says the ferry runs again" },
	{ 1, "http://www.example.org/news/3.html" },
	{ 0, "Snow" }, { 1, "2021-03-05" }, { 0, "Snow" },
	{ 0, "2021-03-06 views" },
	{ 0, "River level falls to 1.4 metres" }, { 1, "2021-03-07 views" },
	END
};

/* An address or a day alone is told of any line that tells of none itself, a
 * day with a word beside it of a headline only. */
START_TEST(days_and_addresses)
{
	check(plain);
}
END_TEST

static const line two_kinds[] = {
	{ 0, ONE }, { 1, "www.example.org/1.html" }, { 1, "2021-03-05" },
	{ 0, TWO }, { 1, "2021-03-06" }, { 1, "https://example.org/2" },
	{ 0, "2021-03-07" }, { 0, THREE }, { 0, "and/or" }, { 0, "1.5/2" },
	{ 0, "Node.js/Express后端开发完整指南" },
	{ 1, "https://example.org/后端" }, END
};

/* Of each kind a headline has one; an address may do without its scheme. */
START_TEST(an_address_and_a_day)
{
	check(two_kinds);
}
END_TEST

static const line views[] = {
	{ 0, ONE }, { 1, "12 views" }, { 0, TWO }, { 1, "1,034 views" },
	{ 0, THREE }, { 1, "7 views" }, { 0, FOUR }, { 1, "Read more" },
	{ 0, ONE }, { 1, "Read more" }, { 0, TWO }, { 1, "Read more" }, END
};

static const line ages[] = {
	{ 0, ONE }, { 1, "3天前" }, { 0, TWO }, { 1, "5天前" },
	{ 0, THREE }, { 1, "1小时前" }, { 0, FOUR }, { 1, "7天前" }, END
};

/* Whatever the words: they come again between others, figures aside, or stand
 * where such do. */
START_TEST(what_comes_again)
{
	check(views);
	check(ages);
}
END_TEST

static const line wide[] = {
	{ 0, ONE }, { 1, "by Admin | November 5, 2025" },
	{ 1, "Continue reading" },
	{ 0, TWO }, { 1, "by Admin | November 6, 2025" },
	{ 1, "Continue reading" },
	{ 0, THREE }, { 1, "by Admin | November 7, 2025" },
	{ 1, "Continue reading" },
	{ 0, FOUR }, { 1, "by Admin | November 8, 2025" },
	{ 1, "Continue reading" }, END
};

static const line issues[] = {
	{ 0, ONE }, { 0, "All that the issue 319 has" }, { 0, TWO },
	{ 0, THREE }, { 0, "All that the issue 320 has" }, { 0, FOUR },
	{ 0, ONE }, { 0, TWO }, { 0, "All that the issue 321 has" }, END
};

/* What could be a headline has to come again in equal steps. */
START_TEST(notes_as_wide_as_headlines)
{
	check(wide);
	check(issues);
}
END_TEST

static const line rows[] = {
	{ 0, ONE }, { 0, "12 views" }, { 0, "34 views" }, { 0, "56 views" },
	{ 0, TWO }, { 0, "Snow" }, { 0, "Rain" }, { 0, "Chapter 1" },
	{ 0, "Snow and rain" }, { 0, "Chapter 2" }, { 0, THREE }, END
};

/* One beside the other they are a column, and told of what is no headline they
 * are a text's own. */
START_TEST(no_notes)
{
	check(rows);
}
END_TEST

static const line bars[] = {
	{ 0, ONE }, { 0, "|" }, { 0, TWO }, { 0, "|" }, { 0, THREE },
	{ 0, "|" }, { 0, FOUR }, { 0, "|" }, END
};

/* Marks alone tell of nothing. */
START_TEST(marks_are_no_notes)
{
	check(bars);
}
END_TEST

START_TEST(no_lines)
{
	fixture_begin(&f, SPAMCLS_KIND_TEXT);
	fixture_draft();
	ck_assert(!scls_is_note(&draft, 0));
	ck_assert_int_eq(scls_find_notes(&draft), 0);
	fixture_end(&f);
}
END_TEST

SUITE("text_notes", {
	CASE(days_and_addresses);
	CASE(an_address_and_a_day);
	CASE(what_comes_again);
	CASE(notes_as_wide_as_headlines);
	CASE(no_notes);
	CASE(marks_are_no_notes);
	CASE(no_lines);
})
