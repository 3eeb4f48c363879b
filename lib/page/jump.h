/*
 * jump.h - menus whose choices are addresses.
 *
 * What is chosen in a form is no text of the page.  But old pages, and those
 * that want to look short, put their links into a select: a script goes where
 * the choice says.
 */
#ifndef SCLS_PAGE_JUMP_H
#define SCLS_PAGE_JUMP_H

#include "base/span.h"

/* Where an option with these attributes leads: its value, or an address beside
 * it (data-url, data-href); empty where that is none. */
scls_span scls_option_address(scls_span all);

/* Not 0 where the options of a select lead elsewhere: one of the first few,
 * which begin at `at`; the first of all may only say what to do. */
int scls_options_lead(const char *at, const char *end);

#endif
