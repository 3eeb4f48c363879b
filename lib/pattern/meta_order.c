/*
 * meta_order.c - meta rules in an order in which each can be run: rules
 * without an open need first (Kahn 1962); see meta.h.
 */
#include "pattern/meta.h"

typedef struct sorter {
	const scls_rule *rules;
	uint32_t n_rules;
	uint32_t *needs;  /* per rule: meta rules it still waits for */
	uint32_t *first;  /* per rule: its first edge, of n_rules + 1 */
	uint32_t *edges;  /* rules that wait for it */
} sorter;

static int is_edge(const sorter *s, const scls_op *op)
{
	return op->code == SCLS_OP_RULE
	       && s->rules[op->value].kind == SCLS_RULE_META;
}

/* Counts edges per target, one place up, so that sums become the starts. */
static uint32_t count_edges(sorter *s)
{
	for (uint32_t r = 0; r < s->n_rules; r++)
		for (uint32_t i = 0; i < s->rules[r].n_program; i++)
			if (is_edge(s, &s->rules[r].program[i])) {
				s->first[s->rules[r].program[i].value + 1]++;
				s->needs[r]++;
			}
	for (uint32_t r = 0; r < s->n_rules; r++)
		s->first[r + 1] += s->first[r];
	return s->first[s->n_rules];
}

static void fill_edges(sorter *s, uint32_t *next)
{
	memcpy(next, s->first, s->n_rules * sizeof(*next));
	for (uint32_t r = 0; r < s->n_rules; r++)
		for (uint32_t i = 0; i < s->rules[r].n_program; i++)
			if (is_edge(s, &s->rules[r].program[i]))
				s->edges[next[s->rules[r].program[i].value]++]
				        = r;
}

/* order doubles as the queue of rules that are ready. */
static uint32_t sort(sorter *s, uint32_t *order)
{
	uint32_t n = 0;

	for (uint32_t r = 0; r < s->n_rules; r++)
		if (s->rules[r].kind == SCLS_RULE_META && s->needs[r] == 0)
			order[n++] = r;
	for (uint32_t done = 0; done < n; done++) {
		uint32_t r = order[done];

		for (uint32_t e = s->first[r]; e < s->first[r + 1]; e++)
			if (--s->needs[s->edges[e]] == 0)
				order[n++] = s->edges[e];
	}
	return n;
}

/* A rule that r waits for: walking on ends in the circle itself. */
static uint32_t next_waiting(const sorter *s, uint32_t r)
{
	for (uint32_t i = 0; i < s->rules[r].n_program; i++) {
		const scls_op *op = &s->rules[r].program[i];

		if (is_edge(s, op) && s->needs[op->value] > 0)
			return (uint32_t)op->value;
	}
	return r;
}

static scls_status refuse_circle(const scls_pack_draft *draft, const sorter *s)
{
	uint32_t r = 0;
	const char *part[3] = { "the meta rule ", "",
	                        " asks for itself in a circle: break it" };

	while (s->needs[r] == 0)
		r++;
	for (uint32_t i = 0; i < s->n_rules; i++)
		r = next_waiting(s, r);
	part[1] = s->rules[r].name;
	return scls_place_fail(draft->error, SPAMCLS_E_SYNTAX,
	                       s->rules[r].place, part);
}

scls_status scls_meta_order(scls_pack_draft *draft, uint32_t *order,
                            uint32_t *n)
{
	const spamcls_allocator *a = &draft->allocator;
	sorter s = { .rules = draft->rules,
	             .n_rules = (uint32_t)draft->n_rules };
	size_t size = 3 * draft->n_rules + 2, n_edges = 0;
	uint32_t *block = scls_alloc_zero(a, size, sizeof(*block));
	uint32_t metas = 0;
	scls_status status = SPAMCLS_E_NOMEM;

	if (!block)
		return SPAMCLS_E_NOMEM;
	s.needs = block;
	s.first = block + s.n_rules;
	n_edges = count_edges(&s);
	s.edges = scls_alloc(a, (n_edges + 1) * sizeof(*s.edges));
	if (!s.edges)
		goto done;
	fill_edges(&s, s.first + s.n_rules + 1);
	*n = sort(&s, order);
	for (uint32_t r = 0; r < s.n_rules; r++)
		metas += s.rules[r].kind == SCLS_RULE_META;
	status = *n == metas ? SPAMCLS_OK : refuse_circle(draft, &s);
	scls_free(a, s.edges, (n_edges + 1) * sizeof(*s.edges));
done:
	scls_free(a, block, size * sizeof(*block));
	return status;
}
