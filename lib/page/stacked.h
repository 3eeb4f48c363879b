/*
 * stacked.h - elements that are open, the innermost last, and which of them a
 * tag ends: the scan (nest.h), which counts how deep a page is, and the stack
 * (stack.h) ask the same.
 */
#ifndef SCLS_PAGE_STACKED_H
#define SCLS_PAGE_STACKED_H

#include "page/element.h"
#include "page/tag_rule.h"

/* The scls_tag_hash of a name, and what is known of it. */
typedef struct scls_stacked {
	uint64_t name;
	const scls_tag_rule *rule;
} scls_stacked;

/* Whether it is one of h1 to h6. */
static inline int scls_stacked_is_heading(scls_stacked tag)
{
	return tag.rule->element >= SCLS_E_H1
	       && tag.rule->element <= SCLS_E_H6;
}

/* Not 0 where the end tag is that of the open element; a heading ends with the
 * end tag of any: <h2>...</h3>. */
static inline int scls_stacked_is_end(scls_stacked open, scls_stacked tag)
{
	return open.name == tag.name
	       || (scls_stacked_is_heading(open)
	           && scls_stacked_is_heading(tag));
}

/* The place, 1 and up, of the element among n open ones that the end tag means;
 * 0 where it means none, or a stronger element stands between. */
static inline uint32_t scls_stacked_find(const scls_stacked *open, uint32_t n,
                                         scls_stacked tag)
{
	for (; n > 0; n--) {
		if (scls_stacked_is_end(open[n - 1], tag))
			return n;
		if (open[n - 1].rule->strength > tag.rule->strength)
			return 0;
	}
	return 0;
}

/* How far a start tag looks: a page of nothing but tags is not to be searched
 * once for each. */
#define SCLS_LEFT_OPEN 8u

/* Whether the start tag ends an element in which others, inline and of no
 * meaning here, were left open: <p><font>...<p>. */
static inline int scls_stacked_ends_over(const scls_stacked *open, uint32_t n,
                                         const scls_tag_rule *start)
{
	uint32_t i = n;

	while (i > 0 && n - i < SCLS_LEFT_OPEN
	       && open[i - 1].rule->element <= SCLS_E_OWN)
		i--;
	return i > 0 && scls_tag_closes(open[i - 1].rule, start);
}

/* Elements that end tags may be compared with in vain, on one page: an honest
 * one's seldom are, but a deep page of nothing but stray end tags would take a
 * quarter of a minute. */
#define SCLS_VAIN_MOST (1u << 27)

/* As scls_stacked_find; *vain counts what the page has compared in vain.  Once
 * that is too much, an end tag looks no farther than a start tag. */
static inline uint32_t scls_stacked_search(const scls_stacked *open, uint32_t n,
                                           scls_stacked tag, uint32_t *vain)
{
	uint32_t far = *vain >= SCLS_VAIN_MOST && n > SCLS_LEFT_OPEN
	               ? n - SCLS_LEFT_OPEN : 0;
	uint32_t at = scls_stacked_find(open + far, n - far, tag);

	if (at > 0)
		return far + at;
	*vain += *vain < SCLS_VAIN_MOST ? n : 0;
	return 0;
}

/* How many of n elements stay open where the start tag stands. */
static inline uint32_t scls_stacked_stay(const scls_stacked *open, uint32_t n,
                                         const scls_tag_rule *start)
{
	if (start->number == 0)
		return n;
	while (n > 0 && (scls_tag_closes(open[n - 1].rule, start)
	                 || scls_stacked_ends_over(open, n, start)))
		n--;
	return n;
}

#endif
