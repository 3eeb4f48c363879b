/* test_api_json.c - the JSON of a result, read by another library. */
#include "api_opened.h"

#include <jansson.h>

/* The JSON of the page as jansson reads it. */
static json_t *parsed(const char *data, size_t data_size, const char *path)
{
	const spamcls_result *r = api_classify(session, data, data_size);
	const char *text;
	json_error_t error;
	size_t size;
	json_t *json;

	ck_assert_int_eq(spamcls_result_json(session, r, path, &text, &size),
	                 SPAMCLS_OK);
	ck_assert_uint_eq(strlen(text), size);
	ck_assert_ptr_null(strchr(text, '\n'));
	json = json_loadb(text, size, JSON_REJECT_DUPLICATES, &error);
	ck_assert_msg(json != NULL, "%s in %s", error.text, text);
	return json;
}

static json_int_t number(const json_t *object, const char *name)
{
	ck_assert_msg(json_is_integer(json_object_get(object, name)), "%s",
	              name);
	return json_integer_value(json_object_get(object, name));
}

static const char *string(const json_t *object, const char *name)
{
	ck_assert_msg(json_is_string(json_object_get(object, name)), "%s",
	              name);
	return json_string_value(json_object_get(object, name));
}

START_TEST(fields)
{
	json_t *json = parsed(farm_page, sizeof(farm_page) - 1,
	                      "a \"b\"\n.txt");
	json_t *link = json_array_get(json_object_get(json, "links"), 0);
	json_t *list = json_array_get(json_object_get(json, "lists"), 0);

	ck_assert_str_eq(string(json, "path"), "a \"b\"\n.txt");
	string(json, "verdict");
	string(json, "title");
	string(json, "charset");
	ck_assert_int_eq(number(json, "repairs"), 0);
	ck_assert(json_is_number(json_object_get(json, "probability")));
	ck_assert(json_is_array(json_object_get(json, "flags")));
	ck_assert_uint_eq(json_array_size(json_object_get(json, "links")),
	                  FARM_LINKS);
	ck_assert(strncmp(string(link, "text"), "光子晶圆", 12) == 0);
	string(link, "href");
	string(link, "label");
	string(link, "family");
	ck_assert_ptr_nonnull(strchr(string(link, "skeleton"), '{'));
	ck_assert_ptr_null(json_object_get(json, "url"));
	ck_assert_int_eq(number(link, "list"), 0);
	ck_assert_int_lt(number(link, "begin"), number(link, "end"));
	ck_assert(json_is_true(json_object_get(list, "trailing")));
	string(list, "heading");
	json_decref(json);
}
END_TEST

START_TEST(reasons_sum_to_score)
{
	static const char *const texts[] = { farm_page, honest_page,
		                             html_page, "" };

	for (size_t i = 0; i < 4; i++) {
		json_t *json = parsed(texts[i], strlen(texts[i]), NULL);
		json_t *reasons = json_object_get(json, "reasons"), *reason;
		json_int_t sum = 0;
		size_t k;

		json_array_foreach(reasons, k, reason) {
			sum += number(reason, "weight");
			string(reason, "name");
			string(reason, "message");
		}
		ck_assert_int_eq(sum, number(json, "score"));
		ck_assert_ptr_null(json_object_get(json, "path"));
		json_decref(json);
	}
}
END_TEST

START_TEST(odd_texts)
{
	static const char odd[] =
		"quote \" backslash \\ tab \t bell \a del \x7F </script>\n"
		"\xE2\x80\xA8 and \xE2\x80\xA9 and \xF0\x9F\x99\x82 \xFF\xFE\n"
		"nul \0 in the middle\n";
	json_t *json = parsed(odd, sizeof(odd) - 1, "\xFF\xC3(");

	ck_assert_int_ge(number(json, "repairs"), 1);
	json_decref(json);
}
END_TEST

START_TEST(the_url_given)
{
	spamcls_input input = api_input(honest_page, sizeof(honest_page) - 1);
	char url[] = "https://example.com/a?b=\"c\"";
	const spamcls_result *r = NULL;
	const char *text;
	size_t size;
	json_t *json;

	input.url = url;
	ck_assert_int_eq(spamcls_classify(session, &input, &r), SPAMCLS_OK);
	ck_assert_str_eq(r->url, url);
	url[0] = 'x'; /* the result has its own */
	ck_assert_int_eq(spamcls_result_json(session, r, "p", &text, &size),
	                 SPAMCLS_OK);
	json = json_loadb(text, size, 0, NULL);
	ck_assert_str_eq(string(json, "url"), "https://example.com/a?b=\"c\"");
	json_decref(json);
}
END_TEST

/* Only a page that has one says what its links are relative to. */
START_TEST(the_base)
{
	static const char html[] = "<base href='/b/?c&amp;d'><h1>Rain</h1>"
	                           "<p>It rains.</p>";
	json_t *json = parsed(html, sizeof(html) - 1, NULL);

	ck_assert_str_eq(string(json, "base"), "/b/?c&d");
	json_decref(json);
	json = parsed(honest_page, sizeof(honest_page) - 1, NULL);
	ck_assert_ptr_null(json_object_get(json, "base"));
	json_decref(json);
}
END_TEST

SUITE("api_json",
	tcase_add_checked_fixture(tcase, open_all, close_all);
	CASE(fields);
	CASE(reasons_sum_to_score);
	CASE(odd_texts);
	CASE(the_url_given);
	CASE(the_base);
)
