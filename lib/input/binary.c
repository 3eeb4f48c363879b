/* binary.c - see binary.h. */
#include "input/binary.h"

#include "base/bits.h"
#include "base/vector.h"

/* Enough to know a file by, little enough to cost nothing. */
#define FRONT 4096u

typedef struct magic {
	const char *bytes;
	unsigned char size;
} magic;

#define M(bytes) { bytes, sizeof(bytes) - 1 }

static const magic magics[] = {
	M("%PDF-"), M("\x89PNG"), M("\xFF\xD8\xFF"), M("GIF87a"),
	M("GIF89a"), M("PK\x03\x04"), M("PK\x05\x06"), M("\x1F\x8B"),
	M("\x7F" "ELF"), M("\xD0\xCF\x11\xE0"), M("\xFD" "7zXZ"),
	M("7z\xBC\xAF"), M("Rar!\x1A"), M("OggS"), M("ID3\x02"),
	M("ID3\x03"), M("ID3\x04"), M("\x1A\x45\xDF\xA3"),
	M("\xCA\xFE\xBA\xBE"), M("MZ\x90"), M("wOFF"), M("wOF2"),
	M("\0\1\0\0"), M("\0asm"), M("SQLite format 3\0"), M("II*\0"),
	M("MM\0*"), M("\x28\xB5\x2F\xFD"), M("fLaC\0"), M("\0\0\1\0"),
	M("FLV\x01"), M("OTTO\0"),
};

static int begins_with(scls_span input, const char *bytes, size_t size)
{
	return input.size >= size && memcmp(input.data, bytes, size) == 0;
}

/* Marks of letters alone, which may begin a text, and what stands farther on:
 * bzip2's first block, the upper byte of a Flash film's length. */
static int is_lettered(scls_span input)
{
	if (input.size < 10)
		return 0;
	if (memcmp(input.data, "BZh", 3) == 0)
		return memcmp(input.data + 4, "1AY&SY", 6) == 0;
	return memcmp(input.data + 1, "WS", 2) == 0
	       && (input.data[0] == 'C' || input.data[0] == 'F')
	       && input.data[7] == '\0';
}

/* Formats whose kind stands behind a length: RIFF and ISO media. */
static int is_boxed(scls_span input)
{
	if (input.size < 12)
		return 0;
	if (memcmp(input.data, "RIFF", 4) == 0)
		return memcmp(input.data + 8, "WEBP", 4) == 0
		       || memcmp(input.data + 8, "WAVE", 4) == 0
		       || memcmp(input.data + 8, "AVI ", 4) == 0;
	return memcmp(input.data, "\0\0", 2) == 0
	       && memcmp(input.data + 4, "ftyp", 4) == 0;
}

static int has_magic(scls_span input)
{
	for (size_t i = 0; i < sizeof(magics) / sizeof(magics[0]); i++)
		if (begins_with(input, magics[i].bytes, magics[i].size))
			return 1;
	return is_boxed(input) || is_lettered(input);
}

/* Control bytes that no text needs; ESC is ISO-2022's. */
static unsigned char is_control(unsigned char c)
{
	return (c < 0x20) & (c != '\t') & (c != '\n') & (c != '\r')
	       & (c != '\f') & (c != 0x1B);
}

#ifdef SCLS_AVX2
/* A bit for each of the 32 bytes at p that is one. */
SCLS_AVX2
static uint32_t controls_at(const char *p)
{
	__m256i c = _mm256_loadu_si256((const void *)p);
	__m256i low = _mm256_cmpeq_epi8(
	        _mm256_min_epu8(c, _mm256_set1_epi8(0x1F)), c);
	/* Those from 8 to 15 by their number, ESC by itself. */
	const __m256i text = _mm256_set_epi8(
	        0, 0, -1, -1, 0, -1, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	        0, 0, -1, -1, 0, -1, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0);
	__m256i below_16 = _mm256_cmpgt_epi8(_mm256_set1_epi8(16), c);
	__m256i allowed = _mm256_or_si256(
	        _mm256_and_si256(_mm256_shuffle_epi8(text, c), below_16),
	        _mm256_cmpeq_epi8(c, _mm256_set1_epi8(0x1B)));

	return (uint32_t)_mm256_movemask_epi8(
	        _mm256_andnot_si256(allowed, low));
}

/* How many are in the first n bytes, a multiple of 32. */
static size_t controls_in(const char *p, size_t n)
{
	size_t sum = 0;

	for (size_t i = 0; i < n; i += 32)
		sum += scls_count_bits(controls_at(p + i));
	return sum;
}
#endif

static int is_mostly_control(scls_span input)
{
	size_t n = input.size < FRONT ? input.size : FRONT;
	const unsigned char *p = (const unsigned char *)input.data;
	size_t controls = 0, i = 0;

#ifdef SCLS_AVX2
	if (scls_has_avx2()) {
		i = n / 32 * 32;
		controls = controls_in(input.data, i);
	}
#endif
	for (; i < n; i++)
		controls += is_control(p[i]);
	/* Random bytes hold a tenth of them; a damaged text a few. */
	return controls * 2 > n || (controls >= 8 && controls * 20 > n);
}

int scls_is_binary(scls_span input)
{
	return has_magic(input) || is_mostly_control(input);
}

static int is_plain(char c)
{
	return (c >= ' ' && c <= '~') || (c >= '\t' && c <= '\r');
}

/* The zero byte of U+3000, 一 and 最, which Chinese is full of, stands where
 * the other order of bytes has that of these letters. */
static int may_be_han(char c)
{
	return c == '0' || c == 'N' || c == 'g';
}

int scls_guess_utf16(scls_span input)
{
	size_t n = (input.size < FRONT ? input.size : FRONT) / 2;
	size_t little = 0, big = 0, odd = 0;

	if (n == 0 || !memchr(input.data, '\0', n * 2))
		return 0;
	/* ASCII among the text has a zero in one half of its pair. */
	for (const char *p = input.data; p < input.data + n * 2; p += 2) {
		if ((p[0] == '\0' && may_be_han(p[1]))
		    || (p[1] == '\0' && may_be_han(p[0])))
			continue;
		if (p[1] == '\0' && is_plain(p[0]))
			little++;
		else if (p[0] == '\0' && is_plain(p[1]))
			big++;
		else
			odd += p[0] == '\0' || p[1] == '\0';
	}
	if (n < 4 || (little + big) * 16 < n || odd * 8 > little + big)
		return 0;
	/* A stray zero or two prove nothing. */
	if (little + big < 4 && (little + big) * 2 < n)
		return 0;
	/* Other Han have a zero in the other half. */
	if (little * 2 >= big * 3)
		return 'l';
	return big * 2 >= little * 3 ? 'b' : 0;
}
