/* address.c - see address.h. */
#include "site/address.h"

#include <string.h>

/* Behind "scheme://", or NULL. */
static const char *authority_of(const char *url)
{
	const char *colon = url ? strchr(url, ':') : NULL;

	if (!colon || colon == url || strncmp(colon, "://", 3) != 0)
		return NULL;
	return colon + 3;
}

static int is_host_byte(unsigned char c)
{
	return c > ' ' && c != 0x7F && !strchr("\"<>\\^`{|}%,*", c);
}

static int is_ascii(const char *text, size_t size)
{
	for (size_t i = 0; i < size; i++)
		if ((unsigned char)text[i] >= 0x80)
			return 0;
	return 1;
}

/* Like browsers, it does not mind where a hyphen stands. */
#define HYPHENS ((uint32_t)(UIDNA_ERROR_LEADING_HYPHEN \
                            | UIDNA_ERROR_TRAILING_HYPHEN \
                            | UIDNA_ERROR_HYPHEN_3_4))

/* The name in ASCII; what has none stays as it is.  Returns its size, or 0
 * where it does not fit. */
static size_t name_in_ascii(const UIDNA *idna, const char *from, size_t size,
                            char *host)
{
	UIDNAInfo info = UIDNA_INFO_INITIALIZER;
	UErrorCode status = U_ZERO_ERROR;
	int32_t n = 0;

	if (size < 4 * ADDRESS_HOST && !is_ascii(from, size))
		n = uidna_nameToASCII_UTF8(idna, from, (int32_t)size, host,
		                           ADDRESS_HOST - 1, &info, &status);
	if (n > 0 && U_SUCCESS(status) && (info.errors & ~HYPHENS) == 0)
		return (size_t)n;
	if (size >= ADDRESS_HOST)
		return 0;
	memcpy(host, from, size);
	return size;
}

/*
 * In ASCII and lower case, without user, port and a dot at the end; what
 * stands in brackets (IPv6) stays.  Returns 0 where it is no host.
 */
static int copy_host(const UIDNA *idna, const char *from, size_t size,
                     char *host)
{
	const char *at = memchr(from, '@', size), *port;

	for (; at; at = memchr(from, '@', size)) {
		size -= (size_t)(at + 1 - from);
		from = at + 1;
	}
	port = memchr(from, from[0] == '[' && size > 0 ? ']' : ':', size);
	if (port)
		size = (size_t)(port - from) + (*port == ']');
	size = name_in_ascii(idna, from, size, host);
	while (size > 0 && host[size - 1] == '.')
		size--;
	if (size == 0 || host[0] == '.')
		return 0;
	for (size_t i = 0; i < size; i++) {
		unsigned char c = (unsigned char)host[i];

		if (!is_host_byte(c))
			return 0;
		host[i] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
	}
	host[size] = '\0';
	return 1;
}

int address_is_number(const char *host)
{
	return host[0] == '[' || host[strspn(host, "0123456789.")] == '\0';
}

/* What of a host can be registered, or the host itself. */
static const char *domain_of(const psl_ctx_t *suffixes, const char *host)
{
	const char *domain = address_is_number(host)
	                     ? NULL : psl_registrable_domain(suffixes, host);

	return domain ? domain : host;
}

/* The host and the first depth directories of the path. */
static void set_prefix(const char *path, uint32_t depth, address *out)
{
	size_t host = strlen(out->host), end = strcspn(path, "?#"), size = 0;

	for (size_t i = 1; i < end && depth > 0; i++)
		if (path[i] == '/') {
			size = i;
			depth--;
		}
	if (host + size + 2 > ADDRESS_PREFIX)
		size = 0;
	memcpy(out->prefix, out->host, host);
	memcpy(out->prefix + host, path, size);
	memcpy(out->prefix + host + size, "/", 2);
}

int address_open(address_rules *rules)
{
	UErrorCode status = U_ZERO_ERROR;

	rules->suffixes = psl_builtin();
	rules->idna = uidna_openUTS46(UIDNA_NONTRANSITIONAL_TO_ASCII, &status);
	return U_SUCCESS(status);
}

void address_close(address_rules *rules)
{
	uidna_close(rules->idna);
	rules->idna = NULL;
}

void address_of(const address_rules *rules, const char *url, address *out)
{
	const char *from = authority_of(url);
	size_t size = from ? strcspn(from, "/?#") : 0;

	if (!from || !copy_host(rules->idna, from, size, out->host)) {
		strcpy(out->host, ADDRESS_NONE);
		strcpy(out->domain, ADDRESS_NONE);
		strcpy(out->prefix, ADDRESS_NONE);
		return;
	}
	strcpy(out->domain, domain_of(rules->suffixes, out->host));
	set_prefix(from + size, rules->depth, out);
}
