/* db.c - see db.h. */
#include "engine/db.h"

#include "base/hash.h"
#include "base/nat.h"
#include "engine/builtin.h"
#include "engine/tricks.h"

#include <string.h>

/* Thresholds where there is no model, and rules alone make a score. */
#define LIKELY_BY_RULES (3 * SCLS_NAT)
#define CERTAIN_BY_RULES (5 * SCLS_NAT)

/* The parts of one kind, gathered for the room that reads them. */
typedef struct gathered {
	scls_lexicon_text *lexicon;
	scls_pack *packs;
	const spamcls_part *model;
	const struct scls_builtin *packed; /* the lexicon, else NULL */
	int own_model;                     /* the model is the built-in one */
	int own_rules;                     /* and so are the packs */
	size_t n_lexicon, n_packs, room;
} gathered;

static int has_kind(const spamcls_part *parts, size_t n,
                    spamcls_part_kind kind)
{
	for (size_t i = 0; i < n; i++)
		if (parts[i].kind == kind)
			return 1;
	return 0;
}

static void gather_one(gathered *g, const spamcls_part *part)
{
	scls_span text = { part->data, part->size };
	const char *name = part->name ? part->name : "";

	switch (part->kind) {
	case SPAMCLS_PART_LEXICON:
		g->lexicon[g->n_lexicon].name = name;
		g->lexicon[g->n_lexicon++].text = scls_span_past_bom(text);
		break;
	case SPAMCLS_PART_RULES:
		g->packs[g->n_packs].name = name;
		g->packs[g->n_packs++].text = text;
		break;
	case SPAMCLS_PART_MODEL:
		g->model = part;
		break;
	default:
		break;
	}
}

/* What is built in stands in for a kind of which there is no part. */
static void gather_builtin(gathered *g, const struct scls_builtin *one,
                           const spamcls_part *parts, size_t n,
                           spamcls_part *model)
{
	spamcls_part part = { (spamcls_part_kind)one->kind, one->name,
		              one->data, one->size };

	if (one->kind == SCLS_BUILTIN_LEXICON) {
		if (!has_kind(parts, n, SPAMCLS_PART_LEXICON))
			g->packed = one;
		return;
	}
	if (has_kind(parts, n, part.kind))
		return;
	if (part.kind == SPAMCLS_PART_MODEL) {
		*model = part;
		g->own_model = 1;
	}
	g->own_rules |= part.kind == SPAMCLS_PART_RULES;
	gather_one(g, part.kind == SPAMCLS_PART_MODEL ? model : &part);
}

static scls_status gather(gathered *g, const spamcls_allocator *allocator,
                          const spamcls_part *parts, size_t n,
                          spamcls_part *builtin)
{
	memset(g, 0, sizeof(*g));
	g->room = n + scls_n_builtins + 1;
	g->lexicon = scls_alloc_zero(allocator, g->room, sizeof(*g->lexicon));
	g->packs = scls_alloc_zero(allocator, g->room, sizeof(*g->packs));
	if (!g->lexicon || !g->packs)
		return SPAMCLS_E_NOMEM;
	for (size_t i = 0; i < n; i++)
		gather_one(g, &parts[i]);
	for (size_t i = 0; i < scls_n_builtins; i++)
		gather_builtin(g, &scls_builtins[i], parts, n, builtin);
	return SPAMCLS_OK;
}

static void gathered_free(gathered *g, const spamcls_allocator *allocator)
{
	scls_free(allocator, g->lexicon, g->room * sizeof(*g->lexicon));
	scls_free(allocator, g->packs, g->room * sizeof(*g->packs));
}

uint64_t scls_db_terms(const spamcls_db *db)
{
	return scls_hash_mix(scls_lexicon_hash(db->lexicon)
	                     ^ scls_ruleset_hash(db->rules));
}

static void make_id(spamcls_db *db)
{
	static const char hex[] = "0123456789abcdef";
	uint64_t hash = scls_db_terms(db);

	hash = scls_hash_mix(hash ^ (db->has_model ? db->model.checksum : 0));
	for (int i = 0; i < 16; i++)
		db->id[i] = hex[hash >> (60 - 4 * i) & 15];
}

static scls_status open_lexicon(spamcls_db *db, const gathered *g,
                                spamcls_error *error)
{
	if (g->packed)
		return scls_lexicon_map(&db->lexicon, g->packed->data,
		                        g->packed->size, &db->allocator);
	return scls_lexicon_new(&db->lexicon, g->lexicon, g->n_lexicon,
	                        &db->allocator, error);
}

/* Who has test lines run wants patterns checked, too. */
static scls_status open_rules(spamcls_db *db, const gathered *g,
                              const spamcls_db_options *options,
                              spamcls_error *error)
{
	int known = g->own_rules && !options->run_rule_tests;

	return (known ? scls_ruleset_known : scls_ruleset_new)(
		&db->rules, g->packs, g->n_packs, &db->allocator, error);
}

static scls_status open_model(spamcls_db *db, const gathered *g,
                              spamcls_error *error)
{
	const spamcls_part *m = g->model;

	if (g->own_model)
		return scls_model_map(&db->model, m->data, m->size, m->name,
		                      &db->allocator, error);
	return scls_model_open(&db->model, m->data, m->size, m->name,
	                       &db->allocator, error);
}

static scls_status compile(spamcls_db *db, const gathered *g,
                           const spamcls_db_options *options,
                           spamcls_error *error)
{
	SCLS_TRY(open_lexicon(db, g, error));
	SCLS_TRY(open_rules(db, g, options, error));
	if (g->model && !options->without_model) {
		SCLS_TRY(open_model(db, g, error));
		db->has_model = 1;
	} else {
		db->model.likely = LIKELY_BY_RULES;
		db->model.certain = CERTAIN_BY_RULES;
	}
	SCLS_TRY(scls_phrases_new(&db->phrases, &db->allocator));
	db->tricks.all.fewer = SCLS_FILTER_FEW;
	scls_tricks_filter(&db->tricks);
	db->glances = options->glance && db->model.glance.weights
	              && db->model.glance.terms == scls_db_terms(db);
	make_id(db);
	return SPAMCLS_OK;
}

scls_status scls_db_open(spamcls_db **out, const spamcls_part *parts, size_t n,
                         const spamcls_db_options *options,
                         spamcls_error *error)
{
	spamcls_allocator allocator = scls_alloc_of(options->allocator);
	spamcls_db *db = scls_alloc_zero(&allocator, 1, sizeof(*db));
	spamcls_part builtin;
	scls_status status;
	gathered g;

	if (!db)
		return SPAMCLS_E_NOMEM;
	db->allocator = allocator;
	status = gather(&g, &allocator, parts, n, &builtin);
	if (status == SPAMCLS_OK)
		status = compile(db, &g, options, error);
	gathered_free(&g, &allocator);
	if (status == SPAMCLS_OK && options->run_rule_tests)
		status = scls_db_run_tests(db, error);
	if (status != SPAMCLS_OK) {
		scls_db_free(db);
		return status;
	}
	*out = db;
	return SPAMCLS_OK;
}

void scls_db_free(spamcls_db *db)
{
	spamcls_allocator allocator;

	if (!db)
		return;
	allocator = db->allocator;
	scls_ruleset_free(db->rules);
	scls_lexicon_free(db->lexicon);
	scls_phrases_free(db->phrases, &allocator);
	scls_model_free(&db->model, &allocator);
	scls_free(&allocator, db->model_bytes, db->model_size);
	scls_free(&allocator, db, sizeof(*db));
}

static uint32_t used_weights(const spamcls_db *db)
{
	return db->has_model ? scls_buckets_used(db->model.buckets,
	                                         db->model.mask) : 0;
}

void scls_db_describe(const spamcls_db *db, spamcls_db_info *info)
{
	memset(info, 0, sizeof(*info));
	memcpy(info->id, db->id, sizeof(info->id));
	info->terms = scls_lexicon_terms(db->lexicon);
	info->rules = scls_ruleset_size(db->rules);
	info->weights = used_weights(db);
	info->likely = db->model.likely;
	info->certain = db->model.certain;
}
