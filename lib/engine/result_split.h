/*
 * result_split.h - a split as the public structs of a result have it.
 */
#ifndef SCLS_ENGINE_RESULT_SPLIT_H
#define SCLS_ENGINE_RESULT_SPLIT_H

#include "engine/session.h"

/*
 * Sets title, segments, lists and links of the session's result; the links
 * have no scores yet, and *links is where these go.  All of it is the arena's.
 * Returns SPAMCLS_OK or SPAMCLS_E_NOMEM.
 */
SCLS_MUST_USE scls_status scls_result_split(spamcls_session *session,
                                            const scls_page *page,
                                            const scls_split *split,
                                            spamcls_link **links);

#endif
