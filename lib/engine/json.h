/*
 * json.h - writes JSON into arena memory, in two passes over the same calls:
 * the first counts, the second writes.
 */
#ifndef SCLS_ENGINE_JSON_H
#define SCLS_ENGINE_JSON_H

#include "base/span.h"

/* What has been written so far; all zero before either pass. */
typedef struct scls_json {
	char *out;   /* NULL: only count */
	size_t n;    /* bytes so far */
} scls_json;

/* Text as it is: brackets, commas, names with their colons. */
void scls_json_raw(scls_json *json, const char *text);

/* A string in quotes, escaped as RFC 8259 has it; valid UTF-8 stays. */
void scls_json_string(scls_json *json, scls_span text);

/* A whole number. */
void scls_json_int(scls_json *json, int64_t value);

/* A number from 0 to 1 with seven digits behind the point. */
void scls_json_unit(scls_json *json, float value);

#endif
