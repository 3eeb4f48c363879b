/* test_robots.c - robots.txt: groups, longest match, delay. */
#include "../../examples/crawler/robots.c"

#include "../suite.h"

/* Whether text lets agent fetch target. */
static int allows(const char *text, const char *agent, const char *target)
{
	crawl_robots robots;
	int allowed;

	ck_assert(crawl_robots_read(&robots, text, strlen(text), agent));
	allowed = crawl_robots_allow(&robots, target);
	crawl_robots_free(&robots);
	return allowed;
}

static unsigned delay(const char *text)
{
	crawl_robots robots;
	unsigned found;

	ck_assert(crawl_robots_read(&robots, text, strlen(text), "bot"));
	found = robots.delay;
	crawl_robots_free(&robots);
	return found;
}

START_TEST(nothing_allows_all)
{
	ck_assert(allows("", "bot", "/"));
	ck_assert(allows("# only a comment\n", "bot", "/a"));
	ck_assert(allows("User-agent: *\nDisallow:\n", "bot", "/a"));
	ck_assert(allows("no colon here\n\n:::\n", "bot", "/a"));
	ck_assert(allows("Disallow: /\n", "bot", "/a")); /* no group yet */
}
END_TEST

START_TEST(groups)
{
	static const char text[] =
		"User-agent: one\nUser-agent: Two/1.0\nDisallow: /a\n\n"
		"User-agent: *\nDisallow: /b\n\n"
		"user-AGENT: two\ndisallow: /c # why\n";

	ck_assert(!allows(text, "one", "/a"));
	ck_assert(allows(text, "one", "/b"));
	ck_assert(allows(text, "one", "/c"));
	ck_assert(!allows(text, "TWO", "/a"));
	ck_assert(!allows(text, "two", "/c")); /* both groups count */
	ck_assert(allows(text, "two", "/b"));
	ck_assert(!allows(text, "three", "/b"));
	ck_assert(allows(text, "three", "/a"));
}
END_TEST

START_TEST(agents_with_more_behind)
{
	static const char text[] = "User-agent: Bot/1.0\nDisallow: /a\n";

	ck_assert(!allows(text, "bot/2.1 (+http://b.example/)", "/a"));
	ck_assert(!allows(text, "BOT and more", "/a"));
	ck_assert(allows(text, "botany/1.0", "/a"));
}
END_TEST

START_TEST(longest_match)
{
	static const char text[] =
		"User-agent: *\nAllow: /p/open\nDisallow: /p/\n"
		"Disallow: /q\nAllow: /q\n";

	ck_assert(!allows(text, "bot", "/p/closed"));
	ck_assert(allows(text, "bot", "/p/open.html"));
	ck_assert(allows(text, "bot", "/q/1")); /* as long: Allow */
	ck_assert(allows(text, "bot", "/"));
}
END_TEST

START_TEST(wildcards)
{
	static const char text[] =
		"User-agent: *\nDisallow: /*.pdf$\nDisallow: /*/x*y/\n"
		"Disallow: /exact$\nDisallow: /*?sort=\n";

	ck_assert(!allows(text, "bot", "/a/b.pdf"));
	ck_assert(allows(text, "bot", "/a/b.pdf?1"));
	ck_assert(!allows(text, "bot", "/a.pdf.pdf"));
	ck_assert(!allows(text, "bot", "/a/xzzy/b"));
	ck_assert(allows(text, "bot", "/a/xzz/b"));
	ck_assert(!allows(text, "bot", "/exact"));
	ck_assert(allows(text, "bot", "/exactly"));
	ck_assert(!allows(text, "bot", "/list?sort=up"));
	ck_assert(!allows("User-agent:*\nDisallow:*\n", "bot", "/"));
}
END_TEST

/* Who writes an octet otherwise means the same. */
START_TEST(escapes)
{
	static const char text[] =
		"User-agent: *\nDisallow: /\xC3\xA9\nDisallow: /%e4%B8\n"
		"Disallow: /%7Ejoe\nDisallow: /a%2Fb\nDisallow: /s%2A\n"
		"Disallow: /$5\nDisallow: /c%\nDisallow: /d%4\n"
		"Disallow: /of two\n";

	ck_assert(!allows(text, "bot", "/%c3%a9/x"));
	ck_assert(!allows(text, "bot", "/%C3%A9"));
	ck_assert(!allows(text, "bot", "/\xE4\xB8"));
	ck_assert(!allows(text, "bot", "/~joe"));
	ck_assert(!allows(text, "bot", "/%7ejoe"));
	ck_assert(!allows(text, "bot", "/a%2fb"));
	ck_assert(allows(text, "bot", "/a/b"));
	ck_assert(!allows(text, "bot", "/s*"));
	ck_assert(allows(text, "bot", "/sx"));
	ck_assert(!allows(text, "bot", "/$5"));
	ck_assert(!allows(text, "bot", "/c%zz"));
	ck_assert(!allows(text, "bot", "/d%4"));
	ck_assert(!allows(text, "bot", "/of%20two"));
	ck_assert(allows(text, "bot", "/of"));
}
END_TEST

START_TEST(line_ends)
{
	ck_assert(!allows("\xEF\xBB\xBFUser-agent: *\r\nDisallow: /a\r\n",
	                  "bot", "/a"));
	ck_assert(!allows("User-agent: *\nDisallow: /a", "bot", "/a"));
	ck_assert(!allows("User-agent : * \nDisallow : /a \n", "bot", "/a"));
	ck_assert(!allows("# old\rUser-agent: *\rDisallow: /a\r", "bot",
	                  "/a"));
}
END_TEST

/* A group is what it is without the lines that are no rules. */
START_TEST(other_fields)
{
	static const char text[] =
		"User-agent: one\nSitemap: /s\nHost: a.example\n"
		"User-agent: two\nDisallow: /a\nClean-param: x /b\n"
		"Disallow: /b\n\n"
		"User-agent: slow\nCrawl-delay: 1\nUser-agent: *\n"
		"Disallow: /c\n";

	ck_assert(!allows(text, "one", "/a"));
	ck_assert(!allows(text, "one", "/b"));
	ck_assert(!allows(text, "two", "/b"));
	ck_assert(!allows(text, "slow", "/c")); /* one group of two */
	ck_assert(!allows(text, "three", "/c"));
}
END_TEST

START_TEST(delays)
{
	ck_assert_uint_eq(delay("User-agent: *\nCrawl-delay: 2\n"), 2000);
	ck_assert_uint_eq(delay("User-agent: *\nCrawl-delay: 0.25\n"), 250);
	ck_assert_uint_eq(delay("User-agent: *\nCrawl-delay: 12.5\n"), 12500);
	ck_assert_uint_eq(delay("User-agent: *\nCrawl-delay: soon\n"), 0);
	ck_assert_uint_eq(delay("User-agent: *\nCrawl-delay: -1\n"), 0);
	ck_assert_uint_eq(delay("User-agent: *\nCrawl-delay: "
	                        "99999999999999999999\n"), MAX_DELAY);
	ck_assert_uint_eq(delay("User-agent: other\nCrawl-delay: 9\n"), 0);
	ck_assert_uint_eq(delay("User-agent: bot\nCrawl-delay: 9\n"
	                        "User-agent: other\nDisallow: /a\n"), 9000);
	ck_assert_uint_eq(delay("User-agent: other\nCrawl-delay: 9\n"
	                        "User-agent: bot\nDisallow: /a\n"), 0);
}
END_TEST

SUITE("robots",
	CASE(nothing_allows_all);
	CASE(groups);
	CASE(agents_with_more_behind);
	CASE(longest_match);
	CASE(wildcards);
	CASE(escapes);
	CASE(line_ends);
	CASE(other_fields);
	CASE(delays);
)
