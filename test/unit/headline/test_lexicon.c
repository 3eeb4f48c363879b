/* test_lexicon.c - terms in, longest match out, errors with their place. */
#include "headline/lexicon.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "headline/headline.h"

#include "../../miser.h"
#include "../../suite.h"
#include "lexicon_fixture.h"

#include <stdio.h>
#include <string.h>

static spamcls_allocator allocator;

static scls_status read_text(const char *text, spamcls_error *error)
{
	scls_lexicon_text file = { "words.txt", scls_span_of(text) };
	scls_lexicon *lexicon = NULL;
	scls_status status;

	allocator = scls_alloc_default();
	status = scls_lexicon_new(&lexicon, &file, 1, &allocator, error);
	if (status == SPAMCLS_OK)
		scls_lexicon_free(lexicon);
	else
		ck_assert_ptr_null(lexicon);
	return status;
}

static void expect_error(const char *text, uint32_t line, const char *part)
{
	spamcls_error error;

	ck_assert_int_eq(read_text(text, &error), SPAMCLS_E_SYNTAX);
	ck_assert_str_eq(error.file, "words.txt");
	ck_assert_uint_eq(error.line, line);
	ck_assert_msg(strstr(error.message, part) != NULL, "%s",
	              error.message);
}

/* Where a term begins, a look at its first word says so. */
static void check_word(const scls_lexicon *l, const uint32_t *unit, uint32_t n,
                       uint32_t term)
{
	uint32_t size = 0;

	while (size < n && unit[size] >= 'a' && unit[size] <= 'z')
		size++;
	if (size > 0 && term > 0)
		ck_assert(scls_lexicon_has_word(l, unit, size));
}

/* The longest term at unit at of an already folded ASCII text. */
static uint32_t longest(const scls_lexicon *l, const char *text, uint32_t at,
                        unsigned *cls)
{
	uint32_t unit[80] = { 0 }, n = (uint32_t)strlen(text), size;

	for (uint32_t i = 0; i < n; i++)
		unit[i] = (unsigned char)text[i];
	size = scls_lexicon_longest(l, unit, n, at, cls);
	check_word(l, unit + at, n - at, size);
	/* Where a term begins, a look before it says so. */
	if (size > 0)
		ck_assert_uint_eq(scls_lexicon_places(l, unit + at, n - at)
		                  & 1, 1);
	return size;
}

START_TEST(counts_terms)
{
	scls_lexicon *l = fixture_lexicon();

	ck_assert_uint_eq(scls_lexicon_terms(l), 16);
	scls_lexicon_free(l);
}
END_TEST

START_TEST(hash_follows_the_text)
{
	static const char a[] = "[ORG]\nalpha\n", b[] = "[ORG]\nbeta\n";
	scls_lexicon_text fa = { "a", { a, sizeof(a) - 1 } };
	scls_lexicon_text fb = { "b", { b, sizeof(b) - 1 } };
	scls_lexicon *x = NULL, *y = NULL, *z = NULL;

	allocator = scls_alloc_default();
	ck_assert_int_eq(scls_lexicon_new(&x, &fa, 1, &allocator, NULL), 0);
	ck_assert_int_eq(scls_lexicon_new(&y, &fb, 1, &allocator, NULL), 0);
	ck_assert_int_eq(scls_lexicon_new(&z, &fa, 1, &allocator, NULL), 0);
	ck_assert_uint_ne(scls_lexicon_hash(x), scls_lexicon_hash(y));
	ck_assert_uint_eq(scls_lexicon_hash(x), scls_lexicon_hash(z));
	scls_lexicon_free(x);
	scls_lexicon_free(y);
	scls_lexicon_free(z);
}
END_TEST

START_TEST(words_end_where_words_end)
{
	scls_lexicon *l = fixture_lexicon();
	unsigned cls = 0;

	ck_assert_uint_eq(longest(l, "ai", 0, &cls), 2);
	ck_assert_uint_eq(cls, SCLS_CLASS_TECH);
	ck_assert_uint_eq(longest(l, "ai chip", 0, &cls), 2);
	ck_assert_uint_eq(longest(l, "air", 0, &cls), 0);
	ck_assert_uint_eq(longest(l, "ai2", 0, &cls), 2);
	ck_assert_uint_eq(longest(l, "5gx", 0, &cls), 0);
	ck_assert_uint_eq(longest(l, "openlab", 0, &cls), 7);
	ck_assert_uint_eq(cls, SCLS_CLASS_ORG);
	scls_lexicon_free(l);
}
END_TEST

/* Whether a term may begin at the front, by its word and what stands behind. */
static int may_begin(const scls_lexicon *l, const char *text)
{
	uint32_t unit[80] = { 0 }, size = 0;

	for (uint32_t i = 0; text[i] != '\0'; i++)
		unit[i] = (unsigned char)text[i];
	while (unit[size] >= 'a' && unit[size] <= 'z')
		size++;
	return scls_lexicon_has_word(l, unit, size);
}

START_TEST(words_go_on_as_terms_do)
{
	static const char terms[] = "[ORG]\nthe sims\nby x\nits\n";
	scls_lexicon_text file = { "a", { terms, sizeof(terms) - 1 } };
	scls_lexicon *l = NULL;

	allocator = scls_alloc_default();
	ck_assert_int_eq(scls_lexicon_new(&l, &file, 1, &allocator, NULL), 0);
	ck_assert(may_begin(l, "the sims"));
	ck_assert(may_begin(l, "the silver"));
	ck_assert(!may_begin(l, "the river"));
	ck_assert(!may_begin(l, "the"));
	ck_assert(!may_begin(l, "then si"));
	/* Too short to say more than the word. */
	ck_assert(may_begin(l, "by all"));
	ck_assert(may_begin(l, "its end"));
	scls_lexicon_free(l);
}
END_TEST

/* Whatever stands at a place, and with two units behind it alone: an address
 * checker looks on. */
START_TEST(fetching_reads_no_further)
{
	static const uint32_t units[] = { 'a', 'i', 0x10FFFF, 0, 0x84DD };
	scls_lexicon *l = fixture_lexicon();
	uint32_t *unit = malloc(3 * sizeof(*unit));

	ck_assert_ptr_nonnull(unit);
	for (uint32_t k = 0; k < 125; k++) {
		unit[0] = units[k % 5];
		unit[1] = units[k / 5 % 5];
		unit[2] = units[k / 25];
		scls_lexicon_prefetch(l, unit, 1);
		scls_lexicon_prefetch_third(l, unit, 1);
		scls_lexicon_prefetch(l, unit, 0);
		scls_lexicon_prefetch_third(l, unit, 0);
	}
	free(unit);
	scls_lexicon_free(l);
}
END_TEST

START_TEST(errors_have_a_place)
{
	expect_error("[ORG]\nacme\n[TECH]\nＡＣＭＥ\n", 4, "already");
	expect_error("[ORG]\nok\n[NOSUCH]\n", 3, "no such class");
	expect_error("term\n", 1, "before the first");
	expect_error("[ORG\n", 1, "closing bracket");
	expect_error("# x\n\n[ORG]\n\xE2\x80\x8B\n", 4, "nothing is left");
	expect_error("[ORG]\naaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
	             "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n", 2, "too long");
}
END_TEST

START_TEST(no_more_than_the_limit)
{
	enum { LINE = 6, HEAD = 6 };
	size_t lines = SCLS_MAX_TERMS + 1u;
	char *text = malloc(HEAD + lines * LINE);
	spamcls_error error = { .status = SPAMCLS_OK };
	scls_lexicon_text file = { "big", { text, HEAD + lines * LINE } };
	scls_lexicon *l = NULL;

	memcpy(text, "[ORG]\n", HEAD);
	for (size_t i = 0; i < lines; i++) {
		char *at = text + HEAD + i * LINE;
		size_t rest = i;

		for (int k = 0; k < LINE - 1; k++, rest /= 26)
			at[k] = (char)('a' + rest % 26);
		at[LINE - 1] = '\n';
	}
	allocator = scls_alloc_default();
	ck_assert_int_eq(scls_lexicon_new(&l, &file, 1, &allocator, &error),
	                 SPAMCLS_E_LIMIT);
	ck_assert_ptr_null(l);
	ck_assert_uint_eq(error.line, lines + 1);
	free(text);
}
END_TEST

/* A letter has 16 bits. */
START_TEST(no_more_characters_than_letters)
{
	enum { FIRST = 0x20000, MOST = 80000, LINE = 12, HEAD = 6 };
	char *text = malloc(HEAD + (size_t)MOST * LINE);
	spamcls_error error = { .status = SPAMCLS_OK };
	scls_lexicon_text file = { "wide", { text, HEAD } };
	scls_lexicon *l = NULL;

	ck_assert_ptr_nonnull(text);
	memcpy(text, "[ORG]\n", HEAD);
	for (uint32_t i = 0; i < MOST; i++) {
		char *at = text + file.text.size;

		at += sprintf(at, "%u", (unsigned)i);
		at += scls_utf8_put(FIRST + i, at);
		*at++ = '\n';
		file.text.size = (size_t)(at - text);
	}
	allocator = scls_alloc_default();
	ck_assert_int_eq(scls_lexicon_new(&l, &file, 1, &allocator, &error),
	                 SPAMCLS_E_LIMIT);
	ck_assert_ptr_null(l);
	ck_assert_int_eq(error.status, SPAMCLS_E_LIMIT);
	ck_assert_ptr_nonnull(strstr(error.message, "characters"));
	free(text);
}
END_TEST

START_TEST(no_error_struct_is_fine)
{
	ck_assert_int_eq(read_text("[NOSUCH]\n", NULL), SPAMCLS_E_SYNTAX);
	ck_assert_int_eq(read_text("", NULL), SPAMCLS_OK);
	ck_assert_int_eq(read_text("[ORG]\nno line end", NULL), SPAMCLS_OK);
	ck_assert_int_eq(read_text("[ORG]\r\ndos\r\n", NULL), SPAMCLS_OK);
}
END_TEST

START_TEST(survives_no_memory)
{
	static char text[200000];
	scls_lexicon_text file = { "big", { text, 0 } };
	size_t n = (size_t)sprintf(text, "[ORG]\n");
	int ok = 0;

	for (int i = 0; i < 3000; i++)
		n += (size_t)sprintf(text + n, "term%dx%d\n", i * 7919, i);
	file.text.size = n;
	for (long limit = 1; limit < 200 && !ok; limit++) {
		miser it = { .left = limit, .forever = 1 };
		spamcls_allocator a = miser_allocator(&it);
		scls_lexicon *l = NULL;
		scls_status status = scls_lexicon_new(&l, &file, 1, &a, NULL);

		ok = status == SPAMCLS_OK;
		ck_assert(ok || status == SPAMCLS_E_NOMEM);
		ck_assert(ok == (l != NULL));
		scls_lexicon_free(l);
		miser_is_whole(&it);
	}
	ck_assert_int_eq(ok, 1);
}
END_TEST

SUITE("lexicon", {
	CASE(counts_terms);
	CASE(hash_follows_the_text);
	CASE(words_end_where_words_end);
	CASE(words_go_on_as_terms_do);
	CASE(fetching_reads_no_further);
	CASE(errors_have_a_place);
	CASE(no_error_struct_is_fine);
	CASE(no_more_than_the_limit);
	CASE(no_more_characters_than_letters);
	CASE(survives_no_memory);
})
