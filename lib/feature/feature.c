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

/* A sum of n-grams speaks for a template or against it: a text for each. */
static const struct {
	const char *name;
	const char *en, *zh;
	const char *en_against, *zh_against;
} groups[SCLS_GROUP_COUNT] = {
	{ "wording", "wording of farm headlines", "农场标题惯用字词",
	  "wording of ordinary headlines", "普通标题常用字词" },
	{ "word_part", "pieces of farm words", "农场惯用词片段",
	  "pieces of ordinary words", "普通用词片段" },
	{ "frame", "frame of a template around its slots", "模板框架与槽位",
	  "words around the slots as ordinary headlines have them",
	  "槽位前后的文字与普通标题相似" },
	{ "slot_order", "order of the slots as in templates",
	  "槽位次序如模板",
	  "order of the slots as in ordinary headlines",
	  "槽位次序如普通标题" },
	{ "slot_pair", "kinds of slots that stand together in templates",
	  "槽位搭配如模板",
	  "kinds of slots that stand together in ordinary headlines",
	  "槽位搭配如普通标题" },
	{ "outline", "outline of a template", "模板轮廓",
	  "outline of an ordinary headline", "普通标题的轮廓" },
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

const char *scls_group_text_en(unsigned group, int32_t weight)
{
	if (group >= SCLS_GROUP_COUNT)
		return NULL;
	return weight < 0 ? groups[group].en_against : groups[group].en;
}

const char *scls_group_text_zh(unsigned group, int32_t weight)
{
	if (group >= SCLS_GROUP_COUNT)
		return NULL;
	return weight < 0 ? groups[group].zh_against : groups[group].zh;
}

uint64_t scls_feature_list_hash(void)
{
	uint64_t hash = scls_hash_mix(SCLS_HASH_SEED + SCLS_GRAMS_VERSION);

	for (uint32_t i = 0; i < SCLS_F_COUNT; i++)
		hash = scls_hash_bytes(hash, named[i].name,
		                       strlen(named[i].name) + 1);
	return hash;
}
