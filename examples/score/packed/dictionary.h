/*
 * dictionary.h - the dictionary that a web archive packed by zstd begins with
 * (IIPC, "Zstandard Compression for WARC Files"): a frame that other readers
 * pass over, and in it the dictionary, which may be packed itself.
 */
#ifndef PACKED_DICTIONARY_H
#define PACKED_DICTIONARY_H

#include "packed/unpacker.h"

#include <zstd.h>

#define DICTIONARY_HEAD 8 /* bytes: magic number and size */
/* Bytes of a dictionary, packed and not: what every reader must take. */
#define DICTIONARY_MOST ((size_t)8 << 20)

/* One that is being read; zeroes to begin with. */
typedef struct dictionary {
	unsigned char head[DICTIONARY_HEAD];
	unsigned char *data;
	size_t size;               /* of data, as the head says */
	size_t head_there, there;  /* how many have been read of both */
} dictionary;

/* Not 0 where a frame begins so that holds one. */
int dictionary_begins(const unsigned char *data, size_t size);

/* Takes what there is of its frame; UNPACK_END: that was all. */
unpack_found dictionary_take(dictionary *d, unpack_flow *flow);

/* The frames that follow are unpacked with it.  UNPACK_END, or a fault. */
unpack_found dictionary_load(const dictionary *d, ZSTD_DCtx *context);

/* Frees it, so that another may be read. */
void dictionary_free(dictionary *d);

#endif
