/* feature.c - the registry of features; see feature.h. */
#include "feature/feature.h"

#include "base/hash.h"

#include <string.h>

static const struct {
	const char *name;
	const char *en;
	const char *zh;
} named[] = {
#define SCLS_FEATURE(id, name, en, zh) { name, en, zh },
#include "feature/features.def"
#undef SCLS_FEATURE
};

static const struct {
	const char *name;
	const char *en;
	const char *zh;
} groups[SCLS_GROUP_COUNT] = {
	{ "wording", "wording of farm headlines", "农场标题惯用字词" },
	{ "word_part", "pieces of farm words", "农场惯用词片段" },
	{ "frame", "frame of a template around its slots", "模板框架与槽位" },
	{ "slot_order", "order of the slots", "槽位排列次序" },
	{ "slot_pair", "kinds of slots that stand together", "槽位搭配" },
	{ "outline", "outline of a template", "模板轮廓" },
};

const char *scls_feature_name(uint32_t id)
{
	return id < SCLS_F_COUNT ? named[id].name : NULL;
}

const char *scls_feature_text_en(uint32_t id)
{
	return id < SCLS_F_COUNT ? named[id].en : NULL;
}

const char *scls_feature_text_zh(uint32_t id)
{
	return id < SCLS_F_COUNT ? named[id].zh : NULL;
}

const char *scls_group_name(unsigned group)
{
	return group < SCLS_GROUP_COUNT ? groups[group].name : NULL;
}

const char *scls_group_text_en(unsigned group)
{
	return group < SCLS_GROUP_COUNT ? groups[group].en : NULL;
}

const char *scls_group_text_zh(unsigned group)
{
	return group < SCLS_GROUP_COUNT ? groups[group].zh : NULL;
}

uint64_t scls_feature_list_hash(void)
{
	uint64_t hash = scls_hash_mix(SCLS_HASH_SEED + SCLS_GRAMS_VERSION);

	for (uint32_t i = 0; i < SCLS_F_COUNT; i++)
		hash = scls_hash_bytes(hash, named[i].name,
		                       strlen(named[i].name) + 1);
	return hash;
}
