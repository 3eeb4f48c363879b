/* list.c - see list.h. */
#include "verdict/list.h"

#include <string.h>

#define BOUND (3 * SCLS_ONE)      /* of a level */
#define SUM_BOUND (3 * SCLS_ONE / 2) /* of its share in the sum */
#define LEAST_LIKELY 512          /* a model's threshold is taken for more */
#define OFF_TOPIC 150             /* of 1024: a line with less is off topic */
#define BIN 64                    /* levels that a quantile does not tell */
#define BINS (2 * BOUND / BIN + 1)

int32_t scls_level(int32_t score, int32_t likely)
{
	int64_t level = (int64_t)score * SCLS_ONE
	                / (likely > LEAST_LIKELY ? likely : LEAST_LIKELY);

	return level > BOUND ? BOUND : level < -BOUND ? -BOUND
	                                              : (int32_t)level;
}

uint32_t scls_line_width(const scls_line *line)
{
	return (uint32_t)line->length + line->han;
}

int32_t scls_log(uint32_t n)
{
	uint64_t x = (uint64_t)n + 1;
	int32_t whole = 0;

	while (x >> whole > 1)
		whole++;
	return whole * 1024
	       + (int32_t)(((x << 10) >> whole) - 1024);
}

static void add_level(const scls_line *line, int32_t level,
                      scls_list_facts *f)
{
	f->certain += line->score >= line->certain;
	f->likely += line->score >= line->likely;
	f->halfway += level >= SCLS_ONE / 2;
	f->above += level >= 0;
	f->low += level <= -SCLS_ONE / 2;
	f->lowest += level <= -SCLS_ONE;
	f->level += level > SUM_BOUND ? SUM_BOUND
	            : level < -SUM_BOUND ? -SUM_BOUND : level;
}

static void add_words(const scls_line *line, scls_list_facts *f)
{
	f->holes += line->holes > 0;
	f->trade += (line->kinds & SCLS_LINE_TRADE) != 0;
	f->codas += (line->kinds & SCLS_LINE_CODA) != 0;
	f->claims += (line->kinds & SCLS_LINE_CLAIM)
	             && (line->numbers || (line->kinds & SCLS_LINE_CODA));
	f->dated += (line->kinds & SCLS_LINE_DATED) != 0;
	f->notices += (line->kinds & (SCLS_LINE_NOTICE | SCLS_LINE_CLAIM
	                              | SCLS_LINE_TRADE)) == SCLS_LINE_NOTICE;
	f->persons += (line->kinds & SCLS_LINE_PERSON) != 0;
	f->years += (line->kinds & SCLS_LINE_YEAR) != 0;
	f->quests += (line->kinds & SCLS_LINE_QUEST) != 0;
	f->quotes += (line->kinds & SCLS_LINE_QUOTE) != 0;
	f->figures += line->numbers != 0;
	f->with_topic += line->topic != SCLS_NO_TOPIC;
	f->off_topic += line->topic < OFF_TOPIC;
	f->slots += line->slots;
	f->units += line->length;
	f->han += line->han;
	f->latin += line->latin;
}

/* Levels below which 10, 25, 50, 75 and 90 of 100 lines are, by bins. */
static void find_quantiles(const uint32_t bins[BINS], scls_list_facts *f)
{
	static const uint32_t hundredths[5] = { 10, 25, 50, 75, 90 };
	uint64_t below = 0;
	unsigned next = 0;

	for (int32_t b = 0; b < BINS && next < 5; b++) {
		below += bins[b];
		while (next < 5
		       && below * 100 > (uint64_t)hundredths[next]
		                        * (f->n - 1u))
			f->quantile[next++] = b * BIN - BOUND;
	}
}

static uint32_t longest_run(const scls_line *lines, size_t n)
{
	uint32_t run = 0, best = 0;

	for (size_t i = 0; i < n; i++) {
		run = scls_level(lines[i].score, lines[i].likely)
		      >= SCLS_ONE / 4 ? run + 1 : 0;
		best = run > best ? run : best;
	}
	return best;
}

scls_status scls_list_sum_up(scls_arena *arena, const scls_line *lines,
                             size_t n, uint8_t *framed,
                             scls_list_facts *facts)
{
	uint32_t bins[BINS] = { 0 };

	memset(facts, 0, sizeof(*facts));
	facts->list = lines[0].list;
	facts->n = facts->part = facts->of = (uint32_t)n;
	for (size_t i = 0; i < n; i++) {
		int32_t level = scls_level(lines[i].score, lines[i].likely);

		add_level(&lines[i], level, facts);
		add_words(&lines[i], facts);
		bins[(level + BOUND) / BIN]++;
	}
	find_quantiles(bins, facts);
	facts->run = longest_run(lines, n);
	return scls_list_shape(arena, lines, n, framed, facts);
}
