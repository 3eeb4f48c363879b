/* inline.h - for the few inner loops where it must not be left to chance. */
#ifndef SCLS_BASE_INLINE_H
#define SCLS_BASE_INLINE_H

#include <stdint.h> /* any header of the C library: it defines __GLIBC__ */

/* Not a hint: code of its own at each place it is called from. */
#if defined(__GNUC__)
#define SCLS_INLINE static inline __attribute__((always_inline))
#else
#define SCLS_INLINE static inline
#endif

/* Asks for memory that will be read soon; the address need not be mapped.  MANY
 * is for hundreds in a row, and fetches into the second cache alone: the first
 * one keeps few loads under way, and holds up all that come behind them. */
#if defined(__GNUC__)
#define SCLS_PREFETCH(at) __builtin_prefetch(at)
#define SCLS_PREFETCH_MANY(at) __builtin_prefetch(at, 0, 2)
#else
#define SCLS_PREFETCH(at) ((void)(at))
#define SCLS_PREFETCH_MANY(at) ((void)(at))
#endif

/*
 * For functions of integers: the same code for any processor, for those with
 * vectors of 32 bytes and for those with masks on them (AVX2, AVX-512), where
 * compiler and C library choose between them when the program is loaded.  What
 * is called from there must be SCLS_INLINE.
 */
#if defined(__x86_64__) && defined(__GLIBC__) && defined(__GNUC__) \
	&& !defined(SCLS_PORTABLE) \
	&& __GNUC__ >= 12 && !defined(__clang__) \
	&& !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define SCLS_VECTORS __attribute__((target_clones( \
	"arch=x86-64-v4", "avx2", "default")))
#else
#define SCLS_VECTORS
#endif

#endif
