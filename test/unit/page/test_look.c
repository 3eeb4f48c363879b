/* test_look.c - ends of tags and of white space, wherever they stand. */
#include "page/look.h"

#include "../../suite.h"

/* What the tag that ends behind n bytes looks like, and what not. */
static void check_end(const char *before, const char *tag)
{
	for (size_t n = 0; n < 100; n++) {
		char text[300];
		size_t size;

		strcpy(text, before);
		memset(text + strlen(text), 'x', n);
		strcpy(text + strlen(before) + n, tag);
		size = strlen(text);
		strcat(text, "a>'\" >");
		ck_assert_ptr_eq(scls_look_tag_end(text, text + strlen(text)),
		                 text + size);
		/* What is cut off has its end at the end. */
		ck_assert_ptr_eq(scls_look_tag_end(text, text + size - 1),
		                 text + size - 1);
	}
}

START_TEST(ends_of_tags)
{
	check_end("", ">");
	check_end("a b=", ">");
	check_end("a b='>\">", "'>");
	check_end("a b = \">'>", "\"/>");
	check_end("a b=\"c\"d='>", "' e='>'>");
	/* Quotes that begin no value hide nothing. */
	check_end("a \"", ">");
	check_end("a b=\"\"\"", ">");
	check_end("a it's", ">");
}
END_TEST

START_TEST(a_value_without_end)
{
	static const char text[] = "a b='c> d> e> f> g> h> i> j> k> l> m> n>";
	const char *end = text + sizeof(text) - 1;

	ck_assert_ptr_eq(scls_look_tag_end(text, end), end);
	ck_assert_ptr_eq(scls_look_tag_end(text, text), text);
}
END_TEST

START_TEST(white_space)
{
	char text[200];

	for (size_t n = 0; n < 100; n++) {
		int line = 7;

		memset(text, n % 2 ? ' ' : '\t', n);
		strcpy(text + n, "x\ny");
		ck_assert_ptr_eq(scls_look_blanks_end(text, text + n + 1,
		                                       text + n + 3, &line),
		                 text + n);
		ck_assert_int_eq(line, 0);
		if (n == 0)
			continue;
		text[n / 2] = n % 3 ? '\n' : '\r';
		ck_assert_ptr_eq(scls_look_blanks_end(text, text + n,
		                                       text + n + 3, &line),
		                 text + n);
		ck_assert_int_eq(line, 1);
		ck_assert_ptr_eq(scls_look_blanks_end(text, text + n / 2,
		                                       text + n + 3, &line),
		                 text + n / 2);
		ck_assert_int_eq(line, 0);
	}
}
END_TEST

START_TEST(looked_for)
{
	char text[100];

	memset(text, 'x', sizeof(text));
	for (size_t n = 0; n < sizeof(text); n++) {
		text[n] = '<';
		ck_assert_ptr_eq(scls_look_for(text, text + sizeof(text), '<'),
		                 text + n);
		ck_assert_ptr_eq(scls_look_for(text, text + n + 1, '<'),
		                 text + n);
		ck_assert_ptr_null(scls_look_for(text, text + n, '<'));
		text[n] = 'x';
	}
}
END_TEST

START_TEST(bytes_of_names)
{
	static const char of[] = "-.0123456789:ABCDEFGHIJKLMNOPQRSTUVWXYZ_"
		"abcdefghijklmnopqrstuvwxyz";
	size_t n = 0;

	for (int c = -128; c < 128; c++)
		if (scls_is_of_name((char)c))
			ck_assert_int_eq(of[n++ % sizeof(of)], c);
	ck_assert_uint_eq(n, strlen(of));
}
END_TEST

SUITE("look", {
	CASE(ends_of_tags);
	CASE(a_value_without_end);
	CASE(white_space);
	CASE(looked_for);
	CASE(bytes_of_names);
})
