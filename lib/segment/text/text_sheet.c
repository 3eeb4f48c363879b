/* text_sheet.c - see text_sheet.h. */
#include "segment/text/text_sheet.h"

static scls_status take_room(scls_sheet *sheet, const scls_draft *draft,
                             scls_block **blocks)
{
	size_t n = (size_t)draft->page->n_blocks + 1;

	*blocks = scls_arena_take_array(draft->arena, n, sizeof(**blocks));
	sheet->draft.lines = scls_arena_take_array(
	        draft->arena, n, sizeof(*sheet->draft.lines));
	sheet->draft.roles = scls_arena_take_array(draft->arena, n, 1);
	sheet->line_of = scls_arena_take_array(draft->arena, n,
	                                       sizeof(*sheet->line_of));
	return *blocks == NULL || sheet->draft.lines == NULL
	       || sheet->draft.roles == NULL || sheet->line_of == NULL
	       ? SPAMCLS_E_NOMEM : SPAMCLS_OK;
}

scls_status scls_sheet_begin(scls_sheet *sheet, const scls_draft *draft)
{
	scls_block *blocks;
	uint32_t n = 0;

	sheet->draft = *draft;
	sheet->page = *draft->page;
	SCLS_TRY(take_room(sheet, draft, &blocks));
	for (uint32_t i = 0; i < draft->page->n_blocks; i++) {
		if (draft->notes[i])
			continue;
		blocks[n] = draft->page->blocks[i];
		sheet->draft.lines[n] = draft->lines[i];
		sheet->draft.roles[n] = draft->roles[i];
		sheet->line_of[n++] = i;
	}
	sheet->page.blocks = blocks;
	sheet->page.n_blocks = n;
	sheet->draft.page = &sheet->page;
	return SPAMCLS_OK;
}

scls_run scls_sheet_run(const scls_sheet *sheet, const scls_draft *draft,
                        scls_run run)
{
	uint32_t n = draft->page->n_blocks;
	scls_run whole = { n, n };

	if (run.begin >= run.end)
		return whole;
	whole.begin = sheet->line_of[run.begin];
	whole.end = sheet->line_of[run.end - 1] + 1;
	while (whole.end < n && draft->notes[whole.end])
		whole.end++;
	return whole;
}
