/* test_feature.c - names, texts and ids of features. */
#include "feature/feature.h"

#include "../../suite.h"

#include <string.h>

/* A person reads both texts; scripts go by the name, which is its alone. */
START_TEST(every_feature_has_its_name_and_texts)
{
	for (uint32_t i = 0; i < SCLS_F_COUNT; i++) {
		const char *name = scls_feature_name(i);

		HOLDS(name && name[0] != '\0', i);
		HOLDS(scls_feature_text_en(i)[0] != '\0', i);
		HOLDS(scls_feature_text_zh(i)[0] != '\0', i);
		for (uint32_t k = 0; k < i; k++)
			HOLDS(strcmp(name, scls_feature_name(k)) != 0, i);
	}
}
END_TEST

START_TEST(nothing_behind_the_last)
{
	static const uint32_t ids[] = { SCLS_F_COUNT, SCLS_HASHED, UINT32_MAX };

	for (int i = 0; i < 3; i++) {
		ck_assert_ptr_null(scls_feature_name(ids[i]));
		ck_assert_ptr_null(scls_feature_text_en(ids[i]));
		ck_assert_ptr_null(scls_feature_text_zh(ids[i]));
	}
	ck_assert_ptr_null(scls_group_name(SCLS_GROUP_COUNT));
	ck_assert_ptr_null(scls_group_text_en(SCLS_GROUP_COUNT, 1));
	ck_assert_ptr_null(scls_group_text_zh(SCLS_GROUP_COUNT, -1));
}
END_TEST

/* What speaks for a template has another text than what speaks against it. */
START_TEST(groups_go_by_their_weight)
{
	for (unsigned g = 0; g < SCLS_GROUP_COUNT; g++) {
		const char *en = scls_group_text_en(g, 1);
		const char *zh = scls_group_text_zh(g, 1);

		HOLDS(scls_group_name(g)[0] != '\0', g);
		HOLDS(scls_group_text_en(g, 0) == en, g);
		HOLDS(strcmp(scls_group_text_en(g, -1), en) != 0, g);
		HOLDS(strcmp(scls_group_text_zh(g, -1), zh) != 0, g);
	}
	ck_assert_str_eq(scls_group_name(SCLS_GROUP_WORDING), "wording");
}
END_TEST

/* No part of a hashed id runs into another. */
START_TEST(parts_of_an_id)
{
	for (unsigned g = 0; g < SCLS_GROUP_COUNT; g++)
		for (unsigned tokens = 0; tokens < 8; tokens++) {
			uint32_t low = scls_feature_hashed(
			        (enum scls_group)g, tokens, 0);
			uint32_t high = scls_feature_hashed(
			        (enum scls_group)g, tokens, UINT32_MAX);

			HOLDS((low & SCLS_HASHED) != 0, g);
			HOLDS(scls_feature_group(low) == g, g);
			HOLDS(scls_feature_group(high) == g, g);
			HOLDS(scls_feature_kind(low) == g * 8 + tokens, g);
			HOLDS(scls_feature_kind(high) == g * 8 + tokens, g);
			HOLDS(high - low == (1u << SCLS_HASH_BITS) - 1, g);
		}
	/* Of a hash the upper bits count. */
	ck_assert_uint_eq(scls_feature_hashed(SCLS_GROUP_WORDING, 0, 127),
	                  SCLS_HASHED);
	ck_assert_uint_eq(scls_feature_hashed(SCLS_GROUP_WORDING, 0, 128),
	                  SCLS_HASHED + 1);
}
END_TEST

START_TEST(adding_ends_where_the_room_does)
{
	uint32_t ids[3] = { 9, 9, 9 };
	scls_evidence evidence[3] = { { 9, 9 }, { 9, 9 }, { 9, 9 } };
	scls_features features = { ids, evidence, 0, 2 };

	for (uint32_t i = 0; i < 3; i++)
		scls_features_add(&features, i, i + 1, i + 2);
	ck_assert_uint_eq(features.n, 2);
	ck_assert_uint_eq(ids[1], 1);
	ck_assert_uint_eq(evidence[1].begin, 2);
	ck_assert_uint_eq(evidence[1].end, 3);
	ck_assert_uint_eq(ids[2], 9);
	ck_assert_uint_eq(evidence[2].begin, 9);
	features = (scls_features){ ids, NULL, 0, 2 };
	scls_features_add(&features, 7, 1, 2);
	ck_assert_uint_eq(features.n, 1);
	ck_assert_uint_eq(ids[0], 7);
}
END_TEST

SUITE("feature", {
	CASE(every_feature_has_its_name_and_texts);
	CASE(nothing_behind_the_last);
	CASE(groups_go_by_their_weight);
	CASE(parts_of_an_id);
	CASE(adding_ends_where_the_room_does);
})
