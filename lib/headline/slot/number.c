/* number.c - from numeral to slot; see number.h. */
#include "headline/number.h"

#include "headline/fold.h"
#include "headline/slot/numeral.h"

#define YI INT64_C(100000000) /* 亿: an amount of so many needs no unit */
#define MILLI INT64_C(1000)   /* of a value, which is kept in thousandths */

/* What is a year by itself. */
#define YEAR_FIRST 1900
#define YEAR_LAST 2099

static int is_currency(uint32_t c)
{
	return c == '$' || c == U'¥' || c == U'£' || c == U'€' || c == U'₩'
	       || c == U'₹';
}

static uint32_t finish(scls_slot *slot, uint32_t at, uint32_t end,
                       unsigned cls)
{
	slot->begin = (uint16_t)at;
	slot->end = (uint16_t)end;
	slot->cls = (uint8_t)cls;
	return end - at;
}

/* The percent sign as words before the number: 百分之, 千分之. */
static uint32_t percent_before(const uint32_t *unit, uint32_t n, uint32_t at,
                               scls_slot *slot)
{
	scls_numeral x;

	if (at + 3 >= n || (unit[at] != U'百' && unit[at] != U'千')
	    || unit[at + 1] != U'分' || unit[at + 2] != U'之')
		return 0;
	if (!scls_numeral_arabic(unit, n, at + 3, &x)
	    && !scls_numeral_chinese(unit, n, at + 3, &x))
		return 0;
	slot->milli = x.milli;
	slot->flags = SCLS_SLOT_UNIT
	              | (x.points == 1 ? SCLS_SLOT_DECIMAL : 0);
	return finish(slot, at, x.end, SCLS_CLASS_PCT);
}

/* v1.2.3, 1.2.3: two points and more, or a v before. */
static uint32_t version(const uint32_t *unit, uint32_t n, uint32_t at,
                        scls_slot *slot)
{
	scls_numeral x;
	uint32_t from = at + (unit[at] == 'v');

	if (from < n && from > at && unit[from] == '.')
		from++;
	if (!scls_numeral_arabic(unit, n, from, &x))
		return 0;
	if (x.grouped || (from == at && x.points < 2))
		return 0;
	slot->milli = x.milli;
	return finish(slot, at, x.end, SCLS_CLASS_VER);
}

/* A year by itself, before 年, or before 度 that is not the last, but for the
 * 度 of 度假. */
static uint32_t year(const uint32_t *unit, uint32_t n, uint32_t at,
                     const scls_numeral *x, scls_slot *slot)
{
	int64_t value = x->milli / MILLI;
	uint32_t end = x->end;

	if (x->digits != 4 || x->points || x->grouped || value < YEAR_FIRST
	    || value > YEAR_LAST)
		return 0;
	if (end < n && (unit[end] == U'年' || unit[end] == U'년'))
		end++;
	else if (end + 1 < n && unit[end] == U'度' && unit[end + 1] != U'假')
		end++;
	return finish(slot, at, end, SCLS_CLASS_YEAR);
}

/* Months and days: 3月, 3月15日. */
static uint32_t date(const uint32_t *unit, uint32_t n, uint32_t at,
                     const scls_numeral *x, scls_slot *slot)
{
	uint32_t end = x->end;
	scls_numeral day;

	if (x->points || x->milli < MILLI || x->milli > 12 * MILLI || end >= n
	    || (unit[end] != U'月' && unit[end] != U'월'))
		return 0;
	end++;
	if (scls_numeral_arabic(unit, n, end, &day) && day.end < n
	    && (unit[day.end] == U'日' || unit[day.end] == U'号'
	        || unit[day.end] == U'일'))
		end = day.end + 1;
	return finish(slot, at, end, SCLS_CLASS_DATE);
}

static unsigned class_of_unit(enum scls_unit_kind kind, int scaled)
{
	switch (kind) {
	case SCLS_UNIT_PCT: return SCLS_CLASS_PCT;
	case SCLS_UNIT_MUL: return SCLS_CLASS_MUL;
	case SCLS_UNIT_MON: return SCLS_CLASS_MON;
	case SCLS_UNIT_CNT: case SCLS_UNIT_LONE: return SCLS_CLASS_CNT;
	default: return scaled ? SCLS_CLASS_CNT : SCLS_CLASS_NUM;
	}
}

/* Scales and one unit behind the numeral; an amount in 亿 counts as money. */
static uint32_t with_unit(const uint32_t *unit, uint32_t n, uint32_t at,
                          const scls_numeral *x, scls_slot *slot)
{
	enum scls_unit_kind kind = SCLS_UNIT_NONE;
	uint32_t end = x->end, size;
	int64_t factor = 1, scale = 1;

	for (int i = 0; i < 3; i++) {
		size = scls_unit_find(unit, n, end, &kind, &factor);
		if (size == 0 || kind != SCLS_UNIT_SCALE)
			break;
		scale = scls_saturate(scale, factor);
		end += size;
	}
	if (kind == SCLS_UNIT_SCALE || (kind == SCLS_UNIT_LONE && scale > 1
	                                && unit[end] != U'级'))
		kind = SCLS_UNIT_NONE;
	if (kind != SCLS_UNIT_NONE)
		end += size;
	slot->milli = scls_saturate(x->milli, scale);
	if (kind != SCLS_UNIT_NONE || scale > 1)
		slot->flags |= SCLS_SLOT_UNIT;
	if ((kind == SCLS_UNIT_NONE || kind == SCLS_UNIT_LONE)
	    && (scale >= YI || (x->chinese && x->milli >= YI * MILLI)))
		return finish(slot, at, end, SCLS_CLASS_MON);
	return finish(slot, at, end, class_of_unit(kind, scale > 1));
}

/*
 * A short Chinese numeral is a number only with a unit, and a lone 一 not even
 * then: 一起, 一个 are words.  Tenths (成) are never ten or more.
 */
static int chinese_counts(const uint32_t *unit, const scls_numeral *x,
                          const scls_slot *slot)
{
	uint32_t size = x->end - slot->begin;

	if (slot->cls == SCLS_CLASS_NUM)
		return size >= 3;
	if (size == 1 && (x->milli == MILLI || x->milli >= 100 * MILLI))
		return 0;
	return slot->cls != SCLS_CLASS_PCT || unit[x->end] != U'成'
	       || x->milli < 10 * MILLI;
}

static uint32_t ordinal(const uint32_t *unit, uint32_t n, uint32_t at,
                        scls_slot *slot)
{
	enum scls_unit_kind kind;
	int64_t factor;
	scls_numeral x;

	if (unit[at] != U'第' || (!scls_numeral_arabic(unit, n, at + 1, &x)
	                           && !scls_numeral_chinese(unit, n, at + 1,
	                                                    &x)))
		return 0;
	slot->milli = x.milli;
	return finish(slot, at, x.end + scls_unit_find(unit, n, x.end, &kind,
	                                               &factor),
	              SCLS_CLASS_ORD);
}

static uint32_t plain(const uint32_t *unit, uint32_t n, uint32_t at,
                      scls_slot *slot)
{
	scls_numeral x;
	uint32_t size, from = at + (uint32_t)is_currency(unit[at]);

	if (from < n && scls_numeral_arabic(unit, n, from, &x)) {
		slot->milli = x.milli;
		slot->flags = x.points == 1 ? SCLS_SLOT_DECIMAL : 0;
		if (from > at) {
			size = with_unit(unit, n, at, &x, slot);
			slot->cls = SCLS_CLASS_MON;
			slot->flags |= SCLS_SLOT_UNIT;
			return size;
		}
		if ((size = year(unit, n, at, &x, slot)) != 0
		    || (size = date(unit, n, at, &x, slot)) != 0)
			return size;
		return with_unit(unit, n, at, &x, slot);
	}
	if (from > at || !scls_numeral_chinese(unit, n, at, &x))
		return 0;
	slot->flags = x.points == 1 ? SCLS_SLOT_DECIMAL : 0;
	size = with_unit(unit, n, at, &x, slot);
	return chinese_counts(unit, &x, slot) ? size : 0;
}

uint32_t scls_number_scan(const uint32_t *unit, uint32_t n, uint32_t at,
                          scls_slot *slot)
{
	uint32_t size;

	if (!scls_number_may_begin(unit[at]))
		return 0;
	memset(slot, 0, sizeof(*slot));
	if ((size = percent_before(unit, n, at, slot)) != 0
	    || (size = ordinal(unit, n, at, slot)) != 0)
		return size;
	if ((unit[at] == 'v' || scls_is_digit(unit[at]))
	    && (size = version(unit, n, at, slot)) != 0)
		return size;
	return plain(unit, n, at, slot);
}
