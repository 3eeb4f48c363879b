/* test_date.c - the date beside a link. */
#include "segment/line/date.h"

#include "../../suite.h"

static void check(const char *line, const char *rest)
{
	scls_span got = scls_without_date(scls_span_of(line));

	ck_assert_msg(scls_span_equal(got, scls_span_of(rest)), "%s: %.*s",
	              line, (int)got.size, got.data);
}

static const struct {
	const char *line, *rest;
} with[] = {
	{ "新馆开放 2021-03-05", "新馆开放 " },
	{ "新馆开放\t2021/3/5", "新馆开放\t" },
	{ "新馆开放\xC2\xA0" "2021.03.05 09:30", "新馆开放\xC2\xA0" },
	{ "新馆开放　2021年3月5日", "新馆开放　" },
	{ "新馆开放 (2021-03-05 9:30:15)", "新馆开放 " },
	{ "新馆开放[03-05]", "新馆开放" },
	{ "新馆开放（03/05）", "新馆开放" },
	{ "新馆开放【2021年12月31日】", "新馆开放" },
	{ "The ferry 03-05", "The ferry " },
	{ "2021-03-05 新馆开放", " 新馆开放" },
	{ "[2021-03-05 10:00]新馆开放", "新馆开放" },
	{ "2021-03-05", "" },
	{ "2021-03-05 The ferry 2021-03-06", "2021-03-05 The ferry " },
};

static const char *const without[] = {
	"", "新馆开放", "新馆开放2021-03-05", "新馆开放 2021-13-05",
	"新馆开放 2021-03-32", "新馆开放 2021-03/05", "The score is 3-2",
	"新馆开放 1821-03-05", "新馆开放 2021年3月5", "In May 2021",
	"新馆开放 (2021-03-05", "2021-03-05新馆开放", "新馆开放 20210305",
	"3.5 percent", "2021年3月5日起新馆开放", "Rooms 12-345", "(图)",
	"新馆开放 (03-05) 图",
};

START_TEST(dates)
{
	for (size_t i = 0; i < sizeof(with) / sizeof(with[0]); i++)
		check(with[i].line, with[i].rest);
}
END_TEST

START_TEST(no_dates)
{
	for (size_t i = 0; i < sizeof(without) / sizeof(without[0]); i++)
		check(without[i], without[i]);
}
END_TEST

SUITE("date", {
	CASE(dates);
	CASE(no_dates);
})
