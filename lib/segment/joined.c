/* joined.c - see joined.h. */
#include "segment/joined.h"

#include "base/utf8.h"
#include "segment/line/columns.h"

/* Parts of a line, at least, and of one that is joined as words are in a
 * sentence of Chinese. */
#define PARTS_LEAST 3u
#define LISTED_LEAST 4u

/* Columns of a line that may have so many. */
#define JOINED_WIDTH 42u

int scls_next_part(scls_parts *r, scls_span *part)
{
	size_t from = r->at, at = from, end, past;
	uint32_t blanks, sign;

	if (from >= r->line.size)
		return 0;
	for (;;) {
		end = at;
		at = scls_past_blanks(r->line, at, &blanks);
		if (at >= r->line.size
		    || (r->sign == SCLS_GAP_SIGN
		        && blanks >= SCLS_GAP_COLUMNS)) {
			r->at = at;
			break;
		}
		if (r->sign != SCLS_GAP_SIGN
		    && scls_sign_between(r->line, at, blanks, &sign, &past)
		    && sign == r->sign) {
			r->at = past;
			break;
		}
		(void)scls_utf8_next(r->line.data, r->line.size, &at);
	}
	*part = scls_span_between(r->line.data, from, end);
	return 1;
}

static uint32_t count_parts(scls_span line, uint32_t sign)
{
	scls_parts r = { line, sign, 0 };
	uint32_t parts = 0;
	scls_span part;

	while (scls_next_part(&r, &part))
		parts += part.size > 0;
	return parts;
}

/* Whether enough parts of the line are headlines: three of four, or all where
 * words, too, are joined so. */
static int is_joined(scls_span line, uint32_t sign, uint32_t parts)
{
	scls_parts r = { line, sign, 0 };
	uint32_t headlines = 0;
	scls_span part;

	while (scls_next_part(&r, &part))
		headlines += scls_is_headline(part)
		             && !scls_ends_sentence(part);
	return sign == U'、' ? parts >= LISTED_LEAST && headlines == parts
	                     : headlines * 4 >= parts * 3;
}

/* Whether line i has as many parts by that sign, and is not joined of
 * headlines: beside a row of a table. */
static int is_row(const scls_draft *draft, int64_t i, uint32_t sign,
                  uint32_t parts)
{
	scls_span line;

	if (i < 0 || i >= draft->page->n_blocks)
		return 0;
	line = scls_block_text(draft->page, (uint32_t)i);
	return count_parts(line, sign) == parts
	       && !is_joined(line, sign, parts);
}

/* The parts of line i by that sign; 0 where it is not joined by it. */
static uint32_t parts_by(const scls_draft *draft, uint32_t i, uint32_t sign)
{
	scls_span line = scls_block_text(draft->page, i);
	uint32_t parts = count_parts(line, sign);

	if (parts < PARTS_LEAST
	    || (sign == U'、' && draft->lines[i].shape.inner > 0)
	    || !is_joined(line, sign, parts)
	    || is_row(draft, (int64_t)i - 1, sign, parts)
	    || is_row(draft, (int64_t)i + 1, sign, parts))
		return 0;
	return parts;
}

/* <title> is one line, and so is a link, whatever signs are in it. */
static int may_be_cut(const scls_draft *draft, uint32_t i)
{
	return draft->page->blocks[i].n_links == 0
	       && !scls_is_html_title(draft->page, i);
}

/* Whether a line may be joined of others: no sentence is. */
static int may_be_joined(const scls_draft *draft, uint32_t i)
{
	const scls_shape *shape = &draft->lines[i].shape;
	scls_span line = scls_block_text(draft->page, i);

	return shape->width >= JOINED_WIDTH
	       && (shape->others + 1 >= PARTS_LEAST
	           || shape->commas + 1 >= LISTED_LEAST || scls_has_gap(line))
	       && may_be_cut(draft, i) && !scls_ends_sentence(line);
}

uint32_t scls_parts_of(const scls_draft *draft, uint32_t i,
                       uint32_t *sign)
{
	uint32_t parts;
	scls_signs s;
	scls_span line = scls_block_text(draft->page, i);

	*sign = SCLS_GAP_SIGN;
	if (!may_be_joined(draft, i))
		return 1;
	scls_signs_of(line, &s);
	for (uint32_t k = 0; k < s.n; k++) {
		parts = parts_by(draft, i, s.of[k]);
		*sign = s.of[k];
		if (parts > 0)
			return parts;
	}
	return 1;
}

int scls_ends_joined(const scls_draft *draft, uint32_t i, uint32_t sign)
{
	scls_span line = scls_block_text(draft->page, i);

	return may_be_cut(draft, i) && count_parts(line, sign) == SCLS_END_PARTS
	       && is_joined(line, sign, SCLS_END_PARTS);
}
