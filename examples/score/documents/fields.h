/*
 * fields.h - "Name: value" lines, as web archives and HTTP have them (RFC 9110,
 * section 5).
 */
#ifndef DOCUMENTS_FIELDS_H
#define DOCUMENTS_FIELDS_H

#include "tool.h"

/*
 * The value of the first field of that name, whatever its case, without the
 * blanks around it; 0: there is none.  A value that goes on in a second line
 * ends with its first: none that is asked for here does.
 */
int fields_find(spamcls_span head, const char *name, spamcls_span *value);

/* Not 0 where there is more than one. */
int fields_repeats(spamcls_span head, const char *name);

/* Not 0 where its value has that word, in any case. */
int fields_says(spamcls_span head, const char *name, const char *word);

/* Its value as a string of the caller's, NULL: there is none.  Returns 0 where
 * there is no memory. */
int fields_copy(spamcls_span head, const char *name, char **out);

/* Bytes as a string of the caller's; NULL where there is no memory. */
char *fields_string(const char *data, size_t size);

#endif
