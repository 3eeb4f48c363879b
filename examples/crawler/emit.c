/* emit.c - JSON lines; see emit.h. */
#include "emit.h"

static void string(FILE *out, const char *text)
{
	putc('"', out);
	for (; *text; text++) {
		unsigned char c = (unsigned char)*text;

		if (c == '"' || c == '\\')
			fprintf(out, "\\%c", c);
		else if (c < 0x20)
			fprintf(out, "\\u%04x", c);
		else if (c >= 0x7F)
			fprintf(out, "%%%02x", c); /* as URLs have it */
		else
			putc(c, out);
	}
	putc('"', out);
}

static void field(FILE *out, const char *name, const char *text)
{
	if (!text)
		return;
	fprintf(out, ",\"%s\":", name);
	string(out, text);
}

int crawl_emit(FILE *out, const crawl_page *page)
{
	fputs("{\"url\":", out);
	string(out, page->url);
	fprintf(out, ",\"depth\":%u,\"status\":%ld", page->depth,
	        page->status);
	field(out, "error", page->error);
	field(out, "why", page->why);
	field(out, "redirect", page->redirect);
	if (page->json)
		fprintf(out, ",\"result\":%s", page->json);
	fputs("}\n", out);
	fflush(out);
	return !ferror(out);
}
