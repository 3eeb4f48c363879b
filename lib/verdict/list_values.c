/* list_values.c - counts to what the forest sees; see list.h. */
#include "verdict/list.h"

static int32_t share(uint64_t part, uint64_t whole)
{
	return whole == 0 ? 0 : (int32_t)(part * SCLS_ONE / whole);
}

static int32_t mean(uint64_t sum, uint64_t n, int32_t most)
{
	uint64_t value = sum * SCLS_ONE / n / 16;

	return value > (uint64_t)most ? most : (int32_t)value;
}

static void score_values(const scls_list_facts *f, int32_t *v)
{
	v[SCLS_L_MEAN] = (int32_t)(f->level / (int64_t)f->n);
	for (int k = 0; k < 5; k++)
		v[SCLS_L_Q10 + k] = f->quantile[k];
	v[SCLS_L_ABOVE] = share(f->above, f->n);
	v[SCLS_L_HALFWAY] = share(f->halfway, f->n);
	v[SCLS_L_LIKELY] = share(f->likely, f->n);
	v[SCLS_L_LIKELY_N] = scls_log(f->likely);
	v[SCLS_L_CERTAIN] = share(f->certain, f->n);
	v[SCLS_L_CERTAIN_N] = scls_log(f->certain);
	v[SCLS_L_LOW] = share(f->low, f->n);
	v[SCLS_L_LOWEST] = share(f->lowest, f->n);
	v[SCLS_L_LOW_N] = scls_log(f->low);
	v[SCLS_L_LOWEST_N] = scls_log(f->lowest);
	v[SCLS_L_RUN] = scls_log(f->run);
	v[SCLS_L_HOLES] = share(f->holes, f->n);
}

static void word_values(const scls_list_facts *f, int32_t *v)
{
	uint32_t mixed = f->trade < f->claims ? f->trade : f->claims;

	v[SCLS_L_CLAIMS] = share(f->claims, f->n);
	v[SCLS_L_CODAS] = share(f->codas, f->n);
	v[SCLS_L_MIX] = share(mixed, f->n);
	v[SCLS_L_TRADE] = share(f->trade, f->n);
	v[SCLS_L_DATED] = share(f->dated, f->n);
	v[SCLS_L_NOTICES] = share(f->notices, f->n);
	v[SCLS_L_PERSONS] = share(f->persons, f->n);
	v[SCLS_L_YEARS] = share(f->years, f->n);
	v[SCLS_L_QUESTS] = share(f->quests, f->n);
	v[SCLS_L_QUOTES] = share(f->quotes, f->n);
	v[SCLS_L_FIGURES] = share(f->figures, f->n);
	v[SCLS_L_N] = scls_log(f->n);
	v[SCLS_L_PART] = share(f->part, f->of);
	v[SCLS_L_SLOTS] = mean(f->slots, f->n, SCLS_ONE);
	v[SCLS_L_HAN] = share(f->han, f->units);
	v[SCLS_L_LATIN] = share(f->latin, f->units);
	v[SCLS_L_LENGTH] = mean(f->units, f->n, 16 * SCLS_ONE);
}

static void shape_values(const scls_list_facts *f, int32_t *v)
{
	v[SCLS_L_FRAMED_BAD] = share(f->bad_framed, f->n);
	v[SCLS_L_FRAMED_CALM] = share(f->calm_framed, f->n);
	v[SCLS_L_SUBJECTS] = scls_log(f->subjects);
	v[SCLS_L_FORMS] = share(f->same_form, f->n);
	v[SCLS_L_MARKS] = share(f->same_marks, f->n);
	v[SCLS_L_SPREAD] = (int32_t)f->spread;
	v[SCLS_L_ENTROPY] = share(f->pieces, (uint64_t)f->n * SCLS_SKETCH);
	v[SCLS_L_FRAME_MOST] = share(f->frame_most, f->n);
	v[SCLS_L_NAMES] = share(f->names, f->named);
	v[SCLS_L_PHRASES] = share(f->shared, f->phrases);
	v[SCLS_L_ONE_TAIL] = share(f->one_tail, f->n);
	v[SCLS_L_AFFIX] = share(f->affix, f->skeleton);
	v[SCLS_L_HEADS] = share(f->heads, f->n);
	v[SCLS_L_FEET] = share(f->feet, f->n);
	v[SCLS_L_ORDER] = share(f->in_order, f->n);
	v[SCLS_L_ONE_SUBJECT] = share(f->one_subject, f->n);
	v[SCLS_L_ONE_LEAD] = share(f->one_lead, f->n);
}

void scls_list_values(const scls_list_facts *facts,
                      int32_t values[SCLS_L_COUNT])
{
	score_values(facts, values);
	word_values(facts, values);
	shape_values(facts, values);
}
