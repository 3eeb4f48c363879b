/*
 * expand.c - a family to one headline; see grammar.h.
 *
 * A stack of cursors instead of recursion: a slot pushes the entry it picks.
 */
#include "synth/grammar.h"

#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DEEPEST 24
#define MEMORY 16
#define CHINESE_MOST 999    /* what put_chinese can say */
#define DECIMALS_MOST 9
#define VALUE_MOST 1e15     /* of a number with decimals */

/* One text that is being written out. */
typedef struct cursor {
	const char *at, *end;
	int memory;            /* place in memory to fill at the end, or -1 */
	size_t from;           /* where its text begins in out */
} cursor;

/* A remembered slot: its list and number, and where its text stands. */
typedef struct memory {
	const grammar_list *list;
	int number;
	size_t from, size;
} memory;

typedef struct writer {
	const grammar *g;
	const grammar_family *family;
	uint64_t *random;
	char *out;
	size_t n, room;
	cursor stack[DEEPEST];
	int top;
	memory memory[MEMORY];
	int n_memory;
	int failed;
} writer;

/* A stream of random numbers: SplitMix64. */
static uint64_t next_random(uint64_t *state)
{
	uint64_t x = *state += UINT64_C(0x9e3779b97f4a7c15);

	x = (x ^ x >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	x = (x ^ x >> 27) * UINT64_C(0x94d049bb133111eb);
	return x ^ x >> 31;
}

static uint64_t below(writer *w, uint64_t n)
{
	return n ? next_random(w->random) % n : 0;
}

static void put(writer *w, const char *data, size_t size)
{
	if (w->room - w->n <= size) {
		w->failed = 1;
		return;
	}
	memcpy(w->out + w->n, data, size);
	w->n += size;
}

static void put_format(writer *w, const char *format, unsigned long long v)
{
	char text[32];
	int n = snprintf(text, sizeof(text), format, v);

	put(w, text, (size_t)n);
}

const grammar_list *grammar_find(const grammar *g,
                                 const grammar_family *family,
                                 const char *name, size_t size)
{
	for (size_t k = 0; k < family->n; k++)
		if (strlen(family->list[k].name) == size
		    && memcmp(family->list[k].name, name, size) == 0)
			return &family->list[k];
	for (size_t i = 0; i < g->n; i++) {
		const grammar_family *f = &g->family[i];

		if (!f->shared || strcmp(f->lang, family->lang) != 0)
			continue;
		for (size_t k = 0; k < f->n; k++)
			if (strlen(f->list[k].name) == size
			    && memcmp(f->list[k].name, name, size) == 0)
				return &f->list[k];
	}
	return NULL;
}

static void push(writer *w, const char *at, const char *end, int place)
{
	if (w->top == DEEPEST) {
		w->failed = 1;
		return;
	}
	w->stack[w->top].at = at;
	w->stack[w->top].end = end;
	w->stack[w->top].memory = place;
	w->stack[w->top++].from = w->n;
}

static void put_chinese(writer *w, unsigned v)
{
	static const char *const digits[] = {
		"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"
	};

	if (v >= 100) {
		put(w, digits[v / 100 % 10], 3);
		put(w, "百", 3);
		v %= 100;
		if (v == 0)
			return;
		if (v < 10)
			put(w, digits[0], 3);
	}
	if (v >= 20)
		put(w, digits[v / 10], 3);
	if (v >= 10)
		put(w, "十", 3);
	if (v % 10 || v == 0)
		put(w, digits[v % 10], 3);
}

static void put_version(writer *w)
{
	static const uint64_t top[] = { 9, 20, 99, 999 };
	uint64_t parts = 2 + below(w, 3);

	for (uint64_t i = 0; i < parts; i++) {
		if (i > 0)
			put(w, ".", 1);
		put_format(w, "%llu", below(w, top[below(w, 4)] + 1));
	}
}

static void put_decimal(writer *w, double low, double high, int decimals)
{
	double unit = (double)(next_random(w->random) >> 11)
	              / 9007199254740992.0;
	char text[64];
	int n = snprintf(text, sizeof(text), "%.*f", decimals,
	                 low + (high - low) * unit);

	put(w, text, (size_t)n);
}

static void put_signed(writer *w, long value)
{
	if (value < 0)
		put(w, "-", 1);
	put_format(w, "%llu", (unsigned long long)labs(value));
}

/* "#int 2 99" and its kin: both ends are in. */
static int put_range(writer *w, const char *slot)
{
	long low, high;
	uint64_t more;

	if (sscanf(slot, "#%*[a-z] %ld %ld", &low, &high) != 2
	    || low > high || low < -INT_MAX || high > INT_MAX)
		return 0;
	more = below(w, (uint64_t)(high - low) + 1);
	if (strncmp(slot, "#int ", 5) == 0)
		put_signed(w, low + (long)more);
	else if (strncmp(slot, "#cn ", 4) == 0 && low >= 0
	         && high <= CHINESE_MOST)
		put_chinese(w, (unsigned)low + (unsigned)more);
	else
		return 0;
	return 1;
}

static int put_ratio(writer *w, const char *slot)
{
	double from, to;
	int decimals;

	if (sscanf(slot, "#dec %lf %lf %d", &from, &to, &decimals) != 3
	    || !(from <= to) || decimals < 0 || decimals > DECIMALS_MOST
	    || !(fabs(from) <= VALUE_MOST && fabs(to) <= VALUE_MOST))
		return 0;
	put_decimal(w, from, to, decimals);
	return 1;
}

static int put_code(writer *w, const char *slot)
{
	static const char set[] = "abcdefghjkmnpqrstuvwxyz23456789";
	long n;

	if (sscanf(slot, "#alnum %ld", &n) != 1 || n < 1)
		return 0;
	for (; n > 0 && !w->failed; n--)
		put(w, &set[below(w, sizeof(set) - 1)], 1);
	return 1;
}

/* Slot is a NUL-terminated copy. */
static void put_number(writer *w, const char *slot)
{
	if (strcmp(slot, "#year") == 0)
		put_format(w, "%llu", 2021 + below(w, 7));
	else if (strcmp(slot, "#ver") == 0)
		put_version(w);
	else if (!put_ratio(w, slot) && !put_code(w, slot)
	         && !put_range(w, slot))
		w->failed = 1;
}

/* The first bar outside braces that no backslash covers, or end. */
static const char *next_bar(const char *at, const char *end)
{
	int depth = 0;

	for (; at < end; at++) {
		if (*at == '\\' && at + 1 < end)
			at++;
		else if (*at == '|' && depth == 0)
			return at;
		else
			depth += (*at == '{') - (*at == '}');
	}
	return end;
}

/* One of the alternatives between bars. */
static void push_choice(writer *w, const char *at, const char *end)
{
	uint64_t n = 1, pick;

	for (const char *p = next_bar(at, end); p < end; n++)
		p = next_bar(p + 1, end);
	for (pick = below(w, n); pick > 0; pick--)
		at = next_bar(at, end) + 1;
	push(w, at, next_bar(at, end), -1);
}

/* A remembered slot is copied; a new one is noted.  Returns its place. */
static int recall(writer *w, const grammar_list *list, int number)
{
	for (int i = 0; i < w->n_memory; i++) {
		memory *m = &w->memory[i];

		if (m->list != list || m->number != number)
			continue;
		put(w, w->out + m->from, m->size);
		return -2;
	}
	if (w->n_memory == MEMORY) {
		w->failed = 1;
		return -1;
	}
	w->memory[w->n_memory].list = list;
	w->memory[w->n_memory].number = number;
	w->memory[w->n_memory].size = 0;
	return w->n_memory++;
}

/* "name", "name:1", "name?". */
static void push_list(writer *w, const char *at, const char *end)
{
	int place = -1, number = 0;
	const grammar_list *list;
	const char *entry;

	if (end > at && end[-1] == '?') {
		end--;
		if (below(w, 2) == 0)
			return;
	}
	if (end - at > 2 && end[-2] == ':') {
		number = end[-1];
		end -= 2;
	}
	list = grammar_find(w->g, w->family, at, (size_t)(end - at));
	if (!list || list->n == 0) {
		w->failed = 1;
		return;
	}
	if (number)
		place = recall(w, list, number);
	if (place == -2)
		return;
	entry = list->entry[below(w, list->n)];
	push(w, entry, entry + strlen(entry), place);
}

static const char *closing(const char *at, const char *end)
{
	int depth = 0;

	for (; at < end; at++) {
		if (*at == '\\' && at + 1 < end)
			at++;
		else if (*at == '{')
			depth++;
		else if (*at == '}' && --depth == 0)
			return at;
	}
	return NULL;
}

static void slot(writer *w, cursor *c)
{
	const char *at = c->at + 1, *end = closing(c->at, c->end);
	char name[64];

	if (!end) {
		w->failed = 1;
		return;
	}
	c->at = end + 1;
	if (*at == '=') {
		push_choice(w, at + 1, end);
	} else if (*at == '#') {
		if ((size_t)(end - at) >= sizeof(name)) {
			w->failed = 1;
			return;
		}
		memcpy(name, at, (size_t)(end - at));
		name[end - at] = '\0';
		put_number(w, name);
	} else {
		push_list(w, at, end);
	}
}

static void end_of_cursor(writer *w)
{
	cursor *c = &w->stack[--w->top];

	if (c->memory < 0)
		return;
	w->memory[c->memory].from = c->from;
	w->memory[c->memory].size = w->n - c->from;
}

size_t grammar_expand(const grammar *g, const grammar_family *family,
                      uint64_t *random, char *out, size_t room)
{
	writer w;

	memset(&w, 0, sizeof(w));
	w.g = g;
	w.family = family;
	w.random = random;
	w.out = out;
	w.room = room;
	push_list(&w, "line", "line" + 4);
	while (w.top > 0 && !w.failed) {
		cursor *c = &w.stack[w.top - 1];

		if (c->at == c->end) {
			end_of_cursor(&w);
		} else if (*c->at == '{') {
			slot(&w, c);
		} else {
			c->at += *c->at == '\\' && c->at + 1 < c->end;
			put(&w, c->at++, 1);
		}
	}
	out[w.failed ? 0 : w.n] = '\0';
	return w.failed ? 0 : w.n;
}
