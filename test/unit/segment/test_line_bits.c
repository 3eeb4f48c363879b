/* test_line_bits.c - the bits of a line's bytes, beside a look at each. */
#include "segment/line/line_bits.h"

#include "../../suite.h"

static scls_line_bits bits_of(const char *text)
{
	scls_span span = { text, strlen(text) };
	scls_line_bits b;

	scls_line_bits_of(span, &b);
	return b;
}

START_TEST(every_kind_has_its_bits)
{
	scls_line_bits b = bits_of("bZ 7\xE4\xB8\xAD\xC3\xA9,\tc");

	ck_assert_uint_eq(b.size, 12);
	ck_assert_uint_eq(b.lower, 1u | 1u << 11);
	ck_assert_uint_eq(b.upper, 1u << 1);
	ck_assert_uint_eq(b.digit, 1u << 3);
	ck_assert_uint_eq(b.han, 7u << 4);
	ck_assert_uint_eq(b.other, 1u << 7 | 1u << 9 | 1u << 10);
	ck_assert_uint_eq(b.n_lower, 2);
	ck_assert_uint_eq(b.n_upper, 1);
	ck_assert_uint_eq(b.n_digit, 1);
	ck_assert_uint_eq(b.n_han, 1);
}
END_TEST

START_TEST(words_and_capitals)
{
	scls_line_bits b = bits_of("Ab c dE 1F\xE4\xB8\xADG");

	ck_assert_uint_eq(b.words, 5);
	ck_assert_uint_eq(b.titled, 3);
}
END_TEST

/* All bytes of ASCII, each in all places. */
START_TEST(every_byte_in_every_place)
{
	char text[SCLS_LINE_BITS + 1];

	for (unsigned c = 1; c < 128; c++) {
		for (unsigned at = 0; at < SCLS_LINE_BITS; at++) {
			uint64_t bit = UINT64_C(1) << at;
			scls_line_bits b;

			memset(text, ' ', SCLS_LINE_BITS);
			text[SCLS_LINE_BITS] = '\0';
			text[at] = (char)c;
			b = bits_of(text);
			ck_assert_uint_eq(b.lower, c >= 'a' && c <= 'z'
			                           ? bit : 0);
			ck_assert_uint_eq(b.upper, c >= 'A' && c <= 'Z'
			                           ? bit : 0);
			ck_assert_uint_eq(b.digit, c >= '0' && c <= '9'
			                           ? bit : 0);
			ck_assert_uint_eq(b.lower | b.upper | b.digit
			                  | b.other, c == ' ' ? 0 : bit);
		}
	}
}
END_TEST

/* U+4000 and U+9FFF, and their neighbours. */
START_TEST(the_edges_of_han)
{
	ck_assert_uint_eq(bits_of("\xE3\xBF\xBF").han, 0);
	ck_assert_uint_eq(bits_of("\xE4\x80\x80").han, 7);
	ck_assert_uint_eq(bits_of("\xE9\xBF\xBF").han, 7);
	ck_assert_uint_eq(bits_of("\xEA\x80\x80").han, 0);
	ck_assert_uint_eq(bits_of("\xEA\x80\x80").other, 1);
}
END_TEST

/* A character that begins before the last byte goes to the next look. */
START_TEST(no_half_character)
{
	static const char *const last[] = {
		"\xC3\xA9", "\xE4\xB8\xAD", "\xF0\x9F\x8D\x8E"
	};

	for (size_t k = 0; k < sizeof(last) / sizeof(last[0]); k++) {
		for (size_t at = 58; at < 70; at++) {
			size_t end = at + strlen(last[k]);
			char text[80];

			memset(text, 'x', at);
			strcpy(text + at, last[k]);
			ck_assert_uint_eq(bits_of(text).size,
			                  end <= SCLS_LINE_BITS ? end
			                  : at < SCLS_LINE_BITS ? at
			                  : SCLS_LINE_BITS);
		}
	}
}
END_TEST

/* The shorter look finds what the longer one does, in lines of any size. */
START_TEST(letters_are_the_same)
{
	static const char text[] = "Ab1 \xE4\xB8\xAD\xC3\xA9,\xE6\x96\x87"
	        "\xE3\x80\x82z[`{\xF0\x9F\x8D\x8E"
	        "\xEA\xB0\x80 Qq\xE9\xBF\xBF-0x\xC3\x97 end of it, "
	        "and more of it than fits";

	for (size_t n = 1; n < sizeof(text); n++) {
		scls_span span = { text, n };
		scls_letter_bits few;
		scls_line_bits all;

		if (((unsigned char)text[n] & 0xC0) == 0x80)
			continue;
		scls_line_bits_of(span, &all);
		scls_letter_bits_of(span, &few);
		ck_assert_uint_eq(few.letters, all.lower | all.upper);
		ck_assert_uint_eq(few.han | few.han << 1 | few.han << 2,
		                  all.han);
		ck_assert_uint_eq(few.beyond, all.beyond);
		ck_assert_uint_eq(few.size, all.size);
	}
}
END_TEST

START_TEST(bits_between_two)
{
	uint64_t all = ~UINT64_C(0);

	ck_assert_uint_eq(scls_bits_between(all, 0, 64), all);
	ck_assert_uint_eq(scls_bits_between(all, 63, 64), UINT64_C(1) << 63);
	ck_assert_uint_eq(scls_bits_between(all, 2, 5), 28);
	ck_assert_uint_eq(scls_bits_between(all, 5, 5), 0);
	ck_assert_uint_eq(scls_bits_between(all, 64, 64), 0);
	ck_assert_uint_eq(scls_bits_between(5, 0, 2), 1);
}
END_TEST

SUITE("line_bits", {
	CASE(every_kind_has_its_bits);
	CASE(words_and_capitals);
	CASE(every_byte_in_every_place);
	CASE(the_edges_of_han);
	CASE(no_half_character);
	CASE(letters_are_the_same);
	CASE(bits_between_two);
})
