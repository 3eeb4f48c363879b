/* body_values.c - what body and title say, as values; see weigh.h. */
#include "verdict/weigh.h"

#define SHORT_BODY 200u /* units: too short to speak of density */

/* Fewer of a sign than these stand in any text, and count as none. */
#define FIGURES_LEAST 6u
#define PRECISE_LEAST 3u
#define STOCK_LEAST 3u
#define FILLERS_LEAST 8u
#define SPUN_LEAST 2u
#define BARE_LEAST 3u

/* As many as these have full weight: in a thousand units of the body, ... */
#define FIGURES_FULL 16u
#define PRECISE_FULL 6u
#define FILLERS_FULL 20u
/* ... or in all of it. */
#define HEADINGS_FULL 8
#define SPUN_FULL 4
#define PINYIN_FULL 8
#define REPEATED_PART 3   /* a third of the body, repeated, has it, too */
#define STUFFED_FROM 15   /* of 1024: the commonest phrase of any text */
#define STUFFED_FULL 32   /* of 1024, above that */
#define HIDDEN_MOST 200u  /* bytes that any page may hide */
#define TOPIC_LEAST 60    /* of 1024: a title with less is of another topic */

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
	v[SCLS_V_EXACT] = b->figures < FIGURES_LEAST ? 0
	                  : density(b, b->figures, FIGURES_FULL);
	v[SCLS_V_PRECISE] = b->precise < PRECISE_LEAST ? 0
	                    : density(b, b->precise, PRECISE_FULL);
	v[SCLS_V_STOCK] = b->stock < STOCK_LEAST ? 0
	                  : bounded((int64_t)b->stock * SCLS_ONE
	                            / b->headings);
	v[SCLS_V_OUTLINE] = b->named || b->headings < SCLS_OUTLINE ? 0
	                    : bounded((int64_t)b->headings * SCLS_ONE
	                              / HEADINGS_FULL);
	v[SCLS_V_REPEATED] = bounded((int64_t)b->repeated * REPEATED_PART
	                             * SCLS_ONE / b->units);
	v[SCLS_V_STUFFED] = bounded(((int64_t)b->stuffed - STUFFED_FROM)
	                            * SCLS_ONE / STUFFED_FULL);
	v[SCLS_V_FILLERS] = b->fillers < FILLERS_LEAST ? 0
	                    : density(b, b->fillers, FILLERS_FULL);
}

void scls_body_values(const scls_body *b, int32_t v[SCLS_V_COUNT])
{
	if (b->units >= SHORT_BODY)
		text_values(b, v);
	v[SCLS_V_CUT] = b->cut_off ? SCLS_ONE : 0;
	v[SCLS_V_SPUN] = b->spun < SPUN_LEAST ? 0
	                 : bounded((int64_t)b->spun * SCLS_ONE / SPUN_FULL);
	v[SCLS_V_PINYIN] = bounded((int64_t)b->pinyin * SCLS_ONE
	                           / PINYIN_FULL);
	v[SCLS_V_BARE] = b->bare < BARE_LEAST ? 0
	                 : bounded((int64_t)b->bare * SCLS_ONE
	                           / b->references);
	v[SCLS_V_HIDDEN] = b->hidden_bytes > HIDDEN_MOST ? SCLS_ONE : 0;
	if (!b->has_title)
		return;
	v[SCLS_V_TITLE] = bounded(2 * scls_level(b->title_score,
	                                         b->title_likely)
	                          - SCLS_ONE);
	v[SCLS_V_SUFFIX] = b->title_suffix ? SCLS_ONE : 0;
	v[SCLS_V_JUMP] = b->title_topic < TOPIC_LEAST ? SCLS_ONE : 0;
}
