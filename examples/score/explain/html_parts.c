/* html_parts.c - texts, head and bars; see html.h. */
#include "explain/html.h"

#include "utf8.h"

#include <string.h>

#define FOLDED 10 /* reasons from which the lighter ones are folded away */
#define OPEN 8    /* and how many stay open */

/* A character that HTML or a reader would take for more than itself. */
static const char *instead_of(unsigned char c)
{
	switch (c) {
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '&':
		return "&amp;";
	case '"':
		return "&quot;";
	case '\'':
		return "&#39;";
	default:
		return c < ' ' && c != '\n' && c != '\t' ? " " : NULL;
	}
}

void html_put(const char *text, size_t size)
{
	const unsigned char *p = (const unsigned char *)text;

	for (size_t i = 0, n; i < size; i += n + (n == 0)) {
		const char *other = instead_of(p[i]);

		n = utf8_sequence(p + i, size - i);
		if (n == 0)
			other = UTF8_REPLACEMENT;
		if (other)
			fputs(other, stdout);
		else
			fwrite(text + i, 1, n, stdout);
	}
	tool_printed();
}

void html_text(const char *text)
{
	html_put(text, strlen(text));
}

void html_percent(float probability)
{
	char percent[EXPLAIN_PERCENT];

	html_text(explain_percent(probability, percent));
}

/* The policy keeps whatever might slip through from being run or fetched. */
void html_head(const char *title, size_t size)
{
	fputs("<!DOCTYPE html>\n<html lang=\"zh\">\n<head>\n"
	      "<meta charset=\"utf-8\">\n"
	      "<meta http-equiv=\"Content-Security-Policy\" content=\""
	      "default-src 'none'; style-src 'unsafe-inline'\">\n"
	      "<meta name=\"viewport\" content=\"width=device-width, "
	      "initial-scale=1\">\n<title>", stdout);
	html_put(title, size);
	fputs("</title>\n<style>\n", stdout);
	for (size_t i = 0; html_style[i]; i++)
		fputs(html_style[i], stdout);
	fputs("</style>\n</head>\n<body>\n", stdout);
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

/* The right two cells of a row: a number and its bar. */
static void put_bar(const scale *s, int64_t from, int64_t to,
                    const char *class)
{
	int64_t left = from < to ? from : to, right = from < to ? to : from;

	printf("<span class=\"w\">%+.3f</span><span class=\"track\" style=\""
	       "--zero:%.2f%%\"><span class=\"bar %s\" style=\"left:%.2f%%;"
	       "width:%.2f%%\"></span></span>", (double)(to - from) / NATS,
	       percent(s, 0), class, percent(s, left),
	       percent(s, right) - percent(s, left));
}

static const char *class_of(int64_t weight)
{
	return weight > 0 ? "up" : "down";
}

static void put_reason(const scale *s, const spamcls_reason *r, int64_t sum)
{
	fputs("<div class=\"row\" title=\"", stdout);
	html_text(r->name);
	fputs("\"><span class=\"n\">", stdout);
	html_text(r->message_zh[0] ? r->message_zh : r->name);
	fputs("<small lang=\"en\">", stdout);
	html_text(r->message_en[0] ? r->message_en : r->name);
	fputs("</small></span>", stdout);
	put_bar(s, sum, sum + r->weight, class_of(r->weight));
	puts("</div>");
}

/* The lighter reasons, as one row that opens. */
static void put_folded(const scale *s, const spamcls_reason *r, size_t n,
                       int64_t sum)
{
	int64_t all = 0;

	for (size_t i = 0; i < n; i++)
		all += r[i].weight;
	printf("<details class=\"fold\"><summary class=\"row\"><span class=\""
	       "n\">其余 %zu 项<small lang=\"en\">%zu lighter reasons</small>"
	       "</span>", n, n);
	put_bar(s, sum, sum + all, class_of(all));
	puts("</summary>");
	for (size_t i = 0; i < n; sum += r[i++].weight)
		put_reason(s, &r[i], sum);
	puts("</details>");
}

void html_reasons(const spamcls_reason *sorted, size_t n)
{
	scale s = scale_of(sorted, n);
	size_t open = n > FOLDED ? OPEN : n;
	int64_t sum = 0;

	puts("<div class=\"why\">");
	for (size_t i = 0; i < open; sum += sorted[i++].weight)
		put_reason(&s, &sorted[i], sum);
	if (open < n)
		put_folded(&s, sorted + open, n - open, sum);
	for (size_t i = open; i < n; i++)
		sum += sorted[i].weight;
	fputs("<div class=\"row total\"><span class=\"n\">合计<small lang=\""
	      "en\">sum: the score</small></span>", stdout);
	put_bar(&s, 0, sum, "sum");
	puts("</div>\n</div>");
}

static void put_note(const char *name, const char *en, const char *zh)
{
	printf("<p class=\"note\" title=\"%s\">%s <span lang=\"en\">%s"
	       "</span></p>\n", name, zh, en);
}

void html_notes(uint32_t flags)
{
	explain_notes(flags, put_note);
}

void html_legend(int page)
{
	puts("<ul class=\"legend note\">");
	if (page)
		puts("<li><i class=\"tint\"></i>底色越深，越可能是模板 "
		     "<span lang=\"en\">the deeper, the likelier a template"
		     "</span>");
	puts("<li><i class=\"m\">字 a</i>证据 "
	     "<span lang=\"en\">evidence</span>\n"
	     "<li><i class=\"s\">字 a</i>槽位：模板中可换的字词，悬停看名称 "
	     "<span lang=\"en\">a slot, where a template's words change: "
	     "hover for its name</span>");
	if (page)
		puts("<li>certain、likely：正常标题极少有这样高的分 "
		     "<span lang=\"en\">ordinary headlines hardly ever score "
		     "so high; else clean</span>\n"
		     "<li>点一行看理由 <span lang=\"en\">click a line for "
		     "its reasons</span>");
	puts("</ul>");
}
