/* nest.c - see nest.h. */
#include "page/nest.h"

typedef struct known {
	const char *word;
	scls_tag_kind kind;
} known;

#define NESTS SCLS_TAG_NESTS
#define ALONE SCLS_TAG_ALONE
#define BREAK SCLS_TAG_BREAK
#define VOID SCLS_TAG_VOID
#define SKIPPED SCLS_TAG_SKIPPED

static const known names_a[] = {
	{ "a", ALONE }, { "area", VOID }, { "audio", SKIPPED }, { NULL, 0 }
};
static const known names_b[] = {
	{ "br", BREAK }, { "body", ALONE }, { "base", VOID }, { NULL, 0 }
};
static const known names_c[] = {
	{ "canvas", SKIPPED }, { "col", VOID }, { "colgroup", ALONE },
	{ NULL, 0 }
};
static const known names_d[] = {
	{ "dd", ALONE }, { "dt", ALONE }, { NULL, 0 }
};
static const known names_e[] = { { "embed", VOID }, { NULL, 0 } };
static const known names_h[] = {
	{ "hr", BREAK }, { "head", ALONE }, { "html", ALONE }, { NULL, 0 }
};
static const known names_i[] = {
	{ "img", VOID }, { "input", VOID }, { "iframe", SKIPPED },
	{ NULL, 0 }
};
static const known names_l[] = {
	{ "li", ALONE }, { "link", VOID }, { NULL, 0 }
};
static const known names_m[] = {
	{ "meta", VOID }, { "math", SKIPPED }, { NULL, 0 }
};
static const known names_n[] = {
	{ "noembed", SKIPPED }, { "noframes", SKIPPED }, { NULL, 0 }
};
static const known names_o[] = {
	{ "object", SKIPPED }, { "option", ALONE }, { "optgroup", ALONE },
	{ NULL, 0 }
};
static const known names_p[] = {
	{ "p", ALONE }, { "param", VOID }, { NULL, 0 }
};
static const known names_s[] = {
	{ "script", SCLS_TAG_RAW }, { "style", SCLS_TAG_RAW },
	{ "svg", SKIPPED }, { "select", SKIPPED }, { "source", VOID },
	{ NULL, 0 }
};
static const known names_t[] = {
	{ "td", ALONE }, { "tr", ALONE }, { "th", ALONE },
	{ "tbody", ALONE }, { "thead", ALONE }, { "tfoot", ALONE },
	{ "template", SKIPPED }, { "track", VOID }, { NULL, 0 }
};
static const known names_v[] = { { "video", SKIPPED }, { NULL, 0 } };
static const known names_w[] = { { "wbr", VOID }, { NULL, 0 } };
static const known none[] = { { NULL, 0 } };

static const known *const by_letter[26] = {
	names_a, names_b, names_c, names_d, names_e, none, none, names_h,
	names_i, none, none, names_l, names_m, names_n, names_o, names_p,
	none, none, names_s, names_t, none, names_v, names_w, none, none, none
};

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static int is_name(char c)
{
	return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9');
}

static int is_word(const char *data, size_t size, const char *word)
{
	size_t i = 0;

	while (i < size && word[i] == lower(data[i]))
		i++;
	return i == size && word[i] == '\0';
}

scls_tag_name scls_tag_name_at(const char *data, const char *end)
{
	scls_tag_name name = { NULL, 0, 0, NESTS };
	const known *k = by_letter[(unsigned)(lower(*data) - 'a') % 26];

	while (data + name.size < end && is_name(data[name.size])) {
		if (name.size < 8)
			name.key = name.key << 8
			           | (unsigned char)lower(data[name.size]);
		name.size++;
	}
	for (; k->word; k++)
		if (is_word(data, name.size, k->word)) {
			name.word = k->word;
			name.kind = k->kind;
			break;
		}
	return name;
}

int scls_nest_open(scls_nest *nest, const scls_tag_name *name)
{
	if (name->kind == BREAK)
		return 1;
	if (name->kind == ALONE) {
		/* In a stack that is bounded these close one another. */
		nest->alone++;
		return 1;
	}
	if (nest->n < nest->max) {
		nest->open[nest->n++] = name->key;
		return 1;
	}
	nest->over++;
	nest->too_deep = 1;
	return 0;
}

/* Inline end tags do not close blocks, nor anything a table: as stack.c has
 * it, so that the two stay alike. */
static int is_stronger(uint64_t open, uint64_t closing)
{
	static const uint64_t div = 0x646976, table = 0x7461626C65;

	if (open == table)
		return closing != table;
	return open == div && closing != div && closing != table;
}

int scls_nest_close(scls_nest *nest, const scls_tag_name *name)
{
	if (name->kind == BREAK)
		return 1;
	if (name->kind == ALONE) {
		if (nest->alone == 0)
			return 0;
		nest->alone--;
		return 1;
	}
	if (nest->over > 0) {
		nest->over--;
		return 0;
	}
	for (uint32_t i = nest->n; i-- > 0;) {
		if (nest->open[i] == name->key) {
			nest->n = i;
			return 1;
		}
		if (is_stronger(nest->open[i], name->key))
			return 0;
	}
	return 0;
}
