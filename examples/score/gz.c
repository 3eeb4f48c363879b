/* gz.c - files that may be gzip; see tool.h.
 *
 * gzread drops what it had unpacked before a fault, and all that stands behind
 * bytes that are no gzip, without a word: of an archive whole records.
 */
#include "tool.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

#define STEP 65536

struct tool_gz {
	int file, ended;    /* ended: it has no more bytes */
	int is_gzip;        /* it began with a member */
	int inside;         /* a member that is not at its end */
	z_stream z;         /* next_in: what was read and not yet unpacked */
	unsigned char step[STEP];
};

static const char damaged[] = "its gzip is damaged or cut short";

/* Reads behind what is left; returns 0 where that fails. */
static int read_more(tool_gz *in)
{
	ssize_t got;

	memmove(in->step, in->z.next_in, in->z.avail_in);
	in->z.next_in = in->step;
	do {
		got = read(in->file, in->step + in->z.avail_in,
		           STEP - in->z.avail_in);
	} while (got < 0 && errno == EINTR);
	in->ended = got == 0;
	in->z.avail_in += got > 0 ? (unsigned)got : 0;
	return got >= 0;
}

static const char *why_not_read(void)
{
	return errno == EISDIR ? "is a directory; name its files"
	                       : "cannot be read";
}

/* Zeroes fill up a tape's block; they are no gzip and no loss. */
static void skip_zeroes(tool_gz *in)
{
	while (in->z.avail_in > 0 && *in->z.next_in == 0) {
		in->z.next_in++;
		in->z.avail_in--;
	}
}

/* What files begin with that are packed by another program: as they are they
 * would be judged as pages that are no text, or lines of a headline each.  A ?
 * is any byte: bzip2's level. */
static const struct packing {
	const char *begin;
	size_t size;
	const char *why;
} packings[] = {
	{ "\x28\xB5\x2F\xFD", 4, "is packed by zstd: unpack it (zstd -dc)" },
	{ "\xFD" "7zXZ\0", 6, "is packed by xz: unpack it (xz -dc)" },
	{ "BZh?1AY&SY", 10, "is packed by bzip2: unpack it (bzip2 -dc)" },
	{ "\x04\x22\x4D\x18", 4, "is packed by lz4: unpack it (lz4 -dc)" },
	{ "\x5D\x2A\x4D\x18", 4, "is packed by zstd with a dictionary: "
	  "unpack it with that" },
};

static int fits(const unsigned char *bytes, const char *begin, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (begin[i] != '?' && bytes[i] != (unsigned char)begin[i])
			return 0;
	return 1;
}

/* Not 0 where it begins so; more is read only while it may. */
static int begins(tool_gz *in, const struct packing *as)
{
	size_t n;

	do {
		n = in->z.avail_in < as->size ? in->z.avail_in : as->size;
		if (!fits(in->z.next_in, as->begin, n))
			return 0;
	} while (n < as->size && !in->ended && read_more(in));
	return n == as->size;
}

/* Of the beginning of a file: why it cannot be read, or NULL. */
static const char *other_packing(tool_gz *in)
{
	for (size_t i = 0; i < sizeof(packings) / sizeof(packings[0]); i++)
		if (begins(in, &packings[i]))
			return packings[i].why;
	return NULL;
}

/* Between members: finds the next.  Returns NULL, or why there is none though
 * the file goes on. */
static const char *begin_member(tool_gz *in)
{
	const unsigned char *at;

	do {
		if (in->z.avail_in < 2 && !in->ended && !read_more(in))
			return why_not_read();
		if (in->is_gzip)
			skip_zeroes(in);
	} while (in->z.avail_in < 2 && !in->ended);
	at = in->z.next_in;
	in->inside = in->z.avail_in > 1 && at[0] == 0x1F && at[1] == 0x8B;
	in->is_gzip = in->is_gzip || in->inside;
	if (in->inside)
		return inflateReset(&in->z) == Z_OK ? NULL : "no memory";
	if (!in->is_gzip)
		return other_packing(in);
	return in->z.avail_in > 0 ? "behind its gzip is something else" : NULL;
}

static const char *unpack(tool_gz *in)
{
	int found = inflate(&in->z, Z_NO_FLUSH);

	in->inside = found != Z_STREAM_END;
	if (found == Z_MEM_ERROR)
		return "no memory";
	return found == Z_OK || !in->inside
	       || (found == Z_BUF_ERROR && !in->ended) ? NULL : damaged;
}

static void copy_plain(tool_gz *in)
{
	unsigned n = in->z.avail_in < in->z.avail_out ? in->z.avail_in
	                                              : in->z.avail_out;

	memcpy(in->z.next_out, in->z.next_in, n);
	in->z.next_in += n;
	in->z.avail_in -= n;
	in->z.next_out += n;
	in->z.avail_out -= n;
}

/* A step on; *end: there is none. */
static const char *step(tool_gz *in, int *end)
{
	const char *why;

	if (in->is_gzip && !in->inside) {
		why = begin_member(in);
		*end = !why && !in->inside;
		return why;
	}
	if (in->z.avail_in == 0 && !in->ended && !read_more(in))
		return why_not_read();
	if (in->inside)
		return unpack(in);
	*end = in->z.avail_in == 0;
	copy_plain(in);
	return NULL;
}

int tool_read_gz(tool_gz *in, void *data, unsigned size, const char **why)
{
	int end = 0;

	in->z.next_out = data;
	in->z.avail_out = size;
	*why = NULL;
	while (!*why && !end && in->z.avail_out > 0)
		*why = step(in, &end);
	if (in->z.avail_out < size)
		return (int)(size - in->z.avail_out);
	return *why ? -1 : 0;
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

const char *tool_open_gz(const char *path, tool_gz **in)
{
	const char *why = "no memory";
	tool_gz *made = calloc(1, sizeof(*made));

	*in = NULL;
	if (!made)
		return why;
	made->z.next_in = made->step;
	made->file = open_path(path);
	if (made->file < 0)
		why = why_not_open();
	else if (inflateInit2(&made->z, MAX_WBITS + 16) == Z_OK)
		why = begin_member(made);
	*in = made;
	if (why) {
		tool_close_gz(made);
		*in = NULL;
	}
	return why;
}

void tool_close_gz(tool_gz *in)
{
	inflateEnd(&in->z);
	if (in->file >= 0)
		close(in->file);
	free(in);
}
