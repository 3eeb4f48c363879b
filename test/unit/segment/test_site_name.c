/* test_site_name.c - names of sites and sections around links. */
#include "site_name_fixture.h"

START_TEST(a_name_behind_every_link_is_cut)
{
	check_cut("", " | Harbour Daily");
	check_cut("", " - Harbour Daily");
	check_cut("", " — harbourdaily.example");
	check_cut("", "_江城日报");
	check_cut("", "｜江城");
	check_cut("", "——江城");
	check_cut("", " (Harbour Daily)");
	check_cut("", "【江城】");
}
END_TEST

START_TEST(a_name_before_every_link_is_cut)
{
	check_cut("[Notices] ", "");
	check_cut("Harbour Daily | ", "");
	check_cut("Harbour Daily - ", "");
	check_cut("【江城】", "");
}
END_TEST

START_TEST(a_section_and_the_site_are_cut)
{
	check_cut("[Notices] ", " - Town hall - Harbour Daily");
}
END_TEST

START_TEST(sections_that_differ_stay)
{
	fixture f;
	char line[128];

	memset(&f, 0, sizeof(f));
	for (uint32_t i = 0; i < N_HEADLINES; i++) {
		snprintf(line, sizeof(line), "%s - %s", headlines[i],
		         i % 2 ? "Sport" : "Town");
		add_line(&f, "", line, " - Harbour Daily");
	}
	cut(&f);
	check_item(&f, 0, "Bridge over the Lune reopens after repairs - Town");
	check_item(&f, 1, "Library asks readers which hours suit them - "
	                  "Sport");
}
END_TEST

START_TEST(each_section_has_several)
{
	static const char *const sections[] = { "[Town] ", "[Sport] " };
	fixture f;

	memset(&f, 0, sizeof(f));
	for (uint32_t i = 0; i < N_HEADLINES; i++)
		add_line(&f, sections[i % 2], headlines[i],
		         i % 2 ? " | Harbour" : " | Daily");
	cut(&f);
	for (uint32_t i = 0; i < N_HEADLINES; i++)
		check_item(&f, i, headlines[i]);
}
END_TEST

/* A template's slot comes again in a long list, but is of many words. */
START_TEST(many_names_are_no_sections)
{
	static const char *const names[] = {
		"Town_", "Sport_", "Letters_", "Weather_", "Ferries_", "Books_",
	};
	fixture f;

	for (uint32_t n = 4; n <= 6; n += 2) {
		memset(&f, 0, sizeof(f));
		for (uint32_t i = 0; i < MOST; i++)
			add_line(&f, names[i % n], headlines[i % N_HEADLINES],
			         "");
		cut(&f);
		check_item(&f, 0, n == 4
		           ? headlines[0]
		           : "Town_Bridge over the Lune reopens after "
		             "repairs");
	}
}
END_TEST

START_TEST(second_halves_behind_dashes_stay)
{
	fixture f;

	memset(&f, 0, sizeof(f));
	for (uint32_t i = 0; i < N_HEADLINES; i++)
		add_line(&f, "", headlines[i],
		         i % 2 ? " — what it means"
		               : " — what comes next");
	cut(&f);
	check_item(&f, 1, "Library asks readers which hours suit them "
	                  "— what it means");
}
END_TEST

START_TEST(one_of_five_may_lack_the_name)
{
	fixture f;

	fill(&f, "", " | Harbour Daily");
	f.items[0].end -= (uint32_t)strlen(" | Harbour Daily");
	cut(&f);
	for (uint32_t i = 0; i < N_HEADLINES; i++)
		check_item(&f, i, headlines[i]);
	fill(&f, "", " | Harbour Daily");
	for (uint32_t i = 0; i < 2; i++)
		f.items[i].end -= (uint32_t)strlen(" | Harbour Daily");
	cut(&f);
	check_item(&f, 4, "Council hears plan for a covered market | "
	                  "Harbour Daily");
}
END_TEST

START_TEST(few_links_are_left_whole)
{
	fixture f;

	fill(&f, "", " | Harbour Daily");
	f.list.n_items = 3;
	cut(&f);
	check_item(&f, 0, "Bridge over the Lune reopens after repairs | "
	                  "Harbour Daily");
}
END_TEST

START_TEST(what_a_name_is_not)
{
	static const char *const behind[] = {
		" x-ray", ": what to know", " | 2026", " and why it matters",
	};
	fixture f;

	for (size_t k = 0; k < 4; k++) {
		char whole[128];

		fill(&f, "", behind[k]);
		cut(&f);
		snprintf(whole, sizeof(whole), "%s%s", headlines[4],
		         behind[k]);
		check_item(&f, 4, whole);
	}
}
END_TEST

/* Whatever the letters of the word. */
START_TEST(a_hyphen_within_a_word_is_no_mark)
{
	static const char *const heads[] = { "Топ-", "Été-", "Ὅλα-" };
	fixture f;

	for (size_t k = 0; k < 3; k++) {
		char whole[128];

		fill(&f, heads[k], "");
		cut(&f);
		snprintf(whole, sizeof(whole), "%s%s", heads[k],
		         headlines[2]);
		check_item(&f, 2, whole);
	}
}
END_TEST

START_TEST(a_longer_one_is_no_name)
{
	fixture f;
	char whole[256];
	const char *behind = " | the paper of record for all of the harbour "
	                     "and the villages behind it";

	fill(&f, "", behind);
	cut(&f);
	snprintf(whole, sizeof(whole), "%s%s", headlines[0], behind);
	check_item(&f, 0, whole);
}
END_TEST

START_TEST(a_line_that_is_the_name_alone_is_left)
{
	fixture f;

	fill(&f, "", " | Harbour Daily");
	add_line(&f, "", "News", " | Harbour Daily");
	cut(&f);
	check_item(&f, 0, headlines[0]);
	check_item(&f, 5, "News | Harbour Daily");
}
END_TEST

START_TEST(empty_items_and_lists_do_no_harm)
{
	fixture f;

	memset(&f, 0, sizeof(f));
	cut(&f);
	for (int i = 0; i < 6; i++)
		add_line(&f, "", "", "");
	cut(&f);
	ck_assert_uint_eq(f.items[5].begin, f.items[5].end);
}
END_TEST

SUITE("site_name", {
	CASE(a_name_behind_every_link_is_cut);
	CASE(a_name_before_every_link_is_cut);
	CASE(a_section_and_the_site_are_cut);
	CASE(sections_that_differ_stay);
	CASE(each_section_has_several);
	CASE(many_names_are_no_sections);
	CASE(second_halves_behind_dashes_stay);
	CASE(one_of_five_may_lack_the_name);
	CASE(few_links_are_left_whole);
	CASE(what_a_name_is_not);
	CASE(a_hyphen_within_a_word_is_no_mark);
	CASE(a_longer_one_is_no_name);
	CASE(a_line_that_is_the_name_alone_is_left);
	CASE(empty_items_and_lists_do_no_harm);
})
