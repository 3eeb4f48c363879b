/* output.c - what is written, and why it cannot be; see tool.h. */
#include "safe_text.h"
#include "tool.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* What the name of a file that is not whole yet ends with. */
#define BESIDE ".new"

/* errno of the first write to standard output that failed; 0: none has. */
static int failure;

int tool_printed(void)
{
	if (failure == 0 && ferror(stdout))
		failure = errno ? errno : EIO;
	return failure == 0;
}

int tool_write(const void *data, size_t size)
{
	return fwrite(data, 1, size, stdout) == size ? failure == 0
	                                             : tool_printed();
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

/* 0, or errno. */
static int write_file(const char *path, const void *data, size_t size)
{
	FILE *out = fopen(path, "wb");
	int why = out ? 0 : errno;

	if (out && fwrite(data, 1, size, out) != size)
		why = errno;
	if (out && fclose(out) != 0 && why == 0)
		why = errno;
	return why;
}

/* Writes a file beside it, which then takes its place: what was there stays
 * until all is written.  Where no file may be made it is written over. */
static int replace_file(const char *path, const void *data, size_t size)
{
	size_t length = strlen(path);
	char *beside = malloc(length + sizeof(BESIDE));
	int why;

	if (!beside)
		return ENOMEM;
	memcpy(beside, path, length);
	memcpy(beside + length, BESIDE, sizeof(BESIDE));
	why = write_file(beside, data, size);
	if (why == 0 && rename(beside, path) != 0)
		why = errno;
	if (why != 0)
		remove(beside);
	free(beside);
	return why == EACCES || why == EPERM ? write_file(path, data, size)
	                                     : why;
}

/* A device or a link to elsewhere keeps its place. */
static int is_plain(const char *path)
{
	struct stat is;

	return lstat(path, &is) == 0 && S_ISREG(is.st_mode);
}

int tool_save(const tool_options *o, const char *path, const char *what,
              const void *data, size_t size)
{
	int why;

	if (strcmp(path, "-") == 0)
		return tool_write(data, size) ? TOOL_OK : TOOL_IO;
	why = is_plain(path) ? replace_file(path, data, size)
	                     : write_file(path, data, size);
	return why ? tool_cannot_write(o, path, what, why) : TOOL_OK;
}
