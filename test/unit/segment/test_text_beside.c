/* test_text_beside.c - prices and arrows beside headlines. */
#include "segment/text/text_beside.h"

#include "text_run_fixture.h"

static const scls_block_line *whole;

static void look(const char *const *lines)
{
	fixture_begin(&f, SPAMCLS_KIND_TEXT);
	fixture_lines(&f, lines);
	fixture_draft();
	whole = draft.lines;
	ck_assert_int_eq(scls_text_beside(&draft), 0);
}

/* Whether line i has the shape of that text. */
static int is_like(uint32_t i, const char *text)
{
	scls_shape shape;

	scls_shape_of(scls_span_of(text), &shape);
	return memcmp(&draft.lines[i].shape, &shape, sizeof(shape)) == 0;
}

START_TEST(prices_behind)
{
	static const char *const lines[] = {
		"Copper kettle with a wooden handle $45.00",
		"Cast iron pan for two, black $1,120.00 $99.50",
		"Set of six soup bowls from Delft €38",
		"搪瓷茶壶带竹柄，一升半装 ￥129.00", NULL
	};

	look(lines);
	ck_assert_int_eq(is_like(0, "Copper kettle with a wooden handle"), 1);
	ck_assert_int_eq(is_like(1, "Cast iron pan for two, black"), 1);
	ck_assert_int_eq(is_like(2, "Set of six soup bowls from Delft"), 1);
	ck_assert_int_eq(is_like(3, "搪瓷茶壶带竹柄，一升半装"), 1);
	/* What others see of the page stays. */
	ck_assert_int_eq(draft.lines != whole, 1);
	ck_assert_uint_eq(whole[0].shape.others, 1);
	fixture_end(&f);
}
END_TEST

START_TEST(arrows_before)
{
	static const char *const lines[] = {
		"↳ Repairs in the old harbour quarter",
		"↳ Questions about winter timetables",
		"→ Answers from the ferry company", NULL
	};

	look(lines);
	ck_assert_int_eq(is_like(0, "Repairs in the old harbour quarter"), 1);
	ck_assert_int_eq(is_like(1, "Questions about winter timetables"), 1);
	ck_assert_int_eq(is_like(2, "Answers from the ferry company"), 1);
	fixture_end(&f);
}
END_TEST

/* One alone is a headline's own, and so are figures that are no price. */
START_TEST(stays_as_it_is)
{
	static const char *const lines[] = {
		"Council sells the old mill for $120,000",
		"Bakers of the valley win three prizes",
		"↳ Questions about winter timetables",
		"Council buys the new mill for $130,000",
		"Ferry tickets rise by $5m in the spring",
		"Ferry tickets fall by 12.50 in the autumn",
		"$12.00", "$14.50", "Total $26.50", "Sum $53.00", "", NULL
	};

	look(lines);
	ck_assert_int_eq(draft.lines == whole, 1);
	fixture_end(&f);
}
END_TEST

START_TEST(nothing_to_see)
{
	static const char *const none[] = { NULL };
	static const char *const one[] = {
		"Copper kettle with a wooden handle $45.00", NULL
	};

	look(none);
	ck_assert_int_eq(draft.lines == whole, 1);
	fixture_end(&f);
	look(one);
	ck_assert_int_eq(draft.lines == whole, 1);
	fixture_end(&f);
}
END_TEST

static const char *const goods[] = {
	"Copper-Bottom Kettle - Wooden Handle $45.00",
	"Cast-Iron Pan for Two - Black $120.00 $99.50",
	"Soup-Bowl Set from Delft - Blue $38.00",
	"Bread-Box with a Rolling Lid - Oak $64.90",
	"Tea-Strainer with a Chain - Steel $12.00 $9.00",
	"Pepper-Mill - Oiled Beech $27.50", NULL
};

/* Their prices and signs stand beside what they are called. */
START_TEST(goods_with_prices)
{
	EXPECT_RUN(2, TO_THE_END, english, goods);
}
END_TEST

SUITE("text_beside", {
	CASE(prices_behind);
	CASE(arrows_before);
	CASE(stays_as_it_is);
	CASE(nothing_to_see);
	CASE(goods_with_prices);
})
