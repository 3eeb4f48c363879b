/*
 * site_name.h - the site's or section's name around each link of a list.
 *
 * Many sites put their name behind every title, as in <title> ("Bridge opens |
 * Harbour Daily"), or a section's before it ("[Notices] ..."). It says nothing
 * of the headline; read with it, an honest list has the same words in every
 * line, as a template has.
 */
#ifndef SCLS_SEGMENT_SITE_NAME_H
#define SCLS_SEGMENT_SITE_NAME_H

#include "segment/split.h"

/*
 * Cuts such names from the lists' items, which are spans of text: where four
 * of five items of a list, and four at least, have at one end what others have
 * there, too. All have the same name; or, in brackets or behind a bar, each
 * that of its section, which two have at least, one section for five items and
 * two more at most. So are labels and sections that are glued to a headline
 * (glued.h), and words behind a blank (same_word.h). An item of which no
 * headline would be left stays whole.
 * Returns SPAMCLS_OK, or SPAMCLS_E_NOMEM with the items as they were.
 */
SCLS_MUST_USE scls_status scls_cut_site_names(scls_arena *arena,
                                              const char *text,
                                              const scls_list *lists,
                                              uint32_t n_lists,
                                              scls_item *items);

#endif
