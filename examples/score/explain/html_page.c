/* html_page.c - a page as one HTML file without scripts; see explain.h. */
#include "explain/html.h"

#include <stdlib.h>
#include <string.h>

static int put_link(const explain_page *page, const spamcls_link *l)
{
	explain_line line = { { page->result->text + l->begin,
		                l->end - l->begin }, NULL, l->context,
		              NULL };

	if (spamcls_explain_headline(page->headlines, line.text, &line.found)
	    != SPAMCLS_OK)
		return 0;
	printf("<li style=\"--t:%.3f\"><details><summary class=\"l\">"
	       "<span class=\"p\">", (double)l->probability);
	html_percent(l->probability);
	fputs("</span><span class=\"hl\">", stdout);
	html_marked(&line);
	printf("</span><span class=\"tag\">%s",
	       spamcls_label_name((int)l->label));
	if (l->family[0] != '\0') {
		fputs(" · ", stdout);
		html_text(l->family);
	}
	fputs("</span></summary><div class=\"inside\">", stdout);
	if (!html_inside(&line))
		return 0;
	puts("</div></details></li>");
	return 1;
}

/* Where the next stretch of a segment begins that is marked otherwise. */
static uint32_t next_mark(const spamcls_result *r, uint32_t at, uint32_t end,
                          int *marked)
{
	*marked = 0;
	for (size_t i = 0; i < r->n_reasons; i++) {
		const spamcls_reason *s = &r->reasons[i];

		if (s->begin >= s->end || s->weight <= 0)
			continue;
		*marked |= s->begin <= at && at < s->end;
		if (s->begin > at && s->begin < end)
			end = s->begin;
		if (s->end > at && s->end < end)
			end = s->end;
	}
	return end;
}

/* A segment's text, the page's evidence in it marked. */
static void put_text(const spamcls_result *r, uint32_t begin, uint32_t end)
{
	fputs("<div class=\"text\">", stdout);
	while (begin < end) {
		int marked;
		uint32_t next = next_mark(r, begin, end, &marked);

		fputs(marked ? "<span class=\"m\">" : "<span>", stdout);
		html_put(r->text + begin, next - begin);
		fputs("</span>", stdout);
		begin = next;
	}
	puts("</div>");
}

static int put_links(const explain_page *page, const spamcls_segment *s,
                     size_t *link)
{
	const spamcls_result *r = page->result;

	puts("<ol class=\"links\">");
	while (*link < r->n_links && r->links[*link].begin < s->end)
		if (!put_link(page, &r->links[(*link)++]))
			return 0;
	puts("</ol>");
	return 1;
}

static int put_segment(const explain_page *page, const spamcls_segment *s,
                       size_t *link)
{
	const spamcls_result *r = page->result;
	const char *role = spamcls_role_name((int)s->role);
	int ok = 1;

	printf("<div class=\"part %s\"><b>%s <small lang=\"en\">%s</small>"
	       "</b>\n", role, explain_role_zh(s->role), role);
	if (*link < r->n_links && r->links[*link].begin < s->end)
		ok = put_links(page, s, link);
	else
		put_text(r, s->begin, s->end);
	puts("</div>");
	return ok;
}

static const char *verdict_zh(spamcls_verdict verdict)
{
	static const char *const names[] = { "未判定", "正常", "可疑",
		                             "内容农场" };

	return names[verdict - SPAMCLS_NO_VERDICT];
}

/* The title, or the path where there is none. */
static spamcls_span name_of(const explain_page *page)
{
	const spamcls_result *r = page->result;
	spamcls_span name = { r->text + r->title_begin,
		              r->title_end - r->title_begin };

	if (name.size == 0) {
		name.data = page->path;
		name.size = strlen(page->path);
	}
	return name;
}

/* What was not judged has no probability and no score. */
static void put_score(const spamcls_result *r)
{
	if (r->verdict == SPAMCLS_NO_VERDICT)
		return;
	fputs("概率 probability <b>", stdout);
	html_percent(r->probability);
	printf("</b> · 分数 score <b>%+.3f</b> · ", r->score / NATS);
}

static void put_head(const explain_page *page)
{
	const spamcls_result *r = page->result;
	const char *verdict = spamcls_verdict_name((int)r->verdict);
	spamcls_span name = name_of(page);
	size_t marked = 0;

	for (size_t i = 0; i < r->n_links; i++)
		marked += r->links[i].label != SPAMCLS_LABEL_CLEAN;
	html_head(name.data, name.size);
	printf("<header><span class=\"verdict %s\">%s %s</span><h1>", verdict,
	       verdict_zh(r->verdict), verdict);
	html_put(name.data, name.size);
	fputs("</h1><p class=\"facts\">", stdout);
	put_score(r);
	printf("模板链接 templates <b>%zu / %zu</b> · %s · ", marked,
	       r->n_links, r->charset ? r->charset : "?");
	html_text(page->path);
	puts("</p>");
	html_notes(r->flags & ~EXPLAIN_NOTHING);
	puts("</header>");
}

static int put_reasons(const spamcls_result *r)
{
	spamcls_reason *sorted = explain_sorted(r->reasons, r->n_reasons);

	if (!sorted)
		return 0;
	puts("<section class=\"reasons\"><h2>理由 <span lang=\"en\">Why"
	     "</span></h2>");
	html_reasons(sorted, r->n_reasons);
	puts("<p class=\"note\">向右的红条使页面更像农场，向左的绿条相反；"
	     "每条从上一条的终点开始。<br><span lang=\"en\">Red bars to the "
	     "right speak for a farm, green ones to the left against it; each "
	     "begins where the last one ended. In nats.</span></p></section>");
	free(sorted);
	return 1;
}

int explain_html(const explain_page *page)
{
	const spamcls_result *r = page->result;
	size_t link = 0;

	put_head(page);
	puts("<main>");
	if (!put_reasons(r))
		return TOOL_SOFTWARE;
	puts("<section class=\"page\"><h2>页面 <span lang=\"en\">The page"
	     "</span></h2>");
	html_notes(r->flags & EXPLAIN_NOTHING);
	if (!(r->flags & EXPLAIN_NOTHING))
		html_legend(1);
	for (size_t i = 0; i < r->n_segments;) {
		spamcls_segment stretch = explain_stretch(r, &i);

		if (!put_segment(page, &stretch, &link))
			return TOOL_SOFTWARE;
	}
	puts("</section>\n</main>\n</body>\n</html>");
	return TOOL_OK;
}
