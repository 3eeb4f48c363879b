/* explain_html.c - a page as one HTML file without scripts; see explain.h. */
#include "explain/explain.h"

#include "explain/explain_style.h"

#include <stdlib.h>
#include <string.h>

/* Text with what HTML gives a meaning escaped. */
static void put(const char *text, size_t size)
{
	for (size_t i = 0; i < size; i++) {
		unsigned char c = (unsigned char)text[i];

		if (c == '<')
			fputs("&lt;", stdout);
		else if (c == '>')
			fputs("&gt;", stdout);
		else if (c == '&')
			fputs("&amp;", stdout);
		else if (c == '"')
			fputs("&quot;", stdout);
		else
			putchar(c < ' ' && c != '\n' && c != '\t' ? ' ' : c);
	}
}

static void put_text(const char *text)
{
	put(text, strlen(text));
}

/* The scale that all bars of one table share. */
typedef struct scale {
	int64_t low, span;
} scale;

/* From the lowest to the highest sum on the way. */
static scale scale_of(const spamcls_reason *reason, size_t n)
{
	int64_t sum = 0, low = 0, high = 0;
	scale s;

	for (size_t i = 0; i < n; i++) {
		sum += reason[i].weight;
		low = sum < low ? sum : low;
		high = sum > high ? sum : high;
	}
	s.low = low;
	s.span = high > low ? high - low : 1;
	return s;
}

static double percent(const scale *s, int64_t value)
{
	return (double)(value - s->low) * 100.0 / (double)s->span;
}

static void put_bar(const scale *s, int64_t from, int64_t to,
                    const char *class)
{
	int64_t left = from < to ? from : to, right = from < to ? to : from;

	printf("<div class=track style=\"--zero:%.2f%%\"><div class=\"bar "
	       "%s\" style=\"left:%.2f%%;width:%.2f%%\"></div></div>\n",
	       percent(s, 0), class, percent(s, left),
	       percent(s, right) - percent(s, left));
}

/* Bars that begin where the one before ended: the last end is the score. */
static int put_reasons(const spamcls_reason *reasons, size_t n, int32_t score)
{
	spamcls_reason *sorted = explain_sorted(reasons, n);
	int64_t sum = 0;
	scale s;

	if (!sorted)
		return 0;
	s = scale_of(sorted, n);
	puts("<div class=why>");
	for (size_t i = 0; i < n; i++) {
		const spamcls_reason *r = &sorted[i];

		fputs("<div>", stdout);
		put_text(r->message_zh[0] ? r->message_zh : r->name);
		fputs("<small>", stdout);
		put_text(r->message_en[0] ? r->message_en : r->name);
		fputs(" · ", stdout);
		put_text(r->name);
		printf("</small></div><div class=w>%+.3f</div>",
		       r->weight / NATS);
		put_bar(&s, sum, sum + r->weight,
		        r->weight > 0 ? "up" : "down");
		sum += r->weight;
	}
	printf("<div class=total>合计<small>sum</small></div>"
	       "<div class=\"w total\">%+.3f</div>", score / NATS);
	put_bar(&s, 0, score, "sum");
	puts("</div>");
	free(sorted);
	return 1;
}

/* The slot that byte at stands in; NULL: none. */
static const spamcls_slot *slot_at(const spamcls_explanation *e, uint32_t at)
{
	for (size_t i = 0; i < e->n_slots; i++)
		if (e->slots[i].begin <= at && at < e->slots[i].end)
			return &e->slots[i];
	return NULL;
}

/* Not 0 where a reason for a template has its evidence. */
static int is_evidence(const spamcls_explanation *e, uint32_t at)
{
	for (size_t i = 0; i < e->n_reasons; i++)
		if (e->reasons[i].weight > 512 && e->reasons[i].begin <= at
		    && at < e->reasons[i].end)
			return 1;
	return 0;
}

/* A headline with its slots named and its evidence marked. */
static void put_headline(const spamcls_explanation *e, const char *text,
                         uint32_t size)
{
	for (uint32_t at = 0, end; at < size; at = end) {
		const spamcls_slot *slot = slot_at(e, at);
		int marked = is_evidence(e, at);

		end = at + 1;
		while (end < size && slot_at(e, end) == slot
		       && is_evidence(e, end) == marked)
			end++;
		if (slot) {
			printf("<span class=\"s%s\" tabindex=0 data-m=\"",
			       marked ? " m" : "");
			put_text(slot->meaning_zh);
			fputs(" · ", stdout);
			put_text(slot->meaning_en);
			fputs("\">", stdout);
		} else {
			printf("<span%s>", marked ? " class=m" : "");
		}
		put(text + at, end - at);
		fputs("</span>", stdout);
	}
}

static int put_link(const explain_page *page, const spamcls_link *l)
{
	spamcls_span text = { page->result->text + l->begin,
		              l->end - l->begin };
	const spamcls_explanation *e;

	if (spamcls_explain_headline(page->headlines, text, &e)
	    != SPAMCLS_OK)
		return 0;
	printf("<li><details style=\"--t:%.3f\"><summary><span class=p>"
	       "%.1f%%</span><span>", (double)l->probability,
	       100.0 * (double)l->probability);
	put_headline(e, text.data, (uint32_t)text.size);
	printf("</span><span class=tag>%s ",
	       spamcls_label_name((int)l->label));
	put_text(l->family);
	fputs("</span></summary><div class=inside>", stdout);
	if (!put_reasons(e->reasons, e->n_reasons, e->score.score))
		return 0;
	fputs("<p class=note>", stdout);
	put(e->skeleton, e->skeleton_size);
	if (l->context > 0)
		printf("<br>%+.3f from its list · 所在列表加分",
		       l->context / NATS);
	puts("</p></div></details></li>");
	return 1;
}

/* Not 0 where a page's reason has its evidence in the segment. */
static int has_evidence(const spamcls_result *r, const spamcls_segment *s)
{
	for (size_t i = 0; i < r->n_reasons; i++)
		if (r->reasons[i].weight > 0
		    && r->reasons[i].begin < r->reasons[i].end
		    && r->reasons[i].begin < s->end
		    && r->reasons[i].end > s->begin)
			return 1;
	return 0;
}

/* A segment's text, the page's evidence in it marked. */
static void put_body(const spamcls_result *r, uint32_t begin, uint32_t end)
{
	uint32_t at = begin;

	while (at < end) {
		uint32_t next = end;
		int marked = 0;

		for (size_t i = 0; i < r->n_reasons; i++) {
			const spamcls_reason *s = &r->reasons[i];

			if (s->begin >= s->end || s->weight <= 0)
				continue;
			marked |= s->begin <= at && at < s->end;
			next = s->begin > at && s->begin < next ? s->begin
			       : s->end > at && s->end < next ? s->end : next;
		}
		fputs(marked ? "<span class=m>" : "<span>", stdout);
		put(r->text + at, next - at);
		fputs("</span>", stdout);
		at = next;
	}
}

static int put_segment(const explain_page *page, const spamcls_segment *s,
                       size_t *link)
{
	const spamcls_result *r = page->result;
	const char *role = spamcls_role_name((int)s->role);
	size_t first = *link;

	printf("<section class=\"part %s%s\"><b>%s</b>", role,
	       has_evidence(r, s) ? " evidence" : "", role);
	while (*link < r->n_links && r->links[*link].begin < s->end) {
		if (*link == first)
			puts("<ol class=links>");
		if (!put_link(page, &r->links[(*link)++]))
			return 0;
	}
	if (*link > first)
		puts("</ol>");
	else
		put_body(r, s->begin, s->end);
	puts("</section>");
	return 1;
}

static void put_head(const explain_page *page)
{
	const spamcls_result *r = page->result;
	const char *verdict = spamcls_verdict_name((int)r->verdict);

	fputs("<!DOCTYPE html>\n<html lang=zh>\n<meta charset=utf-8>\n<meta "
	      "name=viewport content=\"width=device-width,initial-scale=1\">\n"
	      "<title>", stdout);
	put_text(page->path);
	printf(": %s</title>\n<style>\n%s</style>\n<header><span class=\""
	       "verdict %s\">%s</span><h1>", verdict, explain_style, verdict,
	       verdict);
	if (r->title_begin < r->title_end)
		put(r->text + r->title_begin, r->title_end - r->title_begin);
	else
		put_text(page->path);
	printf("</h1><p class=facts>probability %.4f · score %+.3f nat · "
	       "%zu links in %zu lists · %s",
	       (double)r->probability, r->score / NATS, r->n_links,
	       r->n_lists, r->charset ? r->charset : "?");
	explain_flags(r, " · ");
	fputs("</p></header>\n", stdout);
}

int explain_html(const explain_page *page)
{
	const spamcls_result *r = page->result;
	size_t link = 0;

	put_head(page);
	puts("<h2>理由 · Why</h2>");
	if (!put_reasons(r->reasons, r->n_reasons, r->score))
		return TOOL_SOFTWARE;
	puts("<h2>页面 · The page</h2><p class=note>标题底色越深越可能是模板；"
	     "虚线为槽位，悬停可见名称，点击可见理由。The deeper a headline's "
	     "tint, the likelier it is a template; dotted words are slots, "
	     "named on hover; a click shows why.</p>");
	for (size_t i = 0; i < r->n_segments; i++)
		if (!put_segment(page, &r->segments[i], &link))
			return TOOL_SOFTWARE;
	puts("</html>");
	return TOOL_OK;
}
