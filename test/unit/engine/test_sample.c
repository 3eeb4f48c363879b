/* test_sample.c - all of a short text, a fair share of a long one. */
#include "engine/sample.h"

#include "../../suite.h"

/* Reads a text of total bytes in pieces of that size; taken[i] for each. */
static scls_sample read_all(uint64_t total, uint32_t limit, uint32_t size,
                            int *taken)
{
	scls_sample s = { 0, 0, 0, 0 };

	s.total = total;
	s.limit = limit;
	for (uint32_t i = 0; s.at < total; i++) {
		uint64_t left = total - s.at;

		taken[i] = scls_sample_takes(
		        &s, left < size ? (uint32_t)left : size);
	}
	ck_assert_uint_eq(s.at, total);
	return s;
}

static int taken[100000];

START_TEST(all_of_a_short_text)
{
	scls_sample s = read_all(6000, 6000, 100, taken);

	ck_assert_uint_eq(s.taken, 6000);
	ck_assert_uint_eq(scls_sample_whole(&s, 17), 17);
}
END_TEST

START_TEST(about_the_limit_of_a_long_one)
{
	for (uint64_t total = 8000; total < 2000000; total = total * 3 / 2)
		for (uint32_t size = 20; size <= SCLS_PIECE; size += 145) {
			scls_sample s = read_all(total, 6000, size, taken);

			ck_assert_uint_ge(s.taken, 6000 / 3);
			ck_assert_uint_le(s.taken, 6000 + 4 * SCLS_PIECE);
		}
}
END_TEST

/* First and last quarter whole; between them no gap is much wider than
 * another. */
START_TEST(from_everywhere)
{
	uint32_t gap = 0, widest = 0, n = 100000 / 100;

	read_all(100000, 8000, 100, taken);
	for (uint32_t i = 0; i < 20; i++)
		ck_assert(taken[i] && taken[n - 1 - i]);
	for (uint32_t i = 20; i < n - 20; i++) {
		gap = taken[i] ? 0 : gap + 1;
		widest = gap > widest ? gap : widest;
	}
	ck_assert_uint_ge(widest, 100);
	ck_assert_uint_le(widest, 180);
}
END_TEST

START_TEST(the_ends_whatever_the_limit)
{
	for (uint32_t limit = 1; limit < 8; limit++) {
		read_all(5000, limit, 50, taken);
		ck_assert(taken[0] && taken[99]);
	}
}
END_TEST

/* A text little longer than the limit: two pieces of twelve are left out. */
START_TEST(just_more_than_the_limit)
{
	static const int expected[12] = { 1, 1, 1, 1, 0, 1, 1, 0, 1, 1, 1, 1 };
	scls_sample s = read_all(7200, 6000, 600, taken);

	ck_assert_uint_eq(s.taken, 6000);
	for (uint32_t i = 0; i < 12; i++)
		HOLDS(taken[i] == expected[i], i);
}
END_TEST

START_TEST(counts_of_the_whole)
{
	scls_sample s = { 1000, 1000, 250, 100 };

	ck_assert_uint_eq(scls_sample_whole(&s, 0), 0);
	ck_assert_uint_eq(scls_sample_whole(&s, 5), 20);
	ck_assert_uint_eq(scls_sample_whole(&s, UINT32_MAX), UINT32_MAX);
	s.taken = 0;
	ck_assert_uint_eq(scls_sample_whole(&s, 5), 0);
}
END_TEST

/* No character is cut, and no more of them are in a piece than there is room
 * for, nor many fewer. */
START_TEST(pieces_are_whole)
{
	char text[3 * 400 + 1] = "";

	for (int i = 0; i < 400; i++)
		strcat(text, "木");
	ck_assert_uint_eq(scls_piece_size(text, 1200, 256), SCLS_PIECE);
	ck_assert_uint_eq(scls_piece_size(text, 30, 256), 30);
	for (uint32_t room = 3; room < 200; room++) {
		uint32_t size = scls_piece_size(text, 1200, room);

		ck_assert_uint_eq(size % 3, 0);
		ck_assert_uint_le(size / 3, room);
		ck_assert_uint_ge(size / 3, room - 1);
	}
	memcpy(text, "abcd", 4);
	memmove(text + 4, text + 6, 1195);
	ck_assert_uint_eq(scls_piece_size(text, 1198, 256), SCLS_PIECE - 2);
	ck_assert_uint_eq(scls_piece_size(text, 4, 9), 4);
}
END_TEST

SUITE("sample", {
	CASE(all_of_a_short_text);
	CASE(about_the_limit_of_a_long_one);
	CASE(from_everywhere);
	CASE(the_ends_whatever_the_limit);
	CASE(just_more_than_the_limit);
	CASE(counts_of_the_whole);
	CASE(pieces_are_whole);
})
