/*
 * address.h - the sites that a page's address belongs to.
 */
#ifndef ADDRESS_H
#define ADDRESS_H

#include <libpsl.h>
#include <stdint.h>

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

/*
 * Reads url (NULL: none), of whose path the first depth segments count where
 * a "/" ends them.  Where it has no proper host all names are ADDRESS_NONE.
 */
void address_of(const psl_ctx_t *suffixes, const char *url, uint32_t depth,
                address *out);

/* Not 0 where host is numbers, not a name: nothing of it can be registered, and
 * no hosts file names it. */
int address_is_number(const char *host);

#endif
