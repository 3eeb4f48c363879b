/* labels.c - see labels.h. */
#include "segment/line/labels.h"

#include "base/utf8.h"

/* Labels of a row, at least, and columns of one: a single character is none,
 * but a word that is set wide. */
#define LABELS_LEAST 4u
#define LABEL_LEAST 3u
#define LABEL_MOST 10u

static int is_between(scls_mark mark, uint32_t c)
{
	return mark == SCLS_MARK_SPACE || mark == SCLS_MARK_BULLET
	       || mark == SCLS_MARK_COLON || c == '|' || c == U'｜';
}

int scls_is_row_of_labels(scls_span line, const scls_shape *shape)
{
	uint32_t labels = 0, width = 0;

	if (shape->han * 2 < shape->chars)
		return 0;
	for (size_t at = 0; at < line.size && width <= LABEL_MOST;) {
		uint32_t c = scls_utf8_next(line.data, line.size, &at);
		scls_mark mark = scls_mark_of(c);

		if (is_between(mark, c)) {
			labels += width >= LABEL_LEAST;
			width = 0;
		} else {
			width += mark == SCLS_MARK_WIDE ? 2 : 1;
		}
	}
	labels += width >= LABEL_LEAST;
	return width <= LABEL_MOST && labels >= LABELS_LEAST;
}
