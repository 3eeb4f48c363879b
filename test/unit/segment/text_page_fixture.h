/* text_page_fixture.h - plain-text pages that are split whole. */
#ifndef SEGMENT_TEXT_PAGE_FIXTURE_H
#define SEGMENT_TEXT_PAGE_FIXTURE_H

#include "segment/split.h"

#include "../../suite.h"
#include "page_fixture.h"

static fixture f;
static scls_split split;

static inline void split_lines(const char *const *lines)
{
	fixture_begin(&f, SPAMCLS_KIND_TEXT);
	fixture_lines(&f, lines);
	ck_assert_int_eq(scls_split_page(&f.arena, &f.phrases, &f.page,
	                                 &split), 0);
	ck_assert_uint_eq(split.n_roles, f.page.n_blocks);
}

/* The first and last line of the only list, and how many items it has. */
static inline void check_list(uint32_t first, uint32_t last, uint32_t n)
{
	ck_assert_uint_eq(split.n_lists, 1);
	ck_assert_uint_eq(split.n_items, n);
	ck_assert_uint_eq(split.items[0].block, first);
	ck_assert_uint_eq(split.items[n - 1].block, last);
	ck_assert_int_eq(split.lists[0].trailing, 1);
	for (uint32_t i = 0; i < n; i++)
		ck_assert_int_eq(split.roles[split.items[i].block],
		                 SPAMCLS_ROLE_LINK_LIST);
}

#define BODY_ZH \
	"老街改造：一座小城的十年", \
	"这条老街在城北，长不过三百米，两边是上世纪的木板房。十年前，" \
	"这里的住户多半已经搬走，只剩下几家修鞋铺和一间茶馆。", \
	"一 从修路开始", \
	"改造是从修路开始的。工程队先把石板一块块编号，再铺上新的管线，" \
	"最后照原样放回去。住在街口的老人说，走上去和从前没有两样。", \
	"主要做了三件事：", \
	"- 更换地下管线，雨天不再积水", \
	"- 修缮四十七间木板房，保留原来的门面", \
	"- 给每户装上独立的厨房和卫生间", \
	"今年春天，搬走的人陆续回来了。茶馆的老板添了两张桌子，" \
	"周末要排队才有座位。他说，生意好不好倒在其次，街上有人就好。"

#define SOURCES_ZH \
	"参考文献", \
	"- 市规划局. 《老街保护与改造方案》. 2014年6月", \
	"- 城建档案馆. 《北城街巷志》. 2009年"

#define BODY_EN \
	"The old street: ten years of a small town", \
	"The street lies in the north of the town and is hardly three " \
	"hundred metres long. Ten years ago most of its people had left, " \
	"and only a tea house and a few cobblers were still there.", \
	"The work began with the road. Every stone was given a number, new " \
	"pipes were laid, and then each stone went back to its place."

#define LIST_EN \
	"Scientists reveal surprising link between sleep and memory", \
	"City council approves new cycling route along the harbour", \
	"Why small farms are turning to shared machinery this year", \
	"Five museums that reopen after long renovation", \
	"Storm damage leaves thousands without power in coastal towns", \
	"Local library doubles opening hours after record demand"

#endif
