/* explain_text.c - a page for a terminal; see explain.h. */
#include "explain/explain.h"

#include "terminal.h"

#include <stdlib.h>
#include <string.h>

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

static void print_link(painter *p)
{
	const spamcls_link *l = &p->r->links[p->next++];
	char percent[EXPLAIN_PERCENT];

	terminal_start(p->colour, label_colour(l->label));
	printf("  %-7s %6s  ", spamcls_label_name((int)l->label),
	       explain_percent(l->probability, percent));
	terminal_text(p->r->text + l->begin, l->end - l->begin);
	terminal_stop(p->colour);
	if (l->family[0] || l->context > 0) {
		terminal_start(p->colour, "2");
		if (l->family[0])
			printf("  — %s", l->family);
		if (l->context > 0)
			printf("  (%+.2f from its list)",
			       l->context / NATS);
		terminal_stop(p->colour);
	}
	putchar('\n');
}

static void print_segment(painter *p, const spamcls_segment *s)
{
	size_t before = p->next;

	terminal_start(p->colour, "2");
	printf("[%s %s]\n", spamcls_role_name((int)s->role),
	       explain_role_zh(s->role));
	terminal_stop(p->colour);
	while (p->next < p->r->n_links
	       && p->r->links[p->next].begin < s->end)
		print_link(p);
	if (p->next > before)
		return;
	terminal_start(p->colour, role_colour(s->role));
	terminal_text(p->r->text + s->begin, s->end - s->begin);
	terminal_stop(p->colour);
	putchar('\n');
}

static void print_verdict(const spamcls_result *r, int colour)
{
	char percent[EXPLAIN_PERCENT];

	terminal_start(colour, r->verdict == SPAMCLS_FARM ? "1;31"
	               : r->verdict == SPAMCLS_SUSPECT ? "1;33"
	               : r->verdict == SPAMCLS_CLEAN ? "1;32" : "2");
	fputs(spamcls_verdict_name((int)r->verdict), stdout);
	terminal_stop(colour);
	if (r->verdict != SPAMCLS_NO_VERDICT)
		printf(", probability %s",
		       explain_percent(r->probability, percent));
	putchar('\n');
}

int explain_text(const explain_page *page, int colour)
{
	static const spamcls_span no_text = { "", 0 };
	const spamcls_result *r = page->result;
	painter p = { r, colour, 0 };

	terminal_text(page->path, strlen(page->path));
	fputs(": ", stdout);
	print_verdict(r, colour);
	printf("%zu link%s in %zu list%s, charset %s",
	       r->n_links, &"s"[r->n_links == 1],
	       r->n_lists, &"s"[r->n_lists == 1],
	       r->charset ? r->charset : "unknown");
	putchar('\n');
	explain_text_notes(r->flags);
	for (size_t i = 0; i < r->n_segments;) {
		spamcls_segment stretch = explain_stretch(r, &i);

		print_segment(&p, &stretch);
	}
	/* A page's evidence is marked above; a list would be too long. */
	return explain_text_reasons(r->reasons, r->n_reasons, no_text, colour)
	       ? TOOL_OK : TOOL_SOFTWARE;
}
