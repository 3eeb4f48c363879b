/* explain_text.c - a page for a terminal; see explain.h. */
#include "explain/explain.h"

#include <stdlib.h>
#include <string.h>

#define BAR 24 /* characters of the longest bar */

typedef struct painter {
	const spamcls_result *r;
	int colour;
	size_t next; /* link to come */
} painter;

static const char *role_colour(spamcls_role role)
{
	switch (role) {
	case SPAMCLS_ROLE_TITLE: case SPAMCLS_ROLE_HEADING:
		return "1";
	case SPAMCLS_ROLE_BODY:
		return "0";
	case SPAMCLS_ROLE_LINK_LIST: case SPAMCLS_ROLE_LIST_HEADING:
		return "36";
	case SPAMCLS_ROLE_REFERENCES:
		return "34";
	case SPAMCLS_ROLE_HIDDEN:
		return "35";
	default:
		return "2";
	}
}

static const char *label_colour(spamcls_label label)
{
	return label == SPAMCLS_LABEL_CERTAIN ? "1;31"
	       : label == SPAMCLS_LABEL_LIKELY ? "33" : "32";
}

static void start(const painter *p, const char *colour)
{
	if (p->colour)
		printf("\033[%sm", colour);
}

static void stop(const painter *p)
{
	if (p->colour)
		fputs("\033[0m", stdout);
}

/* Text of a page that cannot give the terminal orders. */
static void print_plain(const char *text, uint32_t begin, uint32_t end)
{
	for (; begin < end; begin++) {
		unsigned char c = (unsigned char)text[begin];

		putchar(c < ' ' && c != '\n' && c != '\t' ? '?' : c);
	}
}

static void print_link(painter *p)
{
	const spamcls_link *l = &p->r->links[p->next++];

	start(p, label_colour(l->label));
	printf("  %-7s %.4f  ", spamcls_label_name((int)l->label),
	       (double)l->probability);
	print_plain(p->r->text, l->begin, l->end);
	stop(p);
	if (l->family[0] || l->context > 0) {
		start(p, "2");
		if (l->family[0])
			printf("  — %s", l->family);
		if (l->context > 0)
			printf("  (%+.2f from its list)",
			       l->context / NATS);
		stop(p);
	}
	putchar('\n');
}

static void print_segment(painter *p, const spamcls_segment *s)
{
	size_t before = p->next;

	start(p, "2");
	printf("[%s]\n", spamcls_role_name((int)s->role));
	stop(p);
	while (p->next < p->r->n_links
	       && p->r->links[p->next].begin < s->end)
		print_link(p);
	if (p->next > before)
		return;
	start(p, role_colour(s->role));
	print_plain(p->r->text, s->begin, s->end);
	stop(p);
	putchar('\n');
}

static void print_reason(const painter *p, const spamcls_reason *r,
                         int32_t most)
{
	int bar = most ? (int)((int64_t)abs(r->weight) * BAR / most) : 0;

	printf("  %+8.3f ", r->weight / NATS);
	start(p, r->weight > 0 ? "31" : "32");
	for (int i = 0; i < BAR; i++)
		fputs(i < bar ? "█" : " ", stdout);
	stop(p);
	printf(" %s: %s (%s)\n", r->name, r->message_en, r->message_zh);
}

static int print_reasons(const painter *p)
{
	const spamcls_result *r = p->r;
	spamcls_reason *sorted = explain_sorted(r->reasons, r->n_reasons);
	int32_t most = 0;

	if (!sorted)
		return TOOL_SOFTWARE;
	for (size_t i = 0; i < r->n_reasons; i++)
		most = abs(sorted[i].weight) > most ? abs(sorted[i].weight)
		                                    : most;
	puts("Reasons (nats)");
	for (size_t i = 0; i < r->n_reasons; i++)
		print_reason(p, &sorted[i], most);
	printf("  %+8.3f sum\n", r->score / NATS);
	free(sorted);
	return TOOL_OK;
}

int explain_text(const explain_page *page, int colour)
{
	const spamcls_result *r = page->result;
	painter p = { r, colour, 0 };

	printf("%s: ", page->path);
	start(&p, r->verdict == SPAMCLS_FARM ? "1;31"
	          : r->verdict == SPAMCLS_SUSPECT ? "1;33"
	          : r->verdict == SPAMCLS_CLEAN ? "1;32" : "2");
	fputs(spamcls_verdict_name((int)r->verdict), stdout);
	stop(&p);
	printf(", probability %.4f\n%zu links in %zu lists, charset %s",
	       (double)r->probability, r->n_links, r->n_lists,
	       r->charset ? r->charset : "unknown");
	explain_flags(r, ", ");
	putchar('\n');
	for (size_t i = 0; i < r->n_segments; i++)
		print_segment(&p, &r->segments[i]);
	return print_reasons(&p);
}
