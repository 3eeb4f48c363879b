/* inflate.h - gzip (RFC 1952), zlib (RFC 1950) and deflate (RFC 1951). */
#ifndef PACKED_INFLATE_H
#define PACKED_INFLATE_H

#include "packed/unpacker.h"

/* How the same algorithm is wrapped; BARE is not. */
typedef enum inflate_form { INFLATE_GZIP, INFLATE_ZLIB, INFLATE_BARE }
	inflate_form;

/* NULL where there is no memory. */
unpacker *inflate_unpacker(inflate_form form);

#endif
