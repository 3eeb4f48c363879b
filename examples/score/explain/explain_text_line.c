/* explain_text_line.c - a headline, and reasons, for a terminal. */
#include "explain/explain.h"

#include "terminal.h"

#include <stdlib.h>

#define BAR 24 /* characters of the longest bar */

/* The bytes that a reason rests on. */
static void print_evidence(const spamcls_reason *r, spamcls_span text)
{
	if (r->begin >= r->end || r->end > text.size)
		return;
	printf(" «");
	terminal_text(text.data + r->begin, r->end - r->begin);
	printf("» bytes %u-%u", (unsigned)r->begin, (unsigned)r->end);
}

static void print_reason(const spamcls_reason *r, int32_t most,
                         spamcls_span text, int colour)
{
	int bar = most ? (int)((int64_t)abs(r->weight) * BAR / most) : 0;

	printf("  %+8.3f ", r->weight / NATS);
	terminal_start(colour, r->weight > 0 ? "31" : "32");
	for (int i = 0; i < BAR; i++)
		fputs(i < bar ? "█" : " ", stdout);
	terminal_stop(colour);
	printf(" %s: %s (%s)", r->name, r->message_en, r->message_zh);
	print_evidence(r, text);
	putchar('\n');
}

int explain_text_reasons(const spamcls_reason *reasons, size_t n,
                         spamcls_span text, int colour)
{
	spamcls_reason *sorted = explain_sorted(reasons, n);
	int32_t most = 0;
	int64_t sum = 0;

	if (!sorted)
		return 0;
	for (size_t i = 0; i < n; i++) {
		most = abs(sorted[i].weight) > most ? abs(sorted[i].weight)
		                                    : most;
		sum += sorted[i].weight;
	}
	puts("Reasons 理由 (nats)");
	for (size_t i = 0; i < n; i++)
		print_reason(&sorted[i], most, text, colour);
	printf("  %+8.3f sum 合计\n", (double)sum / NATS);
	free(sorted);
	return 1;
}

/* Slots underlined, evidence in reverse. */
static void print_marked(const explain_line *line, int colour)
{
	const spamcls_explanation *e = line->found;

	for (uint32_t at = 0, end; at < line->text.size; at = end) {
		const spamcls_slot *slot = explain_slot(e, at);
		int marked = explain_is_evidence(e, at);

		for (end = at + 1; end < line->text.size
		     && explain_slot(e, end) == slot
		     && explain_is_evidence(e, end) == marked; end++)
			;
		terminal_start(colour && (slot || marked),
		               slot && marked ? "4;7" : slot ? "4" : "7");
		terminal_text(line->text.data + at, end - at);
		terminal_stop(colour && (slot || marked));
	}
	putchar('\n');
}

static void slot_en(const spamcls_slot *slot)
{
	printf("<%s>", slot->meaning_en);
}

static void slot_zh(const spamcls_slot *slot)
{
	printf("<%s>", slot->meaning_zh);
}

static void print_pattern(const spamcls_explanation *e)
{
	static const explain_words en = { slot_en, terminal_text };
	static const explain_words zh = { slot_zh, terminal_text };

	fputs("skeleton  ", stdout);
	terminal_text(e->skeleton, e->skeleton_size);
	fputs("\npattern   ", stdout);
	explain_pattern(e, &en);
	fputs("\n套路      ", stdout);
	explain_pattern(e, &zh);
	putchar('\n');
}

static void print_slots(const explain_line *line)
{
	const spamcls_explanation *e = line->found;

	if (e->n_slots > 0)
		puts("Slots 槽位");
	for (size_t i = 0; i < e->n_slots; i++) {
		const spamcls_slot *s = &e->slots[i];

		printf("  %-9s %s · %s «", s->name, s->meaning_en,
		       s->meaning_zh);
		terminal_text(line->text.data + s->begin, s->end - s->begin);
		printf("» bytes %u-%u\n", (unsigned)s->begin,
		       (unsigned)s->end);
	}
}

static void print_note(const char *name, const char *en, const char *zh)
{
	printf("%s: %s (%s)\n", name, en, zh);
}

void explain_text_notes(uint32_t flags)
{
	explain_notes(flags, print_note);
}

/* A probability alone does not say why a line has its label. */
static void print_labels(const spamcls_db_info *labels)
{
	if (labels)
		printf("likely 疑似 from %+.3f, "
		       "certain 确定 from %+.3f\n",
		       labels->likely / NATS, labels->certain / NATS);
}

int explain_text_line(const explain_line *line, int colour)
{
	const spamcls_explanation *e = line->found;
	char percent[EXPLAIN_PERCENT];

	print_marked(line, colour);
	printf("%s, probability %s%s%s\n",
	       spamcls_label_name((int)e->score.label),
	       explain_percent(e->score.probability, percent),
	       e->score.family[0] ? ", family " : "", e->score.family);
	print_labels(line->labels);
	explain_text_notes(e->score.flags);
	print_pattern(e);
	print_slots(line);
	return explain_text_reasons(e->reasons, e->n_reasons, line->text,
	                            colour) ? TOOL_OK : TOOL_SOFTWARE;
}
