/*
 * literals.c - reads a pattern and keeps what every text that fits it must
 * hold; see literals.h.  Groups go on a stack of their own: no recursion.
 */
#include "pattern/finder.h"

#include "pattern/rule.h"

/* What a quantifier allows. */
typedef struct times {
	uint32_t least;
	int present;
} times;

scls_status scls_finder_new(scls_finder **out,
                            const spamcls_allocator *allocator)
{
	scls_finder *f = scls_alloc(allocator, sizeof(*f));

	if (!f)
		return SPAMCLS_E_NOMEM;
	f->allocator = *allocator;
	*out = f;
	return SPAMCLS_OK;
}

void scls_finder_free(scls_finder *f)
{
	spamcls_allocator allocator;

	if (!f)
		return;
	allocator = f->allocator;
	scls_free(&allocator, f, sizeof(*f));
}

static int is_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

static uint32_t peek(const scls_finder *f, uint32_t ahead)
{
	return f->at + ahead < f->n ? f->re[f->at + ahead] : 0;
}

static uint32_t read_digits(scls_finder *f)
{
	uint32_t value = 0;

	while (is_digit(peek(f, 0))) {
		if (value < 100000)
			value = value * 10 + (f->re[f->at] - '0');
		f->at++;
	}
	return value;
}

/* "{n}", "{n,}", "{n,m}"; returns 0 for any other brace. */
static int read_braces(scls_finder *f, times *t)
{
	f->at++;
	if (!is_digit(peek(f, 0)))
		return 0;
	t->least = read_digits(f);
	t->present = 1;
	if (peek(f, 0) == ',') {
		f->at++;
		read_digits(f);
	}
	if (peek(f, 0) != '}')
		return 0;
	f->at++;
	return 1;
}

/* What the flag x makes PCRE2 pass over. */
static int is_ignored(const scls_finder *f, uint32_t c)
{
	if (!(f->options & PCRE2_EXTENDED))
		return 0;
	return c == ' ' || c == '\t' || c == 0x85 || c == 0x200E
	       || c == 0x200F || c == 0x2028 || c == 0x2029;
}

static void skip_ignored(scls_finder *f)
{
	while (f->at < f->n && is_ignored(f, f->re[f->at]))
		f->at++;
}

/* The quantifier at the cursor, if any; returns 0 where it is odd. */
static int read_times(scls_finder *f, times *t)
{
	uint32_t c;

	skip_ignored(f);
	c = peek(f, 0);
	t->least = 1;
	t->present = 0;
	if (c == '{') {
		if (!read_braces(f, t))
			return 0;
	} else if (c == '*' || c == '?' || c == '+') {
		t->least = c == '+';
		t->present = 1;
		f->at++;
	}
	if (t->present)
		skip_ignored(f);
	if (t->present && (peek(f, 0) == '?' || peek(f, 0) == '+'))
		f->at++;
	return 1;
}

/* A character for which another one may stand where case does not count. */
static int has_case(const scls_finder *f, uint32_t c)
{
	if (!(f->options & PCRE2_CASELESS))
		return 0;
	return !(c < 'A' || (c > 'Z' && c < 'a') || (c > 'z' && c < 0x80)
	         || (c >= 0x2E80 && c < 0xA000)
	         || (c >= 0xE000 && c < 0xE100));
}

static int read_literal(scls_finder *f, uint32_t c)
{
	times t;

	if (!read_times(f, &t))
		return 0;
	if (t.least > 0 && !has_case(f, c))
		f->pool[f->n_pool++] = c;
	if (t.present || has_case(f, c))
		scls_finder_end_run(f);
	return 1;
}

/* Something that may be anything: it ends the run. */
static int read_unknown(scls_finder *f)
{
	times t;

	scls_finder_end_run(f);
	return read_times(f, &t);
}

/* Skips "{...}" behind \p, \x and their kin. */
static int skip_argument(scls_finder *f)
{
	if (peek(f, 0) != '{')
		return 0;
	while (f->at < f->n && f->re[f->at] != '}')
		f->at++;
	f->at++;
	return 1;
}

/* The kinds of escapes that mean one thing in all patterns. */
static int is_simple_escape(uint32_t c)
{
	return c < 0x80 && c != 0 && strchr("dDsSwWhHvVRXNbBAzZGKnrt", (int)c);
}

static int read_escape(scls_finder *f)
{
	uint32_t c = peek(f, 1);
	int letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');

	f->at += 2;
	if (!letter && !is_digit(c))
		return c != 0 && read_literal(f, c);
	if (c == 'p' || c == 'P' || c == 'x')
		return skip_argument(f) && read_unknown(f);
	if (is_digit(c) && c != '0') {
		read_digits(f);
		return read_unknown(f);
	}
	if (!is_simple_escape(c) || (c == 'N' && peek(f, 0) == '{'))
		return 0;
	return read_unknown(f);
}

/* Moves behind "[...]"; returns the number of its members, 0 where they are no
 * plain list.  *ok gets 0 where the end is not to be told: PCRE2 passes over
 * \E, and a bracket behind it does not close. */
static uint32_t read_members(scls_finder *f, int *ok)
{
	uint32_t members = 0, from = f->at;
	int plain = peek(f, 0) != '^';

	for (; f->at < f->n && (f->re[f->at] != ']' || f->at == from);
	     f->at++) {
		uint32_t c = f->re[f->at];

		if (c == '\\' || c == '[' || c == '-' || has_case(f, c))
			plain = 0;
		if (c == '[' || (c == '\\' && (peek(f, 1) == 'Q'
		                               || peek(f, 1) == 'E')))
			*ok = 0;
		f->at += c == '\\';
		members++;
	}
	if (f->at >= f->n || (f->at > from && f->re[from] == ']')
	    || (f->re[from] == '^' && peek(f, 0) == ']' && members == 1))
		*ok = 0;
	f->at++;
	return plain && members <= SCLS_LITERALS_MAX ? members : 0;
}

/* A short list of characters is a set of literals. */
static int read_bracket(scls_finder *f)
{
	scls_literal_set set;
	uint32_t from, members;
	times t;
	int ok = 1;

	scls_finder_end_run(f);
	from = ++f->at;
	members = read_members(f, &ok);
	if (!ok || !read_times(f, &t))
		return 0;
	set.n = 0;
	for (uint32_t i = 0; i < members; i++) {
		f->pool[f->n_pool] = f->re[from + i];
		scls_finder_add(f, &set, f->n_pool++, 1);
	}
	if (t.least > 0)
		scls_finder_offer(f, &set);
	f->run = f->n_pool;
	return 1;
}

/* "(", "(?:", "(?=", "(?!", "(?<=", "(?<!", "(?>"; no other kind. */
static int read_open(scls_finder *f)
{
	uint32_t c = peek(f, 2);
	int silent = 0;

	scls_finder_end_run(f);
	f->at++;
	if (peek(f, 0) == '*')
		return 0;
	if (peek(f, 0) == '?') {
		f->at += 2;
		if (c == '<') {
			c = peek(f, 0);
			if (c != '=' && c != '!')
				return 0;
			f->at++;
		}
		if (c != ':' && c != '>' && c != '=' && c != '!')
			return 0;
		silent = c == '=' || c == '!';
	}
	return scls_finder_open(f, silent);
}

static int read_close(scls_finder *f)
{
	scls_literal_set set;
	times t;

	if (f->n_groups < 2)
		return 0;
	f->at++;
	scls_finder_close(f, &set);
	if (!read_times(f, &t))
		return 0;
	if (t.least == 0)
		return 1;
	scls_finder_offer(f, &set);
	scls_finder_ask(f, f->classes);
	return 1;
}

/* With the flag x, a number sign begins a comment; a pattern is one line. */
static int skip_extended(scls_finder *f)
{
	uint32_t from = f->at;

	skip_ignored(f);
	if ((f->options & PCRE2_EXTENDED) && peek(f, 0) == '#')
		f->at = f->n;
	return f->at > from;
}

/* One step; returns 0 where the finder gives the pattern up. */
static int step(scls_finder *f)
{
	uint32_t c = f->re[f->at];

	switch (c) {
	case '\\': return read_escape(f);
	case '[': return read_bracket(f);
	case '(': return read_open(f);
	case ')': return read_close(f);
	case '{': return 0;
	case '|':
		f->at++;
		scls_finder_branch(f);
		return 1;
	case '.': case '^': case '$':
		f->at++;
		return read_unknown(f);
	default:
		f->at++;
		return read_literal(f, c);
	}
}

void scls_finder_run(scls_finder *f, const uint32_t *pattern, uint32_t n,
                     uint32_t options, const scls_literal_set **set,
                     const uint32_t **pool)
{
	scls_literal_set *whole = &f->group[0].best;
	int known = 1;

	f->re = pattern;
	f->n = n;
	f->at = f->run = f->n_pool = f->n_groups = 0;
	f->options = options;
	scls_finder_open(f, 0);
	while (known && f->at < f->n)
		known = skip_extended(f) || step(f);
	f->classes = 0;
	if (known && f->n_groups == 1)
		scls_finder_close(f, whole);
	else
		whole->n = 0;
	*set = whole;
	*pool = f->pool;
}
