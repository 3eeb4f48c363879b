/* test_jump.c - menus whose choices are addresses. */
#include "page/jump.h"
#include "reader_fixture.h"

static void expect_address(const char *tag, const char *address)
{
	scls_span found = scls_option_address(scls_span_of(tag));

	ck_assert_msg(scls_span_is_nocase(found, address), "%s: %.*s", tag,
	              (int)found.size, found.data);
}

START_TEST(addresses_of_options)
{
	expect_address(" value=/a/1.html", "/a/1.html");
	expect_address(" value='https://example.com/a'",
	               "https://example.com/a");
	expect_address(" selected value=?p=3", "?p=3");
	expect_address(" value=../b", "../b");
	expect_address(" value=7 data-url=/c", "/c");
	expect_address(" value=7 data-href=./d", "./d");
	expect_address(" value=", "");
	expect_address(" value=Asia/Shanghai", "");
	expect_address(" value=text/html", "");
	expect_address(" value=/", "");
	expect_address(" class=/x", "");
	expect_address("", "");
}
END_TEST

static int leads(const char *options)
{
	return scls_options_lead(options, options + strlen(options));
}

START_TEST(selects_that_lead)
{
	ck_assert(leads("<option value=/a>A</option></select>"));
	ck_assert(leads("<option value=''>Choose</option>\n"
	                "<option value=/a>A</option></select>"));
	ck_assert(leads("<optgroup label=x><option value=/a>A"));
	ck_assert(!leads("<option value=1>A<option value=2>B</select>"));
	ck_assert(!leads("</select><option value=/a>A"));
	ck_assert(!leads("<div><option value=/a>A"));
	ck_assert(!leads("A < B <option value=/a>"));
	ck_assert(!leads("<option>1<option>2<option>3<option>4<option>5"
	                 "<option>6<option>7<option>8<option value=/a>"));
	ck_assert(!leads("<option"));
	ck_assert(!leads("<"));
	ck_assert(!leads(""));
}
END_TEST

START_TEST(options_are_links)
{
	fixture_begin();
	read_html("<p>a<select onchange=go()><option value=''>Choose"
	          "<option value='/x?a=1&amp;b=2'>One</option>"
	          "<option value=/y>Two</select>b");
	expect_text("a\nChoose\nOne\nTwo\nb");
	ck_assert_uint_eq(page.n_links, 2);
	expect_link(0, "One", "/x?a=1&b=2");
	expect_link(1, "Two", "/y");
	ck_assert_uint_ne(page.blocks[2].within & SCLS_IN_FORM, 0);
	ck_assert_uint_eq(page.blocks[4].within & SCLS_IN_FORM, 0);
	fixture_end();
}
END_TEST

/* What is chosen in a form is no text of the page. */
START_TEST(options_of_forms)
{
	fixture_begin();
	read_html("<p>a<select name=zone><option value=Asia/Shanghai>One"
	          "<option value=2>Two</select>b");
	expect_text("a b");
	ck_assert_uint_eq(page.n_links, 0);
	fixture_end();
}
END_TEST

SUITE("jump", {
	CASE(addresses_of_options);
	CASE(selects_that_lead);
	CASE(options_are_links);
	CASE(options_of_forms);
})
