/* glance.c - see glance.h. */
#include "model/glance.h"

/* The upper bits of a key: those that a product mixes best. */
static uint32_t place(uint32_t key)
{
	return key >> (32 - SCLS_GLANCE_BITS);
}

int32_t scls_glance_sum(const scls_glance *glance,
                        uint32_t (*keys)[SCLS_SEQUENCE], uint32_t n)
{
	const int8_t *weights = glance->weights;
	int32_t sum = 0;

	for (uint32_t i = 0; i < n; i++)
		for (uint32_t k = 0; k < SCLS_GLANCE_MOST; k++)
			sum += weights[place(keys[i][k])];
	return sum * SCLS_GLANCE_SCALE;
}

void scls_glance_features(uint32_t (*keys)[SCLS_SEQUENCE], uint32_t n,
                          scls_features *features)
{
	for (uint32_t i = 0; i < n; i++)
		for (uint32_t k = 0; k < SCLS_GLANCE_MOST; k++)
			scls_features_add(features,
			                  SCLS_HASHED | place(keys[i][k]),
			                  i, i);
}
