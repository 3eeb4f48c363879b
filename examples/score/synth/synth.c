/*
 * synth.c - headlines from the template grammars, as JSON lines.
 */
#include "synth/grammar.h"
#include "safe_text.h"
#include "split_text.h"
#include "tool.h"

#include <string.h>

/* Is name one of the names between commas? */
static int listed(const char *names, const char *name)
{
	size_t size = strlen(name);

	for (const char *at = names; at && *at;) {
		const char *comma = strchr(at, ',');
		size_t n = comma ? (size_t)(comma - at) : strlen(at);

		if (n == size && memcmp(at, name, n) == 0)
			return 1;
		at = comma ? comma + 1 : NULL;
	}
	return 0;
}

static int wanted(const tool_options *o, const grammar_family *f)
{
	if (f->shared || (o->only && !listed(o->only, f->name)))
		return 0;
	return !listed(o->leave_out, f->name);
}

/* A family's stream depends on its name, not on its neighbours. */
static uint64_t seed_of(const tool_options *o, const grammar_family *f)
{
	uint64_t seed = o->seed;

	for (const char *p = f->name; *p; p++)
		seed = (seed ^ (unsigned char)*p) * UINT64_C(0x100000001b3);
	return seed;
}

/* A field with what stands before it. */
static int add(tool_file *row, const char *before, const char *text)
{
	return tool_append(row, before, strlen(before))
	       && split_json_string(row, text, strlen(text));
}

static int write_row(const grammar_family *f, const char *text)
{
	tool_file row = { NULL, 0, 0 };
	int code = TOOL_SOFTWARE;

	if (add(&row, "{\"text\":", text)
	    && add(&row, ",\"label\":", f->label)
	    && add(&row, ",\"family\":", f->name)
	    && add(&row, ",\"lang\":", f->lang)
	    && add(&row, ",\"frame\":", f->frame)
	    && add(&row, ",\"source\":", "synth")
	    && tool_append(&row, "}\n", 2))
		code = tool_write(row.data, row.size) ? TOOL_OK : TOOL_IO;
	tool_file_free(&row);
	return code;
}

/* The check of a grammar tries some headlines, not all. */
static int none_made(const tool_options *o, const grammar_family *f)
{
	tool_warn(o, f->name, GRAMMAR_NONE);
	return TOOL_DATA;
}

static int write_family(const tool_options *o, const grammar *g,
                        const grammar_family *f)
{
	uint64_t random = seed_of(o, f);
	char text[GRAMMAR_HEADLINE];
	int code = TOOL_OK;

	for (unsigned long i = 0; i < o->count && code == TOOL_OK; i++)
		code = grammar_expand(g, f, &random, text, sizeof(text))
		       ? write_row(f, text) : none_made(o, f);
	return code;
}

static int is_family(const grammar *g, const char *name, size_t size)
{
	for (size_t i = 0; i < g->n; i++)
		if (!g->family[i].shared && strlen(g->family[i].name) == size
		    && memcmp(g->family[i].name, name, size) == 0)
			return 1;
	return 0;
}

/* The names of --only, no name is none; those of --leave-out may be other
 * people's, too. */
static int check_names(const tool_options *o, const grammar *g)
{
	const char *names = o->only;

	if (!names)
		return TOOL_OK;
	do {
		size_t size = strcspn(names, ",");

		if (!is_family(g, names, size)) {
			safe_line("spamcls: synth: %.*s: no such family; a "
			          "family is a file below %s", (int)size,
			          names, o->grammar);
			return TOOL_USAGE;
		}
		names += size + (names[size] == ',');
	} while (*names);
	return TOOL_OK;
}

/* Scripts leave out long lists of names, which may be all that are there; but
 * none that is asked for by name besides. */
static int check_any(const tool_options *o, const grammar *g)
{
	for (size_t i = 0; i < g->n; i++)
		if (!o->only || wanted(o, &g->family[i]))
			return TOOL_OK;
	tool_warn(o, NULL, "--leave-out leaves out every family of --only");
	return TOOL_USAGE;
}

static int check(const tool_options *o, const grammar *g)
{
	int code;

	if (g->n == 0) {
		tool_warn(o, o->grammar, "no grammars here; --grammar names "
		          "another directory");
		return TOOL_DATA;
	}
	code = check_names(o, g);
	return code == TOOL_OK ? check_any(o, g) : code;
}

int command_synth(const tool_options *o)
{
	grammar g;
	int code = TOOL_DATA;

	if (grammar_read(&g, o->grammar) != 0)
		tool_warn(o, NULL, g.error);
	else
		code = check(o, &g);
	for (size_t i = 0; i < g.n && code == TOOL_OK; i++)
		if (wanted(o, &g.family[i]))
			code = write_family(o, &g, &g.family[i]);
	if (code == TOOL_SOFTWARE)
		tool_warn(o, NULL, "no memory");
	grammar_free(&g);
	return code;
}
