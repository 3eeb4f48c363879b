/* status.h - the status type of all rooms, and the way to hand it on. */
#ifndef SCLS_BASE_STATUS_H
#define SCLS_BASE_STATUS_H

#include <spamcls.h>

/* Internal calls return the public codes, so nothing is ever translated. */
typedef spamcls_status scls_status;

/* Behind it stands a function whose status must be looked at. */
#define SCLS_MUST_USE SPAMCLS_MUST_USE

/*
 * Returns from the calling function when expr fails.  Only for functions that
 * own nothing at that point; an owner of a foreign handle uses goto done.
 */
#define SCLS_TRY(expr)                                   \
	do {                                             \
		scls_status scls_try_ = (expr);          \
		if (scls_try_ != SPAMCLS_OK)             \
			return scls_try_;                \
	} while (0)

/*
 * Fills *error (NULL: nothing happens) and returns status.  file may be NULL;
 * line and column are 0 where they are not known.  What is too long for its
 * room is cut, between two characters.
 */
scls_status scls_error_set(spamcls_error *error, scls_status status,
                           const char *file, uint32_t line, uint32_t column,
                           const char *message);

#endif
