/* reader.c - one text to one page; see page.h. */
#include "page/builder.h"
#include "page/html.h"
#include "page/plain.h"
#include "page/skip.h"

#define LOOK 4096u  /* bytes in which an HTML page shows that it is one */

struct scls_reader {
	spamcls_allocator allocator;
	scls_builder builder;
	scls_html *html;   /* opened with the first HTML page */
	char *kept;        /* HTML without what nobody sees */
	size_t kept_room;
};

scls_status scls_reader_new(scls_reader **out,
                            const spamcls_allocator *allocator)
{
	scls_reader *r = scls_alloc_zero(allocator, 1, sizeof(*r));

	if (!r)
		return SPAMCLS_E_NOMEM;
	r->allocator = *allocator;
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
	scls_builder_free(&r->builder);
	scls_free(&allocator, r->kept, r->kept_room);
	scls_free(&allocator, r, sizeof(*r));
}

static int is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static int begins(scls_span text, size_t at, const char *word)
{
	size_t i = 0;

	for (; word[i]; i++)
		if (at + i == text.size || lower(text.data[at + i]) != word[i])
			return 0;
	return at + i == text.size || !is_letter(text.data[at + i]);
}

/* Any of the tags that make a page, or three tags of any kind. */
static int looks_like_html(scls_span text)
{
	static const char *const sure[] = {
		"<!doctype html", "<html", "<head", "<body", "<title",
		"<meta", "<div", "<table", "<script", "<p", "<ul", "<a href",
		"<h1", "<span",
	};
	size_t n = text.size < LOOK ? text.size : LOOK, tags = 0;

	for (size_t i = 0; i + 1 < n; i++) {
		if (text.data[i] != '<')
			continue;
		for (size_t k = 0; k < sizeof(sure) / sizeof(sure[0]); k++)
			if (begins(text, i, sure[k])
			    && memchr(text.data + i, '>', text.size - i))
				return 1;
		tags += is_letter(text.data[i + 1])
		        || text.data[i + 1] == '/';
	}
	return tags >= 3;
}

static scls_status read_html(scls_reader *r, scls_span text, scls_page *page)
{
	uint32_t depth = r->builder.limits->depth;
	size_t size;
	int too_deep = 0;

	if (!r->html)
		SCLS_TRY(scls_html_new(&r->html, &r->allocator));
	SCLS_TRY(scls_grow(&r->allocator, (void **)&r->kept, &r->kept_room,
	                   text.size + 1, 1));
	size = scls_skip_raw(text, depth, r->kept, &too_deep);
	r->kept[size] = '\0';
	if (too_deep)
		r->builder.flags |= SPAMCLS_FLAG_TRUNCATED_DEPTH;
	SCLS_TRY(scls_html_parse(r->html, r->kept, size, &r->builder));
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
