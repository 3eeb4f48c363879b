/* hole.c - see hole.h. */
#include "headline/hole.h"

#include "headline/fold.h"

#include <uchar.h>

#define LONGEST 24u /* units inside a pair of braces */

/* The length of text where it stands at unit[at], else 0. */
static uint32_t literal(const char32_t *text, const uint32_t *unit, uint32_t n,
                        uint32_t at)
{
	uint32_t i = 0;

	for (; text[i] != 0; i++)
		if (at + i >= n || unit[at + i] != (uint32_t)text[i])
			return 0;
	return i;
}

/* One of a list of words, ended by NULL. */
static uint32_t any_of(const char32_t *const *list, const uint32_t *unit,
                       uint32_t n, uint32_t at)
{
	for (; *list; list++) {
		uint32_t size = literal(*list, unit, n, at);
		if (size)
			return size;
	}
	return 0;
}

/* {name}, {{name}}, ${name}: to the last closing brace.  Of braces in a row the
 * first is asked for all of them: each by itself would look at the rest. */
static uint32_t braces(const uint32_t *unit, uint32_t n, uint32_t at)
{
	uint32_t i = at + (unit[at] == '$' || unit[at] == '#');

	if (i >= n || unit[i] != '{'
	    || (i == at && at > 0 && unit[at - 1] == '{'))
		return 0;
	while (i < n && unit[i] == '{')
		i++;
	for (uint32_t from = i; i < n && i - from < LONGEST; i++)
		if (unit[i] == '}') {
			while (i < n && unit[i] == '}')
				i++;
			return i - at;
		}
	return 0;
}

/* %s, %1$s, %keyword%, $title$, $keyword. */
static uint32_t format(const uint32_t *unit, uint32_t n, uint32_t at)
{
	uint32_t i = at + 1, c = unit[at];

	if ((c != '%' && c != '$') || i >= n)
		return 0;
	while (i < n && (scls_is_latin(unit[i]) || unit[i] == '_'))
		i++;
	if (i == at + 1)
		return 0;
	if (i < n && unit[i] == c)
		return i + 1 - at;
	if (c == '%' && i == at + 2 && (unit[i - 1] == 's'
	                                || unit[i - 1] == 'd'))
		return 2;
	return c == '$' && i - at > 3 ? i - at : 0;
}

/* What a template's author writes into a bracket for himself. */
static const char32_t *const labels[] = {
	U"关键词", U"标题", U"城市", U"地区", U"品牌", U"公司", U"产品",
	U"行业", U"时间", U"名称", U"关键字", U"变量", U"占位符", U"省份",
	U"人名", U"主题", U"年份", U"数字", U"长尾词", U"企业名", U"地名",
	U"内容", U"姓名", U"日期", U"数据", U"技术", U"插入", U"填写",
	U"keyword", U"title", U"city", U"name", U"brand", U"year",
	U"product", U"company", U"location", U"insert", U"topic", U"number",
	U"state", U"niche", U"your ", U"date", U"month", U"category",
	U"キーワード", U"商品名", U"地域名", U"タイトル", U"키워드",
	U"제목", U"지역", U"judul", U"kata kunci", NULL
};

static uint32_t closing(uint32_t c)
{
	switch (c) {
	case '[': return ']';
	case '(': return ')';
	case '<': return '>';
	case U'【': return U'】';
	case U'《': return U'》';
	default: return 0;
	}
}

/* A label in brackets; round ones hold too many honest words. */
static uint32_t label(const uint32_t *unit, uint32_t n, uint32_t at)
{
	uint32_t close = closing(unit[at]), size, i;

	if (!close || close == ')' || close == U'》')
		return 0;
	i = at + 1;
	size = any_of(labels, unit, n, i);
	if (!size)
		return 0;
	i += size;
	while (i < n && i - at < LONGEST && (scls_is_word(unit[i])
	       || unit[i] == ' ' || unit[i] == '_' || unit[i] == '-'))
		i++;
	return i < n && unit[i] == close ? i + 1 - at : 0;
}

static uint32_t empty(const uint32_t *unit, uint32_t n, uint32_t at)
{
	uint32_t close = closing(unit[at]);
	uint32_t i = at + 1;

	if (!close)
		return 0;
	while (i < n && unit[i] == ' ')
		i++;
	return i < n && unit[i] == close ? i + 1 - at : 0;
}

static const char32_t *const nulls[] = {
	U"undefined", U"null", U"nan", U"lorem ipsum", U"[object object]",
	U"tbd", U"placeholder", NULL
};

/* Words that a program writes where it has no value. */
static uint32_t null_word(const uint32_t *unit, uint32_t n, uint32_t at)
{
	uint32_t size;

	if (at > 0 && scls_is_word(unit[at - 1]))
		return 0;
	size = any_of(nulls, unit, n, at);
	return size && (at + size == n || !scls_is_word(unit[at + size])) ? size
	                                                                 : 0;
}

static uint32_t xxx(const uint32_t *unit, uint32_t n, uint32_t at)
{
	uint32_t i = at;

	if (at > 0 && scls_is_word(unit[at - 1]))
		return 0;
	while (i < n && unit[i] == 'x')
		i++;
	return i - at >= 2 && (i == n || !scls_is_word(unit[i])) ? i - at : 0;
}

/* A percent sign that no number stands before. */
static uint32_t percent(const uint32_t *unit, uint32_t at)
{
	return unit[at] == '%' && at > 0 && scls_is_han(unit[at - 1]);
}

uint32_t scls_hole_scan(const uint32_t *unit, uint32_t n, uint32_t at,
                        enum scls_hole *kind)
{
	uint32_t c = unit[at], size;

#define TRY_HOLE(call, k)                 \
	if ((size = (call)) != 0) {       \
		*kind = SCLS_HOLE_##k;    \
		return size;              \
	}
	if (c == 'x')
		TRY_HOLE(xxx(unit, n, at), XXX)
	if (scls_is_latin(c) || c == '[')
		TRY_HOLE(null_word(unit, n, at), NULL)
	if (scls_is_han(c) || scls_is_word(c))
		return 0;
	TRY_HOLE(braces(unit, n, at), BRACES)
	TRY_HOLE(format(unit, n, at), FORMAT)
	TRY_HOLE(label(unit, n, at), LABEL)
	TRY_HOLE(empty(unit, n, at), EMPTY)
	TRY_HOLE(percent(unit, at), PERCENT)
#undef TRY_HOLE
	return 0;
}
