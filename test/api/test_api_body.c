/*
 * test_api_body.c - each sign of a machine's body, on a page that has it and
 * on one that writes the same honestly.
 */
#include "api_opened.h"

/* Paragraphs of an honest report, long enough to speak of density. */
#define REPORT \
	"河边的旧仓库关了十来年,去年春天由几位木匠合租下来,改成了公共工坊。附近的住户起初" \
	"担心噪声,后来发现他们中午和晚上都不开机器,也就渐渐熟络起来。\n\n" \
	"工坊里有锯床、刨床和一排手工台,新手要先跟着师傅学两个下午,认得每样工具的脾气," \
	"才可以自己上手。有人来做书架,有人来修祖父留下的椅子,也有人只是来坐坐。\n\n" \
	"每到周末,门口会摆出一张长桌,放着大家做坏的东西:歪了的凳子、裂开的木碗、合不拢的" \
	"抽屉。路过的孩子最喜欢这张桌子,师傅说,做坏的比做好的更能教人。\n\n"

static const spamcls_reason *find(const spamcls_result *r, const char *name)
{
	for (size_t i = 0; i < r->n_reasons; i++)
		if (strcmp(r->reasons[i].name, name) == 0)
			return &r->reasons[i];
	return NULL;
}

/* The weight of a reason on a page; 0 where it has none.  No sign may decide
 * alone, and the reasons add up. */
static int32_t weigh(const char *page, spamcls_kind kind, const char *name)
{
	spamcls_input input = api_input(page, strlen(page));
	const spamcls_result *r = NULL;
	const spamcls_reason *reason;

	input.kind = kind;
	ck_assert_int_eq(spamcls_classify(session, &input, &r), SPAMCLS_OK);
	ck_assert_int_eq(api_sum(r->reasons, r->n_reasons), r->score);
	ck_assert_int_eq(r->verdict, SPAMCLS_CLEAN);
	reason = find(r, name);
	if (!reason)
		return 0;
	ck_assert_uint_gt(strlen(reason->message_en), 8);
	ck_assert_uint_gt(strlen(reason->message_zh), 8);
	return reason->weight;
}

static void check(const char *name, const char *with, const char *without)
{
	ck_assert_msg(weigh(with, SPAMCLS_KIND_TEXT, name) > 0, "%s", name);
	ck_assert_msg(weigh(without, SPAMCLS_KIND_TEXT, name) == 0,
	              "%s on an honest page", name);
}

#define FIGURES \
	"新工艺使能耗下降37.42%,良品率达到98.67%,单位成本缩减21.85%,交付周期缩短43.19%," \
	"客户满意度升至96.31%,产线稼动率提高18.76%,库存周转加快52.48%,市场份额扩大到" \
	"33.57%,研发投入增长64.92%,回报周期压缩29.38%。\n\n"
#define ROUND \
	"去年来过的人有三百多,做成的椅子大约四十把,锯坏的木板倒有一百来块。\n\n"

/* The evidence is a block that has the sign. */
static void check_place(const char *name, const char *page, const char *part)
{
	spamcls_input input = api_input(page, strlen(page));
	const spamcls_result *r = NULL;
	const spamcls_reason *reason;
	const char *at;

	input.kind = SPAMCLS_KIND_TEXT;
	ck_assert_int_eq(spamcls_classify(session, &input, &r), SPAMCLS_OK);
	reason = find(r, name);
	ck_assert_ptr_nonnull(reason);
	at = strstr(r->text + reason->begin, part);
	ck_assert_ptr_nonnull(at);
	ck_assert_uint_ge(reason->end, (size_t)(at - r->text) + strlen(part));
	ck_assert_uint_lt(reason->end - reason->begin, 700);
}

START_TEST(evidence_has_its_place)
{
	check_place("body.exact_figures", "旧仓库\n\n" REPORT FIGURES REPORT,
	            "良品率");
	check_place("body.spun_words",
	            "旧仓库\n\n" REPORT "东谈主工智能居品在阛阓上擢升很快。\n\n"
	            REPORT, "阛阓");
	check_place("body.repeated_paragraphs",
	            "旧仓库\n\n" REPORT REPORT, "工坊里");
}
END_TEST

/* What the title says has the title's place. */
START_TEST(evidence_of_the_title)
{
	const spamcls_result *r = api_classify(session,
	        "旧仓库里的公共工坊_金豪国际娱乐登录器下载\n\n" REPORT,
	        sizeof("旧仓库里的公共工坊_金豪国际娱乐登录器下载\n\n" REPORT)
	        - 1);
	const spamcls_reason *reason = find(r, "page.title_suffix");

	ck_assert_ptr_nonnull(reason);
	ck_assert_uint_lt(r->title_begin, r->title_end);
	ck_assert_uint_eq(reason->begin, r->title_begin);
	ck_assert_uint_eq(reason->end, r->title_end);
}
END_TEST

START_TEST(exact_figures)
{
	check("body.exact_figures", "旧仓库\n\n" REPORT FIGURES,
	      "旧仓库\n\n" REPORT ROUND);
	check("body.too_precise", "旧仓库\n\n" REPORT FIGURES,
	      "旧仓库\n\n" REPORT ROUND);
}
END_TEST

/* The same figures beside a link have a source. */
START_TEST(figures_with_a_source)
{
	const char *page = "<html><body><h1>旧仓库</h1><p>" REPORT "</p><p>"
		"据<a href=\"/r.pdf\">年度报告</a>," FIGURES
		"</p></body></html>";

	ck_assert_int_eq(weigh(page, SPAMCLS_KIND_HTML, "body.exact_figures"),
	                 0);
}
END_TEST

#define PART(heading) "<h2>" heading "</h2><p>" REPORT "</p>"
#define PAGE(parts) \
	"<html><body><h1>旧仓库</h1>" parts "</body></html>"

START_TEST(headings)
{
	const char *stock = PAGE(PART("技术突破与性能飙升") PART("颠覆行业的创新革命")
	                         PART("未来展望") PART("引爆市场的底层逻辑"));
	const char *own = PAGE(PART("两个下午的课") PART("王师傅的椅子")
	                       PART("2019年5月12日的雨") PART("做坏的桌子"));

	ck_assert_int_gt(weigh(stock, SPAMCLS_KIND_HTML,
	                       "body.stock_headings"), 0);
	ck_assert_int_gt(weigh(stock, SPAMCLS_KIND_HTML,
	                       "body.generic_outline"), 0);
	ck_assert_int_eq(weigh(own, SPAMCLS_KIND_HTML,
	                       "body.stock_headings"), 0);
	ck_assert_int_eq(weigh(own, SPAMCLS_KIND_HTML,
	                       "body.generic_outline"), 0);
}
END_TEST

#define STOCK(text) \
	PAGE(PART("技术突破与性能飙升") PART("颠覆行业的创新革命") \
	     PART("未来展望") PART("引爆市场的底层逻辑") text)

/* A person or a day anywhere in the body is enough, beside a figure and with
 * a source as well. */
START_TEST(outline_of_nobody)
{
	static const char *const named[] = {
		STOCK("<p>那是2019年5月12日的事,大家都还记得,雨下了一整天也没有停。</p>"),
		STOCK("<p>5月12日那天量到1.5米,大家都还记得,雨下了一整天也没有停。</p>"),
		STOCK("<p>那是<a href=\"/a\">5月12日</a>的事,大家都还记得,雨下了一整天也没有停。</p>"),
		"<html><body><h1>旧仓库</h1><p>5月12日,大家都还记得,雨下了一整天也没有停。</p>"
		PART("技术突破与性能飙升") PART("颠覆行业的创新革命")
		PART("未来展望") PART("引爆市场的底层逻辑") "</body></html>",
	};

	for (size_t i = 0; i < sizeof(named) / sizeof(named[0]); i++)
		ck_assert_int_eq(weigh(named[i], SPAMCLS_KIND_HTML,
		                       "body.generic_outline"), 0);
	ck_assert_int_gt(weigh(STOCK("<p>那是很久以前的事,大家都还记得,雨下了一整天也没有停。</p>"),
	                       SPAMCLS_KIND_HTML, "body.generic_outline"), 0);
}
END_TEST

START_TEST(cut_off)
{
	check("body.breaks_off",
	      "旧仓库\n\n" REPORT
	      "到了冬天,木匠们把炉子搬到屋子当中,一边烤火一边商量明年要不要再租下隔壁那间"
	      "空了很久的铁匠铺,可是谁也没有想到,房东那时已经打算把整条街\n",
	      "旧仓库\n\n" REPORT);
}
END_TEST

START_TEST(spun_words)
{
	check("body.spun_words",
	      "旧仓库\n\n" REPORT "东谈主工智能居品在阛阓上擢升很快,不雅众的眷注也多了。\n\n",
	      "旧仓库\n\n" REPORT "人工智能产品在市场上提升很快,观众的关注也多了。\n\n");
}
END_TEST

START_TEST(bracketed_pinyin)
{
	check("body.bracketed_pinyin",
	      "旧仓库\n\n" REPORT "他们卖(mài)假(jiǎ)货(huò),还(hái)骗(piàn)钱(qián)。\n\n",
	      "旧仓库\n\n" REPORT "榫(sǔn)头要削得比卯眼略紧一点。\n\n");
}
END_TEST

START_TEST(filler_marks)
{
	check("body.filler_marks",
	      "旧仓库\n\n" REPORT "加*微*信*领*取*资*料,全*网*最*低*价*格,先*到*先*得*不*等*人。\n\n",
	      "旧仓库\n\n" REPORT "评分:★★★★☆,下次还来。\n\n");
}
END_TEST

#define TEN(text) text text text text text text text text text text
START_TEST(keyword_stuffing)
{
	check("body.keyword_stuffing",
	      "旧仓库\n\n" REPORT TEN("青石镇木工培训班哪家好,青石镇木工培训班价格。"),
	      "旧仓库\n\n" REPORT);
}
END_TEST

START_TEST(hidden_text)
{
	const char *hidden = PAGE("<p>" REPORT "</p>"
	                          "<div style=\"display:none\">"
	                          TEN("青石镇木工培训班哪家好,青石镇木工培训班价格。")
	                          "</div>");
	const char *seen = PAGE("<p>" REPORT "</p>");

	ck_assert_int_gt(weigh(hidden, SPAMCLS_KIND_HTML, "page.hidden_text"),
	                 0);
	ck_assert_int_eq(weigh(seen, SPAMCLS_KIND_HTML, "page.hidden_text"),
	                 0);
}
END_TEST

START_TEST(repeated_paragraphs)
{
	check("body.repeated_paragraphs", "旧仓库\n\n" REPORT REPORT,
	      "旧仓库\n\n" REPORT ROUND);
}
END_TEST

START_TEST(bare_references)
{
	check("body.bare_references",
	      "旧仓库\n\n" REPORT "参考文献\n\n[1] 中国科学院. 2023.\n\n"
	      "[2] 国家能源局. 2022.\n\n[3] 清华大学. 2024.\n\n"
	      "[4] 工业和信息化部. 2023.\n\n",
	      "旧仓库\n\n" REPORT "参考文献\n\n"
	      "[1] 李木. 榫卯入门[M]. 青石出版社, 2011.\n\n"
	      "[2] 何川. 手工具的保养[J]. 木作, 2015(3): 12-15.\n\n"
	      "[3] 吴桐. 刨床安全守则. https://example.org/a\n\n");
}
END_TEST

START_TEST(title_suffix)
{
	check("page.title_suffix",
	      "旧仓库里的公共工坊_金豪国际娱乐登录器下载\n\n" REPORT,
	      "旧仓库里的公共工坊_青石晚报\n\n" REPORT);
}
END_TEST

START_TEST(title_off_topic)
{
	check("page.title_off_topic",
	      "量子芯片固态电池概念股龙头一览表\n\n" REPORT,
	      "旧仓库里的公共工坊和几位木匠\n\n" REPORT);
}
END_TEST

SUITE("body", {
	tcase_add_checked_fixture(tcase, open_all, close_all);
	CASE(evidence_has_its_place);
	CASE(evidence_of_the_title);
	CASE(exact_figures);
	CASE(figures_with_a_source);
	CASE(headings);
	CASE(outline_of_nobody);
	CASE(cut_off);
	CASE(spun_words);
	CASE(bracketed_pinyin);
	CASE(filler_marks);
	CASE(keyword_stuffing);
	CASE(hidden_text);
	CASE(repeated_paragraphs);
	CASE(bare_references);
	CASE(title_suffix);
	CASE(title_off_topic);
})
