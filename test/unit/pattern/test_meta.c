/* test_meta.c - expressions: their values, their faults, their order. */
#include "rules_fixture.h"

/* Rules A, B, C, D fit the letters a, b, c, d. */
#define LETTERS "headline __A /a/\nheadline __B /b/\n" \
                "headline __C /c/\nheadline __D /d/\n"

/* Whether the expression holds on the text. */
static int holds(const char *expression, const char *text)
{
	char pack[2000];

	snprintf(pack, sizeof(pack), LETTERS "meta __M %s\n", expression);
	return strstr(hits_of(pack, text), "__M") != NULL;
}

START_TEST(operators)
{
	ck_assert(holds("__A", "a"));
	ck_assert(!holds("__A", "b"));
	ck_assert(holds("__A && __B", "ab"));
	ck_assert(!holds("__A && __B", "a"));
	ck_assert(holds("__A || __B", "b"));
	ck_assert(!holds("__A || __B", "c"));
	ck_assert(holds("!__A", "b"));
	ck_assert(!holds("!__A", "a"));
	ck_assert(holds("__A + __B + __C > 1", "ac"));
	ck_assert(!holds("__A + __B + __C > 1", "b"));
	ck_assert(holds("__A - __B", "a"));
	ck_assert(holds("__A - __B", "b")); /* -1 is not 0 */
	ck_assert(!holds("__A - __B", "ab"));
	ck_assert(holds("2 * __A >= 2", "a"));
	ck_assert(holds("__A == __B", ""));
	ck_assert(holds("__A != __B", "a"));
	ck_assert(holds("__A < __B", "b"));
	ck_assert(holds("__A + __B <= 1", "a"));
	ck_assert(holds("-__A < 0", "a"));
}
END_TEST

START_TEST(strength_of_operators)
{
	ck_assert(holds("__A || __B && __C", "a"));
	ck_assert(!holds("(__A || __B) && __C", "a"));
	ck_assert(holds("!__A && __B", "b"));
	ck_assert(!holds("!(__A || __B)", "b"));
	ck_assert(holds("1 + 2 * 3 == 7", ""));
	ck_assert(holds("9 - 4 - 3 == 2", "")); /* from the left */
	ck_assert(holds("1 < 2 == 1", ""));
	ck_assert(holds("!!__A", "a"));
	ck_assert(holds("- - 2 == 2", ""));
	ck_assert(holds("!__A + __B == 1", ""));
	ck_assert(holds("__A&&__B||!(__C)", "c") == 0);
	ck_assert(holds("(A1) # comment\nheadline A1 /x/\n"
	                "test A1 ok x\ntest A1 fail y", "x"));
	ck_assert(holds("(__A && !__B) || (__C + __D > 1)", "cd"));
	ck_assert(!holds("(__A && !__B) || (__C + __D > 1)", "abc"));
}
END_TEST

START_TEST(values_are_bounded)
{
	ck_assert(holds("4096*4096*4096*4096*4096*4096*4096 > 0", ""));
	ck_assert(holds("0-4096*4096*4096*4096*4096*4096 < 0", ""));
}
END_TEST

START_TEST(faults)
{
	refused("meta __M A &&", 1, 10, "no rule of any pack");
	refused("meta __M 1 &&", 1, 14, "missing at the end");
	refused("meta __M 1 && # x", 1, 15, "missing at the end");
	refused("meta __M && 1", 1, 10, "missing before this");
	refused("meta __M 1 && || 1", 1, 15, "missing before this");
	refused("meta __M 1 1", 1, 12, "an operator is missing");
	refused("meta __M 1 (1)", 1, 12, "an operator is missing");
	refused("meta __M (1) 1", 1, 14, "an operator is missing");
	refused("meta __M (1", 1, 10, "never closed");
	refused("meta __M 1)", 1, 11, "no parenthesis is open");
	refused("meta __M ()", 1, 11, "missing before this");
	refused("meta __M 1 & 1", 1, 12, "unknown operator");
	refused("meta __M 1 / 1", 1, 12, "unknown operator");
	refused("meta __M 1 ! 1", 1, 12, "unknown operator");
	refused("meta __M 中", 1, 10, "unknown operator");
	refused("meta __M 4097", 1, 10, "above 4096");
	refused("meta __M 1x", 1, 11, "a digit is missing");
	refused("meta __M !", 1, 11, "missing at the end");
	refused("meta __M 1 + %", 1, 14, "unknown operator");
	refused("\n  meta __M  1 && __X", 2, 18, "no rule of any pack");
}
END_TEST

START_TEST(depth)
{
	char text[400] = "meta __M ";

	memset(text + 9, '(', 65);
	strcpy(text + 74, "1");
	refused(text, 1, 74, "nested too deeply");
	text[73] = '1';
	memset(text + 74, ')', 64);
	text[138] = '\0';
	scls_ruleset_free(compiled(text));
	strcpy(text, "meta __M ");
	for (int i = 0; i < 31; i++)
		strcat(text, "1+(");
	strcat(text, "1");
	for (int i = 0; i < 31; i++)
		strcat(text, ")");
	scls_ruleset_free(compiled(text));
}
END_TEST

/* As many values as can wait at a time: six operators before each
 * parenthesis, every one tighter than the last. */
START_TEST(values_that_wait)
{
	char text[800];

	strcpy(text, "0");
	for (int i = 0; i < 8; i++)
		strcat(text, "||1&&1==1<2+0*(0");
	strcat(text, "||1&&1==1<2+0*1");
	for (int i = 0; i < 8; i++)
		strcat(text, ")");
	ck_assert(holds(text, ""));
	strcat(text, "&& 0");
	ck_assert(!holds(text, ""));
}
END_TEST

START_TEST(any_order_of_definition)
{
	ck_assert_str_eq(hits_of("meta __X __Y && __A\nmeta __Y __Z\n"
	                         "meta __Z !__B\n" LETTERS, "a"),
	                 "__X __Y __Z __A ");
}
END_TEST

START_TEST(circles)
{
	refused("meta __M __M", 1, 6, "'__M' asks for itself");
	refused("meta __X __Y\nmeta __Y __Z\nmeta __Z __X || 1", 1, 6,
	        "in a circle");
	/* the first one only leads into the circle */
	refused("meta __X __Y\nmeta __Y __Z\nmeta __Z __Y", 2, 6,
	        "'__Y' asks for itself");
}
END_TEST

START_TEST(a_long_chain)
{
	char *pack = malloc(4000 * 40);
	scls_ruleset *set;
	size_t n = 0;

	ck_assert_ptr_nonnull(pack);
	for (int i = 0; i < 4000; i++)
		n += (size_t)sprintf(pack + n, "meta __M%d __M%d\n", i, i + 1);
	sprintf(pack + n, "headline __M4000 /a/\n");
	set = compiled(pack);
	ck_assert_uint_eq(strlen(hits_on(set, "a")) > 1000, 1);
	ck_assert_str_eq(hits_on(set, "b"), "");
	scls_ruleset_free(set);
	free(pack);
}
END_TEST

SUITE("meta", {
	CASE(operators);
	CASE(strength_of_operators);
	CASE(values_are_bounded);
	CASE(faults);
	CASE(depth);
	CASE(values_that_wait);
	CASE(any_order_of_definition);
	CASE(circles);
	CASE(a_long_chain);
})
