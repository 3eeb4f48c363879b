/*
 * charset.h - charsets, the names that pages give them (those of the WHATWG
 * encoding standard and of Windows, Java and MySQL), and ICU's converters.
 */
#ifndef SCLS_INPUT_CHARSET_H
#define SCLS_INPUT_CHARSET_H

#include "base/span.h"

/* How a charset is read. */
typedef enum scls_charset_kind {
	SCLS_CHARSET_UTF8,     /* checked and repaired here */
	SCLS_CHARSET_UTF16,    /* two bytes a unit: zeroes are no fault */
	SCLS_CHARSET_STATEFUL, /* ASCII bytes may mean something else */
	SCLS_CHARSET_OTHER     /* ASCII is ASCII */
} scls_charset_kind;

/* One that can be read; all are constants. */
typedef struct scls_charset {
	const char *name;   /* what a result says */
	const char *icu;    /* what ucnv_open takes */
	const char *labels; /* lower case, a space on both sides of each */
	scls_charset_kind kind;
} scls_charset;

/* The charset of a label; case, quotes and white space around it do not
 * count.  NULL: unknown. */
const scls_charset *scls_charset_find(scls_span label);

/*
 * The charset that a page declares in its first SCLS_MAX_META_SCAN bytes:
 * <meta charset>, <meta http-equiv content>, <?xml encoding?>; comments are
 * left out.  Returns the label as it stands there, empty where there is none.
 */
scls_span scls_meta_charset(const char *data, size_t size);

#endif
