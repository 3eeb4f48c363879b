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

const char *scls_reason_text_en(uint32_t id)
{
	return id < SCLS_V_COUNT ? reasons[id].en : "?";
}

const char *scls_reason_text_zh(uint32_t id)
{
	return id < SCLS_V_COUNT ? reasons[id].zh : "?";
}
