/*
 * once.h - an n-gram counts once in a line, however often it stands there.
 *
 * "A vs B vs C vs D" says "vs" once (binary instead of term frequency: Pang,
 * Lee and Vaithyanathan, 2002): what a line repeats is its repeats' business.
 */
#ifndef SCLS_HEADLINE_ONCE_H
#define SCLS_HEADLINE_ONCE_H

#include "feature/feature.h"

/* A repeat that stands so many n-grams later counts again, so that a long
 * line costs no more by the n-gram than a short one. */
#define SCLS_ONCE_WINDOW 256u

#define SCLS_ONCE_LANES 8u /* tokens behind the last that can be read */

/* Of more than 64 tokens, which are not compared. */
#define SCLS_ONCE_UNKNOWN UINT64_MAX

/* A bit for each of n tokens that stands before its place, too. */
uint64_t scls_tokens_again(const uint32_t *token, uint32_t n);

/* Of the ids from number `from` on those go whose bit is set, the lowest for
 * the first. */
void scls_leave_out(scls_features *features, uint32_t from, uint64_t bits);

/* Of equal ids from number `from` on the first is kept.  Returns 0 where there
 * are no equal ones. */
int scls_keep_first(scls_features *features, uint32_t from);

#endif
