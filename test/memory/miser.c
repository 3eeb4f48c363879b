/*
 * miser.c - an allocator that fails once, or from there on: the library that
 * run.py loads before the command.
 *
 * MISER_AT: which allocation fails, from 1; MISER_FROM: and all behind it.
 * MISER_COUNT: a file that gets the number of all.
 */
#include <errno.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t n, size_t size);
void *__libc_realloc(void *old, size_t size);

static atomic_long count;

static long number_of(const char *name)
{
	const char *text = getenv(name);

	return text ? atol(text) : 0;
}

static int fails(void)
{
	long i = atomic_fetch_add(&count, 1) + 1;

	if (i != number_of("MISER_AT")
	    && (i < number_of("MISER_FROM") || !number_of("MISER_FROM")))
		return 0;
	errno = ENOMEM;
	return 1;
}

void *malloc(size_t size)
{
	return fails() ? NULL : __libc_malloc(size);
}

void *calloc(size_t n, size_t size)
{
	return fails() ? NULL : __libc_calloc(n, size);
}

void *realloc(void *old, size_t size)
{
	return size > 0 && fails() ? NULL : __libc_realloc(old, size);
}

__attribute__((destructor)) static void tell(void)
{
	const char *path = getenv("MISER_COUNT");
	long n = atomic_load(&count);
	FILE *out = path ? fopen(path, "w") : NULL;

	if (out) {
		fprintf(out, "%ld\n", n);
		fclose(out);
	}
}
