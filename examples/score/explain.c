/* explain.c - a page or a headline told to a person. */
#include "tool.h"

#include <stdlib.h>
#include <string.h>

#define NATS 1024.0

static void print_reasons(const spamcls_reason *reason, size_t n,
                          const char *text, int32_t score)
{
	for (size_t i = 0; i < n; i++) {
		const spamcls_reason *r = &reason[i];

		printf("  %+8.3f  %s: %s (%s)", r->weight / NATS, r->name,
		       r->message_en, r->message_zh);
		if (r->begin < r->end && r->end - r->begin < 200)
			printf(" «%.*s»", (int)(r->end - r->begin),
			       text + r->begin);
		putchar('\n');
	}
	printf("  %+8.3f  sum\n", score / NATS);
}

static int explain_headline(const tool_options *o, spamcls_session *session)
{
	spamcls_span text = { o->headline, strlen(o->headline) };
	const spamcls_explanation *e;

	if (spamcls_explain_headline(session, text, &e) != SPAMCLS_OK)
		return TOOL_SOFTWARE;
	printf("%s\n%s, probability %.5f%s%s\nskeleton %s\n", o->headline,
	       spamcls_label_name((int)e->score.label),
	       (double)e->score.probability,
	       e->score.family[0] ? ", family " : "", e->score.family,
	       e->skeleton);
	print_reasons(e->reasons, e->n_reasons, o->headline, e->score.score);
	return TOOL_OK;
}

static void print_links(const spamcls_result *r)
{
	for (size_t i = 0; i < r->n_links; i++) {
		const spamcls_link *l = &r->links[i];

		printf("  %-7s %.4f  %.*s%s%s\n",
		       spamcls_label_name((int)l->label),
		       (double)l->probability, (int)(l->end - l->begin),
		       r->text + l->begin, l->family[0] ? "  — " : "",
		       l->family);
	}
}

static int explain_page(const tool_options *o, spamcls_session *session)
{
	spamcls_input input = SPAMCLS_INPUT_INIT;
	const spamcls_result *r;
	tool_file file;
	const char *why = tool_read(o->files[0], TOOL_MAX_FILE, &file);
	int code = TOOL_OK;

	if (why) {
		tool_warn(o, o->files[0], why);
		return TOOL_INPUT;
	}
	input.data = file.data;
	input.size = file.size;
	input.charset = o->charset;
	input.url = o->url;
	input.kind = o->kind;
	if (spamcls_classify(session, &input, &r) == SPAMCLS_OK) {
		printf("%s: %s, probability %.4f\n", o->files[0],
		       spamcls_verdict_name((int)r->verdict),
		       (double)r->probability);
		printf("%zu links in %zu lists, charset %s\n", r->n_links,
		       r->n_lists, r->charset);
		print_links(r);
		printf("Reasons (nats)\n");
		print_reasons(r->reasons, r->n_reasons, r->text, r->score);
	} else {
		code = TOOL_SOFTWARE;
	}
	tool_file_free(&file);
	return code;
}

int command_explain(const tool_options *o)
{
	spamcls_session *session = NULL;
	spamcls_db *db = NULL;
	int code = tool_open(o, &db);

	if (code != TOOL_OK)
		return code;
	if (spamcls_session_new(&session, db, &o->limits) != SPAMCLS_OK)
		code = TOOL_SOFTWARE;
	else
		code = o->headline ? explain_headline(o, session)
		                   : explain_page(o, session);
	spamcls_session_free(session);
	spamcls_db_free(db);
	return code;
}
