/* labels.h - a line of a menu: «女人 亲子 艺术 时尚». */
#ifndef SCLS_SEGMENT_LABELS_H
#define SCLS_SEGMENT_LABELS_H

#include "segment/line/line_shape.h"

/*
 * Not 0 where the line is several labels in a row, each as narrow as no
 * headline is.  Of Han script only: where words stand apart, every line is such
 * a row.  shape is that of line, which is valid UTF-8.
 */
int scls_is_row_of_labels(scls_span line, const scls_shape *shape);

#endif
