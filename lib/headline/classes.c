/* classes.c - names of the slot classes; see headline.h and classes.def. */
#include "headline/headline.h"

static const char *const names[] = {
#define SCLS_CLASS(name, kind, en, zh) #name,
#include "headline/classes.def"
#undef SCLS_CLASS
};

static const char *const texts[][2] = {
#define SCLS_CLASS(name, kind, en, zh) { en, zh },
#include "headline/classes.def"
#undef SCLS_CLASS
};

const uint8_t scls_class_kinds[SCLS_CLASS_COUNT] = {
#define SCLS_CLASS(name, kind, en, zh) SCLS_KIND_##kind,
#include "headline/classes.def"
#undef SCLS_CLASS
};

int scls_class_is_trade(unsigned cls)
{
	return cls == SCLS_CLASS_APP || cls == SCLS_CLASS_ADULT
	       || cls == SCLS_CLASS_GAMBLE || cls == SCLS_CLASS_VPN;
}

const char *scls_class_name(unsigned c)
{
	return c < SCLS_CLASS_COUNT ? names[c] : NULL;
}

const char *scls_class_text(unsigned c, int chinese)
{
	return c < SCLS_CLASS_COUNT ? texts[c][chinese != 0] : NULL;
}

int scls_class_by_name(scls_span name)
{
	for (unsigned c = 0; c < SCLS_CLASS_COUNT; c++)
		if (scls_span_equal(name, scls_span_of(names[c])))
			return (int)c;
	return -1;
}
