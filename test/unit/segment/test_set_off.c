/* test_set_off.c - names that a bar, a dash or brackets set off. */
#include "segment/set_off.h"

#include "../../suite.h"

static void check_span(scls_span name, const char *expected)
{
	ck_assert_msg(scls_span_equal(name, scls_span_of(expected)),
	              "\"%.*s\" was found, not \"%s\"", (int)name.size,
	              name.data, expected);
}

static void check_before(const char *line, const char *expected)
{
	check_span(scls_set_off_before(scls_span_of(line)), expected);
}

static void check_behind(const char *line, const char *expected)
{
	check_span(scls_set_off_behind(scls_span_of(line)), expected);
}

START_TEST(marks_go_with_the_name)
{
	check_before("[Notices] Bridge opens", "[Notices] ");
	check_before("江城|大桥通车", "江城|");
	check_behind("Bridge opens | Harbour Daily", " | Harbour Daily");
	check_behind("大桥通车【江城】", "【江城】");
}
END_TEST

START_TEST(of_several_the_outermost_is_found)
{
	check_before("Town | Roads | Bridge opens", "Town | ");
	check_behind("Bridge opens - Roads - Town", " - Town");
	check_behind("大桥通车——江城", "——江城");
}
END_TEST

START_TEST(a_line_without_marks_has_none)
{
	check_before("Bridge opens", "");
	check_behind("Bridge opens for x-ray vans", "");
	check_before("", "");
	check_behind("", "");
}
END_TEST

START_TEST(dashes_are_told_from_bars)
{
	ck_assert(scls_is_by_dash(scls_span_of(" - Town")));
	ck_assert(scls_is_by_dash(scls_span_of("——江城")));
	ck_assert(!scls_is_by_dash(scls_span_of(" | Town")));
	ck_assert(!scls_is_by_dash(scls_span_of("")));
}
END_TEST

SUITE("set_off", {
	CASE(marks_go_with_the_name);
	CASE(of_several_the_outermost_is_found);
	CASE(a_line_without_marks_has_none);
	CASE(dashes_are_told_from_bars);
})
