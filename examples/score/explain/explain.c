/* explain.c - the command; see explain.h. */
#include "explain/explain.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int heavier(const void *a, const void *b)
{
	int32_t x = ((const spamcls_reason *)a)->weight;
	int32_t y = ((const spamcls_reason *)b)->weight;

	return abs(x) != abs(y) ? (abs(x) < abs(y)) - (abs(x) > abs(y))
	                        : (x < y) - (x > y);
}

spamcls_reason *explain_sorted(const spamcls_reason *reasons, size_t n)
{
	spamcls_reason *sorted = calloc(n + 1, sizeof(*sorted));

	if (sorted && n > 0) {
		memcpy(sorted, reasons, n * sizeof(*sorted));
		qsort(sorted, n, sizeof(*sorted), heavier);
	}
	return sorted;
}

void explain_flags(const spamcls_result *result, const char *before)
{
	for (uint32_t bit = 1; bit != 0; bit <<= 1)
		if (result->flags & bit)
			printf("%s%s", before, spamcls_flag_name(bit));
}

static void print_reason(const spamcls_reason *r, const char *text)
{
	printf("  %+8.3f  %s: %s (%s)", r->weight / NATS, r->name,
	       r->message_en, r->message_zh);
	if (r->begin < r->end && r->end - r->begin < 200)
		printf(" «%.*s»", (int)(r->end - r->begin), text + r->begin);
	putchar('\n');
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
	for (size_t i = 0; i < e->n_reasons; i++)
		print_reason(&e->reasons[i], o->headline);
	printf("  %+8.3f  sum\n", e->score.score / NATS);
	return TOOL_OK;
}

/* Colour for a terminal, unless NO_COLOR asks for none. */
static int wants_colour(void)
{
	const char *no = getenv("NO_COLOR");

	return isatty(STDOUT_FILENO) && (!no || no[0] == '\0');
}

static int tell(const tool_options *o, const explain_page *page)
{
	return o->html ? explain_html(page)
	               : explain_text(page, o->colour || wants_colour());
}

static int explain_file(const tool_options *o, spamcls_session *session,
                        spamcls_session *headlines)
{
	spamcls_input input = SPAMCLS_INPUT_INIT;
	explain_page page = { o->files[0], NULL, headlines };
	tool_file file;
	const char *why = tool_read(o->files[0], TOOL_MAX_FILE, &file);
	int code = TOOL_SOFTWARE;

	if (why) {
		tool_warn(o, o->files[0], why);
		return TOOL_INPUT;
	}
	input.data = file.data;
	input.size = file.size;
	input.charset = o->charset;
	input.url = o->url;
	input.kind = o->links ? SPAMCLS_KIND_LINKS : o->kind;
	if (spamcls_classify(session, &input, &page.result) == SPAMCLS_OK)
		code = tell(o, &page);
	tool_file_free(&file);
	return code;
}

int command_explain(const tool_options *o)
{
	spamcls_session *session = NULL, *headlines = NULL;
	spamcls_db *db = NULL;
	int code = tool_open(o, &db);

	if (code != TOOL_OK)
		return code;
	if (spamcls_session_new(&session, db, &o->limits) != SPAMCLS_OK
	    || spamcls_session_new(&headlines, db, &o->limits) != SPAMCLS_OK)
		code = TOOL_SOFTWARE;
	else
		code = o->headline ? explain_headline(o, session)
		                   : explain_file(o, session, headlines);
	spamcls_session_free(headlines);
	spamcls_session_free(session);
	spamcls_db_free(db);
	if (code == TOOL_SOFTWARE)
		tool_warn(o, NULL, "no memory");
	return code;
}
