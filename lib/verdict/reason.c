/* reason.c - names and texts of the page's reasons; see verdict.h. */
#include "verdict/verdict.h"

static const struct {
	const char *name;
	const char *en;
	const char *zh;
} reasons[] = {
#define SCLS_REASON(id, name, en, zh) { name, en, zh },
#include "verdict/reasons.def"
#undef SCLS_REASON
};

const char *scls_reason_name(uint32_t id)
{
	return id < SCLS_V_COUNT ? reasons[id].name : "?";
}

static const struct {
	int sign;  /* 0: the reason has no such text */
	const char *en;
	const char *zh;
} absences[SCLS_V_COUNT] = {
#define SCLS_ABSENCE(id, sign, en, zh) [SCLS_V_##id] = { sign, en, zh },
#include "verdict/absences.def"
#undef SCLS_ABSENCE
};

/* Not 0 where a weight of reason id says that the evidence is missing. */
static int is_absence(uint32_t id, int32_t weight)
{
	return weight < 0 ? absences[id].sign < 0
	                  : weight > 0 && absences[id].sign > 0;
}

const char *scls_reason_text_en(uint32_t id, int32_t weight)
{
	if (id >= SCLS_V_COUNT)
		return "?";
	return is_absence(id, weight) ? absences[id].en : reasons[id].en;
}

const char *scls_reason_text_zh(uint32_t id, int32_t weight)
{
	if (id >= SCLS_V_COUNT)
		return "?";
	return is_absence(id, weight) ? absences[id].zh : reasons[id].zh;
}
