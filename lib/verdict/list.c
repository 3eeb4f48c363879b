/* list.c - see list.h. */
#include "verdict/list.h"

#include <string.h>

#define BOUND (3 * SCLS_ONE / 2) /* one line's share of the level's sum */
#define LEAST_LIKELY 512         /* a model's threshold is taken for more */
#define OFF_TOPIC 150            /* of 1024: a line with less is off topic */

int32_t scls_level(int32_t score, int32_t likely)
{
	int64_t level = (int64_t)score * SCLS_ONE
	                / (likely > LEAST_LIKELY ? likely : LEAST_LIKELY);

	return level > BOUND ? BOUND : level < -BOUND ? -BOUND
	                                              : (int32_t)level;
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

static void add_line(const scls_line *line, scls_list_facts *f)
{
	int32_t level = scls_level(line->score, line->likely);

	f->certain += line->score >= line->certain;
	f->likely += line->score >= line->likely;
	f->leaning += level >= SCLS_ONE / 2;
	f->ordinary += level <= -SCLS_ONE / 2;
	f->holes += line->holes > 0;
	f->trade += (line->kinds & SCLS_LINE_TRADE) != 0;
	f->claims += (line->kinds & SCLS_LINE_CLAIM)
	             && (line->numbers || (line->kinds & SCLS_LINE_CODA));
	f->dated += (line->kinds & SCLS_LINE_DATED) != 0;
	f->notices += (line->kinds & (SCLS_LINE_NOTICE | SCLS_LINE_CLAIM
	                              | SCLS_LINE_TRADE)) == SCLS_LINE_NOTICE;
	f->with_topic += line->topic != SCLS_NO_TOPIC;
	f->off_topic += line->topic < OFF_TOPIC;
	f->level += level;
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
	memset(facts, 0, sizeof(*facts));
	facts->list = lines[0].list;
	facts->n = (uint32_t)n;
	for (size_t i = 0; i < n; i++)
		add_line(&lines[i], facts);
	facts->run = longest_run(lines, n);
	return scls_list_shape(arena, lines, n, framed, facts);
}
