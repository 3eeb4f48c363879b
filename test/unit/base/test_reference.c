/* test_reference.c - character references. */
#include "base/reference.h"

#include "../../suite.h"

#include <string.h>

static void check_text(const char *text, const char *decoded)
{
	char out[256];
	scls_span in = { text, strlen(text) };
	size_t size = scls_references(in, out);

	ck_assert_uint_le(size, in.size);
	out[size] = '\0';
	ck_assert_str_eq(out, decoded);
	ck_assert_uint_eq(size, strlen(decoded));
}

START_TEST(names)
{
	check_text("a &amp; b &lt;c&gt; &quot;&apos;", "a & b <c> \"'");
	check_text("&nbsp;&copy;&AElig;&zwnj;&thetasym;",
	           "\xC2\xA0\xC2\xA9\xC3\x86\xE2\x80\x8C\xCF\x91");
	check_text("&Amp; &bogus; &am &; & &a b;",
	           "&Amp; &bogus; &am &; & &a b;");
	check_text("&averyveryverylongname;", "&averyveryverylongname;");
}
END_TEST

static void check_one(const char *text, const char *decoded, size_t behind)
{
	char out[5] = "";
	size_t at = 0;

	out[scls_reference(text, strlen(text), &at, out)] = '\0';
	ck_assert_str_eq(out, decoded);
	ck_assert_uint_eq(at, behind);
}

/* In the text of a page they go on with a word, too. */
START_TEST(names_in_text)
{
	check_one("&nbspWord", "\xC2\xA0", 5);
	check_one("&eacutet", "\xC3\xA9", 7);
	check_one("&copy=2", "\xC2\xA9", 5);
	check_one("&hellipx", "&", 1);
	check_one("&T", "&", 1);
	check_one("&nbspfoo;", "\xC2\xA0", 5);
	check_one("&percnt y", "&", 1);
	check_one("&notin;", "\xE2\x88\x89", 7);
}
END_TEST

/* As browsers do in an attribute. */
START_TEST(names_without_an_end)
{
	check_text("&nbsp&copy 2008 &amp", "\xC2\xA0\xC2\xA9 2008 &");
	check_text("?a=1&copy=2&lt3 &copyright &apos &hellip",
	           "?a=1&copy=2&lt3 &copyright &apos &hellip");
}
END_TEST

START_TEST(numbers)
{
	check_text("&#65;&#x4e00;&#X4E00;&#65", "A一一A");
	check_text("&#65 b&#66c&#x43g", "A bBcCg"); /* nothing behind is lost */
	check_text("&#0;&#xD800;&#x110000;&#99999999999;", "");
	check_text("&#xD7FF;&#xDFFF;&#xE000;&#xFFFD;&#xFFFE;&#x10000;"
	           "&#x10FFFF;", "\xED\x9F\xBF\xEE\x80\x80\xEF\xBF\xBD"
	           "\xF0\x90\x80\x80\xF4\x8F\xBF\xBF");
	check_text("&#9;&#10;&#13;&#31;&#11; &#32;", "\t\n\r  ");
	check_text("&#38;amp;", "&amp;"); /* once is enough */
}
END_TEST

/* Old editors wrote windows-1252. */
START_TEST(numbers_of_windows)
{
	check_text("it&#146;s &#x93;so&#148; &#150; &#128;",
	           "it’s “so” – €");
	check_text("&#129;&#160;", "\xC2\x81\xC2\xA0");
}
END_TEST

/* As a query's last "&" before the fragment. */
START_TEST(marks_without_a_number)
{
	check_text("?a=1&#top", "?a=1&#top");
	check_text("AT&#T &#; &#x; &#xg; &#", "AT&#T &#; &#x; &#xg; &#");
	check_text("&#x", "&#x");
}
END_TEST

SUITE("reference", {
	CASE(names);
	CASE(names_in_text);
	CASE(names_without_an_end);
	CASE(numbers);
	CASE(numbers_of_windows);
	CASE(marks_without_a_number);
})
