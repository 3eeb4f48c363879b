/* attribute.h - the attributes of a tag, one by one. */
#ifndef SCLS_PAGE_ATTRIBUTE_H
#define SCLS_PAGE_ATTRIBUTE_H

#include "page/events.h"

/* Where the reading of a tag's attributes stands: behind its name first, and
 * not beyond the ">" that ends it. */
typedef struct scls_attribute_scan {
	const char *at, *end;
	scls_span name, value; /* value.data is NULL where it has none */
} scls_attribute_scan;

/* The next attribute; 0 at the end of the tag or at its last "/". */
int scls_attribute_next(scls_attribute_scan *scan);

/* Those that matter, from all attributes of a tag; entities stay. */
void scls_attributes_read(scls_span all, scls_attributes *attributes);

/* Not 0 where the tag ends with a "/" that is no attribute's. */
int scls_attributes_slash(scls_span all);

/* Not 0 where it is of type hidden, as that of an input may be. */
int scls_attributes_hidden(scls_span all);

/* Not 0 where a template is what its element shows: a shadow tree that is
 * written into the page. */
int scls_attributes_shadow(scls_span all);

#endif
