/* text_run_fixture.h - plain-text pages and where their list is. */
#ifndef SEGMENT_TEXT_RUN_FIXTURE_H
#define SEGMENT_TEXT_RUN_FIXTURE_H

#include "segment/text/text_run.h"

#include "draft_fixture.h"

static scls_run run;

static const char *const body[] = {
	"老街改造：一座小城的十年",
	"这条老街在城北，长不过三百米，两边是上世纪的木板房。十年前，"
	"这里的住户多半已经搬走，只剩下几家修鞋铺和一间茶馆。",
	"改造是从修路开始的。工程队先把石板一块块编号，再铺上新的管线，"
	"最后照原样放回去。住在街口的老人说，走上去和从前没有两样。",
	"今年春天，搬走的人陆续回来了。茶馆的老板添了两张桌子，"
	"周末要排队才有座位。他说，生意好不好倒在其次，街上有人就好。",
	NULL
};

static const char *const english[] = {
	"The street lies in the north of the town and is hardly three hundred "
	"metres long. Ten years ago most of its people had left, and only a "
	"tea house and a few cobblers were still there.",
	"The work began with the road. Every stone was given a number, new "
	"pipes were laid, and then each stone went back to its place.", NULL
};

static const char *const list[] = {
	LIST_ZH, NULL
};

static inline void find(void)
{
	fixture_draft();
	ck_assert_int_eq(scls_text_run(&draft, &run), 0);
}

#endif
