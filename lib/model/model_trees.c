/* model_trees.c - the trees that a model owns; see model.h. */
#include "model/second.h"

#include <string.h>

scls_status scls_model_take_trees(scls_model *m,
                                  const spamcls_allocator *allocator,
                                  scls_tree_node **nodes, uint16_t **roots)
{
	*nodes = NULL;
	*roots = NULL;
	if (m->n_nodes == 0)
		return SPAMCLS_OK;
	*nodes = scls_alloc_zero(allocator, m->n_nodes, sizeof(**nodes));
	*roots = scls_alloc_zero(allocator, m->trees.n_roots + 1u,
	                         sizeof(**roots));
	m->trees.nodes = *nodes;
	m->trees.roots = *roots;
	if (*nodes && *roots)
		return SPAMCLS_OK;
	scls_model_free(m, allocator);
	return SPAMCLS_E_NOMEM;
}

static size_t full_size(const scls_model *m)
{
	return SCLS_TREES_FULL(m->trees.n_roots) * sizeof(*m->trees.full);
}

scls_status scls_model_fill_trees(scls_model *m,
                                  const spamcls_allocator *allocator)
{
	scls_full_tree *full;

	if (m->trees.n_roots == 0)
		return SPAMCLS_OK;
	full = scls_alloc_zero(allocator, 1, full_size(m));
	if (!full)
		return SPAMCLS_E_NOMEM;
	if (scls_trees_fill(&m->trees, full))
		m->trees.full = full;
	else
		scls_free(allocator, full, full_size(m));
	return SPAMCLS_OK;
}

void scls_model_free(scls_model *m, const spamcls_allocator *allocator)
{
	scls_free(allocator, (void *)m->trees.nodes,
	          m->n_nodes * sizeof(*m->trees.nodes));
	scls_free(allocator, (void *)m->trees.roots,
	          (m->trees.n_roots + 1u) * sizeof(*m->trees.roots));
	if (m->trees.full)
		scls_free(allocator, (void *)m->trees.full, full_size(m));
	m->trees.nodes = NULL;
	m->trees.roots = NULL;
	m->trees.full = NULL;
	m->trees.n_roots = 0;
	m->n_nodes = 0;
}

/* A child stands behind its parent. */
static int node_holds(const scls_model *m, uint32_t at)
{
	const scls_tree_node *node = &m->trees.nodes[at];

	if (node->mean > SCLS_MODEL_MAX_MEAN
	    || node->mean < -SCLS_MODEL_MAX_MEAN
	    || node->value >= SCLS_K_COUNT)
		return 0;
	return node->left == 0 ? node->right == 0
	                       : node->left > at && node->right > at
	                                 && node->left < m->n_nodes
	                                 && node->right < m->n_nodes;
}

static uint8_t larger(uint8_t a, uint8_t b)
{
	return a > b ? a : b;
}

/* Whether no walk takes more than SCLS_MODEL_MAX_STEPS, wherever it starts; all
 * nodes hold, so no child stands before its parent. */
static int walks_end(const scls_model *m)
{
	uint8_t steps[SCLS_MODEL_MAX_NODES]; /* the most that lead to a node */

	memset(steps, 0, m->n_nodes);
	for (uint32_t i = 0; i < m->n_nodes; i++) {
		const scls_tree_node *node = &m->trees.nodes[i];
		uint8_t next = (uint8_t)(steps[i] + 1u);

		if (node->left == 0)
			continue;
		if (next > SCLS_MODEL_MAX_STEPS)
			return 0;
		steps[node->left] = larger(steps[node->left], next);
		steps[node->right] = larger(steps[node->right], next);
	}
	return 1;
}

int scls_model_trees_hold(const scls_model *m)
{
	if (m->n_nodes > SCLS_MODEL_MAX_NODES
	    || m->trees.n_roots > SCLS_MODEL_MAX_TREES
	    || m->trees.n_roots % SCLS_TREE_LANES != 0)
		return 0;
	for (uint32_t i = 0; i < m->n_nodes; i++)
		if (!node_holds(m, i))
			return 0;
	for (uint32_t i = 0; i < m->trees.n_roots; i++)
		if (m->trees.roots[i] >= m->n_nodes)
			return 0;
	return walks_end(m);
}
