/* test_db_directory.c - what of a directory is read, and what is a fault. */
#include "../../suite.h"

#include <spamcls.h>

#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char top[] = "/tmp/spamcls-directory-XXXXXX";

/* The path of something below the directory. */
static const char *below(const char *name)
{
	static char path[PATH_MAX];

	snprintf(path, sizeof(path), "%s/%s", top, name);
	return path;
}

static void write_file(const char *name, const char *text)
{
	FILE *out = fopen(below(name), "wb");

	ck_assert_ptr_nonnull(out);
	fputs(text, out);
	ck_assert_int_eq(fclose(out), 0);
}

static spamcls_status open_top(uint32_t *rules, spamcls_error *error)
{
	spamcls_db_info info = SPAMCLS_DB_INFO_INIT;
	spamcls_db *db = NULL;
	spamcls_status status = spamcls_db_open_error(&db, top, NULL, error);

	if (status == SPAMCLS_OK)
		ck_assert_int_eq(spamcls_db_get_info(db, &info), SPAMCLS_OK);
	*rules = info.rules;
	spamcls_db_free(db);
	return status;
}

static void begin(void)
{
	strcpy(strrchr(top, '-'), "-XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(top));
}

#define RULE(name) \
	"headline " name " /zzz/\ntest " name " ok zzz\ntest " name " fail y\n"

/* In the folder and beside it; of two of a name the later path is the fault. */
START_TEST(files_by_path)
{
	spamcls_error error;
	uint32_t rules;

	begin();
	ck_assert_int_eq(mkdir(below("rules"), 0700), 0);
	write_file("b.rules", RULE("ONE"));
	write_file("rules/a.rules", RULE("TWO"));
	write_file("rules/notes", "no part\n");
	write_file("rules/.hidden.rules", "nonsense\n");
	ck_assert_int_eq(open_top(&rules, &error), SPAMCLS_OK);
	ck_assert_uint_eq(rules, 2);
	write_file("a.rules", RULE("TWO"));
	ck_assert_int_eq(open_top(&rules, &error), SPAMCLS_E_SYNTAX);
	ck_assert_ptr_nonnull(strstr(error.file, "/rules/a.rules"));
	remove(below("rules/.hidden.rules"));
	remove(below("rules/notes"));
	remove(below("rules/a.rules"));
	remove(below("rules"));
	remove(below("a.rules"));
	remove(below("b.rules"));
	ck_assert_int_eq(remove(top), 0);
}
END_TEST

/* A kind may be missing, not all of them. */
START_TEST(missing)
{
	spamcls_error error;
	uint32_t rules;

	begin();
	ck_assert_int_eq(mkdir(below("rules"), 0700), 0);
	ck_assert_int_eq(open_top(&rules, &error), SPAMCLS_E_IO);
	ck_assert_str_eq(error.file, top);
	ck_assert_ptr_nonnull(strstr(error.message, "no lexicon"));
	remove(below("rules"));
	write_file("none.txt", "# no terms\n");
	ck_assert_int_eq(open_top(&rules, &error), SPAMCLS_OK);
	ck_assert_uint_gt(rules, 2);
	write_file("rules", "a file is no folder of rules\n");
	ck_assert_int_eq(open_top(&rules, &error), SPAMCLS_OK);
	remove(below("rules"));
	remove(below("none.txt"));
	ck_assert_int_eq(remove(top), 0);
	ck_assert_int_eq(open_top(&rules, &error), SPAMCLS_E_IO);
	ck_assert_str_eq(error.file, top);
	ck_assert_str_eq(error.message, "no such file or directory");
}
END_TEST

/* A file where a directory was meant is told from one that is not there. */
START_TEST(no_directory)
{
	spamcls_error error;
	spamcls_db *db = NULL;

	begin();
	write_file("none.txt", "# no terms\n");
	ck_assert_int_eq(spamcls_db_open_error(&db, below("none.txt"), NULL,
	                                       &error), SPAMCLS_E_IO);
	ck_assert_ptr_null(db);
	ck_assert_str_eq(error.file, below("none.txt"));
	ck_assert_str_eq(error.message, "not a directory");
	remove(below("none.txt"));
	ck_assert_int_eq(remove(top), 0);
}
END_TEST

/* A folder that is there and cannot be read is not as good as none. */
START_TEST(unreadable_folder)
{
	spamcls_error error;
	uint32_t rules;

	begin();
	ck_assert_int_eq(symlink("rules", below("rules")), 0);
	ck_assert_int_eq(open_top(&rules, &error), SPAMCLS_E_IO);
	ck_assert_str_eq(error.file, below("rules"));
	remove(below("rules"));
	ck_assert_int_eq(remove(top), 0);
}
END_TEST

START_TEST(unreadable_file)
{
	spamcls_error error;
	uint32_t rules;

	begin();
	ck_assert_int_eq(mkdir(below("a.rules"), 0700), 0);
	ck_assert_int_eq(open_top(&rules, &error), SPAMCLS_E_IO);
	ck_assert_str_eq(error.file, below("a.rules"));
	remove(below("a.rules"));
	ck_assert_int_eq(remove(top), 0);
}
END_TEST

/* A part whose path has no room is not left out in silence. */
START_TEST(long_path)
{
	char directory[PATH_MAX];
	spamcls_error error;
	spamcls_db *db = NULL;
	size_t size;

	begin();
	size = (size_t)snprintf(directory, sizeof(directory), "%s/.", top);
	while (size + 2 < 1024 - strlen("/a.rules"))
		size += (size_t)snprintf(directory + size,
		                         sizeof(directory) - size, "/.");
	write_file("a.rules", RULE("ONE"));
	ck_assert_int_eq(spamcls_db_open_error(&db, directory, NULL, &error),
	                 SPAMCLS_OK);
	spamcls_db_free(db);
	write_file("abcde.rules", RULE("TWO"));
	ck_assert_int_eq(spamcls_db_open_error(&db, directory, NULL, &error),
	                 SPAMCLS_E_IO);
	ck_assert_ptr_nonnull(strstr(error.message, "too long"));
	memset(directory, 'd', 1024);
	directory[1024] = '\0';
	ck_assert_int_eq(spamcls_db_open_error(&db, directory, NULL, &error),
	                 SPAMCLS_E_IO);
	remove(below("a.rules"));
	remove(below("abcde.rules"));
	ck_assert_int_eq(remove(top), 0);
}
END_TEST

SUITE("db_directory", {
	CASE(files_by_path);
	CASE(missing);
	CASE(no_directory);
	CASE(unreadable_folder);
	CASE(unreadable_file);
	CASE(long_path);
})
