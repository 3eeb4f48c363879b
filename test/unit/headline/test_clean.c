/* test_clean.c - what only breaks a line up goes, and is counted. */
#include "fold_fixture.h"

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
	ck_assert_str_eq(cleaned("《木·桥》"), "《木桥》");
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
	ck_assert_str_eq(cleaned("涨lO%"), "涨10%");
	ck_assert_str_eq(cleaned("飙升:lO%"), "飙升:10%");
	ck_assert_str_eq(cleaned("o3模型 i5万元"), "o3模型15万元");
	ck_assert_str_eq(cleaned("iPhone 15 oil 10l"), "iphone 15 oil 10l");
}
END_TEST

/* A filler is found wherever it stands in a row of characters. */
START_TEST(fillers_of_a_long_text)
{
	char source[100] = "", clean[100];

	for (unsigned n = 0; n < 20; n++) {
		strcpy(clean, source);
		strcat(clean, "木桥边水");
		strcat(source, "木★桥边水");
		ck_assert_str_eq(cleaned(source), clean);
		source[3 * n] = '\0';
		strcat(source, "鸟");
	}
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

SUITE("clean", {
	CASE(fillers_between_characters);
	CASE(partly_spaced_out);
	CASE(letters_beside_each_digit);
	CASE(fillers_of_a_kind);
	CASE(fillers_are_counted);
	CASE(what_stands_behind_is_not_cleaned);
	CASE(separators_stay);
	CASE(spaces_beside_letters_go);
	CASE(letters_in_numbers);
	CASE(fillers_of_a_long_text);
	CASE(spaces_of_a_long_text);
})
