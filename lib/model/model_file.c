/*
 * model_file.c - the bytes of a model, little endian:
 *
 *   0 "SCLSMODL"   8 u32 format   12 u32 bits         16 u64 feature list
 *  24 u64 size of the file        32 u64 checksum (FNV-1a, this field zero)
 *  40 i32 scale  44 i32 likely  48 i32 certain  52 u32 named  56 u32 knots
 *  64 i32 named[named], then knots {i32, u32}, then 2^bits bytes of buckets
 *  (buckets.h)
 */
#include "model/model.h"

#include "base/bytes.h"
#include "base/hash.h"

#include <string.h>

#define FORMAT 2u
#define HEAD 64u
#define CHECKSUM_AT 32u
#define MIN_BITS 8u
#define MAX_BITS 24u

static const char magic[8] = { 'S', 'C', 'L', 'S', 'M', 'O', 'D', 'L' };

static uint64_t checksum(const unsigned char *p, size_t size)
{
	static const unsigned char zero[8];
	uint64_t hash = SCLS_HASH_SEED;

	hash = scls_hash_bytes(hash, p, CHECKSUM_AT);
	hash = scls_hash_bytes(hash, zero, sizeof(zero));
	return scls_hash_bytes(hash, p + CHECKSUM_AT + 8,
	                       size - CHECKSUM_AT - 8);
}

size_t scls_model_file_size(uint32_t bits)
{
	return HEAD + 4u * SCLS_F_COUNT + 8u * SCLS_MODEL_KNOTS
	       + ((size_t)1 << bits);
}

static scls_status check_head(const unsigned char *p, size_t size,
                              const char *name, spamcls_error *error)
{
	uint32_t bits;

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
	bits = scls_get32(p + 12);
	if (bits < MIN_BITS || bits > MAX_BITS
	    || scls_model_file_size(bits) != size || scls_get64(p + 24) != size
	    || scls_get32(p + 56) > SCLS_MODEL_KNOTS)
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
	       && m->certain <= SCLS_MODEL_MAX_SCORE && knots_rise(m);
}

scls_status scls_model_open(scls_model *model, const void *data, size_t size,
                            const char *name, spamcls_error *error)
{
	const unsigned char *p = data;

	SCLS_TRY(check_head(p, size, name, error));
	if (scls_get64(p + CHECKSUM_AT) != checksum(p, size))
		return scls_error_set(error, SPAMCLS_E_FORMAT, name, 0, 0,
		                      "model damaged: checksum differs");
	return scls_model_map(model, data, size, name, error);
}

scls_status scls_model_map(scls_model *model, const void *data, size_t size,
                           const char *name, spamcls_error *error)
{
	const unsigned char *p = data;
	scls_model m;

	SCLS_TRY(check_head(p, size, name, error));
	memset(&m, 0, sizeof(m));
	m.mask = (1u << scls_get32(p + 12)) / SCLS_BUCKET_SIZE - 1;
	m.checksum = scls_get64(p + CHECKSUM_AT);
	m.scale = (int32_t)scls_get32(p + 40);
	m.likely = (int32_t)scls_get32(p + 44);
	m.certain = (int32_t)scls_get32(p + 48);
	m.n_knots = scls_get32(p + 56);
	p += HEAD;
	for (uint32_t i = 0; i < SCLS_F_COUNT; i++, p += 4)
		m.named[i] = (int32_t)scls_get32(p);
	for (uint32_t i = 0; i < m.n_knots; i++) {
		m.knots[i].score = (int32_t)scls_get32(p + 8 * i);
		m.knots[i].parts = scls_get32(p + 8 * i + 4);
	}
	m.buckets = p + 8 * SCLS_MODEL_KNOTS;
	if (!numbers_hold(&m))
		return scls_error_set(error, SPAMCLS_E_FORMAT, name, 0, 0,
		                      "model with impossible numbers");
	*model = m;
	return SPAMCLS_OK;
}

void scls_model_write(const scls_model *m, uint32_t bits, unsigned char *out)
{
	size_t size = scls_model_file_size(bits);
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
	for (uint32_t i = 0; i < SCLS_F_COUNT; i++, p += 4)
		scls_put32(p, (uint32_t)m->named[i]);
	for (uint32_t i = 0; i < m->n_knots; i++) {
		scls_put32(p + 8 * i, (uint32_t)m->knots[i].score);
		scls_put32(p + 8 * i + 4, m->knots[i].parts);
	}
	memcpy(p + 8 * SCLS_MODEL_KNOTS, m->buckets, (size_t)1 << bits);
	scls_put64(out + CHECKSUM_AT, checksum(out, size));
}
