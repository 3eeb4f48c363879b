/* test_bytes.c - numbers to bytes and back. */
#include "base/bytes.h"
#include "../../suite.h"

START_TEST(little_endian)
{
	unsigned char p[8] = { 0 };

	scls_put64(p, UINT64_C(0x0807060504030201));
	for (int i = 0; i < 8; i++)
		ck_assert_uint_eq(p[i], (unsigned)i + 1);
	ck_assert(scls_get64(p) == UINT64_C(0x0807060504030201));
	ck_assert_uint_eq(scls_get32(p + 4), 0x08070605u);
	ck_assert_uint_eq(scls_get16(p + 2), 0x0403u);
	scls_put16(p, 0xFFFEu);
	scls_put32(p + 4, 0xFFFDFCFBu);
	ck_assert_uint_eq(p[0], 0xFE);
	ck_assert_uint_eq(p[2], 3);
	ck_assert_uint_eq(scls_get32(p + 4), 0xFFFDFCFBu);
}
END_TEST

SUITE("bytes", { CASE(little_endian); })
