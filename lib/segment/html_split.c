/* html_split.c - roles and lists of an HTML page; see parts.h. */
#include "segment/parts.h"

scls_status scls_split_html(scls_draft *draft)
{
	(void)draft;
	return SPAMCLS_OK;
}
