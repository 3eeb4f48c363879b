/* fit.c - see fit.h. */
#include "input/fit.h"
#include "base/utf8.h"

/* Bytes of a sample: some ten thousand characters. */
#define SAMPLE 32768u

#define NBSP ((char)0xA0) /* of Latin-1: stands beside all kinds of marks */
/* Letters side by side that no Latin-1 has by chance. */
#define MANY 24u
/* Letters that say something by standing alone, and one of so many that may
 * stand beside another then. */
#define ALONE_LEAST 8u
#define ALONE_PART 8u

/* What a sample read as GB18030 is made of. */
typedef struct gb_count {
	uint32_t pairs;   /* two-byte characters */
	uint32_t common;  /* of these inside GB 2312 */
	uint32_t late;    /* of these behind hangul's place in EUC-KR */
	uint32_t kana;    /* of these in the rows of kana */
	uint32_t bad;
} gb_count;

size_t scls_first_high(scls_span input)
{
	const char *p = input.data;
	size_t at = 0;

	while (input.size - at >= 8) {
		uint64_t word;

		memcpy(&word, p + at, sizeof(word));
		if (word & UINT64_C(0x8080808080808080))
			break;
		at += 8;
	}
	while (at < input.size && (unsigned char)p[at] < 0x80)
		at++;
	return at;
}

static scls_span sample_of(scls_span input)
{
	size_t at = scls_first_high(input);
	scls_span sample = { input.data + at, input.size - at };

	if (sample.size > SAMPLE)
		sample.size = SAMPLE;
	return sample;
}

scls_utf8_fit scls_fit_utf8(scls_span input)
{
	scls_utf8_fit fit = { 0, 0 };
	size_t at = scls_first_high(input), high = 0;

	while (at < input.size && high < SAMPLE) {
		size_t from = at;
		uint32_t c = scls_utf8_next(input.data, input.size, &at);

		if (c < 0x80)
			continue;
		high += at - from;
		if (c == SCLS_REPLACEMENT
		    && at - from != SCLS_REPLACEMENT_SIZE)
			fit.bad++;
		else
			fit.good++;
	}
	return fit;
}

/* Letters above ASCII, and of these the ones behind another. */
typedef struct letter_count {
	uint32_t high, joined;
} letter_count;

/* A byte many times over is a rule or an indent, and says nothing. */
static letter_count count_letters(scls_span s)
{
	letter_count n = { 0, 0 };
	char before = 0;

	for (size_t i = 0; i < s.size; before = s.data[i++]) {
		if (!(s.data[i] & 0x80) || s.data[i] == before
		    || s.data[i] == NBSP)
			continue;
		n.high++;
		n.joined += (before & 0x80) != 0 && before != NBSP;
	}
	return n;
}

int scls_fits_latin(scls_span input)
{
	letter_count n = count_letters(sample_of(input));

	return n.joined < MANY || n.joined * 2 <= n.high;
}

int scls_stand_alone(scls_span input)
{
	letter_count n = count_letters(sample_of(input));

	return n.high >= ALONE_LEAST && n.joined * ALONE_PART <= n.high;
}

static int in_range(unsigned c, unsigned low, unsigned high)
{
	return c >= low && c <= high;
}

static void count_pair(gb_count *n, unsigned lead, unsigned trail)
{
	n->pairs++;
	if (trail < 0xA1 || !(in_range(lead, 0xA1, 0xA9)
	                      || in_range(lead, 0xB0, 0xF7)))
		return;
	n->common++;
	n->late += lead > 0xC8;
	n->kana += lead == 0xA4 || lead == 0xA5;
}

/* How many bytes the character at p has; 0: it is none.  left > 0. */
static size_t gb_length(const unsigned char *p, size_t left)
{
	if (p[0] < 0x80)
		return 1;
	if (!in_range(p[0], 0x81, 0xFE) || left < 2)
		return 0;
	if (in_range(p[1], 0x40, 0xFE) && p[1] != 0x7F)
		return 2;
	return left >= 4 && in_range(p[1], '0', '9')
	       && in_range(p[2], 0x81, 0xFE) && in_range(p[3], '0', '9')
	       ? 4 : 0;
}

static gb_count count_gb(scls_span s)
{
	const unsigned char *p = (const unsigned char *)s.data;
	gb_count n = { 0, 0, 0, 0, 0 };
	size_t at = 0;

	while (at < s.size) {
		size_t length = gb_length(p + at, s.size - at);

		if (length == 2)
			count_pair(&n, p[at], p[at + 1]);
		/* A sample may end in the middle of a character. */
		else if (length == 0 && (at + 4 <= s.size || s.size < SAMPLE))
			n.bad++;
		at += length ? length : 1;
	}
	return n;
}

int scls_fits_gb18030(scls_span input)
{
	gb_count n = count_gb(sample_of(input));

	/* A short text must be flawless; a bad byte makes two faults. */
	if (n.pairs < 24)
		return n.bad == 0 && n.common * 2 > n.pairs;
	return n.bad <= 2 + n.pairs / 64
	       && n.common * 10 >= n.pairs * 8
	       && n.late * 7 >= n.common && n.kana * 5 <= n.pairs;
}
