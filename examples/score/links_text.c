/* links_text.c - see links_text.h. */
#include "links_text.h"

#include "json_line.h"
#include "utf8.h"

#include <string.h>

static size_t past_blanks(spamcls_span line, size_t i)
{
	while (i < line.size && line.data[i] != '\0'
	       && strchr(" \t\r\n", line.data[i]))
		i++;
	return i;
}

/* The next line that is not blank; size 0: none. */
static spamcls_span next_line(const tool_file *file, size_t *at)
{
	spamcls_span line = { "", 0 };

	if (*at == 0)
		*at = utf8_mark(file->data, file->size);
	while (*at < file->size && past_blanks(line, 0) == line.size) {
		const char *from = file->data + *at;
		const char *end = memchr(from, '\n', file->size - *at);

		line.data = from;
		line.size = end ? (size_t)(end - from) : file->size - *at;
		*at += line.size + (end != NULL);
	}
	if (past_blanks(line, 0) == line.size)
		line.size = 0;
	return line;
}

static int begins_object(spamcls_span line)
{
	size_t i = past_blanks(line, 0);

	if (i == line.size || line.data[i] != '{')
		return 0;
	i = past_blanks(line, i + 1);
	return i < line.size
	       && (line.data[i] == '"' || line.data[i] == '}');
}

/* A line that opens an object or an array and says no more, or an array of
 * objects: no headline does. */
int links_are_spread(const tool_file *file)
{
	size_t at = 0, i;
	spamcls_span line = next_line(file, &at);

	i = past_blanks(line, 0);
	if (i == line.size || (line.data[i] != '{' && line.data[i] != '['))
		return 0;
	if (past_blanks(line, i + 1) == line.size)
		return 1;
	line.data += i + 1;
	line.size -= i + 1;
	return line.data[-1] == '[' && begins_object(line);
}

/* A headline may begin with a brace, too: "{{city}} news", and one that a
 * script left may be an object; the next line tells. */
int links_are_json(const tool_file *file)
{
	size_t at = 0;
	spamcls_span first = next_line(file, &at);
	spamcls_span second = next_line(file, &at);

	return begins_object(first)
	       && (second.size == 0 || begins_object(second));
}

/* The text without line ends and TABs, which have a meaning here, and NULs. */
static int add_text(tool_file *out, const json_t *text)
{
	const char *from = json_string_value(text);

	for (size_t i = 0; i < json_string_length(text); i++) {
		int blank = memchr("\t\r\n", from[i], 4) != NULL;

		if (!tool_append(out, blank ? " " : from + i, 1))
			return 0;
	}
	return 1;
}

static int add_link(tool_file *out, const json_t *link)
{
	const json_t *text = json_is_string(link)
	                     ? link : json_object_get(link, "text");
	const json_t *href = json_object_get(link, "href");

	if (!json_is_string(text) || json_string_length(text) == 0)
		return 1;
	if (!add_text(out, text))
		return 0;
	if (json_is_string(href) && json_string_length(href) > 0
	    && (!tool_append(out, "\t", 1) || !add_text(out, href)))
		return 0;
	return tool_append(out, "\n", 1);
}

static int add_links(tool_file *out, const json_t *links)
{
	for (size_t i = 0; i < json_array_size(links); i++)
		if (!add_link(out, json_array_get(links, i)))
			return 0;
	return 1;
}

/* The links of its lists, or its own where it has no lists. */
static int add_object(tool_file *out, const json_t *object)
{
	const json_t *lists = json_object_get(object, "lists");
	size_t lists_with_links = 0;

	if (!add_text(out, json_object_get(object, "title"))
	    || !tool_append(out, "\n", 1))
		return 0;
	for (size_t i = 0; i < json_array_size(lists); i++) {
		const json_t *links = json_object_get(
		        json_array_get(lists, i), "links");

		lists_with_links += json_array_size(links) > 0;
		if (!add_links(out, links))
			return 0;
	}
	return lists_with_links > 0
	       || add_links(out, json_object_get(object, "links"));
}

static void copy_name(const json_t *object, const char *name, char *to,
                      size_t room)
{
	const char *text = json_string_value(json_object_get(object, name));

	to[0] = '\0';
	if (text && strlen(text) < room)
		strcpy(to, text);
}

/* A page that could not be read, or is no text, has no verdict by its links,
 * either: of none it would be clean.  Also where its error is too long to be
 * told, or nothing. */
static void copy_why(const json_t *object, links_names *names)
{
	const json_t *flags = json_object_get(object, "flags");
	const json_t *error = json_object_get(object, "error");

	copy_name(object, "error", names->why, sizeof(names->why));
	if (error && !json_is_null(error) && names->why[0] == '\0')
		strcpy(names->why, "its page was not read");
	for (size_t i = 0; i < json_array_size(flags); i++) {
		const char *flag = json_string_value(json_array_get(flags, i));

		if (flag && strcmp(flag, "not_text") == 0)
			strcpy(names->why, "its page is no text");
	}
}

int links_next(const tool_file *file, size_t *at, tool_file *out,
               links_names *names)
{
	spamcls_span line = next_line(file, at);
	json_t *object;
	int done;

	memset(out, 0, sizeof(*out));
	memset(names, 0, sizeof(*names));
	if (line.size == 0)
		return 0;
	object = json_line_load(line, NULL);
	if (!json_is_object(object) || json_line_no_memory()) {
		json_decref(object);
		return -1;
	}
	copy_name(object, "path", names->path, sizeof(names->path));
	copy_name(object, "url", names->url, sizeof(names->url));
	copy_why(object, names);
	done = add_object(out, object);
	json_decref(object);
	if (!done)
		tool_file_free(out);
	return done ? 1 : -1;
}
