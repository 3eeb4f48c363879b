/* body_values.c - what body and title say, as values; see weigh.h. */
#include "verdict/weigh.h"

#define SHORT_BODY 200u /* units: too short to speak of density */

static int32_t bounded(int64_t value)
{
	return value < 0 ? 0 : value > SCLS_ONE ? SCLS_ONE : (int32_t)value;
}

/* n in a thousand units, where full in a thousand is full weight. */
static int32_t density(const scls_body *b, uint32_t n, uint32_t full)
{
	return bounded((int64_t)n * 1000 * SCLS_ONE / b->units / full);
}

static void text_values(const scls_body *b, int32_t *v)
{
	v[SCLS_V_EXACT] = b->figures < 6 ? 0 : density(b, b->figures, 16);
	v[SCLS_V_PRECISE] = b->precise < 3 ? 0 : density(b, b->precise, 6);
	v[SCLS_V_STOCK] = b->stock < 3 ? 0
	                  : bounded((int64_t)b->stock * SCLS_ONE
	                            / b->headings);
	v[SCLS_V_OUTLINE] = b->named || b->headings < SCLS_OUTLINE ? 0
	                    : bounded((int64_t)b->headings * 128);
	v[SCLS_V_REPEATED] = bounded((int64_t)b->repeated * 3 * SCLS_ONE
	                             / b->units);
	v[SCLS_V_STUFFED] = bounded(((int64_t)b->stuffed - 15) * 32);
	v[SCLS_V_FILLERS] = b->fillers < 8 ? 0 : density(b, b->fillers, 20);
}

void scls_body_values(const scls_body *b, int32_t v[SCLS_V_COUNT])
{
	if (b->units >= SHORT_BODY)
		text_values(b, v);
	v[SCLS_V_CUT] = b->cut_off ? SCLS_ONE : 0;
	v[SCLS_V_SPUN] = b->spun < 2 ? 0 : bounded((int64_t)b->spun * 256);
	v[SCLS_V_PINYIN] = bounded((int64_t)b->pinyin * 128);
	v[SCLS_V_BARE] = b->bare < 3 ? 0
	                 : bounded((int64_t)b->bare * SCLS_ONE
	                           / b->references);
	v[SCLS_V_HIDDEN] = b->hidden_units > 200 ? SCLS_ONE : 0;
	if (!b->has_title)
		return;
	v[SCLS_V_TITLE] = bounded(2 * scls_level(b->title_score,
	                                         b->title_likely)
	                          - SCLS_ONE);
	v[SCLS_V_SUFFIX] = b->title_suffix ? SCLS_ONE : 0;
	v[SCLS_V_JUMP] = b->title_topic < 60 ? SCLS_ONE : 0;
}
