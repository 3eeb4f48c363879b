/*
 * unpacker.h - packed bytes to what they hold, step by step: one interface for
 * every format, for files and for the bodies of archives.
 */
#ifndef PACKED_UNPACKER_H
#define PACKED_UNPACKER_H

#include <stddef.h>

/* Bytes on their way: those that are packed, and the room for what they hold.
 * A step moves both on. */
typedef struct unpack_flow {
	const unsigned char *in;
	size_t in_size;
	unsigned char *out;
	size_t out_size;
} unpack_flow;

/* What a step found. */
typedef enum unpack_found {
	UNPACK_ON = 0,         /* it goes on, with more bytes or more room */
	UNPACK_END,            /* the end of a member: another may follow */
	UNPACK_DAMAGED,        /* or cut short */
	UNPACK_TOO_WIDE,       /* it wants more memory than it may have */
	UNPACK_NO_DICTIONARY,  /* it wants one that it does not hold */
	UNPACK_BAD_DICTIONARY, /* the one that it holds is damaged */
	UNPACK_NO_MEMORY,
	UNPACK_FOUND           /* how many there are */
} unpack_found;

/*
 * The beginning of a format's own struct.  A step behind an end begins the next
 * member, and needs its first four bytes where it has so many.  What is before
 * a fault has been put out when the fault is found; behind that no more steps
 * are made but after again, which begins another member.
 */
typedef struct unpacker {
	unpack_found (*step)(struct unpacker *u, unpack_flow *flow);
	void (*again)(struct unpacker *u); /* NULL: of bodies alone */
	void (*free)(struct unpacker *u);
} unpacker;

/* A step, for which there is room.  Where these are the last bytes and nothing
 * moves, the member is cut short: it is damaged. */
unpack_found unpacker_step(unpacker *u, unpack_flow *flow, int last);

/* Also of NULL. */
void unpacker_free(unpacker *u);

#endif
