/*
 * prescan.c - what a page says of its own charset; see charset.h.
 *
 * The prescan of the HTML standard (13.2.3.2): tags are read attribute by
 * attribute, so that what stands in a comment or a value is no declaration.
 */
#include "input/charset.h"

#include "base/ascii.h"
#include "base/limits.h"

/* One attribute of a tag, both parts as written. */
typedef struct attribute {
	scls_span name, value;
} attribute;

static void skip(scls_span *s, size_t n)
{
	s->data += n;
	s->size -= n;
}

static void skip_spaces(scls_span *s)
{
	while (s->size > 0 && scls_ascii_is_space(s->data[0]))
		skip(s, 1);
}

static int begins(scls_span s, const char *word)
{
	size_t n = strlen(word);

	s.size = s.size < n ? s.size : n;
	return s.size == n && scls_span_is_nocase(s, word);
}

/* Moves *s behind the first place of word; to the end where it is not. */
static void skip_past(scls_span *s, const char *word)
{
	while (s->size > 0 && !begins(*s, word))
		skip(s, 1);
	skip(s, s->size < strlen(word) ? s->size : strlen(word));
}

static scls_span read_value(scls_span *s)
{
	scls_span value;
	char quote = s->size > 0 ? s->data[0] : '\0';

	if (quote == '"' || quote == '\'')
		skip(s, 1);
	else
		quote = '\0';
	value = *s;
	while (s->size > 0 && (quote ? s->data[0] != quote
	                             : !scls_ascii_is_space(s->data[0])
	                               && s->data[0] != '>'))
		skip(s, 1);
	value.size = (size_t)(s->data - value.data);
	if (quote && s->size > 0)
		skip(s, 1);
	return value;
}

/* The next attribute; 0 at the tag's end. */
static int next_attribute(scls_span *s, attribute *a)
{
	while (s->size > 0
	       && (scls_ascii_is_space(s->data[0]) || s->data[0] == '/'))
		skip(s, 1);
	if (s->size == 0 || s->data[0] == '>')
		return 0;
	a->name = *s;
	do
		skip(s, 1);
	while (s->size > 0 && !scls_ascii_is_space(s->data[0])
	       && s->data[0] != '=' && s->data[0] != '>' && s->data[0] != '/');
	a->name.size = (size_t)(s->data - a->name.data);
	a->value = *s;
	a->value.size = 0;
	skip_spaces(s);
	if (s->size > 0 && s->data[0] == '=') {
		skip(s, 1);
		skip_spaces(s);
		a->value = read_value(s);
	}
	return 1;
}

/* The value at the front of s, up to a ";". */
static scls_span read_parameter(scls_span *s)
{
	scls_span value = read_value(s);

	for (size_t i = 0; i < value.size; i++)
		if (value.data[i] == ';')
			value.size = i;
	return value;
}

/* The label in "text/html; charset=label". */
static scls_span label_in_content(scls_span s)
{
	while (s.size > 0) {
		skip_past(&s, "charset");
		skip_spaces(&s);
		if (s.size > 0 && s.data[0] == '=') {
			skip(&s, 1);
			skip_spaces(&s);
			return read_parameter(&s);
		}
	}
	return s;
}

/* s stands behind "<meta"; moves to the tag's end. */
static scls_span label_of_meta(scls_span *s)
{
	scls_span direct = { "", 0 }, content = { "", 0 };
	int is_type = 0;
	attribute a;

	while (next_attribute(s, &a)) {
		if (scls_span_is_nocase(a.name, "charset"))
			direct = a.value;
		else if (scls_span_is_nocase(a.name, "content"))
			content = label_in_content(a.value);
		else if (scls_span_is_nocase(a.name, "http-equiv"))
			is_type = scls_span_is_nocase(scls_span_trim(a.value),
			                              "content-type");
	}
	if (direct.size == 0 && is_type)
		direct = content;
	return direct;
}

static scls_span label_of_xml(scls_span s)
{
	scls_span none = { "", 0 };
	attribute a;

	skip(&s, 5);
	while (next_attribute(&s, &a))
		if (scls_span_is_nocase(a.name, "encoding"))
			return a.value;
	return none;
}

/* Moves *s behind the tag it stands on, quotes respected. */
static void skip_tag(scls_span *s)
{
	attribute a;

	while (s->size > 0 && !scls_ascii_is_space(s->data[0])
	       && s->data[0] != '>')
		skip(s, 1);
	while (next_attribute(s, &a))
		;
}

scls_span scls_meta_charset(const char *data, size_t size)
{
	scls_span label = { "", 0 }, s = { data, size };

	if (s.size > SCLS_MAX_META_SCAN)
		s.size = SCLS_MAX_META_SCAN;
	if (begins(s, "<?xml"))
		label = label_of_xml(s);
	while (s.size > 0 && label.size == 0) {
		const char *next = memchr(s.data, '<', s.size);

		if (!next)
			break;
		skip(&s, (size_t)(next - s.data));
		if (begins(s, "<!--")) {
			/* "<!-->" is a whole one. */
			skip_past(&s, "-->");
		} else if (begins(s, "<meta") && s.size > 5
		           && !scls_ascii_is_letter(s.data[5])) {
			skip(&s, 5);
			label = label_of_meta(&s);
		} else if (s.size > 1 && scls_ascii_is_letter(s.data[1])) {
			skip_tag(&s);
		} else {
			skip(&s, 1);
		}
	}
	return label;
}
