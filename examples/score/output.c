/* output.c - what is written, and why it cannot be; see tool.h. */
#include "safe_text.h"
#include "tool.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What the name of a file that is not whole yet ends with: no other's. */
#define BESIDE ".XXXXXX"

/* Bytes of the buffer of standard output, which an answer is seldom longer
 * than, and of answers that are written at once. */
#define HELD ((size_t)1 << 18)
#define ENOUGH 4096

/* errno of the first write to standard output that failed; 0: none has. */
static int failure;

int tool_printed(void)
{
	if (failure == 0 && ferror(stdout))
		failure = errno ? errno : EIO;
	return failure == 0;
}

void tool_output_begin(void)
{
	if (!isatty(STDOUT_FILENO))
		setvbuf(stdout, NULL, _IOFBF, HELD);
}

/* The C library writes whenever its buffer is full, so a command that is
 * killed would leave half an answer: this writes at the end of one. */
int tool_write(const void *data, size_t size)
{
	static size_t held;

	if (!tool_printed())
		return 0; /* behind a piece of an answer none stands */
	if (size > 0 && fwrite(data, 1, size, stdout) != size)
		return tool_printed();
	held += size;
	if (held >= ENOUGH) {
		fflush(stdout);
		held = 0;
	}
	return tool_printed();
}

int tool_cannot_write(const tool_options *o, const char *path,
                      const char *what, int why)
{
	safe_line("spamcls: %s%s%s%scannot write %s: %s",
	          o ? o->command : "", o ? ": " : "", path ? path : "",
	          path ? ": " : "", what, strerror(why));
	return TOOL_IO;
}

int tool_written(const tool_options *o)
{
	if (tool_printed() && fflush(stdout) != 0)
		failure = errno ? errno : EIO;
	return failure ? tool_cannot_write(o, NULL, "the answers", failure)
	               : TOOL_OK;
}

/* Writes all and closes out, NULL: it was not opened.  Returns 0, or errno. */
static int write_all(FILE *out, const void *data, size_t size)
{
	int why = out ? 0 : errno;

	if (out && fwrite(data, 1, size, out) != size)
		why = errno;
	if (out && fclose(out) != 0 && why == 0)
		why = errno;
	return why;
}

static int write_file(const char *path, const void *data, size_t size)
{
	return write_all(fopen(path, "wb"), data, size);
}

/* Opens a new file, whose name it puts in place of the pattern; of the same
 * mode as the one that it is to replace. */
static FILE *open_beside(char *pattern, mode_t mode)
{
	int file = mkstemp(pattern), why;
	FILE *out = NULL;

	if (file < 0)
		return NULL;
	if (fchmod(file, mode) == 0)
		out = fdopen(file, "wb");
	if (!out) {
		why = errno;
		close(file);
		remove(pattern);
		errno = why;
	}
	return out;
}

/* Why there is no file beside: none may be made there, or of such a name. */
static int is_refused(int why)
{
	return why == EACCES || why == EPERM || why == ENAMETOOLONG;
}

/* Writes a file beside it, which then takes its place: what was there stays
 * until all is written.  Where none can be made it is written over. */
static int replace_file(const char *path, mode_t mode, const void *data,
                        size_t size)
{
	size_t length = strlen(path);
	char *beside = malloc(length + sizeof(BESIDE));
	FILE *out;
	int why;

	if (!beside)
		return ENOMEM;
	memcpy(beside, path, length);
	memcpy(beside + length, BESIDE, sizeof(BESIDE));
	out = open_beside(beside, mode);
	why = write_all(out, data, size);
	if (why == 0 && rename(beside, path) != 0)
		why = errno;
	if (out && why != 0)
		remove(beside);
	free(beside);
	return is_refused(why) ? write_file(path, data, size) : why;
}

/* A device or a link to elsewhere keeps its place, and a file its owner and
 * its other names. */
static int may_be_replaced(const struct stat *is)
{
	return S_ISREG(is->st_mode) && is->st_uid == geteuid()
	       && is->st_nlink == 1;
}

int tool_save(const tool_options *o, const char *path, const char *what,
              const void *data, size_t size)
{
	struct stat is;
	int why;

	if (strcmp(path, "-") == 0)
		return tool_write(data, size) ? TOOL_OK : TOOL_IO;
	if (lstat(path, &is) == 0 && may_be_replaced(&is))
		why = replace_file(path, is.st_mode & 0777, data, size);
	else
		why = write_file(path, data, size);
	return why ? tool_cannot_write(o, path, what, why) : TOOL_OK;
}
