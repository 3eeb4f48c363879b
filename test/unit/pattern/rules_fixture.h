/*
 * rules_fixture.h - rule sets from text and headlines made by hand, for the
 * tests of the pattern room.
 */
#ifndef TEST_RULES_FIXTURE_H
#define TEST_RULES_FIXTURE_H

#include "base/utf8.h"
#include "pattern/set.h"

#include "../../suite.h"

#include <stdio.h>

#define FIXTURE_ROOM 4096

/* A headline and the arrays it borrows. */
typedef struct made {
	scls_headline headline;
	uint32_t units[FIXTURE_ROOM];
	uint32_t skeleton[FIXTURE_ROOM];
	uint16_t skeleton_unit[FIXTURE_ROOM];
} made;

static inline uint32_t made_decode(const char *text, uint32_t *out)
{
	size_t at = 0, size = strlen(text);
	uint32_t n = 0;

	while (at < size && n < FIXTURE_ROOM)
		out[n++] = scls_utf8_next(text, size, &at);
	return n;
}

/* The class in braces at unit[at]; its length with the braces, or 0. */
static inline uint32_t made_class(const uint32_t *unit, uint32_t n,
                                  uint32_t at, int *cls)
{
	char name[16];
	uint32_t i = at + 1, k = 0;

	while (i < n && unit[i] != '}' && k < sizeof(name) - 1)
		name[k++] = (char)unit[i++];
	name[k] = '\0';
	*cls = unit[at] == '{' && i < n
	       ? scls_class_by_name(scls_span_of(name)) : -1;
	return *cls < 0 ? 0 : i + 1 - at;
}

/*
 * Makes the headline whose text stands in m->units already, as n units;
 * "{ORG}" in it is a slot of one symbol and five units.
 */
static inline void made_finish(made *m, uint32_t n)
{
	uint32_t k = 0, at = 0, size;
	int cls;

	memset(&m->headline, 0, sizeof(m->headline));
	while (at < n) {
		m->skeleton_unit[k] = (uint16_t)at;
		size = made_class(m->units, n, at, &cls);
		m->skeleton[k++] = size ? SCLS_SYMBOL + (uint32_t)cls
		                        : m->units[at];
		at += size ? size : 1;
	}
	m->headline.units = m->units;
	m->headline.n_units = n;
	m->headline.skeleton = m->skeleton;
	m->headline.skeleton_unit = m->skeleton_unit;
	m->headline.n_skeleton = k;
}

static inline void make(made *m, const char *text)
{
	made_finish(m, made_decode(text, m->units));
}

/* Compiles one pack, "t.rules", which has to be right. */
static inline scls_ruleset *compiled(const char *text)
{
	spamcls_allocator allocator = scls_alloc_default();
	scls_pack pack = { "t.rules", scls_span_of(text) };
	spamcls_error error = { 0 };
	scls_ruleset *set = NULL;
	scls_status status = scls_ruleset_new(&set, &pack, 1, &allocator,
	                                      &error);

	ck_assert_msg(status == SPAMCLS_OK, "%s:%u:%u: %s", error.file,
	              error.line, error.column, error.message);
	return set;
}

/* Compiles text, which has to fail at that place with words in the reason. */
static inline void refused(const char *text, uint32_t line, uint32_t column,
                           const char *words)
{
	spamcls_allocator allocator = scls_alloc_default();
	scls_pack pack = { "t.rules", scls_span_of(text) };
	spamcls_error error = { 0 };
	scls_ruleset *set = NULL;
	scls_status status = scls_ruleset_new(&set, &pack, 1, &allocator,
	                                      &error);

	ck_assert_msg(status == SPAMCLS_E_SYNTAX || status == SPAMCLS_E_LIMIT,
	              "accepted: %s", text);
	ck_assert_ptr_null(set);
	ck_assert_int_eq(error.status, status);
	ck_assert_str_eq(error.file, "t.rules");
	ck_assert_msg(strstr(error.message, words) != NULL, "'%s' not in '%s'",
	              words, error.message);
	ck_assert_msg(error.line == line && error.column == column,
	              "%u:%u, not %u:%u: %s", error.line, error.column, line,
	              column, error.message);
}

/* The names of the rules that hit the text, each with a blank behind. */
static inline const char *hits_on(const scls_ruleset *set, const char *text)
{
	static char names[1u << 16];
	static made m;
	scls_matcher *matcher = NULL;
	const scls_hit *hits = NULL;
	scls_rule_info info;
	uint32_t flags = 0;
	size_t n = 0;

	make(&m, text);
	ck_assert_int_eq(scls_matcher_new(&matcher, set, 0), SPAMCLS_OK);
	ck_assert_int_eq(scls_match(matcher, &m.headline, &hits, &n, &flags),
	                 SPAMCLS_OK);
	names[0] = '\0';
	for (size_t i = 0; i < n; i++) {
		scls_ruleset_info(set, hits[i].rule, &info);
		strcat(names, info.name);
		strcat(names, " ");
	}
	scls_matcher_free(matcher);
	return names;
}

/* The same for a pack that is thrown away. */
static inline const char *hits_of(const char *pack, const char *text)
{
	scls_ruleset *set = compiled(pack);
	const char *names = hits_on(set, text);

	scls_ruleset_free(set);
	return names;
}

#endif
