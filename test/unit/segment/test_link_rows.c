/* test_link_rows.c - rows of headlines that are no anchors. */
#include "segment/bare.h"

#include "html_page_fixture.h"

static scls_draft draft;

static void look(const char *html)
{
	read_html(html);
	ck_assert_int_eq(scls_draft_begin(&draft, &arena, &phrases, &page), 0);
	ck_assert_int_eq(scls_link_rows(&draft), 0);
}

static uint32_t n_rows(void)
{
	uint32_t n = 0;

	for (uint32_t i = 0; draft.is_row && i < page.n_blocks; i++)
		n += draft.is_row[i] != 0;
	return n;
}

/* The only link of the row that begins with the words. */
static void check_row(const char *words, const char *href)
{
	size_t size = strlen(words);

	for (uint32_t i = 0; i < draft.page->n_links; i++) {
		const scls_page_link *link = &draft.page->links[i];
		const scls_block *block = &draft.page->blocks[link->block];

		if (strncmp(page.text + link->begin, words, size) != 0)
			continue;
		ck_assert_uint_eq(link->end - link->begin, size);
		ck_assert_uint_eq(block->first_link, i);
		ck_assert_uint_eq(block->n_links, 1);
		ck_assert_int_eq(strncmp(link->href.data, href,
		                         link->href.size), 0);
		ck_assert_uint_eq(link->href.size, strlen(href));
		return;
	}
	ck_abort_msg("no link: %s", words);
}

#define NAV "<p><a href=/home>Home</a> <a href=/news>News</a></p>"

/* Five items of a list, with the same before and behind each. */
#define FIVE(before, behind) \
	before "A winter of two crossings" behind \
	before "Who pays for the new pier?" behind \
	before "The bell that rang by itself" behind \
	before "Bakers of the valley win a prize" behind \
	before "School roof repaired in time" behind

START_TEST(rows_without_anchors)
{
	look(NAV "<ul>" FIVE("<li onclick=go()>", "</li>") "</ul>");
	ck_assert_uint_eq(n_rows(), 5);
	ck_assert_uint_eq(draft.page->n_links, 7);
	ck_assert_uint_eq(page.n_links, 2);
	check_row("A winter of two crossings", "");
	check_row("School roof repaired in time", "");
	ck_assert_uint_eq(draft.page->links[1].begin, page.links[1].begin);
	end();
}
END_TEST

/* The button is no link of the list, its headline goes where it does. */
START_TEST(rows_with_buttons)
{
	look(NAV "<div>" FIVE("<p>", " <a href=/1>Read more</a></p>")
	     "</div>" NAV);
	ck_assert_uint_eq(n_rows(), 5);
	ck_assert_uint_eq(draft.page->n_links, 9);
	check_row("Who pays for the new pier?", "/1");
	end();
	look(NAV "<div>" FIVE("<p><a href=/2>查看</a> ", "</p>") "</div>");
	ck_assert_uint_eq(n_rows(), 5);
	check_row("Bakers of the valley win a prize", "/2");
	end();
}
END_TEST

/* Days and teasers between them. */
START_TEST(rows_apart)
{
	look(NAV FIVE("<div><h3>", "</h3><p>The harbour master explains it, "
	                           "and so do the others.</p><i>May 3</i>"
	                           "</div>"));
	ck_assert_uint_eq(n_rows(), 5);
	end();
}
END_TEST

/* One that is no headline does not end them. */
START_TEST(rows_around_another)
{
	look(NAV "<h3>A winter of two crossings</h3><p>They say.</p><i>May</i>"
	     "<h3>Who pays for the new pier?</h3><p>They say.</p><i>May</i>"
	     "<h3>Bells</h3><p>They say.</p><i>May</i>"
	     "<h3>The bell that rang by itself</h3><p>They say.</p><i>May</i>"
	     "<h3>Bakers of the valley win a prize</h3><p>They say.</p>"
	     "<h3>School roof repaired in time</h3><p>They say.</p>");
	ck_assert_uint_eq(n_rows(), 5);
	end();
}
END_TEST

/* A teaser that is cut off looks like a headline, and stands behind one. */
START_TEST(rows_with_cut_teasers)
{
	look(NAV FIVE("<div><h3>", "</h3><p>The harbour master explains it, "
	                           "and so do the</p></div>"));
	ck_assert_uint_eq(n_rows(), 5);
	check_row("School roof repaired in time", "");
	end();
}
END_TEST

/* Sentences, links of their own, fewer than five, others between: no row, and
 * the page stays what it is. */
START_TEST(none)
{
	static const char *const pages[] = {
		NAV FIVE("<p>", ", they said.</p>"),
		NAV FIVE("<p><a href=/1>", "</a></p>"),
		NAV FIVE("<p>", " <a href=/1>by</a> hand</p>"),
		NAV "<li>A winter of two crossings<li>Who pays for the pier?"
		    "<li>Bakers of the valley win<li>School roof repaired",
		NAV FIVE("<pre>", "</pre>"),
		NAV FIVE("<p>", "</p>a<br>b<br>c<br>d<br>e<br>f<br>g<br>h<br>"
		                "i<br>j<br>"),
		"",
	};

	for (size_t i = 0; i < sizeof(pages) / sizeof(pages[0]); i++) {
		look(pages[i]);
		ck_assert_uint_eq(n_rows(), 0);
		ck_assert_ptr_null(draft.is_row);
		ck_assert_ptr_eq(draft.page, &page);
		end();
	}
}
END_TEST

SUITE("link_rows", {
	CASE(rows_without_anchors);
	CASE(rows_with_buttons);
	CASE(rows_apart);
	CASE(rows_around_another);
	CASE(rows_with_cut_teasers);
	CASE(none);
})
