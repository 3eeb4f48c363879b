/* packing.c - see packing.h. */
#include "packed/packing.h"

/* A ? is any byte: bzip2's level.  Of the first byte the bits of the mask
 * count: zstd has sixteen kinds of frames that are passed over. */
static const struct beginning {
	packing found;
	unsigned char mask;
	const char *bytes;
	size_t size;
} beginnings[] = {
	{ PACKING_GZIP, 0xFF, "\x1F\x8B", 2 },
	{ PACKING_ZSTD, 0xFF, "\x28\xB5\x2F\xFD", 4 },
	{ PACKING_ZSTD, 0xF0, "\x50\x2A\x4D\x18", 4 },
	{ PACKING_XZ, 0xFF, "\xFD" "7zXZ\0", 6 },
	{ PACKING_BZIP2, 0xFF, "BZh?1AY&SY", 10 },
	{ PACKING_LZ4, 0xFF, "\x04\x22\x4D\x18", 4 },
};

static int fits(const unsigned char *data, const struct beginning *as)
{
	if ((data[0] & as->mask) != (unsigned char)as->bytes[0])
		return 0;
	for (size_t i = 1; i < as->size; i++)
		if (as->bytes[i] != '?'
		    && data[i] != (unsigned char)as->bytes[i])
			return 0;
	return 1;
}

packing packing_of(const unsigned char *data, size_t size)
{
	for (size_t i = 0; i < sizeof(beginnings) / sizeof(beginnings[0]); i++)
		if (size >= beginnings[i].size && fits(data, &beginnings[i]))
			return beginnings[i].found;
	return PACKING_NONE;
}

/* gzip: one method, and flags that none has yet are 0 (RFC 1952, 2.3.1); by
 * its first two bytes alone noise begins a member once in 64 KiB.  zstd: a
 * frame that is passed over may pass over 4 GiB. */
int packing_begins_member(packing by, const unsigned char *data)
{
	if (packing_of(data, PACKING_LOOK) != by)
		return 0;
	return by == PACKING_GZIP ? data[2] == 8 && (data[3] & 0xE0) == 0
	                          : data[0] == 0x28;
}
