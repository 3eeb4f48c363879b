/* test_groups.c - which lines of a page are looked at together. */
#include "verdict_fixture.h"

/* The worst lines in a row, with an ordinary one between; not all of them. */
START_TEST(stretches)
{
	size_t from = 99;

	fixture_lines(0, 40, 0, -LIKELY);
	ck_assert_uint_eq(scls_list_stretch(lines, 40, 0, &from), 0);
	for (size_t i = 10; i < 22; i++)
		lines[i].score = i == 15 ? -LIKELY / 2 : LIKELY;
	ck_assert_uint_eq(scls_list_stretch(lines, 40, 0, &from), 12);
	ck_assert_uint_eq(from, 10);
	ck_assert_uint_eq(scls_list_stretch(lines + 10, 14, 0, &from), 12);
	ck_assert_uint_eq(from, 0);
	ck_assert_uint_eq(scls_list_stretch(lines + 10, 12, 0, &from), 0);
	for (size_t i = 14; i < 22; i++)
		lines[i].score = -LIKELY;
	ck_assert_uint_eq(scls_list_stretch(lines, 40, 0, &from), 0);
}
END_TEST

/* It begins with a line above the bar, not with one at it. */
START_TEST(first_line_of_a_stretch)
{
	size_t from = 99;

	fixture_lines(0, 20, 0, -LIKELY);
	for (size_t i = 8; i < 14; i++)
		lines[i].score = LIKELY;
	lines[7].score = LIKELY / 4; /* a level of 256 */
	ck_assert_uint_eq(scls_list_stretch(lines, 20, 0, &from), 6);
	ck_assert_uint_eq(from, 8);
	lines[7].score = LIKELY / 4 + 5;
	ck_assert_uint_eq(scls_list_stretch(lines, 20, 0, &from), 7);
	ck_assert_uint_eq(from, 7);
}
END_TEST

/* Five lines are the fewest. */
START_TEST(shortest_stretch)
{
	size_t from = 99;

	fixture_lines(0, 20, 0, -LIKELY);
	for (size_t i = 8; i < 12; i++)
		lines[i].score = LIKELY;
	ck_assert_uint_eq(scls_list_stretch(lines, 20, 0, &from), 0);
	lines[12].score = LIKELY;
	ck_assert_uint_eq(scls_list_stretch(lines, 20, 0, &from), 5);
	ck_assert_uint_eq(from, 8);
}
END_TEST

/* Doubtful lines stand out where the others are ordinary. */
START_TEST(stretches_beside_others)
{
	int32_t usual;
	size_t from = 99;

	fixture_lines(0, 40, 0, -LIKELY);
	ck_assert_int_eq(scls_list_usual_level(lines, 40), -1024);
	ck_assert_uint_eq(scls_list_stretch(lines, 40, -1024, &from), 0);
	for (size_t i = 10; i < 20; i++)
		lines[i].score = 0;
	usual = scls_list_usual_level(lines, 40);
	ck_assert_int_eq(usual, -768);
	ck_assert_uint_eq(scls_list_stretch(lines, 40, 0, &from), 0);
	ck_assert_uint_eq(scls_list_stretch(lines, 40, usual, &from), 10);
	ck_assert_uint_eq(from, 10);
	/* A line's level is bounded: one does not stand for all. */
	lines[0].score = -100 * LIKELY;
	ck_assert_int_eq(scls_list_usual_level(lines, 40), -768);
}
END_TEST

static scls_lines seen[16];
static size_t n_seen;

static scls_status note_group(void *user, const scls_lines *group)
{
	(void)user;
	seen[n_seen++] = *group;
	return n_seen == 16 ? SPAMCLS_E_LIMIT : SPAMCLS_OK;
}

static void find_groups(size_t n)
{
	n_seen = 0;
	ck_assert_int_eq(scls_lines_each(&arena, lines, n, note_group, NULL),
	                 SPAMCLS_OK);
}

static void is_group(size_t i, size_t n, size_t part)
{
	ck_assert_uint_eq(seen[i].n, n);
	ck_assert_uint_eq(seen[i].part, part);
}

START_TEST(one_list_is_one_group)
{
	find_groups(0);
	ck_assert_uint_eq(n_seen, 0);
	fixture_lines(0, 9, 4, -LIKELY);
	find_groups(9);
	ck_assert_uint_eq(n_seen, 1);
	is_group(0, 9, 9);
	ck_assert_uint_eq(seen[0].of, 9);
	ck_assert_int_eq(seen[0].whole, 0);
}
END_TEST

START_TEST(lists_and_all_together)
{
	fixture_lines(0, 20, 0, -LIKELY);
	fixture_lines(20, 30, 1, -LIKELY);
	find_groups(50);
	ck_assert_uint_eq(n_seen, 3);
	is_group(0, 20, 20);
	is_group(1, 30, 30);
	/* A page is no more one list than its longest one is. */
	is_group(2, 50, 30);
	ck_assert_int_eq(seen[2].whole, 1);
	for (size_t i = 0; i < 3; i++)
		ck_assert_uint_eq(seen[i].of, 50);
}
END_TEST

/* A menu's words between four headlines or more; fewer are no list. */
START_TEST(narrow_lines_are_left_out)
{
	fixture_lines(0, 12, 0, -LIKELY);
	for (size_t i = 0; i < 12; i++)
		if (i % 3 != 1)
			lines[i].length = lines[i].han = 2;
	find_groups(12);
	ck_assert_uint_eq(n_seen, 1);
	is_group(0, 4, 4);
	ck_assert_uint_eq(seen[0].of, 4);
	for (size_t i = 0; i < 4; i++)
		ck_assert_uint_eq(seen[0].at[i], 3 * i + 1);
	lines[1].length = lines[1].han = 2;
	find_groups(12);
	is_group(0, 12, 12);
}
END_TEST

/* A stretch comes behind its list. */
START_TEST(a_stretch_is_a_group)
{
	fixture_lines(0, 40, 0, -LIKELY);
	for (size_t i = 10; i < 20; i++)
		lines[i].score = LIKELY;
	find_groups(40);
	ck_assert_uint_eq(n_seen, 2);
	is_group(0, 40, 40);
	is_group(1, 10, 10);
	ck_assert_uint_eq(seen[1].of, 40);
}
END_TEST

/* One that only stands out from its list is another group. */
START_TEST(what_stands_out_is_a_group)
{
	fixture_lines(0, 40, 0, -LIKELY);
	for (size_t i = 10; i < 20; i++)
		lines[i].score = 0;
	find_groups(40);
	ck_assert_uint_eq(n_seen, 2);
	is_group(1, 10, 10);
	ck_assert_ptr_eq(seen[1].at, seen[0].at + 10);
	for (size_t i = 14; i < 20; i++)
		lines[i].score = LIKELY;
	find_groups(40);
	ck_assert_uint_eq(n_seen, 3);
	is_group(1, 6, 6);
	is_group(2, 10, 10);
}
END_TEST

/* A list whose stretch speaks for it says so; the stretch does not. */
START_TEST(ordinary_lines_dilute_a_stretch)
{
	fixture_lines(0, 40, 0, -LIKELY);
	find_groups(40);
	ck_assert_int_eq(seen[0].diluted, 0);
	for (size_t i = 10; i < 20; i++)
		lines[i].score = LIKELY;
	find_groups(40);
	ck_assert_int_eq(seen[0].diluted, 1);
	ck_assert_int_eq(seen[1].diluted, 0);
	/* Lines that merely are no templates are not plainly ordinary. */
	for (size_t i = 0; i < 40; i++)
		if (i < 10 || i >= 20)
			lines[i].score = -LIKELY / 2 + 5;
	find_groups(40);
	ck_assert_int_eq(seen[0].diluted, 0);
}
END_TEST

START_TEST(a_call_that_fails_ends_the_groups)
{
	for (size_t i = 0; i < 20; i++)
		fixture_lines(4 * i, 4, (uint32_t)i, 0);
	n_seen = 0;
	ck_assert_int_eq(scls_lines_each(&arena, lines, 80, note_group,
	                                  NULL), SPAMCLS_E_LIMIT);
	ck_assert_uint_eq(n_seen, 16);
}
END_TEST

SUITE("groups", {
	tcase_add_checked_fixture(tcase, fixture_begin, fixture_end);
	CASE(stretches);
	CASE(first_line_of_a_stretch);
	CASE(shortest_stretch);
	CASE(stretches_beside_others);
	CASE(one_list_is_one_group);
	CASE(lists_and_all_together);
	CASE(narrow_lines_are_left_out);
	CASE(a_stretch_is_a_group);
	CASE(what_stands_out_is_a_group);
	CASE(ordinary_lines_dilute_a_stretch);
	CASE(a_call_that_fails_ends_the_groups);
})
