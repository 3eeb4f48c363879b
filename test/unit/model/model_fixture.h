/*
 * model_fixture.h - a small model made by hand, and its bytes.
 */
#ifndef TEST_MODEL_FIXTURE_H
#define TEST_MODEL_FIXTURE_H

#include "model/model.h"

#include "../../suite.h"

#include <string.h>

#define BITS 8u
#define BYTES (1u << BITS) /* of the buckets */
#define BUCKETS (BYTES / SCLS_BUCKET_SIZE)

typedef struct made {
	unsigned char buckets[BYTES];
	scls_model model;
	unsigned char *bytes;  /* the fixture's */
	size_t size;
} made;

static inline const spamcls_allocator *heap(void)
{
	static spamcls_allocator allocator;

	allocator = scls_alloc_default();
	return &allocator;
}

/* The n-gram with hash i weighs i - 8, a named feature 10 i. */
static inline void make(made *m)
{
	memset(m, 0, sizeof(*m));
	for (unsigned i = 0; i < BUCKETS; i++)
		scls_bucket_put(m->buckets, BUCKETS - 1, SCLS_HASHED | i,
		                (int8_t)((int)i - 8));
	m->model.buckets = m->buckets;
	m->model.mask = BUCKETS - 1;
	m->model.scale = 3;
	for (int i = 0; i < SCLS_F_COUNT; i++)
		m->model.named[i] = 10 * i;
	m->model.likely = 2000;
	m->model.certain = 4000;
	m->model.n_knots = 2;
	m->model.knots[0] = (scls_knot){ -1000, 1u << 20 };
	m->model.knots[1] = (scls_knot){ 3000, 15u << 20 };
}

/* Its file; free(m->bytes). */
static inline void write_out(made *m)
{
	m->size = scls_model_file_size(&m->model, BITS);
	free(m->bytes);
	m->bytes = malloc(m->size);
	ck_assert_ptr_nonnull(m->bytes);
	scls_model_write(&m->model, BITS, m->bytes);
}

#endif
