/* report.c - see report.h. */
#include "site/report.h"

#include "site/address.h"
#include "terminal.h"

#include <jansson.h>
#include <string.h>

/* The formats of --format. */
typedef enum report_format {
	REPORT_TEXT, REPORT_JSON, REPORT_HOSTS, REPORT_UBLACKLIST
} report_format;

#define MILLION 1e6
#define PERCENT 1e4

/* The table of options has the same names and lets no other pass. */
static report_format format_of(const tool_options *o)
{
	static const char *const names[] = { "json", "hosts", "ublacklist" };

	if (!o->format)
		return o->json ? REPORT_JSON : REPORT_TEXT;
	for (int i = 0; i < 3; i++)
		if (strcmp(o->format, names[i]) == 0)
			return (report_format)(REPORT_JSON + i);
	return REPORT_TEXT;
}

/* What only one link has is no template; "~": an estimate. */
static void print_tops(const spamcls_top *tops, uint32_t n, int about)
{
	for (uint32_t i = 0; i < n && tops[i].links > 1; i++) {
		printf("%19s%8llu  ", about ? "~" : "",
		       (unsigned long long)tops[i].links);
		terminal_text(tops[i].text, strlen(tops[i].text));
		putchar('\n');
	}
}

static void print_site(const spamcls_site *s, int scope)
{
	int about = s->marked > s->sampled;

	printf("%6.1f%%  %5.1f-%5.1f%%  %9llu %9llu %9llu  ",
	       s->farms.share / PERCENT, s->farms.low / PERCENT,
	       s->farms.high / PERCENT, (unsigned long long)s->farm,
	       (unsigned long long)s->suspect, (unsigned long long)s->pages);
	if (scope == SPAMCLS_SCOPE_ALL)
		fputs("everything", stdout);
	terminal_text(s->name, strlen(s->name));
	putchar('\n');
	print_tops(s->families, s->n_families, about);
	print_tops(s->skeletons, s->n_skeletons, about);
	tool_printed();
}

static void print_text(int scope, const spamcls_site *sites, size_t n,
                       uint64_t one_in, uint32_t top)
{
	static const char *const titles[] = { "All pages", "Domains", "Hosts",
		                              "Path prefixes" };

	printf("%s%s", scope ? "\n" : "", titles[scope]);
	if (scope != SPAMCLS_SCOPE_ALL)
		printf(": %zu%s", n, n > top ? ", the first of them" : "");
	if (one_in > 1)
		printf(" (1 of %llu was kept: --sites)",
		       (unsigned long long)one_in);
	puts("\n   farm     95% interval       farm   suspect     pages");
	for (size_t i = 0; i < n && i < top; i++)
		print_site(&sites[i], scope);
	if (scope == SPAMCLS_SCOPE_ALL && n > 0 && sites[0].unreadable > 0)
		printf("%llu more could not be read\n",
		       (unsigned long long)sites[0].unreadable);
}

static json_t *share_of(const spamcls_share *s)
{
	return json_pack("[f,f,f]", s->share / MILLION, s->low / MILLION,
	                 s->high / MILLION);
}

static json_t *tops_of(const spamcls_top *tops, uint32_t n)
{
	json_t *out = json_array();

	for (uint32_t i = 0; i < n; i++)
		json_array_append_new(out, json_pack(
		        "{s:s,s:I}", "name", tops[i].text, "links",
		        (json_int_t)tops[i].links));
	return out;
}

static int print_json(int scope, const spamcls_site *s, uint64_t one_in)
{
	json_t *o = json_pack(
	        "{s:s,s:s,s:I,s:I,s:I,s:I,s:o,s:o,s:I,s:I,s:I,s:I,s:o,s:o}",
	        "scope", spamcls_scope_name(scope), "site", s->name,
	        "pages", (json_int_t)s->pages, "farm", (json_int_t)s->farm,
	        "suspect", (json_int_t)s->suspect,
	        "unreadable", (json_int_t)s->unreadable,
	        "farm_share", share_of(&s->farms),
	        "doubtful_share", share_of(&s->doubtful),
	        "links", (json_int_t)s->links,
	        "marked", (json_int_t)s->marked,
	        "sampled", (json_int_t)s->sampled,
	        "one_in", (json_int_t)one_in,
	        "families", tops_of(s->families, s->n_families),
	        "skeletons", tops_of(s->skeletons, s->n_skeletons));
	int ok = o && (json_dumpf(o, stdout, JSON_COMPACT
	                          | JSON_REAL_PRECISION(7)) == 0
	               || !tool_printed());

	json_decref(o);
	putchar('\n');
	tool_printed();
	return ok;
}

/* A sketch from elsewhere may hold names that would be lines of their own; and
 * nobody asks for a host by a name that is not ASCII. */
static int is_name(const char *name)
{
	if (strcmp(name, ADDRESS_NONE) == 0)
		return 0;
	for (; *name != '\0'; name++)
		if (*name <= ' ' || (unsigned char)*name >= 0x7F)
			return 0;
	return 1;
}

/* Not 0 where the site's farm share is surely high enough to be blocked. */
static int is_bad(const tool_options *o, const spamcls_site *s)
{
	return s->farms.low / MILLION >= o->least && s->pages > 0
	       && is_name(s->name);
}

/* What a hosts file may name: no address, and not localhost or what else
 * stands for a machine near by. */
static int is_public(const char *host)
{
	return !address_is_number(host) && strchr(host, '.');
}

/* A list of which a part is missing looks like any other. */
static void warn_of_sample(const tool_options *o, uint64_t one_in)
{
	char what[96];

	snprintf(what, sizeof(what), "of %llu sites one was kept: --sites "
	         "keeps more", (unsigned long long)one_in);
	if (one_in > 1)
		tool_warn(o, NULL, what);
}

static int print_all(const tool_options *o, spamcls_sketch *sketch, int json)
{
	for (int scope = 0; scope < SPAMCLS_SCOPES; scope++) {
		const spamcls_site *sites;
		size_t n;
		uint64_t one_in;

		if (spamcls_sketch_sites(sketch, (spamcls_scope)scope, &sites,
		                         &n, &one_in) != SPAMCLS_OK)
			return TOOL_SOFTWARE;
		if (!json)
			print_text(scope, sites, n, one_in, o->top);
		for (size_t i = 0; json && i < n; i++)
			if (!print_json(scope, &sites[i], one_in))
				return TOOL_SOFTWARE;
	}
	return TOOL_OK;
}

/* A hosts file takes hosts, a blocker of search results whole domains. */
static int print_blocked(const tool_options *o, spamcls_sketch *sketch,
                         int hosts)
{
	const spamcls_site *sites;
	size_t n;
	uint64_t one_in;

	if (spamcls_sketch_sites(sketch, hosts ? SPAMCLS_SCOPE_HOST
	                                       : SPAMCLS_SCOPE_DOMAIN,
	                         &sites, &n, &one_in) != SPAMCLS_OK)
		return TOOL_SOFTWARE;
	warn_of_sample(o, one_in);
	for (size_t i = 0; i < n; i++)
		if (is_bad(o, &sites[i])
		    && (!hosts || is_public(sites[i].name)))
			printf(hosts ? "0.0.0.0 %s\n" : "*://*.%s/*\n",
			       sites[i].name);
	tool_printed();
	return TOOL_OK;
}

int report_sites(const tool_options *o, spamcls_sketch *sketch)
{
	report_format format = format_of(o);

	if (format == REPORT_TEXT || format == REPORT_JSON)
		return print_all(o, sketch, format == REPORT_JSON);
	return print_blocked(o, sketch, format == REPORT_HOSTS);
}
