/* test_attribute.c - the attributes of a tag. */
#include "page/attribute.h"
#include "../../suite.h"

#include <stdio.h>

/* "name=value|name|..." */
static void check_list(const char *tag, const char *expected)
{
	scls_attribute_scan s = { tag, tag + strlen(tag), { NULL, 0 },
		                  { NULL, 0 } };
	char text[256] = "";
	size_t n = 0;

	while (scls_attribute_next(&s)) {
		n += (size_t)snprintf(text + n, sizeof(text) - n, "%.*s",
		                      (int)s.name.size, s.name.data);
		if (s.value.data)
			n += (size_t)snprintf(text + n, sizeof(text) - n,
			                      "=%.*s", (int)s.value.size,
			                      s.value.data);
		n += (size_t)snprintf(text + n, sizeof(text) - n, "|");
	}
	ck_assert_str_eq(text, expected);
}

START_TEST(values)
{
	check_list("", "");
	check_list("  ", "");
	check_list(" a=b c='d e' f=\"g>h\"", "a=b|c=d e|f=g>h|");
	check_list(" a = b\tc\n=\r'd'", "a=b|c=d|");
	check_list(" a b=", "a|b=|");
	check_list(" a=b c d='' e", "a=b|c|d=|e|");
	check_list(" a='b'c=d", "a=b|c=d|");
	check_list(" a=\"never closed b=c", "a=never closed b=c|");
	check_list("/a=b", "a=b|");
	check_list(" data-x:y.z_0=1", "data-x:y.z_0=1|");
}
END_TEST

START_TEST(bogus)
{
	check_list(" @click=\"a(b)\" c=d", "c=d|");
	check_list(" = =x \"y\" 1=2 c=d", "c=d|");
	check_list(" / / c=d", "c=d|");
}
END_TEST

static int slash(const char *tag)
{
	return scls_attributes_slash(scls_span_of(tag));
}

START_TEST(slash_at_the_end)
{
	ck_assert(slash("/"));
	ck_assert(slash(" a='b'/"));
	ck_assert(slash(" a/"));
	ck_assert(slash(" a=b /"));
	ck_assert(!slash(" href=/b/"));
	ck_assert(!slash(" a='/"));
	ck_assert(!slash(" a"));
	ck_assert(!slash(""));
}
END_TEST

START_TEST(type_hidden)
{
	ck_assert(scls_attributes_hidden(scls_span_of(" type=hidden")));
	ck_assert(scls_attributes_hidden(scls_span_of(" a='' TYPE='Hidden'")));
	ck_assert(!scls_attributes_hidden(scls_span_of(" type=text")));
	ck_assert(!scls_attributes_hidden(scls_span_of(" type hidden")));
	ck_assert(!scls_attributes_hidden(scls_span_of("")));
}
END_TEST

static void check_span(scls_span span, const char *text)
{
	ck_assert(scls_span_equal(span, scls_span_of(text)));
}

START_TEST(fields)
{
	scls_attributes a;

	memset(&a, 0, sizeof(a));
	scls_attributes_read(scls_span_of(
	        " CLASS='a b' class=c Id=d href='/x' style=\"e:f\" role=g"
	        " itemprop=h type=i HIDDEN"), &a);
	check_span(a.class_name, "a b");
	check_span(a.id, "d");
	check_span(a.href, "/x");
	check_span(a.style, "e:f");
	check_span(a.role, "g");
	check_span(a.itemprop, "h");
	ck_assert(a.hidden);
	memset(&a, 0, sizeof(a));
	scls_attributes_read(scls_span_of(" id=d class"), &a);
	ck_assert_ptr_null(a.class_name.data);
	ck_assert(!a.hidden);
}
END_TEST

static int shadow(const char *tag)
{
	return scls_attributes_shadow(scls_span_of(tag));
}

START_TEST(shadow_root)
{
	ck_assert(shadow(" shadowrootmode=open"));
	ck_assert(shadow(" id=a ShadowRootMode='CLOSED'"));
	ck_assert(!shadow(""));
	ck_assert(!shadow(" shadowrootmode"));
	ck_assert(!shadow(" shadowrootmode=none"));
	ck_assert(!shadow(" class='shadowrootmode=open'"));
}
END_TEST

SUITE("attribute", {
	CASE(values);
	CASE(bogus);
	CASE(slash_at_the_end);
	CASE(type_hidden);
	CASE(shadow_root);
	CASE(fields);
})
