/* ascii_runs.h - runs of ASCII, folded. */
#ifndef SCLS_HEADLINE_ASCII_RUNS_H
#define SCLS_HEADLINE_ASCII_RUNS_H

#include "headline/fold.h"

/* Folds characters of ASCII in a row from byte `at` of the source on, one unit
 * each, but for what may begin a reference; returns where they end, or where
 * the room does. */
size_t scls_fold_ascii(scls_span source, size_t at, scls_units *u);

#endif
