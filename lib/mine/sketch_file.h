/* sketch_file.h - what writing and loading of a sketch share. */
#ifndef SCLS_MINE_SKETCH_FILE_H
#define SCLS_MINE_SKETCH_FILE_H

#include "mine/rollup.h"

/* What a file begins with; the format rises with every change of it. */
#define SKETCH_MAGIC "SCLSSKCH"
#define SKETCH_FORMAT 1u
#define SKETCH_HEAD 48u                       /* bytes of the head */
#define SKETCH_CHECKSUM 40u                   /* where it stands */
#define SKETCH_FORM 4u                        /* of a form without texts */
#define SKETCH_SITE (8u + 8u * SCLS_COUNTS)   /* of a site without name */
#define SKETCH_LINK 12u                       /* of one link of a sample */

#endif
