/* test_binary.c - what is no text. */
#include "input/binary.h"
#include "../../suite.h"

#define BYTES(s) (scls_span){ s, sizeof(s) - 1 }

START_TEST(magic_bytes)
{
	ck_assert(scls_is_binary(BYTES("%PDF-1.7\n%...")));
	ck_assert(scls_is_binary(BYTES("\x89PNG\r\n\x1A\n....")));
	ck_assert(scls_is_binary(BYTES("\xFF\xD8\xFF\xE0 JFIF")));
	ck_assert(scls_is_binary(BYTES("GIF89a....")));
	ck_assert(scls_is_binary(BYTES("PK\x03\x04....")));
	ck_assert(scls_is_binary(BYTES("\x1F\x8B\x08....")));
	ck_assert(scls_is_binary(BYTES("\x7F" "ELF\2\1\1")));
	ck_assert(scls_is_binary(BYTES("RIFF....WEBPVP8 ")));
	ck_assert(scls_is_binary(BYTES("RIFF....WAVEfmt ")));
	ck_assert(scls_is_binary(BYTES("\xD0\xCF\x11\xE0\xA1\xB1")));
	ck_assert(scls_is_binary(BYTES("\0\0\0\x20" "ftypisom....")));
	ck_assert(scls_is_binary(BYTES("Rar!\x1A\x07\0")));
	ck_assert(scls_is_binary(BYTES("wOF2....")));
	ck_assert(scls_is_binary(BYTES("CWS\x08\x34\x12\0\0....")));
	ck_assert(scls_is_binary(BYTES("FWS\x0A\x34\x12\0\0....")));
	ck_assert(scls_is_binary(BYTES("BZh91AY&SY....")));
	ck_assert(scls_is_binary(BYTES("SQLite format 3\0....")));
}
END_TEST

/* Words that formats begin with begin texts, too. */
START_TEST(text_is_text)
{
	ck_assert(!scls_is_binary(BYTES("")));
	ck_assert(!scls_is_binary(BYTES("RIFF is a container format")));
	ck_assert(!scls_is_binary(BYTES("ID3 tags stand before the sound")));
	ck_assert(!scls_is_binary(BYTES("the ftyp box comes first")));
	ck_assert(!scls_is_binary(BYTES("MZ, the mark of programs")));
	ck_assert(!scls_is_binary(BYTES("PK")));
	ck_assert(!scls_is_binary(BYTES("CWS Market Review: prices rose")));
	ck_assert(!scls_is_binary(BYTES("FWS\nwrites to its readers")));
	ck_assert(!scls_is_binary(BYTES("BZh is how bzip2 begins")));
	ck_assert(!scls_is_binary(BYTES("BZh9 and so on")));
	ck_assert(!scls_is_binary(BYTES("SQLite format 3 explained")));
	ck_assert(!scls_is_binary(BYTES("<p>\t\r\n\f</p>")));
	ck_assert(!scls_is_binary(BYTES("\xD6\xD0\xB9\xFA")));
}
END_TEST

START_TEST(control_bytes)
{
	char text[2000];

	memset(text, 'a', sizeof(text));
	for (size_t i = 0; i < sizeof(text); i += 100)
		text[i] = '\0';
	ck_assert(!scls_is_binary((scls_span){ text, sizeof(text) }));
	for (size_t i = 0; i < sizeof(text); i += 10)
		text[i] = '\1';
	ck_assert(scls_is_binary((scls_span){ text, sizeof(text) }));
	ck_assert(!scls_is_binary(BYTES("one\0two")));
	ck_assert(scls_is_binary(BYTES("\1\2\3")));
	ck_assert(!scls_is_binary(BYTES("\x1B$B\x1B(B")));
}
END_TEST

/* Which ones they are, at any place of a text of any length. */
START_TEST(each_control_byte)
{
	char text[200];

	for (int c = 0; c < 256; c++) {
		int is = c < 0x20 && !strchr("\t\n\r\f\x1B", c ? c : 'a');

		for (size_t size = 22; size < sizeof(text); size += 13) {
			memset(text, 'a', sizeof(text));
			for (size_t i = 1; i < size; i += 2)
				text[i] = (char)c;
			ck_assert_int_eq(scls_is_binary(
			        (scls_span){ text, size }), is);
		}
	}
}
END_TEST

/* What a compressor leaves looks like chance. */
START_TEST(noise)
{
	char bytes[4096];
	uint32_t x = 1;

	for (size_t i = 0; i < sizeof(bytes); i++) {
		x = x * 1664525u + 1013904223u;
		bytes[i] = (char)(x >> 24);
	}
	bytes[0] = 'a';
	ck_assert(scls_is_binary((scls_span){ bytes, sizeof(bytes) }));
}
END_TEST

START_TEST(zeroes)
{
	ck_assert_int_eq(scls_guess_utf16(BYTES("<\0p\0>\0a\0b\0c\0")), 'l');
	ck_assert_int_eq(scls_guess_utf16(BYTES("\0<\0p\0>\0a\0b\0c")), 'b');
	ck_assert_int_eq(scls_guess_utf16(BYTES("<p>abc</p> and so on")), 0);
	ck_assert_int_eq(scls_guess_utf16(BYTES("\0\0\0\0\0\0\0\0\0\0")), 0);
	/* Two letters and two Han are enough. */
	ck_assert_int_eq(scls_guess_utf16(BYTES("a\0\x2D\x4E\x87\x65"
	                                        "b\0")), 'l');
	ck_assert_int_eq(scls_guess_utf16(BYTES("\0a\x4E\x2D\x65\x87"
	                                        "\0b")), 'b');
	ck_assert_int_eq(scls_guess_utf16(BYTES("a\0")), 0);
	ck_assert_int_eq(scls_guess_utf16(BYTES("")), 0);
	ck_assert_int_eq(scls_guess_utf16(
	        BYTES("a text with one zero \0 in its very middle")), 0);
}
END_TEST

SUITE("binary", {
	CASE(magic_bytes);
	CASE(text_is_text);
	CASE(control_bytes);
	CASE(each_control_byte);
	CASE(noise);
	CASE(zeroes);
})
