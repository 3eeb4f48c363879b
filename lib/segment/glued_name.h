/*
 * glued_name.h - a source's or a writer's name at the end of a link with
 * nothing before it: «…江城晚报», «…田中一郎», "...reopensAnn Whitlow".
 */
#ifndef SCLS_SEGMENT_GLUED_NAME_H
#define SCLS_SEGMENT_GLUED_NAME_H

#include "base/span.h"

/*
 * What may be the end of a name that is glued to the line; empty where there is
 * none, or no headline would be left.  Of a paper's it is the word that such
 * names end in («晚报») and a character before; a writer's begins with a
 * surname, or ends in what reporters are called in Korean; in ASCII a capital
 * behind a small letter begins one.  A headline may end so: it is a name if
 * others of its list have it.
 */
scls_span scls_glued_name(scls_span line);

/* What is before a name in all lines of a list that have it tells, too. */
typedef enum scls_glued_kind {
	SCLS_GLUED_SOURCE, /* it is the front of the name */
	SCLS_GLUED_WRITER, /* characters: it is none, but part of the lines */
	SCLS_GLUED_WORDS   /* back to a blank: none ("YouTube") */
} scls_glued_kind;

/* Which of them a name is that scls_glued_name found. */
scls_glued_kind scls_glued_kind_of(scls_span name);

#endif
