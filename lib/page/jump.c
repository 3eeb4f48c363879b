/* jump.c - see jump.h. */
#include "page/jump.h"

#include "base/ascii.h"
#include "page/attribute.h"
#include "page/look.h"

/* So many tags of a select tell what it is, no matter how many it has. */
#define TAGS_MOST 8u

static int begins(scls_span text, const char *with)
{
	size_t size = strlen(with);

	return text.size > size
	       && scls_span_is_nocase((scls_span){ text.data, size }, with);
}

/* A name of a zone or a type has a slash in it, too. */
static int is_address(scls_span value)
{
	return begins(value, "/") || begins(value, "./")
	       || begins(value, "../") || begins(value, "?")
	       || begins(value, "http://") || begins(value, "https://");
}

scls_span scls_option_address(scls_span all)
{
	scls_attribute_scan s = { all.data, all.data + all.size,
		                  { NULL, 0 }, { NULL, 0 } };

	while (scls_attribute_next(&s))
		if ((scls_span_is_nocase(s.name, "value")
		     || scls_span_is_nocase(s.name, "data-url")
		     || scls_span_is_nocase(s.name, "data-href"))
		    && is_address(s.value))
			return s.value;
	return scls_span_of("");
}

/* Behind the name of a tag of options at `at`, its start or its end; NULL where
 * any other stands there. */
static const char *past_name(const char *at, const char *end)
{
	scls_span name;

	at += at + 1 < end && at[1] == '/' ? 2 : 1;
	name.data = at;
	while (at < end && scls_is_of_name(*at))
		at++;
	name.size = (size_t)(at - name.data);
	return scls_span_is_nocase(name, "option")
	       || scls_span_is_nocase(name, "optgroup") ? at : NULL;
}

int scls_options_lead(const char *at, const char *end)
{
	for (uint32_t n = 0; n < TAGS_MOST; n++) {
		const char *tag = scls_look_for(at, end, '<'), *from;
		scls_span all;

		from = tag ? past_name(tag, end) : NULL;
		if (!from)
			return 0;
		at = scls_look_tag_end(from, end);
		all.data = from;
		all.size = (size_t)(at - from) - (at > from && at[-1] == '>');
		if (tag[1] != '/' && scls_option_address(all).size > 0)
			return 1;
	}
	return 0;
}
