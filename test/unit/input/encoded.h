/* encoded.h - texts of the project's own, and their bytes in any charset. */
#ifndef TEST_UNIT_ENCODED_H
#define TEST_UNIT_ENCODED_H

#include "../../suite.h"

#include <string.h>
#include <unicode/ucnv.h>

#define SIMPLIFIED \
	"今天上午，市图书馆的新馆正式向读者开放。新馆一共有三层，第一层是" \
	"儿童阅览室，第二层放的是文学和历史书，第三层是安静的自习室。馆长" \
	"说，他们希望每一个来这里的人都能找到一本自己喜欢的书。"
#define TRADITIONAL \
	"今天上午，市圖書館的新館正式向讀者開放。新館一共有三層，第一層是" \
	"兒童閱覽室，第二層放的是文學和歷史書，第三層是安靜的自習室。館長" \
	"說，他們希望每一個來這裡的人都能找到一本自己喜歡的書。"
#define JAPANESE \
	"今日の午前、市立図書館の新しい建物が開館しました。一階は子どもの" \
	"ための部屋で、二階には文学と歴史の本があります。三階は静かに勉強" \
	"できる部屋です。館長は、好きな本を見つけてほしいと話しています。"
#define KOREAN \
	"오늘 오전 시립 도서관의 새 건물이 문을 열었습니다. 일층은 어린이" \
	"열람실이고 이층에는 문학과 역사책이 있습니다. 삼층은 조용히 공부할" \
	"수 있는 방입니다. 관장은 누구나 좋아하는 책을 찾기 바란다고 했습니다."
#define RUSSIAN \
	"Сегодня утром открылось новое здание городской библиотеки. На первом" \
	" этаже детский зал, на втором стоят книги по истории и литературе."
#define FRENCH \
	"Ce matin, la nouvelle bibliothèque a été ouverte aux lecteurs. Le " \
	"premier étage est réservé aux élèves, le deuxième à l'histoire où " \
	"l'on préfère le silence."

/* The bytes of UTF-8 text in a charset; the caller frees them. */
static inline char *encode(const char *charset, const char *text,
                           size_t *size)
{
	UErrorCode status = U_ZERO_ERROR;
	size_t room = strlen(text) * 4 + 16;
	char *bytes = malloc(room);
	int32_t n = ucnv_convert(charset, "UTF-8", bytes, (int32_t)room, text,
	                         (int32_t)strlen(text), &status);

	ck_assert_msg(U_SUCCESS(status), "%s", charset);
	*size = (size_t)n;
	return bytes;
}

#endif
