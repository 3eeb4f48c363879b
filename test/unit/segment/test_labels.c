/* test_labels.c - lines of a menu. */
#include "segment/line/labels.h"

#include "../../suite.h"

static int is_row(const char *line)
{
	scls_span text = scls_span_of(line);
	scls_shape shape;

	scls_shape_of(text, &shape);
	return scls_is_row_of_labels(text, &shape);
}

START_TEST(rows)
{
	static const char *const lines[] = {
		"女人 亲子 艺术 时尚", "女人|亲子|艺术|时尚|免费试用",
		"女人 · 亲子 · 艺术 · 时尚", "女人　亲子　艺术　｜　时尚",
		"彩票: 双色球 3D 大乐透 七乐彩", "彩票:双色球 大乐透 七乐彩",
	};

	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++)
		ck_assert_msg(is_row(lines[i]), "%s", lines[i]);
}
END_TEST

START_TEST(other_lines)
{
	static const char *const lines[] = {
		"", "女人", "女人 亲子 艺术", "女人亲子艺术时尚星座图库",
		"女 人 亲 子 艺 术", "女人 亲子 艺术 本地时尚新闻", "Home News Sport Contact",
		"서울 지하철 노선 확대", "北城 木板房里的手艺人 守着 铺子 一间",
	};

	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++)
		ck_assert_msg(!is_row(lines[i]), "%s", lines[i]);
}
END_TEST

SUITE("labels", {
	CASE(rows);
	CASE(other_lines);
})
