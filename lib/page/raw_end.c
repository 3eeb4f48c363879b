/* raw_end.c - see raw_end.h. */
#include "page/raw_end.h"

#include "page/look.h"

/* Not 0 where the name at data is word and ends there. */
static int is_word(const char *data, const char *end, const char *word)
{
	for (; *word; word++, data++)
		if (data == end || scls_ascii_lower(*data) != *word)
			return 0;
	return data == end || !scls_is_of_name(*data);
}

const char *scls_comment_end(const char *at, const char *end)
{
	while ((at = memchr(at, '>', (size_t)(end - at))) != NULL) {
		if (at[-1] == '-' && at[-2] == '-')
			return at + 1;
		if (at[-1] == '!' && at[-2] == '-' && at[-3] == '-')
			return at + 1;
		at++;
	}
	return end;
}

const char *scls_end_tag(const char *at, const char *end, const char *name)
{
	while ((at = scls_look_for(at, end, '<')) != NULL) {
		if (end - at > 2 && at[1] == '/' && is_word(at + 2, end, name))
			return at;
		at++;
	}
	return end;
}

const char *scls_script_end(const char *at, const char *end)
{
	const char *close = scls_end_tag(at, end, "script");
	const char *open = at, *inner;

	while ((open = memchr(open, '<', (size_t)(close - open))) != NULL
	       && (close - open < 4 || memcmp(open, "<!--", 4) != 0))
		open++;
	if (!open)
		return close;
	if (scls_comment_end(open + 4, close) < close)
		return close;
	for (inner = open + 4; inner < close; inner++)
		if (*inner == '<' && is_word(inner + 1, close, "script"))
			return scls_end_tag(close + 1 < end ? close + 1 : end,
			                    end, "script");
	return close;
}
