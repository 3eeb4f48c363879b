/*
 * draft.h - what the packs say, before anything is compiled.
 *
 * Rules stand in the order of their definitions.  Notes (score, describe,
 * ...) name a rule, which may be defined later: they wait until all packs are
 * read.
 */
#ifndef SCLS_PATTERN_DRAFT_H
#define SCLS_PATTERN_DRAFT_H

#include "base/arena.h"
#include "pattern/rule.h"
#include "pattern/ruleset.h"

/* What a line says of a rule that another line defines. */
enum scls_note_kind {
	SCLS_NOTE_SCORE,
	SCLS_NOTE_SHADOW,    /* it hits, but adds nothing */
	SCLS_NOTE_FAMILY,
	SCLS_NOTE_DESCRIBE_EN, SCLS_NOTE_DESCRIBE_ZH,
	SCLS_NOTE_TEST_OK,   /* a line that it must hit */
	SCLS_NOTE_TEST_FAIL  /* and one that it must not */
};

/* One such line; its texts are the packs'. */
typedef struct scls_rule_note {
	enum scls_note_kind kind;
	scls_span name;
	scls_place place;   /* of the name */
	scls_span text;     /* of a test, a family or a description */
	int32_t number;     /* of a score, in 1/1024 nat */
} scls_rule_note;

/* All that was read.  Rules and tests go to the ruleset, all else to
 * scls_pack_draft_free. */
typedef struct scls_pack_draft {
	spamcls_allocator allocator;
	scls_arena *arena;     /* of the ruleset */
	spamcls_error *error;  /* may be NULL */
	int known;             /* not 0: what patterns say is not checked */
	const char *family;    /* for the rules that follow */
	scls_rule *rules;
	size_t n_rules, rules_room;
	scls_rule_note *notes;
	size_t n_notes, notes_room;
	scls_rule_test *tests;
	size_t n_tests, tests_room;
	uint16_t *slots;       /* names: open addressing, index + 1 */
} scls_pack_draft;

/* Sets up an empty draft.  Returns SPAMCLS_OK or SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status
scls_pack_draft_init(scls_pack_draft *draft, const spamcls_allocator *allocator,
                     scls_arena *arena, spamcls_error *error);

/* Gives back what the draft still holds. */
void scls_pack_draft_free(scls_pack_draft *draft);

/* Reads a pack into the draft.  Errors as scls_ruleset_new. */
SCLS_MUST_USE scls_status scls_pack_draft_read(scls_pack_draft *draft,
                                               const scls_pack *pack);

/* Reads one line, checked to be UTF-8 without control characters.  Returns,
 * as all that may fail below, SPAMCLS_OK, SPAMCLS_E_SYNTAX or SPAMCLS_E_LIMIT
 * with the place in the draft's error, or SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status scls_directive_read(scls_pack_draft *draft,
                                              scls_pack_line *line);

/* Adds a rule of that name, *rule borrowed until the next call; refuses a
 * name that is taken and more rules than there may be. */
SCLS_MUST_USE scls_status
scls_pack_draft_add(scls_pack_draft *draft, scls_pack_line *line,
                    scls_span name, scls_rule **rule);

/* Keeps a note, whose texts last as long as the packs do, for later. */
SCLS_MUST_USE scls_status scls_pack_draft_note(scls_pack_draft *draft,
                                               const scls_rule_note *note);

/* The index of the rule of that name, or -1. */
int32_t scls_pack_draft_find(const scls_pack_draft *draft, scls_span name);

/* Applies all notes, once all packs are read, and looks for what is missing. */
SCLS_MUST_USE scls_status scls_pack_draft_finish(scls_pack_draft *draft);

/* Reads "/re/flags" from the line into the rule. */
SCLS_MUST_USE scls_status scls_pattern_read(scls_pack_draft *draft,
                                            scls_pack_line *line,
                                            scls_rule *rule);

/* Reads a decimal number of nats into units of 1/1024 nat; returns 0 where
 * it is none or too large. */
int scls_nats_read(scls_span text, int32_t *out);

#endif
