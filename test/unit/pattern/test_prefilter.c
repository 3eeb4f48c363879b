/*
 * test_prefilter.c - a property: with and without the prefilter a set gives
 * the same hits, on random patterns over few letters and on written text.
 */
#include "rules_fixture.h"

static uint32_t state = 1;
static made m;

static uint32_t dice(uint32_t sides)
{
	state = state * 1664525u + 1013904223u;
	return (state >> 16) % sides;
}

static void append(char *to, const char *what)
{
	strcat(to, what);
}

/* Pieces of patterns; groups are opened and closed by random_pattern. */
static const char *const pieces[] = {
	"a", "b", "c", "ab", "ca", "飙", "升飙", ".", "[ab]", "[^a]", "[飙c]",
	"\\w", "\\b", "^", "$", "(?=ab)", "(?!c)", "(?<=a)", "[a-c]", "\\.",
	"(?i)A", " ", "#", "\\x{61}", "\\p{Han}", "x", "cab", "升"
};
static const char *const symbols[] = { "{ORG}", "{RISE}", "{ANY}",
                                       "[{ORG}{PCT}]", "{PCT}" };
static const char *const times[] = { "?", "*", "+", "{2}", "{0,2}", "{1,}",
                                     "??", "*+", "+?" };

#define PICK(list) list[dice(sizeof(list) / sizeof(list[0]))]

static void random_pattern(char *out, int skeleton)
{
	int open = 0;

	out[0] = '\0';
	for (uint32_t i = 1 + dice(7); i > 0; i--) {
		if (dice(5) == 0) {
			append(out, dice(3) ? "(?:" : "(");
			open++;
		}
		append(out, skeleton && dice(2) ? PICK(symbols)
		                                : PICK(pieces));
		if (dice(3) == 0)
			append(out, PICK(times));
		if (dice(6) == 0)
			append(out, "|");
		if (open > 0 && dice(3) == 0) {
			append(out, dice(2) ? ")" : ")?");
			open--;
		}
	}
	while (open-- > 0)
		append(out, ")");
}

/* Random patterns may be wrong: such a line is left out. */
static int is_good(const char *line)
{
	spamcls_allocator allocator = scls_alloc_default();
	scls_pack pack = { "r.rules", scls_span_of(line) };
	scls_ruleset *set = NULL;
	scls_status status = scls_ruleset_new(&set, &pack, 1, &allocator,
	                                      NULL);

	scls_ruleset_free(set);
	return status == SPAMCLS_OK;
}

static scls_ruleset *random_set(int rules)
{
	static char pack[1 << 16];
	char re[400], line[500];
	size_t n = 0;

	for (int i = 0; i < rules; i++) {
		int skeleton = (int)dice(2);

		random_pattern(re, skeleton);
		snprintf(line, sizeof(line), "%s __R%d /%s/%s%s\n",
		         skeleton ? "skeleton" : "headline", i, re,
		         dice(5) ? "" : "i", dice(5) ? "" : "x");
		if (is_good(line))
			n += (size_t)sprintf(pack + n, "%s", line);
	}
	pack[n] = '\0';
	return compiled(pack);
}

static void random_text(char *out)
{
	static const char *const parts[] = { "a", "b", "c", "飙", "升", ".",
	        "{ORG}", "{RISE}", "{PCT}", " ", "x", "A", "#" };

	out[0] = '\0';
	for (uint32_t i = dice(14); i > 0; i--)
		append(out, PICK(parts));
}

/* The same hits at the same places, or the test ends here. */
static size_t agree(scls_matcher *with, scls_matcher *without,
                    const char *text)
{
	const scls_hit *a, *b;
	size_t n, n_all;
	uint32_t flags = 0;

	make(&m, text);
	ck_assert_int_eq(scls_match(with, &m.headline, &a, &n, &flags),
	                 SPAMCLS_OK);
	ck_assert_int_eq(scls_match(without, &m.headline, &b, &n_all, &flags),
	                 SPAMCLS_OK);
	ck_assert_msg(n == n_all, "%zu and %zu hits on %s", n, n_all, text);
	for (size_t i = 0; i < n; i++) {
		HOLDS(a[i].rule == b[i].rule, i);
		HOLDS(a[i].begin == b[i].begin && a[i].end == b[i].end, i);
	}
	return n;
}

static size_t agree_on_all(const scls_ruleset *set, int texts,
                           const char *const *text)
{
	scls_matcher *with, *without;
	char made_up[400];
	size_t hits = 0;

	ck_assert_int_eq(scls_matcher_new(&with, set, 0), SPAMCLS_OK);
	ck_assert_int_eq(scls_matcher_new(&without, set, 0), SPAMCLS_OK);
	scls_matcher_prefilter(without, 0);
	for (int i = 0; i < texts; i++) {
		if (!text)
			random_text(made_up);
		hits += agree(with, without, text ? text[i] : made_up);
	}
	scls_matcher_free(with);
	scls_matcher_free(without);
	return hits;
}

START_TEST(random_patterns)
{
	size_t hits = 0;

	for (int round = 0; round < 25; round++) {
		scls_ruleset *set = random_set(80);

		hits += agree_on_all(set, 150, NULL);
		scls_ruleset_free(set);
	}
	ck_assert_uint_gt(hits, 10000); /* or the test tests nothing */
}
END_TEST

static const char written_rules[] =
        "headline __SURGE /(?:飙升|暴涨|跃升)\\d+%/\n"
        "headline __SAVE /成本(?:锐|骤|暴)降/\n"
        "headline __DOWN /(?:安卓|ios).{0,8}下载/\n"
        "headline __WATCH /^watch .{1,40}\\bfull movie/\n"
        "skeleton __FRAME /{ORG}{TECH}.{0,4}{RISE}{PCT}/\n"
        "skeleton __SLOTS /(?:[{ORG}{PLACE}].{0,3}){2}/\n"
        "headline __ENDS /^[\\E]x]{5}$/\n"
        "meta __BOTH __SURGE && !__DOWN\n";

static const char *const written_texts[] = {
	"某厂新电池性能飙升88%,行业沸腾", "机床成本骤降,小厂得救",
	"看图识字安卓版免费下载", "watch the quiet hill (1999) full movie hd",
	"{ORG}{TECH}大提速,{RISE}{PCT}", "{ORG}与{ORG}联手", "{PLACE}有{ORG}",
	"今日天气晴,气温回升", "full movie of the week", "", "暴涨", "成本降",
	"]xxxx"
};

START_TEST(written_patterns)
{
	scls_ruleset *set = compiled(written_rules);

	ck_assert_uint_eq(agree_on_all(set, 13, written_texts), 9);
	scls_ruleset_free(set);
}
END_TEST

SUITE("prefilter", {
	CASE(random_patterns);
	CASE(written_patterns);
})
