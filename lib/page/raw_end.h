/* raw_end.h - where what is no markup ends: comments, scripts, raw text. */
#ifndef SCLS_PAGE_RAW_END_H
#define SCLS_PAGE_RAW_END_H

/* Behind "-->"; the end where it is never closed.  Three bytes before at can
 * be read. */
const char *scls_comment_end(const char *at, const char *end);

/* Where the end tag of name begins, or end. */
const char *scls_end_tag(const char *at, const char *end, const char *name);

/*
 * The same of a script.  It may hold "<!--", and inside that another "<script":
 * then the next end tag closes the inner one (the double escaped state of the
 * standard).
 */
const char *scls_script_end(const char *at, const char *end);

#endif
