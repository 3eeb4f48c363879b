/* columns.c - see columns.h. */
#include "segment/line/columns.h"

#include "base/inline.h"
#include "base/utf8.h"
#include "segment/line/line_shape.h"

SCLS_VECTORS
int scls_has_gap(scls_span line)
{
	unsigned found = 0;

	for (size_t at = 1; at < line.size; at++) {
		char c = line.data[at];

		found |= (unsigned)(c == '\t')
		         | (unsigned)((c == ' ') & (line.data[at - 1] == ' '));
	}
	return found != 0;
}

size_t scls_past_blanks(scls_span line, size_t at, uint32_t *columns)
{
	*columns = 0;
	while (at < line.size) {
		size_t next = at;
		uint32_t c = scls_utf8_next(line.data, line.size, &next);

		if (scls_mark_of(c) != SCLS_MARK_SPACE)
			break;
		*columns += c == '\t' ? SCLS_GAP_COLUMNS : c == 0x3000 ? 2 : 1;
		at = next;
	}
	return at;
}

scls_span scls_last_column(scls_span line, uint32_t least, scls_span *rest)
{
	scls_span last = { line.data + line.size, 0 };
	uint32_t columns;

	*rest = line;
	for (size_t at = 0; at < line.size;) {
		size_t end = at;

		at = scls_past_blanks(line, at, &columns);
		if (columns >= least && end > 0 && at < line.size) {
			rest->size = end;
			last.data = line.data + at;
			last.size = line.size - at;
		}
		if (at < line.size)
			(void)scls_utf8_next(line.data, line.size, &at);
	}
	return last;
}
