/* packed.h - files that may be packed, by gzip or zstd. */
#ifndef PACKED_PACKED_H
#define PACKED_PACKED_H

/* One that is packed by another program cannot be opened. */
typedef struct packed_file packed_file;

/* Opens it; "-" is standard input.  Returns NULL, or why it cannot be opened (a
 * constant). */
const char *packed_open(const char *path, packed_file **in);
void packed_close(packed_file *in); /* NULL is not allowed */

/* Reads on, at most size bytes: how many, 0 at the end, or -1 and *why (a
 * constant).  What is before a fault is read: a member that is cut short is
 * damaged, and so is a file with something else than zeroes behind its
 * members. */
int packed_read(packed_file *in, void *data, unsigned size, const char **why);

/* Behind a fault: goes on at the next member.  Returns 0 where there is none,
 * or where the fault is not damage but what all members would have. */
int packed_resume(packed_file *in);

#endif
