/* terminal.c - see terminal.h. */
#include "terminal.h"

#include <stdio.h>

/* Bytes of the order at text, or 0. */
static size_t order(const unsigned char *text, size_t size)
{
	if ((text[0] < ' ' && text[0] != '\n' && text[0] != '\t')
	    || text[0] == 0x7F)
		return 1;
	return size > 1 && text[0] == 0xC2 && text[1] >= 0x80
	       && text[1] < 0xA0 ? 2 : 0;
}

void terminal_text(const char *text, size_t size)
{
	const unsigned char *p = (const unsigned char *)text;

	for (size_t i = 0, n; i < size; i += n) {
		n = order(p + i, size - i);
		putchar(n ? '?' : p[i]);
		n += n == 0;
	}
}

void terminal_start(int colour, const char *code)
{
	if (colour)
		printf("\033[%sm", code);
}

void terminal_stop(int colour)
{
	if (colour)
		fputs("\033[0m", stdout);
}
