/* read.c - a document's bytes, and what is said of them; see documents.h. */
#include "documents/documents.h"

#include "documents/fields.h"
#include "documents/http.h"
#include "json_line.h"
#include "media_type.h"
#include "split_text.h"

#include <stdlib.h>
#include <string.h>

/* Of a page that is too large the beginning, and a byte more, which tells the
 * library so; of links all, or nothing. */
static const char *read_file(const tool_options *o, document *d)
{
	uint64_t most = o->links ? TOOL_MAX_FILE : o->limits.input_bytes;
	lines_found found = lines_bytes(&d->file, most + 1, (size_t)most + 1,
	                                &d->bytes);
	const char *why = found == LINES_BROKEN ? d->file.why
	                  : found == LINES_ONE && o->links
	                  ? "is too large; split it" : NULL;

	d->kind = o->links ? SPAMCLS_KIND_LINKS : o->kind;
	lines_close(&d->file);
	return why;
}

/* ------------------------------------------------------------ JSON lines -- */

/* The first of the names that has a text, else an empty one; sets *html where
 * it is HTML. */
static const json_t *page_of(const json_t *object, int *html)
{
	static const char *const names[] = { "html", "text", "raw_content",
		                             "content" };
	const json_t *empty = NULL;

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		const json_t *text = json_object_get(object, names[i]);

		*html = i == 0;
		if (json_string_length(text) > 0)
			return text;
		if (json_is_string(text))
			empty = text;
	}
	return empty;
}

/* Returns 0 where there is no memory. */
static int copy_text(const json_t *text, char **out)
{
	if (!json_is_string(text))
		return 1;
	*out = fields_string(json_string_value(text),
	                     json_string_length(text));
	return *out != NULL;
}

/* A name or a number, as it was; anything else is no id. */
static int copy_id(const json_t *id, spamcls_span line, tool_file *out)
{
	spamcls_span number;

	if (json_is_string(id))
		return split_json_string(out, json_string_value(id),
		                         json_string_length(id));
	return !json_is_number(id) || !json_line_number(line, "id", &number)
	       || tool_append(out, number.data, number.size);
}

/* Its "url", or that of its "metadata", where some pipelines keep it. */
static const json_t *url_of(const json_t *object)
{
	const json_t *url = json_object_get(object, "url");

	return json_is_string(url)
	       ? url : json_object_get(json_object_get(object, "metadata"),
	                               "url");
}

/* JSON is UTF-8, whatever a page says of itself. */
static const char *read_object(const json_t *object, spamcls_span line,
                               document *d)
{
	int html;
	const json_t *text = page_of(object, &html);

	if (!copy_id(json_object_get(object, "id"), line, &d->id)
	    || !copy_text(url_of(object), &d->url))
		return "no memory";
	if (!text)
		return "its line has neither \"html\" nor \"text\"";
	d->kind = html ? SPAMCLS_KIND_HTML : SPAMCLS_KIND_TEXT;
	d->charset = fields_string("utf-8", 5);
	return d->charset
	       && tool_append(&d->bytes, json_string_value(text),
	                      json_string_length(text)) ? NULL : "no memory";
}

/* What is wrong with a line, as far as whoever wrote it can mend that. */
static const char *why_no_object(const json_t *made, const json_error_t *error)
{
	if (made)
		return "a line is no JSON object";
	switch (json_error_code(error)) {
	case json_error_invalid_utf8:
		return "a line is not in UTF-8";
	case json_error_stack_overflow:
		return "a line's JSON is too deep";
	default:
		return "a line is no JSON object";
	}
}

static const char *read_line(document *d)
{
	json_error_t error;
	spamcls_span line = { d->line.data, d->line.size };
	json_t *object = json_line_load(line, &error);
	const char *why = json_line_no_memory() ? "no memory"
	                  : json_is_object(object)
	                  ? read_object(object, line, d)
	                  : why_no_object(object, &error);

	json_decref(object);
	return why;
}

/* --------------------------------------------------------------- records -- */

/* Some writers put <> around it.  Returns 0 where there is no memory. */
static int copy_target(spamcls_span fields, char **out)
{
	spamcls_span url;

	if (!fields_find(fields, "WARC-Target-URI", &url) || url.size == 0)
		return 1;
	if (url.size > 2 && url.data[0] == '<'
	    && url.data[url.size - 1] == '>') {
		url.data++;
		url.size -= 2;
	}
	*out = fields_string(url.data, url.size);
	return *out != NULL;
}

/* What a Content-Type says; the type itself is another's.  Returns 0 where
 * there is no memory. */
static int read_type(const char *type, document *d)
{
	char charset[MEDIA_CHARSET];
	int kind = media_kind(type);

	d->no_page = kind < 0;
	d->kind = kind < 0 ? SPAMCLS_KIND_GUESS : (spamcls_kind)kind;
	if (!media_charset(type, charset))
		return 1;
	d->charset = fields_string(charset, strlen(charset));
	return d->charset != NULL;
}

static const char *read_response(size_t most, document *d)
{
	http_response response;
	const char *why = http_read(&d->record.block, most, &response,
	                            &d->bytes);

	d->status = response.status;
	d->partial = response.partial;
	if (!read_type(response.type, d))
		why = "no memory";
	http_free(&response);
	return d->no_page ? NULL : why;
}

/* The block is the page. */
static const char *read_resource(spamcls_span fields, document *d)
{
	char *type;
	int ok = fields_copy(fields, "Content-Type", &type)
	         && read_type(type, d);

	free(type);
	if (ok && !d->charset && d->record.type == WARC_CONVERSION) {
		d->charset = fields_string("utf-8", 5);
		ok = d->charset != NULL;
	}
	if (!ok)
		return "no memory";
	d->bytes = d->record.block;
	memset(&d->record.block, 0, sizeof(d->record.block));
	return NULL;
}

/* What a crawler says of itself, or makes of a page: its command line, its log,
 * a page's text beside the page. */
static int is_note(const document *d)
{
	return d->record.type == WARC_RESOURCE && d->url
	       && (strncmp(d->url, "metadata:", 9) == 0
	           || strncmp(d->url, "urn:", 4) == 0);
}

static const char *read_record(const tool_options *o, document *d)
{
	spamcls_span fields = { d->record.fields.data,
		                d->record.fields.size };
	size_t most = (size_t)o->limits.input_bytes + 1;
	spamcls_span id, cut;
	const char *why;

	if (fields_find(fields, "WARC-Record-ID", &id)
	    && !split_json_string(&d->id, id.data, id.size))
		return "no memory";
	if (!copy_target(fields, &d->url))
		return "no memory";
	d->no_page = d->record.block.size == 0 || is_note(d);
	if (d->no_page)
		return NULL;
	why = d->record.type == WARC_RESPONSE ? read_response(most, d)
	                                      : read_resource(fields, d);
	d->partial |= fields_find(fields, "WARC-Truncated", &cut);
	d->no_page = d->no_page || (!why && d->bytes.size == 0);
	return why;
}

/* What the call says it is, it is. */
void document_read(const tool_options *o, document *d)
{
	if (d->why)
		return;
	d->why = d->form == DOCUMENT_LINE ? read_line(d)
	         : d->form == DOCUMENT_RECORD ? read_record(o, d)
	         : read_file(o, d);
	if (o->kind != SPAMCLS_KIND_GUESS)
		d->kind = o->kind;
}
