/*
 * make_fold.c - writes lib/headline/fold/fold_table.inc from ICU.
 *
 * The table is committed, not made at build time, so that the same bytes fold
 * to the same units whatever ICU a machine has.  For each code point: NFKC
 * case folding (Unicode UAX #15, #31), then traditional to simplified (CLDR's
 * Traditional-Simplified), then the look-alikes of confusables below.  Digits
 * of all scripts become ASCII ones, as do small numbers in circles.
 *
 *     make fold-table
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utrans.h>
#include <unicode/uversion.h>

#define CODE_POINTS 0x110000
#define BLOCK 128
#define DIRECT 0x10000
#define DROP 0xFFFF
#define SEQUENCE 0xE000 /* + index: no folded unit is a private-use one */
#define LONGEST 18      /* units of a sequence */

static uint16_t map[CODE_POINTS];
static UChar32 sequences[4096][1 + LONGEST]; /* how many units, and these */
static int n_sequences;

/* Marks that look alike in a headline, and letters that pass for Latin. */
static const struct {
	UChar32 from;
	UChar32 to;
} looks_like[] = {
	{ 0x201C, '"' }, { 0x201D, '"' }, { 0x201E, '"' }, { 0x2018, '\'' },
	{ 0x2019, '\'' }, { 0x2010, '-' }, { 0x2011, '-' }, { 0x2012, '-' },
	{ 0x2013, '-' }, { 0x2014, '-' }, { 0x2015, '-' }, { 0x2212, '-' },
	{ 0x301C, '~' }, { 0x066A, '%' }, { 0x30FB, 0xB7 }, { 0x2022, 0xB7 },
	{ 0x2027, 0xB7 }, { 0x2219, 0xB7 }, { 0x22C5, 0xB7 },
	{ 0x2044, '/' }, { 0x2215, '/' }, { 0x2236, ':' }, { 0x2502, '|' },
	{ 0x2223, '|' }, { 0xA6, '|' }, { 0x4E28, '|' },
	{ 0x430, 'a' }, { 0x435, 'e' }, { 0x43E, 'o' }, { 0x440, 'p' },
	{ 0x441, 'c' }, { 0x443, 'y' }, { 0x445, 'x' }, { 0x455, 's' },
	{ 0x456, 'i' }, { 0x458, 'j' }, { 0x4BB, 'h' }, { 0x501, 'd' },
	{ 0x51B, 'q' }, { 0x51D, 'w' }, { 0x3BF, 'o' }, { 0x3B1, 'a' },
	{ 0x3BD, 'v' }, { 0x3C1, 'p' }, { 0x131, 'i' }, { 0x251, 'a' },
	{ 0x261, 'g' },
	/* Small capitals. */
	{ 0x1D00, 'a' }, { 0x299, 'b' }, { 0x1D04, 'c' }, { 0x1D05, 'd' },
	{ 0x1D07, 'e' }, { 0xA730, 'f' }, { 0x262, 'g' }, { 0x29C, 'h' },
	{ 0x26A, 'i' }, { 0x1D0A, 'j' }, { 0x1D0B, 'k' }, { 0x29F, 'l' },
	{ 0x1D0D, 'm' }, { 0x274, 'n' }, { 0x1D0F, 'o' }, { 0x1D18, 'p' },
	{ 0x280, 'r' }, { 0xA731, 's' }, { 0x1D1B, 't' }, { 0x1D1C, 'u' },
	{ 0x1D20, 'v' }, { 0x1D21, 'w' }, { 0x28F, 'y' }, { 0x1D22, 'z' },
};

/* Runs of letters in black circles and squares, from A on. */
static const UChar32 enclosed[] = { 0x1F150, 0x1F170 };

static UChar32 look(UChar32 c)
{
	for (size_t i = 0; i < sizeof(looks_like) / sizeof(looks_like[0]); i++)
		if (looks_like[i].from == c)
			return looks_like[i].to;
	return c;
}

/* The letter that a black circle or square shows; 0: it is none of them. */
static UChar32 enclosed_letter(UChar32 c)
{
	for (size_t i = 0; i < sizeof(enclosed) / sizeof(enclosed[0]); i++)
		if (c >= enclosed[i] && c < enclosed[i] + 26)
			return 'a' + c - enclosed[i];
	return 0;
}

/* The number that a character is, which shows as a number: a digit of any
 * script, or one in a circle that NFKC leaves as it is; -1: none. */
static int shown_number(UChar32 c)
{
	double value;

	if (u_charType(c) == U_DECIMAL_DIGIT_NUMBER)
		return u_charDigitValue(c);
	if ((c < 0x24EA || c > 0x24FF) && (c < 0x2776 || c > 0x2793)
	    && c != 0x1F10B && c != 0x1F10C)
		return -1;
	value = u_getNumericValue(c);
	return value >= 0 && value <= 20 ? (int)value : -1;
}

static void check(UErrorCode status, const char *what)
{
	if (U_SUCCESS(status))
		return;
	fprintf(stderr, "make_fold: %s: %s\n", what, u_errorName(status));
	exit(1);
}

static uint16_t sequence(const UChar32 *c, int n)
{
	for (int i = 0; i < n_sequences; i++)
		if (sequences[i][0] == n
		    && !memcmp(sequences[i] + 1, c, (size_t)n * sizeof(*c)))
			return (uint16_t)(SEQUENCE + i);
	sequences[n_sequences][0] = n;
	memcpy(sequences[n_sequences] + 1, c, (size_t)n * sizeof(*c));
	return (uint16_t)(SEQUENCE + n_sequences++);
}

static int is_dropped(UChar32 c)
{
	if (c == 0x200B || c == 0xAD || u_hasBinaryProperty(
	            c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
		return 1;
	if (u_charType(c) == U_CONTROL_CHAR && c != '\t' && c != '\n')
		return 1;
	return c > 0x2100
	       && u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC);
}

/* What of c's units is stored, as ICU makes them and look-alikes are taken. */
static int transform(UChar32 c, const UNormalizer2 *nfkc,
                     UTransliterator *hans, UChar32 *units)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar in[2], out[64];
	int32_t n = 0, limit, size, at = 0;
	int k = 0;

	U16_APPEND_UNSAFE(in, n, c);
	size = unorm2_normalize(nfkc, in, n, out, 64, &status);
	check(status, "normalise");
	limit = size;
	utrans_transUChars(hans, out, &size, 64, 0, &limit, &status);
	check(status, "transliterate");
	while (at < size && k < LONGEST) {
		UChar32 u;
		U16_NEXT_UNSAFE(out, at, u);
		units[k++] = look(u);
	}
	return k;
}

static uint16_t fold(UChar32 c, const UNormalizer2 *nfkc, UTransliterator *hans)
{
	UChar32 units[LONGEST];
	int k, number = shown_number(c);

	if (number >= 0 && number < 10)
		return c == '0' + number ? 0 : (uint16_t)('0' + number);
	if (enclosed_letter(c))
		return (uint16_t)enclosed_letter(c);
	if (is_dropped(c))
		return DROP;
	if (u_charType(c) == U_PRIVATE_USE_CHAR)
		return 0xFFFD;
	if (u_isUWhiteSpace(c) || c == 0x3164 || c == 0x2800)
		return ' ';
	if (number >= 10) {
		units[0] = '0' + number / 10;
		units[1] = '0' + number % 10;
		return sequence(units, 2);
	}
	k = transform(c, nfkc, hans, units);
	if (k == 0)
		return DROP;
	if (k == 1 && units[0] == c)
		return 0;
	if (k == 1 && units[0] < 0xE000)
		return (uint16_t)units[0];
	return sequence(units, k);
}

static void write_sequences(void)
{
	int at = 0, starts[4097];

	printf("static const uint32_t fold_sequences[] = {");
	for (int i = 0; i < n_sequences; i++) {
		starts[i] = at;
		for (int k = 1; k <= sequences[i][0]; k++, at++)
			printf("%s0x%X,", at % 8 ? " " : "\n\t",
			       (unsigned)sequences[i][k]);
	}
	starts[n_sequences] = at;
	printf("\n};\n\nstatic const uint16_t fold_sequence_at[] = {");
	for (int i = 0; i <= n_sequences; i++)
		printf("%s%d,", i % 12 ? " " : "\n\t", starts[i]);
	printf("\n};\n\n");
}

/* Blocks that are the same are written once, but for those of the code points
 * that are looked up without a look at their block's number. */
static void write_blocks(void)
{
	static int block_of[CODE_POINTS / BLOCK], first[CODE_POINTS / BLOCK];
	int n = 0;

	printf("static const uint16_t fold_units[] = {");
	for (int b = 0; b < CODE_POINTS / BLOCK; b++) {
		int k;
		for (k = b < DIRECT / BLOCK ? n : 0; k < n; k++)
			if (!memcmp(map + first[k] * BLOCK, map + b * BLOCK,
			            BLOCK * sizeof(map[0])))
				break;
		block_of[b] = k;
		if (k < n)
			continue;
		first[n++] = b;
		for (int i = 0; i < BLOCK; i++)
			printf("%s%u,", i % 12 ? " " : "\n\t",
			       (unsigned)map[b * BLOCK + i]);
	}
	printf("\n};\n\nstatic const uint16_t fold_blocks[] = {");
	for (int b = 0; b < CODE_POINTS / BLOCK; b++)
		printf("%s%d,", b % 12 ? " " : "\n\t", block_of[b]);
	printf("\n};\n\n");
}

/* Base and mark in order, so that a binary search finds the composite. */
static void write_pairs(const UNormalizer2 *nfc)
{
	int n = 0;

	printf("static const uint32_t fold_pairs[][3] = {\n");
	for (UChar32 a = 0x20; a < 0x3100; a++)
		for (UChar32 b = 0x300; b < 0x309B; b++) {
			UChar32 c;
			if (b == 0x370)
				b = 0x3099;
			c = unorm2_composePair(nfc, a, b);
			if (c < 0 || (map[a] && map[a] != a))
				continue;
			c = map[c] && map[c] < SEQUENCE ? map[c] : c;
			printf("\t{ 0x%X, 0x%X, 0x%X },\n", (unsigned)a,
			       (unsigned)b, (unsigned)c);
			n++;
		}
	printf("};\n\n#define FOLD_PAIRS %d\n", n);
}

int main(void)
{
	UErrorCode status = U_ZERO_ERROR;
	const UNormalizer2 *nfkc = unorm2_getNFKCCasefoldInstance(&status);
	const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
	static const UChar id[] = u"Traditional-Simplified";
	UTransliterator *hans = utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0,
	                                     NULL, &status);

	check(status, "open");
	for (UChar32 c = 0; c < CODE_POINTS; c++)
		map[c] = U_IS_SURROGATE(c) ? 0xFFFD : fold(c, nfkc, hans);
	printf("/* Written by data/fold/make_fold.c from ICU %s, Unicode %s; "
	       "do not edit. */\n\n", U_ICU_VERSION, U_UNICODE_VERSION);
	printf("#define FOLD_BLOCK %d\n#define FOLD_DIRECT 0x%X\n"
	       "#define FOLD_DROP 0x%X\n#define FOLD_SEQUENCE 0x%X\n\n",
	       BLOCK, DIRECT, DROP, SEQUENCE);
	write_sequences();
	write_blocks();
	write_pairs(nfc);
	utrans_close(hans);
	return 0;
}
