/* language_values.c - what a second look sees of a line's language. */
#include "model/second.h"

#define ONE 1024 /* a share of all, a mean of one character */

/* What is looked at along the line: how likely each character is among honest
 * lines, among templates, and how much more among templates. */
enum course { HONEST, TEMPLATES, TOWARDS, COURSES };

static const uint32_t widths[] = { 2, 4, 8, 16 };
#define WIDTHS (sizeof(widths) / sizeof(widths[0]))
/* Values of one width: the least of each course and the most of the last. */
#define OF_WIDTH 4

static int32_t at(const scls_character *c, enum course course)
{
	if (course == TOWARDS)
		return c->nats[SCLS_OF_TEMPLATES] - c->nats[SCLS_OF_HONEST];
	return c->nats[course == HONEST ? SCLS_OF_HONEST : SCLS_OF_TEMPLATES];
}

/* Means of so many characters in a row, or of all where there are fewer. */
static void put_windows(const scls_second_line *line, enum course course,
                        uint32_t width, int32_t *least, int32_t *most)
{
	const scls_character *c = line->characters;
	uint32_t n = line->n_characters, w = width < n ? width : n;
	int32_t sum = 0;

	for (uint32_t i = 0; i < n; i++) {
		sum += at(&c[i], course)
		       - (i >= w ? at(&c[i - w], course) : 0);
		if (i + 1 < w)
			continue;
		if (i + 1 == w || sum < *least)
			*least = sum;
		if (i + 1 == w || sum > *most)
			*most = sum;
	}
	*least /= (int32_t)w;
	*most /= (int32_t)w;
}

static void put_mean(const scls_second_line *line, enum course course,
                     int32_t *mean)
{
	for (uint32_t i = 0; i < line->n_characters; i++)
		*mean += at(&line->characters[i], course);
	*mean /= (int32_t)line->n_characters;
}

/* The share of characters that are rarer than so many nats. */
static int32_t share_below(const scls_second_line *line, int32_t nats)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < line->n_characters; i++)
		n += at(&line->characters[i], HONEST) < nats * ONE;
	return (int32_t)(n * ONE / line->n_characters);
}

/* That of those that templates have so much more often. */
static int32_t share_above(const scls_second_line *line, int32_t nats)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < line->n_characters; i++)
		n += at(&line->characters[i], TOWARDS) > nats * ONE;
	return (int32_t)(n * ONE / line->n_characters);
}

/* The longest n-grams that were ever counted: in the mean, and the shares of
 * those of one and of two characters at most. */
static void put_known(const scls_second_line *line, enum scls_language_of of,
                      int32_t values[3])
{
	for (uint32_t i = 0; i < line->n_characters; i++) {
		uint32_t known = line->characters[i].known[of];

		values[0] += (int32_t)known * ONE;
		values[1] += known <= 1 ? ONE : 0;
		values[2] += known <= 2 ? ONE : 0;
	}
	for (uint32_t i = 0; i < 3; i++)
		values[i] /= (int32_t)line->n_characters;
}

void scls_language_values(const scls_second_line *line,
                          int32_t values[SCLS_K_COUNT])
{
	int32_t most;

	if (line->n_characters == 0)
		return;
	for (uint32_t course = 0; course < COURSES; course++) {
		put_mean(line, course, &values[SCLS_K_USUAL + course]);
		for (uint32_t w = 0; w < WIDTHS; w++) {
			int32_t *v = values + SCLS_K_USUAL_2 + OF_WIDTH * w;

			put_windows(line, course, widths[w], &v[course],
			            course == TOWARDS ? &v[COURSES] : &most);
		}
	}
	put_known(line, SCLS_OF_HONEST, values + SCLS_K_KNOWN_HONEST);
	put_known(line, SCLS_OF_TEMPLATES, values + SCLS_K_KNOWN_TEMPLATES);
	values[SCLS_K_RARER_6] = share_below(line, -6);
	values[SCLS_K_RARER_8] = share_below(line, -8);
	values[SCLS_K_RARER_10] = share_below(line, -10);
	values[SCLS_K_TOWARDS_ANY] = share_above(line, 0);
	values[SCLS_K_TOWARDS_FAR] = share_above(line, 2);
}
