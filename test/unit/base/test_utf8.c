/* test_utf8.c - RFC 3629 and what is not in it. */
#include "base/utf8.h"

#include "base/random.h"

#include "../../suite.h"

static uint32_t next_of(const char *data, size_t size, size_t *used)
{
	*used = 0;
	return scls_utf8_next(data, size, used);
}

/* Every code point goes out and comes back. */
START_TEST(all_code_points)
{
	for (uint32_t c = 0; c < 0x110000; c++) {
		char bytes[4];
		size_t size, used;

		if (c >= 0xD800 && c < 0xE000)
			continue;
		size = scls_utf8_put(c, bytes);
		HOLDS(scls_utf8_valid(bytes, size) == size, c);
		HOLDS(next_of(bytes, size, &used) == c, c);
		HOLDS(used == size, c);
		HOLDS(scls_utf8_starts_han((unsigned char *)bytes)
		      == (c >= 0x4000 && c < 0xA000), c);
		if (c > 0x2FFF)
			c += 6;
	}
}
END_TEST

START_TEST(lengths)
{
	char bytes[4];

	ck_assert_uint_eq(scls_utf8_put(0x7F, bytes), 1);
	ck_assert_uint_eq(scls_utf8_put(0x80, bytes), 2);
	ck_assert_uint_eq(scls_utf8_put(0x7FF, bytes), 2);
	ck_assert_uint_eq(scls_utf8_put(0x800, bytes), 3);
	ck_assert_uint_eq(scls_utf8_put(0xFFFF, bytes), 3);
	ck_assert_uint_eq(scls_utf8_put(0x10000, bytes), 4);
	ck_assert_uint_eq(scls_utf8_put(0x10FFFF, bytes), 4);
	ck_assert_int_eq(memcmp(bytes, "\xF4\x8F\xBF\xBF", 4), 0);
}
END_TEST

/* How many bytes one replacement stands for: the maximal subpart. */
START_TEST(bad_sequences)
{
	static const struct {
		const char *bytes;
		size_t size, used;
	} bad[] = {
		{ "\x80", 1, 1 }, { "\xBF" "a", 2, 1 }, { "\xC0\x80", 2, 1 },
		{ "\xC1\xBF", 2, 1 }, { "\xC3", 1, 1 }, { "\xC3" "a", 2, 1 },
		{ "\xE0\x80\x80", 3, 1 }, { "\xE4\xB8", 2, 2 },
		{ "\xE4\xB8" "a", 3, 2 }, { "\xED\xA0\x80", 3, 1 },
		{ "\xF0\x80\x80\x80", 4, 1 }, { "\xF0\x9F\x98", 3, 3 },
		{ "\xF4\x90\x80\x80", 4, 1 }, { "\xF5\x80", 2, 1 },
		{ "\xFF", 1, 1 }, { "\xFE\xFE", 2, 1 },
	};

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		size_t used;

		ck_assert_uint_eq(scls_utf8_valid(bad[i].bytes, bad[i].size),
		                  0);
		ck_assert_uint_eq(next_of(bad[i].bytes, bad[i].size, &used),
		                  0xFFFD);
		ck_assert_uint_eq(used, bad[i].used);
	}
}
END_TEST

/* Of all pairs of first bytes those are good that a code point begins with; of
 * a bad one the first byte is a fault by itself. */
START_TEST(all_first_pairs)
{
	static unsigned char length[256][256];

	for (uint32_t c = 0x80; c < 0x110000; c++) {
		unsigned char b[4];
		size_t n;

		if (c >= 0xD800 && c < 0xE000)
			continue;
		n = scls_utf8_put(c, (char *)b);
		length[b[0]][b[1]] = (unsigned char)n;
	}
	for (uint32_t pair = 0x8000; pair < 0x10000; pair++) {
		unsigned n = length[pair >> 8][pair & 0xFF];
		char b[] = { (char)(pair >> 8), (char)pair, '\xBF', '\x80' };
		size_t used;
		uint32_t c = next_of(b, 4, &used);

		HOLDS((c == SCLS_REPLACEMENT) == (n == 0), pair);
		HOLDS(used == (n ? n : 1), pair);
		HOLDS((scls_utf8_valid(b, n ? n : 4) == n), pair);
	}
}
END_TEST

/* The bytes behind the second one go on, or end the sequence before them. */
START_TEST(all_later_bytes)
{
	for (unsigned byte = 0; byte < 256; byte++) {
		char b[] = "\xF1\x80\x80\x80";
		int good = byte >= 0x80 && byte < 0xC0;

		for (size_t at = 2; at < 4; at++) {
			size_t used;

			b[2] = b[3] = '\x80';
			b[at] = (char)byte;
			(void)next_of(b, 4, &used);
			HOLDS(used == (good ? 4 : at), byte);
			HOLDS(scls_utf8_valid(b, 4) == (good ? 4u : 0u), byte);
		}
	}
}
END_TEST

/* A fault is found wherever it stands among the words of eight bytes. */
START_TEST(valid_fronts)
{
	char text[64];

	for (size_t at = 0; at < sizeof(text); at++) {
		memset(text, 'a', sizeof(text));
		text[at] = '\xFF';
		ck_assert_uint_eq(scls_utf8_valid(text, sizeof(text)), at);
	}
	ck_assert_uint_eq(scls_utf8_valid("", 0), 0);
	ck_assert_uint_eq(scls_utf8_valid(NULL, 0), 0);
	ck_assert_uint_eq(scls_utf8_valid("aaaaaaaa中", 11), 11);
	ck_assert_uint_eq(scls_utf8_valid("aaaaaaaa中", 10), 8);
	ck_assert_uint_eq(scls_utf8_valid("a\0b", 3), 3);
}
END_TEST

/* The same by decoding: a replacement that is not written is a fault. */
static size_t front_of(const char *data, size_t size)
{
	size_t at = 0;

	while (at < size) {
		size_t from = at;
		uint32_t c = scls_utf8_any(data, size, &at);

		if (c == 0xFFFD && (at - from != 3 || memcmp(
		        data + from, "\xEF\xBF\xBD", 3) != 0))
			return from;
	}
	return size;
}

/* Pieces, good and bad, one behind the other: at every place of a vector. */
START_TEST(long_texts)
{
	static const char *const pieces[] = {
		"a", "bc", "0123456789", "\xC3\xA9", "\xE4\xB8\xAD",
		"\xE6\x96\x87\xE5\xAD\x97", "\xF0\x9F\x98\x80",
		"\xEF\xBF\xBD", "\xED\x9F\xBF", "\xEE\x80\x80",
		"\xF4\x8F\xBF\xBF", "\xE0\xA0\x80", "\xC2\x80",
	};
	static const char *const bad[] = {
		"\x80", "\xC0\x80", "\xC3", "\xE0\x80\x80", "\xE4\xB8",
		"\xED\xA0\x80", "\xF0\x80\x80\x80", "\xF0\x9F\x98",
		"\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "\xF0",
		"\xE4", "\xBF\xBF", "\xC1\xBF", "\xF8\x88\x80\x80\x80",
	};
	scls_random r = scls_random_from(1);
	size_t faults = 0;
	char text[256];

	for (int round = 0; round < 60000; round++) {
		size_t n = 0, most = scls_random_next(&r) % 200, front;

		while (n < most) {
			uint64_t k = scls_random_next(&r);
			const char *piece = k % 40 == 0
			        ? bad[k / 40 % (sizeof(bad) / sizeof(*bad))]
			        : pieces[k / 40 % (sizeof(pieces)
			                           / sizeof(*pieces))];

			memcpy(text + n, piece, strlen(piece));
			n += strlen(piece);
		}
		n -= n > 0 ? scls_random_next(&r) % 2 : 0;
		front = front_of(text, n);
		HOLDS(scls_utf8_valid(text, n) == front, round);
		faults += front < n;
	}
	ck_assert_uint_gt(faults, 10000);
	ck_assert_uint_lt(faults, 50000);
}
END_TEST

SUITE("utf8", {
	CASE(all_code_points);
	CASE(lengths);
	CASE(bad_sequences);
	CASE(all_first_pairs);
	CASE(all_later_bytes);
	CASE(valid_fronts);
	CASE(long_texts);
})
