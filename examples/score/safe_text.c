/* safe_text.c - see safe_text.h. */
#include "safe_text.h"

#include "utf8.h"

#include <stdarg.h>
#include <string.h>

#define LONGEST 8192 /* bytes of a message: a path and what is said of it */

/* Not 0 where the sequence at text gives a terminal an order. */
static int is_order(const unsigned char *text, const char *passed)
{
	return (text[0] < ' ' && (text[0] == '\0' || !strchr(passed, text[0])))
	       || text[0] == 0x7F
	       || (text[0] == 0xC2 && text[1] < 0xA0);
}

void safe_text(FILE *out, const char *text, size_t size, const char *passed)
{
	const unsigned char *p = (const unsigned char *)text;

	for (size_t i = 0, n; i < size; i += n + (n == 0)) {
		n = utf8_sequence(p + i, size - i);
		if (n == 0 || is_order(p + i, passed))
			putc('?', out);
		else
			fwrite(text + i, 1, n, out);
	}
}

void safe_line(const char *format, ...)
{
	char text[LONGEST] = "";
	va_list values;

	va_start(values, format);
	vsnprintf(text, sizeof(text), format, values);
	va_end(values);
	safe_text(stderr, text, strlen(text), "");
	putc('\n', stderr);
}
