/* test_element.c - elements, words of classes, styles that hide. */
#include "page/element.h"
#include "../../suite.h"
#include "page/page.h"

static int find(const char *name)
{
	return scls_element_find(name, strlen(name));
}

static unsigned within(const char *words)
{
	scls_token_index index;

	scls_token_index_fill(&index);
	return scls_tokens_within(&index, scls_span_of(words));
}

static int hides(const char *style)
{
	return scls_style_hides(scls_span_of(style)) != 0;
}

/* Each name leads to itself: the table is sorted. */
START_TEST(all_names)
{
	for (int i = SCLS_E_BOXES + 1; i < SCLS_E_COUNT; i++)
		ck_assert_int_eq(find(scls_element_of(i)->name), i);
}
END_TEST

START_TEST(names)
{
	ck_assert_int_eq(find("p"), SCLS_E_P);
	ck_assert_int_eq(find("Div"), SCLS_E_DIV);
	ck_assert_int_eq(find("BLOCKQUOTE"), SCLS_E_BLOCKQUOTE);
	ck_assert_int_eq(find(""), SCLS_E_OTHER);
	ck_assert_int_eq(find("x-card"), SCLS_E_OTHER);
	ck_assert_int_eq(find("zzz"), SCLS_E_OTHER);
	ck_assert_int_eq(find("di"), SCLS_E_OTHER);
	ck_assert_int_eq(find("divs"), SCLS_E_OTHER);
	ck_assert_uint_eq(scls_element_of(SCLS_E_NAV)->within, SCLS_IN_NAV);
	ck_assert_uint_eq(scls_element_of(SCLS_E_H2)->tag, SCLS_TAG_H2);
}
END_TEST

START_TEST(words)
{
	ck_assert_uint_eq(within(""), 0);
	ck_assert_uint_eq(within("col-md-8 clearfix"), 0);
	ck_assert(within("main-nav") & SCLS_IN_NAV);
	ck_assert(within("navBar") & SCLS_IN_NAV);
	ck_assert(within("siteNav") & SCLS_IN_NAV);
	ck_assert(within("Breadcrumbs") & SCLS_IN_NAV);
	ck_assert(within("site-footer") & SCLS_IN_FOOTER);
	ck_assert(within("relatedPosts") & SCLS_IN_RELATED);
	ck_assert(within("box xiangguan") & SCLS_IN_RELATED);
	ck_assert(within("tuijian_list") & SCLS_IN_RELATED);
	ck_assert(within("pinglun") & SCLS_IN_COMMENTS);
	ck_assert(within("zhengwen") & SCLS_IN_CONTENT);
	ck_assert(within("post-content") & SCLS_IN_CONTENT);
	ck_assert(within("share_bar") & SCLS_IN_CHROME);
	ck_assert(within("sidebar2") & SCLS_IN_ASIDE);
	ck_assert(!(within("unavailable") & SCLS_IN_NAV));
	ck_assert(!(within("head") & SCLS_IN_CHROME));
}
END_TEST

/* A value is looked at by so many bytes: where these end does not matter. */
START_TEST(words_in_every_place)
{
	static const char *const others[] = { "x-", "ab ", "Zz", "9_", "xX" };
	char value[200];

	for (size_t n = 0; n < 120; n++) {
		for (size_t k = 0; k < 5; k++) {
			for (size_t i = 0; i < n; i++)
				value[i] = others[k][i % strlen(others[k])];
			strcpy(value + n, "-navBar");
			ck_assert_uint_eq(within(value), within("navBar"));
			strcpy(value + n, ".site-footer bars");
			ck_assert_uint_eq(within(value), within("footer"));
			/* The word is another where letters touch it. */
			value[n] = 'q';
			strcpy(value + n + 1, "nav");
			ck_assert_uint_eq(within(value), 0);
		}
	}
}
END_TEST

START_TEST(hiding_styles)
{
	ck_assert(hides("display:none"));
	ck_assert(hides("color:red; DISPLAY : None !important"));
	ck_assert(hides("visibility: hidden"));
	ck_assert(hides("font-size:0"));
	ck_assert(hides("font-size:0px;"));
	ck_assert(hides("position:absolute;left:-9999px"));
	ck_assert(hides("text-indent:-999em"));
	ck_assert(hides("top:-1000.5px"));
	ck_assert(hides("left:-60.5em"));
	ck_assert(hides("width:0;height:0"));
	ck_assert(hides("height:0;overflow:hidden"));
	ck_assert(hides("display:\r\nnone;\r\ncolor:red"));
	ck_assert(hides("display:block;display:none"));
	ck_assert(hides("display:none!important;display:block"));
	ck_assert(hides("display:flex;display:none !important;display:block"));
}
END_TEST

START_TEST(styles_that_do_not)
{
	ck_assert(!hides(""));
	ck_assert(!hides("display:block"));
	ck_assert(!hides("display:none;display:block"));
	ck_assert(!hides("display:none!important;display:block!important"));
	ck_assert(!hides("display:none;color:red!important;display:block"));
	ck_assert(!hides("x-display:none"));
	ck_assert(!hides("font-size:0.9em"));
	ck_assert(!hides("font-size:01"));
	ck_assert(!hides("left:-20px"));
	ck_assert(!hides("margin-left:-100%"));
	ck_assert(!hides("margin-left:-1000.5%"));
	ck_assert(!hides("margin-left:-15em"));
	ck_assert(!hides("left:9999px"));
	ck_assert(!hides("height:0"));
	ck_assert(!hides("width:100%;height:auto;overflow:hidden"));
	ck_assert(!hides("background:url(x"));
}
END_TEST

SUITE("element", {
	CASE(all_names);
	CASE(names);
	CASE(words);
	CASE(words_in_every_place);
	CASE(hiding_styles);
	CASE(styles_that_do_not);
})
