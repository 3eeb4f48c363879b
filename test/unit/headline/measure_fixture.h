/*
 * measure_fixture.h - what is measured of a headline, with the small lexicon:
 * give set_up and tear_down to tcase_add_checked_fixture, or call them.
 */
#ifndef TEST_MEASURE_FIXTURE_H
#define TEST_MEASURE_FIXTURE_H

#include "headline/measure.h"

#include "../../suite.h"
#include "lexicon_fixture.h"

#define UNITS 256

static scls_lexicon *lexicon;
static scls_analyzer *analyzer;
static spamcls_allocator allocator;
static uint32_t ids[SCLS_MEASURE_ROOM(UNITS)];
static scls_evidence evidence[SCLS_MEASURE_ROOM(UNITS)];
static scls_features features;

static inline void set_up(void)
{
	allocator = scls_alloc_default();
	lexicon = fixture_lexicon();
	ck_assert_int_eq(scls_analyzer_new(&analyzer, lexicon, UNITS,
	                                   &allocator), SPAMCLS_OK);
	features.ids = ids;
	features.evidence = evidence;
	features.room = SCLS_MEASURE_ROOM(UNITS);
}

static inline void tear_down(void)
{
	scls_analyzer_free(analyzer);
	scls_lexicon_free(lexicon);
}

static inline void measure(const char *source)
{
	scls_headline h;

	features.n = 0;
	scls_analyze(analyzer, scls_span_of(source), &h);
	scls_measure(&h, &features);
}

static inline int has(const char *source, uint32_t id)
{
	measure(source);
	for (uint32_t i = 0; i < features.n; i++)
		if (ids[i] == id)
			return 1;
	return 0;
}

typedef struct expect {
	const char *source;
	uint32_t id;
	int there;
} expect;

static inline void check_all(const expect *e, size_t n)
{
	for (size_t i = 0; i < n; i++)
		ck_assert_msg(has(e[i].source, e[i].id) == e[i].there,
		              "%s: %s", e[i].source,
		              scls_feature_name(e[i].id));
}

#define CHECK_ALL(e) check_all(e, sizeof(e) / sizeof((e)[0]))

#endif
