/* output.c - what is written, and why it cannot be; see tool.h. */
#include "tool.h"

#include <errno.h>
#include <string.h>

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
	fprintf(stderr, "spamcls: %s%s%s%scannot write %s: %s\n",
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

int tool_save(const tool_options *o, const char *path, const char *what,
              const void *data, size_t size)
{
	FILE *out;
	int why;

	if (strcmp(path, "-") == 0)
		return tool_write(data, size) ? TOOL_OK : TOOL_IO;
	out = fopen(path, "wb");
	why = out ? 0 : errno;
	if (out && fwrite(data, 1, size, out) != size)
		why = errno;
	if (out && fclose(out) != 0 && why == 0)
		why = errno;
	return why ? tool_cannot_write(o, path, what, why) : TOOL_OK;
}
