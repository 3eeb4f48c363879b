/* packing.h - what packed bytes begin with. */
#ifndef PACKED_PACKING_H
#define PACKED_PACKING_H

#include <stddef.h>

/* By which program. */
typedef enum packing {
	PACKING_NONE,
	PACKING_GZIP,
	PACKING_ZSTD,  /* also a frame that is passed over, or a dictionary */
	PACKING_XZ,
	PACKING_BZIP2,
	PACKING_LZ4
} packing;

#define PACKING_LOOK 10 /* first bytes that tell */

/* By what they are packed.  Bytes that go on are given up to that many. */
packing packing_of(const unsigned char *data, size_t size);

/* Not 0 where a member of it that holds something begins, as it must where what
 * is before is no guide: PACKING_LOOK bytes are looked at. */
int packing_begins_member(packing by, const unsigned char *data);

#endif
