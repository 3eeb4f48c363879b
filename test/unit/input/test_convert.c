/* test_convert.c - ICU behind one call. */
#include "input/convert.h"
#include "encoded.h"

#include <stdio.h>

static scls_converter *converter;
static spamcls_allocator allocator;
static scls_buffer buffer;

static void begin(void)
{
	allocator = scls_alloc_default();
	buffer = (scls_buffer){ NULL, 0, 0 };
	ck_assert_int_eq(scls_converter_new(&converter, &allocator), 0);
}

static void end(void)
{
	scls_converter_free(converter);
	scls_free(&allocator, buffer.data, buffer.room);
}

static uint32_t convert(const char *label, scls_span in)
{
	scls_encoded encoded = { in, scls_charset_find(scls_span_of(label)),
	                         0 };
	uint32_t repairs = 99;

	ck_assert_int_eq(scls_convert(converter, &encoded, &buffer, &repairs),
	                 0);
	ck_assert_int_eq(buffer.data[buffer.size], '\0');
	return repairs;
}

START_TEST(more_charsets_than_are_kept)
{
	static const char *const labels[] = {
		"gbk", "big5", "shift_jis", "euc-jp", "euc-kr",
		"windows-1250", "windows-1251", "windows-1252",
		"windows-1253", "windows-1254", "koi8-r",
	};

	begin();
	for (unsigned round = 0; round < 3; round++)
		for (size_t i = 0; i < sizeof(labels) / sizeof(labels[0]);
		     i++) {
			ck_assert_uint_eq(convert(labels[i],
			                  scls_span_of("text")), 0);
			ck_assert_str_eq(buffer.data, "text");
		}
	end();
}
END_TEST

/* ICU may lack data, or break off: that is no fault of the page. */
START_TEST(no_such_converter)
{
	static const scls_charset none = { "none", "no such converter", "",
		                           SCLS_CHARSET_OTHER };
	scls_encoded encoded = { scls_span_of("text"), &none, 0 };
	uint32_t repairs = 99;

	begin();
	ck_assert_int_eq(scls_convert(converter, &encoded, &buffer, &repairs),
	                 SPAMCLS_E_INTERNAL);
	ck_assert_uint_eq(convert("gbk", scls_span_of("a\xFF")), 1);
	end();
}
END_TEST

START_TEST(faults_are_counted)
{
	begin();
	ck_assert_uint_eq(convert("gbk", scls_span_of("a\xFF<b>")), 1);
	ck_assert_str_eq(buffer.data, "a\xEF\xBF\xBD<b>");
	ck_assert_uint_eq(convert("gbk", scls_span_of("\xD6\xD0")), 0);
	ck_assert_str_eq(buffer.data, "中");
	ck_assert_uint_eq(convert("gbk", scls_span_of("")), 0);
	ck_assert_uint_eq(buffer.size, 0);
	/* a lead byte does not eat the tag behind it */
	convert("big5", scls_span_of("\xA4<p>"));
	ck_assert_ptr_nonnull(strstr(buffer.data, "<p>"));
	/* half a character at the end */
	ck_assert_uint_eq(convert("gbk", scls_span_of("a\xD6")), 1);
	ck_assert_uint_eq(convert("utf-16le",
	                  (scls_span){ "a\0\x3D\xD8z\0", 6 }), 1);
	end();
}
END_TEST

/* Whatever ICU's table of the charset has for it. */
START_TEST(faults_become_one_character)
{
	static const char *const labels[] = {
		"gbk", "big5", "shift_jis", "euc-jp", "euc-kr",
		"windows-874", "iso-8859-7",
	};

	begin();
	for (size_t i = 0; i < sizeof(labels) / sizeof(labels[0]); i++)
		for (int c = 0x80; c < 0x100; c++) {
			char bytes[] = { 'a', (char)c, ' ' };
			uint32_t repairs = convert(labels[i],
			                           (scls_span){ bytes, 3 });

			ck_assert_ptr_null(strchr(buffer.data, 0x1A));
			ck_assert_int_eq(repairs > 0,
			                 strstr(buffer.data, "\xEF\xBF\xBD")
			                 != NULL);
		}
	end();
}
END_TEST

/* More than any of the buffers in between. */
START_TEST(long_text)
{
	size_t n = 300000;
	char *text = malloc(n * 2);

	for (size_t i = 0; i < n * 2; i += 2)
		memcpy(text + i, "\xD6\xD0", 2);
	begin();
	ck_assert_uint_eq(convert("gbk", (scls_span){ text, n * 2 }), 0);
	ck_assert_uint_eq(buffer.size, n * 3);
	ck_assert_int_eq(memcmp(buffer.data + n * 3 - 3, "中", 3), 0);
	end();
	free(text);
}
END_TEST

START_TEST(guesses)
{
	static const struct {
		const char *icu, *text, *name;
	} pages[] = {
		{ "Big5", TRADITIONAL, "Big5" },
		{ "Shift_JIS", JAPANESE, "Shift_JIS" },
		{ "EUC-JP", JAPANESE, "EUC-JP" },
		{ "windows-949", KOREAN, "EUC-KR" },
		{ "windows-1251", RUSSIAN, "windows-1251" },
	};

	begin();
	for (size_t i = 0; i < sizeof(pages) / sizeof(pages[0]); i++) {
		size_t size;
		char *bytes = encode(pages[i].icu, pages[i].text, &size);
		const scls_charset *charset = scls_charset_find(
		        scls_converter_guess(converter, bytes, size));

		ck_assert_ptr_nonnull(charset);
		ck_assert_str_eq(charset->name, pages[i].name);
		free(bytes);
	}
	end();
	scls_converter_free(NULL);
}
END_TEST

/* What stands around the text, ASCII as it is, does not drown it. */
START_TEST(guesses_in_a_page)
{
	static const char *const names[] = { "windows-1251", "KOI8-R",
		                             "ISO-8859-5" };
	static char text[20000];
	size_t at = strlen(strcpy(text, RUSSIAN));

	while (at < sizeof(text) - 100)
		at += (size_t)sprintf(text + at, "<td><a href=\"/news/%zu\">"
		                      "Top news</a></td>\n", at);
	begin();
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		size_t size;
		char *bytes = encode(names[i], text, &size);

		ck_assert(scls_span_is_nocase(
		        scls_converter_guess(converter, bytes, size),
		        names[i]));
		free(bytes);
	}
	end();
}
END_TEST

/* Words do not end within a character, and there may be more of them than are
 * looked at, or one without end. */
START_TEST(guess_of_long_texts)
{
	static char text[40000];
	size_t size, n = 0;
	char *bytes = encode("Shift_JIS", JAPANESE "\n", &size);

	begin();
	for (; n + size < sizeof(text); n += size)
		memcpy(text + n, bytes, size);
	ck_assert(scls_span_is_nocase(
	        scls_converter_guess(converter, text, n), "Shift_JIS"));
	memset(text, '\xE9', sizeof(text));
	scls_converter_guess(converter, text, sizeof(text));
	free(bytes);
	end();
}
END_TEST

SUITE("convert", {
	CASE(more_charsets_than_are_kept);
	CASE(no_such_converter);
	CASE(faults_are_counted);
	CASE(faults_become_one_character);
	CASE(long_text);
	CASE(guesses);
	CASE(guesses_in_a_page);
	CASE(guess_of_long_texts);
})
