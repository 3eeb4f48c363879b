/*
 * meta.c - expressions to postfix by two stacks (Dijkstra's shunting yard);
 * see meta.h.
 */
#include "pattern/meta.h"

#include "base/ascii.h"
#include "base/limits.h"

_Static_assert(SCLS_MAX_RULES == 4096, "the number in a message below");

typedef struct yard {
	scls_pack_draft *draft;
	const scls_rule *rule;
	scls_pack_line line;         /* holds the expression alone */
	scls_op *out;
	uint32_t n_out;
	uint8_t stack[SCLS_MAX_META_DEPTH]; /* operators that wait */
	size_t at[SCLS_MAX_META_DEPTH];     /* where each stands */
	uint32_t n_stack;
	int want_value;         /* not 0: a value must come next */
} yard;

/* How tightly an operator binds; 0 for a parenthesis. */
static int strength(uint8_t code)
{
	switch (code) {
	case SCLS_OP_NOT: case SCLS_OP_MINUS: return 7;
	case SCLS_OP_MUL: return 6;
	case SCLS_OP_ADD: case SCLS_OP_SUB: return 5;
	case SCLS_OP_LT: case SCLS_OP_LE: case SCLS_OP_GT: case SCLS_OP_GE:
		return 4;
	case SCLS_OP_EQ: case SCLS_OP_NE: return 3;
	case SCLS_OP_AND: return 2;
	case SCLS_OP_OR: return 1;
	default: return 0;
	}
}

/* The column counts from the expression's place in its own line. */
static scls_status fail(const yard *y, size_t at, const char *message)
{
	return scls_error_set(y->draft->error, SPAMCLS_E_SYNTAX,
	                      y->rule->place.file, y->rule->place.line,
	                      y->rule->expression_column - 1
	                      + scls_pack_column(&y->line, at), message);
}

static void emit(yard *y, uint8_t code, int32_t value)
{
	y->out[y->n_out].code = code;
	y->out[y->n_out++].value = value;
}

/* Each value that waits when out is run, but the last, has a binary operator
 * here that waits for the next one; and these alone never fill the stack, as
 * each binds tighter than the one below or stands in parentheses.  So room for
 * operators is room for values. */
static scls_status push(yard *y, uint8_t code, size_t at)
{
	if (y->n_stack == SCLS_MAX_META_DEPTH)
		return fail(y, at, "nested too deeply: use a helper rule for a "
		                   "part");
	y->stack[y->n_stack] = code;
	y->at[y->n_stack++] = at;
	return SPAMCLS_OK;
}

static scls_status add_value(yard *y, uint8_t code, int32_t value, size_t at)
{
	if (!y->want_value)
		return fail(y, at, "an operator is missing before this: && or "
		                   "||");
	emit(y, code, value);
	y->want_value = 0;
	return SPAMCLS_OK;
}

static int is_word(char c)
{
	return scls_ascii_is_letter(c) || scls_ascii_is_digit(c) || c == '_';
}

static scls_status read_number(yard *y, scls_span word, size_t at)
{
	int32_t value = 0;

	for (size_t i = 0; i < word.size; i++) {
		if (!scls_ascii_is_digit(word.data[i]))
			return fail(y, at + i, "a digit is missing here: a "
			                       "name begins with a letter");
		value = value * 10 + (word.data[i] - '0');
		if (value > (int32_t)SCLS_MAX_RULES)
			return fail(y, at, "a number above 4096: there are "
			                   "not so many rules");
	}
	return add_value(y, SCLS_OP_NUMBER, value, at);
}

static scls_status read_word(yard *y)
{
	scls_span text = y->line.text, word;
	size_t at = y->line.at, end = at;
	int32_t rule;

	while (end < text.size && is_word(text.data[end]))
		end++;
	word.data = text.data + at;
	word.size = end - at;
	y->line.at = end;
	if (scls_ascii_is_digit(word.data[0]))
		return read_number(y, word, at);
	rule = scls_pack_draft_find(y->draft, word);
	if (rule < 0)
		return fail(y, at, "no rule of any pack has this name: define "
		                   "it or correct the name");
	return add_value(y, SCLS_OP_RULE, rule, at);
}

static const struct {
	char text[3];
	uint8_t code;
} operators[] = {
	{ "&&", SCLS_OP_AND }, { "||", SCLS_OP_OR }, { "==", SCLS_OP_EQ },
	{ "!=", SCLS_OP_NE }, { "<=", SCLS_OP_LE }, { ">=", SCLS_OP_GE },
	{ "<", SCLS_OP_LT }, { ">", SCLS_OP_GT }, { "+", SCLS_OP_ADD },
	{ "-", SCLS_OP_SUB }, { "*", SCLS_OP_MUL },
};

/* The binary operator at the cursor, which moves behind it; 0: none. */
static uint8_t find_operator(yard *y)
{
	size_t left = y->line.text.size - y->line.at;

	for (size_t i = 0; i < sizeof(operators) / sizeof(*operators); i++) {
		size_t size = strlen(operators[i].text);

		if (size <= left && memcmp(y->line.text.data + y->line.at,
		                           operators[i].text, size) == 0) {
			y->line.at += size;
			return operators[i].code;
		}
	}
	return 0;
}

static scls_status read_binary(yard *y)
{
	size_t at = y->line.at;
	uint8_t code = find_operator(y);

	if (!code)
		return fail(y, at, "unknown operator: && || ! == != < <= > >= "
		                   "+ - * ( ) are known");
	if (y->want_value)
		return fail(y, at, "a rule's name is missing before this");
	while (y->n_stack > 0
	       && strength(y->stack[y->n_stack - 1]) >= strength(code))
		emit(y, y->stack[--y->n_stack], 0);
	y->want_value = 1;
	return push(y, code, at);
}

static scls_status close(yard *y)
{
	size_t at = y->line.at++;

	if (y->want_value)
		return fail(y, at, "a rule's name is missing before this");
	while (y->n_stack > 0 && y->stack[y->n_stack - 1] != SCLS_OP_OPEN)
		emit(y, y->stack[--y->n_stack], 0);
	if (y->n_stack == 0)
		return fail(y, at, "no parenthesis is open: remove this one");
	y->n_stack--;
	return SPAMCLS_OK;
}

static scls_status read_token(yard *y)
{
	char c = y->line.text.data[y->line.at];

	if (is_word(c))
		return read_word(y);
	if (c == ')')
		return close(y);
	if (y->want_value && (c == '!' || c == '-'))
		return push(y, c == '!' ? SCLS_OP_NOT : SCLS_OP_MINUS,
		            y->line.at++);
	if (c != '(')
		return read_binary(y);
	if (!y->want_value)
		return fail(y, y->line.at, "an operator is missing before "
		                           "this: && or ||");
	return push(y, SCLS_OP_OPEN, y->line.at++);
}

static scls_status finish(yard *y)
{
	if (y->want_value)
		return fail(y, y->line.text.size,
		            "a rule's name is missing at the end");
	while (y->n_stack > 0) {
		y->n_stack--;
		if (y->stack[y->n_stack] == SCLS_OP_OPEN)
			return fail(y, y->at[y->n_stack],
			            "this parenthesis is never closed");
		emit(y, y->stack[y->n_stack], 0);
	}
	return SPAMCLS_OK;
}

scls_status scls_meta_compile(scls_pack_draft *draft, scls_rule *rule)
{
	yard y = { .draft = draft, .rule = rule, .want_value = 1 };

	y.line.text = rule->expression;
	y.out = scls_arena_take_array(draft->arena, rule->expression.size,
	                              sizeof(*y.out));
	if (!y.out)
		return SPAMCLS_E_NOMEM;
	while (scls_pack_more(&y.line))
		SCLS_TRY(read_token(&y));
	y.line.text.size = y.line.at; /* a comment ends the expression */
	SCLS_TRY(finish(&y));
	rule->program = y.out;
	rule->n_program = y.n_out;
	return SPAMCLS_OK;
}
