/* skip.c - see skip.h. */
#include "page/skip.h"

#include "base/ascii.h"
#include "page/attribute.h"
#include "page/element.h"
#include "page/jump.h"
#include "page/look.h"
#include "page/raw_end.h"

#define BATCH 1024u /* tokens made at a time, give or take two */

void scls_skim_free(scls_skim *skim)
{
	scls_free(&skim->allocator, skim->token,
	          skim->room * sizeof(*skim->token));
}

/* The next token, its kind set; NULL where there is no memory. */
static scls_token *add(scls_skim *s, enum scls_token_kind kind)
{
	scls_token *t;

	if (s->n == s->room) {
		s->status = scls_grow(&s->allocator, (void **)&s->token,
		                      &s->room, s->n + 1, sizeof(*t));
		if (s->status != SPAMCLS_OK) {
			s->at = s->end = NULL;
			return NULL;
		}
	}
	t = &s->token[s->n++];
	memset(t, 0, sizeof(*t));
	t->kind = (uint8_t)kind;
	return t;
}

static scls_span stretch(const char *from, const char *to)
{
	scls_span span = { from, (size_t)(to - from) };

	return span;
}

/* The text up to to, of that kind; white space alone is another. */
static void put_text_as(scls_skim *s, const char *to, enum scls_token_kind kind)
{
	const char *at = s->at;
	int line = 0;
	scls_token *t;

	if (at == to)
		return;
	if (scls_is_blank(*at))
		at = scls_look_blanks_end(at, to, s->end, &line);
	t = add(s, at < to ? kind
	           : line ? SCLS_TOKEN_LINE : SCLS_TOKEN_SPACE);
	if (t) {
		t->all = stretch(s->at, to);
		s->at = to;
	}
}

static void put_text(scls_skim *s, const char *to)
{
	put_text_as(s, to, SCLS_TOKEN_TEXT);
}

/* Not 0 where there is more than blanks. */
static int has_any(const char *at, const char *to)
{
	while (at < to && scls_is_blank(*at))
		at++;
	return at < to && !(*at == '/' && at + 1 == to);
}

/* Behind the end of the tag whose name is at at; most have nothing else. */
static const char *end_of_tag(const scls_skim *s, const scls_tag_name *name,
                              const char *at)
{
	const char *behind = at + name->size;

	return behind < s->end && *behind == '>'
	       ? behind + 1 : scls_look_tag_end(at, s->end);
}

/* The tag whose name is at at; a break has no attributes that matter.  NULL
 * where there is no memory. */
static const scls_token *put_tag(scls_skim *s, const scls_tag_name *name,
                                 const char *at, int closing)
{
	const char *to = end_of_tag(s, name, at), *behind;
	int closed = to > at && to[-1] == '>';
	scls_token *t = add(s, closing ? SCLS_TOKEN_END : SCLS_TOKEN_START);
	scls_span all;

	if (!t)
		return NULL;
	t->name = name->hash;
	t->rule = name->rule;
	at += name->size;
	t->all.data = at;
	behind = to - closed;
	all.data = at;
	all.size = at < behind ? (size_t)(behind - at) : 0;
	t->cut = !closed;
	if (!closing) {
		t->slash = (uint8_t)scls_attributes_slash(all);
		if (name->rule->kind != SCLS_TAG_BREAK && has_any(at, behind))
			t->all = all;
	}
	if (t->slash || (!closing && name->rule->empty))
		scls_nest_shut(s->nest, name);
	s->at = to;
	return t;
}

/* A comment, a doctype, a CDATA section or a processing instruction. */
static void skip_declaration(scls_skim *s)
{
	const char *at = s->at;

	if (s->end - at >= 4 && memcmp(at, "<!--", 4) == 0) {
		if (s->end - at >= 5 && at[4] == '>')
			s->at = at + 5;
		else if (s->end - at >= 6 && memcmp(at + 4, "->", 2) == 0)
			s->at = at + 6;
		else
			s->at = scls_comment_end(at + 6 < s->end
			                         ? at + 6 : s->end, s->end);
	} else {
		const char *close = memchr(at, '>', (size_t)(s->end - at));
		s->at = close ? close + 1 : s->end;
	}
}

/* Later searches for the end tag would fail again: a page of nothing but
 * <svg> must not be searched once for each. */
static int is_unclosed(const scls_skim *s, const scls_tag_rule *rule)
{
	for (uint32_t i = 0; i < s->n_unclosed; i++)
		if (s->unclosed[i] == rule)
			return 1;
	return 0;
}

static void note_unclosed(scls_skim *s, const scls_tag_rule *rule)
{
	if (s->n_unclosed < sizeof(s->unclosed) / sizeof(s->unclosed[0]))
		s->unclosed[s->n_unclosed++] = rule;
}

/* Where the element's end tag begins, or the end. */
static const char *element_end(scls_skim *s, const scls_tag_name *name,
                               const char *from)
{
	const char *close = s->end;

	if (is_unclosed(s, name->rule))
		return close;
	if (strcmp(name->rule->word, "script") == 0)
		close = scls_script_end(from, s->end);
	else
		close = scls_end_tag(from, s->end, name->rule->word);
	if (close == s->end)
		note_unclosed(s, name->rule);
	return close;
}

static void skip_element(scls_skim *s, const scls_tag_name *name)
{
	const char *from = scls_look_tag_end(s->at + 1, s->end), *close;
	int is_raw = name->rule->kind == SCLS_TAG_RAW;

	if (!add(s, SCLS_TOKEN_SPACE))
		return;
	if (!is_raw && from[-2] == '/') {
		s->at = from;
		return;
	}
	close = element_end(s, name, from);
	if (close < s->end)
		s->at = scls_look_tag_end(close + 1, s->end);
	else
		s->at = is_raw ? s->end : from;
}

static int is_literal(const scls_tag_name *name)
{
	return name->rule->kind >= SCLS_TAG_LITERAL
	       && name->rule->kind <= SCLS_TAG_REST;
}

/* What stands between the tags is text, whatever it looks like. */
static void put_literal(scls_skim *s, const scls_tag_name *name)
{
	const char *close;

	if (name->rule->kind == SCLS_TAG_REST) {
		put_text_as(s, s->end, SCLS_TOKEN_PLAIN);
		return;
	}
	close = element_end(s, name, s->at);
	if (close < s->end)
		put_text_as(s, close, name->rule->kind == SCLS_TAG_VERBATIM
		                      ? SCLS_TOKEN_PLAIN : SCLS_TOKEN_TEXT);
}

static void drop_tag(scls_skim *s)
{
	s->at = scls_look_tag_end(s->at + 1, s->end);
}

/* Not 0 where a tag that is left out ends a line all the same: a block that is
 * too deep. */
static int ends_line(const scls_skim *s, const scls_tag_name *name)
{
	return s->nest->too_deep
	       && scls_element_of(name->rule->element)->block;
}

/* The end tag of a break, which browsers read as one; 0 where there is no
 * memory. */
static int put_break(scls_skim *s)
{
	scls_token *t = add(s, SCLS_TOKEN_END);

	if (!t)
		return 0;
	t->name = scls_tag_hash("br", 2);
	t->rule = scls_tag_find(s->rules, t->name);
	return 1;
}

/* The attributes of the tag that the scan stands at. */
static scls_span attributes_here(const scls_skim *s, const scls_tag_name *name)
{
	const char *from = s->at + 1 + name->size;
	const char *to = scls_look_tag_end(from, s->end);

	return stretch(from, to - (to > from && to[-1] == '>'));
}

/* Not 0 where the tag that the scan stands at begins a template that is shown,
 * or ends one: with those that are not their end tag is skipped. */
static int is_shown_template(const scls_skim *s, const scls_tag_name *name,
                             int closing)
{
	return name->rule->element == SCLS_E_TEMPLATE
	       && (closing
	           || scls_attributes_shadow(attributes_here(s, name)));
}

/* Not 0 where the tag that the scan stands at begins a select that leads
 * elsewhere, or ends one that may have been let through. */
static int is_jump_menu(const scls_skim *s, const scls_tag_name *name,
                        int closing)
{
	const char *from = s->at + 1 + name->size;

	return name->rule->element == SCLS_E_SELECT
	       && (closing
	           || scls_options_lead(scls_look_tag_end(from, s->end),
	                                s->end));
}

/* A tag of an element that is no part of the page's text. */
static void take_other(scls_skim *s, const scls_tag_name *name, int closing)
{
	if (is_shown_template(s, name, closing)) {
		if (put_break(s))
			drop_tag(s);
	} else if (!closing && name->rule->kind >= SCLS_TAG_SKIPPED) {
		skip_element(s, name);
	} else if (closing || name->rule->kind == SCLS_TAG_VOID
	           || scls_attributes_hidden(attributes_here(s, name))
	           || add(s, SCLS_TOKEN_SPACE)) {
		drop_tag(s);
	}
}

static void take_tag(scls_skim *s, const char *at, int closing)
{
	scls_tag_name name = scls_tag_name_at(s->rules, at, s->end);
	const scls_token *t;

	if (name.rule->kind >= SCLS_TAG_VOID
	    && !is_jump_menu(s, &name, closing)) {
		take_other(s, &name, closing);
		return;
	}
	if (closing ? scls_nest_close(s->nest, &name)
	            : scls_nest_open(s->nest, &name)) {
		t = put_tag(s, &name, at, closing);
		if (t && !closing && !t->slash && is_literal(&name))
			put_literal(s, &name);
		return;
	}
	/* Any tag too deep still keeps words apart; a stray one does not. */
	if (ends_line(s, &name)
	    ? put_break(s) : !s->nest->too_deep || add(s, SCLS_TOKEN_SPACE))
		drop_tag(s);
}

/* Not 0 where the "<" begins anything but text. */
static int is_markup(const char *at, const char *end)
{
	if (end - at < 2)
		return 0;
	return scls_ascii_is_letter(at[1]) || at[1] == '!' || at[1] == '?'
	       || (at[1] == '/' && end - at > 2);
}

static void take_markup(scls_skim *s)
{
	const char *name = s->at + 1;
	int closing = *name == '/';

	name += closing;
	if (name < s->end && scls_ascii_is_letter(*name))
		take_tag(s, name, closing);
	else
		skip_declaration(s);
}

void scls_skip_begin(scls_skim *s, scls_span html, scls_nest *nest)
{
	s->at = html.data;
	s->end = html.data + html.size;
	s->nest = nest;
	s->status = SPAMCLS_OK;
	s->n_unclosed = 0;
}

scls_status scls_skip_more(scls_skim *s)
{
	const char *look = s->at;

	s->n = 0;
	while (s->at < s->end && s->n < BATCH) {
		const char *mark = scls_look_for(look, s->end, '<');

		if (mark && !is_markup(mark, s->end)) {
			look = mark + 1;
			continue;
		}
		put_text(s, mark ? mark : s->end);
		if (s->at < s->end)
			take_markup(s);
		look = s->at;
	}
	return s->status;
}
