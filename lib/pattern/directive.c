/* directive.c - what each line of a rule pack may say; see draft.h. */
#include "pattern/draft.h"

#include "base/ascii.h"
#include "base/limits.h"

_Static_assert(SCLS_MAX_RULE_NAME == 64 && SCLS_MAX_RULE_NATS == 32,
               "the numbers in messages below");

/* A directive's first word and what reads the rest of its line. */
typedef struct directive {
	const char *word;
	scls_status (*read)(scls_pack_draft *draft, scls_pack_line *line);
} directive;

static int is_name(scls_span name)
{
	for (size_t i = 0; i < name.size; i++) {
		char c = name.data[i];

		if (!scls_ascii_is_letter(c) && c != '_'
		    && (i == 0 || !scls_ascii_is_digit(c)))
			return 0;
	}
	return name.size > 0 && name.size <= SCLS_MAX_RULE_NAME;
}

/* A name of letters, digits and underscores. */
static scls_status read_name(scls_pack_line *line, scls_span *name)
{
	*name = scls_pack_word(line);
	if (is_name(*name))
		return SPAMCLS_OK;
	return scls_pack_fail(line, (size_t)(name->data - line->text.data),
	                      "a name is missing here: up to 64 letters, "
	                      "digits and underscores");
}

static scls_status copy_span(scls_pack_draft *draft, scls_span span,
                             const char **out)
{
	*out = scls_arena_copy(draft->arena, span.data, span.size);
	return *out ? SPAMCLS_OK : SPAMCLS_E_NOMEM;
}

/* "family name" for the rules that follow, "family NAME name" for one. */
static scls_status read_family(scls_pack_draft *draft, scls_pack_line *line)
{
	scls_rule_note note = { .kind = SCLS_NOTE_FAMILY };

	SCLS_TRY(read_name(line, &note.name));
	if (!scls_pack_more(line))
		return copy_span(draft, note.name, &draft->family);
	note.place = scls_pack_place(line, note.name);
	SCLS_TRY(read_name(line, &note.text));
	SCLS_TRY(scls_pack_end(line));
	return scls_pack_draft_note(draft, &note);
}

static scls_status read_pattern(scls_pack_draft *draft, scls_pack_line *line,
                                enum scls_rule_kind kind)
{
	scls_rule *rule;
	scls_span name;

	SCLS_TRY(read_name(line, &name));
	SCLS_TRY(scls_pack_draft_add(draft, line, name, &rule));
	rule->kind = kind;
	SCLS_TRY(scls_pattern_read(draft, line, rule));
	return scls_pack_end(line);
}

static scls_status read_headline(scls_pack_draft *draft, scls_pack_line *line)
{
	return read_pattern(draft, line, SCLS_RULE_HEADLINE);
}

static scls_status read_skeleton(scls_pack_draft *draft, scls_pack_line *line)
{
	return read_pattern(draft, line, SCLS_RULE_SKELETON);
}

/* The expression is kept; its names may be defined further down. */
static scls_status read_meta(scls_pack_draft *draft, scls_pack_line *line)
{
	scls_rule *rule;
	scls_span name;

	SCLS_TRY(read_name(line, &name));
	SCLS_TRY(scls_pack_draft_add(draft, line, name, &rule));
	rule->kind = SCLS_RULE_META;
	if (!scls_pack_more(line))
		return scls_pack_fail(line, line->at,
		                      "an expression over rules is missing, "
		                      "such as A && !B");
	rule->expression = scls_pack_rest(line);
	rule->expression_column = scls_pack_place(line, rule->expression)
	                          .column;
	return SPAMCLS_OK;
}

static scls_status read_score(scls_pack_draft *draft, scls_pack_line *line)
{
	scls_rule_note note = { .kind = SCLS_NOTE_SCORE };
	scls_span number;

	SCLS_TRY(read_name(line, &note.name));
	note.place = scls_pack_place(line, note.name);
	number = scls_pack_word(line);
	if (!scls_nats_read(number, &note.number))
		return scls_pack_fail(line,
		                      (size_t)(number.data - line->text.data),
		                      "a score from -32 to 32 with at most "
		                      "four decimals is missing here");
	SCLS_TRY(scls_pack_end(line));
	return scls_pack_draft_note(draft, &note);
}

static scls_status read_shadow(scls_pack_draft *draft, scls_pack_line *line)
{
	scls_rule_note note = { .kind = SCLS_NOTE_SHADOW };

	SCLS_TRY(read_name(line, &note.name));
	note.place = scls_pack_place(line, note.name);
	SCLS_TRY(scls_pack_end(line));
	return scls_pack_draft_note(draft, &note);
}

/* "WORD NAME one|two text": word[i] gives kind[i]. */
static scls_status read_text(scls_pack_draft *draft, scls_pack_line *line,
                             const char *const word[3],
                             const enum scls_note_kind kind[2])
{
	scls_rule_note note = { .kind = kind[0] };
	scls_span which;

	SCLS_TRY(read_name(line, &note.name));
	note.place = scls_pack_place(line, note.name);
	which = scls_pack_word(line);
	if (scls_span_equal(which, scls_span_of(word[1])))
		note.kind = kind[1];
	else if (!scls_span_equal(which, scls_span_of(word[0])))
		return scls_pack_fail(line,
		                      (size_t)(which.data - line->text.data),
		                      word[2]);
	note.text = scls_pack_rest(line);
	if (note.text.size == 0)
		return scls_pack_fail(line, line->text.size,
		                      "the text is missing: write it here");
	return scls_pack_draft_note(draft, &note);
}

static scls_status read_describe(scls_pack_draft *draft, scls_pack_line *line)
{
	static const char *const word[3] = {
		"en", "zh", "the language is missing here: en or zh"
	};
	static const enum scls_note_kind kind[2] = { SCLS_NOTE_DESCRIBE_EN,
	                                             SCLS_NOTE_DESCRIBE_ZH };

	return read_text(draft, line, word, kind);
}

static scls_status read_test(scls_pack_draft *draft, scls_pack_line *line)
{
	static const char *const word[3] = {
		"ok", "fail", "the outcome is missing here: ok or fail"
	};
	static const enum scls_note_kind kind[2] = { SCLS_NOTE_TEST_OK,
	                                             SCLS_NOTE_TEST_FAIL };

	return read_text(draft, line, word, kind);
}

static const directive directives[] = {
	{ "headline", read_headline }, { "skeleton", read_skeleton },
	{ "meta", read_meta }, { "score", read_score },
	{ "shadow", read_shadow }, { "family", read_family },
	{ "describe", read_describe }, { "test", read_test },
};

scls_status scls_directive_read(scls_pack_draft *draft, scls_pack_line *line)
{
	scls_span word = scls_pack_word(line);

	if (word.size == 0)
		return SPAMCLS_OK;
	for (size_t i = 0; i < sizeof(directives) / sizeof(*directives); i++)
		if (scls_span_equal(word, scls_span_of(directives[i].word)))
			return directives[i].read(draft, line);
	return scls_pack_fail(line, (size_t)(word.data - line->text.data),
	                      "unknown directive: use headline, skeleton, "
	                      "meta, score, shadow, family, describe or test");
}
