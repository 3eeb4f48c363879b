/* pack_line.c - see pack_line.h. */
#include "pattern/pack_line.h"

#include "base/utf8.h"

static int is_blank(char c)
{
	return c == ' ' || c == '\t';
}

int scls_pack_more(scls_pack_line *line)
{
	while (line->at < line->text.size
	       && is_blank(line->text.data[line->at]))
		line->at++;
	return line->at < line->text.size && line->text.data[line->at] != '#';
}

scls_span scls_pack_word(scls_pack_line *line)
{
	int more = scls_pack_more(line);
	size_t from = line->at;
	scls_span word = { line->text.data + from, 0 };

	if (!more)
		return word;
	while (line->at < line->text.size
	       && !is_blank(line->text.data[line->at]))
		line->at++;
	word.size = line->at - from;
	return word;
}

scls_span scls_pack_rest(scls_pack_line *line)
{
	scls_span rest = { line->text.data + line->at,
	                   line->text.size - line->at };

	line->at = line->text.size;
	return scls_span_trim(rest);
}

scls_status scls_pack_end(scls_pack_line *line)
{
	if (!scls_pack_more(line))
		return SPAMCLS_OK;
	return scls_pack_fail(line, line->at,
	                      "more than this line takes: remove it, or put "
	                      "# before it");
}

uint32_t scls_pack_column(const scls_pack_line *line, size_t at)
{
	uint32_t column = 1;

	for (size_t i = 0; i < at && i < line->text.size; i++)
		column += !scls_utf8_goes_on(line->text.data[i]);
	return column;
}

scls_place scls_pack_place(const scls_pack_line *line, scls_span word)
{
	size_t at = (size_t)(word.data - line->text.data);
	scls_place place = { line->file, line->number,
	                     scls_pack_column(line, at) };

	return place;
}

scls_status scls_pack_fail(const scls_pack_line *line, size_t at,
                           const char *message)
{
	return scls_error_set(line->error, SPAMCLS_E_SYNTAX, line->file,
	                      line->number, scls_pack_column(line, at),
	                      message);
}

size_t scls_message_append(char *to, size_t n, size_t room, const char *from)
{
	while (*from && n + 1 < room)
		to[n++] = *from++;
	return n;
}

scls_status scls_place_fail(spamcls_error *error, scls_status status,
                            scls_place place, const char *const part[3])
{
	char message[sizeof(error->message)];
	size_t n = scls_message_append(message, 0, sizeof(message), part[0]);

	n = scls_message_append(message, n, sizeof(message), "'");
	n = scls_message_append(message, n, sizeof(message), part[1]);
	n = scls_message_append(message, n, sizeof(message), "'");
	n = scls_message_append(message, n, sizeof(message), part[2]);
	message[n] = '\0';
	return scls_error_set(error, status, place.file, place.line,
	                      place.column, message);
}
