/* draft_fixture.h - a page made by hand, and its blocks looked at. */
#ifndef SEGMENT_DRAFT_FIXTURE_H
#define SEGMENT_DRAFT_FIXTURE_H

#include "segment/split_draft.h"

#include "../../suite.h"
#include "page_fixture.h"

static fixture f;
static scls_draft draft;

static inline void fixture_draft(void)
{
	ck_assert_int_eq(scls_draft_begin(&draft, &f.arena, &f.phrases,
	                                  &f.page), 0);
}

#endif
