/*
 * html.c - see html.h.  The only file that knows libxml2.
 *
 * No tree is built: the handlers below are all there is.  Memory failures
 * inside libxml2 are looked for in both places where it may leave a trace,
 * and still some pass (SECURITY.md), so the defence is to keep its input
 * small and shallow: skip.h.
 */
#include "page/html.h"

#include "base/utf8.h"
#include "page/attribute.h"
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

#define CACHE 64u       /* names of elements, by where the parser keeps them */
#define MAX_ENTITY 12u  /* letters of an entity's name */

/* A name of the parser's own and the element it means. */
typedef struct known {
	const xmlChar *name;
	int element;
} known;

struct scls_html {
	spamcls_allocator allocator;
	htmlParserCtxtPtr parser;
	scls_builder *builder;
	const scls_skim *skim;
	known cache[CACHE];
	size_t tag;         /* whose attributes come next, at the earliest */
	size_t number;      /* of a text that is being read */
	int in_number;
};

/* The parser keeps one copy of each name, so its place tells it. */
static int element_of(scls_html *html, const xmlChar *name)
{
	known *k = &html->cache[((uintptr_t)name ^ (uintptr_t)name >> 6)
	                        % CACHE];

	if (k->name != name) {
		k->element = scls_element_find((const char *)name,
		                               strlen((const char *)name));
		k->name = name;
	}
	return k->element;
}

/* ------------------------------------------------------------- entities -- */

static int digit_of(char c, uint32_t base)
{
	int v = c >= '0' && c <= '9' ? c - '0' : 99;

	if (base == 16 && (c | 32) >= 'a' && (c | 32) <= 'f')
		v = (c | 32) - 'a' + 10;
	return v < (int)base ? v : -1;
}

static int is_character(uint32_t c)
{
	return c == '\t' || c == '\n' || c == '\r'
	       || (c >= 0x20 && c < 0xD800)
	       || (c >= 0xE000 && c < 0xFFFE)
	       || (c >= 0x10000 && c < 0x110000);
}

/* Behind "&#": the code point at data, 0 where it is none; *at moves on. */
static uint32_t char_ref(const char *data, size_t size, size_t *at)
{
	uint32_t base = 10, c = 0;
	int d;

	if (*at < size && (data[*at] | 32) == 'x') {
		base = 16;
		++*at;
	}
	for (; *at < size && (d = digit_of(data[*at], base)) >= 0; ++*at)
		if (c < 0x110000)
			c = c * base + (uint32_t)d;
	if (*at < size && data[*at] == ';')
		++*at;
	return is_character(c) ? c : 0;
}

/* Behind "&": the code point of the name at data, 0 where it has none. */
static uint32_t entity_ref(const char *data, size_t size, size_t *at)
{
	xmlChar name[MAX_ENTITY + 1];
	const htmlEntityDesc *entity;
	size_t n = 0, i = *at;

	while (i < size && n < MAX_ENTITY
	       && (((data[i] | 32) >= 'a' && (data[i] | 32) <= 'z')
	           || (n > 0 && data[i] >= '0' && data[i] <= '9')))
		name[n++] = (xmlChar)data[i++];
	if (n == 0 || i == size || data[i] != ';')
		return 0;
	name[n] = '\0';
	if (xmlStrEqual(name, BAD_CAST "nbsp")) {
		*at = i + 1;
		return 0xA0;
	}
	entity = htmlEntityLookup(name);
	if (!entity || entity->value == 0)
		return 0;
	*at = i + 1;
	return entity->value;
}

/* What the "&" at data[*at] stands for, *at moves on; returns its bytes. */
static size_t reference(const char *data, size_t size, size_t *at,
                        char out[4])
{
	uint32_t c;

	++*at;
	if (*at < size && data[*at] == '#') {
		++*at;
		c = char_ref(data, size, at);
		return c ? scls_utf8_put(c, out) : 0;
	}
	c = entity_ref(data, size, at);
	return scls_utf8_put(c ? c : '&', out);
}

/* Decodes a value to *free; it never grows.  What is decoded lasts as long as
 * the page, like the rest of it. */
static void decode(scls_span *value, char **free)
{
	char *out = *free;
	size_t at = 0, n = 0;

	if (!value->data || !memchr(value->data, '&', value->size))
		return;
	while (at < value->size) {
		if (value->data[at] == '&')
			n += reference(value->data, value->size, &at, out + n);
		else
			out[n++] = value->data[at++];
	}
	value->data = out;
	value->size = n;
	*free = out + n;
}

static void decode_all(scls_html *html, scls_span all, scls_attributes *a)
{
	char *free;

	if (!memchr(all.data, '&', all.size))
		return;
	free = scls_arena_take(&html->builder->hrefs, all.size + 8);
	if (!free) {
		html->builder->status = SPAMCLS_E_NOMEM;
		return;
	}
	decode(&a->class_name, &free);
	decode(&a->id, &free);
	decode(&a->style, &free);
	decode(&a->href, &free);
	decode(&a->role, &free);
	decode(&a->itemprop, &free);
	decode(&a->type, &free);
}

/* --------------------------------------------------------------- events -- */

/* The attributes whose number the parser was shown: of all that have it the
 * next, as the parser leaves out few tags and changes no order. */
static void read_attributes(scls_html *html, const xmlChar *shown,
                            scls_attributes *a)
{
	size_t number = 0;

	for (shown++; *shown >= '0' && *shown <= '9'; shown++)
		number = number * 10 + (size_t)(*shown - '0');
	number = html->tag + (number - html->tag) % SCLS_SKIM_ROUND;
	if (number >= html->skim->n_tags)
		return;
	html->tag = number + 1;
	scls_attributes_read(html->skim->tag[number], a);
	decode_all(html, html->skim->tag[number], a);
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
	if (list && list[0] && list[0][0] == SCLS_SKIM_ATTRIBUTES)
		read_attributes(html, list[0], &a);
	scls_builder_open(html->builder, element_of(html, name), &a);
}

static void on_end(void *context, const xmlChar *name)
{
	scls_html *html = context;

	scls_builder_close(html->builder, element_of(html, name));
}

/* A text that was put aside: its references are decoded one by one. */
static void put_text(scls_html *html, scls_span text)
{
	size_t at = 0;

	while (at < text.size) {
		const char *mark = memchr(text.data + at, '&', text.size - at);
		size_t to = mark ? (size_t)(mark - text.data) : text.size;
		char c[4];

		if (to > at)
			scls_builder_text(html->builder, text.data + at,
			                  to - at);
		at = to;
		if (!mark)
			break;
		to = reference(text.data, text.size, &at, c);
		if (to > 0)
			scls_builder_text(html->builder, c, to);
	}
}

/* Numbers of texts and white space; a number may come in pieces. */
static void on_text(void *context, const xmlChar *shown, int size)
{
	scls_html *html = context;

	for (const xmlChar *end = shown + size; shown < end; shown++) {
		if (*shown == SCLS_SKIM_TEXT) {
			html->in_number = 1;
			html->number = 0;
		} else if (!html->in_number) {
			scls_builder_text(html->builder, (const char *)shown,
			                  1);
		} else if (*shown != SCLS_SKIM_STOP) {
			html->number = html->number * 10
			               + (size_t)(*shown - '0');
		} else {
			html->in_number = 0;
			if (html->number < html->skim->n_texts)
				put_text(html,
				         html->skim->text[html->number]);
		}
	}
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
	memset(html->cache, 0, sizeof(html->cache));
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

scls_status scls_html_parse(scls_html *html, const scls_skim *skim,
                            scls_builder *builder)
{
	static const int options = HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING
	                           | HTML_PARSE_RECOVER | HTML_PARSE_NONET
	                           | HTML_PARSE_IGNORE_ENC
	                           | HTML_PARSE_NODEFDTD | HTML_PARSE_COMPACT;
	xmlDocPtr document;

	if (skim->size > INT_MAX)
		return SPAMCLS_E_INTERNAL;
	if (skim->size == 0)
		return SPAMCLS_OK;
	if (!html->parser || xmlDictGetUsage(html->parser->dict) > MAX_NAMES)
		SCLS_TRY(renew(html));
	html->builder = builder;
	html->skim = skim;
	html->in_number = 0;
	html->tag = 0;
	xmlResetLastError();
	document = htmlCtxtReadMemory(html->parser, skim->out,
	                              (int)skim->size, NULL, "UTF-8",
	                              options);
	if (document)
		xmlFreeDoc(document);
	return memory_failed(html);
}
