/* sniff.h - which charset an input is in, and how that is known. */
#ifndef SCLS_INPUT_SNIFF_H
#define SCLS_INPUT_SNIFF_H

#include "input/charset.h"

/* What was found out. */
typedef struct scls_sniffed {
	const scls_charset *charset; /* never NULL */
	spamcls_charset_source source;
	size_t bom;      /* bytes of the byte order mark */
	uint32_t flags;  /* SPAMCLS_FLAG_UNKNOWN_CHARSET */
	size_t valid;    /* how many bytes at the front are valid UTF-8, where
	                    that was looked at; else 0 */
} scls_sniffed;

/*
 * A statistical guess on a sample: its label, empty where there is none.
 * The caller gives the detector, so that this file needs no ICU.
 */
typedef scls_span (*scls_guess)(void *context, const char *data, size_t size);

/* The order of trust of text.h; charset is the transport's, or NULL. */
void scls_sniff(scls_span input, const char *charset, scls_guess guess,
                void *context, scls_sniffed *out);

#endif
