/* notes.c - what the packs say about rules, applied; see draft.h. */
#include "pattern/draft.h"

static scls_status complain(const scls_pack_draft *draft, scls_place place,
                            const char *name, const char *behind)
{
	const char *part[3] = { "", name, behind };

	return scls_place_fail(draft->error, SPAMCLS_E_SYNTAX, place, part);
}

static scls_status copy_text(scls_pack_draft *draft, const scls_rule_note *note,
                             const char **out)
{
	*out = scls_arena_copy(draft->arena, note->text.data,
	                       note->text.size);
	return *out ? SPAMCLS_OK : SPAMCLS_E_NOMEM;
}

static scls_status apply_score(scls_pack_draft *draft,
                               const scls_rule_note *note, scls_rule *rule)
{
	if (scls_rule_is_helper(rule))
		return complain(draft, note->place, rule->name,
		                " is a helper and has no score: drop the line "
		                "or the underscores");
	if (rule->has_score)
		return complain(draft, note->place, rule->name,
		                " has a score already: keep one of the two");
	rule->score = note->number;
	rule->has_score = 1;
	return SPAMCLS_OK;
}

static scls_status apply_test(scls_pack_draft *draft,
                              const scls_rule_note *note, scls_rule *rule)
{
	scls_rule_test *test;

	SCLS_TRY(scls_grow(&draft->allocator, (void **)&draft->tests,
	                   &draft->tests_room, draft->n_tests + 1,
	                   sizeof(draft->tests[0])));
	test = &draft->tests[draft->n_tests++];
	test->rule = (uint32_t)(rule - draft->rules);
	test->expect = note->kind == SCLS_NOTE_TEST_OK;
	test->text = note->text;
	test->file = note->place.file;
	test->line = note->place.line;
	rule->tested |= test->expect ? SCLS_TESTED_OK : SCLS_TESTED_FAIL;
	return SPAMCLS_OK;
}

static scls_status apply(scls_pack_draft *draft, const scls_rule_note *note,
                         scls_rule *rule)
{
	switch (note->kind) {
	case SCLS_NOTE_SCORE:
		return apply_score(draft, note, rule);
	case SCLS_NOTE_SHADOW:
		rule->shadow = 1;
		return SPAMCLS_OK;
	case SCLS_NOTE_FAMILY:
		return copy_text(draft, note, &rule->family);
	case SCLS_NOTE_DESCRIBE_EN:
		return copy_text(draft, note, &rule->describe_en);
	case SCLS_NOTE_DESCRIBE_ZH:
		return copy_text(draft, note, &rule->describe_zh);
	case SCLS_NOTE_TEST_OK:
	case SCLS_NOTE_TEST_FAIL:
		break;
	}
	return apply_test(draft, note, rule);
}

static scls_status refuse_unknown(scls_pack_draft *draft,
                                  const scls_rule_note *note)
{
	const char *name = scls_arena_copy(draft->arena, note->name.data,
	                                   note->name.size);

	if (!name)
		return SPAMCLS_E_NOMEM;
	return complain(draft, note->place, name,
	                " is no rule of any pack: define it or correct the "
	                "name");
}

/* A rule that counts must show what it hits and what it spares. */
static scls_status check_tests(const scls_pack_draft *draft,
                               const scls_rule *rule)
{
	if (rule->shadow || scls_rule_is_helper(rule)
	    || rule->tested == SCLS_TESTED_BOTH)
		return SPAMCLS_OK;
	return complain(draft, rule->place, rule->name,
	                rule->tested & SCLS_TESTED_OK
	                ? " has no test of a text it must spare: add a line "
	                  "test NAME fail TEXT"
	                : " has no test of a text it must hit: add a line "
	                  "test NAME ok TEXT");
}

scls_status scls_pack_draft_finish(scls_pack_draft *draft)
{
	for (size_t i = 0; i < draft->n_notes; i++) {
		const scls_rule_note *note = &draft->notes[i];
		int32_t rule = scls_pack_draft_find(draft, note->name);

		if (rule < 0)
			return refuse_unknown(draft, note);
		SCLS_TRY(apply(draft, note, &draft->rules[rule]));
	}
	for (size_t i = 0; i < draft->n_rules; i++) {
		scls_rule *rule = &draft->rules[i];

		SCLS_TRY(check_tests(draft, rule));
		if (rule->shadow || scls_rule_is_helper(rule))
			rule->score = 0;
	}
	return SPAMCLS_OK;
}
