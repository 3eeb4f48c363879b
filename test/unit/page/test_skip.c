/* test_skip.c - what is taken out before the parser. */
#include "page/skip.h"
#include "../../suite.h"

#include <stdio.h>
#include <string.h>

/* The tags as they stood in the page, from one token's place to the next. */
static size_t put_tag(const char *html, const scls_token *t, char *to)
{
	size_t size = 0;

	/* This one may stand where the page has another, or none. */
	if (t->kind == SCLS_TOKEN_END && t->name == scls_tag_hash("br", 2)) {
		memcpy(to, "</br>", 5);
		return 5;
	}
	/* Of a tag only its name's hash is kept: look it up in the page. */
	for (const char *at = html; (at = strchr(at, '<')) != NULL; at++) {
		size_t n = 0, slash = at[1] == '/';

		while (at[1 + slash + n] && !strchr(" />", at[1 + slash + n]))
			n++;
		if (slash != (t->kind == SCLS_TOKEN_END)
		    || scls_tag_hash(at + 1 + slash, n) != t->name)
			continue;
		size = 1 + slash + n;
		memcpy(to, at, size);
		break;
	}
	ck_assert_uint_gt(size, 0);
	if (t->all.size > 0)
		memcpy(to + size, t->all.data, t->all.size);
	size += t->all.size;
	if (t->slash && to[size - 1] != '/')
		to[size++] = '/';
	if (!t->cut)
		to[size++] = '>';
	return size;
}

/* Tokens written as a page again, so that a test can be read. */
static char *put_back(const scls_skim *skim, const char *html, char *to)
{
	for (size_t i = 0; i < skim->n; i++) {
		const scls_token *t = &skim->token[i];

		if (t->kind == SCLS_TOKEN_TEXT)
			to = (char *)memcpy(to, t->all.data, t->all.size)
			     + t->all.size;
		else if (t->kind == SCLS_TOKEN_START
		         || t->kind == SCLS_TOKEN_END)
			to += put_tag(html, t, to);
		else
			*to++ = t->kind == SCLS_TOKEN_LINE ? '\n' : ' ';
	}
	return to;
}

static char *put_all(scls_skim *skim, const char *html)
{
	size_t most = 2 * strlen(html) + 1;
	char *whole = malloc(most), *to = whole;

	while (skim->at < skim->end) {
		ck_assert_int_eq(scls_skip_more(skim), SPAMCLS_OK);
		to = put_back(skim, html, to);
	}
	*to = '\0';
	ck_assert_uint_lt((size_t)(to - whole), most);
	return whole;
}

static char *skim(const char *html, uint32_t depth, int *too_deep)
{
	scls_span in = { html, strlen(html) };
	scls_skim skim = { .allocator = scls_alloc_default() };
	scls_stacked open[SCLS_NEST_ROOM(256)];
	scls_nest nest = { .open = open, .max = depth };
	scls_tag_table *rules;
	char *whole;

	ck_assert_int_eq(scls_tag_table_new(&rules, &skim.allocator),
	                 SPAMCLS_OK);
	skim.rules = rules;

	scls_skip_begin(&skim, in, &nest);
	whole = put_all(&skim, html);
	*too_deep = nest.too_deep;
	scls_skim_free(&skim);
	scls_tag_table_free(rules);
	return whole;
}

static void check_skip(const char *html, const char *kept)
{
	int too_deep;
	char *out = skim(html, 256, &too_deep);

	ck_assert_str_eq(out, kept);
	ck_assert(!too_deep);
	free(out);
}

START_TEST(scripts_and_styles)
{
	check_skip("a<script>x</script>b", "a b");
	check_skip("a<SCRIPT type='x'>x</Script >b", "a b");
	check_skip("a<style>p{}</style>b", "a b");
	check_skip("a<script>if (a<b) '</p>'</script>b", "a b");
	check_skip("a<script src=x/>b</script>c", "a c");
	check_skip("<p>a<scripts>b</scripts>", "<p>a<scripts>b</scripts>");
	check_skip("a<script>'</scripts>'</script>b", "a b");
}
END_TEST

/* The escaped states of the standard's script data. */
START_TEST(scripts_with_comments)
{
	check_skip("a<script><!-- x --></script>b", "a b");
	check_skip("a<script><!-- x</script>b", "a b");
	check_skip("a<script><!--<script>x</script>--></script>b", "a b");
	check_skip("a<script>'<!--' '<script>' '-->'</script>b", "a b");
}
END_TEST

START_TEST(unclosed_raw)
{
	check_skip("a<script>b", "a ");
	check_skip("a<style>b<p>c", "a ");
	check_skip("a<script", "a ");
	check_skip("a<!-- b <p>c", "a");
}
END_TEST

START_TEST(comments)
{
	check_skip("a<!-- <p> -->b", "ab");
	check_skip("a<!-->b", "ab");
	check_skip("a<!--->b", "ab");
	check_skip("a<!-- x --!>b", "ab");
	check_skip("a<!---->b", "ab");
	check_skip("a<!-- - -- > -->b", "ab");
	check_skip("a<!-- p -> q -> <b> -->b", "ab");
	check_skip("<!doctype html><p>", "<p>");
	check_skip("a<![CDATA[x]]>b", "ab");
	check_skip("a<?php x ?>b", "ab");
	check_skip("a</ x>b", "ab");
}
END_TEST

START_TEST(drawings_and_frames)
{
	check_skip("a<svg><path d='M0'/><title>t</title></svg>b", "a b");
	check_skip("a<svg/>b", "a b");
	check_skip("a<iframe src=x>y</iframe>b", "a b");
	check_skip("a<template><p>x</p></template>b", "a b");
	check_skip("a<select><option>x</select>b", "a b");
	check_skip("a<object data=x>b", "a b");
	check_skip("a<svg><p>b", "a <p>b");
	check_skip("a</svg>b", "ab");
}
END_TEST

/* Such a template is what is shown of the element around it. */
START_TEST(shadow_trees)
{
	check_skip("<x-p>a<template shadowrootmode=open><p>b</template>c</x-p>",
	           "<x-p>a</br><p>b</br>c</x-p>");
	check_skip("<template ShadowRootMode='Closed'>a<template>b</template>c"
	           "</template>d", "</br>a c</br>d");
	check_skip("a<template shadowrootmode=none>b</template>c", "a c");
	check_skip("a<template class=shadowrootmode>b</template>c", "a c");
}
END_TEST

/* Elements of a page's own, whose names begin with those of others. */
START_TEST(names_that_go_on)
{
	check_skip("<svg-icon>a</svg-icon>b", "<svg-icon>a</svg-icon>b");
	check_skip("<script-box>a<p>b", "<script-box>a<p>b");
	check_skip("<img-box alt=x>a</img-box>", "<img-box alt=x>a</img-box>");
	check_skip("a<script>'</script-box>'</script>b", "a b");
	check_skip("a<svg><svg-icon>x</svg-icon>y</svg>b", "a b");
	check_skip("<svg.icon>a", "<svg.icon>a");
}
END_TEST

START_TEST(without_content)
{
	check_skip("a<img src='data:image/png;base64,AAAA' alt='x>y'>b", "ab");
	check_skip("a<wbr>b<input type=hidden value='<p>'>c", "abc");
	check_skip("a<br>b<hr>c", "a<br>b<hr>c");
	check_skip("<meta charset=gbk><link rel=x>", "");
	check_skip("<bgsound src=x>a<spacer type=block>b<basefont>", "ab");
	check_skip("a</p>b<p>c</p>d</BR>e", "a</p>b<p>c</p>d</br>e");
}
END_TEST

START_TEST(quoted_values)
{
	check_skip("<a title=\"<svg>\">b</a>", "<a title=\"<svg>\">b</a>");
	check_skip("<a title = '>'>b</a>", "<a title = '>'>b</a>");
	check_skip("<a b\">c</a>", "<a b\">c</a>");
	check_skip("<p a=b'>c", "<p a=b'>c");
	check_skip("<p title=\"never closed>c", "<p title=\"never closed>c");
}
END_TEST

START_TEST(plain_marks)
{
	check_skip("", "");
	check_skip("a < b <3 <", "a < b <3 <");
	check_skip("<", "<");
	check_skip("a</", "a</");
	check_skip("<p", "<p");
}
END_TEST

START_TEST(deep)
{
	int too_deep;
	char *out = skim("<i><b><u><em>a</em></u></b></i>c", 2, &too_deep);

	ck_assert(too_deep);
	ck_assert_str_eq(out, "<i><b>  a  </b></i>c");
	free(out);
	/* Blocks end there all the same. */
	out = skim("<i><b><div>a</div><q>b", 2, &too_deep);
	ck_assert_str_eq(out, "<i><b></br>a</br> b");
	free(out);
}
END_TEST

/* The same where all kinds of them stand before. */
START_TEST(no_end_of_any_kind)
{
	static const char *const kinds[] = {
		"audio", "canvas", "iframe", "math", "noembed", "object",
		"select", "svg", "template", "video",
	};
	size_t n = sizeof(kinds) / sizeof(kinds[0]), size = 4u << 20;
	char *html = malloc(size + 32);

	for (size_t last = 0; last < n; last++) {
		size_t at = 0;
		int too_deep;

		for (size_t k = 0; k < n; k++)
			at += (size_t)sprintf(html + at, "<%s>", kinds[k]);
		while (at < size)
			at += (size_t)sprintf(html + at, "<%s>", kinds[last]);
		free(skim(html, 256, &too_deep));
	}
	free(html);
}
END_TEST

/* Two million of them took hours when each was searched for its end. */
START_TEST(no_end_in_sight)
{
	static const char *const units[] = {
		"<svg>", "<select>", "<iframe>", "<div></span>", "<object>",
		"<script><!--<script></script>", "<!--", "<p a='",
	};
	size_t size = 10u << 20;
	char *html = malloc(size + 1);

	for (size_t k = 0; k < sizeof(units) / sizeof(units[0]); k++) {
		size_t n = strlen(units[k]);
		int too_deep;

		for (size_t i = 0; i < size; i++)
			html[i] = units[k][i % n];
		html[size] = '\0';
		free(skim(html, 256, &too_deep));
	}
	free(html);
}
END_TEST

#define MANY 100000u /* tags of a large page */

/* All of a page comes, and no more of it is kept than of a small one. */
START_TEST(by_and_by)
{
	scls_skim skim = { .allocator = scls_alloc_default() };
	scls_stacked open[SCLS_NEST_ROOM(256)];
	scls_nest nest = { .open = open, .max = 256 };
	char *html = malloc(4 * MANY + 1);
	scls_tag_table *rules;
	size_t n = 0;

	for (size_t i = 0; i < MANY; i++)
		memcpy(html + 4 * i, "<p>x", 5);
	ck_assert_int_eq(scls_tag_table_new(&rules, &skim.allocator),
	                 SPAMCLS_OK);
	skim.rules = rules;
	scls_skip_begin(&skim, (scls_span){ html, 4 * MANY }, &nest);
	while (skim.at < skim.end) {
		ck_assert_int_eq(scls_skip_more(&skim), SPAMCLS_OK);
		for (size_t i = 0; i < skim.n; i++, n++)
			HOLDS(skim.token[i].kind == (n % 2
			      ? SCLS_TOKEN_TEXT : SCLS_TOKEN_START), n);
	}
	ck_assert_uint_eq(n, 2 * MANY);
	ck_assert_uint_le(skim.room, 4096);
	scls_skim_free(&skim);
	scls_tag_table_free(rules);
	free(html);
}
END_TEST

SUITE("skip", {
	CASE(by_and_by);
	CASE(scripts_and_styles);
	CASE(scripts_with_comments);
	CASE(unclosed_raw);
	CASE(comments);
	CASE(drawings_and_frames);
	CASE(shadow_trees);
	CASE(names_that_go_on);
	CASE(without_content);
	CASE(quoted_values);
	CASE(plain_marks);
	CASE(deep);
	CASE(no_end_in_sight);
	CASE(no_end_of_any_kind);
})
