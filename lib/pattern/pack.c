/* pack.c - cuts a rule pack into lines; see draft.h. */
#include "pattern/draft.h"

#include "base/inline.h"
#include "base/limits.h"
#include "base/utf8.h"

_Static_assert(SCLS_MAX_RULE_LINE == 4096, "the number in a message below");

SCLS_INLINE unsigned is_control(unsigned char c)
{
	return ((c < 0x20) & (c != '\t')) | (c == 0x7F);
}

/* Not 0 where one is among n bytes: hardly ever, so all are asked at once. */
SCLS_VECTORS
static unsigned has_control(const char *data, size_t n)
{
	unsigned char any = 0;

	for (size_t i = 0; i < n; i++)
		any |= (unsigned char)is_control((unsigned char)data[i]);
	return any;
}

static scls_status check_line(const scls_pack_line *line)
{
	size_t good = scls_utf8_valid(line->text.data, line->text.size);

	if (line->text.size > SCLS_MAX_RULE_LINE)
		return scls_error_set(line->error, SPAMCLS_E_LIMIT, line->file,
		                      line->number, 1,
		                      "a line of more than 4096 bytes: make "
		                      "two rules of it");
	if (good < line->text.size)
		return scls_pack_fail(line, good,
		                      "not UTF-8: save the file as UTF-8");
	if (!has_control(line->text.data, line->text.size))
		return SPAMCLS_OK;
	for (size_t i = 0;; i++)
		if (is_control((unsigned char)line->text.data[i]))
			return scls_pack_fail(line, i,
			                      "a control character: remove "
			                      "it");
}

/* The text up to the next line feed, without a carriage return. */
static scls_span cut_line(scls_span *text)
{
	const char *end = text->size ? memchr(text->data, '\n', text->size)
	                             : NULL;
	scls_span cut = { text->data, end ? (size_t)(end - text->data)
	                                  : text->size };
	size_t step = cut.size + (end != NULL);

	text->data += step;
	text->size -= step;
	if (cut.size > 0 && cut.data[cut.size - 1] == '\r')
		cut.size--;
	return cut;
}

scls_status scls_pack_draft_read(scls_pack_draft *draft, const scls_pack *pack)
{
	scls_pack_line line = { .error = draft->error };
	scls_span text = pack->text, name = scls_span_of(pack->name);

	line.file = scls_arena_copy(draft->arena, name.data, name.size);
	text.data = scls_arena_copy(draft->arena, text.data, text.size);
	if (!line.file || !text.data)
		return SPAMCLS_E_NOMEM;
	draft->family = "";
	text = scls_span_past_bom(text);
	while (text.size > 0) {
		line.text = cut_line(&text);
		line.number++;
		line.at = 0;
		SCLS_TRY(check_line(&line));
		SCLS_TRY(scls_directive_read(draft, &line));
	}
	return SPAMCLS_OK;
}
