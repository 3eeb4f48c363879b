/* json.c - see json.h.  No printf: it would ask the locale for its point. */
#include "engine/json.h"

#include "base/utf8.h"

static void put(scls_json *json, const char *data, size_t size)
{
	if (json->out)
		memcpy(json->out + json->n, data, size);
	json->n += size;
}

void scls_json_raw(scls_json *json, const char *text)
{
	put(json, text, strlen(text));
}

static void escape(scls_json *json, unsigned char c)
{
	static const char hex[] = "0123456789abcdef";
	char out[6] = { '\\', 'u', '0', '0', hex[c >> 4], hex[c & 15] };

	switch (c) {
	case '"': put(json, "\\\"", 2); break;
	case '\\': put(json, "\\\\", 2); break;
	case '\n': put(json, "\\n", 2); break;
	case '\t': put(json, "\\t", 2); break;
	case '\r': put(json, "\\r", 2); break;
	default: put(json, out, 6); break;
	}
}

/*
 * U+0085, U+2028 and U+2029 end a line for some readers of JSON lines, so
 * they are escaped; returns how many bytes such a mark has, or 0.
 */
static size_t line_mark(scls_span text, size_t at, const char **as)
{
	const unsigned char *p = (const unsigned char *)text.data + at;
	size_t left = text.size - at;

	if (left >= 2 && p[0] == 0xC2 && p[1] == 0x85) {
		*as = "\\u0085";
		return 2;
	}
	if (left >= 3 && p[0] == 0xE2 && p[1] == 0x80
	    && (p[2] & 0xFE) == 0xA8) {
		*as = p[2] & 1 ? "\\u2029" : "\\u2028";
		return 3;
	}
	return 0;
}

/* Not 0 where the byte may need an escape, or is no ASCII. */
static int is_special(unsigned char c)
{
	return c < ' ' || c == '"' || c == '\\' || c >= 0x7F;
}

/*
 * How many bytes at the place stay as they are: those of one good sequence;
 * 0 where *as stands for them, *size bytes then.  A path may hold any bytes,
 * and what is no UTF-8 is replaced: no reader takes it.
 */
static size_t plain_bytes(scls_span text, size_t at, const char **as,
                          size_t *size)
{
	size_t next = at;

	*size = line_mark(text, at, as);
	if (*size > 0)
		return 0;
	if (scls_utf8_next(text.data, text.size, &next) == SCLS_REPLACEMENT
	    && (next - at < SCLS_REPLACEMENT_SIZE
	        || (unsigned char)text.data[at] != 0xEF)) {
		*as = "\\ufffd";
		*size = next - at;
		return 0;
	}
	return next - at;
}

void scls_json_string(scls_json *json, scls_span text)
{
	size_t from = 0, at = 0;

	put(json, "\"", 1);
	while (at < text.size) {
		unsigned char c = (unsigned char)text.data[at];
		const char *as = NULL;
		size_t size = 1, plain = !is_special(c);

		if (c >= 0x80)
			plain = plain_bytes(text, at, &as, &size);
		if (plain > 0) {
			at += plain;
			continue;
		}
		put(json, text.data + from, at - from);
		if (as)
			put(json, as, 6);
		else
			escape(json, c);
		at += size;
		from = at;
	}
	put(json, text.data + from, at - from);
	put(json, "\"", 1);
}

void scls_json_int(scls_json *json, int64_t value)
{
	char digits[24];
	size_t at = sizeof(digits);
	uint64_t left = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;

	do {
		digits[--at] = (char)('0' + left % 10);
		left /= 10;
	} while (left > 0);
	if (value < 0)
		digits[--at] = '-';
	put(json, digits + at, sizeof(digits) - at);
}

void scls_json_unit(scls_json *json, float value)
{
	uint32_t parts = (uint32_t)((double)value * 1e7 + 0.5);
	char digits[9];

	if (parts >= 10000000) {
		put(json, "1", 1);
		return;
	}
	digits[0] = '0';
	digits[1] = '.';
	for (size_t i = sizeof(digits); i-- > 2; parts /= 10)
		digits[i] = (char)('0' + parts % 10);
	put(json, digits, sizeof(digits));
}
