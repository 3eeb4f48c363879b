/* test_body.c - what is counted of a body, block by block. */
#include "engine/body.h"

#include "../segment/page_fixture.h"
#include "engine_fixture.h"

#define THIRTY "他们把木板一块一块抬到河边慢慢铺好又过了许多天才有人走过的桥"
#define TEN "大家都说这座桥很结实"

static fixture f;
static uint8_t roles[FIXTURE_BLOCKS];

static void begin(void)
{
	open_all();
	fixture_begin(&f, SPAMCLS_KIND_HTML);
	memset(roles, SPAMCLS_ROLE_BODY, sizeof(roles));
}

static void end(void)
{
	fixture_end(&f);
	close_all();
}

static void empty(void)
{
	f.page.n_blocks = f.page.n_links = f.page.text_size = 0;
}

static scls_block *add(const char *text, spamcls_role role)
{
	scls_block *block = fixture_add(&f, text);

	ck_assert_ptr_nonnull(block);
	roles[block - f.blocks] = (uint8_t)role;
	return block;
}

static scls_reading read_all(void)
{
	scls_split split = { 0 };
	scls_reading reading;

	split.roles = roles;
	split.n_roles = f.page.n_blocks;
	ck_assert_int_eq(scls_body_from(session, &f.page, &split, &reading),
	                 SPAMCLS_OK);
	return reading;
}

/* What a page of one block says. */
static scls_body body_of(const char *text, spamcls_role role)
{
	empty();
	add(text, role);
	return read_all().body;
}

static uint32_t bare(const char *text)
{
	scls_body body = body_of(text, SPAMCLS_ROLE_REFERENCES);

	ck_assert_uint_eq(body.references, 1);
	return body.bare;
}

/* An institution and a year, and nothing that can be looked up. */
START_TEST(bare_references)
{
	ck_assert_uint_eq(bare("[1] 星河汽车. 2019."), 1);
	ck_assert_uint_eq(bare("[1] 青州林业. 2019."), 1);
	ck_assert_uint_eq(bare("[1] 林业局. 5月3日."), 1);
	ck_assert_uint_eq(bare("[1] 星河汽车."), 0);
	ck_assert_uint_eq(bare("[1] 李木. 2019."), 0);
	ck_assert_uint_eq(bare("[1] 星河汽车. 年报[R]. 2019."), 0);
	ck_assert_uint_eq(bare("[1] 星河汽车. 《年报》. 2019."), 0);
	ck_assert_uint_eq(bare("[12]/星河汽车. 2019."), 0);
	ck_assert_uint_eq(bare("[1]/星河汽车. 2019."), 1);
	empty();
	fixture_link(&f, "[1] 星河汽车. 2019.", "/a");
	roles[0] = SPAMCLS_ROLE_REFERENCES;
	ck_assert_uint_eq(read_all().body.bare, 0);
}
END_TEST

/* A paragraph of forty units and more that ends in the middle. */
START_TEST(cut_off)
{
	static const char *const stops[] = {
		"。", ".", "!", "?", "…", ":", ";", ")", "]", "\"", "'",
		"」", "』", "】", "》", "”", "’"
	};
	char text[256];

	ck_assert_int_ne(body_of(THIRTY TEN, SPAMCLS_ROLE_BODY).cut_off, 0);
	ck_assert_int_eq(body_of(THIRTY "都说这座桥很结实",
	                         SPAMCLS_ROLE_BODY).cut_off, 0);
	ck_assert_int_ne(body_of(THIRTY TEN ",", SPAMCLS_ROLE_BODY).cut_off,
	                 0);
	for (size_t i = 0; i < sizeof(stops) / sizeof(stops[0]); i++) {
		strcpy(text, THIRTY TEN);
		strcat(text, stops[i]);
		HOLDS(body_of(text, SPAMCLS_ROLE_BODY).cut_off == 0, i);
	}
}
END_TEST

/* The last paragraph tells; the evidence is that paragraph. */
START_TEST(cut_off_at_the_end_alone)
{
	scls_reading r;

	empty();
	add(THIRTY TEN, SPAMCLS_ROLE_BODY);
	add(TEN THIRTY, SPAMCLS_ROLE_BODY);
	r = read_all();
	ck_assert_int_ne(r.body.cut_off, 0);
	ck_assert_uint_eq(r.spots[SCLS_V_CUT].begin, f.blocks[1].begin);
	ck_assert_uint_eq(r.spots[SCLS_V_CUT].end, f.blocks[1].end);
	add("都好。", SPAMCLS_ROLE_BODY);
	ck_assert_int_eq(read_all().body.cut_off, 0);
}
END_TEST

/* So is a short line of the body that is no sentence. */
START_TEST(headings)
{
	ck_assert_uint_eq(body_of(TEN, SPAMCLS_ROLE_HEADING).headings, 1);
	ck_assert_uint_eq(body_of(THIRTY, SPAMCLS_ROLE_BODY).headings, 1);
	ck_assert_uint_eq(body_of("看" THIRTY, SPAMCLS_ROLE_BODY).headings, 0);
	ck_assert_uint_eq(body_of(TEN "。", SPAMCLS_ROLE_BODY).headings, 0);
	ck_assert_uint_eq(body_of(TEN ":", SPAMCLS_ROLE_BODY).headings, 1);
	ck_assert_uint_eq(body_of(TEN, SPAMCLS_ROLE_NAVIGATION).headings, 0);
}
END_TEST

static uint32_t stock(const char *text)
{
	return body_of(text, SPAMCLS_ROLE_HEADING).stock;
}

START_TEST(stock_headings)
{
	ck_assert_uint_eq(stock("木桥飙升"), 1);
	ck_assert_uint_eq(stock("木桥未来可期"), 1);
	ck_assert_uint_eq(stock("青州的木桥"), 0);
	ck_assert_uint_eq(stock("市长看木桥飙升"), 0);
	ck_assert_uint_eq(stock("木桥飙升2019年"), 0);
	ck_assert_uint_eq(stock("5月3日木桥飙升"), 0);
}
END_TEST

START_TEST(figures)
{
	scls_body body = body_of("桥长1.5里,又宽2.25丈,共12个墩,用v1.2.3来算。",
	                         SPAMCLS_ROLE_BODY);

	ck_assert_uint_eq(body.figures, 2);
	ck_assert_uint_eq(body.precise, 1);
	empty();
	fixture_link(&f, "桥长1.5里,又宽2.25丈。", "/a");
	body = read_all().body;
	ck_assert_uint_eq(body.figures, 0);
	ck_assert_uint_gt(body.units, 0);
}
END_TEST

/* Sixty bytes and more that stood before: twenty characters. */
START_TEST(repeated)
{
	scls_body body;

	empty();
	for (int i = 0; i < 3; i++)
		add(TEN TEN, SPAMCLS_ROLE_BODY);
	body = read_all().body;
	ck_assert_uint_eq(body.units, 60);
	ck_assert_uint_eq(body.repeated, 40);
	empty();
	for (int i = 0; i < 3; i++)
		add(TEN "都说这座桥很结实", SPAMCLS_ROLE_BODY);
	ck_assert_uint_eq(read_all().body.repeated, 0);
}
END_TEST

/* Bytes that a reader does not see, but for menus. */
START_TEST(hidden)
{
	scls_reading r;

	empty();
	add(TEN, SPAMCLS_ROLE_BODY);
	add(TEN, SPAMCLS_ROLE_HIDDEN)->within = SCLS_IN_HIDDEN;
	fixture_link(&f, TEN, "/a")->within = SCLS_IN_HIDDEN;
	roles[2] = SPAMCLS_ROLE_HIDDEN;
	r = read_all();
	ck_assert_uint_eq(r.body.hidden_bytes, strlen(TEN));
	ck_assert_uint_eq(r.spots[SCLS_V_HIDDEN].begin, f.blocks[1].begin);
	ck_assert_uint_eq(r.body.units, 10);
}
END_TEST

/* The block that has most of a sign, of several the first. */
START_TEST(spots)
{
	scls_reading r;

	empty();
	add("桥长1.5里。", SPAMCLS_ROLE_BODY);
	add("桥长2.5里,又宽3.5丈。", SPAMCLS_ROLE_BODY);
	add("桥长4.5里,又宽5.5丈。", SPAMCLS_ROLE_BODY);
	r = read_all();
	ck_assert_uint_eq(r.spots[SCLS_V_EXACT].begin, f.blocks[1].begin);
	ck_assert_uint_eq(r.spots[SCLS_V_EXACT].end, f.blocks[1].end);
	ck_assert_uint_eq(r.spots[SCLS_V_EXACT].most, 2);
	ck_assert_uint_eq(r.spots[SCLS_V_PRECISE].most, 0);
}
END_TEST

/* Of what is read the whole is told: here of some 40 blocks in 200. */
START_TEST(samples_stand_for_the_whole)
{
	scls_reading r;

	session->limits.body_bytes = 4000;
	empty();
	for (int i = 0; i < 200; i++)
		add(THIRTY "桥长1.25里。", SPAMCLS_ROLE_BODY);
	r = read_all();
	ck_assert_uint_eq(r.flags, SPAMCLS_FLAG_SAMPLED_BODY);
	ck_assert_uint_eq(r.body.figures, r.body.precise);
	ck_assert_uint_ge(r.body.figures, 180);
	ck_assert_uint_le(r.body.figures, 220);
	ck_assert_uint_ge(r.body.units, 180 * 38);
	ck_assert_uint_le(r.body.units, 220 * 38);
	ck_assert_uint_ge(r.body.repeated, 160 * 38);
	ck_assert_uint_eq(r.body.blocks, 200);
	ck_assert_int_eq(r.body.named, 1);
}
END_TEST

/* So do pieces of one paragraph that has no end. */
START_TEST(samples_of_one_block)
{
	static char text[200 * sizeof(THIRTY "桥长1.25里")];
	scls_reading r;

	session->limits.body_bytes = 4000;
	empty();
	for (int i = 0; i < 200; i++)
		strcat(text, THIRTY "桥长1.25里");
	add(text, SPAMCLS_ROLE_BODY);
	r = read_all();
	ck_assert_uint_eq(r.flags, SPAMCLS_FLAG_SAMPLED_BODY);
	ck_assert_uint_ge(r.body.figures, 170);
	ck_assert_uint_le(r.body.figures, 230);
	ck_assert_uint_ge(r.body.units, 180 * 37);
	ck_assert_uint_le(r.body.units, 220 * 37);
	ck_assert_int_ne(r.body.cut_off, 0);
}
END_TEST

/* As many bytes as the limit are no sample; of short lines a quarter. */
START_TEST(sampled_or_not)
{
	empty();
	add(THIRTY "看", SPAMCLS_ROLE_BODY);
	session->limits.body_bytes = 93;
	ck_assert_uint_eq(read_all().flags, 0);
	session->limits.body_bytes = 92;
	ck_assert_uint_eq(read_all().flags, SPAMCLS_FLAG_SAMPLED_BODY);
	empty();
	add(TEN, SPAMCLS_ROLE_HEADING);
	session->limits.body_bytes = 120;
	ck_assert_uint_eq(read_all().flags, 0);
	session->limits.body_bytes = 119;
	ck_assert_uint_eq(read_all().flags, SPAMCLS_FLAG_SAMPLED_BODY);
	/* A block of ninety bytes is a short line, too. */
	empty();
	add(THIRTY, SPAMCLS_ROLE_BODY);
	ck_assert_uint_eq(read_all().flags, SPAMCLS_FLAG_SAMPLED_BODY);
}
END_TEST

static int named(int outline, const char *text)
{
	empty();
	for (int i = 0; i < outline; i++)
		add("木桥", SPAMCLS_ROLE_HEADING);
	add(text, SPAMCLS_ROLE_BODY);
	return read_all().body.named;
}

/* A paragraph is read for names where the page has an outline. */
START_TEST(names_of_an_outline)
{
	ck_assert_int_eq(named(SCLS_OUTLINE, THIRTY "市长来看。"), 1);
	ck_assert_int_eq(named(SCLS_OUTLINE, THIRTY "5月3日来看。"), 1);
	ck_assert_int_eq(named(SCLS_OUTLINE, THIRTY "青州来看。"), 0);
	ck_assert_int_eq(named(SCLS_OUTLINE - 1, THIRTY "市长来看。"), 0);
	ck_assert_int_eq(named(0, THIRTY "市长看了1.5里。"), 1);
}
END_TEST

static scls_body titled(const char *text)
{
	scls_headline_score score;
	scls_reading r;

	empty();
	add(THIRTY TEN THIRTY, SPAMCLS_ROLE_BODY);
	r = read_all();
	score = engine_score(text);
	scls_body_title(db, &score, &r.topic, &r.body);
	ck_assert_int_ne(r.body.has_title, 0);
	ck_assert_int_eq(r.body.title_score, score.score);
	ck_assert_int_eq(r.body.title_likely, db->model.likely);
	return r.body;
}

/* A trade behind the last separator, and none before it. */
START_TEST(title_suffix)
{
	ck_assert_int_ne(titled("木桥_安卓版").title_suffix, 0);
	ck_assert_int_ne(titled("木桥-博彩").title_suffix, 0);
	ck_assert_int_ne(titled("木桥|禁片").title_suffix, 0);
	ck_assert_int_ne(titled("木桥_水边_梯子").title_suffix, 0);
	ck_assert_int_eq(titled("木桥_青州").title_suffix, 0);
	ck_assert_int_eq(titled("木桥安卓版").title_suffix, 0);
	ck_assert_int_eq(titled("木_安卓版").title_suffix, 0);
	ck_assert_int_eq(titled("木桥安卓版_水边").title_suffix, 0);
	ck_assert_int_eq(titled("安卓版木桥_安卓版").title_suffix, 0);
	ck_assert_int_eq(titled("木桥_安卓版_水边").title_suffix, 0);
}
END_TEST

/* Titles of eight units and more have a topic. */
START_TEST(title_topic)
{
	ck_assert_uint_eq(titled("他们把木板一块一").title_topic, 1024);
	ck_assert_uint_eq(titled("他们把木板一块").title_topic,
	                  SCLS_NO_TOPIC);
	ck_assert_uint_eq(titled("猫狗鸡鸭牛羊马兔").title_topic, 0);
}
END_TEST

SUITE("body", {
	tcase_add_checked_fixture(tcase, begin, end);
	CASE(bare_references);
	CASE(cut_off);
	CASE(cut_off_at_the_end_alone);
	CASE(headings);
	CASE(stock_headings);
	CASE(figures);
	CASE(repeated);
	CASE(hidden);
	CASE(spots);
	CASE(samples_stand_for_the_whole);
	CASE(samples_of_one_block);
	CASE(sampled_or_not);
	CASE(names_of_an_outline);
	CASE(title_suffix);
	CASE(title_topic);
})
