/* html.c - see html.h.  No tree is built: the builder is told as tokens come,
 * with their references decoded. */
#include "page/html.h"

#include "base/reference.h"
#include "page/attribute.h"
#include "page/builder.h"
#include "page/jump.h"
#include "page/look.h"
#include "page/stack.h"

/* Elements beside those that the scan lets through: html, head and body, which
 * it does not keep, and a paragraph that nobody wrote. */
#define IMPLIED 4u

struct scls_html {
	spamcls_allocator allocator;
	const scls_tag_table *table;
	scls_stacked *open;
	size_t open_room;
	scls_stack stack;
};

scls_status scls_html_new(scls_html **out, const scls_tag_table *table,
                          const spamcls_allocator *allocator)
{
	scls_html *html = scls_alloc_zero(allocator, 1, sizeof(*html));

	if (!html)
		return SPAMCLS_E_NOMEM;
	html->allocator = *allocator;
	html->table = table;
	*out = html;
	return SPAMCLS_OK;
}

void scls_html_free(scls_html *html)
{
	spamcls_allocator allocator;

	if (!html)
		return;
	allocator = html->allocator;
	scls_free(&allocator, html->open,
	          html->open_room * sizeof(*html->open));
	scls_free(&allocator, html, sizeof(*html));
}

/* Decodes a value to *free; it never grows.  What is decoded lasts as long as
 * the page, like the rest of it. */
static void decode(scls_span *value, char **free)
{
	if (!value->data || !memchr(value->data, '&', value->size))
		return;
	value->size = scls_references(*value, *free);
	value->data = *free;
	*free += value->size;
}

static void decode_all(scls_builder *b, scls_span all, scls_attributes *a)
{
	char *free;

	if (!memchr(all.data, '&', all.size))
		return;
	free = scls_arena_take(&b->hrefs, all.size + 8);
	if (!free) {
		b->status = SPAMCLS_E_NOMEM;
		return;
	}
	decode(&a->class_name, &free);
	decode(&a->id, &free);
	decode(&a->style, &free);
	decode(&a->href, &free);
	decode(&a->role, &free);
	decode(&a->itemprop, &free);
}

static void start(scls_stack *s, const scls_token *t)
{
	scls_stacked tag = { t->name, t->rule };
	scls_attributes a;

	memset(&a, 0, sizeof(a));
	a.name_end = t->all.data;
	if (t->all.size > 0) {
		scls_attributes_read(t->all, &a);
		if (t->rule->element == SCLS_E_OPTION)
			a.href = scls_option_address(t->all);
		decode_all(s->builder, t->all, &a);
	}
	if (t->cut)
		scls_stack_cut(s, tag, &a);
	else
		scls_stack_start(s, tag, &a, t->slash);
}

/* Its references are decoded one by one. */
static void put_text(scls_builder *b, scls_span text)
{
	size_t at = 0;

	while (at < text.size) {
		const char *mark = scls_look_for(text.data + at,
		                                 text.data + text.size, '&');
		size_t to = mark ? (size_t)(mark - text.data) : text.size;
		char c[4];

		if (to > at)
			scls_builder_text(b, text.data + at, to - at);
		at = to;
		if (!mark)
			break;
		to = scls_reference(text.data, text.size, &at, c);
		if (to > 0)
			scls_builder_text(b, c, to);
	}
}

/* Only in code does it matter what white space is made of. */
static void take_space(scls_stack *s, const scls_token *t)
{
	if (t->all.size > 0
	    && scls_builder_innermost(s->builder)->within & SCLS_IN_PRE)
		scls_builder_text(s->builder, t->all.data, t->all.size);
	else
		scls_stack_space(s, t->kind == SCLS_TOKEN_LINE);
}

static void take(scls_stack *s, const scls_token *t)
{
	switch (t->kind) {
	case SCLS_TOKEN_TEXT:
		scls_stack_text(s);
		put_text(s->builder, t->all);
		break;
	case SCLS_TOKEN_PLAIN:
		scls_stack_text(s);
		scls_builder_text(s->builder, t->all.data, t->all.size);
		break;
	case SCLS_TOKEN_START:
		start(s, t);
		break;
	case SCLS_TOKEN_END:
		scls_stack_end(s, (scls_stacked){ t->name, t->rule });
		break;
	default:
		take_space(s, t);
		break;
	}
}

scls_status scls_html_parse(scls_html *html, scls_skim *skim,
                            scls_builder *builder)
{
	scls_stack *s = &html->stack;

	memset(s, 0, sizeof(*s));
	s->table = html->table;
	s->builder = builder;
	s->most = SCLS_NEST_ROOM(builder->limits->depth) + IMPLIED;
	SCLS_TRY(scls_grow(&html->allocator, (void **)&html->open,
	                   &html->open_room, SCLS_STACK_ROOM(s->most),
	                   sizeof(*html->open)));
	s->open = html->open;
	builder->source_end = skim->end;
	while (skim->at < skim->end && !s->full) {
		SCLS_TRY(scls_skip_more(skim));
		for (size_t i = 0; i < skim->n && !s->full; i++)
			take(s, &skim->token[i]);
	}
	scls_stack_finish(s);
	return builder->status;
}
