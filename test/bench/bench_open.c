/* bench_open.c - opening the database, and the memory it takes. */
#include "inputs.h"
#include "measure.h"

#include <stdio.h>
#include <string.h>

#define ROUNDS 51

static double open_once(void)
{
	double from = bench_cpu(), time;
	spamcls_db *db;

	bench_must(spamcls_db_open(&db, NULL, NULL), "open");
	time = bench_cpu() - from;
	spamcls_db_free(db);
	return time;
}

/* KiB of one line of the kernel's account of this process; 0: not known. */
static double status_of(const char *name)
{
	FILE *file = fopen("/proc/self/status", "r");
	char line[256];
	double value = 0;

	while (file && fgets(line, sizeof(line), file))
		if (strncmp(line, name, strlen(name)) == 0)
			sscanf(line + strlen(name), "%lf", &value);
	if (file)
		fclose(file);
	return value;
}

/* Memory that no other process shares, once it is in use. */
static void memory(void)
{
	bench_inputs pages = { NULL, 0, 0, 0 };
	bench_counter counter = { 0, 0, 0 };
	spamcls_allocator allocator = bench_counting(&counter);
	spamcls_db_options options = SPAMCLS_DB_OPTIONS_INIT;
	spamcls_session *session;
	spamcls_db *db;
	double before;

	bench_make_pages(&pages, 50);
	before = status_of("RssAnon:");
	options.allocator = &allocator;
	bench_must(spamcls_db_open(&db, NULL, &options), "open");
	bench_figure("memory of a database", (double)counter.now / 1048576,
	             "MiB");
	bench_must(spamcls_session_new(&session, db, NULL), "session");
	bench_figure("with a session", (double)counter.now / 1048576, "MiB");
	bench_classify_all(session, &pages, SPAMCLS_KIND_GUESS);
	bench_figure("after 50 pages", (double)counter.now / 1048576, "MiB");
	bench_at_most("resident, private, after 50 pages",
	              (status_of("RssAnon:") - before) / 1024, 8, "MiB");
	bench_figure("resident, shared with the file",
	             status_of("RssFile:") / 1024, "MiB");
	spamcls_session_free(session);
	spamcls_db_free(db);
	bench_inputs_free(&pages);
}

int main(void)
{
	double time[ROUNDS], first;

	printf("open\n");
	first = open_once();
	for (int r = 0; r < ROUNDS; r++)
		time[r] = open_once();
	bench_at_most("open, the first in a process", first / 1e6, 2, "ms");
	bench_at_most("open, median", bench_median(time, ROUNDS) / 1e6, 2,
	              "ms");
	memory();
	return 0;
}
