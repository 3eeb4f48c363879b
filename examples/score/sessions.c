/* sessions.c - a session for each thread; see tool.h. */
#include "tool.h"

#include <stdlib.h>

spamcls_session **tool_sessions(const tool_options *options,
                                const spamcls_db *db, unsigned n)
{
	spamcls_session **sessions = calloc(n, sizeof(*sessions));

	for (unsigned i = 0; sessions && i < n; i++)
		if (spamcls_session_new(&sessions[i], db, &options->limits)
		    != SPAMCLS_OK) {
			tool_sessions_free(sessions, n);
			return NULL;
		}
	return sessions;
}

void tool_sessions_free(spamcls_session **sessions, unsigned n)
{
	for (unsigned i = 0; sessions && i < n; i++)
		spamcls_session_free(sessions[i]);
	free(sessions);
}
