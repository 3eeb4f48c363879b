/* media_type.c - see media_type.h. */
#include "media_type.h"

#include <spamcls.h>
#include <string.h>
#include <strings.h>

static int is(const char *type, size_t size, const char *name)
{
	return size == strlen(name) && strncasecmp(type, name, size) == 0;
}

int media_kind(const char *type)
{
	size_t size = type ? strcspn(type, ",; \t") : 0;

	if (size == 0)
		return SPAMCLS_KIND_GUESS;
	if (is(type, size, "text/html")
	    || is(type, size, "application/xhtml+xml"))
		return SPAMCLS_KIND_HTML;
	return is(type, size, "text/plain") ? SPAMCLS_KIND_TEXT : -1;
}

int media_charset(const char *type, char charset[MEDIA_CHARSET])
{
	size_t size;

	while (type && (type = strchr(type, ';')) != NULL) {
		type++;
		type += strspn(type, " \t");
		if (strncasecmp(type, "charset=", 8) != 0)
			continue;
		type += 8;
		type += strspn(type, " \t");
		type += *type == '"';
		size = strcspn(type, "\"; \t");
		if (size == 0 || size >= MEDIA_CHARSET)
			return 0;
		memcpy(charset, type, size);
		charset[size] = '\0';
		return 1;
	}
	return 0;
}
