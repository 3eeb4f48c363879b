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

/*
 * A hash of all names in order: a model records it, and is refused by a
 * library with another list.
 */
uint64_t scls_feature_list_hash(void);

#endif
