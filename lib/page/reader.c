/* reader.c - one text to one page; see page.h. */
#include "base/ascii.h"
#include "page/builder.h"
#include "page/html.h"
#include "page/plain.h"
#include "page/skip.h"

#define LOOK 4096u  /* bytes in which an HTML page shows that it is one */

struct scls_reader {
	spamcls_allocator allocator;
	scls_builder builder;
	scls_tag_table *table; /* made with the first HTML page ... */
	scls_html *html;       /* ... and this */
	scls_skim skim;        /* the scan and its last tokens */
	scls_stacked *open;    /* elements, in the scan */
	size_t open_room;
};

scls_status scls_reader_new(scls_reader **out,
                            const spamcls_allocator *allocator)
{
	scls_reader *r = scls_alloc_zero(allocator, 1, sizeof(*r));

	if (!r)
		return SPAMCLS_E_NOMEM;
	r->allocator = *allocator;
	r->skim.allocator = *allocator;
	scls_builder_init(&r->builder, allocator);
	*out = r;
	return SPAMCLS_OK;
}

void scls_reader_free(scls_reader *r)
{
	spamcls_allocator allocator;

	if (!r)
		return;
	allocator = r->allocator;
	scls_html_free(r->html);
	scls_tag_table_free(r->table);
	scls_builder_free(&r->builder);
	scls_skim_free(&r->skim);
	scls_free(&allocator, r->open, r->open_room * sizeof(*r->open));
	scls_free(&allocator, r, sizeof(*r));
}

static int ends_name(char c)
{
	return c == '>' || c == '/' || scls_ascii_is_space(c);
}

static int begins(scls_span text, size_t at, const char *word)
{
	size_t i = 0;

	for (; word[i]; i++)
		if (at + i == text.size
		    || scls_ascii_lower(text.data[at + i]) != word[i])
			return 0;
	return at + i == text.size || word[i - 1] == '-'
	       || ends_name(text.data[at + i]);
}

static int begins_any(scls_span text, size_t at, const char *const *words)
{
	for (; *words; words++)
		if (begins(text, at, *words))
			return 1;
	return 0;
}

/*
 * Plain text may speak of tags.  HTML begins with one, or has one that makes
 * a page, or closes several.
 */
static int looks_like_html(scls_span text)
{
	static const char *const sure[] = {
		"<!doctype", "<html", "<head", "<body", NULL
	};
	static const char *const first[] = {
		"<!--", "<?xml", "<title", "<meta", "<div", "<table",
		"<script", "<style", "<link", "<p", "<ul", "<ol", "<a", "<h1",
		"<h2", "<h3", "<span", "<section", "<article", "<main",
		"<header", "<footer", "<nav", "<aside", "<form", "<center",
		"<font", "<blockquote", "<noscript", "<iframe", "<img", "<br",
		"<b", "<strong", "<li", "<dl", "<pre", "<button", NULL
	};
	static const char *const ends[] = {
		"</p", "</div", "</a", "</li", "</td", "</h1", "</h2", "</h3",
		"</span", "</title", "</ul", "</table", "</b", "</strong", NULL
	};
	size_t n = text.size < LOOK ? text.size : LOOK, closed = 0;
	scls_span front = scls_span_trim(text);

	if (begins_any(front, 0, first)
	    && memchr(front.data, '>', front.size))
		return 1;
	for (size_t i = 0; i < n; i++) {
		if (text.data[i] != '<')
			continue;
		if (begins_any(text, i, sure))
			return 1;
		closed += (size_t)begins_any(text, i, ends);
	}
	return closed >= 2;
}

/* What nobody sees is left out on the way. */
static scls_status parse(scls_reader *r, scls_span text)
{
	scls_nest nest = { .max = r->builder.limits->depth };

	SCLS_TRY(scls_grow(&r->allocator, (void **)&r->open, &r->open_room,
	                   SCLS_NEST_ROOM(nest.max), sizeof(*r->open)));
	nest.open = r->open;
	r->skim.rules = r->table;
	scls_skip_begin(&r->skim, text, &nest);
	SCLS_TRY(scls_html_parse(r->html, &r->skim, &r->builder));
	if (nest.too_deep)
		r->builder.flags |= SPAMCLS_FLAG_TRUNCATED_DEPTH;
	return SPAMCLS_OK;
}

static scls_status read_html(scls_reader *r, scls_span text, scls_page *page)
{
	if (!r->table)
		SCLS_TRY(scls_tag_table_new(&r->table, &r->allocator));
	if (!r->html)
		SCLS_TRY(scls_html_new(&r->html, r->table, &r->allocator));
	SCLS_TRY(parse(r, text));
	return scls_builder_finish(&r->builder, page);
}

scls_status scls_read_page(scls_reader *r, scls_span text, spamcls_kind kind,
                           const spamcls_limits *limits, scls_page *page)
{
	SCLS_TRY(scls_builder_reset(&r->builder, limits));
	if (kind == SPAMCLS_KIND_GUESS)
		kind = looks_like_html(text) ? SPAMCLS_KIND_HTML
		                             : SPAMCLS_KIND_TEXT;
	return kind == SPAMCLS_KIND_HTML
	               ? read_html(r, text, page)
	               : scls_read_plain(&r->builder, text, page);
}
