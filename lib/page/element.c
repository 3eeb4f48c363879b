/* element.c - names of elements and words of attributes; see element.h. */
#include "page/element.h"

#include "base/ascii.h"
#include "base/bits.h"
#include "base/vector.h"
#include "page/page.h"

const scls_element_info scls_elements[] = {
	{ "", 0, 0, 0, SCLS_TAG_TEXT }, { "", 0, 0, 0, SCLS_TAG_TEXT },
	{ "", 1, 0, 0, SCLS_TAG_TEXT }, { "", 1, 0, 0, SCLS_TAG_TEXT },
#define SCLS_ELEMENT(name, block, raw, within, tag) \
	{ #name, block, raw, within, SCLS_TAG_##tag },
#include "page/elements.def"
#undef SCLS_ELEMENT
};

static const struct {
	const char *word;
	uint16_t within;
} tokens[] = {
#define SCLS_TOKEN(word, within) { word, within },
#include "page/tokens.def"
#undef SCLS_TOKEN
};

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))
#define LONGEST 24u /* letters of a word that are looked at */
#define STYLE_ROOM 256 /* bytes of a style without white space, and a NUL */

/* So far to the left or above nothing is seen. */
#define FAR_PIXELS 500u
#define FAR_EMS 50u
#define FAR_MOST 100000u /* digits behind it say no more */

static char upper(char c)
{
	return c >= 'a' && c <= 'z' ? (char)(c - 32) : c;
}

/* The table is sorted by name. */
int scls_element_find(const char *name, size_t size)
{
	size_t low = SCLS_E_BOXES + 1, high = COUNT(scls_elements);

	while (low < high) {
		size_t mid = (low + high) / 2, i = 0;
		const char *known = scls_elements[mid].name;
		int order;

		while (i < size && known[i] && upper(name[i]) == known[i])
			i++;
		order = i == size ? (known[i] ? -1 : 0)
		                  : upper(name[i]) - known[i];
		if (order == 0)
			return (int)mid;
		if (order < 0)
			high = mid;
		else
			low = mid + 1;
	}
	return SCLS_E_OTHER;
}

/* Does the table's word fit, a star at its end standing for anything? */
static int fits(const char *word, const char *text, size_t size)
{
	size_t i = 0;

	for (; word[i] && word[i] != '*'; i++)
		if (i == size || text[i] != word[i])
			return 0;
	return word[i] == '*' || i == size;
}

static unsigned pair_of(const char *text)
{
	return (unsigned)(text[0] - 'a') * 26u + (unsigned)(text[1] - 'a');
}

/* What a word's first bytes must be: of one that ends before them, the end,
 * too. */
static scls_token_head head_of(const char *word)
{
	char bytes[8] = { 0 }, mask[8] = { 0 };
	scls_token_head head;

	for (size_t i = 0; i < sizeof(bytes) && word[i] != '*'; i++) {
		bytes[i] = word[i];
		mask[i] = -1;
		if (word[i] == '\0')
			break;
	}
	memcpy(&head.bytes, bytes, sizeof(bytes));
	memcpy(&head.mask, mask, sizeof(mask));
	return head;
}

/* The table is in order, and its words have two letters at least. */
void scls_token_index_fill(scls_token_index *index)
{
	size_t pair = 0;

	_Static_assert(COUNT(tokens) < 256, "a byte counts the words");
	for (size_t i = 0; i < COUNT(tokens); i++) {
		index->head[i] = head_of(tokens[i].word);
		while (pair <= pair_of(tokens[i].word))
			index->from[pair++] = (uint8_t)i;
	}
	while (pair < sizeof(index->from))
		index->from[pair++] = (uint8_t)COUNT(tokens);
}

/* The word has letters alone. */
static uint16_t word_within(const scls_token_index *index, const char *data,
                            size_t size)
{
	uint16_t within = 0;
	char text[LONGEST] = { 0 };
	uint64_t head;
	unsigned pair;

	if (size < 2)
		return 0;
	if (size > LONGEST)
		size = LONGEST;
	text[0] = (char)(data[0] | 32);
	text[1] = (char)(data[1] | 32);
	pair = pair_of(text);
	if (index->from[pair] == index->from[pair + 1])
		return 0;
	for (size_t i = 2; i < size; i++)
		text[i] = (char)(data[i] | 32);
	memcpy(&head, text, sizeof(head));
	for (size_t i = index->from[pair]; i < index->from[pair + 1]; i++)
		if ((head & index->head[i].mask) == index->head[i].bytes
		    && fits(tokens[i].word, text, size))
			within |= tokens[i].within;
	return within;
}

#define LANES 32u /* bytes of a look */

_Static_assert(LANES >= LONGEST, "of a longer word the end does not matter");

/* A bit for each of LANES bytes. */
typedef struct letters {
	uint64_t lower, upper;
} letters;

static letters letters_plain(const char *data)
{
	letters l = { 0, 0 };

	for (uint32_t i = 0; i < LANES; i++) {
		l.lower |= (uint64_t)(data[i] >= 'a' && data[i] <= 'z') << i;
		l.upper |= (uint64_t)(data[i] >= 'A' && data[i] <= 'Z') << i;
	}
	return l;
}

#ifdef SCLS_AVX2
/* Bytes of 26 from the first on. */
SCLS_AVX2
static inline uint64_t in_alphabet(__m256i a, char first)
{
	__m256i off = _mm256_sub_epi8(a, _mm256_set1_epi8(first));

	return (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(
	        off, _mm256_min_epu8(off, _mm256_set1_epi8(25))));
}

SCLS_AVX2
static letters letters_avx2(const char *data)
{
	__m256i a = _mm256_loadu_si256((const void *)data);
	letters l = { in_alphabet(a, 'a'), in_alphabet(a, 'A') };

	return l;
}
#endif

static letters letters_of(const char *data)
{
#ifdef SCLS_AVX2
	if (scls_has_avx2())
		return letters_avx2(data);
#endif
	return letters_plain(data);
}

/* Letters of the first n bytes, LANES at most. */
static letters first_letters(const char *data, size_t n)
{
	char copy[LANES] = { 0 };

	if (n >= LANES)
		return letters_of(data);
	memcpy(copy, data, n);
	return letters_of(copy);
}

/* Not 0 where a word that stands before `at` is not at its end. */
static int goes_on(const char *text, size_t at)
{
	return scls_ascii_is_letter(text[at - 1])
	       && scls_ascii_is_letter(text[at])
	       && (text[at] >= 'a' || text[at - 1] < 'a');
}

/* The words at the front of a text; *size becomes the bytes they take. */
static uint16_t some_within(const scls_token_index *index, scls_span text,
                            size_t *size)
{
	letters l = first_letters(text.data, text.size);
	uint64_t letter = l.lower | l.upper;
	uint64_t capital = l.upper & l.lower << 1;
	uint64_t ends = ~letter | capital;
	uint64_t begins = (letter & ~(letter << 1)) | capital;
	uint16_t within = 0;

	*size = text.size < LANES ? text.size : LANES;
	for (; begins != 0; begins &= begins - 1) {
		uint32_t from = scls_lowest_bit(begins);
		uint32_t to = scls_lowest_bit(ends & ~UINT64_C(1) << from);

		/* The last one may go on: it is looked at again. */
		if (to == LANES && text.size > LANES && from > 0) {
			*size = from;
			break;
		}
		within |= word_within(index, text.data + from, to - from);
	}
	return within;
}

/* A word ends at a mark, and in camelCase before a capital. */
uint16_t scls_tokens_within(const scls_token_index *index, scls_span text)
{
	uint16_t within = 0;

	while (text.size > 0) {
		size_t size;

		within |= some_within(index, text, &size);
		while (size < text.size && goes_on(text.data, size))
			size++;
		text.data += size;
		text.size -= size;
	}
	return within;
}

/* Copies without white space, in lower case; cut at room. */
static size_t squeeze(scls_span style, char *out, size_t room)
{
	size_t n = 0;

	for (size_t i = 0; i < style.size && n < room; i++)
		if (!scls_ascii_is_space(style.data[i]))
			out[n++] = scls_ascii_lower(style.data[i]);
	return n;
}

/* Properties that may hide an element. */
enum {
	DISPLAY, VISIBILITY, FONT_SIZE, OVERFLOW, WIDTH, HEIGHT, MAX_HEIGHT,
	LEFT, RIGHT, TOP, MARGIN_LEFT, TEXT_INDENT, PROPERTIES
};

static const char *const properties[PROPERTIES] = {
	"display:", "visibility:", "font-size:", "overflow:", "width:",
	"height:", "max-height:", "left:", "right:", "top:", "margin-left:",
	"text-indent:"
};

/* Not 0 where a declaration with this value yields to no other. */
static int is_important(const char *value)
{
	const char *mark = strchr(value, '!');

	return mark && mark < value + strcspn(value, ";")
	       && strncmp(mark, "!important", 10) == 0;
}

/* Of several values of a property the last one counts, of those that are
 * important if any is. */
static void read_declaration(const char *at, const char *values[PROPERTIES])
{
	for (size_t k = 0; k < PROPERTIES; k++) {
		size_t size;

		if (*at != *properties[k])
			continue;
		size = strlen(properties[k]);
		if (strncmp(at, properties[k], size) == 0
		    && (!values[k] || !is_important(values[k])
		        || is_important(at + size)))
			values[k] = at + size;
	}
}

static int is_zero(const char *value)
{
	if (!value || *value++ != '0')
		return 0;
	return !scls_ascii_is_digit(*value) && *value != '.';
}

/* -500px or -50em and beyond; a share of the window is layout. */
static int is_far_off(const char *value)
{
	uint32_t n = 0;

	if (!value || *value++ != '-')
		return 0;
	for (; scls_ascii_is_digit(*value); value++)
		n = n < FAR_MOST ? n * 10 + (uint32_t)(*value - '0') : n;
	if (*value == '.')
		for (value++; scls_ascii_is_digit(*value); value++)
			;
	if (*value == '%' || strncmp(value, "vw", 2) == 0)
		return 0;
	return n >= (strncmp(value, "em", 2) == 0
	             || strncmp(value, "rem", 3) == 0 ? FAR_EMS : FAR_PIXELS);
}

static int is_word(const char *value, const char *word)
{
	return value && strncmp(value, word, strlen(word)) == 0;
}

/* Nothing of it is seen: no width or height, and what is inside is cut. */
static int is_shut(const char *values[PROPERTIES])
{
	int flat = is_zero(values[WIDTH]);
	int low = is_zero(values[HEIGHT]) || is_zero(values[MAX_HEIGHT]);

	return (flat && low)
	       || ((flat || low) && is_word(values[OVERFLOW], "hidden"));
}

int scls_style_hides(scls_span span)
{
	char style[STYLE_ROOM];
	const char *values[PROPERTIES] = { NULL };

	style[squeeze(span, style, sizeof(style) - 1)] = '\0';
	for (const char *at = style, *end; at; at = end ? end + 1 : NULL) {
		read_declaration(at, values);
		end = strchr(at, ';');
	}
	return is_word(values[DISPLAY], "none")
	       || is_word(values[VISIBILITY], "hidden")
	       || is_zero(values[FONT_SIZE]) || is_shut(values)
	       || is_far_off(values[LEFT]) || is_far_off(values[RIGHT])
	       || is_far_off(values[TOP]) || is_far_off(values[MARGIN_LEFT])
	       || is_far_off(values[TEXT_INDENT]);
}
