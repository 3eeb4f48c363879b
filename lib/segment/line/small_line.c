/* small_line.c - see small_line.h. */
#include "segment/line/small_line.h"

#include "base/vector.h"

#define BLOCK SCLS_SMALL_ZEROS /* copied at once */

/* A multiple of 16 bytes at a time, by vector instructions. */
static void lower_plain(scls_span line, scls_small_line *out)
{
	char *text = out->text;

	memset(out, 0, sizeof(*out));
	memcpy(text, line.data, line.size);
	for (size_t i = 0; i < line.size; i += 16)
		for (size_t k = i; k < i + 16; k++)
			text[k] = (char)(text[k] + (text[k] >= 'A'
			                            && text[k] <= 'Z'
			                            ? 'a' - 'A' : 0));
}

#ifdef SCLS_AVX2
/* The zeros first: those behind the last whole vector of the line. */
SCLS_AVX2
static void lower_avx2(scls_span line, scls_small_line *out)
{
	size_t whole = line.size & ~(size_t)31;
	__m256i *zero = (void *)(out->text + whole);

	_mm256_storeu_si256(zero, _mm256_setzero_si256());
	_mm256_storeu_si256(zero + 1, _mm256_setzero_si256());
	_mm256_storeu_si256(zero + 2, _mm256_setzero_si256());
	memcpy(out->text + whole, line.data + whole, line.size - whole);
	for (size_t i = 0; i < line.size; i += 32) {
		const char *from = i < whole ? line.data : out->text;
		__m256i a = _mm256_loadu_si256((const void *)(from + i));
		__m256i upper = _mm256_and_si256(
		        _mm256_cmpgt_epi8(a, _mm256_set1_epi8('A' - 1)),
		        _mm256_cmpgt_epi8(_mm256_set1_epi8('Z' + 1), a));

		_mm256_storeu_si256((void *)(out->text + i), _mm256_or_si256(
		        a, _mm256_and_si256(upper, _mm256_set1_epi8(0x20))));
	}
}

/* Of the last bytes those behind the line are masked, and not read. */
SCLS_AVX512
static void lower_avx512(scls_span line, scls_small_line *out)
{
	size_t i = 0;

	for (; i < line.size; i += BLOCK) {
		size_t left = line.size - i;
		uint64_t there = left < BLOCK ? (UINT64_C(1) << left) - 1
		                              : ~UINT64_C(0);
		__m512i a = _mm512_maskz_loadu_epi8(there, line.data + i);
		uint64_t upper = _mm512_cmplt_epu8_mask(
		        _mm512_sub_epi8(a, _mm512_set1_epi8('A')),
		        _mm512_set1_epi8(26));

		_mm512_storeu_si512(out->text + i, _mm512_mask_add_epi8(
		        a, upper, a, _mm512_set1_epi8('a' - 'A')));
	}
	_mm512_storeu_si512(out->text + i, _mm512_setzero_si512());
}
#endif

void scls_lower(scls_span line, scls_small_line *out)
{
#ifdef SCLS_AVX2
	if (scls_has_avx512()) {
		lower_avx512(line, out);
		return;
	}
	if (scls_has_avx2()) {
		lower_avx2(line, out);
		return;
	}
#endif
	lower_plain(line, out);
}
