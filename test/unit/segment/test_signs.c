/* test_signs.c - what stands between headlines in a row. */
#include "segment/line/signs.h"

#include "../../suite.h"

#define GAP SCLS_GAP_SIGN

static const struct {
	const char *line;
	uint32_t n, of[SCLS_SIGNS_MOST];
} lines[] = {
	{ "", 0, { 0 } },
	{ "Snow and rain", 0, { 0 } },
	/* A bar and the comma of lists need no white space; others do. */
	{ "Snow|rain", 1, { '|' } },
	{ "雪、雨、风", 1, { U'、' } },
	{ "雪｜雨│风", 2, { U'｜', U'│' } },
	{ "Snow · rain", 1, { U'·' } },
	{ "Snow· rain", 0, { 0 } },
	{ "Snow ·rain", 0, { 0 } },
	{ "Snow / rain", 1, { '/' } },
	{ "and/or", 0, { 0 } },
	{ "雪　／　雨", 1, { U'／' } },
	{ "Snow → rain", 1, { U'→' } },
	/* White space of three columns is a sign, behind another one, too. */
	{ "Snow   rain", 1, { GAP } },
	{ "Snow  rain", 0, { 0 } },
	{ "Snow\train", 1, { GAP } },
	{ "Snow    |rain", 1, { '|' } },
	{ "Snow    |    rain", 2, { '|', GAP } },
	/* Each once, in the order of their coming, four at most. */
	{ "a | b | c   d | e", 2, { '|', GAP } },
	{ "a|b、c / d → e · f", 4, { '|', U'、', '/', U'→' } },
};

START_TEST(of_lines)
{
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
		scls_signs signs = { { 7, 7, 7, 7 }, 7 };

		scls_signs_of(scls_span_of(lines[i].line), &signs);
		ck_assert_msg(signs.n == lines[i].n, "%u of %s", signs.n,
		              lines[i].line);
		for (uint32_t k = 0; k < signs.n; k++)
			ck_assert_msg(signs.of[k] == lines[i].of[k],
			              "%u: %x of %s", k, signs.of[k],
			              lines[i].line);
	}
}
END_TEST

/* The quick look misses none, however far behind it stands. */
START_TEST(far_behind)
{
	char line[200];

	for (size_t n = 0; n < 150; n++) {
		scls_signs signs;

		memset(line, 'x', n);
		memcpy(line + n, " → y", sizeof(" → y"));
		scls_signs_of(scls_span_of(line), &signs);
		HOLDS(signs.n == 1 && signs.of[0] == U'→', n);
		memcpy(line + n, "\xE3\x80\x80\xE3\x80\x80y", 8);
		scls_signs_of(scls_span_of(line), &signs);
		HOLDS(signs.n == 1 && signs.of[0] == GAP, n);
	}
}
END_TEST

START_TEST(one_place)
{
	scls_span line = scls_span_of("a |  b·");
	uint32_t sign = 0;
	size_t end;

	ck_assert(scls_sign_between(line, 2, 1, &sign, &end));
	ck_assert_uint_eq(sign, '|');
	ck_assert_uint_eq(end, 5);
	ck_assert(!scls_sign_between(line, 5, 2, &sign, &end));
	/* At the line's end nothing comes after it. */
	ck_assert(!scls_sign_between(line, 6, 1, &sign, &end));
	ck_assert(!scls_sign_between(line, line.size, 1, &sign, &end));
	ck_assert_uint_eq(end, line.size);
}
END_TEST

/* Behind a bullet only white space of the line before it counts. */
START_TEST(blanks_before_it)
{
	scls_span line = scls_span_of("· b");
	uint32_t sign;
	size_t end;

	ck_assert(scls_sign_between(line, 0, 1, &sign, &end));
	ck_assert(!scls_sign_between(line, 0, 0, &sign, &end));
}
END_TEST

SUITE("signs", {
	CASE(of_lines);
	CASE(far_behind);
	CASE(one_place);
	CASE(blanks_before_it);
})
