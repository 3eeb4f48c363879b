/* draft.c - the rules and notes that were read; see draft.h. */
#include "pattern/draft.h"

#include "base/hash.h"
#include "base/limits.h"
#include "base/nat.h"

_Static_assert(SCLS_MAX_RULES == 4096, "the number in a message below");

#define NAME_SLOTS (4u * SCLS_MAX_RULES) /* a power of two */

scls_status scls_pack_draft_init(scls_pack_draft *draft,
                                 const spamcls_allocator *allocator,
                                 scls_arena *arena, spamcls_error *error)
{
	memset(draft, 0, sizeof(*draft));
	draft->allocator = *allocator;
	draft->arena = arena;
	draft->error = error;
	draft->family = "";
	draft->slots = scls_alloc_zero(allocator, NAME_SLOTS,
	                               sizeof(draft->slots[0]));
	return draft->slots ? SPAMCLS_OK : SPAMCLS_E_NOMEM;
}

void scls_pack_draft_free(scls_pack_draft *draft)
{
	const spamcls_allocator *a = &draft->allocator;

	scls_free(a, draft->rules, draft->rules_room * sizeof(*draft->rules));
	scls_free(a, draft->notes, draft->notes_room * sizeof(*draft->notes));
	scls_free(a, draft->tests, draft->tests_room * sizeof(*draft->tests));
	scls_free(a, draft->slots, NAME_SLOTS * sizeof(*draft->slots));
	draft->rules = NULL;
	draft->notes = NULL;
	draft->tests = NULL;
	draft->slots = NULL;
}

/* The slot of the name, or the empty one where it would go. */
static uint32_t find_slot(const scls_pack_draft *draft, scls_span name)
{
	uint64_t hash = scls_hash_bytes(SCLS_HASH_SEED, name.data, name.size);
	uint32_t at = (uint32_t)scls_hash_mix(hash) & (NAME_SLOTS - 1);

	while (draft->slots[at] != 0) {
		const scls_rule *rule = &draft->rules[draft->slots[at] - 1];

		if (scls_span_equal(scls_span_of(rule->name), name))
			break;
		at = (at + 1) & (NAME_SLOTS - 1);
	}
	return at;
}

int32_t scls_pack_draft_find(const scls_pack_draft *draft, scls_span name)
{
	return (int32_t)draft->slots[find_slot(draft, name)] - 1;
}

static scls_status refuse_twice(const scls_pack_draft *draft, scls_place place,
                                const scls_rule *first)
{
	const char *part[3] = { "", first->name,
	                        " is defined already: rename one of the two" };

	return scls_place_fail(draft->error, SPAMCLS_E_SYNTAX, place, part);
}

scls_status scls_pack_draft_add(scls_pack_draft *draft, scls_pack_line *line,
                                scls_span name, scls_rule **out)
{
	scls_place place = scls_pack_place(line, name);
	uint32_t slot = find_slot(draft, name);
	scls_rule *rule;

	if (draft->slots[slot] != 0)
		return refuse_twice(draft, place,
		                    &draft->rules[draft->slots[slot] - 1]);
	if (draft->n_rules == SCLS_MAX_RULES)
		return scls_error_set(draft->error, SPAMCLS_E_LIMIT,
		                      place.file, place.line, place.column,
		                      "more than 4096 rules: drop some");
	SCLS_TRY(scls_grow(&draft->allocator, (void **)&draft->rules,
	                   &draft->rules_room, draft->n_rules + 1,
	                   sizeof(draft->rules[0])));
	rule = &draft->rules[draft->n_rules];
	memset(rule, 0, sizeof(*rule));
	rule->name = scls_arena_copy(draft->arena, name.data, name.size);
	if (!rule->name)
		return SPAMCLS_E_NOMEM;
	rule->family = draft->family;
	rule->describe_en = rule->describe_zh = "";
	rule->score = SCLS_NAT; /* unless the pack says another */
	rule->place = place;
	draft->slots[slot] = (uint16_t)++draft->n_rules;
	*out = rule;
	return SPAMCLS_OK;
}

scls_status scls_pack_draft_note(scls_pack_draft *draft,
                                 const scls_rule_note *note)
{
	SCLS_TRY(scls_grow(&draft->allocator, (void **)&draft->notes,
	                   &draft->notes_room, draft->n_notes + 1,
	                   sizeof(draft->notes[0])));
	draft->notes[draft->n_notes++] = *note;
	return SPAMCLS_OK;
}
