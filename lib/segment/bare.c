/* bare.c - which of many lines are asked; see bare.h. */
#include "segment/bare.h"

/* The line of n that is asked as number k.  What stands between headlines comes
 * again line by line or every third: equal steps may hit nothing else. */
static uint64_t line_asked(uint32_t k, uint32_t n)
{
	static const uint8_t aside[SCLS_BARE_ASKED] = {
		0, 0, 1, 0, 2, 2, 0, 1
	};

	return n <= SCLS_BARE_ASKED ? k
	       : (uint64_t)k * n / SCLS_BARE_ASKED + aside[k];
}

void scls_ask(scls_split *split, uint32_t k, uint32_t n, scls_span text)
{
	if (split->n_asked < SCLS_BARE_ASKED
	    && k >= line_asked(split->n_asked, n))
		split->asked[split->n_asked++] = text;
}
