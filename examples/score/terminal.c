/* terminal.c - see terminal.h. */
#include "terminal.h"

#include "safe_text.h"
#include "tool.h"

void terminal_text(const char *text, size_t size)
{
	safe_text(stdout, text, size, "\n\t");
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
