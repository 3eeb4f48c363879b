/* stack.c - see stack.h. */
#include "page/stack.h"

#include "page/builder.h"

static const scls_attributes none;

static const scls_tag_rule *top(const scls_stack *s)
{
	return s->n > 0 ? s->open[s->n - 1].rule : NULL;
}

static void push(scls_stack *s, scls_stacked tag, const scls_attributes *a)
{
	s->open[s->n++] = tag;
	s->had_head |= tag.rule->element == SCLS_E_HEAD;
	s->had_body |= tag.rule->element == SCLS_E_BODY;
	s->bodies += tag.rule->element == SCLS_E_BODY;
	if (s->n > s->most) {
		s->full = 1;
		s->builder->flags |= SPAMCLS_FLAG_TRUNCATED_DEPTH;
	} else {
		scls_builder_open(s->builder, tag.rule->element, a);
	}
}

static void pop(scls_stack *s)
{
	uint8_t element = s->open[--s->n].rule->element;

	s->bodies -= element == SCLS_E_BODY;
	scls_builder_close(s->builder, element);
}

static scls_stacked tag_of(const scls_stack *s, const char *name)
{
	scls_stacked tag = { scls_tag_hash(name, strlen(name)), NULL };

	tag.rule = scls_tag_find(s->table, tag.name);
	return tag;
}

/* Closes what ends where the start tag stands. */
static void close_before(scls_stack *s, const scls_tag_rule *start)
{
	uint32_t stay = scls_stacked_stay(s->open, s->n, start);

	while (s->n > stay)
		pop(s);
}

/* A head stands right inside html, or nowhere. */
static int in_head(const scls_stack *s)
{
	return s->n > 1 && s->open[1].rule->element == SCLS_E_HEAD;
}

/* html, head and body where the page does not write them. */
static void imply(scls_stack *s, const scls_tag_rule *start)
{
	if (start->element == SCLS_E_HTML)
		return;
	if (s->n == 0)
		push(s, tag_of(s, "html"), &none);
	if (start->place == SCLS_PLACE_ROOT)
		return;
	if (s->n <= 1 && start->place == SCLS_PLACE_HEAD) {
		if (!s->had_head && !s->had_body)
			push(s, tag_of(s, "head"), &none);
	} else if (start->place != SCLS_PLACE_FRAMES && !s->had_body
	           && !in_head(s)) {
		push(s, tag_of(s, "body"), &none);
	}
}

/* How often html, head or body stands where it has no place. */
static uint32_t misplaced(const scls_stack *s, const scls_tag_rule *tag)
{
	if (tag->element == SCLS_E_HTML)
		return s->n > 0;
	if (tag->element == SCLS_E_HEAD)
		return s->n != 1;
	return tag->element == SCLS_E_BODY ? s->bodies : 0;
}

static void give_space(scls_stack *s)
{
	if (s->space)
		scls_builder_text(s->builder, s->line ? "\n" : " ", 1);
	s->space = s->line = 0;
}

static void begin(scls_stack *s, scls_stacked tag, const scls_attributes *a)
{
	uint32_t out;

	s->begun = 1;
	give_space(s);
	close_before(s, tag.rule);
	imply(s, tag.rule);
	out = misplaced(s, tag.rule);
	s->ignored += out;
	if (out == 0)
		push(s, tag, a);
	if (s->full)
		s->n--; /* the builder was not told of it */
}

void scls_stack_start(scls_stack *s, scls_stacked tag,
                      const scls_attributes *a, int slash)
{
	begin(s, tag, a);
	if (s->n > 0 && !s->full && (slash || top(s)->empty))
		pop(s);
}

void scls_stack_cut(scls_stack *s, scls_stacked tag, const scls_attributes *a)
{
	begin(s, tag, a);
	if (s->n > 0 && !s->full)
		s->n--;
}

/* Browsers read "</br>" as a break, and a "</p>" that means no element as an
 * empty paragraph. */
static void end_line(scls_stack *s, const scls_tag_rule *stray)
{
	if (stray->element == SCLS_E_BR || stray->element == SCLS_E_P)
		scls_builder_open(s->builder, SCLS_E_BR, &none);
}

/* The place of the element that an end tag means, or 0.  The scan lets none
 * through that means nothing, but for "</p>". */
static uint32_t find(scls_stack *s, scls_stacked tag)
{
	if (tag.rule->element == SCLS_E_BR)
		return 0;
	return tag.rule->element == SCLS_E_P
	       ? scls_stacked_search(s->open, s->n, tag, &s->vain)
	       : scls_stacked_find(s->open, s->n, tag);
}

void scls_stack_end(scls_stack *s, scls_stacked tag)
{
	uint32_t at;

	s->begun = 1;
	give_space(s);
	if (s->ignored > 0 && tag.rule->place == SCLS_PLACE_ROOT) {
		s->ignored--;
		return;
	}
	at = find(s, tag);
	if (at == 0)
		end_line(s, tag.rule);
	while (at > 0 && s->n >= at)
		pop(s);
}

/* Nothing is open, or nothing that text may stand in. */
static int needs_paragraph(const scls_stack *s)
{
	return s->n == 0 || top(s)->element == SCLS_E_HTML
	       || top(s)->element == SCLS_E_HEAD;
}

void scls_stack_space(scls_stack *s, int line)
{
	if (!s->begun)
		return;
	s->space = 1;
	s->line |= (uint8_t)line;
	if (!needs_paragraph(s))
		give_space(s);
}

void scls_stack_text(scls_stack *s)
{
	s->begun = 1;
	if (needs_paragraph(s)) {
		scls_stacked p = tag_of(s, "p");

		close_before(s, p.rule);
		imply(s, p.rule);
		push(s, p, &none);
	}
	give_space(s);
}

void scls_stack_finish(scls_stack *s)
{
	give_space(s);
	while (s->n > 0)
		pop(s);
}
