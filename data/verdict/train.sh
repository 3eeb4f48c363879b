#!/bin/sh
# train.sh - learns the verdict's tables; make verdict and eval-pages call it.
# usage: train.sh SPAMCLS DUMP_VALUES DUMP_SECOND PAGES [--write]
#
# Needs ../shared/data, numpy and LightGBM.  PAGES gets pages, headline models
# without each fold's families, and the folds' own tables; what is there for
# the same inputs is kept.  --write replaces the tables of lib/verdict.
set -eu
spamcls=$1
dump=$(cd "$(dirname "$2")" && pwd)/$(basename "$2")
second=$3
pages=$4
shift 4
here=$(dirname "$0")
eval=$here/../../test/eval

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
	echo "| data/verdict/lists/*/*.txt, in order |" \
		"$(hash_of "$here"/lists/*/*.txt) |"
	echo "| what the folds' models are made of | $(cat "$pages/trees") |"
	echo "| values of all folds | $(hash_of "$pages"/values*.jsonl) |"
	echo
	echo 'What was printed; every page judged by trees and a headline model'
	echo 'that saw neither its farm families nor its repetitive kind:'
	echo
	sed 's/^/    /' "$pages/report"
}

sh "$here/../model/folds.sh" "$spamcls" "$second" "$pages"
"${PYTHON:-python3}" "$eval/make_pages.py" --output "$pages" --bin "$spamcls"
for fold in "$pages"/fold*; do
	k=${fold##*/fold}
	(cd "$pages" && find "fold$k" -type f | sort \
		| xargs "$dump" "db$k") > "$pages/values$k.jsonl"
done
"${PYTHON:-python3}" "$here/train_verdict.py" "$pages" "$@" > "$pages/report"
cat "$pages/report"
case " $* " in *" --write "*) provenance > "$here/PROVENANCE.md" ;; esac
