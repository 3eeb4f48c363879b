/*
 * fuzz_json.c - a page split, and its JSON read by a reader of another hand.
 *
 * The bytes up to the first NUL are the path, which may be anything.
 */
#include "fuzz.h"

#include <jansson.h>

static void check_json(const char *json, size_t size, size_t n_links)
{
	json_error_t error;
	json_t *value = json_loadb(json, size, 0, &error);

	PROMISE(json[size] == '\0');
	PROMISE(memchr(json, '\n', size) == NULL);
	PROMISE(value != NULL);
	PROMISE(json_array_size(json_object_get(value, "links")) == n_links);
	json_decref(value);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const uint8_t *nul = memchr(data, 0, size);
	spamcls_input input = SPAMCLS_INPUT_INIT;
	const spamcls_result *result = NULL;
	const char *json = NULL;
	size_t length = 0;

	if (!nul)
		return 0;
	input.data = nul + 1;
	input.size = size - (size_t)(nul + 1 - data);
	PROMISE(spamcls_split(fuzz_session(), &input, &result) == SPAMCLS_OK);
	fuzz_result(result);
	PROMISE(spamcls_result_json(fuzz_session(), result, (const char *)data,
	                            &json, &length) == SPAMCLS_OK);
	check_json(json, length, result->n_links);
	return 0;
}
