/* test_sniff.c - the order of trust. */
#include "input/sniff.h"
#include "base/limits.h"
#include "encoded.h"

static unsigned asked;
static size_t asked_bytes;
static const char *asked_from;
static const char *answer = "";

static scls_span guess(void *context, const char *data, size_t size)
{
	(void)context;
	ck_assert_uint_gt(size, 0);
	asked++;
	asked_bytes = size;
	asked_from = data;
	return scls_span_of(answer);
}

static scls_sniffed sniff(const char *data, size_t size, const char *charset)
{
	scls_span in = { data, size };
	scls_sniffed out;

	asked = 0;
	scls_sniff(in, charset, guess, NULL, &out);
	ck_assert_ptr_nonnull(out.charset);
	return out;
}

static void expect(scls_sniffed got, const char *name,
                   spamcls_charset_source source)
{
	ck_assert_str_eq(got.charset->name, name);
	ck_assert_int_eq(got.source, source);
}

static void expect_encoded(const char *icu, const char *text,
                           const char *label, const char *name)
{
	size_t size;
	char *bytes = encode(icu, text, &size);
	scls_sniffed got = sniff(bytes, size, label);

	ck_assert_str_eq(got.charset->name, name);
	free(bytes);
}

START_TEST(marks)
{
	expect(sniff("\xEF\xBB\xBF" "a", 4, "gbk"), "UTF-8",
	       SPAMCLS_CHARSET_BOM);
	expect(sniff("\xFF\xFE" "a\0", 4, NULL), "UTF-16LE",
	       SPAMCLS_CHARSET_BOM);
	expect(sniff("\xFE\xFF\0a", 4, "utf-8"), "UTF-16BE",
	       SPAMCLS_CHARSET_BOM);
	ck_assert_uint_eq(sniff("\xEF\xBB\xBF", 3, NULL).bom, 3);
}
END_TEST

START_TEST(ascii)
{
	expect(sniff("plain", 5, NULL), "UTF-8", SPAMCLS_CHARSET_ASCII);
	expect(sniff("plain", 5, "gbk"), "UTF-8", SPAMCLS_CHARSET_ASCII);
	expect(sniff("plain text", 10, "utf-16"), "UTF-8",
	       SPAMCLS_CHARSET_ASCII);
	/* Escapes switch to what no byte above ASCII tells of. */
	answer = "ISO-2022-JP";
	expect(sniff("\x1B$B$3\x1B(B", 8, NULL), "ISO-2022-JP",
	       SPAMCLS_CHARSET_DETECTED);
	ck_assert_uint_eq(asked, 1);
	expect(sniff("~{VP~}", 6, "hz-gb-2312"), "HZ-GB-2312",
	       SPAMCLS_CHARSET_CALLER);
}
END_TEST

START_TEST(caller_before_meta)
{
	static const char page[] = "<meta charset=big5>\xA4\xA4\xA4\xE5";
	scls_sniffed got;

	expect(sniff(page, sizeof(page) - 1, "gbk"), "GB18030",
	       SPAMCLS_CHARSET_CALLER);
	expect(sniff(page, sizeof(page) - 1, NULL), "Big5",
	       SPAMCLS_CHARSET_META);
	got = sniff(page, sizeof(page) - 1, "no-such-charset");
	expect(got, "Big5", SPAMCLS_CHARSET_META);
	ck_assert_uint_eq(got.flags, SPAMCLS_FLAG_UNKNOWN_CHARSET);
}
END_TEST

START_TEST(utf16_of_a_meta)
{
	static const char page[] = "<meta charset=utf-16>\xE4\xB8\xAD";

	expect(sniff(page, sizeof(page) - 1, NULL), "UTF-8",
	       SPAMCLS_CHARSET_UTF8);
}
END_TEST

START_TEST(lying_labels)
{
	expect_encoded("UTF-8", "<meta charset=gb2312>" SIMPLIFIED, NULL,
	               "UTF-8");
	expect_encoded("UTF-8", SIMPLIFIED, "iso-8859-1", "UTF-8");
	expect_encoded("GB18030", "<meta charset=utf-8>" SIMPLIFIED, NULL,
	               "GB18030");
	expect_encoded("GB18030", SIMPLIFIED, "utf-8", "GB18030");
	expect_encoded("Big5", "<meta charset=big5>" TRADITIONAL, NULL,
	               "Big5");
	expect_encoded("windows-1251", RUSSIAN, "windows-1251",
	               "windows-1251");
}
END_TEST

/* Tools write the label of Latin-1 by themselves. */
START_TEST(not_latin_at_all)
{
	answer = "KOI8-R";
	expect_encoded("KOI8-R", "<meta charset=iso-8859-1>" RUSSIAN, NULL,
	               "KOI8-R");
	ck_assert_uint_eq(asked, 1);
	expect_encoded("GB18030", SIMPLIFIED, "windows-1252", "GB18030");
	ck_assert_uint_eq(asked, 0);
	expect_encoded("windows-1252", FRENCH, "iso-8859-1", "windows-1252");
	ck_assert_uint_eq(asked, 0);
	expect_encoded("UTF-8", "<meta charset=iso-8859-1>© 2005", NULL,
	               "UTF-8");
	expect_encoded("UTF-8", "© 2005", "gb2312", "GB18030");
}
END_TEST

START_TEST(chinese_under_the_other_label)
{
	expect_encoded("GB18030", "<meta charset=big5>" SIMPLIFIED, NULL,
	               "GB18030");
	expect_encoded("EUC-JP", JAPANESE, "euc-jp", "EUC-JP");
	answer = "Big5";
	expect_encoded("Big5", "<meta charset=gb2312>" TRADITIONAL, NULL,
	               "Big5");
	ck_assert_uint_eq(asked, 1);
	expect_encoded("GB18030", SIMPLIFIED, "gb2312", "GB18030");
	ck_assert_uint_eq(asked, 0);
	answer = "EUC-JP";
	expect_encoded("GB18030", TRADITIONAL, "gbk", "GB18030");
	ck_assert_uint_eq(asked, 1);
}
END_TEST

/* Editors of one country's pages are sold in another. */
START_TEST(alphabet_under_a_label_of_chinese)
{
	answer = "ISO-8859-1";
	expect_encoded("windows-1252", "<meta charset=gb2312>" FRENCH, NULL,
	               "windows-1252");
	ck_assert_uint_eq(asked, 1);
	expect_encoded("windows-1252", FRENCH, "euc-kr", "windows-1252");
	expect_encoded("windows-1252", "d\xC3\xA9j\xC3\xA0 vu", "gb2312",
	               "GB18030"); /* two letters say nothing */
	expect_encoded("GB18030", "a 新 b 馆 c 一 d 层 e 书 f 是 g", "gbk",
	               "GB18030");
}
END_TEST

START_TEST(chinese_under_a_label_of_korean)
{
	answer = "GB18030";
	expect_encoded("GB18030", "<meta charset=euc-kr>" SIMPLIFIED, NULL,
	               "GB18030");
	ck_assert_uint_eq(asked, 1);
	expect_encoded("windows-949", KOREAN, "euc-kr", "EUC-KR");
	ck_assert_uint_eq(asked, 0);
	answer = "EUC-KR";
	expect_encoded("GB18030", SIMPLIFIED, "euc-kr", "EUC-KR");
}
END_TEST

START_TEST(not_utf8_at_all)
{
	answer = "ISO-8859-1";
	expect_encoded("windows-1252", "<meta charset=utf-8>" FRENCH, NULL,
	               "windows-1252");
	ck_assert_uint_eq(asked, 1);
	answer = "Shift_JIS";
	expect_encoded("Shift_JIS", "<meta charset=utf-8>" JAPANESE JAPANESE
	               JAPANESE JAPANESE, NULL, "Shift_JIS");
	answer = "ISO-8859-1";
	expect(sniff("don\x92t", 6, "utf-8"), "windows-1252",
	       SPAMCLS_CHARSET_DETECTED);
	expect(sniff("\xC2\xA9 don\x92t", 9, "utf-8"), "UTF-8",
	       SPAMCLS_CHARSET_CALLER);
}
END_TEST

/* One bad byte overturns no judgement. */
START_TEST(one_bad_byte)
{
	static const struct {
		const char *icu, *text, *name;
	} pages[] = {
		{ "UTF-8", "<meta charset=gbk>" SIMPLIFIED, "UTF-8" },
		{ "UTF-8", SIMPLIFIED, "UTF-8" },
		{ "GB18030", SIMPLIFIED, "GB18030" },
		{ "GB18030", "<meta charset=utf-8>" SIMPLIFIED, "GB18030" },
	};

	for (size_t i = 0; i < sizeof(pages) / sizeof(pages[0]); i++) {
		size_t size;
		char *bytes = encode(pages[i].icu, pages[i].text, &size);

		bytes[size / 2] = '\xFF';
		ck_assert_str_eq(sniff(bytes, size, NULL).charset->name,
		                 pages[i].name);
		ck_assert_uint_eq(asked, 0);
		free(bytes);
	}
}
END_TEST

START_TEST(undeclared)
{
	expect_encoded("UTF-8", "新", NULL, "UTF-8");
	expect_encoded("GB18030", SIMPLIFIED, NULL, "GB18030");
	expect_encoded("GB18030", "新馆", NULL, "GB18030");
	expect_encoded("UTF-16LE", "<p>text</p>" SIMPLIFIED, NULL,
	               "UTF-16LE");
	expect_encoded("UTF-16BE", "<p>text</p>" SIMPLIFIED, NULL,
	               "UTF-16BE");
	expect_encoded("UTF-16LE", SIMPLIFIED, "utf-16le", "UTF-16LE");
}
END_TEST

/* "utf-16" is said of either order of bytes. */
START_TEST(order_of_bytes)
{
	static const char big[] = "\0H\0e\0l\0l\0o\0 \0y\0o\0u";
	static const char little[] = "H\0e\0l\0l\0o\0 \0y\0o\0u\0";

	expect(sniff(big, sizeof(big) - 1, "utf-16"), "UTF-16BE",
	       SPAMCLS_CHARSET_DETECTED);
	expect(sniff(little, sizeof(little) - 1, "utf-16be"), "UTF-16LE",
	       SPAMCLS_CHARSET_DETECTED);
	expect(sniff(big, sizeof(big) - 1, "utf-16be"), "UTF-16BE",
	       SPAMCLS_CHARSET_CALLER);
	expect(sniff(little, sizeof(little) - 1, "utf-16"), "UTF-16LE",
	       SPAMCLS_CHARSET_CALLER);
}
END_TEST

/* Han and U+3000 with a zero byte say nothing of the order. */
START_TEST(order_of_bytes_of_han)
{
	static const char *const texts[] = {
		"　　第一章　新的一天\n　　一条老街\n　　一间茶馆\n　　最好的一天\n",
		"一二三四一五六七一八九十，最好的一天",
	};
	static const char *const labels[] = { "UTF-16LE", "UTF-16BE" };

	for (size_t i = 0; i < 4; i++) {
		const char *label = labels[i % 2];
		size_t size;
		char *bytes = encode(label, texts[i / 2], &size);

		expect(sniff(bytes, size, label), label,
		       SPAMCLS_CHARSET_CALLER);
		free(bytes);
	}
}
END_TEST

START_TEST(detector)
{
	size_t size;
	char *bytes = encode("windows-1252", FRENCH, &size);

	answer = "ISO-8859-1";
	expect(sniff(bytes, size, NULL), "windows-1252",
	       SPAMCLS_CHARSET_DETECTED);
	ck_assert_uint_eq(asked, 1);
	answer = "IBM420_rtl";
	expect(sniff(bytes, size, NULL), "windows-1252",
	       SPAMCLS_CHARSET_DETECTED);
	answer = "UTF-16BE";
	expect(sniff(bytes, size, NULL), "windows-1252",
	       SPAMCLS_CHARSET_DETECTED);
	free(bytes);
}
END_TEST

/* The detector sees no more than a sample, from where the question begins. */
START_TEST(sample)
{
	enum { PLAIN = 100000, MUCH = 200000 };
	char *bytes = malloc(MUCH);

	memset(bytes, 'a', PLAIN);
	for (size_t i = PLAIN; i < MUCH; i++)
		bytes[i] = i % 2 ? 'b' : '\xE9';
	answer = "ISO-8859-1";
	expect(sniff(bytes, MUCH, NULL), "windows-1252",
	       SPAMCLS_CHARSET_DETECTED);
	ck_assert_uint_eq(asked, 1);
	ck_assert_uint_eq(asked_bytes, SCLS_MAX_CHARSET_SAMPLE);
	ck_assert(asked_from >= bytes + PLAIN - 64
	          && asked_from <= bytes + PLAIN);
	expect(sniff(bytes, PLAIN + 1000, NULL), "windows-1252",
	       SPAMCLS_CHARSET_DETECTED);
	ck_assert_uint_lt(asked_bytes, 1100);
	free(bytes);
}
END_TEST

SUITE("sniff", {
	CASE(marks);
	CASE(ascii);
	CASE(caller_before_meta);
	CASE(utf16_of_a_meta);
	CASE(lying_labels);
	CASE(not_latin_at_all);
	CASE(chinese_under_the_other_label);
	CASE(alphabet_under_a_label_of_chinese);
	CASE(chinese_under_a_label_of_korean);
	CASE(not_utf8_at_all);
	CASE(one_bad_byte);
	CASE(undeclared);
	CASE(order_of_bytes);
	CASE(order_of_bytes_of_han);
	CASE(detector);
	CASE(sample);
})
