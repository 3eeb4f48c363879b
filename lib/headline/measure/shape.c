/* shape.c - length, marks, script: features of form; see measure.h. */
#include "headline/measure.h"

#include "base/bits.h"
#include "headline/fold.h"
#include "headline/latin.h"

/* What a unit counts as. */
enum kind {
	NOTHING, HAN, KANA, HANGUL, LATIN, LETTER, DIGIT, COMMA, SEPARATOR,
	SPACE, COLON, ASK, QUOTE, PAREN, DOT, BOOK, LENTIC, BLOCK, KINDS
};

/* Counts over one headline. */
typedef struct counts {
	uint32_t of[KINDS];
	uint32_t mixed; /* places where letters touch digits */
	int long_number;
} counts;

#define LONG 6u /* digits in a row */

#define L LATIN
#define D DIGIT
static const uint8_t ascii_kind[128] = {
	[' '] = SPACE, ['"'] = QUOTE, ['('] = PAREN, [','] = COMMA,
	['-'] = SEPARATOR, ['.'] = DOT, ['/'] = SEPARATOR,
	['0'] = D, D, D, D, D, D, D, D, D, D, [':'] = COLON, ['?'] = ASK,
	['_'] = SEPARATOR, ['a'] = L, L, L, L, L, L, L, L, L, L, L, L, L, L,
	L, L, L, L, L, L, L, L, L, L, L, L, ['|'] = SEPARATOR
};
#undef L
#undef D

static enum kind mark_kind(uint32_t c)
{
	switch (c) {
	case U'、': case U'。': return COMMA;
	case U'《': return BOOK;
	case U'【': return LENTIC;
	default: return c - 0x2500u < 0x200u ? BLOCK : NOTHING;
	}
}

/* Of a unit that is neither ASCII nor a common Han character. */
static enum kind kind_of(uint32_t c)
{
	if (c - 0x3041u < 0xBFu)
		return KANA;
	if (c - 0xAC00u < 0x2BA4u)
		return HANGUL;
	if (scls_is_han(c))
		return HAN;
	if (c >= 0xC0 && c < 0x250)
		return LATIN;
	return scls_is_latin(c) ? LETTER : mark_kind(c);
}

/* Places of a row that end LONG of its bits; `before` are the 64 bits before
 * it. */
static uint64_t long_rows(uint64_t bits, uint64_t before)
{
	uint64_t rows = bits;

	for (uint32_t k = 1; k < LONG; k++)
		rows &= bits << k | before >> (64 - k);
	return rows;
}

/* Rows of digits, and where letters touch digits. */
static void count_digits(const scls_headline *h, counts *k)
{
	uint64_t digits_before = 0, letters_before = 0;

	for (uint32_t i = 0; i < h->n_units; i += 64) {
		uint64_t digits = scls_range_bits(h->units + i, h->n_units - i,
		                                  '0', '9');
		uint64_t letters = scls_range_bits(h->units + i,
		                                   h->n_units - i, 'a', 'z');

		k->long_number |= long_rows(digits, digits_before) != 0;
		k->mixed += scls_count_bits(
		        (digits & (letters << 1 | letters_before >> 63))
		        | (letters & (digits << 1 | digits_before >> 63)));
		digits_before = digits;
		letters_before = letters;
	}
}

/* Of 64 units at most: what most of them are is counted by bits. */
static void count_some(const uint32_t *unit, uint32_t n, counts *k)
{
	uint64_t han = scls_range_bits(unit, n, 0x4E00, 0x9FFF);
	uint64_t latin = scls_range_bits(unit, n, 'a', 'z');
	uint64_t all = n < 64 ? (UINT64_C(1) << n) - 1 : UINT64_MAX;

	k->of[HAN] += scls_count_bits(han);
	k->of[LATIN] += scls_count_bits(latin);
	for (uint64_t left = all & ~(han | latin); left != 0;
	     left &= left - 1) {
		uint32_t c = unit[scls_lowest_bit(left)];

		k->of[c < 128 ? ascii_kind[c] : kind_of(c)]++;
	}
}

static void count(const scls_headline *h, counts *k)
{
	memset(k, 0, sizeof(*k));
	for (uint32_t i = 0; i < h->n_units; i += 64)
		count_some(h->units + i, h->n_units - i, k);
	if (k->of[DIGIT] >= LONG || (k->of[DIGIT] > 0 && k->of[LATIN] > 0))
		count_digits(h, k);
}

/* The first of n limits that value does not exceed. */
static uint32_t bucket(uint32_t value, const uint32_t *limits, uint32_t n)
{
	uint32_t i = 0;

	for (uint32_t k = 0; k < n; k++)
		i += value > limits[k];
	return i;
}

static void add(scls_features *f, uint32_t id)
{
	scls_features_add(f, id, 0, 0);
}

static void add_if(scls_features *f, int present, uint32_t id)
{
	if (present)
		add(f, id);
}

static void sizes(const scls_headline *h, const counts *k, scls_features *f)
{
	static const uint32_t lengths[] = { 5, 9, 14, 19, 26, 34, 48 };
	const uint32_t *of = k->of;
	uint32_t slotted = 0, length = of[HAN] + of[KANA] + of[HANGUL]
	                               + (of[LATIN] + of[LETTER]) / 3
	                               + of[DIGIT];

	for (uint32_t i = 0; i < h->n_slots; i++)
		slotted += (uint32_t)(h->slots[i].end - h->slots[i].begin);
	add(f, SCLS_F_LEN_0 + bucket(length, lengths, 7));
	add(f, SCLS_F_SLOT_0 + (h->n_slots < 7 ? h->n_slots : 7));
	if (h->n_units > 0)
		add(f, SCLS_F_FILL_0 + (slotted * 5 - (slotted > 0))
		                               / h->n_units);
}

static void marks(const counts *k, scls_features *f)
{
	static const uint32_t spaces[] = { 1, 3, 6 };
	const uint32_t *of = k->of;
	uint32_t spaced = bucket(of[SPACE], spaces, 3);

	add(f, SCLS_F_COMMA_0 + (of[COMMA] < 3 ? of[COMMA] : 3));
	if (of[SEPARATOR] > 0)
		add(f, SCLS_F_SEP_1 - 1 + (of[SEPARATOR] < 4 ? of[SEPARATOR]
		                                             : 4));
	if (spaced > 0 && of[HAN] + of[KANA] > of[LATIN])
		add(f, SCLS_F_SPACE_1 - 1 + spaced);
	add_if(f, of[COLON] > 0, SCLS_F_COLON);
	add_if(f, of[QUOTE] > 0, SCLS_F_QUOTE);
	add_if(f, of[BOOK] > 0, SCLS_F_BOOK);
	add_if(f, of[LENTIC] > 0, SCLS_F_LENTIC);
	add_if(f, of[PAREN] > 0, SCLS_F_PAREN);
	add_if(f, of[BLOCK] >= 2, SCLS_F_BLOCKS);
	add_if(f, k->long_number, SCLS_F_DIGITS_LONG);
	add_if(f, k->mixed > 1, SCLS_F_MIXED_WORD);
}

static void ending(const scls_headline *h, const counts *k, scls_features *f)
{
	uint32_t last = h->n_units ? h->units[h->n_units - 1] : 0;

	add_if(f, last == '.' || last == U'。', SCLS_F_END_STOP);
	add_if(f, last == '?', SCLS_F_END_ASK);
	add_if(f, last == '!', SCLS_F_END_CRY);
	add_if(f, last != '?' && k->of[ASK] > 0, SCLS_F_ASK_IN);
}

static uint32_t script(const counts *k)
{
	const uint32_t *of = k->of;

	if (of[KANA] > 1)
		return SCLS_F_SCRIPT_JA;
	if (of[HANGUL] > of[HAN])
		return SCLS_F_SCRIPT_KO;
	if (of[HAN] * 2 >= of[LATIN] && of[HAN] > 0)
		return SCLS_F_SCRIPT_ZH;
	return of[LATIN] >= of[LETTER] ? SCLS_F_SCRIPT_LATIN
	                               : SCLS_F_SCRIPT_OTHER;
}

/* A dot between letters, letters behind it: www.example.com */
static int has_host(const scls_headline *h)
{
	for (uint32_t i = 1; i + 2 < h->n_units; i++)
		if (h->units[i] == '.' && h->units[i + 1] - 'a' < 26u
		    && h->units[i + 2] - 'a' < 26u
		    && (h->units[i - 1] - 'a' < 26u
		        || scls_is_digit(h->units[i - 1])))
			return 1;
	return 0;
}

void scls_measure_shape(const scls_headline *h, scls_features *f)
{
	counts k;

	count(h, &k);
	sizes(h, &k, f);
	marks(&k, f);
	ending(h, &k, f);
	add(f, script(&k));
	add_if(f, k.of[DOT] > 0 && has_host(h), SCLS_F_HOST);
	add_if(f, h->n_hidden > 0, SCLS_F_HIDDEN);
	add_if(f, h->n_hidden > 2, SCLS_F_HIDDEN_3);
	add_if(f, h->n_emoji > 0, SCLS_F_EMOJI);
}
