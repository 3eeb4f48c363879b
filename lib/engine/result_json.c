/* result_json.c - a result as one line of JSON; see session.h. */
#include "engine/json.h"
#include "engine/session.h"

static scls_span cut(const spamcls_result *r, uint32_t begin, uint32_t end)
{
	return scls_span_between(r->text, begin, end);
}

static void field(scls_json *j, const char *name, int64_t value)
{
	scls_json_raw(j, name);
	scls_json_int(j, value);
}

static void text(scls_json *j, const char *name, scls_span value)
{
	scls_json_raw(j, name);
	scls_json_string(j, value);
}

static void head(scls_json *j, const spamcls_result *r, const char *path)
{
	scls_json_raw(j, "{");
	if (path) {
		text(j, "\"path\":", scls_span_of(path));
		scls_json_raw(j, ",");
	}
	if (r->url) {
		text(j, "\"url\":", scls_span_of(r->url));
		scls_json_raw(j, ",");
	}
	if (r->base) {
		text(j, "\"base\":", scls_span_of(r->base));
		scls_json_raw(j, ",");
	}
	text(j, "\"verdict\":", scls_span_of(spamcls_verdict_name(
	        (int)r->verdict)));
	scls_json_raw(j, ",\"probability\":");
	scls_json_unit(j, r->probability);
	field(j, ",\"score\":", r->score);
	text(j, ",\"title\":", cut(r, r->title_begin, r->title_end));
	text(j, ",\"charset\":", scls_span_of(r->charset));
	text(j, ",\"charset_source\":", scls_span_of(
	        spamcls_charset_source_name((int)r->charset_source)));
	field(j, ",\"repairs\":", r->repairs);
	text(j, ",\"kind\":", scls_span_of(
	        r->kind == SPAMCLS_KIND_HTML ? "html"
	        : r->kind == SPAMCLS_KIND_LINKS ? "links" : "text"));
	text(j, ",\"db\":", scls_span_of(r->db_id));
}

static void flags(scls_json *j, uint32_t bits)
{
	const char *comma = "";

	scls_json_raw(j, ",\"flags\":[");
	for (uint32_t bit = 1; bit != 0; bit <<= 1)
		if (bits & bit) {
			scls_json_raw(j, comma);
			scls_json_string(j, scls_span_of(
			        spamcls_flag_name(bit)));
			comma = ",";
		}
	scls_json_raw(j, "]");
}

static void segments(scls_json *j, const spamcls_result *r)
{
	scls_json_raw(j, ",\"segments\":[");
	for (size_t i = 0; i < r->n_segments; i++) {
		const spamcls_segment *s = &r->segments[i];

		text(j, i ? ",{\"role\":" : "{\"role\":",
		     scls_span_of(spamcls_role_name((int)s->role)));
		if (s->form != SPAMCLS_FORM_TEXT)
			text(j, ",\"form\":", scls_span_of(
			        spamcls_form_name((int)s->form)));
		if (s->level > 0)
			field(j, ",\"level\":", s->level);
		field(j, ",\"begin\":", s->begin);
		field(j, ",\"end\":", s->end);
		scls_json_raw(j, "}");
	}
	scls_json_raw(j, "]");
}

static void lists(scls_json *j, const spamcls_result *r)
{
	scls_json_raw(j, ",\"lists\":[");
	for (size_t i = 0; i < r->n_lists; i++) {
		const spamcls_list *l = &r->lists[i];

		text(j, i ? ",{\"heading\":" : "{\"heading\":",
		     cut(r, l->heading_begin, l->heading_end));
		field(j, ",\"begin\":", l->begin);
		field(j, ",\"end\":", l->end);
		text(j, ",\"role\":", scls_span_of(spamcls_role_name(
		        (int)l->role)));
		scls_json_raw(j, l->trailing ? ",\"trailing\":true}"
		                             : ",\"trailing\":false}");
	}
	scls_json_raw(j, "]");
}

static void links(scls_json *j, const spamcls_result *r)
{
	scls_json_raw(j, ",\"links\":[");
	for (size_t i = 0; i < r->n_links; i++) {
		const spamcls_link *l = &r->links[i];
		scls_span href = { l->href, l->href_size };

		text(j, i ? ",{\"text\":" : "{\"text\":",
		     cut(r, l->begin, l->end));
		text(j, ",\"href\":", href);
		field(j, ",\"begin\":", l->begin);
		field(j, ",\"end\":", l->end);
		field(j, ",\"list\":", l->list);
		field(j, ",\"score\":", l->score);
		field(j, ",\"context\":", l->context);
		scls_json_raw(j, ",\"probability\":");
		scls_json_unit(j, l->probability);
		text(j, ",\"label\":", scls_span_of(spamcls_label_name(
		        (int)l->label)));
		text(j, ",\"family\":", scls_span_of(l->family));
		if (l->skeleton[0] != '\0')
			text(j, ",\"skeleton\":", scls_span_of(l->skeleton));
		scls_json_raw(j, "}");
	}
	scls_json_raw(j, "]");
}

static void reasons(scls_json *j, const spamcls_result *r)
{
	scls_json_raw(j, ",\"reasons\":[");
	for (size_t i = 0; i < r->n_reasons; i++) {
		const spamcls_reason *s = &r->reasons[i];

		text(j, i ? ",{\"name\":" : "{\"name\":",
		     scls_span_of(s->name));
		field(j, ",\"weight\":", s->weight);
		text(j, ",\"message\":", scls_span_of(s->message_en));
		text(j, ",\"message_zh\":", scls_span_of(s->message_zh));
		field(j, ",\"begin\":", s->begin);
		field(j, ",\"end\":", s->end);
		scls_json_raw(j, "}");
	}
	scls_json_raw(j, "]");
}

static void write_all(scls_json *j, const spamcls_result *r, const char *path)
{
	head(j, r, path);
	flags(j, r->flags);
	segments(j, r);
	lists(j, r);
	links(j, r);
	reasons(j, r);
	scls_json_raw(j, "}");
}

/* In place of what was written before: a result may be asked for often. */
scls_status scls_result_json(spamcls_session *s, const char *path,
                             const char **json, size_t *size)
{
	scls_json j = { NULL, 0 };

	scls_arena_back(&s->arena, s->behind_result);
	write_all(&j, &s->result, path);
	j.out = scls_arena_take(&s->arena, j.n + 1);
	if (!j.out)
		return SPAMCLS_E_NOMEM;
	j.n = 0;
	write_all(&j, &s->result, path);
	j.out[j.n] = '\0';
	*json = j.out;
	*size = j.n;
	return SPAMCLS_OK;
}
