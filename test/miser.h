/*
 * miser.h - an allocator that fails when it is told to and keeps count of
 * what it gave out.
 *
 *     miser it = { .left = i, .forever = 1 };
 *     spamcls_allocator allocator = miser_allocator(&it);
 *
 * fails the i-th allocation from there and all after it.
 */
#ifndef TEST_MISER_H
#define TEST_MISER_H

#include <spamcls.h>
#include <check.h>
#include <stdlib.h>

typedef struct miser {
	long left;      /* the one that fails, from 1; -1: none, 0: all */
	int forever;    /* not 0: all later ones fail too */
	long n;         /* blocks given out and not back */
	size_t bytes;   /* in them */
	size_t most;    /* that there were of these */
} miser;

static inline void *miser_resize(void *context, void *old, size_t old_size,
                                 size_t size)
{
	miser *it = context;
	void *data;

	if (size == 0) {
		it->n -= old != NULL;
		it->bytes -= old ? old_size : 0;
		free(old);
		return NULL;
	}
	if (it->left == 0 || --it->left == 0) {
		it->left = it->forever ? 0 : -1;
		return NULL;
	}
	data = realloc(old, size);
	ck_assert_ptr_nonnull(data);
	it->n += old == NULL;
	it->bytes += size - (old ? old_size : 0);
	it->most = it->bytes > it->most ? it->bytes : it->most;
	return data;
}

static inline spamcls_allocator miser_allocator(miser *it)
{
	spamcls_allocator allocator = { miser_resize, it };

	return allocator;
}

/* All that was given out must be back. */
static inline void miser_is_whole(const miser *it)
{
	ck_assert_int_eq(it->n, 0);
	ck_assert_uint_eq(it->bytes, 0);
}

#endif
