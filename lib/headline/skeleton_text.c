/* skeleton_text.c - a skeleton as a person reads it; see headline.h. */
#include "headline/headline.h"

#include "base/utf8.h"

#define SYMBOL_MOST 16 /* bytes of a symbol, written out */

#define SCLS_CLASS(name, kind, en, zh) \
	_Static_assert(sizeof("{" #name "}") - 1 <= SYMBOL_MOST, "room");
#include "headline/classes.def"
#undef SCLS_CLASS

static const char *name_of(uint32_t c)
{
	return c >= SCLS_SYMBOL ? scls_class_name(c - SCLS_SYMBOL) : NULL;
}

static size_t put(uint32_t c, char *out)
{
	const char *name = name_of(c);
	size_t size;

	if (!name)
		return scls_utf8_put(c, out);
	size = strlen(name);
	out[0] = '{';
	memcpy(out + 1, name, size);
	out[size + 1] = '}';
	return size + 2;
}

const char *scls_skeleton_text(const scls_headline *headline,
                               scls_arena *arena, uint32_t *size)
{
	char symbol[SYMBOL_MOST], *text;
	size_t n = 0;

	for (uint32_t i = 0; i < headline->n_skeleton; i++)
		n += put(headline->skeleton[i], symbol);
	text = scls_arena_take(arena, n + 1);
	if (!text)
		return NULL;
	n = 0;
	for (uint32_t i = 0; i < headline->n_skeleton; i++)
		n += put(headline->skeleton[i], text + n);
	text[n] = '\0';
	*size = (uint32_t)n;
	return text;
}
