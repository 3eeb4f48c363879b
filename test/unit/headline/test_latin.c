/* test_latin.c - letters as bits: those of scls_is_latin, at any place. */
#include "headline/latin.h"

#include "base/random.h"
#include "headline/fold.h"

#include "../../suite.h"

#define MOST 200u

static uint32_t unit[MOST + 8];
static uint64_t bits[SCLS_BITS_ROOM(MOST)];

/* Around all limits between letters and others. */
static uint32_t random_unit(scls_random *r)
{
	static const uint32_t edges[] = {
		'a', 'z', 'A', '0', 0xC0, 0xD7, 0xF7, 0x250, 0x0E01, 0x0E4E,
		0x2000, 0x2C00, 0x2E00, 0x4E2D, 0xE000, 0x1F600, 0x10FFFF
	};
	uint64_t k = scls_random_next(r);

	return edges[k % (sizeof(edges) / sizeof(*edges))]
	       + (uint32_t)(k >> 32) % 3 - 1;
}

static int bit_at(uint32_t i)
{
	return (int)(bits[i / 64] >> (i % 64) & 1);
}

START_TEST(a_bit_for_each_letter)
{
	scls_random r = scls_random_from(1);

	for (uint32_t n = 0; n <= MOST; n++) {
		for (uint32_t i = 0; i < MOST + 8; i++)
			unit[i] = random_unit(&r);
		scls_latin_bits(unit, n, bits);
		for (uint32_t i = 0; i < n; i++)
			ck_assert_int_eq(bit_at(i), scls_is_latin(unit[i]));
		ck_assert_int_eq(bit_at(n), 0);
	}
}
END_TEST

START_TEST(a_bit_for_each_of_a_range)
{
	scls_random r = scls_random_from(3);

	for (uint32_t n = 0; n < 80; n++) {
		uint64_t got;

		for (uint32_t i = 0; i < MOST + 8; i++)
			unit[i] = random_unit(&r);
		got = scls_range_bits(unit, n, 'a', 0x2000);
		for (uint32_t i = 0; i < 64; i++)
			ck_assert_int_eq((int)(got >> i & 1),
			                 i < n && unit[i] >= 'a'
			                 && unit[i] <= 0x2000);
	}
}
END_TEST

static uint32_t plain_next(uint32_t n, uint32_t at, unsigned bit)
{
	while (at < n && bit_at(at) != (int)bit)
		at++;
	return at;
}

START_TEST(the_next_one)
{
	scls_random r = scls_random_from(2);

	for (uint32_t n = 0; n <= MOST; n++) {
		for (size_t i = 0; i < sizeof(bits) / sizeof(*bits); i++)
			bits[i] = n % 3 ? scls_random_next(&r)
			                : 0 - (uint64_t)(n % 2);
		for (uint32_t at = 0; at <= n; at++)
			for (unsigned bit = 0; bit < 2; bit++)
				ck_assert_uint_eq(
				        scls_next_bit(bits, n, at, bit),
				        plain_next(n, at, bit));
	}
}
END_TEST

SUITE("latin", {
	CASE(a_bit_for_each_letter);
	CASE(a_bit_for_each_of_a_range);
	CASE(the_next_one);
})
