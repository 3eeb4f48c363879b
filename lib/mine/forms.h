/*
 * forms.h - what a marked link is known by, family and skeleton, stored once
 * however many samples hold it.
 */
#ifndef SCLS_MINE_FORMS_H
#define SCLS_MINE_FORMS_H

#include "base/span.h"
#include "mine/table.h"

/* One pair of texts. */
typedef struct scls_form {
	scls_node node;         /* its hash is that of the text */
	uint32_t held;          /* by how many links of samples */
	uint32_t number;        /* while bytes are written */
	uint16_t family_size, skeleton_size; /* bytes, without the NUL */
	char text[];            /* family NUL skeleton NUL */
} scls_form;

/* The first of its texts, "" where there is none; it lasts as long as the
 * form. */
static inline const char *scls_form_family(const scls_form *form)
{
	return form->text;
}

/* The other one. */
static inline const char *scls_form_skeleton(const scls_form *form)
{
	return form->text + form->family_size + 1;
}

/*
 * The form of these two, no longer than the limits; held once more.  Returns
 * SPAMCLS_OK or SPAMCLS_E_NOMEM.
 */
SCLS_MUST_USE scls_status scls_form_hold(scls_table *forms,
                                         const spamcls_allocator *allocator,
                                         const spamcls_marked *text,
                                         scls_form **form);

/* Holds it once less; one that nobody holds goes. */
void scls_form_drop(scls_table *forms, const spamcls_allocator *allocator,
                    scls_form *form);

/* Below 0, 0, above 0: by family, then skeleton. */
int scls_form_compare(const scls_form *a, const scls_form *b);

#endif
