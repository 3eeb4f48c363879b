/* ruleset.c - packs to a compiled set, and what is known of it; see
 * ruleset.h. */
#include "pattern/meta.h"
#include "pattern/set.h"

static scls_status read_packs(scls_pack_draft *draft, const scls_pack *packs,
                              size_t n)
{
	for (size_t i = 0; i < n; i++)
		SCLS_TRY(scls_pack_draft_read(draft, &packs[i]));
	SCLS_TRY(scls_pack_draft_finish(draft));
	for (size_t i = 0; i < draft->n_rules; i++)
		if (draft->rules[i].kind == SCLS_RULE_META)
			SCLS_TRY(scls_meta_compile(draft, &draft->rules[i]));
	return SPAMCLS_OK;
}

static scls_status order_metas(scls_ruleset *set, scls_pack_draft *draft)
{
	set->metas = scls_arena_take_array(&set->arena, draft->n_rules + 1,
	                                   sizeof(*set->metas));
	if (!set->metas)
		return SPAMCLS_E_NOMEM;
	return scls_meta_order(draft, set->metas, &set->n_metas);
}

/* The rules and tests of the draft now belong to the set. */
static void move_rules(scls_ruleset *set, scls_pack_draft *draft)
{
	set->rules = draft->rules;
	set->n_rules = draft->n_rules;
	set->rules_room = draft->rules_room;
	set->tests = draft->tests;
	set->n_tests = draft->n_tests;
	set->tests_room = draft->tests_room;
	draft->rules = NULL;
	draft->tests = NULL;
}

/* Whether a meta rule hits where nothing else does. */
static scls_status find_idle(scls_ruleset *set)
{
	uint8_t *hit = scls_alloc_zero(&set->allocator, set->n_rules + 1, 1);

	if (!hit)
		return SPAMCLS_E_NOMEM;
	for (uint32_t i = 0; i < set->n_metas; i++) {
		uint32_t m = set->metas[i];

		hit[m] = scls_meta_value(&set->rules[m], hit) != 0;
		set->idle |= hit[m];
	}
	scls_free(&set->allocator, hit, set->n_rules + 1);
	return SPAMCLS_OK;
}

static scls_status build(scls_ruleset *set, scls_pack_draft *draft,
                         const scls_pack *packs, size_t n)
{
	set->memory = scls_regex_memory(&set->allocator);
	if (!set->memory)
		return SPAMCLS_E_NOMEM;
	SCLS_TRY(read_packs(draft, packs, n));
	SCLS_TRY(order_metas(set, draft));
	move_rules(set, draft);
	SCLS_TRY(scls_set_compile(set, draft->error));
	SCLS_TRY(find_idle(set));
	set->hash = scls_set_hash(set);
	return SPAMCLS_OK;
}

static scls_status make(scls_ruleset **out, const scls_pack *packs, size_t n,
                        int known, const spamcls_allocator *allocator,
                        spamcls_error *error)
{
	scls_ruleset *set = scls_alloc_zero(allocator, 1, sizeof(*set));
	scls_status status = SPAMCLS_E_NOMEM;
	scls_pack_draft draft;

	if (set) {
		set->allocator = *allocator;
		set->known = known;
		scls_arena_init(&set->arena, &set->allocator);
		status = scls_pack_draft_init(&draft, &set->allocator,
		                              &set->arena, error);
		draft.known = known;
		if (status == SPAMCLS_OK)
			status = build(set, &draft, packs, n);
		scls_pack_draft_free(&draft);
	}
	if (status == SPAMCLS_OK) {
		*out = set;
		return SPAMCLS_OK;
	}
	scls_ruleset_free(set);
	if (status == SPAMCLS_E_NOMEM)
		scls_error_set(error, status, NULL, 0, 0,
		               "no memory for the rules");
	return status;
}

scls_status scls_ruleset_new(scls_ruleset **out, const scls_pack *packs,
                             size_t n, const spamcls_allocator *allocator,
                             spamcls_error *error)
{
	return make(out, packs, n, 0, allocator, error);
}

scls_status scls_ruleset_known(scls_ruleset **out, const scls_pack *packs,
                               size_t n, const spamcls_allocator *allocator,
                               spamcls_error *error)
{
	return make(out, packs, n, 1, allocator, error);
}

void scls_ruleset_free(scls_ruleset *set)
{
	spamcls_allocator a;

	if (!set)
		return;
	a = set->allocator;
	for (size_t i = 0; i < set->n_rules; i++)
		scls_regex_free(&set->rules[i]);
	scls_automaton_free(set->automaton);
	scls_automaton_free(set->for_skeleton);
	pcre2_general_context_free(set->memory);
	scls_free(&a, set->rules, set->rules_room * sizeof(*set->rules));
	scls_free(&a, set->tests, set->tests_room * sizeof(*set->tests));
	scls_arena_free(&set->arena);
	scls_free(&a, set, sizeof(*set));
}

uint32_t scls_ruleset_size(const scls_ruleset *set)
{
	return (uint32_t)set->n_rules;
}

void scls_ruleset_info(const scls_ruleset *set, uint32_t index,
                       scls_rule_info *info)
{
	const scls_rule *rule = &set->rules[index];

	info->name = rule->name;
	info->family = rule->family;
	info->describe_en = rule->describe_en;
	info->describe_zh = rule->describe_zh;
	info->score = rule->score;
	info->shadow = rule->shadow;
}

uint64_t scls_ruleset_hash(const scls_ruleset *set)
{
	return set->hash;
}

uint32_t scls_ruleset_tests(const scls_ruleset *set,
                            const scls_rule_test **tests)
{
	*tests = set->tests;
	return (uint32_t)set->n_tests;
}
