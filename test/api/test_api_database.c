/* test_api_database.c - databases from memory, good and broken. */
#include "api_training.h"

#include <stdio.h>

static spamcls_status open_part(spamcls_part_kind kind, const void *data,
                                size_t size, spamcls_error *error)
{
	spamcls_part part = { kind, "the part", data, size };
	spamcls_db *db = NULL;
	spamcls_status status;

	memset(error, 0, sizeof(*error));
	status = spamcls_db_open_memory(&db, &part, 1, NULL, error);
	ck_assert_int_eq(status == SPAMCLS_OK, db != NULL);
	ck_assert_int_eq(error->status, status);
	spamcls_db_free(db);
	return status;
}

START_TEST(builtin)
{
	spamcls_db_options options = SPAMCLS_DB_OPTIONS_INIT;
	spamcls_db_info info = SPAMCLS_DB_INFO_INIT;
	spamcls_error error = { .status = SPAMCLS_OK };
	spamcls_db *db = NULL;

	options.run_rule_tests = 1;
	ck_assert_msg(spamcls_db_open_error(&db, NULL, &options, &error)
	              == SPAMCLS_OK, "%s:%u: %s", error.file,
	              (unsigned)error.line, error.message);
	ck_assert_int_eq(spamcls_db_get_info(db, &info), SPAMCLS_OK);
	ck_assert_uint_eq(strlen(info.id), 16);
	ck_assert_uint_gt(info.terms, 0);
	ck_assert_int_lt(info.likely, info.certain);
	spamcls_db_free(db);
}
END_TEST

START_TEST(info_of_an_older_caller)
{
	spamcls_db *db = api_db();
	spamcls_db_info info;

	memset(&info, 0x55, sizeof(info));
	info.size = offsetof(spamcls_db_info, terms);
	ck_assert_int_eq(spamcls_db_get_info(db, &info), SPAMCLS_OK);
	ck_assert_uint_eq(strlen(info.id), 16);
	ck_assert_uint_eq(info.terms, 0x55555555u);
	spamcls_db_free(db);
}
END_TEST

START_TEST(broken_rule_pack)
{
	static const char pack[] = "# a pack\n\nheadline ODD /(unclosed/\n";
	spamcls_error error;

	ck_assert_int_eq(open_part(SPAMCLS_PART_RULES, pack, sizeof(pack) - 1,
	                           &error), SPAMCLS_E_SYNTAX);
	ck_assert_uint_eq(error.line, 3);
	ck_assert_uint_gt(error.column, 0);
	ck_assert_str_eq(error.file, "the part");
	ck_assert_uint_gt(strlen(error.message), 0);
}
END_TEST

START_TEST(unknown_directive)
{
	static const char pack[] = "\n\nnonsense ODD /a/\n";
	spamcls_error error;

	ck_assert_int_eq(open_part(SPAMCLS_PART_RULES, pack, sizeof(pack) - 1,
	                           &error), SPAMCLS_E_SYNTAX);
	ck_assert_uint_eq(error.line, 3);
}
END_TEST

/* A rule's own test lines count only where they are asked for. */
START_TEST(rule_tests)
{
	static const char *const packs[] = {
		"headline ODD /boat/\ntest ODD ok boat\ntest ODD fail boats\n",
		"headline ODD /boat/\ntest ODD fail bus\ntest ODD ok ship\n",
	};
	static const char *const why[] = { "hits", "misses" };
	spamcls_db_options options = SPAMCLS_DB_OPTIONS_INIT;

	for (int i = 0; i < 2; i++) {
		spamcls_part part = { SPAMCLS_PART_RULES, "odd.rules",
			              packs[i], strlen(packs[i]) };
		spamcls_error error = { .status = SPAMCLS_OK };
		spamcls_db *db = NULL;

		options.run_rule_tests = 1;
		ck_assert_int_eq(spamcls_db_open_memory(
		        &db, &part, 1, &options, &error),
		                 SPAMCLS_E_RULE_TEST);
		ck_assert_ptr_null(db);
		ck_assert_str_eq(error.file, "odd.rules");
		ck_assert_uint_eq(error.line, 3);
		ck_assert_ptr_nonnull(strstr(error.message, why[i]));
		options.run_rule_tests = 0;
		ck_assert_int_eq(spamcls_db_open_memory(
		        &db, &part, 1, &options, &error), SPAMCLS_OK);
		spamcls_db_free(db);
	}
}
END_TEST

START_TEST(other_parts)
{
	spamcls_error error;

	ck_assert_int_eq(open_part(SPAMCLS_PART_RULES, "", 0, &error),
	                 SPAMCLS_OK);
	ck_assert_int_eq(open_part(SPAMCLS_PART_LEXICON, "\n[no-such-class]\n",
	                           17, &error), SPAMCLS_E_SYNTAX);
	ck_assert_uint_eq(error.line, 2);
	ck_assert_int_eq(open_part(SPAMCLS_PART_MODEL, "", 0, &error),
	                 SPAMCLS_E_FORMAT);
	ck_assert_int_eq(open_part(SPAMCLS_PART_MODEL, farm_page,
	                           sizeof(farm_page), &error),
	                 SPAMCLS_E_FORMAT);
}
END_TEST

/* Learns a small model; its bytes are the trainer's. */
static spamcls_trainer *learn(const spamcls_db *db, spamcls_part *model)
{
	spamcls_train_options options = SPAMCLS_TRAIN_OPTIONS_INIT;
	const spamcls_train_report *report;
	spamcls_trainer *trainer;

	options.bits = options.language_bits = 10;
	trainer = api_trainer(db, &options);
	for (int i = 0; i < 60; i++) {
		spamcls_row_use use = i % 5 ? SPAMCLS_ROW_TRAIN
		                            : SPAMCLS_ROW_HELD_OUT;
		const char *const *of = i % 2 ? api_garbage : api_honest;

		api_add(trainer, of[i / 2 % API_KINDS], i % 2, use);
	}
	report = api_run(trainer, model);
	ck_assert_uint_eq(report->rows + report->held_out, 60);
	ck_assert_uint_gt(report->weights, 0);
	return trainer;
}

START_TEST(learned_model)
{
	spamcls_db *db = api_db(), *own = NULL;
	spamcls_part model, again;
	spamcls_trainer *trainer = learn(db, &model);
	spamcls_trainer *second = learn(db, &again);
	spamcls_db_info info = SPAMCLS_DB_INFO_INIT;

	/* The same rows in the same order give the same bytes. */
	ck_assert_uint_eq(model.size, again.size);
	ck_assert_int_eq(memcmp(model.data, again.data, model.size), 0);
	model.name = NULL;
	ck_assert_int_eq(spamcls_db_open_memory(&own, &model, 1, NULL, NULL),
	                 SPAMCLS_OK);
	ck_assert_int_eq(spamcls_db_get_info(own, &info), SPAMCLS_OK);
	ck_assert_uint_gt(info.weights, 0);
	spamcls_db_free(own);
	spamcls_trainer_free(second);
	spamcls_trainer_free(trainer);
	spamcls_db_free(db);
}
END_TEST

/* A model must not open when any one of its bytes is another. */
START_TEST(damaged_model)
{
	spamcls_db *db = api_db();
	spamcls_part model;
	spamcls_trainer *trainer = learn(db, &model);
	size_t size = model.size;
	unsigned char *copy = malloc(size);
	spamcls_error error;

	for (size_t i = 0; i < size; i += i < 128 ? 1 : 97) {
		spamcls_status status;

		memcpy(copy, model.data, size);
		copy[i] ^= 0x41;
		status = open_part(SPAMCLS_PART_MODEL, copy, size, &error);
		ck_assert_msg(status == SPAMCLS_E_FORMAT
		              || status == SPAMCLS_E_VERSION,
		              "byte %zu: %s", i, spamcls_status_name(status));
	}
	for (size_t i = 0; i < size; i += 1 + i / 2)
		ck_assert_int_eq(open_part(SPAMCLS_PART_MODEL, model.data,
		                           i, &error), SPAMCLS_E_FORMAT);
	free(copy);
	spamcls_trainer_free(trainer);
	spamcls_db_free(db);
}
END_TEST

START_TEST(trainer_states)
{
	spamcls_db *db = api_db();
	spamcls_trainer *trainer = NULL;
	const spamcls_train_report *report;
	spamcls_row row = { .weight = 1 };
	spamcls_part learned;
	const void *model;
	size_t size;

	ck_assert_int_eq(spamcls_trainer_new(NULL, db, NULL), SPAMCLS_E_ARG);
	ck_assert_int_eq(spamcls_trainer_new(&trainer, db, NULL), SPAMCLS_OK);
	ck_assert_int_eq(spamcls_trainer_run(trainer, &model, &size, &report),
	                 SPAMCLS_E_STATE);
	ck_assert_int_eq(spamcls_trainer_run(NULL, &model, &size, &report),
	                 SPAMCLS_E_ARG);
	ck_assert_int_eq(spamcls_trainer_run(trainer, NULL, &size, &report),
	                 SPAMCLS_E_ARG);
	ck_assert_int_eq(spamcls_trainer_run(trainer, &model, NULL, &report),
	                 SPAMCLS_E_ARG);
	ck_assert_int_eq(spamcls_trainer_run(trainer, &model, &size, NULL),
	                 SPAMCLS_E_ARG);
	row.weight = -1;
	ck_assert_int_eq(spamcls_trainer_add(trainer, &row), SPAMCLS_E_ARG);
	row.weight = 1;
	row.use = (spamcls_row_use)2;
	ck_assert_int_eq(spamcls_trainer_add(trainer, &row), SPAMCLS_E_ARG);
	row.use = SPAMCLS_ROW_TRAIN;
	row.text.size = 1; /* of nothing */
	ck_assert_int_eq(spamcls_trainer_add(trainer, &row), SPAMCLS_E_ARG);
	row.text.size = 0;
	row.family.size = 1;
	ck_assert_int_eq(spamcls_trainer_add(trainer, &row), SPAMCLS_E_ARG);
	row.family.size = 0;
	ck_assert_int_eq(spamcls_trainer_add(trainer, &row), SPAMCLS_OK);
	spamcls_trainer_free(trainer);
	trainer = learn(db, &learned);
	ck_assert_int_eq(spamcls_trainer_add(trainer, &row), SPAMCLS_E_STATE);
	ck_assert_int_eq(spamcls_trainer_run(trainer, &model, &size, &report),
	                 SPAMCLS_E_STATE);
	spamcls_trainer_free(trainer);
	spamcls_trainer_free(NULL);
	spamcls_db_free(db);
}
END_TEST

START_TEST(directories)
{
	spamcls_error error = { .status = SPAMCLS_OK };
	spamcls_db *db = NULL;

	ck_assert_int_eq(spamcls_db_open_error(&db, "/no/such/place", NULL,
	                                       &error), SPAMCLS_E_IO);
	ck_assert_int_eq(error.status, SPAMCLS_E_IO);
	ck_assert_str_eq(error.file, "/no/such/place");
	ck_assert_ptr_null(db);
}
END_TEST

#define LARGEST (64L << 20) /* bytes of one file */
#define MOST 512            /* files of a directory */

/* A file of that many zero bytes, or its end. */
static void make_file(const char *directory, int number, long size)
{
	char path[128];
	FILE *out;

	snprintf(path, sizeof(path), "%s/%d.txt", directory, number);
	if (size < 0) {
		remove(path);
		return;
	}
	out = fopen(path, "wb");
	ck_assert_ptr_nonnull(out);
	if (size > 0) {
		ck_assert_int_eq(fseek(out, size - 1, SEEK_SET), 0);
		fputc('\n', out);
	}
	ck_assert_int_eq(fclose(out), 0);
}

START_TEST(directory_limits)
{
	char directory[] = "/tmp/spamcls-database-XXXXXX";
	spamcls_error error = { .status = SPAMCLS_OK };
	spamcls_db *db = NULL;

	ck_assert_ptr_nonnull(mkdtemp(directory));
	make_file(directory, 0, LARGEST + 1);
	ck_assert_int_eq(spamcls_db_open_error(&db, directory, NULL, &error),
	                 SPAMCLS_E_LIMIT);
	ck_assert_ptr_nonnull(strstr(error.file, "/0.txt"));
	for (int i = 0; i < MOST; i++)
		make_file(directory, i, 0);
	ck_assert_int_eq(spamcls_db_open(&db, directory, NULL), SPAMCLS_OK);
	spamcls_db_free(db);
	make_file(directory, MOST, 0);
	ck_assert_int_eq(spamcls_db_open(&db, directory, NULL),
	                 SPAMCLS_E_LIMIT);
	for (int i = 0; i <= MOST; i++)
		make_file(directory, i, -1);
	ck_assert_int_eq(remove(directory), 0);
}
END_TEST

SUITE("api_database",
	CASE(builtin);
	CASE(info_of_an_older_caller);
	CASE(broken_rule_pack);
	CASE(unknown_directive);
	CASE(rule_tests);
	CASE(other_parts);
	CASE(learned_model);
	CASE(damaged_model);
	CASE(trainer_states);
	CASE(directories);
	CASE(directory_limits);
)
