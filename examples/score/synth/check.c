/*
 * check.c - whether families are what data/grammar/FORMAT.md says; see
 * grammar.h.
 */
#include "synth/grammar.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TRIALS 50 /* headlines that show a cycle or a wrong number */

static int wrong(grammar *g, const grammar_family *f, const char *what,
                 const char *where)
{
	snprintf(g->error, sizeof(g->error), "family %s: %s: %.200s",
	         f->name ? f->name : "?", what, where);
	return -1;
}

/*
 * The next slot of an entry that names a list, at *at or behind; the slots
 * inside of alternatives, too.  Returns its name and moves *at there, or NULL.
 */
static const char *next_name(const char **at, size_t *size)
{
	for (const char *p = *at; *p; p++) {
		if (*p == '\\' && p[1]) {
			p++;
			continue;
		}
		if (*p != '{' || p[1] == '=' || p[1] == '#')
			continue;
		*at = p + 1;
		*size = strcspn(p + 1, "}:?|");
		return p + 1;
	}
	return NULL;
}

static int check_names(grammar *g, const grammar_family *f)
{
	for (size_t k = 0; k < f->n; k++)
		for (size_t i = 0; i < f->list[k].n; i++) {
			const char *at = f->list[k].entry[i], *name;
			size_t size;

			while ((name = next_name(&at, &size)) != NULL)
				if (!grammar_find(g, f, name, size))
					return wrong(g, f, "a slot names no "
					             "list", at);
		}
	return 0;
}

/* The place of a list among the family's own, or their number. */
static size_t place_of(const grammar_family *f, const grammar_list *list)
{
	size_t k = 0;

	while (k < f->n && &f->list[k] != list)
		k++;
	return k;
}

/* Marks the family's own lists that a list's entries name; returns whether
 * one is new. */
static int mark_named(const grammar *g, const grammar_family *f, size_t from,
                      unsigned char *reached)
{
	int more = 0;

	for (size_t i = 0; i < f->list[from].n; i++) {
		const char *at = f->list[from].entry[i], *name;
		size_t size;

		while ((name = next_name(&at, &size)) != NULL) {
			size_t k = place_of(f, grammar_find(g, f, name, size));

			if (k == f->n || reached[k])
				continue;
			reached[k] = 1;
			more = 1;
		}
	}
	return more;
}

/* A list that no frame reaches is dead text. */
static int check_reached(grammar *g, const grammar_family *f)
{
	unsigned char *reached = calloc(f->n, 1);
	int more = 1, code = 0;

	if (!reached)
		return wrong(g, f, "no memory", "");
	reached[place_of(f, grammar_find(g, f, "line", 4))] = 1;
	while (more) {
		more = 0;
		for (size_t k = 0; k < f->n; k++)
			more |= reached[k] && mark_named(g, f, k, reached);
	}
	for (size_t k = 0; k < f->n && code == 0; k++)
		if (!reached[k])
			code = wrong(g, f, "no frame reaches this list",
			             f->list[k].name);
	free(reached);
	return code;
}

/* Cycles and wrong numbers show when the frames are filled in. */
static int check_trials(grammar *g, const grammar_family *f)
{
	uint64_t random = 1;
	char out[GRAMMAR_HEADLINE];

	for (int i = 0; i < TRIALS; i++)
		if (grammar_expand(g, f, &random, out, sizeof(out)) == 0)
			return wrong(g, f, GRAMMAR_NONE,
			             "see data/grammar/FORMAT.md");
	return 0;
}

int grammar_check(grammar *g, const grammar_family *f)
{
	const grammar_list *line = grammar_find(g, f, "line", 4);

	if (!line || line->n == 0)
		return wrong(g, f, "no frame under [line]", "");
	if (check_names(g, f) != 0 || check_reached(g, f) != 0)
		return -1;
	return check_trials(g, f);
}
