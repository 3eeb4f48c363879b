/* test_api_older.c - options of older callers, whose structs were shorter. */
#include "api_fixture.h"

#include <stddef.h>

/* The size that the options had, with what fills them up, before likely_from
 * stood there: it must lie behind. */
typedef struct train_options_before {
	size_t size;
	uint64_t seed;
	uint32_t epochs, bits;
	double rate, l1, l2, drop, likely, certain;
	const spamcls_tree_node *nodes;
	const uint32_t *roots;
	uint32_t n_nodes, n_roots;
	int32_t gate;
	int keep_weights;
	uint32_t language_bits;
} train_options_before;
#define ALL_BEFORE_LIKELY_FROM sizeof(train_options_before)

static void accepted(const spamcls_db *db, const spamcls_train_options *train)
{
	spamcls_trainer *trainer = NULL;

	ck_assert_int_eq(spamcls_trainer_new(&trainer, db, train),
	                 SPAMCLS_OK);
	spamcls_trainer_free(trainer);
}

/* What lies behind the size that is told is not read. */
START_TEST(older_options)
{
	spamcls_db_options options = SPAMCLS_DB_OPTIONS_INIT;
	spamcls_train_options train = SPAMCLS_TRAIN_OPTIONS_INIT;
	spamcls_sketch_options sites = SPAMCLS_SKETCH_OPTIONS_INIT;
	spamcls_sketch *sketch = NULL;
	spamcls_db *db = NULL;

	options.size = offsetof(spamcls_db_options, allocator);
	options.allocator = (const void *)&options; /* is not one */
	ck_assert_int_eq(spamcls_db_open(&db, NULL, &options), SPAMCLS_OK);
	train.size = offsetof(spamcls_train_options, epochs);
	train.epochs = 0;
	accepted(db, &train);
	train = (spamcls_train_options)SPAMCLS_TRAIN_OPTIONS_INIT;
	train.size = offsetof(spamcls_train_options, likely_from);
	train.likely_from = -1;
	ck_assert_uint_ge(train.size, ALL_BEFORE_LIKELY_FROM);
	accepted(db, &train);
	train = (spamcls_train_options)SPAMCLS_TRAIN_OPTIONS_INIT;
	train.size = offsetof(spamcls_train_options, glance_loss);
	train.glance_loss = -1;
	accepted(db, &train);
	sites.size = offsetof(spamcls_sketch_options, sites);
	sites.sites = UINT32_MAX;
	ck_assert_int_eq(spamcls_sketch_new(&sketch, &sites), SPAMCLS_OK);
	spamcls_sketch_free(sketch);
	spamcls_db_free(db);
}
END_TEST

SUITE("api_older", {
	CASE(older_options);
})
