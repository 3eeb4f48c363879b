/*
 * peer_pages.c - for peers.sh and peers.py.
 * usage: peer_pages time DIRECTORY   nanoseconds for all pages, bytes, pages
 *        peer_pages pages DIRECTORY  writes made pages there
 *        peer_pages lines N          prints made headlines
 */
#include "inputs.h"
#include "measure.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void time_pages(const char *directory)
{
	bench_inputs pages = { NULL, 0, 0, 0 };
	spamcls_session *session;
	spamcls_db *db;
	double time;

	bench_pages(&pages, directory);
	bench_must(spamcls_db_open(&db, NULL, NULL), "open");
	bench_must(spamcls_session_new(&session, db, NULL), "session");
	bench_classify_all(session, &pages, SPAMCLS_KIND_HTML);
	time = bench_classify_all(session, &pages, SPAMCLS_KIND_HTML);
	printf("%.0f %.0f %zu\n", time, pages.bytes, pages.n);
	spamcls_session_free(session);
	spamcls_db_free(db);
	bench_inputs_free(&pages);
}

static void write_pages(const char *directory)
{
	bench_inputs pages = { NULL, 0, 0, 0 };

	bench_make_pages(&pages, 100);
	for (size_t i = 0; i < pages.n; i++) {
		char path[4096];
		FILE *file;

		snprintf(path, sizeof(path), "%s/%03zu.html", directory, i);
		file = fopen(path, "wb");
		if (!file) {
			perror(path);
			exit(1);
		}
		fwrite(pages.item[i].data, 1, pages.item[i].size, file);
		fclose(file);
	}
	bench_inputs_free(&pages);
}

static void print_lines(size_t n)
{
	bench_inputs lines = { NULL, 0, 0, 0 };

	bench_make_headlines(&lines, n);
	for (size_t i = 0; i < lines.n; i++)
		puts(lines.item[i].data);
	bench_inputs_free(&lines);
}

int main(int argc, char **argv)
{
	if (argc < 3)
		return 2;
	if (strcmp(argv[1], "time") == 0)
		time_pages(argv[2]);
	else if (strcmp(argv[1], "pages") == 0)
		write_pages(argv[2]);
	else
		print_lines(strtoul(argv[2], NULL, 10));
	return 0;
}
