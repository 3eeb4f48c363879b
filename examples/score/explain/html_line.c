/* html_line.c - one headline; see html.h. */
#include "explain/html.h"

#include <stdlib.h>

/* A stretch that is all in one slot or none, all evidence or none. */
static void put_stretch(const spamcls_slot *slot, int marked,
                        const char *text, size_t size)
{
	if (slot) {
		printf("<span class=\"s%s\" tabindex=\"0\" data-m=\"",
		       marked ? " m" : "");
		html_text(slot->meaning_zh);
		fputs(" · ", stdout);
		html_text(slot->meaning_en);
		fputs("\">", stdout);
	} else {
		fputs(marked ? "<span class=\"m\">" : "<span>", stdout);
	}
	html_put(text, size);
	fputs("</span>", stdout);
}

void html_marked(const explain_line *line)
{
	const spamcls_explanation *e = line->found;
	uint32_t size = (uint32_t)line->text.size;

	for (uint32_t at = 0, end; at < size; at = end) {
		const spamcls_slot *slot = explain_slot(e, at);
		int marked = explain_is_evidence(e, at);

		end = at + 1;
		while (end < size && explain_slot(e, end) == slot
		       && explain_is_evidence(e, end) == marked)
			end++;
		put_stretch(slot, marked, line->text.data + at, end - at);
	}
}

static void slot_zh(const spamcls_slot *slot)
{
	fputs("<b>", stdout);
	html_text(slot->meaning_zh);
	fputs("</b>", stdout);
}

static void slot_en(const spamcls_slot *slot)
{
	fputs("<b>", stdout);
	html_text(slot->meaning_en);
	fputs("</b>", stdout);
}

int html_inside(const explain_line *line)
{
	static const explain_words zh = { slot_zh, html_put };
	static const explain_words en = { slot_en, html_put };
	size_t n;
	spamcls_reason *sorted = explain_reasons(line, &n);

	if (!sorted)
		return 0;
	fputs("<p class=\"pattern\">", stdout);
	explain_pattern(line->found, &zh);
	fputs("<br><span lang=\"en\">", stdout);
	explain_pattern(line->found, &en);
	puts("</span></p>");
	html_reasons(sorted, n);
	free(sorted);
	return 1;
}

/* A probability alone does not say why a line has its label. */
static void put_labels(const spamcls_db_info *labels)
{
	if (labels)
		printf("<p class=\"facts\">疑似 likely %+.3f · 确定 certain "
		       "%+.3f <span lang=\"en\">or more</span></p>\n",
		       labels->likely / NATS, labels->certain / NATS);
}

int explain_html_line(const explain_line *line)
{
	const spamcls_score *score = &line->found->score;
	const char *label = spamcls_label_name((int)score->label);

	html_head(line->text.data, line->text.size);
	printf("<header><span class=\"verdict %s\">%s</span>"
	       "<h1 class=\"hl\">", label, label);
	html_marked(line);
	fputs("</h1><p class=\"facts\">概率 probability ", stdout);
	html_percent(score->probability);
	printf(" · 分数 score %+.3f", score->score / NATS);
	if (score->family[0]) {
		fputs(" · 家族 family ", stdout);
		html_text(score->family);
	}
	puts("</p>");
	put_labels(line->labels);
	html_notes(score->flags);
	puts("</header>\n<section class=\"reasons\">");
	if (!html_inside(line))
		return TOOL_SOFTWARE;
	puts("</section>");
	html_legend(0);
	puts("</body>\n</html>");
	return TOOL_OK;
}
