/* attribute.c - see attribute.h. */
#include "page/attribute.h"

#include "base/ascii.h"
#include "page/look.h"

static int begins_name(char c)
{
	return scls_is_of_name(c) && c != '-' && !scls_ascii_is_digit(c);
}

static void skip_blanks(scls_attribute_scan *s)
{
	while (s->at < s->end && scls_is_blank(*s->at))
		s->at++;
}

/* The last slash of a tag is none of its attributes'. */
static int at_slash(const scls_attribute_scan *s)
{
	return s->at + 1 == s->end && *s->at == '/';
}

/* Between attributes a slash is as good as a blank. */
static void skip_between(scls_attribute_scan *s)
{
	while (s->at < s->end && (scls_is_blank(*s->at)
	                          || (*s->at == '/' && !at_slash(s))))
		s->at++;
}

/* What is no attribute lasts to the next blank. */
static void skip_bogus(scls_attribute_scan *s)
{
	while (s->at < s->end && !scls_is_blank(*s->at) && !at_slash(s))
		s->at++;
}

static void read_value(scls_attribute_scan *s)
{
	char quote = s->at < s->end ? *s->at : 0;
	const char *from = s->at, *to;

	if (quote == '"' || quote == '\'') {
		from++;
		to = scls_look_for(from, s->end, quote);
		s->at = to ? to + 1 : s->end;
		to = to ? to : s->end;
	} else {
		while (s->at < s->end && !scls_is_blank(*s->at))
			s->at++;
		to = s->at;
	}
	s->value.data = from;
	s->value.size = (size_t)(to - from);
}

static void read_attribute(scls_attribute_scan *s)
{
	s->name.data = s->at;
	while (s->at < s->end && scls_is_of_name(*s->at))
		s->at++;
	s->name.size = (size_t)(s->at - s->name.data);
	s->value.data = NULL;
	s->value.size = 0;
	skip_blanks(s);
	if (s->at < s->end && *s->at == '=') {
		s->at++;
		skip_blanks(s);
		read_value(s);
	}
}

int scls_attribute_next(scls_attribute_scan *s)
{
	for (;;) {
		skip_between(s);
		if (s->at == s->end || at_slash(s))
			return 0;
		if (begins_name(*s->at)) {
			read_attribute(s);
			return 1;
		}
		skip_bogus(s);
	}
}

static int is_word(scls_span name, const char *word)
{
	for (size_t i = 0; i < name.size; i++)
		if ((name.data[i] | 32) != word[i])
			return 0;
	return 1;
}

/* Lengths first: most attributes are told apart by them. */
static scls_span *field_of(scls_span name, scls_attributes *a)
{
	switch (name.size) {
	case 2:
		return is_word(name, "id") ? &a->id : NULL;
	case 4:
		if (is_word(name, "href"))
			return &a->href;
		return is_word(name, "role") ? &a->role : NULL;
	case 5:
		if (is_word(name, "class"))
			return &a->class_name;
		return is_word(name, "style") ? &a->style : NULL;
	case 8:
		return is_word(name, "itemprop") ? &a->itemprop : NULL;
	default:
		return NULL;
	}
}

static scls_attribute_scan scan_of(scls_span all)
{
	return (scls_attribute_scan){ all.data, all.data + all.size,
		                      { NULL, 0 }, { NULL, 0 } };
}

void scls_attributes_read(scls_span all, scls_attributes *a)
{
	scls_attribute_scan s = scan_of(all);

	while (scls_attribute_next(&s)) {
		scls_span *field = field_of(s.name, a);

		/* Of two of a name the first counts. */
		if (field && s.value.data && !field->data)
			*field = s.value;
		else if (s.name.size == 6 && is_word(s.name, "hidden"))
			a->hidden = 1;
	}
}

int scls_attributes_slash(scls_span all)
{
	scls_attribute_scan s = scan_of(all);

	if (all.size == 0 || all.data[all.size - 1] != '/')
		return 0;
	while (scls_attribute_next(&s))
		;
	return s.at < s.end;
}

int scls_attributes_hidden(scls_span all)
{
	scls_attribute_scan s = scan_of(all);

	while (scls_attribute_next(&s))
		if (scls_span_is_nocase(s.name, "type"))
			return scls_span_is_nocase(s.value, "hidden");
	return 0;
}

int scls_attributes_shadow(scls_span all)
{
	scls_attribute_scan s = scan_of(all);

	while (scls_attribute_next(&s))
		if (scls_span_is_nocase(s.name, "shadowrootmode"))
			return scls_span_is_nocase(s.value, "open")
			       || scls_span_is_nocase(s.value, "closed");
	return 0;
}
