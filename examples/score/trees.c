/* trees.c - see trees.h. */
#include "trees.h"

#include <jansson.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define FIELDS 5

static int is_int(const json_t *value, int64_t least, int64_t most,
                  int64_t *out)
{
	*out = json_integer_value(value);
	return json_is_integer(value) && *out >= least && *out <= most;
}

static int read_node(const json_t *from, spamcls_tree_node *node)
{
	int64_t v[FIELDS];

	for (size_t i = 0; i < FIELDS; i++)
		if (!is_int(json_array_get(from, i), i < 2 ? INT32_MIN : 0,
		            i < 2 ? INT32_MAX : UINT16_MAX, &v[i]))
			return 0;
	node->limit = (int32_t)v[0];
	node->mean = (int32_t)v[1];
	node->left = (uint32_t)v[2];
	node->right = (uint32_t)v[3];
	node->value = (uint32_t)v[4];
	return json_array_size(from) == FIELDS;
}

static int read_all(const json_t *from, tool_trees *t)
{
	const json_t *nodes = json_object_get(from, "nodes");
	const json_t *roots = json_object_get(from, "roots");
	int64_t value;

	if (!is_int(json_object_get(from, "gate"), INT32_MIN, INT32_MAX,
	            &value))
		return 0;
	t->gate = (int32_t)value;
	if (json_object_get(from, "likely")) {
		if (!is_int(json_object_get(from, "likely"), 1,
		            (1 << 30) - 1, &value))
			return 0;
		t->likely = (int32_t)value;
	}
	t->n_nodes = (uint32_t)json_array_size(nodes);
	t->n_roots = (uint32_t)json_array_size(roots);
	t->nodes = calloc(t->n_nodes + 1u, sizeof(*t->nodes));
	t->roots = calloc(t->n_roots + 1u, sizeof(*t->roots));
	if (!t->nodes || !t->roots)
		return 0;
	for (uint32_t i = 0; i < t->n_nodes; i++)
		if (!read_node(json_array_get(nodes, i), &t->nodes[i]))
			return 0;
	for (uint32_t i = 0; i < t->n_roots; i++) {
		if (!is_int(json_array_get(roots, i), 0, UINT16_MAX, &value))
			return 0;
		t->roots[i] = (uint32_t)value;
	}
	return t->n_roots > 0;
}

static int read_text(const tool_file *file, tool_trees *trees)
{
	json_t *object = json_loadb(file->data ? file->data : "", file->size,
	                            0, NULL);
	int ok = object && read_all(object, trees);

	json_decref(object);
	return ok;
}

int tool_trees_read(const tool_options *options, tool_trees *trees)
{
	const char *path = options->second_look, *why;
	tool_file file;
	int ok;

	memset(trees, 0, sizeof(*trees));
	if (!path)
		return TOOL_OK;
	why = tool_read(path, TOOL_MAX_FILE, &file);
	if (why) {
		tool_warn(options, path, why);
		return TOOL_INPUT;
	}
	ok = read_text(&file, trees);
	tool_file_free(&file);
	if (ok)
		return TOOL_OK;
	tool_warn(options, path,
	          "no trees of a second look: make second-look writes them");
	tool_trees_free(trees);
	return TOOL_DATA;
}

void tool_trees_free(tool_trees *trees)
{
	free(trees->nodes);
	free(trees->roots);
	memset(trees, 0, sizeof(*trees));
}

void tool_trees_use(const tool_trees *trees, const tool_options *options,
                    spamcls_train_options *train)
{
	train->nodes = trees->nodes;
	train->roots = trees->roots;
	train->n_nodes = trees->n_nodes;
	train->n_roots = trees->n_roots;
	train->gate = trees->gate;
	if (isnan(options->likely))
		train->likely_from = trees->likely;
	else
		train->likely = options->likely;
}
