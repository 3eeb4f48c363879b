/* records.c - see records.h. */
#include "segment/html/records.h"

#include "segment/html/cards.h"

/* So many links behind such a heading show what comes again with each. */
#define RECORDS_LEAST 2u

static void settle_heading(scls_records *r, uint32_t heading, uint8_t *is_body)
{
	uint32_t first = scls_records_next(r, heading, SCLS_NO_BLOCK);

	scls_records_find(r, first);
	if (r->n < RECORDS_LEAST)
		return;
	scls_records_bound(r, heading + 1);
	if (r->begin != heading + 1)
		return;
	scls_records_count(r);
	scls_records_take_out(r, is_body);
	scls_records_forget(r);
}

scls_status scls_records_settle(const scls_view *view, uint8_t *is_body)
{
	scls_records r;

	SCLS_TRY(scls_records_begin(&r, view));
	for (uint32_t i = 0; i < view->n; i++)
		if (view->draft->lines[i].phrase == SCLS_PHRASE_LIST)
			settle_heading(&r, i, is_body);
	scls_cards_settle(&r, is_body);
	return SPAMCLS_OK;
}
