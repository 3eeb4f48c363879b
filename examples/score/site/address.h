/*
 * address.h - the sites that a page's address belongs to.
 */
#ifndef ADDRESS_H
#define ADDRESS_H

#include <libpsl.h>
#include <stdint.h>
#include <unicode/uidna.h>

#define ADDRESS_HOST 254    /* bytes of a host name, and a NUL */
#define ADDRESS_PREFIX 1025 /* of host and path, and a NUL */

/* What an address is without a host: "path only". */
#define ADDRESS_NONE "(none)"

/* Names for SPAMCLS_SCOPE_DOMAIN, _HOST and _PREFIX. */
typedef struct address {
	char domain[ADDRESS_HOST];
	char host[ADDRESS_HOST];
	char prefix[ADDRESS_PREFIX];
} address;

/* How addresses are read; not open where idna is NULL. */
typedef struct address_rules {
	const psl_ctx_t *suffixes;
	UIDNA *idna;
	uint32_t depth; /* segments of a path that count */
} address_rules;

/* Opens rules with the list of libpsl; 0 where there is no memory. */
int address_open(address_rules *rules);
void address_close(address_rules *rules);

/*
 * Reads url (NULL: none), of whose path the first segments count where a "/"
 * ends them.  A host in another script gets its name in ASCII, as the domain
 * name system has it.  Where it has no proper host all names are
 * ADDRESS_NONE.
 */
void address_of(const address_rules *rules, const char *url, address *out);

/* Not 0 where a host is the number of a machine, IPv4 or IPv6, not a name. */
int address_is_number(const char *host);

#endif
