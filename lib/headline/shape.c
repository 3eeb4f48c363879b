/* shape.c - length, marks, script: features of form; see measure.h. */
#include "headline/measure.h"

#include "headline/fold.h"

/* Counts over one headline, made in one pass. */
typedef struct counts {
	uint32_t han, kana, hangul, latin, other, digits;
	uint32_t comma, separator, space, block;
	uint32_t longest_digits, mixed;
	int colon, ask, quote, book, lentic, paren, dot;
} counts;

static void count_mark(uint32_t c, counts *k)
{
	switch (c) {
	case ',': case 0x3001: case 0x3002: k->comma++; break;
	case '-': case '_': case '|': case '/': k->separator++; break;
	case ' ': k->space++; break;
	case ':': k->colon = 1; break;
	case '?': k->ask = 1; break;
	case '"': case 0x300C: case 0x300D: k->quote = 1; break;
	case 0x300A: k->book = 1; break;
	case 0x3010: k->lentic = 1; break;
	case '(': k->paren = 1; break;
	case '.': k->dot = 1; break;
	default:
		k->block += c - 0x2500u < 0x200u;
		break;
	}
}

static void count_unit(uint32_t c, counts *k)
{
	if (c - 0x3041u < 0xBFu)
		k->kana++;
	else if (c - 0xAC00u < 0x2BA4u)
		k->hangul++;
	else if (scls_is_han(c))
		k->han++;
	else if (c - 'a' < 26u || (c >= 0xC0 && c < 0x250))
		k->latin++;
	else if (scls_is_latin(c))
		k->other++;
	else if (scls_is_digit(c))
		k->digits++;
	else
		count_mark(c, k);
}

static void count(const scls_headline *h, counts *k)
{
	uint32_t run = 0;

	memset(k, 0, sizeof(*k));
	for (uint32_t i = 0; i < h->n_units; i++) {
		uint32_t c = h->units[i];

		/* The commonest by far. */
		if (c - 0x4E00u < 0x5200u) {
			k->han++;
			run = 0;
			continue;
		}
		count_unit(c, k);
		run = scls_is_digit(c) ? run + 1 : 0;
		k->longest_digits = run > k->longest_digits
		                            ? run : k->longest_digits;
		if (i > 0 && ((scls_is_digit(c) && h->units[i - 1] - 'a' < 26u)
		              || (c - 'a' < 26u
		                  && scls_is_digit(h->units[i - 1]))))
			k->mixed++;
	}
}

/* The first of n limits that value does not exceed. */
static uint32_t bucket(uint32_t value, const uint32_t *limits, uint32_t n)
{
	uint32_t i = 0;

	while (i < n && value > limits[i])
		i++;
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
	uint32_t slotted = 0, length = k->han + k->kana + k->hangul
	                               + (k->latin + k->other) / 3 + k->digits;

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
	uint32_t spaced = bucket(k->space, spaces, 3);

	add(f, SCLS_F_COMMA_0 + (k->comma < 3 ? k->comma : 3));
	if (k->separator > 0)
		add(f, SCLS_F_SEP_1 - 1 + (k->separator < 4 ? k->separator
		                                            : 4));
	if (spaced > 0 && k->han + k->kana > k->latin)
		add(f, SCLS_F_SPACE_1 - 1 + spaced);
	add_if(f, k->colon, SCLS_F_COLON);
	add_if(f, k->quote, SCLS_F_QUOTE);
	add_if(f, k->book, SCLS_F_BOOK);
	add_if(f, k->lentic, SCLS_F_LENTIC);
	add_if(f, k->paren, SCLS_F_PAREN);
	add_if(f, k->block >= 2, SCLS_F_BLOCKS);
	add_if(f, k->longest_digits >= 6, SCLS_F_DIGITS_LONG);
	add_if(f, k->mixed > 1, SCLS_F_MIXED_WORD);
}

static void ending(const scls_headline *h, const counts *k, scls_features *f)
{
	uint32_t last = h->n_units ? h->units[h->n_units - 1] : 0;

	add_if(f, last == '.' || last == 0x3002, SCLS_F_END_STOP);
	add_if(f, last == '?', SCLS_F_END_ASK);
	add_if(f, last == '!', SCLS_F_END_CRY);
	add_if(f, last != '?' && k->ask, SCLS_F_ASK_IN);
}

static uint32_t script(const counts *k)
{
	if (k->kana > 1)
		return SCLS_F_SCRIPT_JA;
	if (k->hangul > k->han)
		return SCLS_F_SCRIPT_KO;
	if (k->han * 2 >= k->latin && k->han > 0)
		return SCLS_F_SCRIPT_ZH;
	return k->latin >= k->other ? SCLS_F_SCRIPT_LATIN
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
	add_if(f, k.dot && has_host(h), SCLS_F_HOST);
	add_if(f, h->n_hidden > 0, SCLS_F_HIDDEN);
	add_if(f, h->n_hidden > 2, SCLS_F_HIDDEN_3);
	add_if(f, h->n_emoji > 0, SCLS_F_EMOJI);
}
