/* lexicon_fixture.h - a small lexicon for the tests of this room. */
#ifndef TEST_LEXICON_FIXTURE_H
#define TEST_LEXICON_FIXTURE_H

#include "base/alloc.h"
#include "headline/lexicon.h"

#include <check.h>

static const char fixture_terms[] =
        "# a comment\n"
        "[ORG]\n星河汽车\n蓝鲸\nOpenLab\n"
        "[TECH]\n固态电池\n电池\n量子\n5G\nAI\n"
        "[METRIC]\n续航\n成本\n"
        "[RISE]\n飙升\n提升\n"
        "[FALL]\n暴降\n"
        "[PLACE]\n青州\n青州市\n"
        "[REVEAL]\n背后\n";

static scls_lexicon *fixture_lexicon(void)
{
	static spamcls_allocator allocator;
	scls_lexicon_text file = { "fixture",
		                   { fixture_terms,
		                     sizeof(fixture_terms) - 1 } };
	scls_lexicon *lexicon = NULL;

	allocator = scls_alloc_default();
	ck_assert_int_eq(scls_lexicon_new(&lexicon, &file, 1, &allocator,
	                                  NULL), SPAMCLS_OK);
	return lexicon;
}

#endif
