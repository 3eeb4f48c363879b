/* fold_fixture.h - a line folded, and cleaned, as text again. */
#ifndef TEST_FOLD_FIXTURE_H
#define TEST_FOLD_FIXTURE_H

#include "headline/fold.h"

#include "base/utf8.h"

#include "../../suite.h"

#define ROOM 512

static uint32_t unit[ROOM], from[ROOM], to[ROOM];
static char text[ROOM * 4 + 1];

static scls_units fold(const char *source)
{
	scls_units u = { .unit = unit, .from = from, .to = to,
	                     .room = ROOM };

	scls_fold(scls_span_of(source), &u);
	return u;
}

static const char *as_text(const scls_units *u)
{
	size_t n = 0;

	for (uint32_t i = 0; i < u->n; i++)
		n += scls_utf8_put(u->unit[i], text + n);
	text[n] = '\0';
	return text;
}

static inline const char *folded(const char *source)
{
	scls_units u = fold(source);

	return as_text(&u);
}

static const char *cleaned(const char *source)
{
	scls_units u = fold(source);

	scls_clean(&u);
	return as_text(&u);
}

#endif
