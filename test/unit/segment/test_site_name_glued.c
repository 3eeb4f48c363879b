/* test_site_name_glued.c - labels and names that are glued to links. */
#include "site_name_fixture.h"

START_TEST(what_is_glued_to_every_link_is_cut)
{
	check_cut("", "Read more");
	check_cut("", "...Continue reading »");
	check_cut("", "続きを読む");
	check_cut("", " | Harbour DailyRead more");
	check_cut("Read more", "");
	check_cut("Sport", "");
}
END_TEST

START_TEST(labels_may_differ)
{
	static const char *const labels[] = { "Read more", "Watch now" };
	fixture f;

	memset(&f, 0, sizeof(f));
	for (uint32_t i = 0; i < N_HEADLINES; i++)
		add_line(&f, "", headlines[i], labels[i % 2]);
	cut(&f);
	for (uint32_t i = 0; i < N_HEADLINES; i++)
		check_item(&f, i, headlines[i]);
}
END_TEST

START_TEST(a_label_of_one_link_stays)
{
	fixture f;

	fill(&f, "", "");
	add_line(&f, "", "Why the quay is closed", "Read more");
	cut(&f);
	check_item(&f, 5, "Why the quay is closedRead more");
}
END_TEST

START_TEST(a_coda_of_every_line_stays)
{
	static const char *const codas[] = {
		"背后的技术革命", "深度解析", "の裏側", "총정리", "精选",
	};
	fixture f;

	for (size_t k = 0; k < 5; k++) {
		char whole[128];

		fill(&f, "", codas[k]);
		cut(&f);
		snprintf(whole, sizeof(whole), "%s%s", headlines[4],
		         codas[k]);
		check_item(&f, 4, whole);
	}
}
END_TEST

/* Lines that differ, with one of the names behind each. */
static void check_names(const char *const lines[6], const char *const names[2],
                        int are_cut)
{
	fixture f;
	char whole[256];

	memset(&f, 0, sizeof(f));
	for (uint32_t i = 0; i < 6; i++)
		add_line(&f, "", lines[i], names[i % 2]);
	cut(&f);
	for (uint32_t i = 0; i < 6; i++) {
		snprintf(whole, sizeof(whole), "%s%s", lines[i],
		         are_cut ? "" : names[i % 2]);
		check_item(&f, i, whole);
	}
}

static const char *const chinese[6] = {
	"老码头的修船厂搬到下游", "图书馆周末延长开放两小时",
	"渡轮三月起改走新航线", "县医院添了两间放射室", "集市顶棚方案征求意见",
	"河堤步道今早重新开放",
};
static const char *const english[6] = {
	"Bridge over the Lune reopens", "Library asks readers which hours",
	"Two x-ray rooms for the hospital", "Why ferries will change in March",
	"Council hears plan for a market", "Footpath shut for the season",
};

START_TEST(glued_names_of_sources_and_writers_are_cut)
{
	static const char *const sources[] = { "江城晚报", "海湾新闻网" };
	static const char *const one[] = { "朝日川新聞", "朝日川新聞" };
	static const char *const writers[] = { "王建国", "李晓梅" };
	static const char *const english_ones[] = {
		"Ann Whitlow", "By Tom Reed",
	};

	check_names(chinese, sources, 1);
	check_names(chinese, one, 1);
	check_names(chinese, writers, 1);
	check_names(english, english_ones, 1);
}
END_TEST

/* All lines end in it, and so in what it ends in. */
START_TEST(what_looks_like_a_name_within_a_word_stays)
{
	static const char *const memory[] = { "与地方记忆", "与地方记忆" };
	static const char *const sites[] = { " on eBay", " on eBay" };

	check_names(chinese, memory, 0);
	check_names(english, sites, 0);
}
END_TEST

/* Of lines that end alike the name is as long as most are. */
START_TEST(a_name_behind_the_same_end_is_short)
{
	static const char *const lines[] = {
		"关于渡轮改线的补充通知", "关于图书馆闭馆的补充通知",
		"关于桥梁封闭的补充通知", "关于集市搬迁的补充通知",
		"关于河堤巡查的补充通知", "关于码头停用的补充通知",
	};
	static const char *const one[] = { "江城晚报", "江城晚报" };

	check_names(lines, one, 1);
}
END_TEST

START_TEST(sections_of_capitals_may_go_on_alike)
{
	fixture f;

	memset(&f, 0, sizeof(f));
	for (uint32_t i = 0; i < 6; i++)
		add_line(&f, "Sport", "How the match was won", "");
	cut(&f);
	check_item(&f, 5, "How the match was won");
}
END_TEST

/* Offices that are named as sections are. */
START_TEST(a_word_that_begins_as_a_section_stays)
{
	static const char *const lines[] = {
		"教育部公布新课标", "教育部答复提案", "科技部公示专项",
		"科技部征求意见", "教育部部署招生", "文化馆周末开放",
	};
	fixture f;

	memset(&f, 0, sizeof(f));
	for (uint32_t i = 0; i < 6; i++)
		add_line(&f, "", lines[i], "");
	cut(&f);
	for (uint32_t i = 0; i < 6; i++)
		check_item(&f, i, lines[i]);
}
END_TEST

SUITE("site_name_glued", {
	CASE(what_is_glued_to_every_link_is_cut);
	CASE(labels_may_differ);
	CASE(a_label_of_one_link_stays);
	CASE(a_coda_of_every_line_stays);
	CASE(glued_names_of_sources_and_writers_are_cut);
	CASE(what_looks_like_a_name_within_a_word_stays);
	CASE(a_name_behind_the_same_end_is_short);
	CASE(sections_of_capitals_may_go_on_alike);
	CASE(a_word_that_begins_as_a_section_stays);
})
