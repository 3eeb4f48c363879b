/* forest_table.c - the learned tables; see forest.h. */
#include "segment/forest.h"

#define CUT SCLS_CUT
#include "segment/forest_html.inc"
#include "segment/forest_text.inc"
