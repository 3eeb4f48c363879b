/* test_ascii_runs.c - runs of ASCII folded: many at once as one by one. */
#include "headline/fold/ascii_runs.h"

#include "../../suite.h"

#define MOST 80
#define UNTOUCHED 0xABCDEFu

static uint32_t unit[MOST + 1], from[MOST + 1], to[MOST + 1];

static scls_units units_of(uint32_t room)
{
	for (uint32_t i = 0; i <= MOST; i++)
		unit[i] = from[i] = to[i] = UNTOUCHED;
	return (scls_units){ .unit = unit, .from = from, .to = to,
		             .room = room };
}

static uint32_t small(unsigned char c)
{
	if (c < ' ')
		return ' ';
	return c >= 'A' && c <= 'Z' ? c + 32u : c;
}

/* The bytes from `at` up to `end` became a unit each, and nothing else did. */
static void check_run(const char *source, size_t size, size_t at, size_t end,
                      uint32_t room)
{
	scls_units u = units_of(room);
	unsigned signs = 0;

	HOLDS(scls_fold_ascii((scls_span){ source, size }, at, &u) == end, at);
	HOLDS(u.n == end - at, at);
	for (uint32_t i = 0; i < u.n; i++) {
		HOLDS(unit[i] == small((unsigned char)source[at + i]), i);
		HOLDS(from[i] == at + i && to[i] == at + i + 1, i);
		signs |= scls_unit_signs(unit[i]);
	}
	HOLDS(u.signs == signs, at);
	HOLDS(unit[room] == UNTOUCHED && from[room] == UNTOUCHED
	      && to[room] == UNTOUCHED, room);
}

/* All of ASCII but "&", in pieces: each length, from each of some bytes. */
static void fill(char *text, size_t n, unsigned first)
{
	for (size_t i = 0; i < n; i++) {
		text[i] = (char)((first + i * 7) % 128);
		if (text[i] == '&')
			text[i] = 'Z';
	}
}

START_TEST(whole_lines)
{
	char text[MOST];

	for (unsigned first = 0; first < 128; first++)
		for (size_t n = 0; n <= MOST; n++) {
			fill(text, n, first);
			check_run(text, n, 0, n, MOST);
			check_run(text, n, n / 3, n, MOST);
		}
}
END_TEST

/* A reference and a letter of another script end a run wherever they stand. */
START_TEST(what_ends_a_run)
{
	static const unsigned char ends[] = { '&', 0x80, 0xC3, 0xFF };
	char text[MOST];

	for (size_t k = 0; k < sizeof(ends); k++)
		for (size_t n = 1; n <= MOST; n++)
			for (size_t at = 0; at < n; at++) {
				fill(text, n, 'A');
				text[at] = (char)ends[k];
				check_run(text, n, 0, at, MOST);
				check_run(text, n, at, at, MOST);
				check_run(text, n, at + 1, n, MOST);
			}
}
END_TEST

START_TEST(room_ends_it_too)
{
	char text[MOST];

	fill(text, MOST, ' ');
	for (uint32_t room = 0; room <= MOST; room++) {
		check_run(text, MOST, 0, room, room);
		check_run(text, MOST, 20, room < 60 ? 20 + room : MOST, room);
	}
}
END_TEST

/* Units and signs that were there stay. */
START_TEST(goes_on_behind_others)
{
	scls_units u = units_of(MOST);

	u.unit[0] = U'汽';
	u.n = 1;
	u.signs = SCLS_SIGN_HAN;
	ck_assert_uint_eq(scls_fold_ascii(scls_span_of("A 3"), 0, &u), 3);
	ck_assert_uint_eq(u.n, 4);
	ck_assert_uint_eq(unit[0], U'汽');
	ck_assert_uint_eq(unit[1], 'a');
	ck_assert_uint_eq(from[3], 2);
	ck_assert_uint_eq(u.signs, SCLS_SIGN_HAN | scls_unit_signs('a')
	                           | scls_unit_signs(' ')
	                           | scls_unit_signs('3'));
}
END_TEST

SUITE("ascii_runs", {
	CASE(whole_lines);
	CASE(what_ends_a_run);
	CASE(room_ends_it_too);
	CASE(goes_on_behind_others);
})
