/* test_links.c - URLs: what is cleaned, and which are of one host. */
#include "../../examples/crawler/links.c"

#include "../suite.h"

#include <locale.h>

/* What href is on a page with that base; "" where it is not fetched. */
static const char *resolved_in(const char *base, const char *href)
{
	static char text[MAX_URL + 1];
	crawl_url url;

	text[0] = '\0';
	if (crawl_url_resolve("http://a.example/b/c", base, href, &url)) {
		strcpy(text, url.url);
		crawl_url_free(&url);
	}
	return text;
}

static const char *resolved(const char *href)
{
	return resolved_in(NULL, href);
}

/* The base is relative to the page; what is no address counts for nothing. */
START_TEST(base_of_a_page)
{
	ck_assert_str_eq(resolved_in("/x/", "d"), "http://a.example/x/d");
	ck_assert_str_eq(resolved_in(" y/z\n", "d"), "http://a.example/b/y/d");
	ck_assert_str_eq(resolved_in("//e.example/f/", "d?q"),
	                 "http://e.example/f/d?q");
	ck_assert_str_eq(resolved_in("/x/", "https://b.example/"),
	                 "https://b.example/");
	ck_assert_str_eq(resolved_in("data:,x", "d"), "http://a.example/b/d");
	ck_assert_str_eq(resolved_in("", "d"), "http://a.example/b/d");
}
END_TEST

START_TEST(blanks_and_line_ends)
{
	ck_assert_str_eq(resolved("d"), "http://a.example/b/d");
	ck_assert_str_eq(resolved(" \n/d\t"), "http://a.example/d");
	ck_assert_str_eq(resolved("/d\r\n  e f"),
	                 "http://a.example/d%20%20e%20f");
	ck_assert_str_eq(resolved("\nhttps://b.example/ "),
	                 "https://b.example/");
	ck_assert_str_eq(resolved("java\nscript:x()"), "");
}
END_TEST

START_TEST(hosts_of_any_script)
{
	/* As the crawler does. */
	ck_assert_ptr_nonnull(setlocale(LC_CTYPE, "C.UTF-8"));
	ck_assert_str_eq(resolved("//B.Example/"), "http://b.example/");
	ck_assert_str_eq(resolved("//m\xC3\xBCnchen.example/\xC3\xA9"),
	                 "http://xn--mnchen-3ya.example/%c3%a9");
}
END_TEST

/* One page has one address, or it would be fetched twice. */
START_TEST(one_form)
{
	static const char *const same[] = {
		"http://a.example/d?q", "http://a.example:80/d?q", "/d?q",
		"HTTP://A.example/d?q#e", "../d?q", "./x/../../d?q",
	};

	for (size_t i = 0; i < sizeof(same) / sizeof(same[0]); i++)
		ck_assert_str_eq(resolved(same[i]), same[0]);
	ck_assert_str_eq(resolved("http://b.example"), "http://b.example/");
	ck_assert_str_eq(resolved("https://b.example:443?q"),
	                 "https://b.example/?q");
	ck_assert_str_eq(resolved("http://b.example:443/"),
	                 "http://b.example:443/");
}
END_TEST

START_TEST(too_long)
{
	char href[MAX_URL + 2];

	memset(href, 'a', sizeof(href));
	href[MAX_URL + 1] = '\0';
	ck_assert_str_eq(resolved(href), "");
}
END_TEST

START_TEST(one_host)
{
	ck_assert(crawl_same_host("http://a:80", "https://a:443"));
	ck_assert(crawl_same_host("http://a:8080", "https://a:8080"));
	ck_assert(crawl_same_host("http://[::1]:80", "https://[::1]:443"));
	ck_assert(!crawl_same_host("http://a:80", "http://a:8080"));
	ck_assert(!crawl_same_host("http://a:443", "http://a:80"));
	ck_assert(!crawl_same_host("http://a:80", "http://b.a:80"));
	ck_assert(!crawl_same_host("http://a:80", "http://ab:80"));
}
END_TEST

SUITE("crawl_links",
	CASE(base_of_a_page);
	CASE(blanks_and_line_ends);
	CASE(hosts_of_any_script);
	CASE(one_form);
	CASE(too_long);
	CASE(one_host);
)
