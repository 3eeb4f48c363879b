/* test_text_split.c - plain-text pages: what is a list and what is not. */
#include "text_page_fixture.h"

static const char *const farm_zh[] = {
	BODY_ZH,
	SOURCES_ZH,
	LIST_ZH,
	"储能电站建设提速，明年将覆盖全部县区",
	"网友留言(0)", NULL
};

START_TEST(list_without_a_mark)
{
	split_lines(farm_zh);
	check_list(12, 18, 7);
	ck_assert_int_eq(split.roles[0], SPAMCLS_ROLE_TITLE);
	ck_assert_int_eq(split.roles[1], SPAMCLS_ROLE_BODY);
	ck_assert_int_eq(split.roles[2], SPAMCLS_ROLE_HEADING);
	for (uint32_t i = 9; i < 12; i++)
		ck_assert_int_eq(split.roles[i], SPAMCLS_ROLE_REFERENCES);
	ck_assert_int_eq(split.roles[19], SPAMCLS_ROLE_COMMENTS);
	ck_assert_uint_eq(split.title_begin, 0);
	ck_assert_uint_eq(split.title_end, f.blocks[0].end);
	fixture_end(&f);
}
END_TEST

static const char *const steps_zh[] = {
	BODY_ZH,
	SOURCES_ZH,
	"老街茶馆的一天：从清晨第一壶水说起",
	"北城木板房里的手艺人，守着最后一间铺子",
	LIST_ZH,
	"储能电站建设提速，明年将覆盖全部县区",
	"卫星互联网落地山区，快递车队先用上了导航",
	"新型涂料让桥梁更耐盐雾，三年检修一次即可",
	"水下机器人巡检大坝，人工潜水次数减少一半",
	"网友留言(0)", NULL
};

START_TEST(steps_behind_the_sources)
{
	split_lines(steps_zh);
	check_list(14, 23, 10);
	ck_assert_int_eq(split.roles[12], SPAMCLS_ROLE_NAVIGATION);
	ck_assert_int_eq(split.roles[13], SPAMCLS_ROLE_NAVIGATION);
	ck_assert_int_eq(split.roles[11], SPAMCLS_ROLE_REFERENCES);
	fixture_end(&f);
}
END_TEST

/* What is of neither stands between body and list, and behind it. */
static const char *const between_zh[] = {
	BODY_ZH,
	"标签：老街 城市更新",
	"分享到",
	"网友留言(0)",
	"猜你喜欢",
	LIST_ZH,
	"本站所有内容来自网络，若有不妥请来信告知", NULL
};

START_TEST(between_body_and_list)
{
	split_lines(between_zh);
	check_list(13, 18, 6);
	ck_assert_int_eq(split.roles[8], SPAMCLS_ROLE_BODY);
	ck_assert_int_eq(split.roles[9], SPAMCLS_ROLE_NAVIGATION);
	ck_assert_int_eq(split.roles[10], SPAMCLS_ROLE_OTHER);
	ck_assert_int_eq(split.roles[11], SPAMCLS_ROLE_COMMENTS);
	ck_assert_int_eq(split.roles[12], SPAMCLS_ROLE_LIST_HEADING);
	ck_assert_int_eq(split.roles[19], SPAMCLS_ROLE_FOOTER);
	fixture_end(&f);
}
END_TEST

static const char *const imprint_zh[] = {
	BODY_ZH,
	"本站部分内容来源于互联网，如有侵权请联系本站删除。",
	"版权所有 转载请注明出处",
	LIST_ZH, NULL
};

/* Neither the body's last line nor the first link. */
START_TEST(imprint_before_the_list)
{
	split_lines(imprint_zh);
	check_list(11, 16, 6);
	ck_assert_int_eq(split.roles[8], SPAMCLS_ROLE_BODY);
	ck_assert_int_eq(split.roles[9], SPAMCLS_ROLE_FOOTER);
	ck_assert_int_eq(split.roles[10], SPAMCLS_ROLE_FOOTER);
	fixture_end(&f);
}
END_TEST

static const char *const source_zh[] = {
	BODY_ZH,
	"参考文献",
	"- 市规划局. 《老街保护与改造方案》. 2014年6月",
	"- 城建档案馆. 版权所有者名录. 2009年. 第三版. 内部资料",
	"网友留言(0)",
	LIST_ZH, NULL
};

/* Not of the footer, though it has an imprint's words. */
START_TEST(source_before_the_list)
{
	split_lines(source_zh);
	check_list(13, 18, 6);
	ck_assert_int_eq(split.roles[11], SPAMCLS_ROLE_REFERENCES);
	ck_assert_int_eq(split.roles[12], SPAMCLS_ROLE_COMMENTS);
	fixture_end(&f);
}
END_TEST

static const char *const headed_zh[] = {
	BODY_ZH,
	"相关阅读：",
	"某市新材料产业迎来突破，产值有望达到百亿规模",
	"从零到一：量子通信如何改变山区医院的日常",
	"自动驾驶巴士在江边试运行，市民可免费预约",
	"广告",
	"风电叶片回收难题有解？专家提出三种新思路",
	"数字农业示范区落户西部小城，首批项目签约", NULL
};

START_TEST(heading_and_odd_line)
{
	split_lines(headed_zh);
	check_list(10, 15, 5);
	ck_assert_int_eq(split.roles[9], SPAMCLS_ROLE_LIST_HEADING);
	ck_assert_uint_eq(split.lists[0].heading_begin, f.blocks[9].begin);
	ck_assert_int_ne(split.roles[13], SPAMCLS_ROLE_LINK_LIST);
	fixture_end(&f);
}
END_TEST

static const char *const footer_zh[] = {
	BODY_ZH,
	"相关阅读：",
	"某市新材料产业迎来突破，产值有望达到百亿规模",
	"从零到一：量子通信如何改变山区医院的日常",
	"自动驾驶巴士在江边试运行，市民可免费预约",
	"北城市版权所有者协会换届，茶馆老板当选理事",
	"风电叶片回收难题有解？专家提出三种新思路",
	"数字农业示范区落户西部小城，首批项目签约",
	"市互联网违法和不良信息举报中心",
	"版权所有 转载请注明出处", NULL
};

/* What stands last and says so is the footer's; an imprint is no link. */
START_TEST(footer_behind_the_list)
{
	split_lines(footer_zh);
	ck_assert_int_eq(split.roles[9], SPAMCLS_ROLE_LIST_HEADING);
	for (uint32_t i = 10; i < 16; i++)
		ck_assert_int_eq(split.roles[i], SPAMCLS_ROLE_LINK_LIST);
	ck_assert_int_eq(split.roles[16], SPAMCLS_ROLE_FOOTER);
	ck_assert_int_eq(split.roles[17], SPAMCLS_ROLE_FOOTER);
	ck_assert_uint_eq(split.lists[0].n_items, 6);
	ck_assert_uint_eq(split.n_items, 7);
	ck_assert_int_eq(split.lists[1].role, SPAMCLS_ROLE_FOOTER);
	fixture_end(&f);
}
END_TEST

static const char *const next_en[] = {
	BODY_EN,
	"This spring the people came back. The owner of the tea house put out "
	"two more tables, and at weekends one has to wait for a seat.",
	"Previous post: A museum for the keys of houses that are gone",
	"Next post: Why the ferry no longer stops at the northern pier",
	LIST_EN, NULL
};

START_TEST(previous_and_next_are_apart)
{
	split_lines(next_en);
	ck_assert_uint_eq(split.n_lists, 2);
	ck_assert_int_eq(split.lists[0].role, SPAMCLS_ROLE_NAVIGATION);
	ck_assert_uint_eq(split.lists[0].n_items, 2);
	ck_assert_uint_eq(split.lists[0].begin, f.blocks[4].begin);
	ck_assert_int_eq(split.lists[1].role, SPAMCLS_ROLE_LINK_LIST);
	ck_assert_uint_eq(split.lists[1].n_items, 6);
	ck_assert_int_eq(split.roles[5], SPAMCLS_ROLE_NAVIGATION);
	ck_assert_int_eq(split.roles[6], SPAMCLS_ROLE_LINK_LIST);
	ck_assert_int_eq(split.roles[3], SPAMCLS_ROLE_BODY);
	fixture_end(&f);
}
END_TEST

static const char *const farm_en[] = {
	BODY_EN,
	"A retired teacher keeps a small museum at the corner. He comes every "
	"morning, tells the visitors where each thing comes from, and sits in "
	"the sun in the afternoon.",
	"This spring the people came back. The owner of the tea house put out "
	"two more tables, and at weekends one has to wait for a seat.",
	"\"Business is not what matters,\" he says. \"What matters is that "
	"there is light in the windows when one walks home at night.\"",
	LIST_EN,
	"Comments (2)", NULL
};

START_TEST(english)
{
	split_lines(farm_en);
	check_list(6, 11, 6);
	ck_assert_int_eq(split.roles[12], SPAMCLS_ROLE_COMMENTS);
	fixture_end(&f);
}
END_TEST

static const char *const farm_ja[] = {
	"新しい図書館が駅前に開館しました",
	"市は今月、駅前に新しい図書館を開館した。蔵書は約二十万冊で、"
	"子ども向けの部屋も設けられている。初日は約三千人が訪れた。",
	"館長は「多くの人に使ってほしい」と話す。来月には夜間の開館も"
	"始まる予定で、仕事帰りの利用が見込まれている。",
	"関連記事",
	"駅前再開発、来年度に完成へ",
	"図書館の利用者が三年ぶりに増加した理由",
	"子ども向け読書会、夏休みに開催",
	"市立美術館で印象派展が始まる",
	"中学校の統合計画をめぐり説明会", NULL
};

START_TEST(japanese)
{
	split_lines(farm_ja);
	check_list(4, 8, 5);
	ck_assert_int_eq(split.roles[3], SPAMCLS_ROLE_LIST_HEADING);
	fixture_end(&f);
}
END_TEST

static const char *const farm_ko[] = {
	"역 앞에 새 도서관이 문을 열었습니다",
	"시는 이달 역 앞에 새로운 도서관을 열었다. 장서는 약 이십만 권이며 "
	"어린이를 위한 방도 마련되어 있다. 첫날에는 약 삼천 명이 찾았다.",
	"관장은 많은 사람이 이용해 주기를 바란다고 말했다. 다음 달부터는 "
	"야간 개관도 시작할 예정이어서 직장인의 이용이 늘 것으로 보인다.",
	"관련 기사",
	"역 앞 재개발 내년 완공 예정",
	"도서관 이용자 삼 년 만에 늘어난 까닭",
	"어린이 독서 모임 여름방학에 열린다",
	"시립미술관 인상파 전시 시작",
	"중학교 통합 계획 설명회 열려", NULL
};

START_TEST(korean)
{
	split_lines(farm_ko);
	check_list(4, 8, 5);
	fixture_end(&f);
}
END_TEST

/* None of these has a list. */
static const char *const poem_zh[] = {
	"夜坐", "孤灯照壁影如人", "半卷残书伴此身", "窗外雨声敲老竹",
	"案头茶味淡新春", "十年旧事浑如梦", "一枕清风不染尘",
	"欲寄相思无雁过", "且听更漏到清晨", NULL
};

static const char *const lyrics_en[] = {
	"Harbour lights",
	"I walked along the harbour when the lights were low",
	"And nobody was waiting where the cold winds blow",
	"You said that you were leaving on the morning train",
	"I said that I was hoping for another rain",
	"Oh harbour lights are calling me",
	"Oh harbour lights are calling me",
	"The sailors and the seagulls know my name",
	"And every night I walk there it is just the same", NULL
};

static const char *const table_zh[] = {
	"轻便折叠自行车参数",
	"这款自行车面向通勤的人，折叠后可以放进汽车后备箱。下面是它的主要"
	"参数，实际尺寸以收到的货物为准。",
	"车架材料：铝合金", "车轮尺寸：二十英寸", "变速：七档",
	"折叠尺寸：长八十厘米，宽三十五厘米", "重量：十一点五千克",
	"载重：一百二十千克", "颜色：深蓝、银灰", NULL
};

static const char *const answers[] = {
	"Questions about the library card",
	"Q: How do I get a library card?",
	"A: Bring your passport to any branch; it takes five minutes.",
	"Q: What does it cost?",
	"A: It is free for people who live in the town.",
	"Q: Can I use it in other towns?",
	"A: Yes, in all towns of the county.",
	"Q: What if I lose it?",
	"A: Call us, and we send a new one within a week.", NULL
};

static const char *const article_zh[] = { BODY_ZH, NULL };

static const char *const footer_only[] = {
	BODY_ZH, "关于我们", "联系我们", "某某报社 版权所有", NULL
};

START_TEST(no_list_where_there_is_none)
{
	const char *const *const pages[] = {
		poem_zh, lyrics_en, table_zh, answers, article_zh, footer_only
	};

	for (size_t i = 0; i < sizeof(pages) / sizeof(pages[0]); i++) {
		split_lines(pages[i]);
		HOLDS(split.n_lists == 0, i); /* the page's number */
		fixture_end(&f);
	}
}
END_TEST

START_TEST(footer_is_no_body)
{
	split_lines(footer_only);
	for (uint32_t i = 9; i < 12; i++)
		ck_assert_int_eq(split.roles[i], SPAMCLS_ROLE_FOOTER);
	ck_assert_int_eq(split.roles[8], SPAMCLS_ROLE_BODY);
	fixture_end(&f);
}
END_TEST

START_TEST(odd_pages)
{
	const char *const nothing[] = { NULL };
	const char *const blank[] = { "", "", NULL };
	const char *const one[] = { "一行字", NULL };

	split_lines(nothing);
	ck_assert_uint_eq(split.n_lists, 0);
	fixture_end(&f);
	split_lines(blank);
	ck_assert_int_eq(split.roles[0], SPAMCLS_ROLE_OTHER);
	fixture_end(&f);
	split_lines(one);
	ck_assert_uint_eq(split.n_items, 0);
	fixture_end(&f);
}
END_TEST

#define PROSE \
	"The ferry will run again from Monday, the harbour office said on " \
	"Friday, after a winter of repairs. Tickets are sold at the pier."
static const char *const bars[] = {
	"The ferry to the islands runs again",
	"News from the region | Sports and weather | Culture and life",
	PROSE, PROSE, PROSE,
	"关于我们的网站 | 联系方式与地址 | 版权所有与声明 | 网站地图导航",
	NULL
};

/* Labels in a row may look like joined headlines; title and footer are as
 * beside whole lines. */
START_TEST(rows_without_a_list)
{
	split_lines(bars);
	ck_assert_uint_eq(split.n_lists, 0);
	ck_assert_int_eq(split.roles[0], SPAMCLS_ROLE_TITLE);
	ck_assert_int_eq(split.roles[1], SPAMCLS_ROLE_HEADING);
	ck_assert_int_eq(split.roles[5], SPAMCLS_ROLE_FOOTER);
	fixture_end(&f);
	split_lines(bars + 1);
	ck_assert_uint_eq(split.title_end, f.blocks[0].end);
	fixture_end(&f);
}
END_TEST

SUITE("text_split", {
	CASE(list_without_a_mark);
	CASE(steps_behind_the_sources);
	CASE(between_body_and_list);
	CASE(imprint_before_the_list);
	CASE(source_before_the_list);
	CASE(heading_and_odd_line);
	CASE(footer_behind_the_list);
	CASE(previous_and_next_are_apart);
	CASE(english);
	CASE(japanese);
	CASE(korean);
	CASE(no_list_where_there_is_none);
	CASE(footer_is_no_body);
	CASE(odd_pages);
	CASE(rows_without_a_list);
})
