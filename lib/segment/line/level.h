/* level.h - what a line says, figures aside: «阅读 12» and «阅读 7» are one. */
#ifndef SCLS_SEGMENT_LEVEL_H
#define SCLS_SEGMENT_LEVEL_H

#include "base/span.h"
#include <stdint.h>

/* A key of the line without its figures, white space and capitals of ASCII;
 * never 0. */
uint32_t scls_level_key(scls_span line);

#endif
