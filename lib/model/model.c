/* model.c - scores; see model.h. */
#include "model/model.h"

int32_t scls_model_score(const scls_model *model,
                         const scls_features *features)
{
	const int8_t *table = model->table;
	uint32_t mask = model->mask;
	int32_t named = 0, hashed = 0;

	/* One scale is of all hashed features: it is applied to their sum. */
	for (uint32_t i = 0; i < features->n; i++) {
		uint32_t id = features->ids[i];

		if (id & SCLS_HASHED)
			hashed += table[id & mask];
		else
			named += model->named[id];
	}
	return named + hashed * model->scale;
}

float scls_model_probability(const scls_model *model, int32_t score)
{
	const scls_knot *k = model->knots;
	uint32_t i = 0, n = model->n_knots;
	int64_t parts;

	if (n == 0)
		return 0.5f;
	while (i < n && k[i].score < score)
		i++;
	if (i == 0)
		parts = k[0].parts;
	else if (i == n)
		parts = k[n - 1].parts;
	else
		parts = k[i - 1].parts
		        + ((int64_t)k[i].parts - k[i - 1].parts)
		                  * ((int64_t)score - k[i - 1].score)
		                  / ((int64_t)k[i].score - k[i - 1].score);
	return (float)parts / 16777216.0f;
}
