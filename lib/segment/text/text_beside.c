/* text_beside.c - see text_beside.h. */
#include "segment/text/text_beside.h"

#include "base/ascii.h"
#include "base/utf8.h"

#include <string.h>

/* What a line has beside its headline. */
typedef enum beside { NOTHING, PRICE, SIGN } beside;

static int is_currency(uint32_t c)
{
	return c == '$' || (c >= 0xa2 && c <= 0xa5)
	       || (c >= 0x20a0 && c <= 0x20cf)
	       || c == 0xffe1 || c == 0xffe5;
}

/* A figure with a sign of money, and nothing else. */
static int is_price(scls_span word)
{
	uint32_t digits = 0, signs = 0;
	size_t at = 0;

	while (at < word.size) {
		uint32_t c = scls_utf8_next(word.data, word.size, &at);

		if (scls_mark_of(c) == SCLS_MARK_DIGIT)
			digits++;
		else if (is_currency(c))
			signs++;
		else if (c != '.' && c != ',')
			return 0;
	}
	return digits > 0 && signs > 0;
}

static scls_span last_word(scls_span line)
{
	size_t at = line.size;

	while (at > 0 && !scls_ascii_is_space(line.data[at - 1]))
		at--;
	return (scls_span){ line.data + at, line.size - at };
}

/* A lower price may stand behind the first. */
static scls_span without_prices(scls_span line)
{
	scls_span word = last_word(line);

	while (word.size < line.size && is_price(word)) {
		line.size -= word.size;
		line = scls_span_trim(line);
		word = last_word(line);
	}
	return line;
}

/* An arrow or a picture; what ASCII has of signs belongs to words. */
static scls_span without_sign(scls_span line)
{
	size_t at = 0;
	uint32_t c = scls_utf8_next(line.data, line.size, &at);

	if (c < 0x80 || scls_mark_of(c) != SCLS_MARK_OTHER || at >= line.size
	    || line.data[at] != ' ')
		return line;
	line.data += at;
	line.size -= at;
	return scls_span_trim(line);
}

/* Sets rest to the line without it. */
static beside find_beside(const scls_draft *draft, uint32_t i, scls_span *rest)
{
	const scls_shape *shape = &draft->lines[i].shape;
	scls_span line;
	beside found = PRICE;
	scls_shape left;

	if (shape->others == 0)
		return NOTHING;
	line = scls_span_trim(scls_block_text(draft->page, i));
	*rest = shape->digits > 0 ? without_prices(line) : line;
	if (rest->size == line.size) {
		found = SIGN;
		*rest = without_sign(line);
	}
	if (rest->size == line.size)
		return NOTHING;
	scls_shape_of(*rest, &left);
	return scls_shape_is_headline(&left) ? found : NOTHING;
}

/* The first line that needs it makes them the draft's own. */
static scls_status take_lines(scls_draft *draft, const scls_block_line *of)
{
	size_t n = draft->page->n_blocks;

	if (draft->lines != of)
		return SPAMCLS_OK;
	draft->lines = scls_arena_take_array(draft->arena, n,
	                                     sizeof(*draft->lines));
	if (draft->lines == NULL)
		return SPAMCLS_E_NOMEM;
	memcpy(draft->lines, of, n * sizeof(*of));
	return SPAMCLS_OK;
}

scls_status scls_text_beside(scls_draft *draft)
{
	const scls_block_line *whole = draft->lines;
	uint32_t n = draft->page->n_blocks;
	beside before = NOTHING, here = NOTHING, behind;
	scls_span rest = { NULL, 0 }, next = { NULL, 0 };

	/* Line i is looked at while line i - 1 is settled. */
	for (uint32_t i = 0; i <= n; i++) {
		behind = i < n ? find_beside(draft, i, &next) : NOTHING;
		if (here != NOTHING && (here == before || here == behind)) {
			SCLS_TRY(take_lines(draft, whole));
			scls_shape_of(rest, &draft->lines[i - 1].shape);
		}
		before = here;
		here = behind;
		rest = next;
	}
	return SPAMCLS_OK;
}
