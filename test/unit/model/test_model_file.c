/* test_model_file.c - bytes out and in again; numbers that no model has. */
#include "model_fixture.h"

#include "model/second.h"

#include "base/limits.h"

static scls_status opened(made *m, scls_model *model)
{
	spamcls_error error = { .status = SPAMCLS_OK };
	scls_status status;

	write_out(m);
	status = scls_model_open(model, m->bytes, m->size, "m.spm",
	                         heap(), &error);
	ck_assert_int_eq(error.status, status);
	if (status != SPAMCLS_OK)
		ck_assert_str_eq(error.file, "m.spm");
	return status;
}

START_TEST(out_and_in)
{
	scls_model model;
	made m;

	make(&m);
	ck_assert_int_eq(opened(&m, &model), SPAMCLS_OK);
	ck_assert_uint_eq(model.mask, BUCKETS - 1);
	ck_assert_int_eq(model.scale, 3);
	ck_assert_int_eq(model.likely, 2000);
	ck_assert_int_eq(model.certain, 4000);
	ck_assert_int_eq(memcmp(model.named, m.model.named,
	                        sizeof(model.named)), 0);
	ck_assert_int_eq(memcmp(model.buckets, m.buckets, BYTES), 0);
	ck_assert_uint_eq(model.n_knots, 2);
	ck_assert_int_eq(model.knots[1].score, 3000);
	free(m.bytes);
}
END_TEST

/* The checksum is right: the numbers themselves must be looked at. */
static void refused(made *m)
{
	scls_model model;

	ck_assert_int_eq(opened(m, &model), SPAMCLS_E_FORMAT);
	free(m->bytes);
	m->bytes = NULL;
}

START_TEST(numbers_too_large)
{
	made m;

	make(&m);
	m.model.named[5] = SCLS_MODEL_MAX_NAMED + 1;
	refused(&m);
	m.model.named[5] = INT32_MIN;
	refused(&m);
	m.model.named[5] = -SCLS_MODEL_MAX_NAMED;
	m.model.scale = SCLS_MODEL_MAX_SCALE + 1;
	refused(&m);
	m.model.scale = -1;
	refused(&m);
	m.model.scale = SCLS_MODEL_MAX_SCALE;
	m.model.certain = INT32_MAX;
	refused(&m);
	m.model.likely = INT32_MIN;
	m.model.certain = 0;
	refused(&m);
	free(m.bytes);
}
END_TEST

START_TEST(numbers_out_of_order)
{
	made m;

	make(&m);
	m.model.likely = m.model.certain + 1;
	refused(&m);
	make(&m);
	m.model.knots[1].score = m.model.knots[0].score;
	refused(&m);
	make(&m);
	m.model.knots[1].parts = m.model.knots[0].parts - 1;
	refused(&m);
	make(&m);
	m.model.knots[1].parts = (1u << 24) + 1;
	refused(&m);
	free(m.bytes);
}
END_TEST

/* The sum of all that a headline can have stays an int32: features, rules and
 * trees. */
START_TEST(no_sum_overflows)
{
	int64_t n = SCLS_MEASURE_ROOM(SCLS_MAX_HEADLINE);
	int64_t most = SCLS_MODEL_MAX_SCALE * 128 > SCLS_MODEL_MAX_NAMED
	               ? SCLS_MODEL_MAX_SCALE * 128 : SCLS_MODEL_MAX_NAMED;
	int64_t rules = (int64_t)SCLS_MAX_RULES * SCLS_MAX_RULE_NATS
	                * SCLS_NAT;
	int64_t trees = (int64_t)SCLS_MODEL_MAX_TREES * SCLS_MODEL_MAX_MEAN;

	ck_assert_int_lt(n * most + rules + trees, INT32_MAX);
}
END_TEST

/* One tree of two leaves, and three that are a leaf. */
static void with_trees(made *m, scls_tree_node *nodes, uint16_t *roots)
{
	static const scls_tree_node node[] = {
		{ 5, 10, 1, 2, 3 }, { 0, -20, 0, 0, 0 }, { 0, 40, 0, 0, 0 },
		{ 0, 1, 0, 0, 0 },
	};
	static const uint16_t root[] = { 0, 3, 3, 3 };

	make(m);
	memcpy(nodes, node, sizeof(node));
	memcpy(roots, root, sizeof(root));
	m->model.gate = -77;
	m->model.n_nodes = 4;
	m->model.trees.nodes = nodes;
	m->model.trees.roots = roots;
	m->model.trees.n_roots = 4;
}

START_TEST(trees_out_and_in)
{
	scls_tree_node nodes[4];
	uint16_t roots[4];
	scls_model model;
	made m;

	with_trees(&m, nodes, roots);
	ck_assert_int_eq(opened(&m, &model), SPAMCLS_OK);
	ck_assert_int_eq(model.gate, -77);
	ck_assert_uint_eq(model.n_nodes, 4);
	ck_assert_uint_eq(model.trees.n_roots, 4);
	ck_assert_int_eq(memcmp(model.trees.roots, roots, sizeof(roots)), 0);
	ck_assert_ptr_nonnull(model.trees.full);
	for (int i = 0; i < 4; i++) {
		const scls_tree_node *node = &model.trees.nodes[i];

		ck_assert_int_eq(node->limit, nodes[i].limit);
		ck_assert_int_eq(node->mean, nodes[i].mean);
		ck_assert_uint_eq(node->left, nodes[i].left);
		ck_assert_uint_eq(node->right, nodes[i].right);
		ck_assert_uint_eq(node->value, nodes[i].value);
	}
	scls_model_free(&model, heap());
	ck_assert_ptr_null(model.trees.nodes);
	ck_assert_ptr_null(model.trees.full);
	free(m.bytes);
}
END_TEST

/* A walk that would not end, would leave the trees, or the score's bounds. */
START_TEST(trees_that_do_not_hold)
{
	static const scls_tree_node bad[] = {
		{ 5, 10, 0, 2, 3 }, { 5, 10, 1, 0, 3 }, { 5, 10, 1, 4, 3 },
		{ 5, 10, 4, 1, 3 }, { 5, 10, 1, 2, 60000 },
		{ 5, 10, 1, 2, SCLS_K_COUNT },
		{ 5, SCLS_MODEL_MAX_MEAN + 1, 1, 2, 3 },
		{ 5, -SCLS_MODEL_MAX_MEAN - 1, 1, 2, 3 },
	};
	scls_tree_node nodes[4];
	uint16_t roots[4];
	scls_model model;
	made m;

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		with_trees(&m, nodes, roots);
		nodes[0] = bad[i];
		ck_assert_int_eq(opened(&m, &model), SPAMCLS_E_FORMAT);
		free(m.bytes);
	}
	with_trees(&m, nodes, roots);
	nodes[1].left = nodes[1].right = 1; /* its own child */
	ck_assert_int_eq(opened(&m, &model), SPAMCLS_E_FORMAT);
	free(m.bytes);
	with_trees(&m, nodes, roots);
	roots[2] = 4;
	ck_assert_int_eq(opened(&m, &model), SPAMCLS_E_FORMAT);
	free(m.bytes);
	with_trees(&m, nodes, roots);
	m.model.trees.n_roots = 3;
	ck_assert_int_eq(opened(&m, &model), SPAMCLS_E_FORMAT);
	free(m.bytes);
}
END_TEST

#define CHAIN (SCLS_MODEL_MAX_STEPS + 1) /* nodes of the longest walk */

/* The longest trees that there may be, as far up and down as they can go. */
static void with_chains(made *m, scls_tree_node nodes[CHAIN + 1],
                        uint16_t roots[SCLS_MODEL_MAX_TREES], uint16_t n)
{
	make(m);
	for (uint16_t i = 0; i < n; i++) {
		uint16_t next = (uint16_t)(i + 1 < n ? i + 1 : 0);

		nodes[i] = (scls_tree_node){
			0, i % 2 ? SCLS_MODEL_MAX_MEAN : -SCLS_MODEL_MAX_MEAN,
			next, next, i % 2
		};
	}
	memset(roots, 0, SCLS_MODEL_MAX_TREES * sizeof(*roots));
	m->model.n_nodes = n;
	m->model.trees.nodes = nodes;
	m->model.trees.roots = roots;
	m->model.trees.n_roots = SCLS_MODEL_MAX_TREES;
}

/* What a reason gathers along all walks is an int32. */
START_TEST(longest_walks)
{
	static const uint8_t slot[SCLS_K_COUNT] = { 0, 1 };
	scls_tree_node nodes[CHAIN + 1];
	uint16_t roots[SCLS_MODEL_MAX_TREES];
	int32_t values[SCLS_K_COUNT] = { 0 }, weights[2] = { 0 };
	int32_t most = (int32_t)(SCLS_MODEL_MAX_STEPS * SCLS_MODEL_MAX_TREES)
	               * SCLS_MODEL_MAX_MEAN;
	scls_model model;
	made m;

	with_chains(&m, nodes, roots, CHAIN);
	ck_assert_int_eq(opened(&m, &model), SPAMCLS_OK);
	(void)scls_trees_weigh(&model.trees, values, slot, weights);
	ck_assert_int_eq(weights[0], most);
	ck_assert_int_eq(weights[1], -most);
	scls_model_free(&model, heap());
	free(m.bytes);
	with_chains(&m, nodes, roots, CHAIN + 1);
	ck_assert_int_eq(opened(&m, &model), SPAMCLS_E_FORMAT);
	free(m.bytes);
}
END_TEST

/* Roots of trees that are not there: nothing is set up for them. */
START_TEST(roots_without_nodes)
{
	static const uint16_t roots[4] = { 0, 0, 0, 0 };
	scls_model model;
	made m;

	make(&m);
	m.model.trees.roots = roots;
	m.model.trees.n_roots = 4;
	ck_assert_int_eq(opened(&m, &model), SPAMCLS_E_FORMAT);
	free(m.bytes);
}
END_TEST

/* A language is used in place, and its tables are made anew. */
START_TEST(language_out_and_in)
{
	unsigned char levels[1u << BITS];
	scls_model model;
	made m;

	make(&m);
	for (unsigned i = 0; i < sizeof(levels); i++)
		levels[i] = (unsigned char)(i * 7);
	m.model.language.levels = levels;
	m.model.language.mask = sizeof(levels) - 1;
	m.model.language.characters[SCLS_OF_HONEST] = 1000;
	m.model.language.characters[SCLS_OF_TEMPLATES] = 2000;
	scls_language_open(&m.model.language);
	ck_assert_int_eq(opened(&m, &model), SPAMCLS_OK);
	ck_assert_mem_eq(model.language.levels, levels, sizeof(levels));
	ck_assert_uint_eq(model.language.mask, sizeof(levels) - 1);
	ck_assert_mem_eq(model.language.first, m.model.language.first,
	                 sizeof(model.language.first));
	ck_assert_mem_eq(model.language.given, m.model.language.given,
	                 sizeof(model.language.given));
	scls_model_free(&model, heap());
	free(m.bytes);
}
END_TEST

/* As large as the file has it. */
static int8_t glanced[SCLS_GLANCE_SIZE];

static void with_glance(made *m, int32_t least)
{
	make(m);
	for (unsigned i = 0; i < sizeof(glanced); i++)
		glanced[i] = (int8_t)(i * 5);
	m->model.glance = (scls_glance){ glanced, least, -70,
		                         UINT64_C(0x123456789abcdef0) };
}

/* It is used in place. */
START_TEST(glance_out_and_in)
{
	scls_model model;
	made m;

	with_glance(&m, -1500);
	ck_assert_int_eq(opened(&m, &model), SPAMCLS_OK);
	ck_assert_mem_eq(model.glance.weights, glanced, sizeof(glanced));
	ck_assert_ptr_ne(model.glance.weights, glanced);
	ck_assert_int_eq(model.glance.least, -1500);
	ck_assert_int_eq(model.glance.shift, -70);
	ck_assert_uint_eq(model.glance.terms, m.model.glance.terms);
	scls_model_free(&model, heap());
	free(m.bytes);
	make(&m);
	ck_assert_int_eq(opened(&m, &model), SPAMCLS_OK);
	ck_assert_ptr_null(model.glance.weights);
	scls_model_free(&model, heap());
	free(m.bytes);
}
END_TEST

/* What it sorts out would be likely, or be looked at again. */
START_TEST(glance_out_of_range)
{
	static const scls_tree_node node = { 0 };
	static const uint16_t roots[4] = { 0, 0, 0, 0 };
	scls_model model;
	made m;

	with_glance(&m, 2001);
	ck_assert_int_eq(opened(&m, &model), SPAMCLS_E_FORMAT);
	free(m.bytes);
	with_glance(&m, INT32_MIN);
	ck_assert_int_eq(opened(&m, &model), SPAMCLS_E_FORMAT);
	free(m.bytes);
	with_glance(&m, 0);
	m.model.glance.shift = 1;
	ck_assert_int_eq(opened(&m, &model), SPAMCLS_E_FORMAT);
	m.model.glance.shift = -SCLS_MODEL_MAX_SCORE - 1;
	ck_assert_int_eq(opened(&m, &model), SPAMCLS_E_FORMAT);
	m.model.glance.shift = -SCLS_MODEL_MAX_SCORE;
	m.model.glance.least = m.model.likely;
	ck_assert_int_eq(opened(&m, &model), SPAMCLS_OK);
	scls_model_free(&model, heap());
	free(m.bytes);
	with_glance(&m, -1000);
	m.model.gate = -1001;
	m.model.n_nodes = 1;
	m.model.trees.nodes = &node;
	m.model.trees.roots = roots;
	m.model.trees.n_roots = 4;
	ck_assert_int_eq(opened(&m, &model), SPAMCLS_E_FORMAT);
	m.model.gate = -1000;
	ck_assert_int_eq(opened(&m, &model), SPAMCLS_OK);
	scls_model_free(&model, heap());
	free(m.bytes);
}
END_TEST

START_TEST(cut_and_changed)
{
	scls_model model;
	made m;

	make(&m);
	ck_assert_int_eq(opened(&m, &model), SPAMCLS_OK);
	for (size_t size = 0; size < m.size; size += 13)
		ck_assert_int_eq(scls_model_open(&model, m.bytes, size, "",
		                                 heap(), NULL),
		                 SPAMCLS_E_FORMAT);
	for (size_t i = 0; i < m.size; i++) {
		scls_status status;

		m.bytes[i] ^= 0x10;
		status = scls_model_open(&model, m.bytes, m.size, "",
		                         heap(), NULL);
		ck_assert(status == SPAMCLS_E_FORMAT
		          || status == SPAMCLS_E_VERSION);
		m.bytes[i] ^= 0x10;
	}
	free(m.bytes);
}
END_TEST

SUITE("model_file", {
	CASE(out_and_in);
	CASE(trees_out_and_in);
	CASE(trees_that_do_not_hold);
	CASE(longest_walks);
	CASE(roots_without_nodes);
	CASE(language_out_and_in);
	CASE(numbers_too_large);
	CASE(numbers_out_of_order);
	CASE(no_sum_overflows);
	CASE(glance_out_and_in);
	CASE(glance_out_of_range);
	CASE(cut_and_changed);
})
