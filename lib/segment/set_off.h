/*
 * set_off.h - a name at one end of a line, and the bar, dash or brackets that
 * set it off.
 */
#ifndef SCLS_SEGMENT_SET_OFF_H
#define SCLS_SEGMENT_SET_OFF_H

#include "base/span.h"

/* "[Notices] headline", "Notices | headline": the name with what sets it off;
 * empty where there is none. */
scls_span scls_set_off_before(scls_span line);

/* "headline | Harbour Daily", "headline (Harbour Daily)": of several the last,
 * of a row of dashes all. */
scls_span scls_set_off_behind(scls_span line);

/* Whether a dash sets the name off, behind its headline or before. */
int scls_is_by_dash(scls_span name);

#endif
