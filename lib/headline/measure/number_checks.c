/* number_checks.c - is a headline's number plausible?  See measure.h. */
#include "headline/measure.h"

#include "headline/fold.h"
#include "headline/hole.h"

#define MILLI INT64_C(1000)
#define YI (INT64_C(100000000) * MILLI)

static void add(scls_features *f, uint32_t id, const scls_slot *s)
{
	scls_features_add(f, id, s->begin, s->end);
}

/* Where the nearest word of rise or fall before the slot points. */
static int falls_before(const scls_headline *h, uint32_t i)
{
	while (i-- > 0) {
		if (h->slots[i].cls == SCLS_CLASS_FALL)
			return 1;
		if (h->slots[i].cls == SCLS_CLASS_RISE)
			return 0;
	}
	return 0;
}

static void percent(const scls_headline *h, uint32_t i, scls_features *f)
{
	const scls_slot *s = &h->slots[i];

	if (s->milli > 100 * MILLI) {
		add(f, SCLS_F_PCT_100, s);
		if (falls_before(h, i))
			add(f, SCLS_F_FALL_100, s);
	}
	if (s->flags & SCLS_SLOT_DECIMAL)
		add(f, SCLS_F_PCT_EXACT, s);
	if (s->milli % 100 != 0)
		add(f, SCLS_F_PCT_EXACT2, s);
}

/* A part of five digits, four parts with a long one: no product has it. */
static void version(const scls_headline *h, const scls_slot *s,
                    scls_features *f)
{
	uint32_t run = 0, longest = 0;

	for (uint32_t i = s->begin; i < s->end; i++) {
		run = scls_is_digit(h->units[i]) ? run + 1 : 0;
		longest = run > longest ? run : longest;
	}
	if (longest >= 3 && longest < 8 && s->milli < 2000 * MILLI)
		add(f, SCLS_F_VER_ODD, s);
}

static int has_class(const scls_headline *h, unsigned cls)
{
	for (uint32_t i = 0; i < h->n_slots; i++)
		if (h->slots[i].cls == cls)
			return 1;
	return 0;
}

static void money(const scls_headline *h, const scls_slot *s, scls_features *f)
{
	if (s->milli >= 100 * YI && s->flags & SCLS_SLOT_DECIMAL)
		add(f, SCLS_F_MON_EXACT, s);
	if (s->milli >= 1000 * YI && has_class(h, SCLS_CLASS_PLACE))
		add(f, SCLS_F_MON_PLACE, s);
}

static void hole(const scls_slot *s, scls_features *f)
{
	static const uint32_t ids[] = {
		[SCLS_HOLE_NONE] = SCLS_F_HOLE_BRACES, /* of no slot */
		[SCLS_HOLE_BRACES] = SCLS_F_HOLE_BRACES,
		[SCLS_HOLE_FORMAT] = SCLS_F_HOLE_FORMAT,
		[SCLS_HOLE_LABEL] = SCLS_F_HOLE_LABEL,
		[SCLS_HOLE_EMPTY] = SCLS_F_HOLE_EMPTY,
		[SCLS_HOLE_NULL] = SCLS_F_HOLE_NULL,
		[SCLS_HOLE_XXX] = SCLS_F_HOLE_XXX,
		[SCLS_HOLE_PERCENT] = SCLS_F_PCT_NOUN
	};

	add(f, ids[s->milli & 7], s);
}

static int is_number(const scls_slot *s)
{
	return s->cls <= SCLS_CLASS_NUM && s->cls != SCLS_CLASS_YEAR;
}

static void check(const scls_headline *h, uint32_t i, scls_features *f)
{
	const scls_slot *s = &h->slots[i];

	switch (s->cls) {
	case SCLS_CLASS_PCT:
		percent(h, i, f);
		break;
	case SCLS_CLASS_VER:
		version(h, s, f);
		break;
	case SCLS_CLASS_MON:
		money(h, s, f);
		break;
	case SCLS_CLASS_CNT:
		if (s->milli >= 10000 * MILLI && s->milli % (100 * MILLI))
			add(f, SCLS_F_CNT_EXACT, s);
		break;
	case SCLS_CLASS_NUM:
		if (s->flags & SCLS_SLOT_DECIMAL)
			add(f, SCLS_F_DEC_BARE, s);
		break;
	case SCLS_CLASS_HOLE:
		hole(s, f);
		break;
	default:
		break;
	}
}

void scls_measure_numbers(const scls_headline *h, scls_features *f)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < h->n_slots; i++) {
		n += (uint32_t)is_number(&h->slots[i]);
		check(h, i, f);
	}
	if (n == 2)
		scls_features_add(f, SCLS_F_NUM_2, 0, 0);
	else if (n > 2)
		scls_features_add(f, SCLS_F_NUM_3, 0, 0);
}
