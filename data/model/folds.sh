#!/bin/sh
# folds.sh - models that leave out families in turn, each with the trees of its
# second look; make second-look, make verdict and make eval call it.
# usage: folds.sh SPAMCLS DUMP_SECOND FOLDS [--write FILE]
#
# Needs ../shared/data, numpy and LightGBM.  What stands in FOLDS for the same
# inputs is kept.  FILE gets the trees of all folds, for the shipped model.
set -eu
# The tables of the trainer are read all over: of large pages (glibc 2.35 on).
export GLIBC_TUNABLES=glibc.malloc.hugetlb=1
spamcls=$1
dump=$2
folds=$3
shift 3
here=$(dirname "$0")
eval=$here/../../test/eval
lib=$here/../../lib

# What decides on the weights; the code that learns, too.
weights() {
	{
		sh "$here/../grammar/print.sh"
		cat "$here"/../lexicon/*.txt "$here"/../rules/*.rules \
			"$here"/../honest/*/*.txt \
			"$here"/../../examples/score/synth/*.c \
			"$here"/handbooks.* \
			"$eval/rows.py" "$eval/shown.py" "$eval/folds.py" \
			"$lib/headline/measure/grams.c" \
			"$lib/headline/measure/once.c" \
			"$lib/headline/measure/sequence.c" \
			"$lib/model/language.c" \
			"$lib/model/train.c" "$lib/model/support.c" \
			"$lib/model/calibrate.c" "$lib/engine/trainer.c" \
			"$lib/engine/trainer_learn.c" \
			"$lib/engine/trainer_glance.c" "$lib/model/glance.c" \
			"$lib/model/glance.h"
	} | sha256sum | cut -c1-64
}

# And on the trees.
trees() {
	{
		weights
		cat "$here/train_second.py" "$here/dump_second.c" \
			"$lib/model"/second* "$lib/model/strongest.c" \
			"$lib/model/language_values.c" \
			"$lib/headline/measure/facts.c"
	} | sha256sum | cut -c1-64
}

mkdir -p "$folds"
if [ "$(cat "$folds/weights" 2> /dev/null)" != "$(weights)" ]; then
	rm -f "$folds/trees"
	"${PYTHON:-python3}" "$eval/folds.py" --output "$folds" --bin "$spamcls"
	weights > "$folds/weights"
fi
if [ "$(cat "$folds/trees" 2> /dev/null)" != "$(trees)" ] || [ $# -gt 0 ]; then
	"${PYTHON:-python3}" "$here/train_second.py" "$folds" --bin "$spamcls" \
		--dump "$dump" "$@"
	trees > "$folds/trees"
fi
