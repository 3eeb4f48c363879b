/* test_columns.c - what stands apart in a line. */
#include "segment/line/columns.h"

#include "../../suite.h"

static const struct {
	const char *line, *rest, *last;
	uint32_t least;
} lines[] = {
	{ "Snow  12 views", "Snow", "12 views", 2 },
	{ "Snow  12 views", "Snow  12 views", "", 3 },
	{ "Snow\t12 views", "Snow", "12 views", 3 },
	{ "Snow　　12", "Snow", "12", 3 },
	{ "Snow   and   rain", "Snow   and", "rain", 3 },
	{ "Snow and rain", "Snow and rain", "", 2 },
	{ "   Snow", "   Snow", "", 2 },
	{ "", "", "", 2 },
};

START_TEST(the_last_one)
{
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
		scls_span rest, last = scls_last_column(
		        scls_span_of(lines[i].line), lines[i].least, &rest);

		ck_assert_msg(scls_span_equal(last,
		                              scls_span_of(lines[i].last))
		              && scls_span_equal(
		                      rest, scls_span_of(lines[i].rest)),
		              "%s", lines[i].line);
	}
}
END_TEST

START_TEST(gaps)
{
	ck_assert(scls_has_gap(scls_span_of("Snow  rain")));
	ck_assert(scls_has_gap(scls_span_of("Snow\train")));
	ck_assert(!scls_has_gap(scls_span_of("Snow and rain")));
	ck_assert(!scls_has_gap(scls_span_of(" ")));
	ck_assert(!scls_has_gap(scls_span_of("")));
}
END_TEST

START_TEST(blanks)
{
	scls_span line = scls_span_of("a \xC2\xA0　b");
	uint32_t columns;

	ck_assert_uint_eq(scls_past_blanks(line, 1, &columns), line.size - 1);
	ck_assert_uint_eq(columns, 4);
	ck_assert_uint_eq(scls_past_blanks(line, 0, &columns), 0);
	ck_assert_uint_eq(columns, 0);
}
END_TEST

SUITE("columns", {
	CASE(the_last_one);
	CASE(gaps);
	CASE(blanks);
})
