/*
 * events.h - what a tokenizer tells the block builder: three calls, so that
 * one tokenizer can take another's place.
 */
#ifndef SCLS_PAGE_EVENTS_H
#define SCLS_PAGE_EVENTS_H

#include "base/span.h"

/* Makes a page of what it is told; see builder.h. */
typedef struct scls_builder scls_builder;

/* The attributes of one element that matter; unset ones are empty.  The
 * class must stay where it is until the page is finished. */
typedef struct scls_attributes {
	scls_span class_name, id, style, href, role, itemprop;
	const char *name_end; /* behind the element's name, where a tag has
	                    one */
	int hidden;      /* the hidden attribute stands there */
} scls_attributes;

/* An element begins; element is one of element.h. */
void scls_builder_open(scls_builder *builder, int element,
                       const scls_attributes *attributes);

/* An element ends; unbalanced ends are allowed. */
void scls_builder_close(scls_builder *builder, int element);

/* Text, entities decoded, valid UTF-8; may come in pieces. */
void scls_builder_text(scls_builder *builder, const char *data, size_t size);

#endif
