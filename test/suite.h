/*
 * suite.h - what every test program of the tree begins with.
 *
 * A test file defines its cases, then
 *
 *     SUITE("fold", { CASE(digits); CASE(entities); })
 *
 * which is its main: it runs the cases under Check, and the exit code says
 * whether any failed.
 *
 * Check writes every assertion that holds into a file, so in a loop of a
 * million, and under valgrind, that is most of the work: HOLDS writes what
 * does not hold, and the number it does not hold for.
 */
#ifndef TEST_SUITE_H
#define TEST_SUITE_H

#include <check.h>
#include <stdlib.h>

#define HOLDS(condition, number)                                \
	do {                                                    \
		if (!(condition))                               \
			ck_abort_msg("of %lld: %s",             \
			             (long long)(number),       \
			             #condition);               \
	} while (0)

#define CASE(name) tcase_add_test(tcase, name)
/* The same n times, with _i from 0. */
#define LOOP(name, n) tcase_add_loop_test(tcase, name, 0, n)

#define SUITE(title, cases)                                    \
	int main(void)                                         \
	{                                                      \
		Suite *suite = suite_create(title);            \
		TCase *tcase = tcase_create(title);            \
		SRunner *runner;                               \
		int failed;                                    \
		tcase_set_timeout(tcase, 120);                 \
		cases                                          \
		suite_add_tcase(suite, tcase);                 \
		runner = srunner_create(suite);                \
		srunner_run_all(runner, CK_ENV);               \
		failed = srunner_ntests_failed(runner);        \
		srunner_free(runner);                          \
		return failed ? EXIT_FAILURE : EXIT_SUCCESS;   \
	}

#endif
