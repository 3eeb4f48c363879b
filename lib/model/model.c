/* model.c - scores; see model.h. */
#include "model/model.h"

int32_t scls_model_score(const scls_model *model,
                         const scls_features *features)
{
	int32_t score = 0;

	for (uint32_t i = 0; i < features->n; i++)
		score += scls_model_weight(model, features->items[i].id);
	return score;
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
