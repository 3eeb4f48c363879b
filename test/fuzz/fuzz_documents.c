/*
 * fuzz_documents.c - an archive, or JSON lines, as score and split read them.
 *
 * The first byte tells which of the two.
 */
#include "fuzz.h"

#include "documents/documents.h"

#define MOST 4096u /* bytes of a page */

static tool_options options;

/* A record has bytes or a reason, and no more bytes than it may. */
static void check(const document *d)
{
	PROMISE(d->path != NULL);
	if (d->form != DOCUMENT_RECORD)
		return;
	PROMISE(d->bytes.size <= MOST + WARC_FIELDS + 1);
	PROMISE(d->why || d->no_page || d->bytes.size > 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	documents from = { .options = &options, .path = "fuzz" };
	document found;

	if (size == 0)
		return 0;
	options.limits.input_bytes = MOST;
	from.form = data[0] & 1 ? DOCUMENT_LINE : DOCUMENT_RECORD;
	from.file.end = 1; /* it is all in memory */
	if (!tool_append(&from.file.buffer, (const char *)data + 1, size - 1))
		return 0;
	while (documents_next(&from, &found)) {
		document_read(&options, &found);
		check(&found);
		document_free(&found);
	}
	documents_close(&from);
	return 0;
}
