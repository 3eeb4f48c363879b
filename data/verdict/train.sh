#!/bin/sh
# train.sh - learns the verdict's tables; make verdict and eval-pages call it.
# usage: train.sh SPAMCLS DUMP_VALUES PAGES [--write]
#
# Needs ../shared/data, numpy and LightGBM.  PAGES gets pages, headline models
# without each fold's families, and the folds' own tables; what is there for
# the same inputs is kept.  --write replaces the tables of lib/verdict.
set -eu
spamcls=$1
dump=$(cd "$(dirname "$2")" && pwd)/$(basename "$2")
pages=$3
shift 3
here=$(dirname "$0")
eval=$here/../../test/eval
lib=$here/../../lib

# What decides on the folds' models; the code that learns, too.
inputs() {
	{
		sh "$here/../grammar/print.sh"
		cat "$here"/../lexicon/*.txt "$here"/../rules/*.rules \
			"$here"/../../examples/score/synth/*.c \
			"$here"/../model/handbooks.* \
			"$eval/rows.py" "$eval/page_folds.py" \
			"$lib/headline/grams.c" "$lib/headline/once.c" \
			"$lib/model/train.c" "$lib/model/support.c" \
			"$lib/model/calibrate.c" "$lib/engine/trainer.c" \
			"$lib/engine/trainer_learn.c"
	} | sha256sum | cut -c1-64
}

hash_of() {
	cat "$@" | sha256sum | cut -c1-64
}

provenance() {
	shared=$here/../../../shared/data
	echo '# The tables of lib/verdict'
	echo
	echo 'Written by `make verdict`, that is `data/verdict/train.sh`, from'
	echo 'these inputs (SHA-256):'
	echo
	echo '| input | hash |'
	echo '|---|---|'
	for file in "$shared"/headlines_*.jsonl.gz "$shared/pages.tar.xz"; do
		echo "| shared/data/${file##*/} | $(hash_of "$file") |"
	done
	echo "| grammars, lexicon, rules, learner, folds | $(inputs) |"
	echo "| values of all folds | $(hash_of "$pages"/values*.jsonl) |"
	echo
	echo 'What was printed; every page judged by trees and a headline model'
	echo 'that saw neither its farm families nor its repetitive kind:'
	echo
	sed 's/^/    /' "$pages/report"
}

mkdir -p "$pages"
if [ "$(cat "$pages/inputs" 2> /dev/null)" != "$(inputs)" ]; then
	python3 "$eval/page_folds.py" --output "$pages" --bin "$spamcls"
	inputs > "$pages/inputs"
fi
python3 "$eval/make_pages.py" --output "$pages" --bin "$spamcls"
for fold in "$pages"/fold*; do
	k=${fold##*/fold}
	(cd "$pages" && find "fold$k" -type f | sort \
		| xargs "$dump" "db$k") > "$pages/values$k.jsonl"
done
python3 "$here/train_verdict.py" "$pages" "$@" > "$pages/report"
cat "$pages/report"
case " $* " in *" --write "*) provenance > "$here/PROVENANCE.md" ;; esac
