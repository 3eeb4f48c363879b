/* test_link_joined.c - headlines in one line of HTML, beside anchors. */
#include "segment/joined.h"

#include "html_page_fixture.h"

#define MENU "<ul><li><a href=/1>Home</a><li><a href=/2>News</a></ul>"
#define STEP "<p>This paragraph of the story goes on for a long while here."
#define STORY "<h1>The long winter of the pier</h1>" STEP STEP STEP
#define FOUR(between) "A winter of two crossings" between \
	"Who pays for the new pier?" between \
	"The bell that rang by itself" between \
	"Bakers of the valley win a prize"
#define FIVE(between) FOUR(between) between "School roof repaired in time"

/* How many links of the page the lines become, beside the two of its menu. */
static void check(const char *html, uint32_t n)
{
	scls_draft draft;

	read_html(html);
	ck_assert_int_eq(scls_draft_begin(&draft, &arena, &phrases,
	                                  &page), 0);
	ck_assert_int_eq(scls_link_joined(&draft), 0);
	ck_assert_uint_eq(draft.page->n_links, 2 + n);
	ck_assert_uint_eq(draft.page == &page, n == 0);
	end();
}

START_TEST(become_links)
{
	check(MENU STORY "<p>" FIVE(" | "), 5);
	check(MENU STORY "<p>" FIVE(" · "), 5);
	check(MENU STORY "<div>" FIVE("|") "|</div><p>" FIVE(" / "), 10);
	check(MENU STORY "<p>北岸新桥何时通车、老街灯会今晚开始、渡轮周一恢复航行、"
	      "山里的学校有了新书、面包师傅又拿了大奖", 5);
}
END_TEST

START_TEST(stay_text)
{
	check(MENU STORY "<p>" FOUR(" | "), 0);
	check(MENU STORY "<p>Home | News | About | Contact | Imprint", 0);
	check(MENU STORY "<p>" FIVE(", "), 0);
	check(MENU STORY "<pre>" FIVE(" | ") "</pre>", 0);
	check(MENU STORY "<footer>" FIVE(" | ") "</footer>", 0);
	check(MENU, 0);
}
END_TEST

START_TEST(are_a_list)
{
	split_html(MENU STORY "<p>" FIVE(" | "));
	ck_assert_int_eq(role_of("This paragraph"), SPAMCLS_ROLE_BODY);
	ck_assert_int_eq(role_of("A winter"), SPAMCLS_ROLE_LINK_LIST);
	ck_assert_uint_eq(split.n_items, 5);
	ck_assert_uint_eq(split.items[4].href.size, 0);
	ck_assert(split.lists[split.n_lists - 1].trailing);
	end();
}
END_TEST

SUITE("link_joined", {
	CASE(become_links);
	CASE(stay_text);
	CASE(are_a_list);
})
