/* tag_rule.c - see tag_rule.h. */
#include "page/tag_rule.h"

#include "base/ascii.h"
#include "page/element.h"

#define PLACES 512u /* a power of two, and more than twice the names */
#define WEAK 100u   /* the strength of most elements */

struct scls_tag_table {
	spamcls_allocator allocator;
	scls_tag_rule tags[PLACES]; /* name 0: a free place */
	uint8_t numbers;
};

static const struct {
	const char *open;   /* an element ... */
	const char *starts; /* ... and the start tags that end it */
} closing[] = {
#define SCLS_CLOSES(open, starts) { open, starts },
#include "page/closes.def"
#undef SCLS_CLOSES
};

/* A name apart from the others by one thing. */
typedef struct special {
	const char *name;
	uint8_t value;
} special;

static const special strengths[] = {
	{ "div", 150 }, { "td", 160 }, { "th", 160 }, { "tr", 170 },
	{ "thead", 180 }, { "tbody", 180 }, { "tfoot", 180 },
	{ "table", 190 }, { "head", 200 }, { "body", 200 }, { "html", 220 },
};

static const special places[] = {
	{ "base", SCLS_PLACE_HEAD }, { "link", SCLS_PLACE_HEAD },
	{ "meta", SCLS_PLACE_HEAD }, { "script", SCLS_PLACE_HEAD },
	{ "style", SCLS_PLACE_HEAD }, { "title", SCLS_PLACE_HEAD },
	{ "frame", SCLS_PLACE_FRAMES }, { "frameset", SCLS_PLACE_FRAMES },
	{ "noframes", SCLS_PLACE_FRAMES }, { "html", SCLS_PLACE_ROOT },
	{ "head", SCLS_PLACE_ROOT }, { "body", SCLS_PLACE_ROOT },
};

static const special kinds[] = {
	{ "a", SCLS_TAG_ALONE }, { "body", SCLS_TAG_ALONE },
	{ "colgroup", SCLS_TAG_ALONE }, { "dd", SCLS_TAG_ALONE },
	{ "dt", SCLS_TAG_ALONE }, { "head", SCLS_TAG_ALONE },
	{ "html", SCLS_TAG_ALONE }, { "li", SCLS_TAG_ALONE },
	{ "option", SCLS_TAG_ALONE }, { "optgroup", SCLS_TAG_ALONE },
	{ "p", SCLS_TAG_ALONE }, { "td", SCLS_TAG_ALONE },
	{ "tr", SCLS_TAG_ALONE }, { "th", SCLS_TAG_ALONE },
	{ "tbody", SCLS_TAG_ALONE }, { "thead", SCLS_TAG_ALONE },
	{ "tfoot", SCLS_TAG_ALONE }, { "br", SCLS_TAG_BREAK },
	{ "hr", SCLS_TAG_BREAK }, { "area", SCLS_TAG_VOID },
	{ "base", SCLS_TAG_EMPTY }, { "basefont", SCLS_TAG_VOID },
	{ "bgsound", SCLS_TAG_VOID }, { "col", SCLS_TAG_VOID },
	{ "embed", SCLS_TAG_BOX }, { "img", SCLS_TAG_VOID },
	{ "input", SCLS_TAG_BOX }, { "link", SCLS_TAG_VOID },
	{ "meta", SCLS_TAG_VOID }, { "param", SCLS_TAG_VOID },
	{ "source", SCLS_TAG_VOID }, { "spacer", SCLS_TAG_VOID },
	{ "track", SCLS_TAG_VOID }, { "wbr", SCLS_TAG_VOID },
	{ "audio", SCLS_TAG_SKIPPED }, { "canvas", SCLS_TAG_SKIPPED },
	{ "iframe", SCLS_TAG_SKIPPED }, { "math", SCLS_TAG_SKIPPED },
	{ "noembed", SCLS_TAG_SKIPPED }, { "object", SCLS_TAG_SKIPPED },
	{ "svg", SCLS_TAG_SKIPPED }, { "select", SCLS_TAG_SKIPPED },
	{ "template", SCLS_TAG_SKIPPED }, { "video", SCLS_TAG_SKIPPED },
	{ "script", SCLS_TAG_RAW }, { "style", SCLS_TAG_RAW },
	{ "title", SCLS_TAG_LITERAL }, { "textarea", SCLS_TAG_LITERAL },
	{ "xmp", SCLS_TAG_VERBATIM }, { "plaintext", SCLS_TAG_REST },
};

static const char *const empties[] = {
	"br", "hr", "base", "frame", "isindex"
};

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

uint64_t scls_tag_hash(const char *name, size_t size)
{
	uint64_t hash = SCLS_HASH_SEED;

	for (size_t i = 0; i < size; i++)
		hash = scls_tag_hash_add(hash, scls_ascii_lower(name[i]));
	return hash;
}

static scls_tag_rule *place_of(scls_tag_table *t, uint64_t name)
{
	size_t i = (size_t)(name >> 40) % PLACES;

	while (t->tags[i].name != 0 && t->tags[i].name != name)
		i = (i + 1) % PLACES;
	return &t->tags[i];
}

/* The name's entry, made where it has none. */
static scls_tag_rule *entry(scls_tag_table *t, const char *name, size_t size)
{
	uint64_t hash = scls_tag_hash(name, size);
	scls_tag_rule *tag = place_of(t, hash);

	if (tag->name == 0) {
		tag->name = hash;
		tag->strength = WEAK;
		tag->element = (uint8_t)scls_element_find(name, size);
	}
	return tag;
}

static scls_tag_rule *entry_of(scls_tag_table *t, const char *name)
{
	return entry(t, name, strlen(name));
}

static void add_start(scls_tag_table *t, scls_tag_rule *open, const char *name,
                      size_t size)
{
	scls_tag_rule *start = entry(t, name, size);

	if (start->number == 0)
		start->number = ++t->numbers;
	open->closed_by[start->number / 64]
		|= UINT64_C(1) << (start->number % 64);
}

static void add_closing(scls_tag_table *t, const char *open,
                        const char *starts)
{
	while (*starts) {
		size_t size = strcspn(starts, " ");

		add_start(t, entry_of(t, open), starts, size);
		starts += size + (starts[size] == ' ');
	}
}

static void fill(scls_tag_table *t)
{
	for (int e = SCLS_E_BOXES + 1; e < SCLS_E_COUNT; e++)
		entry_of(t, scls_element_of(e)->name);
	for (size_t i = 0; i < COUNT(closing); i++)
		add_closing(t, closing[i].open, closing[i].starts);
	for (size_t i = 0; i < COUNT(strengths); i++)
		entry_of(t, strengths[i].name)->strength = strengths[i].value;
	for (size_t i = 0; i < COUNT(places); i++)
		entry_of(t, places[i].name)->place = places[i].value;
	for (size_t i = 0; i < COUNT(kinds); i++) {
		entry_of(t, kinds[i].name)->kind = kinds[i].value;
		entry_of(t, kinds[i].name)->word = kinds[i].name;
	}
	for (size_t i = 0; i < COUNT(empties); i++)
		entry_of(t, empties[i])->empty = 1;
}

scls_status scls_tag_table_new(scls_tag_table **out,
                               const spamcls_allocator *allocator)
{
	scls_tag_table *t = scls_alloc_zero(allocator, 1, sizeof(*t));

	if (!t)
		return SPAMCLS_E_NOMEM;
	t->allocator = *allocator;
	fill(t);
	*out = t;
	return SPAMCLS_OK;
}

void scls_tag_table_free(scls_tag_table *t)
{
	spamcls_allocator allocator;

	if (!t)
		return;
	allocator = t->allocator;
	scls_free(&allocator, t, sizeof(*t));
}

const scls_tag_rule *scls_tag_find(const scls_tag_table *t, uint64_t name)
{
	static const scls_tag_rule other = { .element = SCLS_E_OWN,
		                             .strength = WEAK };
	size_t i = (size_t)(name >> 40) % PLACES;

	for (; t->tags[i].name != 0; i = (i + 1) % PLACES)
		if (t->tags[i].name == name)
			return &t->tags[i];
	return &other;
}
