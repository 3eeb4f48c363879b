/* documents.c - see documents.h. */
#include "documents/documents.h"

#include <stdlib.h>
#include <string.h>

/* Of a record's block: a page of the most bytes, its HTTP head, and one more
 * byte, by which the library knows that there was more. */
static size_t most_of_block(const tool_options *o)
{
	return (size_t)o->limits.input_bytes + WARC_FIELDS + 1;
}

static int is_archive(documents *from)
{
	return warc_begins(lines_ahead(&from->file, WARC_LOOK));
}

/* The same of a packed FILE whose first member is damaged before it has said
 * anything: its next ones tell.  Where they do not it stays as it is. */
static int is_archive_behind(documents *from, document *found)
{
	const char *why = from->file.why;

	if (from->options->jsonl || from->options->links)
		return 0;
	while (from->file.buffer.size < WARC_LOOK
	       && lines_resume(&from->file))
		if (is_archive(from)) {
			found->why = why;
			from->lost = 1;
			return 1;
		}
	from->file.why = why;
	from->file.end |= why != NULL;
	return 0;
}

static document_form form_of(const documents *from, int archive)
{
	return from->options->jsonl ? DOCUMENT_LINE
	       : archive ? DOCUMENT_RECORD : DOCUMENT_FILE;
}

/* A line of it is neither a page nor a list of links; NULL: it is read. */
static const char *why_no_archive(const tool_options *o)
{
	return o->links ? "is a web archive, which is read without --links"
	       : o->jsonl ? "is a web archive, which is read without --jsonl"
	       : NULL;
}

static void close_file(documents *from)
{
	lines_close(&from->file);
	from->path = NULL;
}

/* The next FILE; one that cannot be read is a document, too. */
static int open_next(documents *from, document *found)
{
	int archive;

	found->path = from->options->files[from->next++];
	found->why = lines_open(found->path, &from->file);
	if (found->why)
		return 0;
	from->path = found->path;
	from->number = from->pages = 0;
	from->lost = 0;
	archive = is_archive(from);
	if (!archive && is_archive_behind(from, found)) {
		from->form = DOCUMENT_RECORD;
		from->pages = 1;
		return 0;
	}
	from->form = form_of(from, archive);
	found->why = archive ? why_no_archive(from->options) : NULL;
	if (!found->why)
		return 1;
	close_file(from);
	return 0;
}

/* A whole FILE: whoever reads it closes it. */
static int hand_over(documents *from, document *found)
{
	found->file = from->file;
	from->path = NULL;
	return 1;
}

/* A FILE that is damaged goes on behind it, where that can be found. */
static int goes_on(documents *from)
{
	from->lost = lines_resume(&from->file);
	return from->lost;
}

/* Returns 0 at the end of the FILE.  Behind damage nobody knows how many lines
 * there have been. */
static int next_line(documents *from, document *found)
{
	spamcls_span line;
	lines_found what;

	do {
		what = lines_next(&from->file, &line);
	} while (what == LINES_ONE && lines_blank(&line));
	found->number = from->lost ? 0 : from->file.number;
	if (what == LINES_ONE
	    && !tool_append(&found->line, line.data, line.size))
		found->why = "no memory";
	else if (what == LINES_LONG)
		found->why = "a line is longer than 64 MiB";
	else if (what == LINES_BROKEN)
		found->why = from->file.why;
	if (what == LINES_END || (what == LINES_BROKEN && !goes_on(from)))
		close_file(from);
	return what != LINES_END;
}

static void end_archive(documents *from)
{
	from->empty += from->pages == 0;
	close_file(from);
}

/* The same; what no page can be in is passed over. */
static int next_record(documents *from, document *found)
{
	int got;

	found->record.lost = from->lost;
	do {
		got = warc_next(&from->file, most_of_block(from->options),
		                &found->record, &found->why);
		found->number = ++from->number;
	} while (got > 0 && found->record.type == WARC_OTHER);
	from->lost = found->record.lost || (got < 0 && goes_on(from));
	from->pages += got != 0;
	if (got <= 0 && !from->lost)
		end_archive(from);
	return got != 0;
}

static int next_of_file(documents *from, document *found)
{
	found->path = from->path;
	found->form = from->form;
	if (from->form == DOCUMENT_LINE)
		return next_line(from, found);
	return from->form == DOCUMENT_RECORD ? next_record(from, found)
	                                     : hand_over(from, found);
}

int documents_next(documents *from, document *found)
{
	memset(found, 0, sizeof(*found));
	for (;;) {
		if (!from->path && from->next == from->options->n_files)
			return 0;
		if (!from->path && !open_next(from, found))
			return 1;
		if (next_of_file(from, found))
			return 1;
		document_free(found);
	}
}

void document_free(document *found)
{
	lines_close(&found->file);
	tool_file_free(&found->line);
	warc_free(&found->record);
	tool_file_free(&found->bytes);
	free(found->url);
	free(found->charset);
	tool_file_free(&found->id);
	memset(found, 0, sizeof(*found));
}

void documents_close(documents *from)
{
	if (from->path)
		close_file(from);
}
