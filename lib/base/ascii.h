/* ascii.h - letters, digits and white space of ASCII, whatever the locale. */
#ifndef SCLS_BASE_ASCII_H
#define SCLS_BASE_ASCII_H

/* A capital letter as a small one, any other byte as it is. */
static inline char scls_ascii_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

/* Not 0 for a to z and A to Z: with the bit set that tells small letters from
 * capitals, one test does for both. */
static inline int scls_ascii_is_letter(char c)
{
	return (unsigned char)((c | 0x20) - 'a') < 26;
}

/* Not 0 for 0 to 9. */
static inline int scls_ascii_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The value of a digit in a base of 16 at most, -1 where it is none. */
static inline int scls_ascii_digit(char c, int base)
{
	int value = scls_ascii_is_digit(c) ? c - '0'
	            : scls_ascii_is_letter(c) ? (c | 0x20) - 'a' + 10 : base;

	return value < base ? value : -1;
}

/* Blank, tab, line feed, vertical tab, form feed, carriage return. */
static inline int scls_ascii_is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

#endif
