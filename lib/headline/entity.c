/* entity.c - see entity.h. */
#include "headline/entity.h"

#include "base/ascii.h"

static const struct {
	const char *name;
	uint32_t c;
} names[] = {
	{ "amp;", '&' }, { "lt;", '<' }, { "gt;", '>' }, { "quot;", '"' },
	{ "apos;", '\'' }, { "nbsp;", ' ' }, { "middot;", U'·' },
	{ "ldquo;", '"' }, { "rdquo;", '"' }, { "lsquo;", '\'' },
	{ "rsquo;", '\'' }, { "hellip;", U'…' }, { "mdash;", '-' },
	{ "ndash;", '-' }, { "copy;", U'©' }, { "reg;", U'®' },
	{ "raquo;", U'»' }, { "laquo;", U'«' }, { "zwnj;", 0x200C },
	{ "zwj;", 0x200D }, { "shy;", 0xAD }, { "permil;", U'‰' },
	{ "percnt;", '%' }, { "yen;", U'¥' }, { "times;", U'×' },
};

/* The number at text.data[at]; 0 where it is none or no code point. */
static uint32_t number(scls_span text, size_t *at)
{
	int base = 10;
	uint32_t c = 0;
	size_t i = *at, start;

	if (i < text.size && (text.data[i] | 32) == 'x') {
		base = 16;
		i++;
	}
	for (start = i; i < text.size && i - start < 7; i++) {
		int digit = scls_ascii_digit(text.data[i], base);

		if (digit < 0)
			break;
		c = c * (uint32_t)base + (uint32_t)digit;
	}
	if (i == start || i == text.size || text.data[i] != ';')
		return 0;
	if (c > 0x10FFFF || (c >= 0xD800 && c < 0xE000))
		return 0;
	*at = i + 1;
	return c;
}

static uint32_t named(scls_span text, size_t *at)
{
	for (size_t k = 0; k < sizeof(names) / sizeof(names[0]); k++) {
		size_t size = strlen(names[k].name);

		if (text.size - *at >= size
		    && !memcmp(text.data + *at, names[k].name, size)) {
			*at += size;
			return names[k].c;
		}
	}
	return 0;
}

uint32_t scls_entity_next(scls_span text, size_t *at)
{
	size_t i = *at + 1;
	uint32_t c = 0;

	if (i < text.size && text.data[i] == '#') {
		i++;
		c = number(text, &i);
	} else if (i < text.size) {
		c = named(text, &i);
	}
	if (c == 0) {
		(*at)++;
		return '&';
	}
	*at = i;
	return c;
}
