/* test_charset.c - labels and the charsets they name. */
#include "input/charset.h"
#include "../../suite.h"

#include <unicode/ucnv.h>

static const char *name_of(const char *label)
{
	const scls_charset *charset = scls_charset_find(scls_span_of(label));

	return charset ? charset->name : "none";
}

START_TEST(names)
{
	static const char *const pairs[][2] = {
		{ "utf-8", "UTF-8" }, { "UTF8", "UTF-8" },
		{ "gb2312", "GB18030" }, { "GBK", "GB18030" },
		{ "x-gbk", "GB18030" }, { "cp936", "GB18030" },
		{ "gb18030", "GB18030" }, { "Big5-HKSCS", "Big5" },
		{ "big5", "Big5" }, { "sjis", "Shift_JIS" },
		{ "windows-31j", "Shift_JIS" }, { "euc-jp", "EUC-JP" },
		{ "ks_c_5601-1987", "EUC-KR" }, { "euc-kr", "EUC-KR" },
		{ "ISO-8859-1", "windows-1252" }, { "latin1",
		  "windows-1252" }, { "windows-1251", "windows-1251" },
		{ "utf-16", "UTF-16LE" }, { "UTF-16BE", "UTF-16BE" },
		{ "koi8-r", "KOI8-R" }, { "us-ascii", "UTF-8" },
	};

	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
		ck_assert_str_eq(name_of(pairs[i][0]), pairs[i][1]);
}
END_TEST

START_TEST(loose_spelling)
{
	ck_assert_str_eq(name_of("  GB2312\t"), "GB18030");
	ck_assert_str_eq(name_of("\"utf-8\""), "UTF-8");
	ck_assert_str_eq(name_of("'gbk';"), "GB18030");
}
END_TEST

START_TEST(unknown)
{
	ck_assert_str_eq(name_of(""), "none");
	ck_assert_str_eq(name_of("gb"), "none");
	ck_assert_str_eq(name_of("klingon"), "none");
	ck_assert_str_eq(name_of("utf-8 gbk"), "none");
	/* Two that stand side by side in a table are none, either. */
	ck_assert_str_eq(name_of("gbk gb2312"), "none");
	ck_assert_str_eq(name_of("a label that is longer than any in a table"),
	                 "none");
	ck_assert_str_eq(name_of("\xE7\xBC\x96"), "none");
}
END_TEST

/* Every charset of the web has a converter that ICU can open. */
START_TEST(converters)
{
	static const char *const labels[] = {
		"utf-8", "utf-16le", "utf-16be", "gb18030", "big5",
		"shift_jis", "euc-jp", "euc-kr", "iso-2022-jp",
		"iso-2022-kr", "hz-gb-2312", "windows-1250", "windows-1251",
		"windows-1252", "windows-1253", "windows-1254",
		"windows-1255", "windows-1256", "windows-1257",
		"windows-1258", "windows-874", "ibm866", "iso-8859-2",
		"iso-8859-3", "iso-8859-4", "iso-8859-5", "iso-8859-6",
		"iso-8859-7", "iso-8859-8", "iso-8859-8-i", "iso-8859-10",
		"iso-8859-13", "iso-8859-14", "iso-8859-15", "koi8-r",
		"koi8-u", "macintosh", "x-mac-cyrillic",
	};

	for (size_t i = 0; i < sizeof(labels) / sizeof(labels[0]); i++) {
		const scls_charset *charset = scls_charset_find(
		        scls_span_of(labels[i]));
		UErrorCode status = U_ZERO_ERROR;
		UConverter *icu;

		ck_assert_ptr_nonnull(charset);
		icu = ucnv_open(charset->icu, &status);
		ck_assert_msg(U_SUCCESS(status), "%s", labels[i]);
		ucnv_close(icu);
	}
}
END_TEST

SUITE("charset", {
	CASE(names);
	CASE(loose_spelling);
	CASE(unknown);
	CASE(converters);
})
