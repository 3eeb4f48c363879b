/* test_tag_rule.c - the table of names. */
#include "page/tag_rule.h"

#include "../../suite.h"
#include "page/element.h"

#include <string.h>

static scls_tag_table *table;
static spamcls_allocator allocator;

static const scls_tag_rule *rule(const char *name)
{
	return scls_tag_find(table, scls_tag_hash(name, strlen(name)));
}

static void begin(void)
{
	allocator = scls_alloc_default();
	ck_assert_int_eq(scls_tag_table_new(&table, &allocator), SPAMCLS_OK);
}

static void end(void)
{
	scls_tag_table_free(table);
}

START_TEST(every_element_is_there)
{
	for (int e = SCLS_E_BOXES + 1; e < SCLS_E_COUNT; e++)
		ck_assert_int_eq(rule(scls_element_of(e)->name)->element, e);
	ck_assert_int_eq(rule("DiV")->element, SCLS_E_DIV);
}
END_TEST

START_TEST(closing)
{
	ck_assert(scls_tag_closes(rule("p"), rule("div")));
	ck_assert(scls_tag_closes(rule("xmp"), rule("ul"))); /* the last */
	ck_assert(scls_tag_closes(rule("li"), rule("li")));
	ck_assert(!scls_tag_closes(rule("div"), rule("p")));
	ck_assert(!scls_tag_closes(rule("p"), rule("span")));
	ck_assert(!scls_tag_closes(rule("p"), rule("unheard-of")));
	ck_assert(!scls_tag_closes(rule("unheard-of"), rule("p")));
}
END_TEST

START_TEST(names_apart)
{
	ck_assert_int_eq(rule("br")->empty, 1);
	ck_assert_int_eq(rule("title")->place, SCLS_PLACE_HEAD);
	ck_assert_int_eq(rule("body")->place, SCLS_PLACE_ROOT);
	ck_assert_int_gt(rule("table")->strength, rule("td")->strength);
	ck_assert_int_gt(rule("div")->strength, rule("b")->strength);
	ck_assert_int_eq(rule("b")->strength, rule("unheard-of")->strength);
}
END_TEST

SUITE("tag_rule", {
	tcase_add_checked_fixture(tcase, begin, end);
	CASE(every_element_is_there);
	CASE(closing);
	CASE(names_apart);
})
