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

/* Behind the last line; a list that begins there is none. */
#define TO_THE_END UINT32_MAX

/* One line as a part of a page. */
#define LINE(text) (const char *const[]){ text, NULL }

/* Says that the list of a page goes from line begin to before line end; the
 * page is made of parts, one behind the other. */
#define EXPECT_RUN(begin, end, ...) \
	expect_run(begin, end, \
	           (const char *const *const[]){ __VA_ARGS__, NULL })

static inline uint32_t in_page(uint32_t line)
{
	return line == TO_THE_END ? f.page.n_blocks : line;
}

static inline void expect_run(uint32_t begin, uint32_t end,
                              const char *const *const *parts)
{
	fixture_begin(&f, SPAMCLS_KIND_TEXT);
	for (; *parts != NULL; parts++)
		fixture_lines(&f, *parts);
	find();
	ck_assert_uint_eq(run.begin, in_page(begin));
	ck_assert_uint_eq(run.end, in_page(end));
	fixture_end(&f);
}

#endif
