/* test_overlap.c - wording seen before, in thousandths. */
#include "segment/line/overlap.h"

#include "../../suite.h"

#include <stdio.h>
#include <string.h>

static scls_pieces set; /* two of them */

/* Of those that are asked for; they become more where add is not 0. */
static uint32_t share(const char *text, int add)
{
	uint32_t found = scls_pieces_add(&set, scls_span_of(text)).asked;

	if (add)
		scls_pieces_ask(&set, scls_span_of(text));
	return found;
}

static void set_up(void)
{
	memset(&set, 0, sizeof(set));
}

START_TEST(wide_pairs)
{
	set_up();
	ck_assert_uint_eq(share("城市更新", 1), 0);
	ck_assert_uint_eq(share("城市更新", 0), 1000);
	ck_assert_uint_eq(share("城市", 0), 1000);
	ck_assert_uint_eq(share("城市交通", 0), 333);
	ck_assert_uint_eq(share("河边散步", 0), 0);
}
END_TEST

/* Han beyond the plane's middle, kana and marks between them. */
START_TEST(pairs_where_runs_meet)
{
	set_up();
	(void)share("漢字カナ㐀漢", 1);
	ck_assert_uint_eq(share("字カ", 0), 1000);
	ck_assert_uint_eq(share("ナ㐀漢", 0), 1000);
	ck_assert_uint_eq(share("漢、字", 0), 0);
	ck_assert_uint_eq(share("漢a字", 0), 0);
}
END_TEST

/* Between two pieces a mark is as good as a blank, wherever it stands. */
START_TEST(marks_are_gaps)
{
	static const char *const marks[] = {
		"，", "。", "、", "《", "’", "·", "…", "１", "!", "\xC2\xA0"
	};
	static const char end[] = "river 城市 walk";

	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		for (size_t n = 0; n < 70; n++) {
			char blank[200] = "", marked[200] = "";

			for (size_t k = 0; k < n; k++)
				strcat(blank, k % 9 ? "a" : " ");
			strcpy(marked, blank);
			sprintf(blank + n, "bank %sé 更新 新", end);
			sprintf(marked + n, "bank%s%sé%s更新%s新", marks[i],
			        end, marks[i], marks[i]);
			set_up();
			(void)share(blank, 1);
			HOLDS(share(marked, 0) == 1000, (int)n);
			set_up();
			(void)share(marked, 1);
			HOLDS(share(blank, 0) == 1000, (int)n);
		}
}
END_TEST

START_TEST(words_without_case)
{
	set_up();
	(void)share("The River walks again", 1);
	ck_assert_uint_eq(share("RIVER", 0), 1000);
	ck_assert_uint_eq(share("river bank", 0), 500);
	/* Short words are too common to tell anything. */
	ck_assert_uint_eq(share("the", 0), 0);
	(void)share("a bcd abc de", 1);
	ck_assert_uint_eq(share("a xyz", 0), 0);
	ck_assert_uint_eq(share("abc", 0), 0);
	ck_assert_uint_eq(share("de", 0), 0);
}
END_TEST

/* A word of n letters and what may stand behind it; asked for by itself, and
 * found in every place. */
static void find_everywhere(size_t n, const char *behind)
{
	static char text[500]; /* the set keeps its end */
	char word[256];

	for (size_t i = 0; i < n; i++)
		word[i] = (char)((i % 3 ? 'a' : 'A') + i * 7 % 26);
	word[n] = '\0';
	strcat(word, behind);
	set_up();
	scls_pieces_ask(&set, scls_span_of(word));
	set.text_end = text + sizeof(text);
	for (size_t at = 0; at < 140; at++) {
		memset(text, ' ', at);
		strcpy(text + at, word);
		strcat(text, " ");
		ck_assert_uint_eq(share(text, 0), 1000);
	}
}

START_TEST(a_word_in_every_place)
{
	for (size_t n = 4; n < 200; n += n < 50 ? 1 : 37) {
		find_everywhere(n, "");
		find_everywhere(n, ", 17");
		find_everywhere(n, "\xC3\xA9");
		find_everywhere(n, "\xC3\xA9s");
		find_everywhere(n, "\xE4\xB8\xAD");
	}
}
END_TEST

/* Nothing behind the text is read. */
START_TEST(words_before_the_end)
{
	static const char text[] = "one river: walks again";

	set_up();
	(void)share("river walks again", 1);
	for (size_t size = sizeof(text) - 1; size > 17; size--) {
		char *copy = malloc(size);
		scls_span span = { copy, size };

		ck_assert_ptr_nonnull(copy);
		memcpy(copy, text, size);
		set.text_end = copy + size;
		ck_assert_uint_eq(scls_pieces_add(&set, span).asked,
		                  size == 21 ? 666 : 1000); /* "agai" */
		free(copy);
	}
}
END_TEST

START_TEST(asking_adds_nothing)
{
	set_up();
	(void)share("城市更新", 0);
	ck_assert_uint_eq(share("城市更新", 0), 0);
	ck_assert_uint_eq(share("", 1), 0);
	ck_assert_uint_eq(share("1 2 3", 1), 0);
}
END_TEST

START_TEST(both_sets)
{
	scls_overlap found;

	set_up();
	scls_pieces_ask(&set, scls_span_of("城市更新"));
	found = scls_pieces_add(&set, scls_span_of("城市"));
	ck_assert_uint_eq(found.asked, 1000);
	ck_assert_uint_eq(found.grown, 0);
	found = scls_pieces_add(&set, scls_span_of("城市"));
	ck_assert_uint_eq(found.grown, 1000);
	found = scls_pieces_add(&set, scls_span_of("城市交通"));
	ck_assert_uint_eq(found.asked, 333);
	ck_assert_uint_eq(found.grown, 333);
}
END_TEST

SUITE("overlap", {
	CASE(both_sets);
	CASE(wide_pairs);
	CASE(pairs_where_runs_meet);
	CASE(marks_are_gaps);
	CASE(words_without_case);
	CASE(a_word_in_every_place);
	CASE(words_before_the_end);
	CASE(asking_adds_nothing);
})
