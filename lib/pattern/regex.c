/* regex.c - see regex.h. */
#include "pattern/regex.h"

#include "base/alloc.h"
#include "base/limits.h"

#include <stdalign.h>
#include <stdatomic.h>

/* PCRE2 does not say how much it gives back: the size stands before it. */
typedef struct header {
	alignas(max_align_t) size_t size;
} header;

static void *take(PCRE2_SIZE size, void *data)
{
	const spamcls_allocator *allocator = data;
	header *h;

	if (size > SIZE_MAX - sizeof(*h))
		return NULL;
	h = scls_alloc(allocator, sizeof(*h) + size);
	if (!h)
		return NULL;
	h->size = sizeof(*h) + size;
	return h + 1;
}

static void give(void *ptr, void *data)
{
	const spamcls_allocator *allocator = data;
	header *h = ptr;

	if (h)
		scls_free(allocator, h - 1, (h - 1)->size);
}

pcre2_general_context *scls_regex_memory(const spamcls_allocator *allocator)
{
	/* PCRE2 hands the pointer back as it is; it is never written to. */
	union { const spamcls_allocator *in; void *out; } data = { allocator };

	return pcre2_general_context_create(take, give, data.out);
}

/* PCRE2's own words, and the column they are about. */
static scls_status explain(const scls_rule *rule, int code, PCRE2_SIZE offset,
                           spamcls_error *error)
{
	PCRE2_UCHAR wide[120];
	char message[sizeof(error->message)];
	int size = pcre2_get_error_message(code, wide,
	                                   sizeof(wide) / sizeof(wide[0]));
	size_t n = scls_message_append(message, 0, sizeof(message),
	                               "bad pattern: ");

	for (int i = 0; i < size; i++)
		message[n++] = wide[i] < 0x80 ? (char)wide[i] : '?';
	n = scls_message_append(message, n, sizeof(message),
	           "; correct it here (see pcre2pattern)");
	message[n] = '\0';
	if (offset > rule->n_pattern)
		offset = rule->n_pattern;
	return scls_error_set(error, SPAMCLS_E_SYNTAX, rule->place.file,
	                      rule->place.line, rule->column[offset],
	                      message);
}

/* NULL with PCRE2's error, PCRE2_ERROR_HEAP_FAILED where there is no memory,
 * and the place it is about. */
static pcre2_code *compile(const scls_rule *rule, int *error,
                           PCRE2_SIZE *offset)
{
	const uint32_t options = PCRE2_UTF | PCRE2_NO_UTF_CHECK
	                         | PCRE2_NEVER_BACKSLASH_C
	                         | PCRE2_DOLLAR_ENDONLY;
	pcre2_compile_context *context = pcre2_compile_context_create(
		rule->memory);
	pcre2_code *code;

	*error = PCRE2_ERROR_HEAP_FAILED;
	if (!context)
		return NULL;
	code = pcre2_compile(rule->pattern, rule->n_pattern,
	                     options | rule->options, error, offset, context);
	pcre2_compile_context_free(context);
	return code;
}

scls_status scls_regex_compile(scls_rule *rule, spamcls_error *error)
{
	PCRE2_SIZE offset = 0;
	int why;

	rule->code = compile(rule, &why, &offset);
	if (!rule->code && why == PCRE2_ERROR_HEAP_FAILED)
		return SPAMCLS_E_NOMEM;
	return rule->code ? SPAMCLS_OK : explain(rule, why, offset, error);
}

void scls_regex_free(scls_rule *rule)
{
	pcre2_code *fast = atomic_load(&rule->fast);

	if (fast != rule->code)
		pcre2_code_free(fast);
	pcre2_code_free(rule->code);
}

/*
 * The pattern as machine code; NULL with PCRE2's error where it does not
 * compile.  Other threads may be running rule->code, so a copy is made ready
 * and then handed to all; of two the first one counts.  Where there is no
 * machine code the interpreter gives the same hits, slower.
 */
static pcre2_code *make_fast(scls_rule *rule, int *error)
{
	PCRE2_SIZE offset;
	pcre2_code *before = NULL;
	pcre2_code *copy = rule->code ? pcre2_code_copy(rule->code)
	                              : compile(rule, error, &offset);

	if (!copy)
		return rule->code;
	if (pcre2_jit_compile(copy, PCRE2_JIT_COMPLETE) != 0 && rule->code) {
		pcre2_code_free(copy);
		copy = rule->code;
	}
	if (atomic_compare_exchange_strong(&rule->fast, &before, copy))
		return copy;
	if (copy != rule->code)
		pcre2_code_free(copy);
	return before;
}

static int has_jit(void)
{
	uint32_t yes = 0;

	return pcre2_config(PCRE2_CONFIG_JIT, &yes) >= 0 && yes;
}

scls_status scls_regex_scratch_init(scls_regex_scratch *s,
                                    pcre2_general_context *memory,
                                    uint32_t steps)
{
	s->match = pcre2_match_data_create(1, memory);
	s->limits = pcre2_match_context_create(memory);
	s->stack = has_jit() ? pcre2_jit_stack_create(
		SCLS_REGEX_STACK, SCLS_MAX_REGEX_STACK, memory) : NULL;
	if (!s->match || !s->limits || (has_jit() && !s->stack)) {
		scls_regex_scratch_free(s);
		return SPAMCLS_E_NOMEM;
	}
	pcre2_set_match_limit(s->limits, steps);
	pcre2_set_depth_limit(s->limits, SCLS_MAX_REGEX_DEPTH);
	pcre2_set_heap_limit(s->limits, SCLS_MAX_REGEX_HEAP_KIB);
	pcre2_jit_stack_assign(s->limits, NULL, s->stack);
	return SPAMCLS_OK;
}

void scls_regex_scratch_free(scls_regex_scratch *s)
{
	pcre2_match_data_free(s->match);
	pcre2_match_context_free(s->limits);
	pcre2_jit_stack_free(s->stack);
	s->match = NULL;
	s->limits = NULL;
	s->stack = NULL;
}

static int run(const pcre2_code *code, const scls_regex_scratch *scratch,
               const uint32_t *text, uint32_t n)
{
	/* The same, without what pcre2_match asks first. */
	int found = pcre2_jit_match(code, text, n, 0, 0, scratch->match,
	                            scratch->limits);

	if (found != PCRE2_ERROR_JIT_BADOPTION) /* there is machine code */
		return found;
	return pcre2_match(code, text, n, 0, PCRE2_NO_UTF_CHECK,
	                   scratch->match, scratch->limits);
}

enum scls_regex_outcome scls_regex_run(scls_rule *rule,
                                       const scls_regex_scratch *scratch,
                                       const uint32_t *text, uint32_t n,
                                       uint32_t *begin, uint32_t *end)
{
	static const uint32_t nothing[1];
	pcre2_code *fast = atomic_load_explicit(&rule->fast,
	                                        memory_order_acquire);
	const PCRE2_SIZE *at;
	int code = 0;

	if (!fast)
		fast = make_fast(rule, &code);
	if (!fast)
		return code == PCRE2_ERROR_HEAP_FAILED ? SCLS_REGEX_NOMEM
		                                       : SCLS_REGEX_STOPPED;
	code = run(fast, scratch, text ? text : nothing, n);
	if (code == PCRE2_ERROR_NOMATCH)
		return SCLS_REGEX_MISS;
	if (code == PCRE2_ERROR_NOMEMORY)
		return SCLS_REGEX_NOMEM;
	if (code < 0)
		return SCLS_REGEX_STOPPED;
	at = pcre2_get_ovector_pointer(scratch->match);
	*begin = (uint32_t)at[0];
	*end = (uint32_t)(at[1] > at[0] ? at[1] : at[0]);
	return SCLS_REGEX_HIT;
}
