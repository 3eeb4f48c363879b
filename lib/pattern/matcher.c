/*
 * matcher.c - the rules run on one headline; see ruleset.h.
 *
 * The prefilter only leaves out patterns that cannot fit, so the hits are
 * those of all rules run one by one.
 */
#include "pattern/set.h"

#include "base/bits.h"
#include "base/limits.h"
#include "pattern/meta.h"

struct scls_matcher {
	const scls_ruleset *set;
	scls_regex_scratch scratch;
	int prefilter;
	size_t n_hit;        /* of hit that are not 0 */
	uint64_t *seen;      /* literals of the folded headline */
	uint64_t *seen_skeleton;
	uint64_t classes;    /* whose symbols stand in the skeleton; all where
	                        nothing of it was seen */
	scls_hit *hits;      /* by rule, then packed */
	uint8_t *hit;        /* by rule */
	size_t size;         /* of this block, arrays included */
};

/* One block for the struct and its arrays: nothing to unwind. */
scls_status scls_matcher_new(scls_matcher **out, const scls_ruleset *set,
                             uint32_t regex_steps)
{
	size_t words = 2 * (size_t)set->n_words * sizeof(uint64_t);
	size_t size = sizeof(scls_matcher) + words
	              + (set->n_rules + 1) * (sizeof(scls_hit) + 1);
	scls_matcher *m = scls_alloc_zero(&set->allocator, 1, size);
	scls_status status;

	if (!m)
		return SPAMCLS_E_NOMEM;
	m->set = set;
	m->size = size;
	m->prefilter = 1;
	m->seen = (uint64_t *)(m + 1);
	m->seen_skeleton = m->seen + set->n_words;
	m->hits = (scls_hit *)(m->seen_skeleton + set->n_words);
	m->hit = (uint8_t *)(m->hits + set->n_rules + 1);
	status = scls_regex_scratch_init(&m->scratch, set->memory,
	                                 regex_steps ? regex_steps
	                                             : SCLS_LIMIT_REGEX_STEPS);
	if (status == SPAMCLS_OK)
		*out = m;
	else
		scls_free(&set->allocator, m, size);
	return status;
}

void scls_matcher_free(scls_matcher *matcher)
{
	if (!matcher)
		return;
	scls_regex_scratch_free(&matcher->scratch);
	scls_free(&matcher->set->allocator, matcher, matcher->size);
}

void scls_matcher_prefilter(scls_matcher *matcher, int on)
{
	matcher->prefilter = on;
}

/* Turns a place in the skeleton into one in the units. */
static uint32_t to_unit(const scls_headline *h, uint32_t at)
{
	return at < h->n_skeleton ? h->skeleton_unit[at] : h->n_units;
}

/* A pattern that only looks around speaks of the whole headline. */
static void keep_hit(scls_matcher *m, const scls_headline *h, uint32_t rule,
                     uint32_t begin, uint32_t end)
{
	if (m->set->rules[rule].kind == SCLS_RULE_SKELETON) {
		begin = to_unit(h, begin);
		end = to_unit(h, end);
	}
	if (begin == end) {
		begin = 0;
		end = h->n_units;
	}
	m->hits[rule].rule = rule;
	m->hits[rule].begin = (uint16_t)begin;
	m->hits[rule].end = (uint16_t)end;
	m->hit[rule] = 1;
	m->n_hit++;
}

static scls_status run_rule(scls_matcher *m, const scls_headline *h,
                            uint32_t index, uint32_t *flags)
{
	scls_rule *rule = &m->set->rules[index];
	int skeleton = rule->kind == SCLS_RULE_SKELETON;
	uint32_t begin = 0, end = 0;

	if (skeleton && m->prefilter && (rule->classes & ~m->classes) != 0)
		return SPAMCLS_OK;
	switch (scls_regex_run(rule, &m->scratch,
	                       skeleton ? h->skeleton : h->units,
	                       skeleton ? h->n_skeleton : h->n_units,
	                       &begin, &end)) {
	case SCLS_REGEX_HIT: keep_hit(m, h, index, begin, end); break;
	case SCLS_REGEX_STOPPED: *flags |= SPAMCLS_FLAG_REGEX_LIMIT; break;
	case SCLS_REGEX_NOMEM: return SPAMCLS_E_NOMEM;
	case SCLS_REGEX_MISS: break;
	}
	return SPAMCLS_OK;
}

static uint64_t classes_of(const scls_headline *h)
{
	uint64_t classes = 0;

	for (uint32_t i = 0; i < h->n_skeleton; i++) {
		uint32_t cls = h->skeleton[i] - SCLS_SYMBOL;

		classes |= (uint64_t)(cls < SCLS_CLASS_COUNT) << (cls & 63);
	}
	return classes;
}

/* Literals that stand in it, and where rules on its skeleton may run, which
 * slots do. */
static void look_for_literals(scls_matcher *m, const scls_headline *h)
{
	const scls_ruleset *set = m->set;
	uint64_t any = 0;

	memset(m->seen, 0, 2 * set->n_words * sizeof(*m->seen));
	scls_automaton_run(set->automaton, h->units, h->n_units, m->seen);
	scls_automaton_run(set->for_skeleton, h->skeleton, h->n_skeleton,
	                   m->seen_skeleton);
	for (uint32_t w = 0; w < set->n_words; w++)
		any |= m->seen_skeleton[w];
	m->classes = any != 0 ? classes_of(h) : UINT64_MAX;
}

/* The patterns of word w of the bit sets that have to run. */
static uint64_t candidates(const scls_matcher *m, uint32_t w)
{
	const scls_ruleset *set = m->set;

	if (!m->prefilter)
		return set->on_headline[w] | set->on_skeleton[w];
	return set->always[w] | (m->seen[w] & set->on_headline[w])
	       | (m->seen_skeleton[w] & set->on_skeleton[w]);
}

static scls_status run_patterns(scls_matcher *m, const scls_headline *h,
                                uint32_t *flags)
{
	if (m->prefilter)
		look_for_literals(m, h);
	for (uint32_t w = 0; w < m->set->n_words; w++)
		for (uint64_t left = candidates(m, w); left != 0;
		     left &= left - 1)
			SCLS_TRY(run_rule(m, h, w * 64 + scls_lowest_bit(left),
			                  flags));
	return SPAMCLS_OK;
}

static void run_metas(scls_matcher *m)
{
	const scls_ruleset *set = m->set;

	if (m->n_hit == 0 && !set->idle)
		return;
	for (uint32_t i = 0; i < set->n_metas; i++) {
		uint32_t rule = set->metas[i];

		if (scls_meta_value(&set->rules[rule], m->hit) == 0)
			continue;
		m->hits[rule].rule = rule;
		m->hits[rule].begin = m->hits[rule].end = 0;
		m->hit[rule] = 1;
		m->n_hit++;
	}
}

/* Moves the hits to the front, in the order of the rules. */
static size_t pack_hits(scls_matcher *m)
{
	size_t n = 0;

	for (size_t i = 0; n < m->n_hit; i++)
		if (m->hit[i])
			m->hits[n++] = m->hits[i];
	return n;
}

scls_status scls_match(scls_matcher *m, const scls_headline *headline,
                       const scls_hit **hits, size_t *n, uint32_t *flags)
{
	uint32_t reached = 0;

	if (m->n_hit > 0)
		memset(m->hit, 0, m->set->n_rules);
	m->n_hit = 0;
	SCLS_TRY(run_patterns(m, headline, &reached));
	run_metas(m);
	*n = pack_hits(m);
	*hits = m->hits;
	*flags |= reached;
	return SPAMCLS_OK;
}
