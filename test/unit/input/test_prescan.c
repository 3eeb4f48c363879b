/* test_prescan.c - what pages say of their charset. */
#include "input/charset.h"
#include "../../suite.h"
#include "base/limits.h"

/* The page stands in memory of its very size: what is read behind it is found
 * under a sanitizer. */
static void check_label(const char *page, const char *label)
{
	size_t size = strlen(page);
	char *exact = malloc(size ? size : 1);
	scls_span found;

	memcpy(exact, page, size);
	found = scls_meta_charset(exact, size);
	ck_assert_msg(found.size == strlen(label)
	              && memcmp(found.data, label, found.size) == 0,
	              "%s: %.*s", page, (int)found.size, found.data);
	free(exact);
}

START_TEST(direct)
{
	check_label("<meta charset=gbk>", "gbk");
	check_label("<html><head><META CHARSET=\"GB2312\"/>", "GB2312");
	check_label("<meta charset = 'big5' >", "big5");
	check_label("<meta name=x charset=utf-8>", "utf-8");
	check_label("<meta\ncharset=euc-kr\n>", "euc-kr");
}
END_TEST

START_TEST(http_equiv)
{
	check_label("<meta http-equiv=\"Content-Type\" "
	            "content=\"text/html; charset=gb2312\">", "gb2312");
	check_label("<meta content='text/html;charset=Shift_JIS; x=1' "
	            "http-equiv=content-type>", "Shift_JIS");
	check_label("<meta http-equiv=content-type "
	            "content='text/html; charset = \"big5\"'>", "big5");
	check_label("<meta name=description content='charset=gbk'>", "");
	check_label("<meta http-equiv=refresh content='charset=gbk'>", "");
}
END_TEST

START_TEST(xml)
{
	check_label("<?xml version=\"1.0\" encoding=\"gb2312\"?><html>",
	            "gb2312");
	check_label("<?xml version='1.0'?><meta charset=big5>", "big5");
}
END_TEST

START_TEST(not_declared)
{
	check_label("", "");
	check_label("<", "");
	check_label("text <", "");
	check_label("<!", "");
	check_label("<meta", "");
	check_label("<meta charset", "");
	check_label("<meta charset=", "");
	check_label("<metadata charset=gbk>", "");
	check_label("charset=gbk", "");
	check_label("<!-- <meta charset=gbk> --><p>", "");
	check_label("<!-- <meta charset=gbk>", "");
	check_label("<p title='<meta charset=gbk>'>", "");
}
END_TEST

START_TEST(first_wins)
{
	check_label("<!-- <meta charset=gbk> --><meta charset=big5>", "big5");
	check_label("<!--><meta charset=big5>", "big5");
	check_label("<!---><meta charset=big5>", "big5");
	check_label("<meta name=a><meta charset=gbk><meta charset=big5>",
	            "gbk");
	check_label("1 < 2 <meta charset=gbk>", "gbk");
	check_label("<meta charset='gbk", "gbk");
}
END_TEST

START_TEST(bounded)
{
	char page[SCLS_MAX_META_SCAN + 64];
	scls_span label;

	memset(page, ' ', sizeof(page));
	memcpy(page + SCLS_MAX_META_SCAN, "<meta charset=gbk>", 18);
	label = scls_meta_charset(page, sizeof(page));
	ck_assert_uint_eq(label.size, 0);
	memcpy(page + SCLS_MAX_META_SCAN - 32, "<meta charset=gbk>", 18);
	label = scls_meta_charset(page, sizeof(page));
	ck_assert_uint_eq(label.size, 3);
}
END_TEST

SUITE("prescan", {
	CASE(direct);
	CASE(http_equiv);
	CASE(xml);
	CASE(not_declared);
	CASE(first_wins);
	CASE(bounded);
})
