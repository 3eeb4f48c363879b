/* names.c - names of the public enumerations. */
#include <spamcls.h>

#include <stddef.h>

/* One status: its number, its constant's name, a sentence. */
static const struct {
	int status;
	const char *name;
	const char *message;
} statuses[] = {
	{ SPAMCLS_OK, "SPAMCLS_OK", "success" },
	{ SPAMCLS_E_ARG, "SPAMCLS_E_ARG",
	  "an argument is NULL or out of range; see the call's comment" },
	{ SPAMCLS_E_BUSY, "SPAMCLS_E_BUSY",
	  "the session is in use; give every thread its own" },
	{ SPAMCLS_E_LIMIT, "SPAMCLS_E_LIMIT", "a hard limit was reached" },
	{ SPAMCLS_E_STATE, "SPAMCLS_E_STATE",
	  "the call does not fit what came before" },
	{ SPAMCLS_E_SYNTAX, "SPAMCLS_E_SYNTAX",
	  "a lexicon, rule pack or grammar has an error" },
	{ SPAMCLS_E_FORMAT, "SPAMCLS_E_FORMAT",
	  "a model or sketch is damaged or is none" },
	{ SPAMCLS_E_VERSION, "SPAMCLS_E_VERSION",
	  "a model or sketch is for another version; make it again" },
	{ SPAMCLS_E_RULE_TEST, "SPAMCLS_E_RULE_TEST",
	  "a rule pack fails one of its own tests" },
	{ SPAMCLS_E_IO, "SPAMCLS_E_IO", "a file cannot be read" },
	{ SPAMCLS_E_NOMEM, "SPAMCLS_E_NOMEM", "no memory" },
	{ SPAMCLS_E_INTERNAL, "SPAMCLS_E_INTERNAL",
	  "a foreign library failed; please report this" },
};

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

const char *spamcls_status_name(int status)
{
	for (size_t i = 0; i < COUNT(statuses); i++)
		if (statuses[i].status == status)
			return statuses[i].name;
	return "?";
}

const char *spamcls_status_message(int status)
{
	for (size_t i = 0; i < COUNT(statuses); i++)
		if (statuses[i].status == status)
			return statuses[i].message;
	return "unknown status";
}

static const char *pick(const char *const *names, size_t n, int64_t i)
{
	return i >= 0 && (size_t)i < n ? names[i] : "?";
}

const char *spamcls_verdict_name(int verdict)
{
	static const char *const names[] = { "none", "clean", "suspect",
		                             "farm" };

	return pick(names, COUNT(names),
	            (int64_t)verdict - SPAMCLS_NO_VERDICT);
}

const char *spamcls_label_name(int label)
{
	static const char *const names[] = { "clean", "likely", "certain" };

	return pick(names, COUNT(names), label);
}

const char *spamcls_scope_name(int scope)
{
	static const char *const names[] = { "all", "domain", "host",
		                             "prefix" };

	return pick(names, COUNT(names), scope);
}

const char *spamcls_form_name(int form)
{
	static const char *const names[] = { "text", "item", "cell", "code" };

	return pick(names, COUNT(names), form);
}

const char *spamcls_role_name(int role)
{
	static const char *const names[] = {
		"other", "title", "heading", "body", "references",
		"link_list", "list_heading", "navigation", "comments",
		"footer", "hidden"
	};

	return pick(names, COUNT(names), role);
}

const char *spamcls_charset_source_name(int source)
{
	static const char *const names[] = {
		"ascii", "bom", "caller", "meta", "utf8", "gb18030",
		"detected"
	};

	return pick(names, COUNT(names), source);
}

const char *spamcls_flag_name(uint32_t bit)
{
	static const char *const names[] = {
		"truncated_input", "truncated_text", "truncated_blocks",
		"truncated_links", "truncated_depth", "long_headline",
		"regex_limit", "not_text", "repaired", "unknown_charset",
		"hidden_text", "empty", "sampled_body"
	};

	for (size_t i = 0; i < COUNT(names); i++)
		if (bit == UINT32_C(1) << i)
			return names[i];
	return "?";
}
