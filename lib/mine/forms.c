/* forms.c - see forms.h. */
#include "mine/forms.h"

#include "base/hash.h"

static size_t size_of(const scls_form *form)
{
	return sizeof(*form) + form->family_size + form->skeleton_size + 2u;
}

static uint64_t hash_of(const spamcls_marked *text)
{
	uint64_t hash = scls_hash_bytes(SCLS_HASH_SEED, text->family.data,
	                                text->family.size);

	hash = scls_hash_bytes(hash, "", 1);
	return scls_hash_mix(scls_hash_bytes(hash, text->skeleton.data,
	                                     text->skeleton.size));
}

static int is_text(const scls_node *node, const void *what)
{
	const scls_form *form = (const scls_form *)node;
	const spamcls_marked *text = what;
	scls_span family = { scls_form_family(form), form->family_size };
	scls_span skeleton = { scls_form_skeleton(form),
		               form->skeleton_size };

	return scls_span_equal(family, text->family)
	       && scls_span_equal(skeleton, text->skeleton);
}

static void set_text(scls_form *form, const spamcls_marked *text)
{
	char *at = form->text;

	form->family_size = (uint16_t)text->family.size;
	form->skeleton_size = (uint16_t)text->skeleton.size;
	if (text->family.size > 0)
		memcpy(at, text->family.data, text->family.size);
	at += text->family.size;
	*at++ = '\0';
	if (text->skeleton.size > 0)
		memcpy(at, text->skeleton.data, text->skeleton.size);
	at[text->skeleton.size] = '\0';
}

static scls_status make(scls_table *forms, const spamcls_allocator *a,
                        const spamcls_marked *text, scls_form **out)
{
	scls_form *form;

	SCLS_TRY(scls_table_room(forms, a));
	form = scls_alloc(a, sizeof(*form) + text->family.size
	                     + text->skeleton.size + 2);
	if (!form)
		return SPAMCLS_E_NOMEM;
	form->node.hash = hash_of(text);
	form->held = form->number = 0;
	set_text(form, text);
	scls_table_put(forms, &form->node);
	*out = form;
	return SPAMCLS_OK;
}

scls_status scls_form_hold(scls_table *forms, const spamcls_allocator *a,
                           const spamcls_marked *text, scls_form **form)
{
	uint64_t hash = hash_of(text);
	scls_form *found = (scls_form *)scls_table_find(forms, hash, is_text,
	                                                text);

	if (!found)
		SCLS_TRY(make(forms, a, text, &found));
	found->held++;
	*form = found;
	return SPAMCLS_OK;
}

void scls_form_drop(scls_table *forms, const spamcls_allocator *a,
                    scls_form *form)
{
	if (--form->held > 0)
		return;
	scls_table_take(forms, &form->node);
	scls_free(a, form, size_of(form));
}

int scls_form_compare(const scls_form *a, const scls_form *b)
{
	int order = strcmp(scls_form_family(a), scls_form_family(b));

	return order ? order
	             : strcmp(scls_form_skeleton(a), scls_form_skeleton(b));
}
