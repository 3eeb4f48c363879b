/* option_table.c - see option_table.h. */
#include "option_table.h"

#include <errno.h>
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define AT(field) offsetof(tool_options, field)
#define FLAG(field) OPTION_FLAG, AT(field)
#define TEXT(field) OPTION_TEXT, AT(field)
#define INPUT(field) OPTION_INPUT, AT(field)
#define COUNT(field) OPTION_COUNT32, AT(field)
#define NUMBER(field) OPTION_ULONG, AT(field)
#define REAL(field) OPTION_REAL, AT(field)

/* Lists of hosts to block have sites in them and nothing about them. */
#define BLOCKED "format=hosts format=ublacklist"

const option option_table[] = {
	{ "threads", COUNT(threads), .of = "score split headlines",
	  .most = TOOL_MAX_THREADS },
	{ "db", TEXT(db), .of = "score split headlines explain train info" },
	{ "db", TEXT(db), .of = "rules", .against = "FILE" },
	{ "charset", TEXT(charset), .of = "score split explain",
	  .against = "headline" },
	{ "url", TEXT(url), .of = "score explain", .against = "headline" },
	{ "url", TEXT(url), .of = "split", .with = "json" },
	{ "kind", OPTION_KIND, AT(kind), .of = "score split explain",
	  .against = "headline links", .words = "html text" },
	{ "json", FLAG(json), .of = "score headlines" },
	{ "json", FLAG(json), .of = "split", .against = "markdown" },
	{ "json", FLAG(json), .of = "site",
	  .against = "sketch format=text " BLOCKED },
	{ "markdown", FLAG(markdown), .of = "split" },
	{ "html", FLAG(html), .of = "explain" },
	{ "links", FLAG(links), .of = "score explain", .against = "headline" },
	{ "links", FLAG(links), .of = "split", .with = "json markdown" },
	{ "jsonl", FLAG(jsonl), .of = "score split", .against = "links" },
	{ "color", FLAG(colour), .of = "explain", .against = "html" },
	{ "headline", TEXT(headline), .of = "explain", .against = "FILE" },
	{ "glance", FLAG(glance), .of = "headlines" },
	{ "glance", FLAG(glance), .of = "explain", .with = "headline" },
	{ "exit-code", FLAG(exit_code), .of = "score" },
	{ "max-input", OPTION_COUNT64, AT(limits.input_bytes),
	  .of = "score split explain", .against = "headline",
	  .most = TOOL_MAX_PAGE },
	{ "max-text", COUNT(limits.text_bytes), .of = "score split explain",
	  .against = "headline", .most = 1 << 30 },
	{ "max-blocks", COUNT(limits.blocks), .of = "score split explain",
	  .against = "headline" },
	{ "max-links", COUNT(limits.links), .of = "score split explain",
	  .against = "headline links kind=text" },
	{ "max-depth", COUNT(limits.depth), .of = "score split explain",
	  .against = "headline links kind=text", .most = 65535 },
	{ "max-headline", COUNT(limits.headline),
	  .of = "score headlines explain", .most = 4096 },
	{ "max-steps", COUNT(limits.regex_steps),
	  .of = "score headlines explain" },
	{ "max-body", COUNT(limits.body_bytes), .of = "score explain",
	  .against = "headline links" },
	{ "merge", FLAG(merge), .of = "site" },
	{ "sketch", TEXT(sketch), .of = "site" },
	{ "suffixes", TEXT(suffixes), .of = "site", .against = "merge" },
	{ "format", TEXT(format), .of = "site", .against = "sketch",
	  .words = "text json hosts ublacklist" },
	{ "depth", COUNT(depth), .of = "site", .against = "merge" },
	{ "top", COUNT(top), .of = "site",
	  .against = "sketch json format=json " BLOCKED },
	{ "least", REAL(least), .of = "site", .with = BLOCKED, .most = 1 },
	{ "sites", COUNT(sketches.sites), .of = "site", .most = 1 << 24 },
	{ "sample", COUNT(sketches.sample), .of = "site", .most = 4096 },
	{ "grammar", TEXT(grammar), .of = "synth" },
	{ "count", NUMBER(count), .of = "synth" },
	{ "seed", NUMBER(seed), .of = "synth" },
	{ "seed", NUMBER(seed), .of = "train", .against = "keep-weights" },
	{ "only", TEXT(only), .of = "synth" },
	{ "leave-out", TEXT(leave_out), .of = "synth" },
	{ "output", TEXT(output), .of = "train" },
	{ "epochs", COUNT(train.epochs), .of = "train",
	  .against = "keep-weights", .least = 1 },
	{ "bits", COUNT(train.bits), .of = "train", .against = "keep-weights",
	  .least = 8, .most = 24 },
	{ "language-bits", OPTION_BITS, AT(train.language_bits), .of = "train",
	  .against = "keep-weights", .least = 8, .most = 24 },
	{ "rate", REAL(train.rate), .of = "train", .against = "keep-weights",
	  .least = 1e-6, .most = 1e3 },
	{ "l1", REAL(train.l1), .of = "train", .against = "keep-weights",
	  .most = 1e6 },
	{ "l2", REAL(train.l2), .of = "train", .against = "keep-weights",
	  .most = 1e6 },
	{ "drop", REAL(train.drop), .of = "train", .against = "keep-weights",
	  .most = 1 },
	{ "glance-loss", REAL(train.glance_loss), .of = "train", .most = 1 },
	{ "likely", REAL(likely), .of = "train", .least = 1e-3, .most = 1e6 },
	{ "certain", REAL(train.certain), .of = "train",
	  .least = 1e-3, .most = 1e6 },
	{ "second-look", INPUT(second_look), .of = "train" },
	{ "keep-weights", FLAG(train.keep_weights), .of = "train" },
};

const size_t option_rows = sizeof(option_table) / sizeof(option_table[0]);

_Static_assert(sizeof(option_table) / sizeof(option_table[0])
               <= OPTION_ROWS, "OPTION_ROWS is too small");

int option_listed(const char *words, const char *word, size_t size)
{
	if (memchr(word, ' ', size))
		return 0;
	for (; words; words = strchr(words, ' ')) {
		words += *words == ' ';
		if (strncmp(words, word, size) == 0
		    && (words[size] == ' ' || words[size] == '\0'))
			return 1;
	}
	return 0;
}

const option *option_find(const char *command, const char *name, size_t size,
                          int *others)
{
	*others = 0;
	for (size_t i = 0; i < option_rows; i++) {
		const option *o = &option_table[i];

		if (strlen(o->name) != size
		    || memcmp(o->name, name, size) != 0)
			continue;
		if (option_listed(o->of, command, strlen(command)))
			return o;
		*others = 1;
	}
	return NULL;
}

/* The most that a whole number may be. */
static unsigned long long most_of(const option *o)
{
	if (o->most > 0)
		return (unsigned long long)o->most;
	return o->value == OPTION_ULONG ? ULONG_MAX
	       : o->value == OPTION_COUNT64 ? UINT64_MAX : UINT32_MAX;
}

/* "a b c" as "a, b or c is needed". */
static void name_words(const char *words, char *out, size_t room)
{
	size_t used = 0;

	while (*words && used + 1 < room) {
		size_t size = strcspn(words, " ");
		const char *next = words + size + (words[size] == ' ');
		const char *behind = !*next ? " is needed"
		                     : strchr(next, ' ') ? ", " : " or ";

		used += (size_t)snprintf(out + used, room - used, "%.*s%s",
		                         (int)size, words, behind);
		words = next;
	}
}

void option_needs(const option *o, char *words, size_t room)
{
	unsigned long long least = (unsigned long long)o->least;

	if (o->words)
		name_words(o->words, words, room);
	else if (o->value == OPTION_REAL)
		snprintf(words, room, "a number from %.10g to %.10g is needed",
		         o->least, o->most);
	else if (least > 0)
		snprintf(words, room, "a whole number from %llu to %llu%s is "
		         "needed", least, most_of(o),
		         o->value == OPTION_BITS ? ", or 0," : "");
	else
		snprintf(words, room, "a whole number up to %llu is needed",
		         most_of(o));
}

static int set_count(const option *o, const char *text, void *field)
{
	char *end;
	unsigned long long v;

	errno = 0;
	v = strtoull(text, &end, 10);
	if (*text < '0' || *text > '9' || *end != '\0' || errno == ERANGE
	    || v > most_of(o))
		return 0;
	if ((double)v < o->least && !(o->value == OPTION_BITS && v == 0))
		return 0;
	if (o->value == OPTION_COUNT64)
		*(uint64_t *)field = (uint64_t)v;
	else if (o->value == OPTION_ULONG)
		*(unsigned long *)field = (unsigned long)v;
	else
		*(uint32_t *)field = (uint32_t)v;
	return 1;
}

static int set_real(const option *o, const char *text, double *field)
{
	char *end;

	*field = strtod(text, &end);
	return end != text && *end == '\0' && isfinite(*field)
	       && *field >= o->least && *field <= o->most;
}

/* It is one of the words of its row. */
static spamcls_kind kind_of(const char *text)
{
	return strcmp(text, "html") == 0 ? SPAMCLS_KIND_HTML
	                                 : SPAMCLS_KIND_TEXT;
}

int option_set(const option *o, const char *text, tool_options *out)
{
	void *field = (char *)out + o->offset;

	if (o->words && !option_listed(o->words, text, strlen(text)))
		return 0;
	switch (o->value) {
	case OPTION_FLAG:
		*(int *)field = 1;
		return 1;
	case OPTION_TEXT: case OPTION_INPUT:
		*(const char **)field = text;
		return 1;
	case OPTION_REAL:
		return set_real(o, text, field);
	case OPTION_KIND:
		*(spamcls_kind *)field = kind_of(text);
		return 1;
	default:
		return set_count(o, text, field);
	}
}
