/* facts.c - what there is of a headline, in numbers; see measure.h. */
#include "headline/measure.h"

#include <string.h>

void scls_measure_facts(const scls_headline *h, scls_facts *facts)
{
	uint32_t digits = 0;

	memset(facts, 0, sizeof(*facts));
	facts->units = (uint16_t)h->n_units;
	facts->slots = (uint16_t)h->n_slots;
	facts->skeleton = (uint16_t)h->n_skeleton;
	for (uint32_t i = 0; i < h->n_units; i++)
		digits += h->units[i] - '0' < 10u;
	facts->digits = (uint16_t)digits;
	for (uint32_t i = 0; i < h->n_slots; i++)
		facts->of_class[h->slots[i].cls]++;
}
