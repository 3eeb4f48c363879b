/* explain_parts.c - what text and HTML both tell; see explain.h. */
#include "explain/explain.h"

#include <stdlib.h>
#include <string.h>

#define EVIDENCE 512 /* weight from which a reason's evidence is shown */

static int heavier(const void *a, const void *b)
{
	int32_t x = ((const spamcls_reason *)a)->weight;
	int32_t y = ((const spamcls_reason *)b)->weight;

	return abs(x) != abs(y) ? (abs(x) < abs(y)) - (abs(x) > abs(y))
	                        : (x < y) - (x > y);
}

spamcls_reason *explain_sorted(const spamcls_reason *reasons, size_t n)
{
	spamcls_reason *sorted = calloc(n + 1, sizeof(*sorted));

	if (sorted && n > 0) {
		memcpy(sorted, reasons, n * sizeof(*sorted));
		qsort(sorted, n, sizeof(*sorted), heavier);
	}
	return sorted;
}

spamcls_reason *explain_reasons(const explain_line *line, size_t *n)
{
	const spamcls_explanation *e = line->found;
	spamcls_reason *all = calloc(e->n_reasons + 1, sizeof(*all));
	spamcls_reason *last;

	*n = e->n_reasons;
	if (!all)
		return NULL;
	if (*n > 0)
		memcpy(all, e->reasons, *n * sizeof(*all));
	if (line->context > 0) {
		last = &all[(*n)++];
		last->name = "list.context";
		last->weight = line->context;
		last->message_en = "its list adds this";
		last->message_zh = "所在列表加分";
	}
	qsort(all, *n, sizeof(*all), heavier);
	return all;
}

const spamcls_slot *explain_slot(const spamcls_explanation *e, uint32_t at)
{
	for (size_t i = 0; i < e->n_slots; i++)
		if (e->slots[i].begin <= at && at < e->slots[i].end)
			return &e->slots[i];
	return NULL;
}

int explain_is_evidence(const spamcls_explanation *e, uint32_t at)
{
	for (size_t i = 0; i < e->n_reasons; i++)
		if (e->reasons[i].weight >= EVIDENCE
		    && e->reasons[i].begin <= at && at < e->reasons[i].end)
			return 1;
	return 0;
}

/* The slot of the class whose name, size bytes, stands in braces. */
static const spamcls_slot *slot_named(const spamcls_explanation *e,
                                      const char *name, size_t size)
{
	for (size_t i = 0; i < e->n_slots; i++)
		if (strlen(e->slots[i].name) == size
		    && memcmp(e->slots[i].name, name, size) == 0)
			return &e->slots[i];
	return NULL;
}

void explain_pattern(const spamcls_explanation *e, const explain_words *words)
{
	const char *at = e->skeleton, *end = at + e->skeleton_size;

	while (at < end) {
		const char *close = *at == '{' ? memchr(at, '}',
		                                        (size_t)(end - at))
		                               : NULL;
		const spamcls_slot *slot = close ? slot_named(
		        e, at + 1, (size_t)(close - at - 1)) : NULL;
		const char *next = memchr(at + 1, '{', (size_t)(end - at - 1));

		if (slot) {
			words->slot(slot);
			at = close + 1;
			continue;
		}
		if (!next)
			next = end;
		words->text(at, (size_t)(next - at));
		at = next;
	}
}

const char *explain_percent(float probability, char *buffer)
{
	double p = 100.0 * (double)probability;

	if (p >= 99.95)
		return strcpy(buffer, ">99.9%");
	if (!(p >= 0.05))
		return strcpy(buffer, "<0.1%");
	snprintf(buffer, EXPLAIN_PERCENT, "%.1f%%", p);
	return buffer;
}

const char *explain_role_zh(spamcls_role role)
{
	static const char *const names[] = {
		"其他", "标题", "小标题", "正文", "参考资料", "链接列表",
		"列表标题", "导航", "评论", "页脚", "隐藏"
	};

	return names[role];
}

spamcls_segment explain_stretch(const spamcls_result *r, size_t *i)
{
	spamcls_segment all = r->segments[(*i)++];

	for (; *i < r->n_segments && r->segments[*i].role == all.role; (*i)++)
		all.end = r->segments[*i].end;
	return all;
}
