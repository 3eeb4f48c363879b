/*
 * charset.h - labels of charsets as the web writes them (WHATWG Encoding
 * Standard, the labels that pages use), each with the converter ICU has.
 */
#ifndef SCLS_INPUT_CHARSET_H
#define SCLS_INPUT_CHARSET_H

#include "base/span.h"

typedef enum scls_charset_kind {
	SCLS_CHARSET_UTF8, SCLS_CHARSET_UTF16LE, SCLS_CHARSET_UTF16BE,
	SCLS_CHARSET_GB18030, SCLS_CHARSET_OTHER
} scls_charset_kind;

typedef struct scls_charset {
	const char *label;  /* lower case */
	const char *name;   /* what a result says */
	const char *icu;    /* what ucnv_open takes */
	scls_charset_kind kind;
} scls_charset;

/* The charset of a label, white space and case ignored; NULL: unknown. */
const scls_charset *scls_charset_find(scls_span label);

/*
 * The charset that a page declares in its first SCLS_MAX_META_SCAN bytes:
 * <meta charset>, <meta http-equiv content>, <?xml encoding?>.  Returns the
 * label as it stands there, empty where there is none.
 */
scls_span scls_meta_charset(const char *data, size_t size);

#endif
