/* test_api_classify.c - pages in, results out: what always holds of them. */
#include "api_opened.h"

static void check_range(const spamcls_result *r, uint32_t begin, uint32_t end)
{
	ck_assert_uint_le(begin, end);
	ck_assert_uint_le(end, r->text_size);
}

static void check_lists(const spamcls_result *r)
{
	for (size_t i = 0; i < r->n_lists; i++) {
		const spamcls_list *list = &r->lists[i];

		check_range(r, list->begin, list->end);
		check_range(r, list->heading_begin, list->heading_end);
		ck_assert_uint_le((size_t)list->first_link + list->n_links,
		                  r->n_links);
	}
	for (size_t i = 0; i < r->n_links; i++) {
		const spamcls_link *link = &r->links[i];

		check_range(r, link->begin, link->end);
		ck_assert_uint_lt(link->list, r->n_lists);
		ck_assert_ptr_nonnull(link->href);
		ck_assert_uint_eq(strlen(link->href), link->href_size);
		ck_assert_ptr_nonnull(link->family);
		ck_assert(link->probability >= 0 && link->probability <= 1);
		ck_assert_int_eq(link->skeleton[0] == '\0',
		                 link->label == SPAMCLS_LABEL_CLEAN);
	}
}

/* What the header promises of every result. */
static void check_result(const spamcls_result *r)
{
	uint32_t before = 0;

	ck_assert(r->text != NULL && r->text[r->text_size] == '\0');
	ck_assert(r->kind == SPAMCLS_KIND_HTML || r->kind == SPAMCLS_KIND_TEXT);
	ck_assert(r->kind != SPAMCLS_KIND_HTML || !r->text_is_input);
	check_range(r, r->title_begin, r->title_end);
	for (size_t i = 0; i < r->n_segments; i++) {
		check_range(r, r->segments[i].begin, r->segments[i].end);
		ck_assert_uint_ge(r->segments[i].begin, before);
		before = r->segments[i].end;
	}
	check_lists(r);
	for (size_t i = 0; i < r->n_reasons; i++) {
		check_range(r, r->reasons[i].begin, r->reasons[i].end);
		ck_assert_ptr_nonnull(r->reasons[i].name);
		ck_assert_ptr_nonnull(r->reasons[i].message_en);
		ck_assert_ptr_nonnull(r->reasons[i].message_zh);
	}
	ck_assert_int_eq(api_sum(r->reasons, r->n_reasons), r->score);
	ck_assert(r->probability >= 0 && r->probability <= 1);
	ck_assert_uint_eq(strlen(r->db_id), 16);
}

START_TEST(farm)
{
	const spamcls_result *r = api_classify(session, farm_page,
	                                       sizeof(farm_page) - 1);

	check_result(r);
	ck_assert_int_eq(r->verdict, SPAMCLS_FARM);
	ck_assert_uint_eq(r->n_links, FARM_LINKS);
	ck_assert_int_ne(r->lists[r->links[0].list].trailing, 0);
	ck_assert_int_ne(r->text_is_input, 0);
	ck_assert_uint_eq(r->input_offset, 0);
	ck_assert_int_eq(memcmp(r->text, farm_page, r->text_size), 0);
}
END_TEST

START_TEST(honest)
{
	const spamcls_result *r = api_classify(session, honest_page,
	                                       sizeof(honest_page) - 1);

	check_result(r);
	ck_assert_int_eq(r->verdict, SPAMCLS_CLEAN);
	r = api_classify(session, html_page, sizeof(html_page) - 1);
	check_result(r);
	ck_assert_int_eq(r->verdict, SPAMCLS_CLEAN);
	ck_assert_int_eq(r->kind, SPAMCLS_KIND_HTML);
	ck_assert_uint_eq(r->title_end - r->title_begin, 10);
	ck_assert_int_eq(memcmp(r->text + r->title_begin, "Market day", 10),
	                 0);
}
END_TEST

START_TEST(byte_order_mark)
{
	char page[sizeof(farm_page) + 3] = "\xEF\xBB\xBF";
	const spamcls_result *r;

	memcpy(page + 3, farm_page, sizeof(farm_page));
	r = api_classify(session, page, sizeof(page) - 1);
	check_result(r);
	ck_assert_int_eq(r->charset_source, SPAMCLS_CHARSET_BOM);
	ck_assert_int_ne(r->text_is_input, 0);
	ck_assert_uint_eq(r->input_offset, 3);
	ck_assert_int_eq(memcmp(r->text, page + 3, r->text_size), 0);
}
END_TEST

START_TEST(empty)
{
	static const char *const pages[] = { "", "\n\n", "<html></html>" };

	for (size_t i = 0; i < sizeof(pages) / sizeof(pages[0]); i++) {
		const spamcls_result *r = api_classify(session, pages[i],
		                                       strlen(pages[i]));

		check_result(r);
		ck_assert_int_eq(r->verdict, SPAMCLS_CLEAN);
		ck_assert_uint_eq(r->n_links, 0);
	}
	check_result(api_classify(session, NULL, 0));
	ck_assert(api_classify(session, "", 0)->flags & SPAMCLS_FLAG_EMPTY);
	/* white space alone is no text, in a page or out of one */
	ck_assert(api_classify(session, " \n\n", 3)->flags
	          & SPAMCLS_FLAG_EMPTY);
	ck_assert(api_classify(session, "<p> </p>", 8)->flags
	          & SPAMCLS_FLAG_EMPTY);
	ck_assert(!(api_classify(session, "a\n", 2)->flags
	            & SPAMCLS_FLAG_EMPTY));
}
END_TEST

START_TEST(not_text)
{
	static const char pdf[] = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj\n<<";
	static const char png[] = "\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\1\0\0";
	const spamcls_result *r;

	r = api_classify(session, pdf, sizeof(pdf) - 1);
	check_result(r);
	ck_assert(r->flags & SPAMCLS_FLAG_NOT_TEXT);
	ck_assert_int_eq(r->verdict, SPAMCLS_NO_VERDICT);
	ck_assert_int_eq(r->score, 0);
	r = api_classify(session, png, sizeof(png) - 1);
	check_result(r);
	ck_assert(r->flags & SPAMCLS_FLAG_NOT_TEXT);
}
END_TEST

START_TEST(nul_in_the_middle)
{
	char page[sizeof(farm_page)];
	const spamcls_result *r;

	memcpy(page, farm_page, sizeof(page));
	page[strcspn(page, "\n")] = '\0';
	r = api_classify(session, page, sizeof(page) - 1);
	check_result(r);
	ck_assert_uint_eq(r->n_links, FARM_LINKS);
}
END_TEST

START_TEST(one_bad_byte)
{
	char page[sizeof(farm_page)];
	const spamcls_result *r;

	memcpy(page, farm_page, sizeof(page));
	*strstr(page, "公共") = '\xFF';
	r = api_classify(session, page, sizeof(page) - 1);
	check_result(r);
	ck_assert_int_eq(r->charset_source == SPAMCLS_CHARSET_ASCII, 0);
	ck_assert_uint_gt(r->repairs, 0);
	ck_assert(r->flags & SPAMCLS_FLAG_REPAIRED);
	ck_assert_uint_eq(r->n_links, FARM_LINKS);
	ck_assert_int_eq(r->verdict, SPAMCLS_FARM);
}
END_TEST

START_TEST(charset_of_the_caller)
{
	spamcls_input input = api_input("caf\xE9 au lait", 12);
	const spamcls_result *r = NULL;

	input.charset = "windows-1252";
	ck_assert_int_eq(spamcls_classify(session, &input, &r), SPAMCLS_OK);
	check_result(r);
	ck_assert_int_eq(r->charset_source, SPAMCLS_CHARSET_CALLER);
	ck_assert_ptr_nonnull(strstr(r->text, "caf\xC3\xA9"));
	input.charset = "klingon-8";
	ck_assert_int_eq(spamcls_classify(session, &input, &r), SPAMCLS_OK);
	check_result(r);
	ck_assert(r->flags & SPAMCLS_FLAG_UNKNOWN_CHARSET);
	ck_assert_int_ne(r->charset_source, SPAMCLS_CHARSET_CALLER);
	input.charset = "";
	ck_assert_int_eq(spamcls_classify(session, &input, &r), SPAMCLS_OK);
	check_result(r);
}
END_TEST

/* Blocks of one role in a row are one segment. */
START_TEST(segments)
{
	static const spamcls_role roles[] = {
		SPAMCLS_ROLE_TITLE, SPAMCLS_ROLE_BODY,
		SPAMCLS_ROLE_LIST_HEADING, SPAMCLS_ROLE_LINK_LIST
	};
	const spamcls_result *r = api_classify(session, farm_page,
	                                       sizeof(farm_page) - 1);

	ck_assert_uint_eq(r->n_segments, 4);
	for (size_t i = 0; i < 4; i++) {
		ck_assert_int_eq(r->segments[i].role, roles[i]);
		ck_assert_uint_lt(r->segments[i].begin, r->segments[i].end);
	}
	ck_assert_uint_eq(r->segments[0].begin, r->title_begin);
	ck_assert_uint_eq(r->segments[0].end, r->title_end);
	ck_assert_uint_eq(r->segments[2].begin, r->lists[0].heading_begin);
	ck_assert_uint_eq(r->segments[3].begin, r->links[0].begin);
	ck_assert_uint_eq(r->segments[3].end, r->text_size - 1);
}
END_TEST

/* A converter's text of a page: what it tells of links is no text of them. */
static const char markdown[] =
	"The workshop by the river\n\n"
	"* [What is on](/what \"This week\")\n* [Where we are](/where)\n\n"
	"The old store was empty for ten years, until some joiners took it "
	"last spring. See [the opening hours](/hours) before you come.\n\n"
	"[![](store.png)](/store)\n\n"
	"On Saturdays there is a long table with all that went wrong. The "
	"children like it best of all that there is to be seen.\n";

/* The body's segments go on over no mark of a link. */
START_TEST(markdown_links)
{
	const spamcls_result *r = api_classify(session, markdown,
	                                       sizeof(markdown) - 1);
	char all[sizeof(markdown)] = "";

	check_result(r);
	ck_assert_int_eq(r->kind, SPAMCLS_KIND_TEXT);
	for (size_t i = 0; i < r->n_segments; i++) {
		const spamcls_segment *s = &r->segments[i];

		strncat(all, r->text + s->begin, s->end - s->begin);
		strcat(all, "|");
	}
	ck_assert_ptr_nonnull(strstr(all, "|What is on|Where we are|The old"));
	ck_assert_ptr_nonnull(strstr(all, "See [the opening hours](/hours)"));
	ck_assert_ptr_null(strstr(all, "store.png"));
}
END_TEST

static const char guide[] =
	"<title>How to build it</title><main><article>"
	"<h1>How to build it</h1>"
	"<p>The tool needs a compiler and a quarter of an hour. Begin with "
	"the packages, then run the build as it stands below."
	"<h2>Packages</h2><ul><li>a compiler that knows C11, of the last ten "
	"years<li><b>make</b>, of any age, for it runs the build<li><a "
	"href=/z>zlib</a> for what is packed</ul>"
	"<h3>Steps</h3><pre>  cd tool\n\tmake\n</pre>"
	"<p>If a test fails after that, send us what it printed. We answer "
	"within the week, on most days sooner than that."
	"<table><tr><td>The first option is the prefix, which says where the "
	"tool goes in the end.<td>It is a folder. By default it is the one "
	"for what is made on the machine itself.</table>"
	"<p>That is all there is to it. The next page says how to change the "
	"settings, which most people never do.";

/* The forms of the body of a guide, and the levels of its headings. */
START_TEST(forms)
{
	static const spamcls_form expected[] = {
		SPAMCLS_FORM_TEXT, SPAMCLS_FORM_TEXT, SPAMCLS_FORM_TEXT,
		SPAMCLS_FORM_ITEM, SPAMCLS_FORM_TEXT, SPAMCLS_FORM_CODE,
		SPAMCLS_FORM_TEXT, SPAMCLS_FORM_CELL, SPAMCLS_FORM_TEXT
	};
	const spamcls_result *r = api_classify(session, guide,
	                                       sizeof(guide) - 1);
	uint32_t levels = 0;
	size_t n = 0;

	check_result(r);
	for (size_t i = 0; i < r->n_segments; i++) {
		const spamcls_segment *s = &r->segments[i];

		if (s->role != SPAMCLS_ROLE_BODY
		    && s->role != SPAMCLS_ROLE_HEADING) {
			ck_assert_int_eq(s->form, SPAMCLS_FORM_TEXT);
			continue;
		}
		ck_assert_uint_lt(n, sizeof(expected) / sizeof(expected[0]));
		ck_assert_int_eq(s->form, expected[n++]);
		levels = levels * 10 + s->level;
	}
	ck_assert_uint_eq(n, sizeof(expected) / sizeof(expected[0]));
	ck_assert_uint_eq(levels, 102030000);
}
END_TEST

/* An ordinary link has none. */
START_TEST(skeletons_of_marked_links)
{
	static const char page[] = "Market day\n"
		"光子晶圆架构突破,算力飙升417.3%背后的产业变局与未来展望\n"
		"A walk by the river\n";
	spamcls_input input = api_input(page, sizeof(page) - 1);
	const spamcls_result *r = NULL;

	input.kind = SPAMCLS_KIND_LINKS;
	ck_assert_int_eq(spamcls_classify(session, &input, &r), SPAMCLS_OK);
	ck_assert_uint_eq(r->n_links, 2);
	ck_assert_int_ne(r->links[0].label, SPAMCLS_LABEL_CLEAN);
	ck_assert_int_eq(r->links[1].label, SPAMCLS_LABEL_CLEAN);
	check_lists(r);
}
END_TEST

START_TEST(split_only)
{
	spamcls_input input = api_input(farm_page, sizeof(farm_page) - 1);
	const spamcls_result *r = NULL;

	ck_assert_int_eq(spamcls_split(session, &input, &r), SPAMCLS_OK);
	check_result(r);
	ck_assert_uint_eq(r->n_reasons, 0);
	ck_assert_int_eq(r->score, 0);
	ck_assert_int_eq(r->verdict, SPAMCLS_NO_VERDICT);
	ck_assert_uint_eq(r->n_links, FARM_LINKS);
	for (size_t i = 0; i < r->n_links; i++) {
		ck_assert_int_eq(r->links[i].score, 0);
		ck_assert_int_eq(r->links[i].label, SPAMCLS_LABEL_CLEAN);
	}
}
END_TEST

START_TEST(same_again)
{
	const spamcls_result *r = api_classify(session, farm_page,
	                                       sizeof(farm_page) - 1);
	int32_t score = r->score;

	api_classify(session, html_page, sizeof(html_page) - 1);
	r = api_classify(session, farm_page, sizeof(farm_page) - 1);
	check_result(r);
	ck_assert_int_eq(r->score, score);
}
END_TEST

SUITE("api_classify",
	tcase_add_checked_fixture(tcase, open_all, close_all);
	CASE(farm);
	CASE(honest);
	CASE(byte_order_mark);
	CASE(empty);
	CASE(not_text);
	CASE(nul_in_the_middle);
	CASE(one_bad_byte);
	CASE(charset_of_the_caller);
	CASE(segments);
	CASE(markdown_links);
	CASE(forms);
	CASE(skeletons_of_marked_links);
	CASE(split_only);
	CASE(same_again);
)
