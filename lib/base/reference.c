/* reference.c - see reference.h. */
#include "base/reference.h"

#include "base/ascii.h"
#include "base/utf8.h"

#define MAX_ENTITY 12u /* letters of an entity's name that are read */

static const struct {
	char name[9];
	uint16_t c;
} entities[] = {
#define SCLS_ENTITY(name, c) { name, c },
#include "base/entities.def"
#undef SCLS_ENTITY
};

/* What numbers from 0x80 on mean, which old editors wrote for the characters of
 * windows-1252, and browsers read so; 0: themselves. */
static const uint16_t windows[32] = {
	0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
	0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
	0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
	0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
};

static int is_character(uint32_t c)
{
	return c == '\t' || c == '\n' || c == '\r'
	       || (c >= 0x20 && c < 0xD800)
	       || (c >= 0xE000 && c < 0xFFFE)
	       || (c >= 0x10000 && c < 0x110000);
}

/* Not 0 where a digit of the base stands at data[at]. */
static int is_digit(const char *data, size_t size, size_t at, int base)
{
	return at < size && scls_ascii_digit(data[at], base) >= 0;
}

/* Behind "&": the base of the number whose digits begin at data[*at], to where
 * it moves; 0 where there are none. */
static int begin_number(const char *data, size_t size, size_t *at)
{
	size_t from = *at + 1;
	int base = 10;

	if (*at == size || data[*at] != '#')
		return 0;
	if (from < size && (data[from] | 32) == 'x') {
		base = 16;
		from++;
	}
	if (!is_digit(data, size, from, base))
		return 0;
	*at = from;
	return base;
}

/* The code point of the number at data[*at], 0 where it is none; *at moves
 * behind it. */
static uint32_t char_ref(const char *data, size_t size, size_t *at, int base)
{
	uint32_t c = 0;

	for (; is_digit(data, size, *at, base); ++*at)
		if (c < 0x110000)
			c = c * (uint32_t)base
			    + (uint32_t)scls_ascii_digit(data[*at], base);
	if (*at < size && data[*at] == ';')
		++*at;
	if (c - 0x80u < 32u && windows[c - 0x80u] != 0)
		return windows[c - 0x80u];
	return is_character(c) ? c : 0;
}

/* The code point of an entity's name, 0 where it has none. */
static uint32_t entity_of(const char *name)
{
	size_t low = 0, high = sizeof(entities) / sizeof(entities[0]);

	while (low < high) {
		size_t mid = (low + high) / 2;
		int order = strcmp(name, entities[mid].name);

		if (order == 0)
			return entities[mid].c;
		if (order < 0)
			high = mid;
		else
			low = mid + 1;
	}
	return 0;
}

/* Of Latin-1 and older: these the standard reads without their ";", too. */
static int is_old(uint32_t c)
{
	return c != 0 && c <= 0xFF && c != '\'' && c != '%';
}

/* Without its ";" and in text, the longest old name that n letters begin with,
 * as in "&nbspWord"; *at moves behind it. */
static uint32_t old_prefix(char *name, size_t n, size_t *at)
{
	for (; n > 1; n--) {
		uint32_t c;

		name[n] = '\0';
		c = entity_of(name);
		if (is_old(c)) {
			*at += n;
			return c;
		}
	}
	return 0;
}

/* Behind "&": the code point of the name at data, 0 where it has none. */
static uint32_t entity_ref(const char *data, size_t size, size_t *at,
                           int in_text)
{
	char name[MAX_ENTITY + 1];
	size_t n = 0, i = *at;
	uint32_t c;

	while (i < size && n < MAX_ENTITY
	       && (scls_ascii_is_letter(data[i])
	           || scls_ascii_is_digit(data[i])))
		name[n++] = data[i++];
	name[n] = '\0';
	c = entity_of(name);
	if (i < size && data[i] == ';') {
		*at = c ? i + 1 : *at;
		if (c != 0 || !in_text)
			return c;
	}
	if (in_text)
		return old_prefix(name, n, at);
	if (!is_old(c) || (i < size && data[i] == '='))
		return 0;
	*at = i;
	return c;
}

static uint32_t next_code(const char *data, size_t size, size_t *at,
                          int in_text)
{
	uint32_t c;
	int base;

	++*at;
	base = begin_number(data, size, at);
	if (base != 0)
		return char_ref(data, size, at, base);
	c = entity_ref(data, size, at, in_text);
	return c ? c : '&';
}

uint32_t scls_reference_next(const char *data, size_t size, size_t *at)
{
	return next_code(data, size, at, 0);
}

static size_t put(uint32_t c, char out[4])
{
	return c ? scls_utf8_put(c, out) : 0;
}

size_t scls_reference(const char *data, size_t size, size_t *at, char out[4])
{
	return put(next_code(data, size, at, 1), out);
}

/* No reference is shorter than what it stands for. */
size_t scls_references(scls_span text, char *out)
{
	size_t at = 0, n = 0;

	while (at < text.size) {
		char c[4];
		size_t size;

		if (text.data[at] != '&') {
			out[n++] = text.data[at++];
			continue;
		}
		size = put(scls_reference_next(text.data, text.size, &at), c);
		memcpy(out + n, c, size);
		n += size;
	}
	return n;
}
