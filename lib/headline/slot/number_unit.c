/* number_unit.c - scale and unit words; see numeral.h. */
#include "headline/slot/numeral.h"

#include "headline/fold.h"

#include <uchar.h>

#define LONGEST 11u /* letters, and a zero */

typedef struct word {
	char32_t text[LONGEST + 1u];
	enum scls_unit_kind kind;
	int64_t factor;
} word;

static const word words[] = {
#define W(first, text, kind, factor) { U##text, SCLS_UNIT_##kind, factor },
#include "headline/slot/number_units.def"
#undef W
};

/* Their first letters close together, for they are searched. */
static const char32_t firsts[] = {
#define W(first, text, kind, factor) first,
#include "headline/slot/number_units.def"
#undef W
};

#define W(first, letters, kind, factor) \
	_Static_assert(sizeof(U##letters) <= sizeof(words[0].text), "room");
#include "headline/slot/number_units.def"
#undef W

#define COUNT (sizeof(words) / sizeof(words[0]))

/* The first word that begins with the letter, or any where none does; as many
 * steps for any letter, for nobody can guess what branches. */
static size_t first_word(uint32_t letter)
{
	size_t at = 0;

	for (size_t left = COUNT, half; left > 1; left -= half) {
		half = left / 2;
		at += (firsts[at + half - 1] < letter) * half;
	}
	return at;
}

/* The length of the word where it stands at unit[at], else 0. */
static uint32_t match(const char32_t *text, const uint32_t *unit, uint32_t n,
                      uint32_t at)
{
	uint32_t i = 0;

	for (; text[i] != 0; i++)
		if (at + i == n || unit[at + i] != (uint32_t)text[i])
			return 0;
	if (scls_is_latin(unit[at + i - 1]) && at + i < n
	    && scls_is_latin(unit[at + i]))
		return 0;
	return i;
}

uint32_t scls_unit_find(const uint32_t *unit, uint32_t n, uint32_t at,
                        enum scls_unit_kind *kind, int64_t *factor)
{
	uint32_t best = 0, skip, letter;

	*kind = SCLS_UNIT_NONE;
	if (at >= n)
		return 0;
	skip = unit[at] == ' ' && at + 1 < n;
	letter = unit[at + skip];
	for (size_t k = first_word(letter);
	     k < COUNT && (uint32_t)firsts[k] == letter; k++) {
		uint32_t size = match(words[k].text, unit, n, at + skip);

		if (size > best && (!skip || size > 2)) {
			best = size;
			*kind = words[k].kind;
			*factor = words[k].factor;
		}
	}
	return best ? best + skip : 0;
}
