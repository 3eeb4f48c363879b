/* measure.c - all features of a headline; see measure.h. */
#include "headline/measure.h"

void scls_measure(const scls_headline *headline, scls_features *features)
{
	scls_features_add(features, SCLS_F_BIAS, 0, 0);
	scls_measure_shape(headline, features);
	scls_measure_numbers(headline, features);
	scls_measure_repeats(headline, features);
	scls_measure_grams(headline, features);
}
