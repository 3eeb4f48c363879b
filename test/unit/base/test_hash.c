/* test_hash.c - the same numbers on every machine. */
#include "base/hash.h"
#include "../../suite.h"

/* The published vectors of FNV-1a, 64 bit. */
START_TEST(fnv_vectors)
{
	ck_assert(scls_hash_bytes(SCLS_HASH_SEED, "", 0)
	          == UINT64_C(0xcbf29ce484222325));
	ck_assert(scls_hash_bytes(SCLS_HASH_SEED, "a", 1)
	          == UINT64_C(0xaf63dc4c8601ec8c));
	ck_assert(scls_hash_bytes(SCLS_HASH_SEED, "foobar", 6)
	          == UINT64_C(0x85944171f73967e8));
}
END_TEST

START_TEST(in_pieces)
{
	uint64_t half = scls_hash_bytes(SCLS_HASH_SEED, "foo", 3);

	ck_assert(scls_hash_bytes(half, "bar", 3)
	          == scls_hash_bytes(SCLS_HASH_SEED, "foobar", 6));
}
END_TEST

/* Whatever stands in the eight bytes of the checksum; all others count. */
START_TEST(files)
{
	unsigned char file[24] = "ABCDEFGH\0\0\0\0\0\0\0\0IJKLMNOP";
	uint64_t whole = scls_hash_bytes(SCLS_HASH_SEED, file, 24);

	for (size_t i = 0; i < 24; i++) {
		int own = i >= 8 && i < 16;

		file[i] ^= 1;
		ck_assert_int_eq(scls_hash_file(file, 24, 8) == whole, own);
		file[i] ^= own ? 0 : 1;
	}
	ck_assert_uint_eq(scls_hash_file(file, 24, 8), whole);
	ck_assert_uint_eq(scls_hash_file(file, 16, 8),
	                  scls_hash_bytes(scls_hash_bytes(
	                          SCLS_HASH_SEED, file, 8),
	                          "\0\0\0\0\0\0\0\0", 8));
}
END_TEST

/* SplitMix64 from seed 0 gives the mix of its increments. */
START_TEST(mix_vectors)
{
	uint64_t step = UINT64_C(0x9e3779b97f4a7c15);

	ck_assert(scls_hash_mix(step) == UINT64_C(0xe220a8397b1dcdaf));
	ck_assert(scls_hash_mix(step * 2) == UINT64_C(0x6e789e6aa1b965f4));
	ck_assert(scls_hash_mix(0) == 0);
}
END_TEST

/* Every byte and the length count; what stands behind does not. */
START_TEST(texts)
{
	char text[] = "0123456789abcdefghij", other[sizeof(text)];
	uint64_t whole = scls_hash_text(text, 20);

	ck_assert(whole == UINT64_C(0xe592d51d8478e79d));
	ck_assert_uint_ne(scls_hash_text(text, 0), scls_hash_text(text, 1));
	for (size_t i = 0; i < 20; i++) {
		memcpy(other, text, sizeof(text));
		other[i] ^= 1;
		ck_assert_uint_ne(scls_hash_text(other, 20), whole);
		ck_assert_uint_eq(scls_hash_text(other, i),
		                  scls_hash_text(text, i));
	}
}
END_TEST

SUITE("hash", {
	CASE(texts);
	CASE(fnv_vectors);
	CASE(in_pieces);
	CASE(files);
	CASE(mix_vectors);
})
