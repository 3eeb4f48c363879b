/* test_fold.c - folding keeps the bytes that each unit is made from. */
#include "fold_fixture.h"

#include <stdio.h>

START_TEST(ascii_is_lowered)
{
	ck_assert_str_eq(folded("Best VPN 2025!"), "best vpn 2025!");
	ck_assert_str_eq(folded("a\tb\nc"), "a b c");
}
END_TEST

START_TEST(width_and_case)
{
	ck_assert_str_eq(folded("ＡＰＰ下载　３０８．７％"), "app下载 308.7%");
	ck_assert_str_eq(folded("，：！？（）"), ",:!?()");
	ck_assert_str_eq(folded("Ⅷ①㎡㍿"), "viii1m2株式会社");
	ck_assert_str_eq(folded("ﾊﾝｶｸ"), "ハンカク");
}
END_TEST

START_TEST(traditional_becomes_simplified)
{
	ck_assert_str_eq(folded("臺灣國際標準"), "台湾国际标准");
	ck_assert_str_eq(folded("機器學習與數據"), "机器学习与数据");
}
END_TEST

START_TEST(percent_signs)
{
	ck_assert_str_eq(folded("9％ 9﹪ 9٪"), "9% 9% 9%");
}
END_TEST

START_TEST(marks_are_joined)
{
	ck_assert_str_eq(folded("cafe\xCC\x81"), "café");
	ck_assert_str_eq(folded("か\xE3\x82\x99"), "が");
	/* jamo to a syllable */
	ck_assert_str_eq(folded("\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB"), "한");
}
END_TEST

START_TEST(stacked_marks_are_counted)
{
	scls_units u = fold("芯\xCC\xB6片\xCC\xB6");

	ck_assert_str_eq(as_text(&u), "芯片");
	ck_assert_uint_eq(u.hidden, 2);
}
END_TEST

START_TEST(invisible_marks_go)
{
	scls_units u = fold("理\xE2\x80\x8B想\xEF\xBB\xBF汽\xC2\xAD车");

	ck_assert_str_eq(as_text(&u), "理想汽车");
	ck_assert_uint_eq(u.hidden, 3);
}
END_TEST

START_TEST(pictographs_go)
{
	scls_units u = fold("🔥免费👨‍👩‍👧下载⬇️");

	ck_assert_str_eq(as_text(&u), "免费下载");
	ck_assert_uint_eq(u.emoji, 5); /* what joins or varies them is none */
	ck_assert_uint_eq(u.hidden, 0);
}
END_TEST

START_TEST(private_use_is_not_a_symbol)
{
	scls_units u = fold("a\xEE\x80\x80z"); /* U+E000 */

	ck_assert_uint_eq(u.unit[1], 0xFFFD);
}
END_TEST

/* Tags say whose a flag is, as England's; behind anything else they hide. */
START_TEST(tags_of_flags)
{
	static const char tags[] = "\xF3\xA0\x81\xA7\xF3\xA0\x81\xA2";
	char line[64];

	snprintf(line, sizeof(line), "a \xF0\x9F\x8F\xB4%s b", tags);
	ck_assert_uint_eq(fold(line).hidden, 0);
	snprintf(line, sizeof(line), "a%sb", tags);
	ck_assert_uint_eq(fold(line).hidden, 2);
	ck_assert_str_eq(folded(line), "ab");
}
END_TEST

START_TEST(look_alikes)
{
	/* Cyrillic a, o, p, c */
	ck_assert_str_eq(folded("\xD0\xB0\xD0\xBE\xD1\x80\xD1\x81"), "aopc");
	ck_assert_str_eq(folded("“x”‘y’—–"), "\"x\"'y'--");
}
END_TEST

START_TEST(entities)
{
	ck_assert_str_eq(folded("&#29702;&#x60F3;&amp;&lt;&nbsp;x"),
	                 "理想&< x");
	ck_assert_str_eq(folded("AT&T &unknown; &#; &#x110000; &#xD800;"),
	                 "at&t &unknown; &#;  ");
	ck_assert_str_eq(folded("&"), "&");
	ck_assert_str_eq(folded("&#x@;&#xG;&#A;"), "&#x@;&#xg;&#a;");
	ck_assert_str_eq(folded("&#X4e00;&#x4E0F;"), "一丏");
	ck_assert_str_eq(folded("&#x10FFFF;&#xDFFF;"),
	                 "\xF4\x8F\xBF\xBF");
	ck_assert_str_eq(folded("&#0000020013;&#20013"),
	                 "中中");
	ck_assert_str_eq(folded("&#29702&#24819;3&percnt;"), "理想3%");
}
END_TEST

/* Feeds escape what is escaped. */
START_TEST(escaped_twice)
{
	const char *source = "a&amp;#29702;b";
	scls_units u = fold(source);

	ck_assert_str_eq(folded(source), "a理b");
	ck_assert_uint_eq(u.from[1], 1);
	ck_assert_uint_eq(u.to[1], strlen(source) - 1);
	ck_assert_str_eq(folded("&amp;amp;lt;"), "<");
	ck_assert_str_eq(folded("AT&amp;T &amp;&amp; &amp;"), "at&t && &");
}
END_TEST

START_TEST(digits_of_all_scripts)
{
	ck_assert_str_eq(folded("٣٠٨ ۳۰۸ ३०८ ๓๐๘"), "308 308 308 308");
	ck_assert_str_eq(folded("❶➁➌⓪⓿ ⓫❿"), "12300 1110");
}
END_TEST

START_TEST(letters_in_disguise)
{
	ck_assert_str_eq(folded("ᴀɪ 🅐🅑 🅰🅱"), "ai ab ab");
	ck_assert_str_eq(folded("a\xE2\xA0\x80" "b"), "a b"); /* braille */
}
END_TEST

START_TEST(bad_bytes_become_replacement)
{
	scls_units u = fold("a\xFF\xE4\xB8z");

	ck_assert_uint_eq(u.n, 4);
	ck_assert_uint_eq(u.unit[1], 0xFFFD);
	ck_assert_uint_eq(u.unit[2], 0xFFFD);
	ck_assert_uint_eq(u.to[3], 5);
	/* U+FFFD that is written is no bad byte. */
	ck_assert(u.bad && fold("\xF0\x9F\x98x").bad && fold("\xEF\xBF").bad);
	ck_assert(!fold("\xEF\xBF\xBD").bad && !fold("&#xFFFD;").bad);
	ck_assert(!fold("").bad && !fold("\xEF\xBC\xA1").bad);
}
END_TEST

START_TEST(offsets_point_at_the_source)
{
	const char *source = "Ａ㎡&#29702;x";
	scls_units u = fold(source);

	ck_assert_uint_eq(u.n, 5); /* a m 2 li x */
	ck_assert_uint_eq(u.from[0], 0);
	ck_assert_uint_eq(u.to[0], 3);
	ck_assert_uint_eq(u.from[1], 3);
	ck_assert_uint_eq(u.to[1], 6);
	ck_assert_uint_eq(u.from[2], 3);
	ck_assert_uint_eq(u.to[2], 6);
	ck_assert_uint_eq(u.from[3], 6);
	ck_assert_uint_eq(u.to[3], 14);
	ck_assert_uint_eq(u.from[4], 14);
}
END_TEST

START_TEST(offsets_rise)
{
	scls_units u = fold("a&amp;é🔥の\xE3\x82\x99한국 臺②\xFF z");

	for (uint32_t i = 0; i < u.n; i++) {
		ck_assert_uint_lt(u.from[i], u.to[i]);
		if (i > 0)
			ck_assert_uint_ge(u.from[i], u.from[i - 1]);
	}
}
END_TEST

START_TEST(room_is_kept)
{
	scls_units u = { .unit = unit, .from = from, .to = to,
	                     .room = 4 };

	scls_fold(scls_span_of("abcdefgh"), &u);
	ck_assert_uint_eq(u.n, 4);
	ck_assert_int_eq(u.cut, 1);
	scls_fold(scls_span_of("abcd"), &u);
	ck_assert_int_eq(u.cut, 0);
}
END_TEST

START_TEST(empty)
{
	scls_units u = fold("");

	scls_clean(&u);
	ck_assert_uint_eq(u.n, 0);
	ck_assert_str_eq(cleaned("   "), "");
	ck_assert_str_eq(cleaned("🔥"), "");
}
END_TEST

START_TEST(folding_twice_changes_nothing)
{
	static const char *const lines[] = {
		"ＡＰＰ下載３０８．７％", "Ⅷ①㎡㍿ ﾊﾝｶｸ", "cafe\xCC\x81 Straße",
		"機器學習 “x” — &amp;", "Привет мир",
	};

	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
		char once[ROOM * 4 + 1];

		strcpy(once, cleaned(lines[i]));
		ck_assert_str_eq(cleaned(once), once);
	}
}
END_TEST

SUITE("fold", {
	CASE(ascii_is_lowered);
	CASE(width_and_case);
	CASE(traditional_becomes_simplified);
	CASE(percent_signs);
	CASE(marks_are_joined);
	CASE(stacked_marks_are_counted);
	CASE(invisible_marks_go);
	CASE(pictographs_go);
	CASE(private_use_is_not_a_symbol);
	CASE(tags_of_flags);
	CASE(look_alikes);
	CASE(entities);
	CASE(escaped_twice);
	CASE(digits_of_all_scripts);
	CASE(letters_in_disguise);
	CASE(bad_bytes_become_replacement);
	CASE(offsets_point_at_the_source);
	CASE(offsets_rise);
	CASE(room_is_kept);
	CASE(empty);
	CASE(folding_twice_changes_nothing);
})
