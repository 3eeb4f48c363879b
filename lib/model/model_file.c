/*
 * model_file.c - the bytes of a model, little endian:
 *
 *   0 "SCLSMODL"   8 u32 format   12 u32 bits         16 u64 feature list
 *  24 u64 size of the file        32 u64 checksum (scls_hash_file)
 *  40 i32 scale  44 i32 likely  48 i32 certain  52 u32 named  56 u32 knots
 *  60 i32 gate   64 u32 nodes   68 u32 roots
 *  72 u32 bits of the language or 0      76 u32 characters[2] of it
 *  84 u32 bits of the glance or 0        88 i32 least  92 u64 terms
 * 100 i32 shift of the glance
 * 104 i32 named[named], then knots {i32, u32}, then 2^bits bytes of buckets
 *  (buckets.h), 2^bits of the language (language.h) and 2^bits of the glance
 *  (glance.h), then nodes {i32 limit, i32 mean, u16 left, u16 right, u16
 *  value}, then u16 roots[roots]
 */
#include "model/model.h"

#include "base/bits.h"
#include "base/bytes.h"
#include "base/hash.h"

#include <string.h>

#define FORMAT 5u
#define HEAD 104u
#define NODE 14u
#define CHECKSUM_AT 32u
#define MIN_BITS 8u
#define MAX_BITS 24u

static const char magic[8] = { 'S', 'C', 'L', 'S', 'M', 'O', 'D', 'L' };

/* What a head says of the sizes of all that is behind it. */
typedef struct sizes {
	uint32_t bits, language, glance, nodes, roots;
} sizes;

/* Of a language's levels, or of a glance; there may be none. */
static size_t table_size(uint32_t bits)
{
	return bits ? (size_t)1 << bits : 0;
}

static size_t size_of(const sizes *s)
{
	return HEAD + 4u * SCLS_F_COUNT + 8u * SCLS_MODEL_KNOTS
	       + ((size_t)1 << s->bits) + table_size(s->language)
	       + table_size(s->glance) + NODE * (size_t)s->nodes
	       + 2 * (size_t)s->roots;
}

static uint32_t language_bits(const scls_model *model)
{
	return model->language.levels
	       ? scls_highest_bit((uint64_t)model->language.mask + 1) : 0;
}

static uint32_t glance_bits(const scls_model *model)
{
	return model->glance.weights ? SCLS_GLANCE_BITS : 0;
}

size_t scls_model_file_size(const scls_model *model, uint32_t bits)
{
	sizes s = { bits, language_bits(model), glance_bits(model),
		    model->n_nodes, model->trees.n_roots };

	return size_of(&s);
}

/* The sizes in a head agree with the file's, and roots have nodes to stand
 * for: without nodes there is no room for roots either. */
static int sizes_hold(const unsigned char *p, size_t size)
{
	sizes s = { scls_get32(p + 12), scls_get32(p + 72),
		    scls_get32(p + 84), scls_get32(p + 64),
		    scls_get32(p + 68) };

	return s.bits >= MIN_BITS && s.bits <= MAX_BITS
	       && s.language <= MAX_BITS
	       && (s.glance == 0 || s.glance == SCLS_GLANCE_BITS)
	       && scls_get32(p + 56) <= SCLS_MODEL_KNOTS
	       && s.nodes <= SCLS_MODEL_MAX_NODES
	       && s.roots <= SCLS_MODEL_MAX_TREES
	       && (s.roots == 0 || s.nodes > 0) && size_of(&s) == size
	       && scls_get64(p + 24) == size;
}

static scls_status check_head(const unsigned char *p, size_t size,
                              const char *name, spamcls_error *error)
{
	if (size < HEAD || memcmp(p, magic, sizeof(magic)) != 0)
		return scls_error_set(error, SPAMCLS_E_FORMAT, name, 0, 0,
		                      "not a model: make one with "
		                      "spamcls train");
	if (scls_get32(p + 8) != FORMAT)
		return scls_error_set(error, SPAMCLS_E_VERSION, name, 0, 0,
		                      "model of another format: train it "
		                      "again with this version");
	if (scls_get64(p + 16) != scls_feature_list_hash()
	    || scls_get32(p + 52) != SCLS_F_COUNT)
		return scls_error_set(error, SPAMCLS_E_VERSION, name, 0, 0,
		                      "model for another feature list: train "
		                      "it again with this version");
	if (!sizes_hold(p, size))
		return scls_error_set(error, SPAMCLS_E_FORMAT, name, 0, 0,
		                      "model cut short or damaged");
	return SPAMCLS_OK;
}

/* Probabilities must rise with the score, or labels would contradict them. */
static int knots_rise(const scls_model *m)
{
	for (uint32_t i = 1; i < m->n_knots; i++)
		if (m->knots[i].score <= m->knots[i - 1].score
		    || m->knots[i].parts < m->knots[i - 1].parts)
			return 0;
	return m->n_knots == 0 || m->knots[m->n_knots - 1].parts <= 1u << 24;
}

/* What a glance sorts out is neither likely nor looked at again. */
static int glance_holds(const scls_model *m)
{
	return !m->glance.weights
	       || (m->glance.least >= -SCLS_MODEL_MAX_SCORE
	           && m->glance.least <= m->likely && m->glance.shift <= 0
	           && m->glance.shift >= -SCLS_MODEL_MAX_SCORE
	           && (m->trees.n_roots == 0 || m->glance.least <= m->gate));
}

/* A score must stay an int32, whatever the features: see model.h. */
static int numbers_hold(const scls_model *m)
{
	for (uint32_t i = 0; i < SCLS_F_COUNT; i++)
		if (m->named[i] > SCLS_MODEL_MAX_NAMED
		    || m->named[i] < -SCLS_MODEL_MAX_NAMED)
			return 0;
	return m->scale >= 0 && m->scale <= SCLS_MODEL_MAX_SCALE
	       && m->likely >= -SCLS_MODEL_MAX_SCORE
	       && m->likely <= m->certain
	       && m->certain <= SCLS_MODEL_MAX_SCORE && glance_holds(m)
	       && knots_rise(m);
}

scls_status scls_model_open(scls_model *model, const void *data, size_t size,
                            const char *name,
                            const spamcls_allocator *allocator,
                            spamcls_error *error)
{
	const unsigned char *p = data;

	SCLS_TRY(check_head(p, size, name, error));
	if (scls_get64(p + CHECKSUM_AT) != scls_hash_file(p, size, CHECKSUM_AT))
		return scls_error_set(error, SPAMCLS_E_FORMAT, name, 0, 0,
		                      "model damaged: checksum differs");
	return scls_model_map(model, data, size, name, allocator, error);
}

/* Its levels stand at p; returns what is behind them. */
static const unsigned char *read_language(scls_language *l, uint32_t bits,
                                          const unsigned char *head,
                                          const unsigned char *p)
{
	if (bits == 0)
		return p;
	l->levels = p;
	l->mask = (1u << bits) - 1;
	for (uint32_t k = 0; k < SCLS_OF_COUNT; k++)
		l->characters[k] = scls_get32(head + 76 + 4 * k);
	scls_language_open(l);
	return p + table_size(bits);
}

/* So does the glance. */
static const unsigned char *read_glance(scls_glance *g,
                                        const unsigned char *head,
                                        const unsigned char *p)
{
	uint32_t bits = scls_get32(head + 84);

	if (bits == 0)
		return p;
	g->weights = (const int8_t *)p;
	g->least = (int32_t)scls_get32(head + 88);
	g->terms = scls_get64(head + 92);
	g->shift = (int32_t)scls_get32(head + 100);
	return p + table_size(bits);
}

/* All but the trees; returns where these stand. */
static const unsigned char *read_linear(scls_model *m, const unsigned char *p)
{
	const unsigned char *head = p;

	memset(m, 0, sizeof(*m));
	m->mask = (1u << scls_get32(p + 12)) / SCLS_BUCKET_SIZE - 1;
	m->checksum = scls_get64(p + CHECKSUM_AT);
	m->scale = (int32_t)scls_get32(p + 40);
	m->likely = (int32_t)scls_get32(p + 44);
	m->certain = (int32_t)scls_get32(p + 48);
	m->n_knots = scls_get32(p + 56);
	m->gate = (int32_t)scls_get32(p + 60);
	m->n_nodes = scls_get32(p + 64);
	m->trees.n_roots = scls_get32(p + 68);
	p += HEAD;
	for (uint32_t i = 0; i < SCLS_F_COUNT; i++, p += 4)
		m->named[i] = (int32_t)scls_get32(p);
	for (uint32_t i = 0; i < m->n_knots; i++) {
		m->knots[i].score = (int32_t)scls_get32(p + 8 * i);
		m->knots[i].parts = scls_get32(p + 8 * i + 4);
	}
	m->buckets = p + 8 * SCLS_MODEL_KNOTS;
	p = read_language(&m->language, scls_get32(head + 72), head,
	                  m->buckets + (m->mask + 1)
	                                       * (size_t)SCLS_BUCKET_SIZE);
	return read_glance(&m->glance, head, p);
}

static scls_status read_trees(scls_model *m, const unsigned char *p,
                              const spamcls_allocator *allocator)
{
	scls_tree_node *nodes;
	uint16_t *roots;

	SCLS_TRY(scls_model_take_trees(m, allocator, &nodes, &roots));
	for (uint32_t i = 0; i < m->n_nodes; i++, p += NODE) {
		nodes[i].limit = (int32_t)scls_get32(p);
		nodes[i].mean = (int32_t)scls_get32(p + 4);
		nodes[i].left = (uint16_t)scls_get16(p + 8);
		nodes[i].right = (uint16_t)scls_get16(p + 10);
		nodes[i].value = (uint16_t)scls_get16(p + 12);
	}
	for (uint32_t i = 0; i < m->trees.n_roots; i++, p += 2)
		roots[i] = (uint16_t)scls_get16(p);
	return SPAMCLS_OK;
}

scls_status scls_model_map(scls_model *model, const void *data, size_t size,
                           const char *name,
                           const spamcls_allocator *allocator,
                           spamcls_error *error)
{
	const unsigned char *trees;
	scls_status status;
	scls_model m;

	SCLS_TRY(check_head(data, size, name, error));
	trees = read_linear(&m, data);
	SCLS_TRY(read_trees(&m, trees, allocator));
	if (!numbers_hold(&m) || !scls_model_trees_hold(&m)) {
		scls_model_free(&m, allocator);
		return scls_error_set(error, SPAMCLS_E_FORMAT, name, 0, 0,
		                      "model with impossible numbers");
	}
	status = scls_model_fill_trees(&m, allocator);
	if (status != SPAMCLS_OK) {
		scls_model_free(&m, allocator);
		return status;
	}
	*model = m;
	return SPAMCLS_OK;
}

static void write_trees(const scls_model *m, unsigned char *p)
{
	for (uint32_t i = 0; i < m->n_nodes; i++, p += NODE) {
		const scls_tree_node *node = &m->trees.nodes[i];

		scls_put32(p, (uint32_t)node->limit);
		scls_put32(p + 4, (uint32_t)node->mean);
		scls_put16(p + 8, node->left);
		scls_put16(p + 10, node->right);
		scls_put16(p + 12, node->value);
	}
	for (uint32_t i = 0; i < m->trees.n_roots; i++, p += 2)
		scls_put16(p, m->trees.roots[i]);
}

/* A table of 2^bits bytes, if there is one; returns what is behind it. */
static unsigned char *write_table(unsigned char *p, const void *table,
                                  uint32_t bits)
{
	if (table)
		memcpy(p, table, table_size(bits));
	return p + table_size(bits);
}

void scls_model_write(const scls_model *m, uint32_t bits, unsigned char *out)
{
	size_t size = scls_model_file_size(m, bits);
	unsigned char *p = out + HEAD;

	memset(out, 0, size);
	memcpy(out, magic, sizeof(magic));
	scls_put32(out + 8, FORMAT);
	scls_put32(out + 12, bits);
	scls_put64(out + 16, scls_feature_list_hash());
	scls_put64(out + 24, size);
	scls_put32(out + 40, (uint32_t)m->scale);
	scls_put32(out + 44, (uint32_t)m->likely);
	scls_put32(out + 48, (uint32_t)m->certain);
	scls_put32(out + 52, SCLS_F_COUNT);
	scls_put32(out + 56, m->n_knots);
	scls_put32(out + 60, (uint32_t)m->gate);
	scls_put32(out + 64, m->n_nodes);
	scls_put32(out + 68, m->trees.n_roots);
	scls_put32(out + 72, language_bits(m));
	for (uint32_t k = 0; k < SCLS_OF_COUNT; k++)
		scls_put32(out + 76 + 4 * k, m->language.characters[k]);
	scls_put32(out + 84, glance_bits(m));
	scls_put32(out + 88, (uint32_t)m->glance.least);
	scls_put64(out + 92, m->glance.terms);
	scls_put32(out + 100, (uint32_t)m->glance.shift);
	for (uint32_t i = 0; i < SCLS_F_COUNT; i++, p += 4)
		scls_put32(p, (uint32_t)m->named[i]);
	for (uint32_t i = 0; i < m->n_knots; i++) {
		scls_put32(p + 8 * i, (uint32_t)m->knots[i].score);
		scls_put32(p + 8 * i + 4, m->knots[i].parts);
	}
	p += 8 * SCLS_MODEL_KNOTS;
	memcpy(p, m->buckets, (size_t)1 << bits);
	p += (size_t)1 << bits;
	p = write_table(p, m->language.levels, language_bits(m));
	p = write_table(p, m->glance.weights, glance_bits(m));
	write_trees(m, p);
	scls_put64(out + CHECKSUM_AT, scls_hash_file(out, size, CHECKSUM_AT));
}
