/* test_decode.c - bytes to text, in every charset and with every fault. */
#include "input/text.h"
#include "base/utf8.h"
#include "encoded.h"

#define ALL ((size_t)1 << 30)
#define PAGE(label, text) "<html><head><meta charset=\"" label "\"><title>" \
	"t</title></head><body><p>" text "</p><p>end of page</p></body></html>"

static scls_decoder *decoder;

static void begin(void)
{
	static spamcls_allocator allocator;

	allocator = scls_alloc_default();
	ck_assert_int_eq(scls_decoder_new(&decoder, &allocator), 0);
}

static scls_text decode(const char *data, size_t size, const char *charset)
{
	scls_text text;

	ck_assert_int_eq(scls_decode(decoder, data, size, charset, ALL,
	                             &text), 0);
	ck_assert_int_eq(text.data[text.size], '\0');
	ck_assert_uint_eq(scls_utf8_valid(text.data, text.size), text.size);
	ck_assert(!memchr(text.data, '\0', text.size));
	ck_assert_int_eq(text.repairs > 0,
	                 (text.flags & SPAMCLS_FLAG_REPAIRED) != 0);
	return text;
}

static const struct {
	const char *icu, *label, *page, *text;
} pages[] = {
	{ "UTF-8", "utf-8", PAGE("utf-8", SIMPLIFIED), SIMPLIFIED },
	{ "GB18030", "gb18030", PAGE("gb18030", SIMPLIFIED), SIMPLIFIED },
	{ "GB18030", "gb2312", PAGE("gb2312", SIMPLIFIED), SIMPLIFIED },
	{ "GB18030", "gbk", PAGE("gbk", TRADITIONAL), TRADITIONAL },
	{ "Big5-HKSCS", "big5", PAGE("big5", TRADITIONAL), TRADITIONAL },
	{ "windows-31j", "shift_jis", PAGE("x-sjis", JAPANESE), JAPANESE },
	{ "EUC-JP", "euc-jp", PAGE("euc-jp", JAPANESE), JAPANESE },
	{ "windows-949", "euc-kr", PAGE("euc-kr", KOREAN), KOREAN },
	{ "windows-1251", "windows-1251", PAGE("windows-1251", RUSSIAN),
	  RUSSIAN },
	{ "windows-1252", "iso-8859-1", PAGE("iso-8859-1", FRENCH), FRENCH },
	{ "KOI8-R", "koi8-r", PAGE("koi8-r", RUSSIAN), RUSSIAN },
	{ "UTF-16LE", "utf-16le", PAGE("utf-16", SIMPLIFIED), SIMPLIFIED },
	{ "UTF-16BE", "utf-16be", PAGE("utf-16", KOREAN), KOREAN },
};

/* Declared in the page, told by the caller. */
START_TEST(every_charset)
{
	begin();
	for (size_t i = 0; i < sizeof(pages) / sizeof(pages[0]); i++) {
		size_t size;
		char *bytes = encode(pages[i].icu, pages[i].page, &size);

		ck_assert_msg(strstr(decode(bytes, size, NULL).data,
		                     pages[i].text), "%s", pages[i].icu);
		ck_assert_msg(strstr(decode(bytes, size, pages[i].label).data,
		                     pages[i].text), "%s", pages[i].icu);
		ck_assert_uint_eq(decode(bytes, size, NULL).repairs, 0);
		free(bytes);
	}
	scls_decoder_free(decoder);
}
END_TEST

/* A byte that is wrong costs itself and its neighbour, not the page. */
START_TEST(every_charset_with_a_bad_byte)
{
	begin();
	for (size_t i = 0; i < 9; i++) {
		size_t size;
		char *bytes = encode(pages[i].icu, pages[i].page, &size);
		const char *mark = strstr(bytes, "</p>");
		scls_text text;

		bytes[mark - bytes - 1] = '\xFF';
		text = decode(bytes, size, NULL);
		ck_assert_msg(strstr(text.data, "</p><p>end of page</p>"),
		              "%s", pages[i].icu);
		ck_assert_int_eq(memcmp(strstr(text.data, "<p>") + 3,
		                 pages[i].text, strlen(pages[i].text) - 6), 0);
		/* in the others the byte is a character, if an odd one */
		if (i < 5)
			ck_assert_uint_ge(text.repairs, 1);
		ck_assert_uint_le(text.repairs, 2);
		free(bytes);
	}
	scls_decoder_free(decoder);
}
END_TEST

START_TEST(without_declaration)
{
	static const struct {
		const char *icu, *name, *text;
		spamcls_charset_source source;
	} bare[] = {
		{ "UTF-8", "UTF-8", SIMPLIFIED, SPAMCLS_CHARSET_UTF8 },
		{ "GB18030", "GB18030", SIMPLIFIED, SPAMCLS_CHARSET_GB18030 },
		{ "Big5", "Big5", TRADITIONAL, SPAMCLS_CHARSET_DETECTED },
		{ "Shift_JIS", "Shift_JIS", JAPANESE,
		  SPAMCLS_CHARSET_DETECTED },
		{ "EUC-JP", "EUC-JP", JAPANESE, SPAMCLS_CHARSET_DETECTED },
		{ "windows-949", "EUC-KR", KOREAN, SPAMCLS_CHARSET_DETECTED },
		{ "windows-1251", "windows-1251", RUSSIAN,
		  SPAMCLS_CHARSET_DETECTED },
		{ "windows-1252", "windows-1252", FRENCH,
		  SPAMCLS_CHARSET_DETECTED },
	};

	begin();
	for (size_t i = 0; i < sizeof(bare) / sizeof(bare[0]); i++) {
		size_t size;
		char *bytes = encode(bare[i].icu, bare[i].text, &size);
		scls_text text = decode(bytes, size, NULL);

		ck_assert_str_eq(text.data, bare[i].text);
		ck_assert_str_eq(text.charset, bare[i].name);
		ck_assert_int_eq(text.source, bare[i].source);
		free(bytes);
	}
	scls_decoder_free(decoder);
}
END_TEST

START_TEST(utf16_with_a_mark)
{
	size_t size;
	char *bytes = encode("UTF-16LE", "\xEF\xBB\xBF" SIMPLIFIED, &size);
	scls_text text;

	begin();
	text = decode(bytes, size, "gbk");
	ck_assert_str_eq(text.data, SIMPLIFIED);
	ck_assert_int_eq(text.source, SPAMCLS_CHARSET_BOM);
	ck_assert_uint_eq(text.input_offset, 2);
	ck_assert(!text.is_input);
	/* half a unit at the end */
	ck_assert_uint_eq(decode(bytes, size - 1, NULL).repairs, 1);
	free(bytes);
	scls_decoder_free(decoder);
}
END_TEST

START_TEST(the_input_itself)
{
	scls_text text;

	begin();
	text = decode("\xEF\xBB\xBF新", 6, NULL);
	ck_assert_str_eq(text.data, "新");
	ck_assert(text.is_input);
	ck_assert_uint_eq(text.input_offset, 3);
	text = decode("plain", 5, "gb2312");
	ck_assert(text.is_input);
	ck_assert_int_eq(text.source, SPAMCLS_CHARSET_ASCII);
	scls_decoder_free(decoder);
}
END_TEST

START_TEST(nothing)
{
	scls_text text;

	begin();
	text = decode("", 0, NULL);
	ck_assert_uint_eq(text.size, 0);
	text = decode(NULL, 0, "gbk");
	ck_assert_uint_eq(text.size, 0);
	text = decode("\xEF\xBB\xBF", 3, NULL);
	ck_assert_uint_eq(text.size, 0);
	text = decode("\xFF\xFE", 2, NULL);
	ck_assert_uint_eq(text.size, 0);
	scls_decoder_free(decoder);
	scls_decoder_free(NULL);
}
END_TEST

START_TEST(zero_bytes)
{
	scls_text text;

	begin();
	text = decode("one\0two", 7, NULL);
	ck_assert_str_eq(text.data, "one\xEF\xBF\xBDtwo");
	ck_assert_uint_eq(text.repairs, 1);
	ck_assert(!text.is_input);
	text = decode("\0one\0\0two\0", 10, NULL);
	ck_assert_str_eq(text.data, "\xEF\xBF\xBDone\xEF\xBF\xBD"
	                 "\xEF\xBF\xBDtwo\xEF\xBF\xBD");
	ck_assert_uint_eq(text.repairs, 4);
	text = decode("\xD6\xD0\0\xB9\xFA\0", 6, "gbk");
	ck_assert_str_eq(text.data, "中\xEF\xBF\xBD国\xEF\xBF\xBD");
	ck_assert_uint_eq(text.repairs, 2);
	scls_decoder_free(decoder);
}
END_TEST

START_TEST(bad_utf8)
{
	scls_text text;

	begin();
	text = decode("新\xE4\xB8z\xC0\x80\xED\xA0\x80", 11, "utf-8");
	ck_assert_uint_eq(text.repairs, 6);
	ck_assert_int_eq(memcmp(text.data, "新\xEF\xBF\xBDz", 7), 0);
	text = decode("新 ends in half \xE4\xB8", 18, "utf-8");
	ck_assert_uint_eq(text.repairs, 1);
	scls_decoder_free(decoder);
}
END_TEST

/* Zero bytes without end behind a front that is text: each costs no look at
 * all that is behind it, or this would take minutes. */
START_TEST(many_zero_bytes)
{
	enum { FRONT = 8192, MANY = 6 << 20 };
	char *bytes = malloc(MANY);
	scls_text text;

	memset(bytes, 'a', MANY);
	for (size_t i = FRONT; i < MANY; i += 3)
		bytes[i] = '\0';
	begin();
	text = decode(bytes, MANY, NULL);
	ck_assert_uint_eq(text.repairs, (MANY - FRONT + 2) / 3);
	ck_assert_uint_eq(text.size, MANY + 2 * text.repairs);
	memcpy(bytes, "\xEF\xBB\xBF", 3);
	memset(bytes + FRONT, 0xE4, MANY - FRONT);
	bytes[MANY - 1] = '\0';
	text = decode(bytes, MANY, NULL);
	ck_assert_uint_eq(text.repairs, MANY - FRONT);
	scls_decoder_free(decoder);
	free(bytes);
}
END_TEST

START_TEST(unknown_charset)
{
	scls_text text;

	begin();
	text = decode("新馆", 6, "x-no-such");
	ck_assert_str_eq(text.data, "新馆");
	ck_assert_uint_eq(text.flags, SPAMCLS_FLAG_UNKNOWN_CHARSET);
	scls_decoder_free(decoder);
}
END_TEST

START_TEST(no_text)
{
	scls_text text;

	begin();
	text = decode("%PDF-1.4 and so on", 18, NULL);
	ck_assert_uint_eq(text.flags, SPAMCLS_FLAG_NOT_TEXT);
	ck_assert_uint_eq(text.size, 0);
	ck_assert_int_eq(text.data[0], '\0');
	scls_decoder_free(decoder);
}
END_TEST

/* The cut leaves whole characters and is no repair. */
START_TEST(cut)
{
	scls_text text;

	begin();
	for (size_t max = 1; max < 12; max++) {
		ck_assert_int_eq(scls_decode(decoder, "新馆😀新", 13, NULL,
		                             max, &text), 0);
		ck_assert_uint_eq(text.flags & SPAMCLS_FLAG_TRUNCATED_INPUT,
		                  SPAMCLS_FLAG_TRUNCATED_INPUT);
		if (max < 3)
			continue;
		ck_assert_uint_eq(text.repairs, 0);
		ck_assert_uint_eq(text.size, max >= 10 ? 10
		                             : max >= 6 ? 6 : 3);
	}
	scls_decoder_free(decoder);
}
END_TEST

/* In any charset, wherever in a character it comes. */
START_TEST(cut_of_other_charsets)
{
	scls_text text;

	begin();
	for (size_t i = 1; i < sizeof(pages) / sizeof(pages[0]); i++) {
		size_t size;
		char *bytes = encode(pages[i].icu, pages[i].text, &size);

		for (size_t max = 8; max < 20; max++) {
			ck_assert_int_eq(scls_decode(decoder, bytes, size,
			                             pages[i].label, max,
			                             &text), 0);
			ck_assert_msg(text.repairs == 0, "%s at %zu",
			              pages[i].icu, max);
			ck_assert_uint_ge(text.size, 6);
			ck_assert_int_eq(memcmp(text.data, pages[i].text,
			                        text.size), 0);
		}
		free(bytes);
	}
	scls_decoder_free(decoder);
}
END_TEST

/* Any bytes at all give valid text. */
START_TEST(any_bytes)
{
	static const char *const labels[] = {
		NULL, "utf-8", "gbk", "big5", "sjis", "euc-kr", "utf-16le",
		"iso-2022-jp", "hz", "windows-1252",
	};
	char bytes[300];
	uint32_t x = 7;

	begin();
	for (unsigned round = 0; round < 500; round++) {
		size_t size = round % sizeof(bytes);

		for (size_t i = 0; i < size; i++) {
			x = x * 1664525u + 1013904223u;
			bytes[i] = (char)(x >> 24 | 0x20);
		}
		decode(bytes, size, labels[round % 10]);
	}
	scls_decoder_free(decoder);
}
END_TEST

SUITE("decode", {
	CASE(every_charset);
	CASE(every_charset_with_a_bad_byte);
	CASE(without_declaration);
	CASE(utf16_with_a_mark);
	CASE(the_input_itself);
	CASE(nothing);
	CASE(zero_bytes);
	CASE(bad_utf8);
	CASE(many_zero_bytes);
	CASE(unknown_charset);
	CASE(no_text);
	CASE(cut);
	CASE(cut_of_other_charsets);
	CASE(any_bytes);
})
