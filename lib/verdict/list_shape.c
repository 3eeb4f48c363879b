/*
 * list_shape.c - repetition in a list: frames, subjects, forms; see list.h.
 *
 * Lines share a frame where three values in a row of their sketches are the
 * same: likely for skeletons that have half of their pairs in common, unlikely
 * for those with a tenth (Broder 1997; banding as in Leskovec, Rajaraman and
 * Ullman, Mining of Massive Datasets, 3.4).  One pass, no comparison of pairs.
 */
#include "verdict/list.h"

#include "base/hash.h"
#include "base/tally.h"

#include <stddef.h>
#include <string.h>

#define BANDS (SCLS_SKETCH / SCLS_SKETCH_BAND)
#define STEP 1000 /* between numbers in order, in thousandths */

static uint64_t band_of(const scls_line *line, uint32_t band)
{
	uint64_t hash = band + 1;

	for (uint32_t k = 0; k < SCLS_SKETCH_BAND; k++)
		hash = scls_hash_mix(hash
		                     ^ line->sketch[band * SCLS_SKETCH_BAND
		                                    + k]);
	return hash;
}

/* The band that most lines share stands for the line's frame. */
static const scls_tallied *frame_of(const scls_tally *bands,
                                    const uint32_t *places)
{
	const scls_tallied *best = &bands->place[places[0]];

	for (uint32_t b = 1; b < BANDS; b++)
		if (bands->place[places[b]].count > best->count)
			best = &bands->place[places[b]];
	return best;
}

/* The places of each line's bands, BANDS a line. */
static scls_status add_bands(scls_arena *arena, const scls_line *lines,
                             size_t n, scls_tally *bands, uint32_t **places)
{
	uint32_t *to = scls_arena_take_array(arena, n * BANDS, sizeof(*to));

	*places = to;
	if (!to)
		return SPAMCLS_E_NOMEM;
	SCLS_TRY(scls_tally_init(bands, arena, n * BANDS));
	for (size_t i = 0; i < n; i++)
		for (uint32_t b = 0; b < BANDS; b++)
			*to++ = scls_tally_add(bands, band_of(&lines[i], b));
	return SPAMCLS_OK;
}

/* Frames, and with how many subjects the doubtful ones were filled. */
static scls_status count_frames(scls_arena *arena, const scls_line *lines,
                                size_t n, uint8_t *framed,
                                scls_list_facts *f)
{
	scls_tally bands, doubted, subjects;
	uint32_t *places;

	SCLS_TRY(add_bands(arena, lines, n, &bands, &places));
	SCLS_TRY(scls_tally_init(&doubted, arena, n));
	SCLS_TRY(scls_tally_init(&subjects, arena, n));
	for (size_t i = 0; i < n; i++) {
		const scls_tallied *frame = frame_of(&bands,
		                                     &places[i * BANDS]);

		framed[i] = frame->count > 1;
		if (!framed[i])
			continue;
		if (scls_level(lines[i].score, lines[i].likely) < 0) {
			f->calm_framed++;
			continue;
		}
		f->bad_framed++;
		scls_tally_add(&doubted, frame->key);
		if (lines[i].subject | lines[i].thing)
			scls_tally_add(&subjects,
			               scls_hash_mix(frame->key
			                             ^ lines[i].subject)
			               ^ lines[i].thing);
	}
	f->subjects = subjects.distinct;
	f->frame_most = doubted.most;
	return SPAMCLS_OK;
}

/* Tallies one field's values; 0 is no value. */
static scls_status tally_of(scls_arena *arena, const scls_line *lines,
                            size_t n, size_t field, scls_tally *tally)
{
	SCLS_TRY(scls_tally_init(tally, arena, n));
	for (size_t i = 0; i < n; i++) {
		uint64_t value;

		memcpy(&value, (const char *)&lines[i] + field, sizeof(value));
		if (value != 0)
			scls_tally_add(tally, value);
	}
	return SPAMCLS_OK;
}

static scls_status most_of(scls_arena *arena, const scls_line *lines,
                           size_t n, size_t field, uint32_t *most)
{
	scls_tally tally;

	SCLS_TRY(tally_of(arena, lines, n, field, &tally));
	*most = tally.most;
	return SPAMCLS_OK;
}

static scls_status count_names(scls_arena *arena, const scls_line *lines,
                               size_t n, scls_list_facts *f)
{
	scls_tally tally;

	SCLS_TRY(tally_of(arena, lines, n, offsetof(scls_line, subject),
	                  &tally));
	f->one_subject = tally.most;
	f->names = tally.distinct;
	for (size_t i = 0; i < n; i++)
		f->named += lines[i].subject != 0;
	return SPAMCLS_OK;
}

static scls_status count_alike(scls_arena *arena, const scls_line *lines,
                               size_t n, scls_list_facts *f)
{
	SCLS_TRY(most_of(arena, lines, n, offsetof(scls_line, numbers),
	                 &f->same_form));
	SCLS_TRY(most_of(arena, lines, n, offsetof(scls_line, marks),
	                 &f->same_marks));
	SCLS_TRY(most_of(arena, lines, n, offsetof(scls_line, tail),
	                 &f->one_tail));
	SCLS_TRY(most_of(arena, lines, n, offsetof(scls_line, lead),
	                 &f->one_lead));
	return count_names(arena, lines, n, f);
}

/* Different values of each column: one table does for all, one by one. */
static scls_status count_pieces(scls_arena *arena, const scls_line *lines,
                                size_t n, scls_list_facts *f)
{
	scls_tally column;

	SCLS_TRY(scls_tally_init(&column, arena, n));
	for (uint32_t k = 0; k < SCLS_SKETCH; k++) {
		scls_tally_clear(&column);
		for (size_t i = 0; i < n; i++)
			scls_tally_add(&column, lines[i].sketch[k]);
		f->pieces += column.distinct;
	}
	return SPAMCLS_OK;
}

/* One more of its key: those of which there are others, too. */
static uint32_t newly_shared(const scls_tally *tally, uint32_t place)
{
	uint32_t count = tally->place[place].count;

	return count == 2 ? 2 : count > 2;
}

static void add_phrases(const scls_line *line, scls_tally *all,
                        scls_list_facts *f)
{
	for (uint32_t k = 0; k < SCLS_PHRASES; k++) {
		uint64_t key = (uint64_t)k << 32 | line->phrase[k];

		if (line->phrase[k] == SCLS_NO_PHRASE)
			continue;
		f->phrases++;
		f->shared += newly_shared(all, scls_tally_add(all, key));
	}
}

static scls_status count_phrases(scls_arena *arena, const scls_line *lines,
                                 size_t n, scls_list_facts *f)
{
	scls_tally all;

	SCLS_TRY(scls_tally_init(&all, arena, n * SCLS_PHRASES));
	for (size_t i = 0; i < n; i++)
		add_phrases(&lines[i], &all, f);
	return SPAMCLS_OK;
}

/* Mean distance from the mean length, of 1024 such lengths. */
static uint32_t spread(const scls_line *lines, size_t n)
{
	uint64_t sum = 0, off = 0, mean;

	for (size_t i = 0; i < n; i++)
		sum += lines[i].length;
	mean = sum / n;
	for (size_t i = 0; i < n; i++)
		off += lines[i].length > mean ? lines[i].length - mean
		                              : mean - lines[i].length;
	off = sum == 0 ? 0 : off * 1024 / sum;
	return off > 1024 ? 1024 : (uint32_t)off;
}

static int follows(const scls_line *a, const scls_line *b)
{
	return a->numbers != 0 && a->numbers == b->numbers
	       && (b->count - a->count == STEP || a->count - b->count == STEP);
}

scls_status scls_list_shape(scls_arena *arena, const scls_line *lines,
                            size_t n, uint8_t *framed, scls_list_facts *f)
{
	SCLS_TRY(count_frames(arena, lines, n, framed, f));
	SCLS_TRY(count_alike(arena, lines, n, f));
	SCLS_TRY(count_pieces(arena, lines, n, f));
	SCLS_TRY(count_phrases(arena, lines, n, f));
	SCLS_TRY(scls_list_affixes(arena, lines, n, f));
	f->spread = spread(lines, n);
	for (size_t i = 1; i < n; i++)
		f->in_order += (uint32_t)follows(&lines[i - 1], &lines[i]);
	return SPAMCLS_OK;
}
