/*
 * rollup.h - one site's counts and its sample of marked links; and the sketch
 * that holds all of them.
 */
#ifndef SCLS_MINE_ROLLUP_H
#define SCLS_MINE_ROLLUP_H

#include "mine/forms.h"
#include "mine/sketch.h"

/* What is counted of a site, in the order of the file. */
enum { SCLS_PAGES, SCLS_SUSPECT, SCLS_FARM, SCLS_UNREADABLE, SCLS_LINKS,
       SCLS_MARKED, SCLS_COUNTS };

/* Of the sites of a scope one in 2^level is kept. */
#define SCLS_LEVEL_MOST 63u

/* One link of a sample; the links of the smallest hashes are kept. */
typedef struct scls_sampled {
	uint64_t hash;   /* of its page's id and its place there */
	scls_form *form; /* held */
} scls_sampled;

/* One site. */
typedef struct scls_rollup {
	scls_node node;      /* its hash decides whether it stays */
	uint64_t count[SCLS_COUNTS]; /* as in spamcls_site */
	scls_sampled *sample;/* by hash, then by form; no two the same */
	size_t n_sample, room_sample;
	uint16_t name_size;
	uint8_t scope;       /* spamcls_scope */
	char name[];         /* ends with NUL */
} scls_rollup;

/* All sites of all scopes.  One thread at a time. */
struct spamcls_sketch {
	spamcls_allocator allocator;
	uint32_t sites, sample;           /* limits, none of them 0 */
	uint32_t n_of[SPAMCLS_SCOPES];    /* sites that are kept */
	uint8_t level[SPAMCLS_SCOPES];    /* 1 of 2^level sites is kept */
	int spoiled;                      /* memory ran out amid a change */
	scls_table rollups, forms;        /* which own their nodes */
	unsigned char *bytes;             /* lent out */
	size_t n_bytes;
	spamcls_site *report;             /* lent out */
	size_t n_report;
};

/* Links that the sample of this scope may hold. */
uint32_t scls_sample_most(const spamcls_sketch *sketch, unsigned scope);

/* Not 0 where a site of this hash is kept. */
int scls_rollup_stays(const spamcls_sketch *sketch, unsigned scope,
                      uint64_t hash);

/* By which a site of that scope and name stays or goes. */
uint64_t scls_rollup_hash(unsigned scope, scls_span name);

/*
 * The site of that name, made where it is not there.  Returns SPAMCLS_OK or
 * SPAMCLS_E_NOMEM.
 */
SCLS_MUST_USE scls_status scls_rollup_get(spamcls_sketch *sketch,
                                          unsigned scope, scls_span name,
                                          scls_rollup **rollup);

/* Below 0, 0, above 0: by scope, then by name. */
int scls_rollup_compare(const scls_rollup *a, const scls_rollup *b);

/* Adds counts; one that would not fit stays at the most there is. */
void scls_rollup_count(scls_rollup *rollup,
                       const uint64_t count[SCLS_COUNTS]);

/* Puts one link into the sample, if it belongs there.  Returns SPAMCLS_OK or
 * SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status scls_rollup_sample(spamcls_sketch *sketch,
                                             scls_rollup *rollup,
                                             uint64_t hash,
                                             const spamcls_marked *link);

/* Takes out sites beyond the level and links beyond the sample's limit. */
void scls_rollups_trim(spamcls_sketch *sketch);

/* Raises levels until no scope has more sites than the limit. */
void scls_rollups_fit(spamcls_sketch *sketch);

/* Takes out all sites. */
void scls_rollups_free(spamcls_sketch *sketch);

#endif
