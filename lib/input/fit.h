/* fit.h - how well bytes fit UTF-8, GB18030 or an alphabet, measured on a
 * sample. */
#ifndef SCLS_INPUT_FIT_H
#define SCLS_INPUT_FIT_H

#include "base/span.h"
#include <stdint.h>

/* Where the first byte above ASCII stands; size where there is none. */
size_t scls_first_high(scls_span input);

/* What of a sample is UTF-8 above ASCII. */
typedef struct scls_utf8_fit {
	uint32_t good;  /* sequences of two bytes and more */
	uint32_t bad;   /* bytes that begin none, and sequences cut off */
} scls_utf8_fit;

/* Measures what is above ASCII, wherever it stands: a sample of its bytes. */
scls_utf8_fit scls_fit_utf8(scls_span input);

/* 0 where letters above ASCII mostly stand side by side, which they do in no
 * language that is written in Latin-1. */
int scls_fits_latin(scls_span input);

/* Not 0 where letters above ASCII hardly ever stand side by side: no text in a
 * charset both of whose bytes are above ASCII, as GB 2312's and EUC-KR's. */
int scls_stand_alone(scls_span input);

/*
 * Not 0 where the sample has the structure of GB18030 and its characters
 * lie where those of Chinese text lie: Big5, EUC-JP and EUC-KR have the same
 * structure.
 */
int scls_fits_gb18030(scls_span input);

#endif
