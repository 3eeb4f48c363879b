/*
 * html.c - see html.h.  The only file that knows libxml2.
 *
 * No tree is built: the handlers below are all there is.  Memory failures
 * inside libxml2 are looked for in both places where it may leave a trace,
 * and still some pass (SECURITY.md), so the defence is to keep its input
 * small and shallow: skip.h.
 */
#include "page/html.h"

#include "page/builder.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <limits.h>
#include <threads.h>

/* The parser keeps every name it has met; past this size it is renewed. */
#define MAX_NAMES (256u << 10)

/* Open elements of the parser for each one that limits allow: what closes
 * itself (p, li, td) counts here and not before the parser. */
#define SLACK 4u

static once_flag once = ONCE_FLAG_INIT;

struct scls_html {
	spamcls_allocator allocator;
	htmlParserCtxtPtr parser;
	scls_builder *builder;
};

static scls_span span_of(const xmlChar *text)
{
	return scls_span_of((const char *)text);
}

/* The attribute's place in *a, or NULL where it does not matter. */
static scls_span *field_of(const char *name, scls_attributes *a)
{
	switch (name[0]) {
	case 'c': return strcmp(name, "class") == 0 ? &a->class_name : NULL;
	case 'h': return strcmp(name, "href") == 0 ? &a->href : NULL;
	case 'i':
		if (strcmp(name, "id") == 0)
			return &a->id;
		return strcmp(name, "itemprop") == 0 ? &a->itemprop : NULL;
	case 'r': return strcmp(name, "role") == 0 ? &a->role : NULL;
	case 's': return strcmp(name, "style") == 0 ? &a->style : NULL;
	case 't': return strcmp(name, "type") == 0 ? &a->type : NULL;
	default: return NULL;
	}
}

static void on_start(void *context, const xmlChar *name, const xmlChar **list)
{
	scls_html *html = context;
	scls_attributes a;

	if ((uint32_t)html->parser->nameNr / SLACK
	    > html->builder->limits->depth) {
		html->builder->flags |= SPAMCLS_FLAG_TRUNCATED_DEPTH;
		xmlStopParser(html->parser);
		return;
	}
	memset(&a, 0, sizeof(a));
	for (; list && list[0]; list += 2) {
		scls_span *field = field_of((const char *)list[0], &a);

		if (field && list[1])
			*field = span_of(list[1]);
		else if (xmlStrEqual(list[0], BAD_CAST "hidden"))
			a.hidden = 1;
	}
	scls_builder_open(html->builder, scls_element_find(
	        (const char *)name, strlen((const char *)name)), &a);
}

static void on_end(void *context, const xmlChar *name)
{
	scls_html *html = context;

	scls_builder_close(html->builder, scls_element_find(
	        (const char *)name, strlen((const char *)name)));
}

static void on_text(void *context, const xmlChar *text, int size)
{
	scls_html *html = context;

	scls_builder_text(html->builder, (const char *)text, (size_t)size);
}

static void set_handlers(htmlParserCtxtPtr parser, scls_html *html)
{
	memset(parser->sax, 0, sizeof(*parser->sax));
	parser->sax->startElement = on_start;
	parser->sax->endElement = on_end;
	parser->sax->characters = on_text;
	parser->sax->ignorableWhitespace = on_text;
	parser->sax->cdataBlock = on_text;
	parser->userData = html;
}

static scls_status renew(scls_html *html)
{
	if (html->parser)
		htmlFreeParserCtxt(html->parser);
	html->parser = htmlNewParserCtxt();
	if (!html->parser)
		return SPAMCLS_E_NOMEM;
	set_handlers(html->parser, html);
	return SPAMCLS_OK;
}

scls_status scls_html_new(scls_html **out, const spamcls_allocator *allocator)
{
	scls_html *html = scls_alloc_zero(allocator, 1, sizeof(*html));

	if (!html)
		return SPAMCLS_E_NOMEM;
	html->allocator = *allocator;
	call_once(&once, xmlInitParser);
	if (renew(html) != SPAMCLS_OK) {
		scls_html_free(html);
		return SPAMCLS_E_NOMEM;
	}
	*out = html;
	return SPAMCLS_OK;
}

void scls_html_free(scls_html *html)
{
	spamcls_allocator allocator;

	if (!html)
		return;
	allocator = html->allocator;
	if (html->parser)
		htmlFreeParserCtxt(html->parser);
	scls_free(&allocator, html, sizeof(*html));
}

static scls_status memory_failed(const scls_html *html)
{
	xmlErrorPtr error = xmlGetLastError();

	if (html->parser->errNo == XML_ERR_NO_MEMORY
	    || (error && error->code == XML_ERR_NO_MEMORY))
		return SPAMCLS_E_NOMEM;
	return SPAMCLS_OK;
}

scls_status scls_html_parse(scls_html *html, const char *data, size_t size,
                            scls_builder *builder)
{
	static const int options = HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING
	                           | HTML_PARSE_RECOVER | HTML_PARSE_NONET
	                           | HTML_PARSE_IGNORE_ENC
	                           | HTML_PARSE_NODEFDTD | HTML_PARSE_COMPACT;
	xmlDocPtr document;

	if (size > INT_MAX)
		return SPAMCLS_E_INTERNAL;
	if (size == 0)
		return SPAMCLS_OK;
	if (!html->parser || xmlDictGetUsage(html->parser->dict) > MAX_NAMES)
		SCLS_TRY(renew(html));
	html->builder = builder;
	xmlResetLastError();
	document = htmlCtxtReadMemory(html->parser, data, (int)size, NULL,
	                              "UTF-8", options);
	if (document)
		xmlFreeDoc(document);
	return memory_failed(html);
}
