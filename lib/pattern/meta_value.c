/* meta_value.c - runs the program of a meta rule; see meta.h. */
#include "pattern/meta.h"

#include "base/limits.h"

/* Products of many counts stay far from the ends of an int64. */
static int64_t bounded(int64_t x)
{
	const int64_t most = INT64_C(1) << 30;

	return x > most ? most : x < -most ? -most : x;
}

static int64_t combine(uint8_t code, int64_t a, int64_t b)
{
	switch (code) {
	case SCLS_OP_MUL: return bounded(a * b);
	case SCLS_OP_ADD: return bounded(a + b);
	case SCLS_OP_SUB: return bounded(a - b);
	case SCLS_OP_LT: return a < b;
	case SCLS_OP_LE: return a <= b;
	case SCLS_OP_GT: return a > b;
	case SCLS_OP_GE: return a >= b;
	case SCLS_OP_EQ: return a == b;
	case SCLS_OP_NE: return a != b;
	case SCLS_OP_AND: return a && b;
	default: return a || b;
	}
}

/* The compiler has seen to it that the stack suffices. */
int64_t scls_meta_value(const scls_rule *rule, const uint8_t *hit)
{
	int64_t stack[SCLS_MAX_META_DEPTH];
	uint32_t n = 0;

	for (uint32_t i = 0; i < rule->n_program; i++) {
		const scls_op *op = &rule->program[i];

		switch (op->code) {
		case SCLS_OP_NUMBER: stack[n++] = op->value; break;
		case SCLS_OP_RULE: stack[n++] = hit[op->value] != 0; break;
		case SCLS_OP_NOT: stack[n - 1] = !stack[n - 1]; break;
		case SCLS_OP_MINUS: stack[n - 1] = -stack[n - 1]; break;
		default:
			n--;
			stack[n - 1] = combine(op->code, stack[n - 1],
			                       stack[n]);
		}
	}
	return stack[0];
}
