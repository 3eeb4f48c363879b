/* test_record_links.c - links that stand alike, and what is told of each. */
#include "segment/html/record_links.h"

#include "html_page_fixture.h"

#define ROW(n) "<li><i>" #n "</i><p><a href=/" #n ">Headline number " #n \
	"</a></p><p class=t>What it tells</p></li>"

static scls_draft draft;
static scls_view view;
static scls_records r;

static void begin_records(const char *html)
{
	read_html(html);
	ck_assert_int_eq(scls_draft_begin(&draft, &arena, &phrases,
	                                  &page), 0);
	ck_assert_int_eq(scls_view_begin(&view, &draft), 0);
	ck_assert_int_eq(scls_records_begin(&r, &view), 0);
}

/* Links, and a number and a teaser with each, also with the first and the
 * last. */
START_TEST(links_and_bounds)
{
	uint8_t is_body[11];

	begin_records("<p>Text.</p><ul>" ROW(1) ROW(2) ROW(3) "</ul>"
	              "<p>More.</p>");
	ck_assert_uint_eq(page.n_blocks, 11);
	ck_assert(scls_records_is_link(&r, 2));
	ck_assert(!scls_records_is_link(&r, 3));
	ck_assert_uint_eq(scls_records_next(&r, 0, SCLS_NO_BLOCK), 2);
	ck_assert_uint_eq(scls_records_next(&r, 8, 8), SCLS_NO_BLOCK);
	scls_records_find(&r, 2);
	ck_assert_uint_eq(r.n, 3);
	ck_assert_uint_eq(r.links[2], 8);
	scls_records_bound(&r, 0);
	ck_assert_uint_eq(r.begin, 1);
	ck_assert_uint_eq(r.end, 10);
	scls_records_count(&r);
	ck_assert(scls_records_is_told(&r, 3));
	memset(is_body, SCLS_IS_BODY, sizeof(is_body));
	scls_records_take_out(&r, is_body);
	for (uint32_t i = 0; i < 11; i++)
		HOLDS(is_body[i] == (i == 0 || i == 10), i);
	scls_records_forget(&r);
	ck_assert_uint_eq(r.inside[view.notes[3].kin], 0);
	end();
}
END_TEST

/* What is made like a paragraph elsewhere is not told of a link. */
START_TEST(made_alike)
{
	begin_records("<ul><li><p>Text.</p></li>" ROW(1) ROW(2) "<li>"
	              "<p class=t>More</p></li></ul>");
	scls_records_find(&r, 2);
	scls_records_bound(&r, 0);
	scls_records_count(&r);
	ck_assert(!scls_records_is_told(&r, 3));
	ck_assert(scls_records_is_told(&r, 1));
	end();
}
END_TEST

SUITE("record_links", {
	CASE(links_and_bounds);
	CASE(made_alike);
})
