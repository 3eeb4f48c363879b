/* forest_table.c - the learned tables; see forest.h. */
#include "segment/forest/forest.h"

#define CUT SCLS_CUT
#include "segment/forest/forest_html.inc"
#include "segment/forest/forest_text.inc"
