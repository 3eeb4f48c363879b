/* test_rows.c - rows of traits become columns. */
#include "segment/forest/rows.h"

#include "../../suite.h"

/* Columns are lines of a cache; a row of any length goes to its place in each,
 * and where none was put there are zeros. */
START_TEST(rows_become_columns)
{
	spamcls_allocator allocator = scls_alloc_default();
	int32_t row[SCLS_TRAITS_MOST];
	scls_arena arena;

	scls_arena_init(&arena, &allocator);
	for (int t = 0; t < (int)SCLS_TRAITS_MOST; t++)
		row[t] = t % 5 == 0 ? INT32_MAX - t
		         : t % 5 == 1 ? INT32_MIN + t : t * 300 - 2000;
	for (uint32_t n = 1; n <= SCLS_TRAITS_MOST; n += 15) {
		uint32_t r = n % SCLS_FOREST_ROWS;
		const scls_column *columns;
		scls_rows rows;

		ck_assert_int_eq(scls_rows_take(&rows, &arena, n),
		                 SPAMCLS_OK);
		scls_rows_put(&rows, r, row);
		columns = scls_rows_turn(&rows);
		ck_assert_uint_eq((uintptr_t)columns % sizeof(*columns), 0);
		for (uint32_t t = 0; t < n; t++)
			for (uint32_t k = 0; k < SCLS_FOREST_ROWS; k++)
				ck_assert_int_eq(columns[t].value[k], k == r
				                 ? scls_trait_value(row[t])
				                 : 0);
		ck_assert_ptr_nonnull(scls_arena_take(&arena, n));
	}
	scls_arena_free(&arena);
}
END_TEST

/* All rows at once, each with values of its own, and put once more. */
START_TEST(rows_keep_apart)
{
	spamcls_allocator allocator = scls_alloc_default();
	const scls_column *columns;
	scls_arena arena;
	scls_rows rows;
	int32_t row[SCLS_ROW_ROOM(100)];

	scls_arena_init(&arena, &allocator);
	ck_assert_int_eq(scls_rows_take(&rows, &arena, 100), SPAMCLS_OK);
	for (int more = 0; more < 2; more++) {
		for (int r = 0; r < (int)SCLS_FOREST_ROWS; r++) {
			for (int t = 0; t < (int)SCLS_ROW_ROOM(100); t++)
				row[t] = r * 1000 + t + more;
			scls_rows_put(&rows, (uint32_t)r, row);
		}
		columns = scls_rows_turn(&rows);
		for (int i = 0; i < 100 * (int)SCLS_FOREST_ROWS; i++)
			ck_assert_int_eq(columns[i / 32].value[i % 32],
			                 scls_trait_value(i % 32 * 1000
			                                  + i / 32 + more));
	}
	scls_arena_free(&arena);
}
END_TEST

SUITE("rows", {
	CASE(rows_become_columns);
	CASE(rows_keep_apart);
})
