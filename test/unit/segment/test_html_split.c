/* test_html_split.c - whole HTML pages, read and split. */
#include "html_page_fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static const char article_zh[] =
	"<html><head><title>老街改造十年记_某某新闻网</title></head><body>"
	"<div class=nav><ul><li><a href=/>首页</a></li>"
	"<li><a href=/n>新闻</a></li><li><a href=/s>社会</a></li>"
	"<li><a href=/c>财经</a></li></ul></div>"
	"<div class=main><h1>老街改造十年记</h1>"
	"<div class=info>2023-05-06 10:20 来源：某某新闻网</div>"
	"<div class=article-content>"
	"<p>这条老街在城北，长不过三百米，两边是上世纪的木板房。十年前，"
	"这里的住户多半已经搬走，只剩下几家修鞋铺和一间茶馆。</p>"
	"<p>改造是从修路开始的。工程队先把石板一块块编号，再铺上新的管线，"
	"最后照原样放回去。住在街口的老人说，走上去和从前没有两样。</p>"
	"<p>今年春天，搬走的人陆续回来了。茶馆的老板添了两张桌子，周末要"
	"排队才有座位。他说，生意好不好倒在其次，街上有人就好。</p></div>"
	"<div class=related><h3>相关阅读</h3><ul>"
	"<li><a href=/1>新材料产业迎来突破，产值有望达到百亿规模</a></li>"
	"<li><a href=/2>自动驾驶巴士在江边试运行，市民可免费预约</a></li>"
	"<li><a href=/3>风电叶片回收难题有解？专家提出三种新思路</a></li>"
	"<li><a href=/4>数字农业示范区落户西部小城，首批项目签约</a></li>"
	"<li><a href=/5>储能电站建设提速，明年将覆盖全部县区居民</a></li>"
	"</ul></div></div><div class=footer>某某新闻网 版权所有</div>"
	"</body></html>";

static const char article_en[] =
	"<html><head><title>The old street | Example News</title></head>"
	"<body><nav><ul><li><a href=/>Home</a></li><li><a href=/n>News</a>"
	"</li><li><a href=/c>Contact</a></li></ul></nav><main><article>"
	"<h1>The old street: ten years of a small town</h1>"
	"<p>The street lies in the north of the town and is hardly three "
	"hundred metres long. Ten years ago most of its people had left, and "
	"only a tea house and a few cobblers were still there.</p>"
	"<p>The work began with the road. Every stone was given a number, new "
	"pipes were laid, and then each stone went back to its place.</p>"
	"<p>This spring the people came back. The owner of the tea house put "
	"out two more tables, and at weekends one has to wait for a seat."
	"</p></article></main><aside class=related><h2>Related stories</h2>"
	"<ul><li><a href=/1>City council approves new cycling route</a></li>"
	"<li><a href=/2>Why small farms share their machines this year</a>"
	"</li><li><a href=/3>Five museums that reopen after renovation</a>"
	"</li></ul></aside><footer><p>Copyright 2023 Example News. All rights "
	"reserved.</p></footer></body></html>";

/* Every span lies in the text, on its block, and items follow each other. */
static void check_spans(void)
{
	for (uint32_t i = 0; i < split.n_items; i++) {
		const scls_item *item = &split.items[i];
		const scls_list *list = &split.lists[item->list];

		ck_assert_uint_lt(item->begin, item->end);
		ck_assert_uint_le(item->end, page.text_size);
		ck_assert_uint_ge(item->begin,
		                  page.blocks[item->block].begin);
		ck_assert_uint_ge(item->begin, list->begin);
		ck_assert_uint_le(item->end, list->end);
		ck_assert_uint_ge(i, list->first_item);
		ck_assert_uint_lt(i, list->first_item + list->n_items);
	}
}

START_TEST(chinese_article)
{
	split_html(article_zh);
	ck_assert_int_eq(role_of("这条老街"), SPAMCLS_ROLE_BODY);
	ck_assert_int_eq(role_of("改造是从"), SPAMCLS_ROLE_BODY);
	ck_assert_int_eq(role_of("今年春天"), SPAMCLS_ROLE_BODY);
	ck_assert_int_eq(role_of("相关阅读"), SPAMCLS_ROLE_LIST_HEADING);
	ck_assert_int_eq(role_of("新材料"), SPAMCLS_ROLE_LINK_LIST);
	ck_assert_int_eq(role_of("某某新闻网 版权"), SPAMCLS_ROLE_FOOTER);
	ck_assert_uint_eq(split.n_lists, 1);
	ck_assert_uint_eq(split.n_items, 5);
	ck_assert_int_eq(split.lists[0].trailing, 1);
	ck_assert_uint_eq(split.items[0].href.size, 2);
	check_spans();
	end();
}
END_TEST

START_TEST(english_article)
{
	split_html(article_en);
	ck_assert_int_eq(role_of("The street lies"), SPAMCLS_ROLE_BODY);
	ck_assert_int_eq(role_of("This spring"), SPAMCLS_ROLE_BODY);
	ck_assert_int_eq(role_of("Related"), SPAMCLS_ROLE_LIST_HEADING);
	ck_assert_int_eq(role_of("Copyright"), SPAMCLS_ROLE_FOOTER);
	ck_assert_int_eq(role_of("Home"), SPAMCLS_ROLE_NAVIGATION);
	ck_assert_uint_eq(split.n_items, 3);
	check_spans();
	end();
}
END_TEST

START_TEST(title_is_the_first_heading)
{
	split_html(article_en);
	ck_assert_int_eq(strncmp(page.text + split.title_begin,
	                         "The old street: ten years", 25), 0);
	end();
	split_html("<title>Only a title</title><p>And a line of text.</p>");
	ck_assert_int_eq(strncmp(page.text + split.title_begin,
	                         "Only a title", 12), 0);
	ck_assert_int_eq(split.roles[0], SPAMCLS_ROLE_TITLE);
	end();
}
END_TEST

/* Without anchors links are lines, whose list may be of h1. */
#define BODY \
	"<p>这条老街在城北，长不过三百米，两边是上世纪的木板房。十年前，" \
	"这里的住户多半已经搬走，只剩下几家修鞋铺和一间茶馆。</p>" \
	"<p>今年春天，搬走的人陆续回来了。茶馆的老板添了两张桌子，周末要" \
	"排队才有座位。他说，生意好不好倒在其次，街上有人就好。</p>"
#define LINES \
	"<p>相关阅读</p><h1>新材料产业迎来突破，产值有望达到百亿规模</h1>" \
	"<h1>自动驾驶巴士在江边试运行，市民可免费预约</h1>" \
	"<h1>风电叶片回收难题有解？专家提出三种新思路</h1>" \
	"<h1>数字农业示范区落户西部小城，首批项目签约</h1>"

static void check_title(const char *title)
{
	ck_assert_uint_eq(split.n_items, 4);
	ck_assert_uint_eq(split.title_end - split.title_begin, strlen(title));
	ck_assert_mem_eq(page.text + split.title_begin, title, strlen(title));
}

START_TEST(a_link_is_no_title)
{
	split_html("<title>某站</title>" BODY LINES);
	check_title("某站");
	ck_assert_int_eq(split.roles[0], SPAMCLS_ROLE_TITLE);
	end();
	split_html(BODY LINES);
	check_title("");
	end();
	split_html(BODY LINES "<title>储能电站建设提速，明年将覆盖全部县区"
	           "</title>");
	check_title("储能电站建设提速，明年将覆盖全部县区");
	ck_assert_int_eq(split.roles[page.n_blocks - 1],
	                 SPAMCLS_ROLE_TITLE);
	end();
}
END_TEST

/* A title that looks like a line of several headlines. */
#define JOINED \
	"老街改造十年记：茶馆添了桌子 | 北方的城市和老街 | 某某新闻网首页"

START_TEST(title_is_one_line)
{
	split_html("<title>" JOINED "</title>" BODY LINES);
	check_title(JOINED);
	ck_assert_int_eq(split.roles[0], SPAMCLS_ROLE_TITLE);
	end();
}
END_TEST

/* The first line, which text takes for a title, is none then. */
START_TEST(one_line_is_the_title)
{
	split_html("<p>首页</p><title>某站的名字</title>" BODY LINES);
	check_title("某站的名字");
	ck_assert_int_eq(split.roles[0], SPAMCLS_ROLE_HEADING);
	ck_assert_int_eq(split.roles[1], SPAMCLS_ROLE_TITLE);
	end();
	split_html("<p>站名</p><h1>老街改造记</h1>" BODY LINES);
	check_title("老街改造记");
	ck_assert_int_eq(split.roles[0], SPAMCLS_ROLE_HEADING);
	end();
	split_html("<p>站名</p>" BODY LINES);
	check_title("站名");
	ck_assert_int_eq(split.roles[0], SPAMCLS_ROLE_TITLE);
	end();
}
END_TEST

START_TEST(odd_pages)
{
	const char *const pages[] = {
		"", "<html>", "<p>", "<a href=x></a>", "<ul><li><li></ul>",
		"<title></title>", "text and no tag at all"
	};

	for (size_t i = 0; i < sizeof(pages) / sizeof(pages[0]); i++) {
		split_html(pages[i]);
		ck_assert_uint_eq(split.n_roles, page.n_blocks);
		ck_assert_uint_eq(split.n_items, 0);
		end();
	}
}
END_TEST

static uint32_t n_body(void)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < split.n_roles; i++)
		n += split.roles[i] == SPAMCLS_ROLE_BODY;
	return n;
}

/* Pages that are too small for the forest to know what they are. */
START_TEST(one_paragraph)
{
	const char *const pages[] = {
		"<p>The well behind the school was cleaned last week.",
		"<body>The well behind the school was cleaned last week.",
		"<h1>The well</h1><p>The well behind the school was cleaned "
		"last week. It has water again.",
		"<title>The well</title><div>The well behind the school was "
		"cleaned last week.</div><a href=/>home</a>",
		"<div>The well: 学校后面的水井上周清理过了，现在又有水了。</div>",
		"<p>Hello world"
	};

	for (size_t i = 0; i < sizeof(pages) / sizeof(pages[0]); i++) {
		split_html(pages[i]);
		ck_assert_uint_gt(n_body(), 0);
		end();
	}
}
END_TEST

/* Sentences of navigation and footers, and what is no sentence, are none. */
START_TEST(no_paragraph)
{
	const char *const pages[] = {
		"<footer><p>The site is run by the library. Write to us.",
		"<nav><p>The pages below are sorted by their age. Enjoy.</p>",
		"<p hidden>The page needs a browser that runs scripts. Sorry.",
		"<p><a href=/1>The first of the two links of the page</a></p>"
		"<p>Both are old.</p><p><a href=/2>The second of them</a></p>",
		"<p><a href=/>The whole paragraph is a link, from end to end."
		"</a></p>"
	};

	for (size_t i = 0; i < sizeof(pages) / sizeof(pages[0]); i++) {
		split_html(pages[i]);
		ck_assert_uint_eq(n_body(), 0);
		end();
	}
}
END_TEST

#define OUT(attributes, text) "<div " attributes "><p>" text "</p></div>"

/* What is no body is what its words, or else its place, say. */
START_TEST(roles_by_place)
{
	split_html("<a href=/>x</a>" BODY
	           OUT("class=comments", "第一个人说好")
	           OUT("class=footer", "京城网站")
	           OUT("class=nav", "城市频道")
	           OUT("hidden", "看不见的字")
	           OUT("class=comments hidden", "也看不见的字")
	           OUT("class=comments", "上一篇：河边的新公园")
	           OUT("class=footer", "网友评论(5)")
	           OUT("class=footer", "参考资料"));
	ck_assert_int_eq(role_of("第一个人"), SPAMCLS_ROLE_COMMENTS);
	ck_assert_int_eq(role_of("京城网站"), SPAMCLS_ROLE_FOOTER);
	ck_assert_int_eq(role_of("城市频道"), SPAMCLS_ROLE_NAVIGATION);
	ck_assert_int_eq(role_of("看不见的字"), SPAMCLS_ROLE_HIDDEN);
	ck_assert_int_eq(role_of("也看不见"), SPAMCLS_ROLE_HIDDEN);
	ck_assert_int_eq(role_of("上一篇"), SPAMCLS_ROLE_NAVIGATION);
	ck_assert_int_eq(role_of("网友评论"), SPAMCLS_ROLE_COMMENTS);
	ck_assert_int_eq(role_of("参考资料"), SPAMCLS_ROLE_REFERENCES);
	end();
}
END_TEST

/* Wherever they stand, some words are never the body's. */
START_TEST(words_that_are_no_body)
{
	static const char *const words[] = {
		"网友评论(5)", "Copyright 2020 Example Ltd.",
		"上一篇：河边的新公园今天正式开放", "分享到", "标签：老街 城市更新",
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		char html[4096];

		snprintf(html, sizeof(html), "<a href=/>x</a><article>%s"
		         "<p>%s</p>%s</article>", BODY, words[i], BODY "<p>"
		         "改造是从修路开始的。工程队先把石板编号，再铺新的管线。");
		split_html(html);
		ck_assert_int_eq(role_of("改造是从"), SPAMCLS_ROLE_BODY);
		ck_assert_int_ne(role_of(words[i]), SPAMCLS_ROLE_BODY);
		end();
	}
}
END_TEST

/* A card's headline that is a million characters without width and begins with
 * a date, and all the links that a page may have to the same address: what the
 * headline is takes long to tell, and is told once. */
START_TEST(many_links_beside_a_long_one)
{
	size_t n = 1000000, links = SCLS_LIMIT_LINKS;
	char *html = malloc(n * 3 + links * 40 + 4096), *at = html;
	clock_t from;

	ck_assert_ptr_nonnull(html);
	at += sprintf(at, "<article>" BODY BODY "</article><div><p><a href=/1>"
	              "2024-01-02 How the harbour was rebuilt");
	for (size_t i = 0; i < n; i++)
		at += sprintf(at, "\xe2\x80\x8b");
	at += sprintf(at, "</a></p></div><ul><li>");
	for (size_t i = 1; i < links; i++)
		at += sprintf(at, "<a href=/1>Read on in our news</a> ");
	from = clock();
	split_html(html);
	ck_assert_uint_eq(split.n_items, 1);
	ck_assert_int_lt((clock() - from) / CLOCKS_PER_SEC, 10);
	end();
	free(html);
}
END_TEST

/* Links whose text is only a picture's are a list, and change no body. */
START_TEST(pictures)
{
#define PICTURE(n) "<div><a href=/" #n "><img alt='A winter of two crossings " \
	"a week, part " #n "'></a></div>"
	split_html("<title>Ferry</title><ul><li><a href=/>Home</a></ul>"
	           "<h1>The last ferry of the year</h1><p>The last ferry of "
	           "the season leaves at half past four, and by three the "
	           "pier is crowded.</p><p>In winter the crossing runs only "
	           "twice a week, and nobody is happy about it.</p>"
	           PICTURE(1) PICTURE(2) PICTURE(3) PICTURE(4) PICTURE(5)
	           "<p>Next year it will run again, says the harbour master, "
	           "and then every day.</p>");
	ck_assert_uint_eq(page.n_names, 5);
	ck_assert_int_eq(role_of("Next year"), SPAMCLS_ROLE_BODY);
	ck_assert_int_eq(role_of("A winter"), SPAMCLS_ROLE_LINK_LIST);
	ck_assert_uint_eq(split.n_items, 5);
	ck_assert(split.lists[split.n_lists - 1].trailing);
	end();
}
END_TEST

SUITE("html_split", {
	CASE(roles_by_place);
	CASE(words_that_are_no_body);
	CASE(one_paragraph);
	CASE(no_paragraph);
	CASE(chinese_article);
	CASE(english_article);
	CASE(title_is_the_first_heading);
	CASE(a_link_is_no_title);
	CASE(title_is_one_line);
	CASE(one_line_is_the_title);
	CASE(odd_pages);
	CASE(many_links_beside_a_long_one);
	CASE(pictures);
})
