/*
 * builder_names.c - links whose text is only in an attribute: that of a
 * picture, of a tile with a background; see builder.h.
 *
 * Most pages with pictures have a link with text beside each, and the names of
 * pictures within a text are none of it.  So names come behind all that is
 * read, and only those of links that lead where none with text leads.
 */
#include "page/builder.h"

#include "base/hash.h"
#include "base/reference.h"
#include "base/tally.h"
#include "page/attribute.h"
#include "page/look.h"

#define NAMES_LEAST 5u   /* fewer are buttons and logos */
#define NAME_BYTES 24u   /* so are shorter ones */
#define INSIDE_TAGS 8u   /* tags that are looked at for a picture */
#define INSIDE_BYTES 4096u

void scls_builder_note_bare(scls_builder *b)
{
	scls_bare_link *bare;

	if (!b->link_tag)
		return;
	if (scls_grow(&b->allocator, (void **)&b->bare, &b->bare_room,
	              b->n_bare + 1, sizeof(*b->bare)) != SPAMCLS_OK) {
		b->status = SPAMCLS_E_NOMEM;
		return;
	}
	bare = &b->bare[b->n_bare++];
	bare->link = (uint32_t)b->n_links - 1;
	bare->tag = b->link_tag;
	bare->open = *scls_builder_innermost(b);
	bare->name = (scls_span){ NULL, 0 };
}

/* The attribute of that name, of a tag whose own name ends at `at`; *behind is
 * the tag's end. */
static scls_span attribute_of(const char *at, const char *end,
                              const char *name, const char **behind)
{
	const char *to = scls_look_tag_end(at, end);
	scls_attribute_scan s = { at, to - (to > at && to[-1] == '>'),
		                  { NULL, 0 }, { NULL, 0 } };

	*behind = to;
	while (scls_attribute_next(&s))
		if (scls_span_is_nocase(s.name, name))
			return scls_span_trim(s.value);
	return scls_span_of("");
}

/* What a picture inside the link is said to show. */
static scls_span picture_of(const char *at, const char *end)
{
	scls_span text = scls_span_of("");

	if ((size_t)(end - at) > INSIDE_BYTES)
		end = at + INSIDE_BYTES;
	for (uint32_t n = 0; n < INSIDE_TAGS && text.size == 0; n++) {
		scls_span name = { NULL, 0 };

		at = scls_look_for(at, end, '<');
		if (!at)
			break;
		name.data = ++at;
		while (at < end && (scls_is_of_name(*at) || *at == '/'))
			at++;
		name.size = (size_t)(at - name.data);
		if (scls_span_is_nocase(name, "a")
		    || scls_span_is_nocase(name, "/a"))
			break;
		if (!scls_span_is_nocase(name, "img"))
			continue;
		text = attribute_of(at, end, "alt", &at);
		if (text.size == 0)
			text = attribute_of(name.data + name.size, end, "title",
			                    &at);
	}
	return text;
}

/* In the order in which a reader without eyes is told. */
static scls_span name_of(const scls_builder *b, const char *tag)
{
	const char *inside;
	scls_span name = attribute_of(tag, b->source_end, "aria-label",
	                              &inside);

	if (name.size == 0)
		name = picture_of(inside, b->source_end);
	if (name.size == 0)
		name = attribute_of(tag, b->source_end, "title", &inside);
	return name;
}

/* A place of the page, a script's, or a picture, as those of a text have. */
static int leads_nowhere(scls_span href)
{
	static const char *const ends[] = {
		".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg",
	};

	if (href.size == 0 || href.data[0] == '#'
	    || (href.size > 11
	        && scls_span_is_nocase((scls_span){ href.data, 11 },
	                               "javascript:")))
		return 1;
	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
		if (scls_span_ends_with(href, ends[i]))
			return 1;
	return 0;
}

static uint64_t key_of(scls_span href)
{
	return scls_hash_text(href.data, href.size);
}

/* Up to the slash behind the host; empty where it has none. */
static scls_span site_of(scls_span href)
{
	const char *end = href.data + href.size;
	const char *at = scls_look_for(href.data, end, '/');

	if (!at || end - at < 2 || at[1] != '/')
		return (scls_span){ href.data, 0 };
	at = scls_look_for(at + 2, end, '/');
	return (scls_span){ href.data, at ? (size_t)(at - href.data)
	                                  : href.size };
}

/* Links of one list stand alike, and lead to one site. */
static uint64_t kind_of(const scls_builder *b, const scls_bare_link *bare)
{
	return key_of(site_of(b->links[bare->link].href)) ^ bare->open.path;
}

/* Where buttons and logos stand. */
#define APART (SCLS_IN_NAV | SCLS_IN_HEADER | SCLS_IN_FOOTER | SCLS_IN_FORM \
               | SCLS_IN_CHROME)

/* Keeps the links that have a name; returns how many. */
static size_t find_names(scls_builder *b)
{
	size_t n = 0;

	for (size_t i = 0; i < b->n_bare; i++) {
		scls_bare_link bare = b->bare[i];

		if ((bare.open.within & APART)
		    || leads_nowhere(b->links[bare.link].href))
			continue;
		bare.name = name_of(b, bare.tag);
		if (bare.name.size >= NAME_BYTES)
			b->bare[n++] = bare;
	}
	return n;
}

/* Of the n links keeps those that lead where no other leads. */
static size_t keep_alone(scls_builder *b, size_t n)
{
	scls_tally hrefs;
	size_t kept = 0;

	if (scls_tally_init(&hrefs, &b->hrefs, b->n_links) != SPAMCLS_OK) {
		b->status = SPAMCLS_E_NOMEM;
		return 0;
	}
	for (size_t i = 0; i < b->n_links; i++)
		if (b->links[i].begin < b->links[i].end)
			(void)scls_tally_add(&hrefs, key_of(b->links[i].href));
	for (size_t i = 0; i < n; i++) {
		uint32_t before = hrefs.distinct;

		(void)scls_tally_add(&hrefs,
		                     key_of(b->links[b->bare[i].link].href));
		if (hrefs.distinct > before)
			b->bare[kept++] = b->bare[i];
	}
	return kept;
}

/* Of the n links keeps those of which there are enough of one kind. */
static size_t keep_many(scls_builder *b, size_t n)
{
	scls_tally kinds;
	size_t kept = 0;

	if (scls_tally_init(&kinds, &b->hrefs, n) != SPAMCLS_OK) {
		b->status = SPAMCLS_E_NOMEM;
		return 0;
	}
	for (size_t i = 0; i < n; i++)
		b->bare[i].kind = scls_tally_add(&kinds,
		                                 kind_of(b, &b->bare[i]));
	for (size_t i = 0; i < n; i++)
		if (kinds.place[b->bare[i].kind].count >= NAMES_LEAST)
			b->bare[kept++] = b->bare[i];
	return kept;
}

/* A block that is all link, and stands as the link does. */
static void put_name(scls_builder *b, const scls_bare_link *bare)
{
	char *text = scls_arena_take(&b->hrefs, bare->name.size + 8);
	scls_page_link *link = scls_builder_next_link(
	        b, b->links[bare->link].href);

	if (!text || !link) {
		b->status = text ? b->status : SPAMCLS_E_NOMEM;
		return;
	}
	link->begin = link->end = UINT32_MAX;
	link->block = (uint32_t)b->n_blocks;
	b->n_links++;
	b->in_link = 1;
	b->link_from = (uint32_t)b->text_size;
	b->open[0] = bare->open;
	scls_builder_text(b, text, scls_references(bare->name, text));
	scls_builder_end_block(b);
	b->in_link = 0;
}

uint32_t scls_builder_put_names(scls_builder *b)
{
	size_t before = b->n_blocks, n = b->n_bare;

	if (n >= NAMES_LEAST)
		n = find_names(b);
	if (n >= NAMES_LEAST)
		n = keep_alone(b, n);
	if (n >= NAMES_LEAST)
		n = keep_many(b, n);
	if (n < NAMES_LEAST)
		return 0;
	b->depth = b->raw = 0;
	for (size_t i = 0; i < n && b->status == SPAMCLS_OK; i++)
		put_name(b, &b->bare[i]);
	return (uint32_t)(b->n_blocks - before);
}
