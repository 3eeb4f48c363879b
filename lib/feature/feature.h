/*
 * feature.h - the features that headlines, lists and pages are judged by.
 *
 * A named feature has an id, a stable name and a sentence for a person, all
 * in features.def.  A hashed feature (an n-gram) has an id made from its
 * hash.  Features are all that passes from text to model.
 */
#ifndef SCLS_FEATURE_FEATURE_H
#define SCLS_FEATURE_FEATURE_H

#include "base/alloc.h"
#include <stdint.h>

/* Ids of the named features: SCLS_F_<NAME>, from 0. */
enum scls_feature_id {
#define SCLS_FEATURE(id, name, en, zh) SCLS_F_##id,
#include "feature/features.def"
#undef SCLS_FEATURE
	SCLS_F_COUNT
};

/* The stable name, "number.fall_over_100"; NULL past SCLS_F_COUNT. */
const char *scls_feature_name(uint32_t id);

/* What the feature means, for a person, in English and Chinese. */
const char *scls_feature_text_en(uint32_t id);
const char *scls_feature_text_zh(uint32_t id);

/* Counted up when the n-grams change: old models are no use then. */
#define SCLS_GRAMS_VERSION 7

/*
 * A hashed feature's id: the top bit, its group in bits 28 to 30, how many
 * tokens it has in bits 25 to 27, its hash in bits 0 to 24.
 */
#define SCLS_HASHED 0x80000000u
#define SCLS_HASH_BITS 25
#define SCLS_GROUP_SHIFT 28

/* What an n-gram is made of. */
enum scls_group {
	SCLS_GROUP_WORDING = 0, /* folded characters and words */
	SCLS_GROUP_PART = 1,    /* pieces of words of an alphabet */
	SCLS_GROUP_FRAME = 2,   /* the skeleton: characters and slots */
	SCLS_GROUP_ORDER = 3,   /* the order of the slots alone */
	SCLS_GROUP_PAIR = 4,    /* two classes that stand together */
	SCLS_GROUP_OUTLINE = 5, /* the skeleton with kinds for classes */
	SCLS_GROUP_COUNT
};

/* The upper bits of the hash count: those that a product mixes best. */
static inline uint32_t scls_feature_hashed(enum scls_group group,
                                           unsigned tokens, uint32_t hash)
{
	return SCLS_HASHED | (uint32_t)group << SCLS_GROUP_SHIFT
	       | tokens << SCLS_HASH_BITS
	       | hash >> (32 - SCLS_HASH_BITS);
}

/* The enum scls_group of a hashed feature. */
static inline unsigned scls_feature_group(uint32_t id)
{
	return id >> SCLS_GROUP_SHIFT & 7u;
}

/* Group and number of tokens together: less than 64. */
static inline unsigned scls_feature_kind(uint32_t id)
{
	return id >> SCLS_HASH_BITS & 63u;
}

/* The units that a feature stands on. */
typedef struct scls_evidence {
	uint16_t begin, end;
} scls_evidence;

/* The features of one thing, in order of discovery; a named one may stand
 * more than once and counts each time.  A score needs the ids alone. */
typedef struct scls_features {
	uint32_t *ids;
	scls_evidence *evidence; /* of each id; NULL where nobody asks */
	uint32_t n, room;
} scls_features;

/* Adds one; does nothing where the room is used up. */
static inline void scls_features_add(scls_features *features, uint32_t id,
                                     uint32_t begin, uint32_t end)
{
	if (features->n == features->room)
		return;
	if (features->evidence) {
		features->evidence[features->n].begin = (uint16_t)begin;
		features->evidence[features->n].end = (uint16_t)end;
	}
	features->ids[features->n++] = id;
}

/* "wording", "frame", ...; and for a person, by what its n-grams weigh. */
const char *scls_group_name(unsigned group);
const char *scls_group_text_en(unsigned group, int32_t weight);
const char *scls_group_text_zh(unsigned group, int32_t weight);

/*
 * A hash of all names in order and of the version of the n-grams: a model
 * records it, and is refused by a library with another list.
 */
uint64_t scls_feature_list_hash(void);

#endif
