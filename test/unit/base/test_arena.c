/* test_arena.c - memory until the next document. */
#include "base/arena.h"
#include "../../suite.h"

#include <stdalign.h>
#include <stdint.h>
#include <string.h>

static unsigned calls;  /* allocations made */
static unsigned broken; /* not 0: there is no memory */
static size_t held;     /* bytes given out and not back */

static void *counted(void *context, void *old, size_t old_size,
                     size_t new_size)
{
	(void)context;
	if (new_size == 0) {
		held -= old_size;
		free(old);
		return NULL;
	}
	calls++;
	if (broken || new_size > SIZE_MAX / 4)
		return NULL;
	held += new_size - old_size;
	return realloc(old, new_size);
}

static const spamcls_allocator allocator = { counted, NULL };

static scls_arena new_arena(void)
{
	scls_arena arena;

	calls = broken = 0;
	held = 0;
	scls_arena_init(&arena, &allocator);
	ck_assert_uint_eq(calls, 0);
	return arena;
}

START_TEST(aligned_and_apart)
{
	scls_arena arena = new_arena();
	char *last = NULL;

	for (size_t size = 1; size < 300; size++) {
		char *data = scls_arena_take(&arena, size);

		ck_assert_ptr_nonnull(data);
		ck_assert_uint_eq((uintptr_t)data % alignof(max_align_t), 0);
		memset(data, (int)(size & 0x7F), size);
		if (last)
			ck_assert_int_eq(last[size - 2],
			                 (int)(size - 1) & 0x7F);
		last = data;
	}
	scls_arena_free(&arena);
}
END_TEST

START_TEST(large_takes)
{
	scls_arena arena = new_arena();
	char *large = scls_arena_take(&arena, 1u << 20);
	char *little = scls_arena_take(&arena, 10);

	memset(large, 1, 1u << 20);
	memset(little, 2, 10);
	ck_assert_int_eq(large[(1u << 20) - 1], 1);
	scls_arena_free(&arena);
	ck_assert_ptr_null(arena.first);
}
END_TEST

/* A warm arena asks for nothing. */
START_TEST(reset)
{
	scls_arena arena = new_arena();
	unsigned first;

	for (unsigned i = 0; i < 1000; i++)
		ck_assert_ptr_nonnull(scls_arena_take(&arena, 100));
	first = calls;
	for (unsigned round = 0; round < 10; round++) {
		scls_arena_reset(&arena);
		for (unsigned i = 0; i < 1000; i++)
			ck_assert_ptr_nonnull(scls_arena_take(&arena, 100));
	}
	ck_assert_uint_eq(calls, first);
	scls_arena_free(&arena);
}
END_TEST

/* Blocks that are too small are passed over, not grown around. */
START_TEST(other_sizes)
{
	scls_arena arena = new_arena();
	unsigned before;

	for (size_t size = 1024; size <= 64 * 1024; size *= 2)
		ck_assert_ptr_nonnull(scls_arena_take(&arena, size));
	before = calls;
	scls_arena_reset(&arena);
	ck_assert_ptr_nonnull(scls_arena_take(&arena, 48 * 1024));
	ck_assert_uint_eq(calls, before);
	scls_arena_free(&arena);
}
END_TEST

/* Documents that each ask for a little more than the last leave nothing
 * behind, whatever they took before. */
START_TEST(a_little_more)
{
	scls_arena arena = new_arena();
	const size_t large = 100 * 1024;

	for (size_t before = 0; before < 40 * 1024; before += 20 * 1024)
		for (size_t round = 0; round < 100; round++) {
			scls_arena_reset(&arena);
			ck_assert_ptr_nonnull(scls_arena_take(&arena, before));
			ck_assert_ptr_nonnull(scls_arena_take(
			        &arena, large + round * 16));
			ck_assert_uint_le(held, 4 * large);
		}
	scls_arena_free(&arena);
	ck_assert_uint_eq(held, 0);
}
END_TEST

/* What is in use stays when a block behind it is given back. */
START_TEST(taken_stays)
{
	scls_arena arena = new_arena();
	char *kept;

	ck_assert_ptr_nonnull(scls_arena_take(&arena, 16 * 1024));
	ck_assert_ptr_nonnull(scls_arena_take(&arena, 16 * 1024));
	scls_arena_reset(&arena);
	kept = scls_arena_take(&arena, 16 * 1024);
	memset(kept, 7, 16 * 1024);
	ck_assert_ptr_nonnull(scls_arena_take(&arena, 200 * 1024));
	for (size_t i = 0; i < 16 * 1024; i++)
		ck_assert_int_eq(kept[i], 7);
	scls_arena_free(&arena);
	ck_assert_uint_eq(held, 0);
}
END_TEST

/* What was taken before a mark stays; what was taken since is taken again. */
START_TEST(back)
{
	scls_arena arena = new_arena();
	char *before = scls_arena_copy(&arena, "before", 6);
	scls_arena_mark mark = scls_arena_here(&arena);
	size_t most;

	ck_assert_ptr_nonnull(scls_arena_take(&arena, 50 * 1024));
	most = held;
	for (size_t round = 0; round < 20; round++) {
		scls_arena_back(&arena, mark);
		memset(scls_arena_take(&arena, 100), 'x', 100);
		memset(scls_arena_take(&arena, 50 * 1024), 'y', 50 * 1024);
	}
	ck_assert_uint_eq(held, most);
	ck_assert_str_eq(before, "before");
	scls_arena_free(&arena);
}
END_TEST

START_TEST(back_to_nothing)
{
	scls_arena arena = new_arena();
	scls_arena_mark mark = scls_arena_here(&arena);
	char *first = scls_arena_take(&arena, 10);

	scls_arena_back(&arena, mark);
	ck_assert_ptr_eq(scls_arena_take(&arena, 10), first);
	scls_arena_free(&arena);
}
END_TEST

START_TEST(copies)
{
	scls_arena arena = new_arena();
	char *copy = scls_arena_copy(&arena, "abc\0d", 5);

	ck_assert_int_eq(memcmp(copy, "abc\0d", 6), 0);
	copy = scls_arena_copy(&arena, NULL, 0);
	ck_assert_str_eq(copy, "");
	scls_arena_free(&arena);
}
END_TEST

START_TEST(no_memory)
{
	scls_arena arena = new_arena();

	ck_assert_ptr_null(scls_arena_take(&arena, SIZE_MAX));
	ck_assert_ptr_null(scls_arena_take(&arena, SIZE_MAX - 64));
	ck_assert_ptr_null(scls_arena_take_array(&arena, SIZE_MAX / 2, 3));
	ck_assert_ptr_null(scls_arena_copy(&arena, "", SIZE_MAX));
	broken = 1;
	ck_assert_ptr_null(scls_arena_take(&arena, 10));
	ck_assert_ptr_null(scls_arena_copy(&arena, "a", 1));
	broken = 0;
	ck_assert_ptr_nonnull(scls_arena_take(&arena, 10));
	broken = 1;
	ck_assert_ptr_null(scls_arena_take(&arena, 100000));
	ck_assert_ptr_nonnull(scls_arena_take_array(&arena, 4, 4));
	scls_arena_free(&arena);
}
END_TEST

/* Like a new one, it may be used again. */
START_TEST(freed)
{
	scls_arena arena = new_arena();

	ck_assert_ptr_nonnull(scls_arena_take(&arena, 10));
	scls_arena_free(&arena);
	scls_arena_free(&arena);
	ck_assert_str_eq(scls_arena_copy(&arena, "a", 1), "a");
	scls_arena_free(&arena);
}
END_TEST

SUITE("arena", {
	CASE(aligned_and_apart);
	CASE(large_takes);
	CASE(reset);
	CASE(other_sizes);
	CASE(a_little_more);
	CASE(taken_stays);
	CASE(back);
	CASE(back_to_nothing);
	CASE(copies);
	CASE(no_memory);
	CASE(freed);
})
