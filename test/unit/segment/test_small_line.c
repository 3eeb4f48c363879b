/* test_small_line.c - short lines in small letters. */
#include "segment/line/small_line.h"

#include "../../suite.h"

/* The line, and zeros behind it. */
static void check_line(const char *line, size_t size)
{
	scls_small_line out;

	memset(&out, 'x', sizeof(out));
	scls_lower((scls_span){ line, size }, &out);
	for (size_t i = 0; i < size; i++) {
		int upper = line[i] >= 'A' && line[i] <= 'Z';

		ck_assert_int_eq(out.text[i],
		                 upper ? line[i] + ('a' - 'A') : line[i]);
	}
	for (size_t i = size; i < size + SCLS_SMALL_ZEROS; i++)
		ck_assert_int_eq(out.text[i], 0);
}

/* Every length, each with every byte somewhere in it. */
START_TEST(letters_of_ascii_alone)
{
	for (size_t size = 0; size <= SCLS_SMALL_BYTES; size++) {
		char line[SCLS_SMALL_BYTES];

		for (unsigned first = 0; first < 256; first += 61) {
			for (size_t i = 0; i < size; i++)
				line[i] = (char)(first + i);
			check_line(line, size);
		}
	}
}
END_TEST

SUITE("small_line", {
	CASE(letters_of_ascii_alone);
})
