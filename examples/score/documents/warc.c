/* warc.c - see warc.h. */
#include "documents/warc.h"

#include "documents/fields.h"
#include "utf8.h"

#include <string.h>
#include <strings.h>

static const char damaged[] = "an archive's record is damaged: what is up to "
                              "the next one was not read";
static const char cut_short[] = "the archive is cut short";

static int is_version(spamcls_span line)
{
	return line.size > 7 && memcmp(line.data, "WARC/", 5) == 0
	       && (line.data[5] == '0' || line.data[5] == '1')
	       && line.data[6] == '.';
}

int warc_begins(spamcls_span file)
{
	size_t mark = utf8_mark(file.data, file.size);

	file.data += mark;
	file.size -= mark;
	while (file.size > 0
	       && (file.data[0] == '\r' || file.data[0] == '\n')) {
		file.data++;
		file.size--;
	}
	return is_version(file);
}

/* Why a line of a record's head is missing. */
static const char *no_line(lines_found found, const lines *file)
{
	return found == LINES_BROKEN ? file->why
	       : found == LINES_END ? cut_short : damaged;
}

/* The line that a record begins with, or where lost is not 0 the next such;
 * NULL and END: there is no record. */
static const char *read_version(lines *file, int lost, int *end)
{
	spamcls_span line;
	lines_found found;

	do {
		found = lines_next(file, &line);
	} while ((found == LINES_ONE && !is_version(line)
	          && (lost || lines_blank(&line)))
	         || (found == LINES_LONG && lost));
	*end = found == LINES_END;
	if (*end)
		return NULL;
	if (found != LINES_ONE)
		return no_line(found, file);
	return is_version(line) ? NULL : damaged;
}

/* What a head that was cut short was, and where the next record begins. */
static const char *cut_head(lines *file, spamcls_span version)
{
	lines_again(file, version);
	return damaged;
}

/* Two heads that are one: the first lacks its end. */
static int is_two(const tool_file *fields)
{
	spamcls_span head = { fields->data, fields->size };

	return fields_repeats(head, "WARC-Type");
}

/* The lines up to the empty one. */
static const char *read_fields(lines *file, tool_file *fields)
{
	spamcls_span line;
	lines_found found;

	while ((found = lines_next(file, &line)) == LINES_ONE) {
		if (line.size == 0)
			return is_two(fields) ? damaged : NULL;
		if (is_version(line))
			return cut_head(file, line);
		if (line.size >= WARC_FIELDS - fields->size)
			return damaged;
		if (!tool_append(fields, line.data, line.size)
		    || !tool_append(fields, "\n", 1))
			return "no memory";
	}
	return no_line(found, file);
}

static spamcls_span fields_of(const warc_record *record)
{
	spamcls_span span = { record->fields.data, record->fields.size };

	return span;
}

/* Of its block; returns 0 where that is no number. */
static int read_length(const warc_record *record, uint64_t *length)
{
	spamcls_span value;

	*length = 0;
	if (!fields_find(fields_of(record), "Content-Length", &value)
	    || value.size == 0 || value.size > 18)
		return 0;
	for (size_t i = 0; i < value.size; i++) {
		if (value.data[i] < '0' || value.data[i] > '9')
			return 0;
		*length = *length * 10 + (uint64_t)(value.data[i] - '0');
	}
	return 1;
}

static int is(spamcls_span value, const char *word)
{
	return value.size == strlen(word)
	       && strncasecmp(value.data, word, value.size) == 0;
}

/* A response that is no HTTP is the answer of a name server. */
static warc_type type_of(const warc_record *record)
{
	static const char http[] = "application/http";
	spamcls_span value, media;

	if (!fields_find(fields_of(record), "WARC-Type", &value))
		return WARC_OTHER;
	if (is(value, "resource"))
		return WARC_RESOURCE;
	if (is(value, "conversion"))
		return WARC_CONVERSION;
	if (!is(value, "response")
	    || (fields_find(fields_of(record), "Content-Type", &media)
	        && (media.size < sizeof(http) - 1
	            || strncasecmp(media.data, http, sizeof(http) - 1) != 0)))
		return WARC_OTHER;
	return WARC_RESPONSE;
}

static const char *read_block(lines *file, size_t most, warc_record *record)
{
	uint64_t length;
	lines_found found;

	if (!read_length(record, &length))
		return damaged;
	record->type = type_of(record);
	found = lines_bytes(file, length,
	                    record->type == WARC_OTHER ? 0 : most,
	                    &record->block);
	return found == LINES_ONE ? NULL : no_line(found, file);
}

int warc_next(lines *file, size_t most, warc_record *record, const char **why)
{
	int end, lost = record->lost;

	record->type = WARC_OTHER;
	record->fields.size = record->block.size = 0;
	record->lost = 0;
	*why = read_version(file, lost, &end);
	if (end)
		return 0;
	if (!*why)
		*why = read_fields(file, &record->fields);
	if (!*why)
		*why = read_block(file, most, record);
	record->lost = *why == damaged;
	return *why ? -1 : 1;
}

void warc_free(warc_record *record)
{
	tool_file_free(&record->fields);
	tool_file_free(&record->block);
}
