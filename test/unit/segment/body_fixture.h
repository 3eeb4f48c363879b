/* body_fixture.h - what a step leaves of a page's body, block by block. */
#ifndef SEGMENT_BODY_FIXTURE_H
#define SEGMENT_BODY_FIXTURE_H

#include "segment/html/html_list.h"

#include "html_page_fixture.h"

#define BODY_MOST 24u /* blocks of a page */

static scls_draft draft;
static scls_view view;
static uint8_t is_body[BODY_MOST];

/* The step; returns its status. */
typedef scls_status body_step(const scls_view *seen, uint8_t *body);

/* Reads the page and takes the step; what is body, a letter a block, x is none:
 * before it, and as it is expected behind it. */
static inline void check_body(const char *html, const char *before,
                              const char *expected, body_step *step)
{
	read_html(html);
	ck_assert_uint_eq(page.n_blocks, strlen(expected));
	ck_assert_uint_le(page.n_blocks, BODY_MOST);
	ck_assert_int_eq(scls_draft_begin(&draft, &arena, &phrases,
	                                  &page), 0);
	ck_assert_int_eq(scls_view_begin(&view, &draft), 0);
	for (uint32_t i = 0; i < page.n_blocks; i++)
		is_body[i] = before[i] == 'x' ? 0 : SCLS_IS_BODY;
	ck_assert_int_eq(step(&view, is_body), 0);
	for (uint32_t i = 0; i < page.n_blocks; i++)
		HOLDS(is_body[i] == (expected[i] != 'x'), i);
	end();
}

/* The same where all of it is body. */
static inline void check_all_body(const char *html, const char *expected,
                                  body_step *step)
{
	check_body(html, "bbbbbbbbbbbbbbbbbbbbbbbb", expected, step);
}

#endif
