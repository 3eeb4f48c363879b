/* mark.c - the kinds of code points; see line_shape.h. */
#include "segment/line/line_shape.h"

#include "base/utf8.h"

/* Sorted, not overlapping; what is missing is a letter without case, but for
 * what the tables below have. */
static const struct {
	uint32_t first, last;
	uint8_t mark;
} ranges[] = {
	{ 0x0080, 0x00a0, SCLS_MARK_SPACE },
	{ 0x00a1, 0x00a1, SCLS_MARK_OPEN },
	{ 0x00a2, 0x00aa, SCLS_MARK_OTHER },
	{ 0x00ab, 0x00ab, SCLS_MARK_QUOTE },
	{ 0x00ac, 0x00b6, SCLS_MARK_OTHER },
	{ 0x00b7, 0x00b7, SCLS_MARK_BULLET },
	{ 0x00b8, 0x00ba, SCLS_MARK_OTHER },
	{ 0x00bb, 0x00bb, SCLS_MARK_QUOTE },
	{ 0x00bc, 0x00be, SCLS_MARK_OTHER },
	{ 0x00bf, 0x00bf, SCLS_MARK_OPEN },
	{ 0x00c0, 0x00de, SCLS_MARK_UPPER },
	{ 0x00df, 0x024f, SCLS_MARK_LOWER },
	{ 0x0386, 0x03ab, SCLS_MARK_UPPER },
	{ 0x03ac, 0x03ff, SCLS_MARK_LOWER },
	{ 0x0400, 0x042f, SCLS_MARK_UPPER },
	{ 0x0430, 0x052f, SCLS_MARK_LOWER },
	{ 0x0589, 0x0589, SCLS_MARK_STOP },
	{ 0x060c, 0x060c, SCLS_MARK_COMMA },
	{ 0x061b, 0x061b, SCLS_MARK_COMMA },
	{ 0x061f, 0x061f, SCLS_MARK_STOP },
	{ 0x0660, 0x0669, SCLS_MARK_DIGIT },
	{ 0x06d4, 0x06d4, SCLS_MARK_STOP },
	{ 0x0964, 0x0965, SCLS_MARK_STOP },
	{ 0x1100, 0x11ff, SCLS_MARK_WIDE },
	{ 0x2060, 0x20ff, SCLS_MARK_OTHER },
	{ 0x2150, 0x259f, SCLS_MARK_OTHER },
	{ 0x25a0, 0x25ff, SCLS_MARK_BULLET },
	{ 0x2600, 0x27bf, SCLS_MARK_OTHER },
	{ 0x2900, 0x2bff, SCLS_MARK_OTHER },
	{ 0x2e80, 0x2fff, SCLS_MARK_WIDE },
	{ 0x3040, 0x30fa, SCLS_MARK_WIDE },
	{ 0x30fb, 0x30fb, SCLS_MARK_BULLET },
	{ 0x30fc, 0x9fff, SCLS_MARK_WIDE },
	{ 0xac00, 0xd7ff, SCLS_MARK_WIDE },
	{ 0xe000, 0xf8ff, SCLS_MARK_OTHER },
	{ 0xf900, 0xfaff, SCLS_MARK_WIDE },
	{ 0xfe00, 0xfe0f, SCLS_MARK_SPACE },
	{ 0xfeff, 0xfeff, SCLS_MARK_SPACE },
	{ 0xff60, 0xff60, SCLS_MARK_OTHER },
	{ 0xff61, 0xff61, SCLS_MARK_STOP },
	{ 0xff62, 0xff63, SCLS_MARK_QUOTE },
	{ 0xff64, 0xff64, SCLS_MARK_COMMA },
	{ 0xff65, 0xff9f, SCLS_MARK_WIDE },
	{ 0xffe0, 0xffff, SCLS_MARK_OTHER },
	{ 0x1f000, 0x1faff, SCLS_MARK_OTHER },
	{ 0x20000, 0x3ffff, SCLS_MARK_WIDE }
};

/* Short names, so that a row of the table fits a line. */
enum {
	SP = SCLS_MARK_SPACE, LO = SCLS_MARK_LOWER, UP = SCLS_MARK_UPPER,
	DI = SCLS_MARK_DIGIT, ST = SCLS_MARK_STOP, CM = SCLS_MARK_COMMA,
	CO = SCLS_MARK_COLON, OP = SCLS_MARK_OPEN, CL = SCLS_MARK_CLOSE,
	QU = SCLS_MARK_QUOTE, BU = SCLS_MARK_BULLET, OT = SCLS_MARK_OTHER,
	WI = SCLS_MARK_WIDE, LE = SCLS_MARK_LETTER
};

const uint8_t scls_mark_ascii[128] = {
	SP, SP, SP, SP, SP, SP, SP, SP, SP, SP, SP, SP, SP, SP, SP, SP,
	SP, SP, SP, SP, SP, SP, SP, SP, SP, SP, SP, SP, SP, SP, SP, SP,
	SP, ST, QU, OT, OT, OT, OT, QU, OP, CL, BU, OT, CM, OT, ST, OT,
	DI, DI, DI, DI, DI, DI, DI, DI, DI, DI, CO, CM, OT, OT, OT, ST,
	OT, UP, UP, UP, UP, UP, UP, UP, UP, UP, UP, UP, UP, UP, UP, UP,
	UP, UP, UP, UP, UP, UP, UP, UP, UP, UP, UP, OP, OT, CL, OT, OT,
	QU, LO, LO, LO, LO, LO, LO, LO, LO, LO, LO, LO, LO, LO, LO, LO,
	LO, LO, LO, LO, LO, LO, LO, LO, LO, LO, LO, OP, OT, CL, OT, SP,
};

/* The marks that Chinese text is full of: U+3000 to U+303F. */
static const uint8_t wide_marks[64] = {
	SP, CM, ST, WI, WI, WI, WI, WI, QU, QU, QU, QU, QU, QU, QU, QU,
	QU, QU, OT, OT, QU, QU, QU, QU, QU, QU, QU, QU, QU, QU, QU, QU,
	WI, WI, WI, WI, WI, WI, WI, WI, WI, WI, WI, WI, WI, WI, WI, WI,
	WI, WI, WI, WI, WI, WI, WI, WI, WI, WI, WI, WI, WI, WI, WI, WI,
};

/* And U+FF00 to U+FF5F: ASCII in full width. */
static const uint8_t full_width[96] = {
	LE, ST, QU, OT, OT, OT, OT, OT, OP, CL, OT, OT, CM, OT, ST, OT,
	DI, DI, DI, DI, DI, DI, DI, DI, DI, DI, CO, CM, OT, OT, OT, ST,
	OT, UP, UP, UP, UP, UP, UP, UP, UP, UP, UP, UP, UP, UP, UP, UP,
	UP, UP, UP, UP, UP, UP, UP, UP, UP, UP, UP, QU, QU, QU, QU, QU,
	QU, LO, LO, LO, LO, LO, LO, LO, LO, LO, LO, LO, LO, LO, LO, LO,
	LO, LO, LO, LO, LO, LO, LO, LO, LO, LO, LO, OT, OT, OT, OT, OT,
};

/* And general punctuation: U+2000 to U+205F. */
static const uint8_t punctuation[96] = {
	SP, SP, SP, SP, SP, SP, SP, SP, SP, SP, SP, SP, SP, SP, SP, SP,
	OT, OT, OT, OT, OT, OT, OT, OT, QU, QU, QU, QU, QU, QU, QU, QU,
	OT, OT, BU, BU, ST, ST, ST, BU, SP, SP, SP, SP, SP, SP, SP, SP,
	OT, OT, OT, OT, OT, OT, OT, OT, OT, QU, QU, BU, ST, ST, LE, LE,
	LE, LE, LE, BU, OT, OT, OT, OT, OT, OT, OT, OT, OT, OT, OT, OT,
	OT, OT, OT, OT, OT, OT, OT, OT, OT, OT, OT, OT, OT, OT, OT, OT,
};

scls_mark scls_mark_search(uint32_t c)
{
	size_t low = 0;
	size_t high = sizeof(ranges) / sizeof(ranges[0]);

	if (c - 0x3000u < sizeof(wide_marks))
		return (scls_mark)wide_marks[c - 0x3000];
	if (c - 0xff00u < sizeof(full_width))
		return (scls_mark)full_width[c - 0xff00];
	if (c - 0x2000u < sizeof(punctuation))
		return (scls_mark)punctuation[c - 0x2000];
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (c > ranges[middle].last)
			low = middle + 1;
		else if (c < ranges[middle].first)
			high = middle;
		else
			return (scls_mark)ranges[middle].mark;
	}
	return SCLS_MARK_LETTER;
}

int scls_has_letter(scls_span text)
{
	size_t at = 0;

	while (at < text.size)
		if (scls_mark_is_letter(scls_mark_of(scls_utf8_next(
		            text.data, text.size, &at))))
			return 1;
	return 0;
}
