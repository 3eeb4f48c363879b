/* terminal.h - text of strangers on a terminal. */
#ifndef TERMINAL_H
#define TERMINAL_H

#include <stddef.h>

/* Prints size bytes by safe_text; line ends and TABs stay. */
void terminal_text(const char *text, size_t size);

/* Colours and weights, as in "1;31"; nothing where colour is 0. */
void terminal_start(int colour, const char *code);
void terminal_stop(int colour);

#endif
