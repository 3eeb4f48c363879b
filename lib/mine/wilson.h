/* wilson.h - how far a share that was counted can be trusted. */
#ifndef SCLS_MINE_WILSON_H
#define SCLS_MINE_WILSON_H

#include <spamcls.h>

/*
 * k of n as a share with its 95 % score interval (Wilson, 1927), in
 * millionths, by integers; k is at most n.  Of nothing: 0, from 0 to all.
 */
spamcls_share scls_wilson(uint64_t k, uint64_t n);

#endif
