/*
 * list_stretch.c - the worst lines in a row; see list.h.
 *
 * A page puts its own links and a farm's into one box: what stands together
 * is looked at by itself.  The stretch is the one with the largest sum
 * (Bentley, Programming Pearls, 8).
 */
#include "verdict/list.h"

#define LEAST 5              /* lines of a stretch */
#define ABOVE (SCLS_ONE / 4) /* a line less above the usual level makes it
                                worse */
#define ORDINARY (-SCLS_ONE / 2) /* mean level of lines that are plainly so */

static int32_t level_of(const scls_line *line)
{
	int32_t level = scls_level(line->score, line->likely);

	level = level > SCLS_ONE ? SCLS_ONE : level;
	return level < -SCLS_ONE ? -SCLS_ONE : level;
}

int32_t scls_list_usual_level(const scls_line *lines, size_t n)
{
	int64_t sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += level_of(&lines[i]);
	return (int32_t)(sum / (int64_t)n);
}

size_t scls_list_stretch(const scls_line *lines, size_t n, int32_t usual,
                         size_t *from)
{
	int32_t least = usual + ABOVE;
	int64_t sum = 0, best = 0;
	size_t begin = 0, found = 0;

	for (size_t i = 0; i < n; i++) {
		if (sum <= 0) {
			sum = 0;
			begin = i;
		}
		sum += level_of(&lines[i]) - least;
		if (sum > best) {
			best = sum;
			*from = begin;
			found = i + 1 - begin;
		}
	}
	return found >= LEAST && found < n ? found : 0;
}

int scls_list_is_diluted(const scls_line *lines, size_t n, size_t from,
                         size_t stretch)
{
	int64_t sum = 0;

	if (stretch == 0)
		return 0;
	for (size_t i = 0; i < n; i++)
		if (i < from || i >= from + stretch)
			sum += level_of(&lines[i]);
	return sum <= (int64_t)(n - stretch) * ORDINARY;
}
