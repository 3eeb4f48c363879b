/*
 * automaton.h - finds all literals of all rules in one pass, on code points.
 * Literals are short (finder.c cuts them), so a pass is linear in the text.
 */
#ifndef SCLS_PATTERN_AUTOMATON_H
#define SCLS_PATTERN_AUTOMATON_H

#include "base/alloc.h"
#include <stdint.h>

/* Immutable once it is sealed. */
typedef struct scls_automaton scls_automaton;

/* Makes an empty automaton.  Returns SPAMCLS_OK or SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status
scls_automaton_new(scls_automaton **automaton,
                   const spamcls_allocator *allocator);
void scls_automaton_free(scls_automaton *automaton); /* NULL is allowed */

/* Adds a literal of size code points, size above 0; value is reported.  Returns
 * SPAMCLS_OK, SPAMCLS_E_LIMIT (too many different code points) or
 * SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status scls_automaton_add(scls_automaton *automaton,
                                             const uint32_t *literal,
                                             uint32_t size, uint32_t value);

/* Makes it ready to run, once all literals are added.  Returns SPAMCLS_OK or
 * SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status scls_automaton_seal(scls_automaton *automaton);

/* Sets bit v of bits for every value v whose literal stands in the text; see
 * base/filter.h for what is read behind it. */
void scls_automaton_run(const scls_automaton *automaton, const uint32_t *text,
                        uint32_t n, uint64_t *bits);

#endif
