/* session.c - see session.h. */
#include "engine/session.h"

#include "base/limits.h"
#include "headline/measure.h"

/* 0 is the default; more than the most is the most. */
static uint32_t real(uint64_t given, uint32_t fallback, uint32_t most)
{
	if (given == 0)
		return fallback;
	return given < most ? (uint32_t)given : most;
}

static spamcls_limits limits_of(const spamcls_limits *given)
{
	static const spamcls_limits defaults = SPAMCLS_LIMITS_INIT;
	spamcls_limits l = given ? *given : defaults;

	l.input_bytes = real(l.input_bytes, SCLS_LIMIT_INPUT_BYTES,
	                     SCLS_MAX_INPUT_BYTES);
	l.text_bytes = real(l.text_bytes, SCLS_LIMIT_TEXT_BYTES,
	                    SCLS_MAX_TEXT_BYTES);
	l.blocks = real(l.blocks, SCLS_LIMIT_BLOCKS, UINT32_MAX);
	l.links = real(l.links, SCLS_LIMIT_LINKS, UINT32_MAX);
	l.depth = real(l.depth, SCLS_LIMIT_DEPTH, SCLS_MAX_DEPTH);
	l.headline = real(l.headline, SCLS_LIMIT_HEADLINE, SCLS_MAX_HEADLINE);
	l.regex_steps = real(l.regex_steps, SCLS_LIMIT_REGEX_STEPS,
	                     UINT32_MAX);
	l.body_bytes = real(l.body_bytes, SCLS_LIMIT_BODY_BYTES, UINT32_MAX);
	return l;
}

static size_t batch_weights(const spamcls_session *s)
{
	return (size_t)s->features.room + SCLS_BATCH_IDS + SCLS_WEIGHTS_BEHIND;
}

static scls_status make_features(spamcls_session *s)
{
	uint32_t room = SCLS_MEASURE_ROOM(s->limits.headline);
	uint32_t characters = s->limits.headline + 1;

	s->features.room = s->again.room = room;
	s->features.ids = scls_alloc_zero(&s->allocator, room + SCLS_BATCH_IDS,
	                                  sizeof(*s->features.ids));
	s->again.ids = scls_alloc_zero(&s->allocator, room,
	                               sizeof(*s->again.ids));
	s->again.evidence = scls_alloc_zero(&s->allocator, room,
	                                    sizeof(*s->again.evidence));
	s->keys = scls_alloc_zero(&s->allocator,
	                          characters + SCLS_SEQUENCE_BEHIND,
	                          sizeof(*s->keys));
	s->weights = scls_alloc_zero(&s->allocator, room + SCLS_SECOND_BEHIND,
	                             sizeof(*s->weights));
	s->batch.weights = scls_alloc_zero(&s->allocator, batch_weights(s),
	                                   sizeof(*s->batch.weights));
	if (!s->features.ids || !s->again.ids || !s->again.evidence
	    || !s->keys || !s->weights || !s->batch.weights)
		return SPAMCLS_E_NOMEM;
	return scls_likelihood_new(&s->likelihood, characters, &s->allocator);
}

static scls_status make_parts(spamcls_session *s)
{
	SCLS_TRY(scls_decoder_new(&s->decoder, &s->allocator));
	SCLS_TRY(scls_reader_new(&s->reader, &s->allocator));
	SCLS_TRY(scls_analyzer_new(&s->analyzer, s->db->lexicon,
	                           s->limits.headline, &s->allocator));
	SCLS_TRY(scls_matcher_new(&s->matcher, s->db->rules,
	                          s->limits.regex_steps));
	return make_features(s);
}

scls_status scls_session_new(spamcls_session **out, const spamcls_db *db,
                             const spamcls_limits *limits)
{
	spamcls_session *s = scls_alloc_zero(&db->allocator, 1, sizeof(*s));
	scls_status status;

	if (!s)
		return SPAMCLS_E_NOMEM;
	s->db = db;
	s->allocator = db->allocator;
	s->limits = limits_of(limits);
	atomic_flag_clear(&s->busy);
	scls_arena_init(&s->arena, &s->allocator);
	status = make_parts(s);
	if (status != SPAMCLS_OK) {
		scls_session_free(s);
		return status;
	}
	*out = s;
	return SPAMCLS_OK;
}

void scls_session_free(spamcls_session *s)
{
	spamcls_allocator allocator;

	if (!s)
		return;
	allocator = s->allocator;
	scls_decoder_free(s->decoder);
	scls_reader_free(s->reader);
	scls_analyzer_free(s->analyzer);
	scls_matcher_free(s->matcher);
	scls_free(&allocator, s->features.ids,
	          (s->features.room + SCLS_BATCH_IDS)
	                  * sizeof(*s->features.ids));
	scls_free(&allocator, s->again.ids,
	          s->again.room * sizeof(*s->again.ids));
	scls_free(&allocator, s->again.evidence,
	          s->again.room * sizeof(*s->again.evidence));
	scls_free(&allocator, s->keys,
	          (s->limits.headline + 1 + SCLS_SEQUENCE_BEHIND)
	                  * sizeof(*s->keys));
	scls_likelihood_free(&s->likelihood, s->limits.headline + 1,
	                     &allocator);
	scls_free(&allocator, s->weights,
	          (s->again.room + SCLS_SECOND_BEHIND) * sizeof(*s->weights));
	scls_free(&allocator, s->batch.weights,
	          batch_weights(s) * sizeof(*s->batch.weights));
	scls_arena_free(&s->arena);
	scls_free(&allocator, s, sizeof(*s));
}

int scls_session_enter(spamcls_session *session)
{
	return !atomic_flag_test_and_set_explicit(&session->busy,
	                                          memory_order_acquire);
}

void scls_session_leave(spamcls_session *session)
{
	atomic_flag_clear_explicit(&session->busy, memory_order_release);
}
