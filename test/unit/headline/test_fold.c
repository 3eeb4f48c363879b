/* test_fold.c - folding keeps the bytes that each unit is made from. */
#include "headline/fold.h"

#include "base/utf8.h"

#include "../../suite.h"

#define ROOM 512

static uint32_t unit[ROOM], from[ROOM], to[ROOM];
static char text[ROOM * 4 + 1];

static scls_units fold(const char *source)
{
	scls_units u = { .unit = unit, .from = from, .to = to,
	                     .room = ROOM };

	scls_fold(scls_span_of(source), &u);
	return u;
}

static const char *as_text(const scls_units *u)
{
	size_t n = 0;

	for (uint32_t i = 0; i < u->n; i++)
		n += scls_utf8_put(u->unit[i], text + n);
	text[n] = '\0';
	return text;
}

static const char *folded(const char *source)
{
	scls_units u = fold(source);

	return as_text(&u);
}

static const char *cleaned(const char *source)
{
	scls_units u = fold(source);

	scls_clean(&u);
	return as_text(&u);
}

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
	ck_assert_uint_ge(u.emoji, 4);
}
END_TEST

START_TEST(private_use_is_not_a_symbol)
{
	scls_units u = fold("a\xEE\x80\x80z"); /* U+E000 */

	ck_assert_uint_eq(u.unit[1], 0xFFFD);
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
	                 "at&t &unknown; &#; &#x110000; &#xd800;");
	ck_assert_str_eq(folded("&"), "&");
	ck_assert_str_eq(folded("&#x4@;&#x4G;&#4A;"), "&#x4@;&#x4g;&#4a;");
	ck_assert_str_eq(folded("&#X4e00;&#x4E0F;"), "一丏");
	ck_assert_str_eq(folded("&#x10FFFF;&#xDFFF;"),
	                 "\xF4\x8F\xBF\xBF&#xdfff;");
	ck_assert_str_eq(folded("&#0000020013;&#20013"),
	                 "&#0000020013;&#20013");
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

START_TEST(fillers_between_characters)
{
	ck_assert_str_eq(cleaned("免*费*下*载"), "免费下载");
	ck_assert_str_eq(cleaned("免 费 下 载"), "免费下载");
	ck_assert_str_eq(cleaned("免|费|下|载"), "免费下载");
	ck_assert_str_eq(cleaned("免★费下载"), "免费下载");
	ck_assert_str_eq(cleaned("免.费下载"), "免费下载");
	/* short runs as well, where nothing touches in the whole line */
	ck_assert_str_eq(cleaned("免 费9折app下 载 吧"), "免费9折app下载吧");
	ck_assert_str_eq(cleaned("免 费 下载"), "免 费 下载");
}
END_TEST

START_TEST(separators_stay)
{
	ck_assert_str_eq(cleaned("小说大全-小说网"), "小说大全-小说网");
	ck_assert_str_eq(cleaned("新闻_财经_股票"), "新闻_财经_股票");
	ck_assert_str_eq(cleaned("上海 北京"), "上海 北京");
}
END_TEST

START_TEST(spaces_beside_letters_go)
{
	ck_assert_str_eq(cleaned("  提升 86% 以上 "), "提升86%以上");
	ck_assert_str_eq(cleaned("用 iPhone 拍照"), "用iphone拍照");
	ck_assert_str_eq(cleaned("new  iPhone   case"), "new iphone case");
}
END_TEST

START_TEST(letters_in_numbers)
{
	ck_assert_str_eq(cleaned("飙升3O8.7%"), "飙升308.7%");
	ck_assert_str_eq(cleaned("飙升2l7%"), "飙升217%");
	ck_assert_str_eq(cleaned("飙升lll.O%"), "飙升111.0%");
	ck_assert_str_eq(cleaned("8O岁减9O斤"), "80岁减90斤");
	ck_assert_str_eq(cleaned("o3模型 i5万元"), "o3模型15万元");
	ck_assert_str_eq(cleaned("iPhone 15 oil 10l"), "iphone 15 oil 10l");
}
END_TEST

/* Units behind the end are read, and mean nothing. */
START_TEST(what_stands_behind_is_not_cleaned)
{
	static const char *const lines[] = {
		"免*费*下*", "免 费 下 ", "免 费 下", "水边 ", "3o8", "8o", "飙升ll.o",
		"飙升2l7", "a b ", "o", "免*", "免"
	};
	static const uint32_t behind[] = { 0x4E2D, '*', ' ', '%', '7', 'o' };

	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
		char expected[64];

		for (size_t k = 0; k < sizeof(behind) / sizeof(behind[0]);
		     k++) {
			scls_units u = fold(lines[i]);

			for (uint32_t b = 0; b < 8; b++)
				unit[u.n + b] = behind[k];
			scls_clean(&u);
			if (k == 0)
				strcpy(expected, as_text(&u));
			ck_assert_str_eq(as_text(&u), expected);
		}
	}
	ck_assert_str_eq(cleaned("免*费*下*"), "免费下*");
}
END_TEST

/* Not all is spaced out where two characters touch, at the front as well. */
START_TEST(partly_spaced_out)
{
	ck_assert_str_eq(cleaned("木桥 边9水 鸟a山 树"), "木桥 边9水 鸟a山 树");
	ck_assert_str_eq(cleaned("桥 边9水 鸟a山 树"), "桥边9水鸟a山树");
	ck_assert_str_eq(cleaned("桥 边9水 鸟a山树"), "桥 边9水 鸟a山树");
	ck_assert_str_eq(cleaned("桥 边9水 鸟a山~树"), "桥 边9水 鸟a山~树");
}
END_TEST

/* Every digit is one. */
START_TEST(letters_beside_each_digit)
{
	for (char d = '0'; d <= '9'; d++) {
		char given[] = "up 0o0 l0", clean[] = "up 000 l0";

		given[3] = given[5] = given[8] = d;
		clean[3] = clean[5] = clean[8] = d;
		ck_assert_str_eq(cleaned(given), clean);
	}
}
END_TEST

/* One filler that is enough, and one that is not; a run is of one mark. */
START_TEST(fillers_of_a_kind)
{
	ck_assert_str_eq(cleaned("木桥·边"), "木桥边");
	ck_assert_str_eq(cleaned("木桥^边"), "木桥边");
	ck_assert_str_eq(cleaned("木桥●边"), "木桥边");
	ck_assert_str_eq(cleaned("木桥-边"), "木桥-边");
	ck_assert_str_eq(cleaned("木桥~边"), "木桥~边");
	ck_assert_str_eq(cleaned("木桥边-看-水-鸟"), "木桥边看水鸟");
	ck_assert_str_eq(cleaned("木桥边-看-水"), "木桥边-看-水");
	ck_assert_str_eq(cleaned("木桥边-看-水~鸟"), "木桥边-看-水~鸟");
	ck_assert_str_eq(cleaned("木*a"), "木*a");
	ck_assert_str_eq(cleaned("木,桥,边,看"), "木,桥,边,看");
}
END_TEST

START_TEST(fillers_are_counted)
{
	scls_units u = fold("免*费*下*载");

	scls_clean(&u);
	ck_assert_uint_eq(u.hidden, 3);
	ck_assert_uint_eq(from[1], 4);
	ck_assert_uint_eq(to[1], 7);
	u = fold("木桥-边");
	scls_clean(&u);
	ck_assert_uint_eq(u.hidden, 0);
}
END_TEST

/* Spaces are looked for 64 units at a time. */
START_TEST(spaces_of_a_long_text)
{
	char source[100], clean[100];

	for (unsigned n = 60; n < 70; n++) {
		memset(source, 'a', n);
		memcpy(clean, source, n);
		strcpy(source + n, " b 中 c");
		strcpy(clean + n, " b中c");
		ck_assert_str_eq(cleaned(source), clean);
	}
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
	CASE(look_alikes);
	CASE(entities);
	CASE(bad_bytes_become_replacement);
	CASE(offsets_point_at_the_source);
	CASE(offsets_rise);
	CASE(room_is_kept);
	CASE(fillers_between_characters);
	CASE(partly_spaced_out);
	CASE(letters_beside_each_digit);
	CASE(fillers_of_a_kind);
	CASE(fillers_are_counted);
	CASE(what_stands_behind_is_not_cleaned);
	CASE(separators_stay);
	CASE(spaces_beside_letters_go);
	CASE(letters_in_numbers);
	CASE(spaces_of_a_long_text);
	CASE(empty);
	CASE(folding_twice_changes_nothing);
})
