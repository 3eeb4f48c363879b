/* test_line_shape.c - what a line looks like, in any language. */
#include "segment/line/line_shape.h"

#include "base/random.h"
#include "base/utf8.h"

#include "../../suite.h"

#include <uchar.h>

static scls_shape shape(const char *line)
{
	scls_shape s;

	scls_shape_of(scls_span_of(line), &s);
	return s;
}

START_TEST(columns_not_words)
{
	scls_shape zh = shape("城市更新的五个问题");
	scls_shape en = shape("Five questions");

	ck_assert_uint_eq(zh.chars, 9);
	ck_assert_uint_eq(zh.width, 18);
	ck_assert_uint_eq(zh.han, 9);
	ck_assert_uint_eq(en.chars, 13);
	ck_assert_uint_eq(en.width, 13);
	ck_assert_uint_eq(en.words, 2);
	ck_assert_uint_eq(en.titled, 1);
}
END_TEST

START_TEST(kana_and_hangul_are_wide)
{
	scls_shape ja = shape("カタカナとひらがな");
	scls_shape ko = shape("새로운 도서관");

	ck_assert_uint_eq(ja.wide, 9);
	ck_assert_uint_eq(ja.han, 0);
	ck_assert_uint_eq(ko.wide, 6);
	ck_assert_uint_eq(ko.width, 12);
}
END_TEST

/* Rare characters of Han are some, too; kana and wide marks are none. */
START_TEST(rare_characters)
{
	ck_assert_uint_eq(shape("㐀城𠀀").han, 3);
	ck_assert_uint_eq(shape("豈").han, 1);
	ck_assert_uint_eq(shape("カ가").han, 0);
	ck_assert_uint_eq(shape("éж").han, 0);
}
END_TEST

START_TEST(sentences_end)
{
	ck_assert_uint_eq(shape("It rained. We stayed.").stops, 2);
	ck_assert_uint_eq(shape("It rained. We stayed.").inner, 1);
	ck_assert_uint_eq(shape("下雨了。我们没走。").stops, 2);
	ck_assert_uint_eq(shape("下雨了！我们没走").inner, 1);
	ck_assert_uint_eq(shape("雨が降った。").inner, 0);
	ck_assert_uint_eq(shape("क्या यह ठीक है।").stops, 1);
	ck_assert_int_eq(shape("It rained.").last, SCLS_MARK_STOP);
}
END_TEST

START_TEST(dots_that_end_nothing)
{
	ck_assert_uint_eq(shape("Version 2.0 of foo.bar is out").stops, 0);
	ck_assert_uint_eq(shape("U.S. data").stops, 1);
	ck_assert_uint_eq(shape(". . .").stops, 0);
	ck_assert_uint_eq(shape("增长3.7个百分点").stops, 0);
	ck_assert_uint_eq(shape("at www.example.org today").stops, 0);
}
END_TEST

START_TEST(ellipsis_in_both_ways)
{
	ck_assert_int_eq(shape("and so it goes...").ellipsis, 1);
	ck_assert_int_eq(shape("就这样…").ellipsis, 1);
	ck_assert_int_eq(shape("and so it goes.").ellipsis, 0);
	ck_assert_int_eq(shape("... and so it goes").ellipsis, 0);
}
END_TEST

START_TEST(numbered_lines)
{
	ck_assert_int_eq(shape("1 智能制造").numbered, 1);
	ck_assert_int_eq(shape("12. Name").numbered, 1);
	ck_assert_int_eq(shape("(3) Name").numbered, 1);
	ck_assert_int_eq(shape("[4] Name").numbered, 1);
	ck_assert_int_eq(shape("5、名称").numbered, 1);
	ck_assert_int_eq(shape("（6）名称").numbered, 1);
	ck_assert_int_eq(shape("【7】名称").numbered, 1);
	ck_assert_int_eq(shape("8）名称").numbered, 1);
	ck_assert_int_eq(shape("9．名称").numbered, 1);
	ck_assert_int_eq(shape("1　名称").numbered, 1);
	ck_assert_int_eq(shape("《8》名称").numbered, 0);
	ck_assert_int_eq(shape("（名称").numbered, 0);
	ck_assert_int_eq(shape("2025年的三件事").numbered, 0);
	ck_assert_int_eq(shape("3D打印").numbered, 0);
	ck_assert_int_eq(shape("1(2) Name").numbered, 0);
	ck_assert_int_eq(shape("123. Name").numbered, 1);
	ck_assert_int_eq(shape("1234. Name").numbered, 0);
	ck_assert_int_eq(shape("12.").numbered, 0);
	ck_assert_int_eq(shape("2024 in review").numbered, 0);
	ck_assert_int_eq(shape("7").numbered, 0);
}
END_TEST

START_TEST(marks_are_counted)
{
	scls_shape s = shape("甲，乙：“丙” 50% | 丁");

	ck_assert_uint_eq(s.commas, 1);
	ck_assert_uint_eq(s.colons, 1);
	ck_assert_uint_eq(s.quotes, 2);
	ck_assert_uint_eq(s.digits, 2);
	ck_assert_uint_eq(s.others, 2);
	ck_assert_int_eq(s.first, SCLS_MARK_WIDE);
	ck_assert_int_eq(s.last, SCLS_MARK_WIDE);
}
END_TEST

/* Rows of small words are taken at once; capitals are not, and count alike. */
START_TEST(words_in_a_row)
{
	scls_shape low = shape("done. one two  three four,five six 城 seven");
	scls_shape high = shape("DONE. ONE TWO  THREE FOUR,FIVE SIX 城 SEVEN");

	ck_assert_uint_eq(low.words, 8);
	ck_assert_uint_eq(low.letters, 31);
	ck_assert_uint_eq(low.words, high.words);
	ck_assert_uint_eq(low.letters, high.letters);
	ck_assert_uint_eq(low.chars, high.chars);
	ck_assert_uint_eq(low.width, high.width);
	ck_assert_uint_eq(low.inner, high.inner);
	ck_assert_uint_eq(low.commas, high.commas);
}
END_TEST

/* A line is looked at by so many bytes: where these end does not matter. */
START_TEST(blanks_before_it_change_nothing)
{
	static const char line[] = "A\xC3\xA9rea\xC3\x89t 3 km. Two\xE4\xB8\xAD"
		"\xE6\x96\x87\xE3\x80\x82\xE4\xB8\x80 v1.2 (x), \"is it?\" "
		"No... Z and so on, but not for ever: the end of it...";
	char moved[sizeof(line) + 130];
	scls_shape s = shape(line);

	for (size_t n = 0; n < 130; n++) {
		scls_shape t;

		memset(moved, ' ', n);
		memcpy(moved + n, line, sizeof(line));
		t = shape(moved);
		ck_assert_mem_eq(&s, &t, sizeof(s));
	}
	ck_assert_uint_eq(s.stops, 5);
	ck_assert_uint_eq(s.inner, 4);
	ck_assert_uint_eq(s.words, 20);
	ck_assert_uint_eq(s.titled, 4);
}
END_TEST

static int is_letter(scls_mark mark)
{
	return mark == SCLS_MARK_LOWER || mark == SCLS_MARK_UPPER
	       || mark == SCLS_MARK_LETTER;
}

/* What stands before a character, and a stop that waits for what follows. */
typedef struct place {
	scls_mark before, solid;
	int stop, dots;
} place;

static void see_stop(place *p, uint32_t c)
{
	p->dots += c == '.' ? 1 : c == U'…' ? 3 : 0;
	if (c != '.' || is_letter(p->before) || p->before == SCLS_MARK_WIDE
	    || p->before == SCLS_MARK_CLOSE || p->before == SCLS_MARK_QUOTE
	    || p->solid == SCLS_MARK_DIGIT)
		p->stop = c < 0x80 ? 1 : 2;
}

static void see(place *p, uint32_t c, scls_shape *s)
{
	scls_mark mark = scls_mark_of(c);

	if (is_letter(mark) || mark == SCLS_MARK_WIDE
	    || mark == SCLS_MARK_DIGIT) {
		if (p->stop == 2 || (p->stop && (p->before != SCLS_MARK_STOP
		                                 || mark == SCLS_MARK_WIDE)))
			s->inner++;
		p->stop = 0;
	}
	if (is_letter(mark) && !is_letter(p->before)) {
		s->words++;
		s->titled += mark == SCLS_MARK_UPPER;
	}
	if (mark == SCLS_MARK_STOP)
		see_stop(p, c);
	else if (mark != SCLS_MARK_SPACE)
		p->dots = 0;
	s->letters += (uint32_t)is_letter(mark);
	s->wide += mark == SCLS_MARK_WIDE;
	s->digits += mark == SCLS_MARK_DIGIT;
	s->commas += mark == SCLS_MARK_COMMA;
	s->colons += mark == SCLS_MARK_COLON;
	s->others += mark == SCLS_MARK_OTHER || mark == SCLS_MARK_BULLET;
	s->quotes += mark == SCLS_MARK_OPEN || mark == SCLS_MARK_CLOSE
	             || mark == SCLS_MARK_QUOTE;
	s->chars += mark != SCLS_MARK_SPACE;
	p->before = mark;
	if (mark == SCLS_MARK_SPACE)
		return;
	p->solid = mark;
	if (s->first == SCLS_MARK_NONE)
		s->first = (uint8_t)mark;
}

static scls_shape one_by_one(scls_span line)
{
	place p = { SCLS_MARK_NONE, SCLS_MARK_NONE, 0, 0 };
	scls_shape s;

	memset(&s, 0, sizeof(s));
	for (size_t at = 0; at < line.size;)
		see(&p, scls_utf8_next(line.data, line.size, &at), &s);
	s.last = (uint8_t)(p.stop ? SCLS_MARK_STOP : p.solid);
	s.stops = s.inner + (p.stop != 0);
	s.ellipsis = p.dots >= 3;
	return s;
}

/* A line of some of these, and of a, A, 1 and 城 as often. */
static size_t make_line(scls_random *chance, char *line)
{
	static const char32_t some[] =
		U".. ,,!\"()[]-:;*\t。，、…é\u00a0\u3000“”《（カ가é１Ａя·";
	size_t size = 0;

	for (uint64_t n = scls_random_next(chance) % 90; n > 0; n--) {
		char32_t c = U"aA1城"[scls_random_next(chance) % 4];

		if (scls_random_next(chance) % 3 == 0)
			c = some[scls_random_next(chance)
			         % (sizeof(some) / sizeof(*some) - 1)];
		size += scls_utf8_put(c, line + size);
	}
	return size;
}

/* Marks and letters by the bits of many bytes are the same as these. */
START_TEST(as_one_by_one)
{
	scls_random chance = scls_random_from(7);

	for (int n = 0; n < 20000; n++) {
		char text[90 * 4];
		scls_span line = { text, make_line(&chance, text) };
		scls_shape s, slow = one_by_one(line);

		scls_shape_of(line, &s);
		slow.numbered = s.numbered;
		slow.upper = s.upper;
		slow.han = s.han;
		slow.width = slow.chars + slow.wide;
		HOLDS(memcmp(&s, &slow, sizeof(s)) == 0, n);
	}
}
END_TEST

START_TEST(nothing_to_see)
{
	scls_shape s = shape("");

	ck_assert_uint_eq(s.chars, 0);
	ck_assert_int_eq(s.first, SCLS_MARK_NONE);
	ck_assert_int_eq(s.last, SCLS_MARK_NONE);
	s = shape(" \t\xe3\x80\x80 ");
	ck_assert_uint_eq(s.chars, 0);
	ck_assert_int_eq(scls_shape_is_headline(&s), 0);
}
END_TEST

static int headline(const char *line)
{
	return scls_is_headline(scls_span_of(line));
}

START_TEST(headlines_and_others)
{
	ck_assert(headline("老城区改造完成，居民年底前搬回"));
	ck_assert(headline("How the old town was rebuilt in three years"));
	ck_assert(headline("지역 도서관 이용자 크게 늘어"));
	ck_assert(headline("図書館の利用者が三年ぶりに増加"));
	ck_assert(!headline("更多"));
	ck_assert(!headline("关键数据如下所示，请看："));
	ck_assert(!headline("It rained. We stayed. Nobody came."));
	ck_assert(!headline("----------------------------"));
}
END_TEST

SUITE("line_shape", {
	CASE(columns_not_words);
	CASE(kana_and_hangul_are_wide);
	CASE(rare_characters);
	CASE(sentences_end);
	CASE(dots_that_end_nothing);
	CASE(ellipsis_in_both_ways);
	CASE(numbered_lines);
	CASE(marks_are_counted);
	CASE(words_in_a_row);
	CASE(blanks_before_it_change_nothing);
	CASE(as_one_by_one);
	CASE(nothing_to_see);
	CASE(headlines_and_others);
})
