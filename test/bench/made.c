/* made.c - pages, texts and headlines by chance, always the same ones; see
 * inputs.h. */
#include "inputs.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PAGE_ROOM (4u << 20)
#define COUNT(a) (sizeof(a) / sizeof((a)[0]))
#define PICK(w, a) ((a)[draw((w), COUNT(a))])

static const char *const subjects[] = {
	"星环科技", "海岭集团", "北湖市", "青禾农业", "云梯数据", "长河银行",
	"东港新区", "蓝鲸航运", "西岭高中", "白桦影业", "南山医院", "金泉县",
};
static const char *const things[] = {
	"人工智能", "量子计算", "跨境电商", "储能电池", "智慧农业", "低空经济",
	"数字孪生", "海上风电", "在线教育", "芯片封装", "冷链物流", "新能源汽车",
};
static const char *const does[] = {
	"发布", "签约", "建成", "公布", "推出", "调整", "启动", "完成",
};
static const char *const ends[] = {
	"引发热议", "迎来新机遇", "市民称方便", "将于下月实施", "专家这样看",
	"成本下降", "带动就业", "记者现场探访",
};
static const char *const english[] = {
	"the", "council", "said", "new", "report", "river", "season", "after",
	"market", "school", "plans", "players", "under", "local", "energy",
	"Monday", "growth", "review", "before", "million",
};
static const char *const codes[] = {
	"function(a,b){return a<b?a:b}", "window.dataLayer=[];",
	"var n=document.getElementById('x');", "if(a&&b){c();}",
	"{\"@type\":\"NewsArticle\",\"id\":12}", "for(var i=0;i<9;i++)f(i);",
};
static const char *const styles[] = {
	".nav li a{color:#333;padding:0 8px}",
	"@media(max-width:600px){p{m:0}}",
	".card>h3{font:700 16px/1.4 sans-serif}", "a:hover{opacity:.8}",
};

/* What is written, and the chance it is written by. */
typedef struct writer {
	char *data;
	size_t size;
	uint64_t state;
} writer;

static size_t draw(writer *w, size_t n)
{
	w->state = w->state * UINT64_C(6364136223846793005)
	           + UINT64_C(1442695040888963407);
	return (size_t)(w->state >> 33) % n;
}

static void put(writer *w, const char *text)
{
	size_t size = strlen(text);

	if (w->size + size + 1 > PAGE_ROOM)
		return;
	memcpy(w->data + w->size, text, size + 1);
	w->size += size;
}

static void put_number(writer *w, size_t most)
{
	char text[32];

	snprintf(text, sizeof(text), "%zu", draw(w, most) + 1);
	put(w, text);
}

static void put_headline(writer *w)
{
	size_t kind = draw(w, 10);

	if (kind < 2) {
		for (size_t n = 5 + draw(w, 6); n > 0; n--) {
			put(w, PICK(w, english));
			put(w, n > 1 ? " " : "");
		}
		return;
	}
	put(w, PICK(w, subjects));
	put(w, PICK(w, does));
	put(w, PICK(w, things));
	if (kind < 6) {
		put(w, kind < 4 ? "，同比增长" : "突破");
		put_number(w, 900);
		put(w, kind < 4 ? "%" : "亿元");
	}
	put(w, kind % 2 ? "，" : " ");
	put(w, PICK(w, ends));
}

static void put_sentences(writer *w, size_t n)
{
	for (; n > 0; n--) {
		put(w, PICK(w, subjects));
		put(w, "表示，");
		put(w, PICK(w, things));
		put(w, "项目去年");
		put(w, PICK(w, does));
		put(w, "，投入");
		put_number(w, 500);
		put(w, "万元，");
		put(w, PICK(w, ends));
		put(w, "。");
	}
}

static void put_code(writer *w, const char *begin, const char *end,
                     const char *const *lines, size_t n_lines, size_t n)
{
	put(w, begin);
	for (; n > 0; n--) {
		put(w, lines[draw(w, n_lines)]);
		put(w, "\n");
	}
	put(w, end);
}

static void put_link(writer *w)
{
	put(w, "<li class=\"item\"><a href=\"/news/");
	put_number(w, 90000);
	put(w, ".html\" title=\"\" target=\"_blank\">");
	put_headline(w);
	put(w, "</a></li>\n");
}

static void put_head(writer *w)
{
	put(w, "<!DOCTYPE html><html lang=\"zh\"><head><meta charset=\"utf-8\">"
	       "<title>");
	put_headline(w);
	put(w, "</title>\n");
	put_code(w, "<style>", "</style>\n", styles, COUNT(styles),
	         80 + draw(w, 200));
	put_code(w, "<script>", "</script>\n", codes, COUNT(codes),
	         200 + draw(w, 600));
	put(w, "</head>\n<body class=\"page\">\n<div class=\"nav\"><ul>");
	for (size_t i = 0; i < 12; i++) {
		put(w, "<li><a href=\"/c/\">");
		put(w, PICK(w, things));
		put(w, "</a></li>");
	}
	put(w, "</ul></div><!-- navigation ends here -->\n");
}

static void put_body(writer *w, size_t paragraphs)
{
	put(w, "<div class=\"article\" id=\"content\"><h1>");
	put_headline(w);
	put(w, "</h1>\n");
	for (size_t i = 0; i < paragraphs; i++) {
		put(w, "<p style=\"text-indent:2em\"><span class=\"t\">");
		put_sentences(w, 2 + draw(w, 5));
		put(w, "</span>&nbsp;<b>");
		put(w, PICK(w, things));
		put(w, "</b></p>\n");
		if (draw(w, 6) == 0)
			put(w, "<img src=\"/i/1.jpg\" alt=\"\" width=\"640\">"
			       "<br>\n");
	}
	put(w, "</div>\n");
}

void bench_make_page(bench_inputs *in, unsigned seed, size_t paragraphs,
                     size_t links)
{
	writer w = { malloc(PAGE_ROOM), 0, seed };

	if (!w.data)
		exit(1);
	put_head(&w);
	put_body(&w, paragraphs);
	put(&w, "<div class=\"related\"><h3>相关阅读</h3><ul>\n");
	for (size_t i = 0; i < links; i++)
		put_link(&w);
	put(&w, "</ul></div>\n<svg viewBox=\"0 0 9 9\"><path d=\"M0 0h9v9z\"/>"
	        "</svg>");
	put_code(&w, "<script type=\"text/javascript\">", "</script>\n", codes,
	         COUNT(codes), 100 + draw(&w, 300));
	put(&w, "<div class=\"footer\">Copyright</div></body></html>\n");
	bench_add(in, w.data, w.size);
	free(w.data);
}

void bench_make_pages(bench_inputs *in, size_t n)
{
	writer w = { NULL, 0, 1 };

	for (size_t i = 0; i < n; i++) {
		size_t paragraphs = 5 + draw(&w, 60), links = draw(&w, 120);

		bench_make_page(in, (unsigned)i + 1, paragraphs, links);
	}
}

void bench_make_texts(bench_inputs *in, size_t n)
{
	writer w = { malloc(PAGE_ROOM), 0, 77 };

	if (!w.data)
		exit(1);
	for (size_t i = 0; i < n; i++) {
		size_t links = 15 + draw(&w, 15);

		w.size = 0;
		put_headline(&w);
		put(&w, "\n");
		while (w.size < 8000) {
			put_sentences(&w, 2 + draw(&w, 5));
			put(&w, "\n");
		}
		for (size_t k = 0; k < links; k++) {
			put_headline(&w);
			put(&w, "\n");
		}
		bench_add(in, w.data, w.size);
	}
	free(w.data);
}

void bench_make_headlines(bench_inputs *in, size_t n)
{
	writer w = { malloc(PAGE_ROOM), 0, 5 };

	if (!w.data)
		exit(1);
	for (size_t i = 0; i < n; i++) {
		w.size = 0;
		put_headline(&w);
		bench_add(in, w.data, w.size);
	}
	free(w.data);
}
