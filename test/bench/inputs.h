/*
 * inputs.h - what the benchmarks read: pages of a directory, or pages,
 * texts and headlines they make themselves, always the same ones.
 */
#ifndef BENCH_INPUTS_H
#define BENCH_INPUTS_H

#include <spamcls.h>

/* Files or lines; all of it is owned. */
typedef struct bench_inputs {
	spamcls_span *item;
	size_t n, room;
	double bytes;
} bench_inputs;

/*
 * All *.html and *.htm files below a directory, in order of their names;
 * pages made here where directory is NULL.
 */
void bench_pages(bench_inputs *inputs, const char *directory);

/* n pages of HTML; half of each is script and style, as in real ones. */
void bench_make_pages(bench_inputs *inputs, size_t n);

/* One page: so many paragraphs and so many links in its list. */
void bench_make_page(bench_inputs *inputs, unsigned seed,
                     size_t paragraphs, size_t links);

/* n plain texts of some 10 KB. */
void bench_make_texts(bench_inputs *inputs, size_t n);

/* n headlines: farm templates, news, English. */
void bench_make_headlines(bench_inputs *inputs, size_t n);

/* The lines of a file. */
void bench_read_lines(bench_inputs *inputs, const char *path);

/* The texts of pages as spamcls extracts them, one for each page. */
void bench_texts_of(bench_inputs *inputs, const bench_inputs *pages,
                    spamcls_session *session);

/* Classifies all of them; returns the CPU time in nanoseconds. */
double bench_classify_all(spamcls_session *session, const bench_inputs *inputs,
                          spamcls_kind kind);

/* Takes a copy of size bytes. */
void bench_add(bench_inputs *inputs, const char *data, size_t size);

void bench_inputs_free(bench_inputs *inputs);

#endif
