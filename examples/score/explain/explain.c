/* explain.c - the command; see explain.h. */
#include "explain/explain.h"

#include "documents/documents.h"
#include "links_text.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Colour for a terminal, unless NO_COLOR asks for none. */
static int wants_colour(void)
{
	const char *no = getenv("NO_COLOR");

	return isatty(STDOUT_FILENO) && (!no || no[0] == '\0');
}

static int explain_headline(const tool_options *o, const spamcls_db *db,
                            spamcls_session *session)
{
	spamcls_db_info info = SPAMCLS_DB_INFO_INIT;
	explain_line line = { { o->headline, strlen(o->headline) }, NULL, 0,
		              &info };

	if (spamcls_db_get_info(db, &info) != SPAMCLS_OK
	    || spamcls_explain_headline(session, line.text, &line.found)
	       != SPAMCLS_OK)
		return TOOL_SOFTWARE;
	return o->html ? explain_html_line(&line)
	               : explain_text_line(&line,
	                                   o->colour || wants_colour());
}

static int tell(const tool_options *o, const explain_page *page)
{
	return o->html ? explain_html(page)
	               : explain_text(page, o->colour || wants_colour());
}

static int explain_input(const tool_options *o, const tool_file *file,
                         spamcls_session *session,
                         spamcls_session *headlines)
{
	spamcls_input input = SPAMCLS_INPUT_INIT;
	explain_page page = { o->url ? o->url : o->files[0], NULL,
		              headlines };
	int code = TOOL_SOFTWARE;

	input.data = file->data;
	input.size = file->size;
	input.charset = o->charset;
	input.url = o->url;
	input.kind = o->links ? SPAMCLS_KIND_LINKS : o->kind;
	if (spamcls_classify(session, &input, &page.result) == SPAMCLS_OK)
		code = tell(o, &page);
	tool_printed();
	return code;
}

/* Reads it.  Returns why it is no page that can be told, where it is none. */
static const char *why_no_page(const tool_options *o, document *page)
{
	if (warc_begins(lines_ahead(&page->file, WARC_LOOK)))
		return "is a web archive, whose pages score and split read; "
		       "explain takes one page";
	document_read(o, page);
	if (o->links && (links_are_spread(&page->bytes)
	                 || links_are_json(&page->bytes)))
		return "holds JSON, which score --links reads, an object a "
		       "line; explain --links takes a title and links as "
		       "lines";
	return NULL;
}

static int explain_file(const tool_options *o, spamcls_session *session,
                        spamcls_session *headlines)
{
	document page = { .path = o->files[0], .form = DOCUMENT_FILE };
	const char *why = NULL;
	int code;

	page.why = lines_open(page.path, &page.file);
	if (!page.why)
		why = why_no_page(o, &page);
	if (page.why)
		why = page.why;
	code = !why ? explain_input(o, &page.bytes, session, headlines)
	       : page.why ? TOOL_INPUT : TOOL_DATA;
	if (why)
		tool_warn(o, page.path, why);
	document_free(&page);
	return code;
}

int command_explain(const tool_options *o)
{
	spamcls_session *session = NULL, *headlines = NULL;
	spamcls_db *db = NULL;
	int code = tool_open(o, &db);

	if (code != TOOL_OK)
		return code;
	if (spamcls_session_new(&session, db, &o->limits) != SPAMCLS_OK
	    || spamcls_session_new(&headlines, db, &o->limits) != SPAMCLS_OK)
		code = TOOL_SOFTWARE;
	else
		code = o->headline ? explain_headline(o, db, session)
		                   : explain_file(o, session, headlines);
	spamcls_session_free(headlines);
	spamcls_session_free(session);
	spamcls_db_free(db);
	if (code == TOOL_SOFTWARE)
		tool_warn(o, NULL, "no memory");
	return code;
}
