/* brotli.h - bytes that are packed by brotli (RFC 7932). */
#ifndef PACKED_BROTLI_H
#define PACKED_BROTLI_H

#include "packed/unpacker.h"

/* Of one member; NULL where there is no memory. */
unpacker *brotli_unpacker(void);

#endif
