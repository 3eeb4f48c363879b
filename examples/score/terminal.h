/* terminal.h - text of strangers on a terminal. */
#ifndef TERMINAL_H
#define TERMINAL_H

#include <stddef.h>

/* Prints size bytes; what could give the terminal orders becomes "?": C0 but
 * line ends and TABs, DEL, C1 (U+0080 to U+009F), and what is no UTF-8. */
void terminal_text(const char *text, size_t size);

/* Colours and weights, as in "1;31"; nothing where colour is 0. */
void terminal_start(int colour, const char *code);
void terminal_stop(int colour);

#endif
