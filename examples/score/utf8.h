/* utf8.h - names, headlines and URLs of callers: their bytes may be any. */
#ifndef UTF8_H
#define UTF8_H

#include <stddef.h>

/* What stands for a byte that is none of a sequence. */
#define UTF8_REPLACEMENT "\xEF\xBF\xBD"

/* The length of the valid UTF-8 sequence at data, or 0; size is not 0. */
size_t utf8_sequence(const unsigned char *data, size_t size);

/* The bytes of a byte order mark before UTF-8: 3, or 0 where there is none. */
size_t utf8_mark(const char *data, size_t size);

#endif
