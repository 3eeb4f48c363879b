/* test_line.c - what the verdict gets to know of one line. */
#include "engine/body.h"

#include "engine_fixture.h"

static scls_line line_of(const char *text)
{
	scls_headline_score score = engine_score(text);
	scls_line line;

	scls_line_from(db, &score, 7, &line);
	return line;
}

static uint32_t kinds(const char *text)
{
	return line_of(text).kinds;
}

/* A line of n different characters with a mark behind the first `at`. */
static scls_line marked(uint32_t n, uint32_t at, const char *mark)
{
	char all[512], text[1024];

	engine_characters(all, n);
	memcpy(text, all, 3 * at);
	strcpy(text + 3 * at, mark);
	strcat(text, all + 3 * at);
	return line_of(text);
}

START_TEST(what_is_copied)
{
	scls_line line = line_of("青州的河边");
	scls_headline_score score = engine_score("青州的河边");

	ck_assert_int_ne(score.score, 0);
	ck_assert_int_eq(line.score, score.score);
	ck_assert_uint_eq(line.list, 7);
	ck_assert_int_eq(line.likely, db->model.likely);
	ck_assert_int_eq(line.certain, db->model.certain);
	ck_assert_uint_eq(line.topic, SCLS_NO_TOPIC);
	ck_assert_uint_eq(line.length, 5);
	ck_assert_uint_eq(line.slots, 1);
	ck_assert_uint_eq(line.pieces, 4);
	ck_assert_uint_eq(line.fillers, 0);
	ck_assert_uint_eq(line_of("木*桥*边*水").fillers, 3);
}
END_TEST

/* Wherever it stands, a mark is the same; none is left out, of a line that is
 * longer than what is looked at at once, too. */
START_TEST(marks_anywhere)
{
	uint64_t one = line_of("水,边").marks;

	ck_assert(one != 0);
	ck_assert(marked(140, 0, "").marks == 0);
	for (uint32_t at = 1; at <= 140; at++)
		HOLDS(marked(140, at, ",").marks == one, at);
	ck_assert(marked(140, 3, ";").marks != one);
}
END_TEST

/* In their order; letters, digits, spaces and slots are none. */
START_TEST(marks_in_order)
{
	ck_assert(line_of("水,边;木").marks == line_of("树,上面;鸟").marks);
	ck_assert(line_of("水,边;木").marks != line_of("水;边,木").marks);
	ck_assert(line_of("水,边").marks != line_of("水,边,木").marks);
	ck_assert(line_of("az 09 é ж 青州 㐀水").marks == 0);
	ck_assert(line_of("a`b").marks != 0);
	ck_assert(line_of("a{b").marks != 0);
	ck_assert(line_of("a/b").marks != 0);
	ck_assert(line_of("a:b").marks != 0);
	ck_assert(line_of("a/b").marks != line_of("a:b").marks);
}
END_TEST

/* The last word of a line, and that alone; a bracket may stand behind it. */
START_TEST(notices)
{
	ck_assert(kinds("关于河边停水的通知") & SCLS_LINE_NOTICE);
	ck_assert(kinds("关于河边停水的通知(2)") & SCLS_LINE_NOTICE);
	ck_assert(kinds("关于木桥的说明会") & SCLS_LINE_NOTICE);
	ck_assert(kinds("通知") & SCLS_LINE_NOTICE);
	ck_assert(kinds("通知!") & SCLS_LINE_NOTICE);
	ck_assert(!(kinds("关于河边停水的通知栏") & SCLS_LINE_NOTICE));
	ck_assert(!(kinds("通知来了") & SCLS_LINE_NOTICE));
	ck_assert(!(kinds("河边的告知") & SCLS_LINE_NOTICE));
	ck_assert(!(kinds("知") & SCLS_LINE_NOTICE));
	ck_assert(!(kinds("明会") & SCLS_LINE_NOTICE));
	ck_assert(!(kinds("a notice") & SCLS_LINE_NOTICE));
}
END_TEST

START_TEST(kinds_of_words)
{
	ck_assert_uint_eq(kinds("河边的木桥"), 0);
	ck_assert_uint_eq(kinds("木桥优质"), 0);
	ck_assert_uint_eq(kinds("木桥排行榜"), 0);
	ck_assert_uint_eq(kinds("木桥飙升"), SCLS_LINE_CLAIM);
	ck_assert_uint_eq(kinds("木桥未来可期"), SCLS_LINE_CODA);
	ck_assert_uint_eq(kinds("木桥怎么办"),
	                  SCLS_LINE_CODA | SCLS_LINE_QUEST);
	ck_assert_uint_eq(kinds("木桥安卓版"), SCLS_LINE_TRADE);
	ck_assert_uint_eq(kinds("木桥禁片"), SCLS_LINE_TRADE);
	ck_assert_uint_eq(kinds("木桥博彩"), SCLS_LINE_TRADE);
	ck_assert_uint_eq(kinds("木桥梯子"), SCLS_LINE_TRADE);
	ck_assert_uint_eq(kinds("市长看木桥"), SCLS_LINE_PERSON);
	ck_assert_uint_eq(kinds("木桥2019年"), SCLS_LINE_YEAR);
	ck_assert_uint_eq(kinds("木桥?"), SCLS_LINE_QUEST);
	ck_assert_uint_eq(kinds("《木桥》"), SCLS_LINE_QUOTE);
	ck_assert_uint_eq(kinds("\"木桥\""), SCLS_LINE_QUOTE);
	ck_assert_uint_eq(kinds("「木桥」"), SCLS_LINE_QUOTE);
}
END_TEST

/* A date stands at an end where no more than one unit is beside it. */
START_TEST(dates_at_an_end)
{
	ck_assert_uint_eq(kinds("5月3日看木桥"), SCLS_LINE_DATED);
	ck_assert_uint_eq(kinds("从5月3日看木桥"), SCLS_LINE_DATED);
	ck_assert_uint_eq(kinds("就从5月3日看木桥"), 0);
	ck_assert_uint_eq(kinds("去看木桥5月3日"), SCLS_LINE_DATED);
	ck_assert_uint_eq(kinds("去看木桥5月3日吧"), SCLS_LINE_DATED);
	ck_assert_uint_eq(kinds("去看木桥5月3日去吧"), 0);
}
END_TEST

/* The first of each, by its letters alone. */
START_TEST(names_and_things)
{
	scls_line a = line_of("青州的电池和蓝鲸的量子");
	scls_line b = line_of("水边的电池问青州");

	ck_assert(a.subject != 0 && a.subject == b.subject);
	ck_assert(a.thing != 0 && a.thing == b.thing);
	ck_assert(line_of("蓝鲸的量子").subject != a.subject);
	ck_assert(line_of("蓝鲸的量子").thing != a.thing);
	ck_assert(line_of("木桥飙升").subject == 0);
	ck_assert(line_of("木桥飙升").thing == 0);
}
END_TEST

/* The first one's value; the form of all. */
START_TEST(numbers)
{
	scls_line a = line_of("木桥涨37.5%和12个"), b = line_of("水涨8.1%和900个");

	ck_assert_int_eq(a.count, 37500);
	ck_assert_int_eq(b.count, 8100);
	ck_assert(a.numbers != 0 && a.numbers == b.numbers);
	ck_assert(line_of("水涨8%和900个").numbers != a.numbers);
	ck_assert(line_of("水涨900个和8.1%").numbers != a.numbers);
	ck_assert(line_of("水涨8.1%").numbers != a.numbers);
	ck_assert(line_of("青州的电池").numbers == 0);
	ck_assert_int_eq(line_of("青州的电池").count, 0);
}
END_TEST

START_TEST(holes)
{
	ck_assert_uint_eq(line_of("木桥").holes, 0);
	ck_assert_uint_eq(line_of("{city}的木桥").holes, 1);
	ck_assert_uint_eq(line_of("{city}的{thing}").holes, 2);
	ck_assert_uint_eq(line_of("青州的{thing}").holes, 1);
}
END_TEST

/* Of very many the counts stay at their most. */
START_TEST(counts_have_a_most)
{
	spamcls_limits limits = SPAMCLS_LIMITS_INIT;
	char text[4 * 300 + 1] = "";
	scls_line line;

	limits.headline = 4096;
	spamcls_session_free(session);
	ck_assert_int_eq(spamcls_session_new(&session, db, &limits),
	                 SPAMCLS_OK);
	for (int i = 0; i < 300; i++)
		strcat(text, "{a},");
	line = line_of(text);
	ck_assert_uint_eq(line.length, 1200);
	ck_assert_uint_eq(line.holes, 255);
	ck_assert_uint_eq(line.slots, 255);
	for (int i = 0; i < 300; i++)
		memcpy(text + 4 * i, "\xE2\x80\x8B" "a", 4);
	ck_assert_uint_eq(line_of(text).fillers, 255);
}
END_TEST

/* Four units at each end. */
START_TEST(ends)
{
	scls_line a = line_of("河边的桥很长");

	ck_assert(line_of("河边的桥不短").lead == a.lead);
	ck_assert(line_of("河边的路很长").lead != a.lead);
	ck_assert(line_of("看看的桥很长").tail == a.tail);
	ck_assert(line_of("河边看桥很长").tail != a.tail);
	ck_assert(line_of("河边桥").lead == line_of("河边桥").tail);
}
END_TEST

static uint32_t phrases(const char *text)
{
	scls_line line = line_of(text);
	uint32_t n = 0;

	for (uint32_t i = 0; i < SCLS_PHRASES; i++)
		n += line.phrase[i] != SCLS_NO_PHRASE;
	return n;
}

/* Eight letters are a phrase, or three Han characters. */
START_TEST(shortest_phrases)
{
	ck_assert_uint_eq(phrases("bridges"), 0);
	ck_assert_uint_eq(phrases("a bridge"), 1);
	ck_assert_uint_eq(phrases("木桥"), 0);
	ck_assert_uint_eq(phrases("木桥边"), 1);
	ck_assert_uint_eq(phrases("木abcdef"), 0);
	ck_assert_uint_eq(phrases("木abcdefg"), 1);
}
END_TEST

static int is_phrase_of(const char *one, const char *text)
{
	scls_line a = line_of(one), b = line_of(text);
	uint32_t same = 0;

	for (uint32_t i = 0; i < SCLS_PHRASES; i++)
		same += a.phrase[i] != SCLS_NO_PHRASE
		        && a.phrase[i] >= b.phrase[i];
	return same == 1;
}

/* The smallest one of a place stays; the letters around it are not in it. */
START_TEST(each_phrase_counts)
{
	ck_assert(is_phrase_of("木桥边", "在木桥边看"));
	/* Whatever stands before it: an odd and an even character. */
	ck_assert(is_phrase_of("木桥边", "丁木桥边"));
	ck_assert(is_phrase_of("木桥边", "上木桥边"));
	ck_assert(is_phrase_of("河水清", "丁河水清"));
	ck_assert(is_phrase_of("河水清", "上河水清"));
	ck_assert(is_phrase_of("at the b", "we sat at the bridge"));
	ck_assert(is_phrase_of("e bridge", "we sat at the bridge"));
	ck_assert(is_phrase_of("we sat a", "we sat at the bridge"));
}
END_TEST

static uint32_t shared_phrases(const char *one, const char *other)
{
	scls_line a = line_of(one), b = line_of(other);
	uint32_t same = 0;

	for (uint32_t i = 0; i < SCLS_PHRASES; i++)
		same += a.phrase[i] != SCLS_NO_PHRASE
		        && a.phrase[i] == b.phrase[i];
	return same;
}

/* One letter of eight, or one character of three, makes another phrase. */
START_TEST(phrases_differ)
{
	ck_assert_uint_eq(shared_phrases("a bridge", "a bridge"), 1);
	ck_assert_uint_eq(shared_phrases("a bridge", "a bridgd"), 0);
	ck_assert_uint_eq(shared_phrases("a bridge", "o bridge"), 0);
	ck_assert_uint_eq(shared_phrases("木桥边", "木桥边"), 1);
	ck_assert_uint_eq(shared_phrases("木桥边", "木桥水"), 0);
	ck_assert_uint_eq(shared_phrases("木桥边", "石桥边"), 0);
	ck_assert_uint_eq(shared_phrases("木abcdefg", "木abcdefh"), 0);
}
END_TEST

/* Beginnings and ends of 3, 5, 8 and 12 pieces; a slot is one piece. */
START_TEST(heads_and_feet)
{
	scls_line a = line_of("甲乙丙丁戊己庚辛壬癸子丑");
	scls_line b = line_of("甲乙丙丁戊己庚辛寅卯辰巳");
	scls_line c = line_of("寅卯辰巳戊己庚辛壬癸子丑");

	for (uint32_t k = 0; k < SCLS_AFFIXES; k++) {
		ck_assert(a.head[k] != 0 && a.foot[k] != 0);
		ck_assert_int_eq(a.head[k] == b.head[k], k < 3);
		ck_assert_int_eq(a.foot[k] == c.foot[k], k < 3);
		ck_assert(a.head[k] != c.head[k] && a.foot[k] != b.foot[k]);
	}
	a = line_of("甲乙丙丁");
	ck_assert(a.head[0] != 0 && a.foot[0] != 0);
	ck_assert(a.head[1] == 0 && a.foot[1] == 0);
	ck_assert(line_of("甲乙").head[0] == 0);
	ck_assert(line_of("甲乙").foot[0] == 0);
	ck_assert_uint_eq(line_of("去蓝鲸看").head[0],
	                  line_of("去星河汽车看").head[0]);
	/* All of its pieces count, the first and the last. */
	ck_assert(line_of("甲乙丙丁").foot[0] != line_of("甲子丙丁").foot[0]);
	ck_assert(line_of("甲乙丙丁").foot[0] != line_of("甲乙丙子").foot[0]);
	ck_assert(line_of("甲乙丙丁").head[0] != line_of("甲乙子丁").head[0]);
	ck_assert(line_of("甲乙丙丁").head[0] != line_of("子乙丙丁").head[0]);
	/* Nothing of a longer line before is in it. */
	line_of("寅卯辰巳戊己庚辛壬癸子丑");
	ck_assert_uint_eq(line_of("甲乙丙丁").foot[0],
	                  line_of("子甲乙丙丁").foot[0]);
}
END_TEST

/* Lines of one frame have one sketch, whatever fills its slots. */
START_TEST(sketches)
{
	scls_line a = line_of("蓝鲸的桥很长"), b = line_of("星河汽车的桥很长");
	scls_line c = line_of("蓝鲸的桥很短");

	ck_assert_mem_eq(a.sketch, b.sketch, sizeof(a.sketch));
	ck_assert_mem_ne(a.sketch, c.sketch, sizeof(a.sketch));
	/* Of pairs: the order counts. */
	a = line_of("甲乙丙丁");
	b = line_of("丁丙乙甲");
	ck_assert_mem_ne(a.sketch, b.sketch, sizeof(a.sketch));
}
END_TEST

START_TEST(scripts)
{
	scls_line line = line_of("木桥 km ひ 한 ไ 々 㐀 é 7");

	ck_assert_uint_eq(line.han, 7);
	ck_assert_uint_eq(line.latin, 3);
	ck_assert_uint_eq(line_of("a bridge").han, 0);
	ck_assert_uint_eq(line_of("a bridge").latin, 7);
}
END_TEST

SUITE("line", {
	tcase_add_checked_fixture(tcase, open_all, close_all);
	CASE(what_is_copied);
	CASE(marks_anywhere);
	CASE(marks_in_order);
	CASE(notices);
	CASE(kinds_of_words);
	CASE(dates_at_an_end);
	CASE(names_and_things);
	CASE(numbers);
	CASE(holes);
	CASE(counts_have_a_most);
	CASE(ends);
	CASE(shortest_phrases);
	CASE(each_phrase_counts);
	CASE(phrases_differ);
	CASE(heads_and_feet);
	CASE(sketches);
	CASE(scripts);
})
