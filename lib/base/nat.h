/* nat.h - the unit of scores and weights: 1/1024 nat of log-odds. */
#ifndef SCLS_BASE_NAT_H
#define SCLS_BASE_NAT_H

/* Units of a nat. */
#define SCLS_NAT 1024

#endif
