/* set.c - patterns compiled and their literals gathered; see set.h. */
#include "pattern/set.h"

#include "pattern/literals.h"

static void set_bit(uint64_t *bits, size_t at)
{
	bits[at >> 6] |= UINT64_C(1) << (at & 63);
}

static scls_status make_bits(scls_ruleset *set)
{
	size_t bytes;

	set->n_words = (uint32_t)(set->n_rules / 64 + 1);
	bytes = 3 * set->n_words * sizeof(uint64_t);
	set->always = scls_arena_take(&set->arena, bytes);
	if (!set->always)
		return SPAMCLS_E_NOMEM;
	memset(set->always, 0, bytes);
	set->on_headline = set->always + set->n_words;
	set->on_skeleton = set->on_headline + set->n_words;
	return SPAMCLS_OK;
}

/* Adds what the pattern asks for; where nothing is known it always runs. */
static scls_status add_literals(scls_ruleset *set, scls_finder *finder,
                                uint32_t index)
{
	scls_rule *rule = &set->rules[index];
	scls_automaton *automaton = rule->kind == SCLS_RULE_SKELETON
	                                    ? set->for_skeleton
	                                    : set->automaton;
	const scls_literal_set *literals;
	const uint32_t *pool;

	scls_finder_run(finder, rule->pattern, rule->n_pattern, rule->options,
	                &literals, &pool);
	rule->classes = finder->classes;
	if (literals->n == 0)
		set_bit(set->always, index);
	for (uint32_t i = 0; i < literals->n; i++)
		SCLS_TRY(scls_automaton_add(automaton,
		                            pool + literals->item[i].at,
		                            literals->item[i].size, index));
	return SPAMCLS_OK;
}

static scls_status compile_rules(scls_ruleset *set, scls_finder *finder,
                                 spamcls_error *error)
{
	for (uint32_t i = 0; i < set->n_rules; i++) {
		scls_rule *rule = &set->rules[i];

		if (rule->kind == SCLS_RULE_META)
			continue;
		rule->memory = set->memory;
		if (!set->known)
			SCLS_TRY(scls_regex_compile(rule, error));
		SCLS_TRY(add_literals(set, finder, i));
		set_bit(rule->kind == SCLS_RULE_HEADLINE ? set->on_headline
		                                         : set->on_skeleton,
		        i);
	}
	SCLS_TRY(scls_automaton_seal(set->automaton));
	return scls_automaton_seal(set->for_skeleton);
}

scls_status scls_set_compile(scls_ruleset *set, spamcls_error *error)
{
	scls_finder *finder;
	scls_status status;

	SCLS_TRY(make_bits(set));
	SCLS_TRY(scls_automaton_new(&set->automaton, &set->allocator));
	SCLS_TRY(scls_automaton_new(&set->for_skeleton, &set->allocator));
	SCLS_TRY(scls_finder_new(&finder, &set->allocator));
	status = compile_rules(set, finder, error);
	scls_finder_free(finder);
	return status;
}
