/*
 * split_text.h - the parts of a page as text, Markdown or JSON.
 */
#ifndef SPLIT_TEXT_H
#define SPLIT_TEXT_H

#include "tool.h"

/* Appends the answer of `split` for one page, an object's with what is its own
 * before "path"; returns 0: no memory. */
int split_write(const tool_options *options, const spamcls_result *result,
                const char *path, const tool_file *own, tool_file *out);

/* The same as Markdown: title, body by its forms, lists of links. */
int split_markdown(const spamcls_result *result, tool_file *out);

/* Not 0 where such a segment is part of the body's text. */
int split_is_body(spamcls_role role);

/* Where it begins: of code before its first line's indentation. */
const char *split_begin(const spamcls_result *result,
                        const spamcls_segment *segment);

/* Appends a JSON string; bytes that are not UTF-8 become U+FFFD. */
int split_json_string(tool_file *out, const char *data, size_t size);

/* Appends `,"flags":[...]`, the names of the bits. */
int split_json_flags(uint32_t flags, tool_file *out);

#endif
