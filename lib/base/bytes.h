/* bytes.h - numbers in a file: little endian, whatever the machine. */
#ifndef SCLS_BASE_BYTES_H
#define SCLS_BASE_BYTES_H

#include <stdint.h>

/* The number in the two bytes at p. */
static inline uint32_t scls_get16(const unsigned char *p)
{
	return (uint32_t)p[0] | (uint32_t)p[1] << 8;
}

/* In four. */
static inline uint32_t scls_get32(const unsigned char *p)
{
	return scls_get16(p) | scls_get16(p + 2) << 16;
}

/* In eight. */
static inline uint64_t scls_get64(const unsigned char *p)
{
	return scls_get32(p) | (uint64_t)scls_get32(p + 4) << 32;
}

/* Writes the lower 16 bits of v to the two bytes at p. */
static inline void scls_put16(unsigned char *p, uint32_t v)
{
	p[0] = (unsigned char)v;
	p[1] = (unsigned char)(v >> 8);
}

/* All of v to four. */
static inline void scls_put32(unsigned char *p, uint32_t v)
{
	scls_put16(p, v);
	scls_put16(p + 2, v >> 16);
}

/* All of v to eight. */
static inline void scls_put64(unsigned char *p, uint64_t v)
{
	scls_put32(p, (uint32_t)v);
	scls_put32(p + 4, (uint32_t)(v >> 32));
}

#endif
