/* test_fit.c - what bytes fit. */
#include "input/fit.h"
#include "encoded.h"

static int fits(const char *charset, const char *text)
{
	size_t size;
	char *bytes = encode(charset, text, &size);
	int answer = scls_fits_gb18030((scls_span){ bytes, size });

	free(bytes);
	return answer;
}

static scls_utf8_fit fit_of(const char *text, size_t size)
{
	return scls_fit_utf8((scls_span){ text, size });
}

START_TEST(first_high)
{
	ck_assert_uint_eq(scls_first_high(scls_span_of("")), 0);
	ck_assert_uint_eq(scls_first_high(scls_span_of("abc")), 3);
	ck_assert_uint_eq(scls_first_high(scls_span_of("0123456789\xFF")), 10);
	ck_assert_uint_eq(scls_first_high(scls_span_of("\x80")), 0);
}
END_TEST

START_TEST(good_and_bad)
{
	scls_utf8_fit fit = fit_of("a\xC3\xA9z\xE4\xB8\xAD", 7);

	ck_assert_uint_eq(fit.good, 2);
	ck_assert_uint_eq(fit.bad, 0);
	fit = fit_of("\xC3\xA9\xFF\x80", 4);
	ck_assert_uint_eq(fit.good, 1);
	ck_assert_uint_eq(fit.bad, 2);
	fit = fit_of("\xC2\x80\x7F", 3);
	ck_assert_uint_eq(fit.good, 1);
	fit = fit_of("plain", 5);
	ck_assert_uint_eq(fit.good + fit.bad, 0);
	fit = fit_of("\xE4\xB8", 2);
	ck_assert_uint_eq(fit.bad, 1);
}
END_TEST

/* The end of a sample may cut a character: no fault of the text. */
START_TEST(cut_sample)
{
	size_t size = 3 * 30000;
	char *text = malloc(size);
	scls_utf8_fit fit;

	for (size_t i = 0; i < size; i++)
		text[i] = "\xE4\xB8\xAD"[i % 3];
	fit = fit_of(text, size);
	ck_assert_uint_gt(fit.good, 1000);
	ck_assert_uint_eq(fit.bad, 0);
	free(text);
}
END_TEST

/* A bad byte in front, and then nothing but ASCII for a while: what comes
 * behind it is seen, too. */
START_TEST(far_apart)
{
	size_t size = 100000;
	char *text = malloc(size);
	scls_utf8_fit fit;

	memset(text, ' ', size);
	text[10] = '\xE9';
	memcpy(text + size - 6, "\xE4\xB8\xAD\xE6\x96\x87", 6);
	fit = fit_of(text, size);
	ck_assert_uint_eq(fit.good, 2);
	ck_assert_uint_eq(fit.bad, 1);
	free(text);
}
END_TEST

START_TEST(chinese)
{
	ck_assert(fits("GB18030", SIMPLIFIED));
	ck_assert(fits("GB18030", "新馆开放"));
	ck_assert(fits("GB18030", "<p>read</p>" SIMPLIFIED "<br>"));
	/* The first and the last row of marks, four bytes at the end. */
	ck_assert(fits("GB18030", "、。新"));
	ck_assert(fits("GB18030", "──新"));
	ck_assert(fits("GB18030", "新馆开放\U00020000"));
}
END_TEST

/* A page may have much ASCII in front. */
START_TEST(behind_a_long_front)
{
	enum { FRONT = 3 * 32768 };
	char *bytes = malloc(2 * FRONT + 1000);
	scls_span in = { bytes + FRONT, 0 };
	size_t size;
	char *text = encode("GB18030", SIMPLIFIED, &size);

	memset(bytes, ' ', 2 * FRONT);
	memcpy(bytes + 2 * FRONT, text, size);
	in.size = FRONT + size;
	ck_assert(scls_fits_gb18030(in));
	ck_assert(!scls_fits_latin(in));
	free(text);
	free(bytes);
}
END_TEST

START_TEST(others_of_the_same_structure)
{
	ck_assert(!fits("Big5", TRADITIONAL));
	ck_assert(!fits("EUC-JP", JAPANESE));
	ck_assert(!fits("windows-949", KOREAN));
	ck_assert(!fits("Shift_JIS", JAPANESE));
	ck_assert(!fits("windows-1251", RUSSIAN));
	ck_assert(!fits("windows-1252", FRENCH));
	ck_assert(!fits("windows-1252", "naïve"));
	ck_assert(!fits("UTF-8", TRADITIONAL));
}
END_TEST

START_TEST(faults)
{
	size_t size;
	char *bytes = encode("GB18030", SIMPLIFIED SIMPLIFIED, &size);

	bytes[20] = '\xFF';
	ck_assert(scls_fits_gb18030((scls_span){ bytes, size }));
	for (size_t i = 0; i < size; i += 10)
		bytes[i] = '\xFF';
	ck_assert(!scls_fits_gb18030((scls_span){ bytes, size }));
	free(bytes);
	ck_assert(!scls_fits_gb18030(scls_span_of("")));
	ck_assert(!scls_fits_gb18030(scls_span_of("ascii")));
	ck_assert(!scls_fits_gb18030(scls_span_of("\xD6")));
}
END_TEST

static int is_latin(const char *charset, const char *text)
{
	size_t size;
	char *bytes = encode(charset, text, &size);
	int answer = scls_fits_latin((scls_span){ bytes, size });

	free(bytes);
	return answer;
}

START_TEST(latin)
{
	char menu[512] = "", vowels[512] = "";

	ck_assert(is_latin("windows-1252", FRENCH));
	ck_assert(is_latin("windows-1252", "plain"));
	ck_assert(is_latin("windows-1252", "————————————————————————————"
	                                   "                            "
	                                   "café"));
	/* Blanks that do not break stand beside marks. */
	for (int i = 0; i < 5; i++)
		strcat(menu, "Home\u00A0»\u00A0News\u00A0·\u00A0Weather ");
	ck_assert(is_latin("windows-1252", menu));
	/* Letters side by side are fine where most stand alone. */
	for (int i = 0; i < 30; i++)
		strcat(vowels, "créè été ");
	ck_assert(is_latin("windows-1252", vowels));
	ck_assert(!is_latin("windows-1251", RUSSIAN));
	/* Tags say nothing of what stands between them. */
	ck_assert(!is_latin("windows-1251", RUSSIAN "<table border=1 width="
	                                    "\"100%\"><tr><td align=center>"
	                                    "<a href=\"/news/2004/05/06/\">"
	                                    "<img src=\"/pictures/1.gif\">"
	                                    "</a></td></tr></table><hr>"
	                                    "<font face=Arial size=1>"));
	ck_assert(!is_latin("KOI8-R", RUSSIAN));
	ck_assert(!is_latin("GB18030", SIMPLIFIED));
	ck_assert(!is_latin("Big5", TRADITIONAL));
	ck_assert(!is_latin("Shift_JIS", JAPANESE));
	ck_assert(!is_latin("windows-949", KOREAN));
	ck_assert(is_latin("windows-1251", "Ура"));
}
END_TEST

static int stand_alone(const char *charset, const char *text)
{
	size_t size;
	char *bytes = encode(charset, text, &size);
	int answer = scls_stand_alone((scls_span){ bytes, size });

	free(bytes);
	return answer;
}

START_TEST(letters_alone)
{
	ck_assert(stand_alone("windows-1252", FRENCH));
	ck_assert(!stand_alone("windows-1252", "café, déjà vu"));
	ck_assert(!stand_alone("windows-1252", "plain"));
	ck_assert(!stand_alone("GB18030", SIMPLIFIED));
	ck_assert(!stand_alone("GB18030", TRADITIONAL));
	ck_assert(!stand_alone("windows-949", KOREAN));
	ck_assert(!stand_alone("GB18030", "a新b馆c一d层e书f是g"));
}
END_TEST

SUITE("fit", {
	CASE(first_high);
	CASE(good_and_bad);
	CASE(cut_sample);
	CASE(far_apart);
	CASE(chinese);
	CASE(behind_a_long_front);
	CASE(others_of_the_same_structure);
	CASE(faults);
	CASE(latin);
	CASE(letters_alone);
})
