/*
 * literals.h - what must stand in a text for a pattern to fit it.
 *
 * The finder proves little and never guesses: where it does not understand a
 * part of a pattern it proves nothing of it, and the rule then always runs.
 */
#ifndef SCLS_PATTERN_LITERALS_H
#define SCLS_PATTERN_LITERALS_H

#include "pattern/finder.h"

/* Makes a finder for patterns of up to SCLS_MAX_RULE_LINE code points.  Returns
 * SPAMCLS_OK or SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status scls_finder_new(scls_finder **finder,
                                          const spamcls_allocator *allocator);
void scls_finder_free(scls_finder *finder); /* NULL is allowed */

/*
 * Finds what the pattern with these PCRE2 options asks for.  *set borrows
 * from the finder until its next call, and *pool holds its literals.  In
 * finder->classes is a bit for each class whose symbol must stand in a text.
 */
void scls_finder_run(scls_finder *finder, const uint32_t *pattern, uint32_t n,
                     uint32_t options, const scls_literal_set **set,
                     const uint32_t **pool);

#endif
