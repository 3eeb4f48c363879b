/* packed.c - see packed.h.
 *
 * zlib's gzread drops what it had unpacked before a fault, and all that stands
 * behind bytes that are no gzip, without a word: of an archive whole records.
 */
#include "packed/packed.h"

#include "packed/inflate.h"
#include "packed/packing.h"
#include "packed/zstd.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define STEP 65536
#define GIVEN_MOST 4u /* bytes unpacked again, for each that was read */

struct packed_file {
	int file, ended;     /* ended: it has no more bytes */
	packing packing;     /* of its members; NONE: it is plain */
	unpacker *unpacker;  /* NULL: the same */
	int inside;          /* a member that is not at its end */
	const char *why;     /* the fault behind which nothing is read */
	int damaged;         /* it is one that packed_resume may leave behind */
	size_t next;         /* of step: where a next member may begin */
	size_t given_back;   /* of step: what is before has been unpacked
	                        twice */
	uint64_t had, given; /* bytes that were read, and given back, of all
	                        of the file */
	unpack_flow flow;    /* in: what was read and not yet unpacked */
	unsigned char step[STEP];
};

/* By packing and by what a step found; what is NULL does not happen. */
static const char *const faults[][UNPACK_FOUND] = {
	[PACKING_GZIP] = {
		[UNPACK_DAMAGED] = "its gzip is damaged or cut short",
	},
	[PACKING_ZSTD] = {
		[UNPACK_DAMAGED] = "its zstd is damaged or cut short",
		[UNPACK_TOO_WIDE] = "its zstd wants a window above 128 MiB: "
		                    "unpack it (zstd -dc --long=31)",
		[UNPACK_NO_DICTIONARY] = "its zstd wants a dictionary that it "
		                         "does not hold: unpack it with that "
		                         "(zstd -dc -D)",
		[UNPACK_BAD_DICTIONARY] = "its zstd dictionary is damaged, or "
		                          "larger than 8 MiB",
	},
};

static const char *const behind[] = {
	[PACKING_GZIP] = "behind its gzip is something else",
	[PACKING_ZSTD] = "behind its zstd is something else",
};

/* What is packed by another program: as it is it would be judged as a page
 * that is no text, or lines of a headline each. */
static const char *const not_read[] = {
	[PACKING_XZ] = "is packed by xz: unpack it (xz -dc)",
	[PACKING_BZIP2] = "is packed by bzip2: unpack it (bzip2 -dc)",
	[PACKING_LZ4] = "is packed by lz4: unpack it (lz4 -dc)",
};

static size_t place(const packed_file *in)
{
	return (size_t)(in->flow.in - in->step);
}

/* Moves what is left to the front. */
static void shift(packed_file *in)
{
	size_t gone = place(in);

	in->next = 0;
	in->given_back -= gone < in->given_back ? gone : in->given_back;
	memmove(in->step, in->flow.in, in->flow.in_size);
	in->flow.in = in->step;
}

/* Reads behind what is left; returns 0 where that fails.  What was unpacked
 * goes when something is there to take its place: at the end it stays. */
static int read_more(packed_file *in)
{
	size_t left = in->flow.in_size;
	ssize_t got;

	if (left > 0)
		shift(in);
	do {
		got = read(in->file, in->step + left, STEP - left);
	} while (got < 0 && errno == EINTR);
	in->ended = got == 0;
	if (got > 0 && left == 0)
		shift(in);
	in->flow.in_size += got > 0 ? (size_t)got : 0;
	in->had += got > 0 ? (uint64_t)got : 0;
	return got >= 0;
}

static const char *why_not_read(void)
{
	return errno == EISDIR ? "is a directory; name its files"
	                       : "cannot be read";
}

/* Zeroes fill up a tape's block; they are no member and no loss. */
static void skip_zeroes(unpack_flow *flow)
{
	while (flow->in_size > 0 && *flow->in == 0) {
		flow->in++;
		flow->in_size--;
	}
}

/* Reads what tells how the next bytes are packed; returns 0 where that
 * fails. */
static int look(packed_file *in)
{
	for (;;) {
		if (in->unpacker)
			skip_zeroes(&in->flow);
		if (in->flow.in_size >= PACKING_LOOK || in->ended)
			return 1;
		if (!read_more(in))
			return 0;
	}
}

/* The file begins: NULL, or why it cannot be read. */
static const char *begin_file(packed_file *in)
{
	if (!look(in))
		return why_not_read();
	in->packing = packing_of(in->flow.in, in->flow.in_size);
	if (in->packing == PACKING_NONE)
		return NULL;
	if (in->packing != PACKING_GZIP && in->packing != PACKING_ZSTD)
		return not_read[in->packing];
	in->unpacker = in->packing == PACKING_GZIP
	               ? inflate_unpacker(INFLATE_GZIP)
	               : zstd_unpacker(ZSTD_FILE_WINDOW, 1);
	in->inside = 1;
	in->next = place(in) + 1;
	return in->unpacker ? NULL : "no memory";
}

/* Between members: finds the next.  Returns NULL, or why there is none though
 * the file goes on. */
static const char *begin_member(packed_file *in, int *end)
{
	if (!look(in))
		return why_not_read();
	*end = in->flow.in_size == 0;
	in->inside = packing_of(in->flow.in, in->flow.in_size) == in->packing;
	in->next = place(in) + (size_t)in->inside;
	in->damaged = !*end && !in->inside;
	return in->damaged ? behind[in->packing] : NULL;
}

static const char *unpack(packed_file *in)
{
	unpack_found found = unpacker_step(in->unpacker, &in->flow, in->ended);

	in->inside = found != UNPACK_END;
	in->damaged = found == UNPACK_DAMAGED;
	if (found == UNPACK_NO_MEMORY)
		return "no memory";
	return faults[in->packing][found];
}

static void copy_plain(unpack_flow *flow)
{
	size_t n = flow->in_size < flow->out_size ? flow->in_size
	                                          : flow->out_size;

	memcpy(flow->out, flow->in, n);
	flow->in += n;
	flow->in_size -= n;
	flow->out += n;
	flow->out_size -= n;
}

/* A step on; *end: there is none. */
static const char *step(packed_file *in, int *end)
{
	if (in->unpacker && !in->inside)
		return begin_member(in, end);
	if (in->flow.in_size == 0 && !in->ended && !read_more(in))
		return why_not_read();
	if (in->unpacker)
		return unpack(in);
	*end = in->flow.in_size == 0;
	copy_plain(&in->flow);
	return NULL;
}

int packed_read(packed_file *in, void *data, unsigned size, const char **why)
{
	int end = 0;

	in->flow.out = data;
	in->flow.out_size = size;
	while (!in->why && !end && in->flow.out_size > 0)
		in->why = step(in, &end);
	*why = in->why;
	if (in->flow.out_size < size)
		return (int)(size - in->flow.out_size);
	return in->why ? -1 : 0;
}

/* ------------------------------------------------------- behind a fault -- */

/* A member that is cut short goes on, to an unpacker, in the next one, so that
 * is looked for from its beginning on, as far as that is still there; but once
 * so many bytes were given back, what was so before is not given back again, or
 * members within members would take time by the square of their size. */
static void give_back(packed_file *in)
{
	size_t at = place(in), from = in->next;

	if (in->given > GIVEN_MOST * in->had && from < in->given_back)
		from = in->given_back;
	if (from >= at)
		return;
	in->flow.in -= at - from;
	in->flow.in_size += at - from;
	in->given_back = at;
	in->given += at - from;
}

/* Returns 0 where the file has no more. */
static int find_member(packed_file *in)
{
	unpack_flow *flow = &in->flow;

	for (;;) {
		for (; flow->in_size >= PACKING_LOOK;
		     flow->in++, flow->in_size--)
			if (packing_begins_member(in->packing, flow->in))
				return 1;
		if (in->ended || !read_more(in))
			return 0;
	}
}

int packed_resume(packed_file *in)
{
	if (!in->why || !in->damaged)
		return 0;
	give_back(in);
	if (!find_member(in))
		return 0;
	in->unpacker->again(in->unpacker);
	in->inside = 1;
	in->next = place(in) + 1;
	in->why = NULL;
	return 1;
}

/* Of standard input a copy is closed, so no other file takes its number while
 * some other thread still knows it by that. */
static int open_path(const char *path)
{
	return strcmp(path, "-") == 0 ? dup(0)
	                              : open(path, O_RDONLY | O_CLOEXEC);
}

static const char *why_not_open(void)
{
	return errno == ENOENT || errno == ENOTDIR ? "no such file"
	       : errno == EACCES ? "no permission to read it"
	                         : "cannot be opened";
}

const char *packed_open(const char *path, packed_file **in)
{
	const char *why;
	packed_file *made = calloc(1, sizeof(*made));

	*in = NULL;
	if (!made)
		return "no memory";
	made->flow.in = made->step;
	made->file = open_path(path);
	why = made->file < 0 ? why_not_open() : begin_file(made);
	if (why)
		packed_close(made);
	else
		*in = made;
	return why;
}

void packed_close(packed_file *in)
{
	unpacker_free(in->unpacker);
	if (in->file >= 0)
		close(in->file);
	free(in);
}
