/* set_hash.c - what the rules mean as one number; see set.h. */
#include "pattern/set.h"

#include "base/hash.h"

/* Byte by byte, low byte first: the same on every machine. */
static uint64_t add_number(uint64_t hash, uint32_t number)
{
	unsigned char bytes[4];

	for (int i = 0; i < 4; i++)
		bytes[i] = (unsigned char)(number >> (8 * i));
	return scls_hash_bytes(hash, bytes, sizeof(bytes));
}

/* The NUL goes in as well: it keeps two strings apart. */
static uint64_t add_string(uint64_t hash, const char *string)
{
	return scls_hash_bytes(hash, string, strlen(string) + 1);
}

static uint64_t add_rule(uint64_t hash, const scls_rule *rule)
{
	hash = add_string(hash, rule->name);
	hash = add_string(hash, rule->family);
	hash = add_number(hash, (uint32_t)rule->kind);
	hash = add_number(hash, (uint32_t)rule->score);
	hash = add_number(hash, rule->options);
	hash = add_number(hash, rule->n_pattern);
	for (uint32_t i = 0; i < rule->n_pattern; i++)
		hash = add_number(hash, rule->pattern[i]);
	hash = add_number(hash, rule->n_program);
	for (uint32_t i = 0; i < rule->n_program; i++) {
		hash = add_number(hash, rule->program[i].code);
		hash = add_number(hash, (uint32_t)rule->program[i].value);
	}
	return hash;
}

uint64_t scls_set_hash(const scls_ruleset *set)
{
	uint64_t hash = SCLS_HASH_SEED;

	for (size_t i = 0; i < set->n_rules; i++)
		hash = add_rule(hash, &set->rules[i]);
	return hash;
}
