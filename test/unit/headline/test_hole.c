/* test_hole.c - slots that nobody filled: where they end, and their kind. */
#include "headline/hole.h"

#include "headline/fold.h"

#include "../../suite.h"

#define ROOM 64

static uint32_t unit[ROOM], from[ROOM], to[ROOM];

/* The length of the hole at unit `at` of the text. */
static uint32_t scan(const char *source, uint32_t at, enum scls_hole *kind)
{
	scls_units u = { .unit = unit, .from = from, .to = to,
	                     .room = ROOM };

	scls_fold(scls_span_of(source), &u);
	*kind = SCLS_HOLE_NONE;
	return scls_hole_scan(unit, u.n, at, kind);
}

START_TEST(each_kind)
{
	static const struct {
		const char *source;
		uint32_t size;
		enum scls_hole kind;
	} e[] = {
		{ "{name}s", 6, SCLS_HOLE_BRACES },
		{ "{{name}} x", 8, SCLS_HOLE_BRACES },
		{ "${name}", 7, SCLS_HOLE_BRACES },
		{ "#{name}", 7, SCLS_HOLE_BRACES },
		{ "{name", 0, SCLS_HOLE_NONE },
		{ "{a name of more than 24 units}", 0, SCLS_HOLE_NONE },
		{ "%s x", 2, SCLS_HOLE_FORMAT },
		{ "%keyword%", 9, SCLS_HOLE_FORMAT },
		{ "$keyword x", 8, SCLS_HOLE_FORMAT },
		{ "$ab x", 0, SCLS_HOLE_NONE },
		{ "%d x", 2, SCLS_HOLE_FORMAT }, { "%tons", 0, SCLS_HOLE_NONE },
		{ "%%", 0, SCLS_HOLE_NONE }, { "$$", 0, SCLS_HOLE_NONE },
		{ "[city name]", 11, SCLS_HOLE_LABEL },
		{ "[town]", 0, SCLS_HOLE_NONE },
		{ "(city)", 0, SCLS_HOLE_NONE },
		{ "[]", 2, SCLS_HOLE_EMPTY }, { "( )", 3, SCLS_HOLE_EMPTY },
		{ "null x", 4, SCLS_HOLE_NULL },
		{ "[object object]", 15, SCLS_HOLE_NULL },
		{ "nullx", 0, SCLS_HOLE_NONE },
		{ "xxx", 3, SCLS_HOLE_XXX }, { "x", 0, SCLS_HOLE_NONE },
	};

	for (size_t i = 0; i < sizeof(e) / sizeof(e[0]); i++) {
		enum scls_hole kind;

		HOLDS(scan(e[i].source, 0, &kind) == e[i].size, i);
		HOLDS(kind == e[i].kind, i);
	}
}
END_TEST

/* Where nothing but a number stands before it, a percent sign is none. */
START_TEST(percent_signs)
{
	enum scls_hole kind;

	ck_assert_uint_eq(scan("木%", 1, &kind), 1);
	ck_assert_int_eq(kind, SCLS_HOLE_PERCENT);
	ck_assert_uint_eq(scan("%", 0, &kind), 0);
	ck_assert_uint_eq(scan("a%", 1, &kind), 0);
}
END_TEST

/* Braces in a row are looked through once, from the first on: thousands of
 * them would be looked through thousands of times. */
START_TEST(braces_in_a_row)
{
	enum scls_hole kind;

	ck_assert_uint_eq(scan("{{{{name}", 0, &kind), 9);
	for (uint32_t at = 1; at < 4; at++)
		ck_assert_uint_eq(scan("{{{{name}", at, &kind), 0);
	ck_assert_uint_eq(scan("a{name}", 1, &kind), 6);
	ck_assert_uint_eq(scan("${name}", 1, &kind), 6);
}
END_TEST

/* The units that begin a hole are those that are said to. */
START_TEST(few_units_begin_one)
{
	static const char *const sources[] = {
		"x", "xx", "{a}", "${a}", "#{a}", "%s", "$abc", "[city]",
		"【城市】", "<city>", "[]", "()", "<>", "【】", "《》",
		"undefined", "null", "nan", "lorem ipsum", "tbd",
		"[object object]", "placeholder",
	};

	for (size_t i = 0; i < sizeof(sources) / sizeof(sources[0]); i++) {
		enum scls_hole kind;

		HOLDS((scan(sources[i], 0, &kind) > 0) == (i > 0), i);
		HOLDS(scls_hole_may_begin(unit[0]), i);
	}
	ck_assert(!scls_hole_may_begin('a') && !scls_hole_may_begin('0'));
	ck_assert(!scls_hole_may_begin(U'木'));
}
END_TEST

SUITE("hole", {
	CASE(each_kind);
	CASE(percent_signs);
	CASE(braces_in_a_row);
	CASE(few_units_begin_one);
})
