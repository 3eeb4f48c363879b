/* test_status.c - errors that the caller owns. */
#include "base/status.h"
#include "../../suite.h"

#include <string.h>

static int cleaned;

static scls_status tries(scls_status status)
{
	SCLS_TRY(status);
	cleaned = 1;
	return SPAMCLS_OK;
}

START_TEST(filled)
{
	spamcls_error error;

	memset(&error, 0xFF, sizeof(error));
	ck_assert_int_eq(scls_error_set(&error, SPAMCLS_E_SYNTAX, "a.rules", 3,
	                                7, "no such word"), SPAMCLS_E_SYNTAX);
	ck_assert_int_eq(error.status, SPAMCLS_E_SYNTAX);
	ck_assert_uint_eq(error.line, 3);
	ck_assert_uint_eq(error.column, 7);
	ck_assert_uint_eq(error.offset, 0);
	ck_assert_str_eq(error.file, "a.rules");
	ck_assert_str_eq(error.message, "no such word");
}
END_TEST

START_TEST(not_wanted)
{
	spamcls_error error;

	ck_assert_int_eq(scls_error_set(NULL, SPAMCLS_E_IO, "f", 0, 0, "m"),
	                 SPAMCLS_E_IO);
	scls_error_set(&error, SPAMCLS_E_IO, NULL, 0, 0, NULL);
	ck_assert_str_eq(error.file, "");
	ck_assert_str_eq(error.message, "");
}
END_TEST

START_TEST(cut)
{
	spamcls_error error;
	char name[1000];

	memset(name, 'x', sizeof(name) - 1);
	name[sizeof(name) - 1] = '\0';
	scls_error_set(&error, SPAMCLS_E_IO, name, 0, 0, name);
	ck_assert_uint_eq(strlen(error.file), sizeof(error.file) - 1);
	ck_assert_uint_eq(strlen(error.message), sizeof(error.message) - 1);
}
END_TEST

/* No character is cut in two; bytes that are none are cut anywhere. */
START_TEST(cut_between_characters)
{
	static const char *const filler[] = { "中", "é", "🔥", "x", "\x80" };
	static const size_t kept[] = { 255, 254, 252, 255, 252 };
	spamcls_error error;

	ck_assert_uint_eq(sizeof(error.file), 256);
	for (size_t i = 0; i < sizeof(filler) / sizeof(filler[0]); i++) {
		char name[1001] = "";

		while (strlen(name) + strlen(filler[i]) < sizeof(name))
			strcat(name, filler[i]);
		scls_error_set(&error, SPAMCLS_E_IO, name, 0, 0, name + 1);
		HOLDS(strlen(error.file) == kept[i], i);
		HOLDS(strncmp(error.file, name, kept[i]) == 0, i);
	}
	scls_error_set(&error, SPAMCLS_E_IO, "a", 0, 0, "中");
	ck_assert_str_eq(error.message, "中");
}
END_TEST

START_TEST(trying)
{
	cleaned = 0;
	ck_assert_int_eq(tries(SPAMCLS_E_NOMEM), SPAMCLS_E_NOMEM);
	ck_assert(!cleaned);
	ck_assert_int_eq(tries(SPAMCLS_OK), SPAMCLS_OK);
	ck_assert(cleaned);
}
END_TEST

SUITE("status", {
	CASE(filled);
	CASE(not_wanted);
	CASE(cut);
	CASE(cut_between_characters);
	CASE(trying);
})
