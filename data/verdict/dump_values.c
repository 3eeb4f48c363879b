/*
 * dump_values.c - what the verdict sees of pages, for learning its weights.
 *
 * usage: dump_values DATABASE FILE...   (a FILE.links is a title and links)
 *
 * A JSON object a page: {"path","units","body":[...],"lists":[{"lines":
 * [text...],"windows":[[n, off topic, [values...]]...]}]}; body in the order
 * of reasons.def, values in that of values.def, lines those that are looked
 * at.  A list's worst stretches follow it as more of them; where there are
 * several lists, all together come last.  The first window is the whole list;
 * title and links alone have some shorter windows, too, so that short lists
 * are learned from.
 */
#include "engine/body.h"
#include "engine/json.h"
#include "engine/links.h"
#include "verdict/weigh.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void must(int ok, const char *what)
{
	if (!ok) {
		fprintf(stderr, "dump_values: %s\n", what);
		exit(1);
	}
}

static size_t read_file(const char *path, char *bytes, size_t room)
{
	FILE *in = fopen(path, "rb");
	size_t n;

	must(in != NULL, path);
	n = fread(bytes, 1, room, in);
	fclose(in);
	return n;
}

static void print_string(scls_arena *arena, scls_span text)
{
	scls_json json = { NULL, 0 };

	scls_json_string(&json, text);
	json.out = scls_arena_take(arena, json.n + 1);
	must(json.out != NULL, "no memory");
	json.n = 0;
	scls_json_string(&json, text);
	fwrite(json.out, 1, json.n, stdout);
}

static void print_values(const int32_t *values, uint32_t n)
{
	for (uint32_t id = 0; id < n; id++)
		printf("%s%d", id ? "," : "[", (int)values[id]);
	printf("]");
}

static scls_span span_of(const scls_page *page, uint32_t begin, uint32_t end)
{
	scls_span text = { page->text + begin, end - begin };

	return text;
}

static void dump_window(spamcls_session *s, const scls_line *lines,
                        uint32_t n, const scls_lines *g)
{
	uint8_t *framed = scls_arena_take(&s->arena, n + 1);
	int32_t values[SCLS_L_COUNT];
	scls_list_facts facts;

	must(framed && scls_list_sum_up(&s->arena, lines, n, framed, &facts)
	                       == SPAMCLS_OK, "list");
	facts.part = g ? g->part : n;
	facts.of = g ? g->of : n;
	scls_list_values(&facts, values);
	printf("[%u,%u,", (unsigned)n,
	       (unsigned)(facts.with_topic
	                  ? facts.off_topic * 1024u / facts.with_topic : 0));
	print_values(values, SCLS_L_COUNT);
	printf("]");
}

/* What dump_group needs to know. */
typedef struct dumped {
	spamcls_session *session;
	const scls_page *page;
	const scls_split *split;
	int windows;         /* wanted */
	uint32_t groups;     /* so far */
} dumped;

/* Shorter windows, as if the page had no more. */
static void dump_windows(dumped *d, const scls_lines *g)
{
	uint32_t n = (uint32_t)g->n;

	for (uint32_t k = 1; k < n; k *= 2) {
		printf(",");
		dump_window(d->session, g->lines + (n - k) / 2, k, NULL);
		printf(",");
		dump_window(d->session, g->lines, k, NULL);
	}
}

static scls_status dump_group(void *user, const scls_lines *g)
{
	dumped *d = user;

	printf("%s{\"lines\":[", d->groups > 0 ? "," : "");
	for (size_t i = 0; i < g->n; i++) {
		const scls_item *item = &d->split->items[g->at[i]];

		printf(i ? "," : "");
		print_string(&d->session->arena,
		             span_of(d->page, item->begin, item->end));
	}
	printf("],\"windows\":[");
	dump_window(d->session, g->lines, (uint32_t)g->n, g);
	if (d->windows && d->groups == 0)
		dump_windows(d, g);
	printf("]}");
	d->groups++;
	return SPAMCLS_OK;
}

static void dump_lists(dumped *d, const scls_topic *topic)
{
	spamcls_session *s = d->session;
	uint32_t n = d->split->n_items;
	scls_line *lines = scls_arena_take_array(&s->arena, n + 1,
	                                         sizeof(*lines));

	must(lines != NULL, "no memory");
	for (uint32_t i = 0; i < n; i++) {
		const scls_item *item = &d->split->items[i];
		scls_headline_score score;

		must(scls_score_one(s, span_of(d->page, item->begin,
		                               item->end), 0, &score)
		             == SPAMCLS_OK, "score");
		scls_line_from(s->db, &score, item->list, &lines[i]);
		lines[i].topic = scls_topic_share(topic, &score.headline);
	}
	must(scls_lines_each(&s->arena, lines, n, dump_group, d)
	             == SPAMCLS_OK, "groups");
}

static void dump_body(spamcls_session *s, const scls_page *page,
                      const scls_split *split, scls_reading *reading)
{
	scls_span title = span_of(page, split->title_begin, split->title_end);
	int32_t values[SCLS_V_COUNT] = { 0 };
	scls_headline_score score;
	scls_body *body = &reading->body;

	must(scls_body_from(s, page, split, reading) == SPAMCLS_OK, "body");
	if (title.size > 0) {
		must(scls_score_one(s, title, 0, &score) == SPAMCLS_OK,
		     "title");
		scls_body_title(s->db, &score, &reading->topic, body);
	}
	scls_body_values(body, values);
	printf(",\"units\":%u,\"body\":", (unsigned)body->units);
	print_values(values, SCLS_V_COUNT);
}

static void dump_page(spamcls_session *s, const char *path, const char *bytes,
                      size_t size)
{
	size_t name = strlen(path);
	int links = name > 6 && strcmp(path + name - 6, ".links") == 0;
	scls_text text;
	scls_page page;
	scls_split split;
	scls_reading reading;
	dumped d = { s, &page, &split, links, 0 };

	scls_arena_reset(&s->arena);
	must(scls_decode(s->decoder, bytes, size, NULL, size + 1, &text)
	             == SPAMCLS_OK, "decode");
	must(scls_read_page(s->reader, (scls_span){ text.data, text.size },
	                    links ? SPAMCLS_KIND_TEXT : SPAMCLS_KIND_GUESS,
	                    &s->limits, &page) == SPAMCLS_OK, "read");
	must((links ? scls_split_links(&s->arena, &page, &split)
	            : scls_split_page(&s->arena, s->db->phrases, &page,
	                              &split))
	             == SPAMCLS_OK, "split");
	printf("{\"path\":");
	print_string(&s->arena, (scls_span){ path, name });
	dump_body(s, &page, &split, &reading);
	printf(",\"lists\":[");
	dump_lists(&d, &reading.topic);
	printf("]}\n");
}

int main(int argc, char **argv)
{
	size_t room = (size_t)16 << 20;
	char *bytes = malloc(room);
	spamcls_session *session;
	spamcls_db *db;

	must(argc > 2 && bytes, "usage: dump_values DATABASE FILE...");
	must(spamcls_db_open(&db, argv[1], NULL) == SPAMCLS_OK, argv[1]);
	must(spamcls_session_new(&session, db, NULL) == SPAMCLS_OK, "session");
	for (int i = 2; i < argc; i++)
		dump_page(session, argv[i], bytes,
		          read_file(argv[i], bytes, room));
	spamcls_session_free(session);
	spamcls_db_free(db);
	free(bytes);
	return 0;
}
