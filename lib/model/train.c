/* train.c - see train.h. */
#include "model/train.h"

#include <math.h>
#include <string.h>

#define UNIT 1024.0   /* score units in a nat */
#define BETA 1.0      /* of FTRL's rate */
#define STEPS 127.0   /* of an int8 */
#define CLIP 2.8      /* nats: a hashed weight beyond is cut */

/* What FTRL keeps of one coordinate, and the sum of its snapshots. */
typedef struct coordinate {
	float z, n, w, sum;
} coordinate;

struct scls_learner {
	coordinate *hashed;
	coordinate named[SCLS_F_COUNT];
	uint32_t mask;
	uint32_t snapshots;
	scls_learner_options options;
	spamcls_allocator allocator;
};

scls_status scls_learner_new(scls_learner **out,
                             const scls_learner_options *options,
                             const spamcls_allocator *allocator)
{
	scls_learner *l = scls_alloc_zero(allocator, 1, sizeof(*l));

	if (!l)
		return SPAMCLS_E_NOMEM;
	l->hashed = scls_alloc_zero(allocator, (size_t)1 << options->bits,
	                            sizeof(*l->hashed));
	if (!l->hashed) {
		scls_free(allocator, l, sizeof(*l));
		return SPAMCLS_E_NOMEM;
	}
	l->mask = (1u << options->bits) - 1;
	l->options = *options;
	l->allocator = *allocator;
	*out = l;
	return SPAMCLS_OK;
}

void scls_learner_free(scls_learner *l)
{
	spamcls_allocator allocator;

	if (!l)
		return;
	allocator = l->allocator;
	scls_free(&allocator, l->hashed,
	          ((size_t)l->mask + 1) * sizeof(*l->hashed));
	scls_free(&allocator, l, sizeof(*l));
}

static coordinate *find(scls_learner *l, uint32_t id)
{
	return id & SCLS_HASHED ? &l->hashed[id & l->mask] : &l->named[id];
}

double scls_learner_score(const scls_learner *l, const scls_features *features,
                          double offset)
{
	double score = offset;

	for (uint32_t i = 0; i < features->n; i++) {
		uint32_t id = features->ids[i];
		score += id & SCLS_HASHED ? l->hashed[id & l->mask].w
		                          : l->named[id].w;
	}
	return score;
}

/* The proximal step in closed form. */
static void step(const scls_learner_options *o, coordinate *c, double g)
{
	double n = (double)c->n + g * g;
	double sigma = (sqrt(n) - sqrt((double)c->n)) / o->rate;
	double z = (double)c->z + g - sigma * (double)c->w;
	double size = fabs(z) - o->l1;

	c->n = (float)n;
	c->z = (float)z;
	if (size <= 0)
		c->w = 0;
	else
		c->w = (float)(-copysign(size, z)
		               / ((BETA + sqrt(n)) / o->rate + o->l2));
}

void scls_learner_update(scls_learner *l, const scls_features *features,
                         double offset, int target, double weight)
{
	double score = scls_learner_score(l, features, offset);
	double g = weight * (1.0 / (1.0 + exp(-score)) - target);

	if (fabs(g) < 1e-4)
		return; /* nothing to learn; most honest rows end here */
	for (uint32_t i = 0; i < features->n; i++)
		step(&l->options, find(l, features->ids[i]), g);
}

void scls_learner_snapshot(scls_learner *l)
{
	for (uint32_t i = 0; i <= l->mask; i++)
		l->hashed[i].sum += l->hashed[i].w;
	for (uint32_t i = 0; i < SCLS_F_COUNT; i++)
		l->named[i].sum += l->named[i].w;
	l->snapshots++;
}

static double average(const scls_learner *l, const coordinate *c)
{
	return l->snapshots ? (double)c->sum / l->snapshots : (double)c->w;
}

void scls_learner_settle(scls_learner *l, double share)
{
	for (uint32_t i = 0; i <= l->mask; i++)
		l->hashed[i].w = (float)(share * average(l, &l->hashed[i]));
	for (uint32_t i = 0; i < SCLS_F_COUNT; i++)
		l->named[i].w = (float)(share
		                        * average(l, &l->named[i]));
	l->snapshots = 0;
}

double scls_learner_weight(const scls_learner *l, uint32_t id)
{
	return (double)(id & SCLS_HASHED ? l->hashed[id & l->mask].w
	                                 : l->named[id].w);
}

size_t scls_learner_state_size(const scls_learner *l)
{
	return ((size_t)l->mask + 1) * sizeof(coordinate)
	       + SCLS_F_COUNT * sizeof(coordinate);
}

static double within(double w, double most)
{
	return w > most ? most : w < -most ? -most : w;
}

void scls_compile_begin(scls_model *model, unsigned char *buckets,
                        uint32_t bits)
{
	memset(buckets, 0, (size_t)1 << bits);
	model->buckets = buckets;
	model->mask = (1u << bits) / SCLS_BUCKET_SIZE - 1;
	model->scale = (int32_t)floor(CLIP * UNIT / STEPS + 0.5);
}

void scls_compile_named(scls_model *model, uint32_t id, double nats)
{
	model->named[id] = (int32_t)lround(
	        within(nats * UNIT, SCLS_MODEL_MAX_NAMED));
}

void scls_compile_gram(const scls_model *model, unsigned char *buckets,
                       uint32_t id, double nats)
{
	double w = within(nats * UNIT / model->scale, STEPS);

	scls_bucket_put(buckets, model->mask, id, (int8_t)lround(w));
}
