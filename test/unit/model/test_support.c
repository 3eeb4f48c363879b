/* test_support.c - n-grams by how many groups and families know them. */
#include "model/support.h"

#include "../../suite.h"

#define BITS 12u
#define FAMILY 7u
#define OTHER 8u
#define GROUP(n) (SCLS_KIN_GROUP | (n))

static scls_support *support;
static uint32_t ids[2];
static scls_features features = { ids, NULL, 0, 2 };

static void begin(void)
{
	spamcls_allocator a = scls_alloc_default();

	ck_assert_int_eq(scls_support_new(&support, BITS, &a), SPAMCLS_OK);
}

static void end(void)
{
	scls_support_free(support);
	scls_support_free(NULL);
}

static uint32_t gram(uint64_t n)
{
	return scls_feature_hashed(SCLS_GROUP_WORDING, 2, n << 7);
}

static void count(uint32_t id, uint32_t kin)
{
	features.n = 0;
	scls_features_add(&features, id, 0, 1);
	scls_features_add(&features, SCLS_F_BIAS, 0, 0);
	scls_support_add(support, &features, kin);
}

START_TEST(nobody_knows_a_new_one)
{
	ck_assert_uint_eq(scls_support_cell(support, gram(1),
	                                    SCLS_KIN_STRANGER), 0);
	count(gram(1), FAMILY); /* once is chance */
	ck_assert_uint_eq(scls_support_cell(support, gram(1),
	                                    SCLS_KIN_STRANGER), 0);
}
END_TEST

START_TEST(a_group_does_not_know_itself)
{
	for (uint32_t row = 0; row < 60; row++)
		count(gram(1), GROUP(row % 3)); /* many in each */
	ck_assert_uint_eq(scls_support_cell(support, gram(1), GROUP(0)), 0);
	ck_assert_uint_eq(scls_support_cell(support, gram(1), GROUP(9)),
	                  scls_support_cell(support, gram(1),
	                                    SCLS_KIN_STRANGER));
	ck_assert_uint_ne(scls_support_cell(support, gram(1),
	                                    SCLS_KIN_STRANGER), 0);
}
END_TEST

/* What one or two groups have may be a name. */
START_TEST(few_groups_are_chance)
{
	count(gram(1), GROUP(0));
	count(gram(1), GROUP(1));
	ck_assert_uint_eq(scls_support_cell(support, gram(1),
	                                    SCLS_KIN_STRANGER), 0);
	count(gram(1), GROUP(2));
	ck_assert_uint_ne(scls_support_cell(support, gram(1),
	                                    SCLS_KIN_STRANGER), 0);
}
END_TEST

START_TEST(a_family_does_not_know_itself)
{
	for (uint32_t i = 0; i < 5; i++)
		count(gram(1), FAMILY);
	ck_assert_uint_eq(scls_support_cell(support, gram(1), FAMILY), 0);
	ck_assert_uint_ne(scls_support_cell(support, gram(1), OTHER), 0);
	ck_assert_uint_ne(scls_support_cell(support, gram(1), GROUP(7)), 0);
}
END_TEST

/* More groups, more families, another length or group: other cells, up to the
 * last step, all below the bound. */
START_TEST(cells_differ)
{
	uint32_t before = 0, longer = scls_feature_hashed(
	        SCLS_GROUP_OUTLINE, 3, 1u << 7);

	for (uint32_t i = 0, at = 1; i < 10; i++, at *= 3) {
		uint32_t cell;

		for (uint32_t row = 0; row < at; row++)
			count(gram(1), GROUP(i * 100000 + row));
		count(gram(1), FAMILY + i);
		count(gram(1), FAMILY + i);
		cell = scls_support_cell(support, gram(1),
		                         SCLS_KIN_STRANGER);
		if (i < 7)
			ck_assert_uint_gt(cell, before);
		else
			ck_assert_uint_ge(cell, before);
		ck_assert_uint_lt(cell, 1u << SCLS_CELL_BITS);
		before = cell;
	}
	ck_assert_uint_ne(scls_support_cell(support, longer,
	                                    SCLS_KIN_STRANGER), before);
	ck_assert_uint_lt(scls_support_cell(support, UINT32_MAX,
	                                    SCLS_KIN_STRANGER),
	                  1u << SCLS_CELL_BITS);
}
END_TEST

START_TEST(cells_take_the_place_of_n_grams)
{
	for (uint32_t row = 0; row < 3; row++)
		count(gram(1), GROUP(row));
	features.n = 0;
	scls_features_add(&features, gram(2), 0, 1);
	scls_features_add(&features, SCLS_F_BIAS, 0, 0);
	scls_support_cells(support, &features, SCLS_KIN_STRANGER);
	ck_assert_uint_eq(features.n, 1); /* no one knows gram(2) */
	ck_assert_uint_eq(features.ids[0], SCLS_F_BIAS);
	features.n = 0;
	scls_features_add(&features, gram(1), 3, 5);
	scls_support_cells(support, &features, SCLS_KIN_STRANGER);
	ck_assert_uint_eq(features.n, 1);
	ck_assert_uint_eq(features.ids[0] & ~SCLS_HASHED,
	                  scls_support_cell(support, gram(1),
	                                    SCLS_KIN_STRANGER));
}
END_TEST

SUITE("support", {
	tcase_add_checked_fixture(tcase, begin, end);
	CASE(nobody_knows_a_new_one);
	CASE(a_group_does_not_know_itself);
	CASE(few_groups_are_chance);
	CASE(a_family_does_not_know_itself);
	CASE(cells_differ);
	CASE(cells_take_the_place_of_n_grams);
})
