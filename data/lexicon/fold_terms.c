/*
 * fold_terms.c - terms as the lexicon compares them, for grow.py.
 * usage: fold_terms < TERMS; prints each line folded, in UTF-8.
 */
#include "base/utf8.h"
#include "headline/fold.h"

#include <stdio.h>
#include <string.h>

#define ROOM 4096

static void print(const scls_units *units)
{
	for (uint32_t i = 0; i < units->n; i++) {
		char bytes[4];

		fwrite(bytes, 1, scls_utf8_put(units->unit[i], bytes), stdout);
	}
	putchar('\n');
}

int main(void)
{
	static uint32_t unit[ROOM], from[ROOM], to[ROOM];
	static char line[ROOM];

	while (fgets(line, sizeof(line), stdin)) {
		scls_span text = { line, strcspn(line, "\n") };
		scls_units units = { .unit = unit, .from = from, .to = to,
		                     .room = ROOM - 8 };

		scls_fold(text, &units);
		scls_clean(&units);
		print(&units);
	}
	return 0;
}
