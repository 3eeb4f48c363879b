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

/*
 * Lower case, and without user, port and a dot at the end; what stands in
 * brackets (IPv6) stays.  Returns 0 where it is no host.
 */
static int copy_host(const char *from, size_t size, char *host)
{
	const char *at = memchr(from, '@', size), *port;

	for (; at; at = memchr(from, '@', size)) {
		size -= (size_t)(at + 1 - from);
		from = at + 1;
	}
	port = memchr(from, from[0] == '[' && size > 0 ? ']' : ':', size);
	if (port)
		size = (size_t)(port - from) + (*port == ']');
	while (size > 0 && from[size - 1] == '.')
		size--;
	if (size == 0 || size >= ADDRESS_HOST || from[0] == '.')
		return 0;
	for (size_t i = 0; i < size; i++) {
		unsigned char c = (unsigned char)from[i];

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

void address_of(const psl_ctx_t *suffixes, const char *url, uint32_t depth,
                address *out)
{
	const char *from = authority_of(url);
	size_t size = from ? strcspn(from, "/?#") : 0;

	if (!from || !copy_host(from, size, out->host)) {
		strcpy(out->host, ADDRESS_NONE);
		strcpy(out->domain, ADDRESS_NONE);
		strcpy(out->prefix, ADDRESS_NONE);
		return;
	}
	strcpy(out->domain, domain_of(suffixes, out->host));
	set_prefix(from + size, depth, out);
}
