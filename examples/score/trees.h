/*
 * trees.h - the file of the trees that look at a line again: a JSON object
 * with "gate", "nodes" [[limit, mean, left, right, value], ...], "roots", and,
 * where it was measured with them, the threshold "likely".
 */
#ifndef TREES_H
#define TREES_H

#include "tool.h"

/* All 0 where there is no file. */
typedef struct tool_trees {
	spamcls_tree_node *nodes;
	uint32_t *roots;
	uint32_t n_nodes, n_roots;
	int32_t gate, likely; /* likely 0: not measured */
} tool_trees;

/* Reads options->second_look, if any; returns TOOL_OK, or complains. */
int tool_trees_read(const tool_options *options, tool_trees *trees);
void tool_trees_free(tool_trees *trees);

/* They stay the trees' own.  A threshold that was measured with them is taken
 * unless --likely says how many alarms to aim at. */
void tool_trees_use(const tool_trees *trees, const tool_options *options,
                    spamcls_train_options *train);

#endif
