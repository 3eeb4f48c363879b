/*
 * dump_second.c - what a second look sees of lines, for learning its trees.
 *
 * usage: dump_second DATABASE < LINES
 *
 * For each line SCLS_K_COUNT numbers of 32 bits in the machine's order, as
 * model/second.def lists them.
 */
#include "engine/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void must(int ok, const char *what)
{
	if (!ok) {
		fprintf(stderr, "dump_second: %s\n", what);
		exit(1);
	}
}

static void dump(spamcls_session *s, scls_span text)
{
	const scls_model *model = &s->db->model;
	int32_t values[SCLS_K_COUNT];
	scls_headline_score one;
	scls_second_line line;
	scls_facts facts;

	must(scls_measure_one(s, text, &one) == SPAMCLS_OK, "cannot measure");
	one.score += scls_model_score(model, &s->features);
	line = scls_look_again(s, model, &one, &facts);
	scls_second_values(model, &line, values);
	must(fwrite(values, sizeof(values), 1, stdout) == 1, "cannot write");
}

int main(int argc, char **argv)
{
	spamcls_session *session;
	spamcls_db *db;
	char *line = NULL;
	size_t room = 0;
	ssize_t n;

	must(argc == 2, "usage: dump_second DATABASE < LINES");
	must(spamcls_db_open(&db, argv[1], NULL) == SPAMCLS_OK, argv[1]);
	must(scls_session_new(&session, db, NULL) == SPAMCLS_OK, "no memory");
	while ((n = getline(&line, &room, stdin)) > 0) {
		scls_span text = { line, (size_t)n - (line[n - 1] == '\n') };

		dump(session, text);
	}
	free(line);
	scls_session_free(session);
	spamcls_db_free(db);
	return 0;
}
