/* terminal.c - see terminal.h. */
#include "terminal.h"

#include "tool.h"
#include "utf8.h"

/* Not 0 where the sequence at text gives a terminal an order. */
static int is_order(const unsigned char *text)
{
	return (text[0] < ' ' && text[0] != '\n' && text[0] != '\t')
	       || text[0] == 0x7F
	       || (text[0] == 0xC2 && text[1] < 0xA0);
}

void terminal_text(const char *text, size_t size)
{
	const unsigned char *p = (const unsigned char *)text;

	for (size_t i = 0, n; i < size; i += n + (n == 0)) {
		n = utf8_sequence(p + i, size - i);
		if (n == 0 || is_order(p + i))
			putchar('?');
		else
			fwrite(text + i, 1, n, stdout);
	}
	tool_printed();
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
