/* date.h - the date that stands beside a link in its line. */
#ifndef SCLS_SEGMENT_DATE_H
#define SCLS_SEGMENT_DATE_H

#include "base/span.h"

/*
 * The line without a date in figures, with or without a time, that stands apart
 * at its end or else at its front: behind white space or in brackets.  The
 * whole line where there is none.  line is valid UTF-8 without white space at
 * its ends.
 */
scls_span scls_without_date(scls_span line);

#endif
