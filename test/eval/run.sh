#!/bin/sh
# run.sh - tables of quality on labelled data; make eval calls it.
# usage: run.sh SPAMCLS DATA DUMP_SECOND FOLDS
#
# DATA/data holds headlines_*.jsonl.gz and pages.tar.xz, DATA/eval the scripts
# that read the command's answers.  Nothing of it is part of the project.
set -eu
spamcls=$1
data=$2
second=$3
folds=$4
python=${PYTHON:-python3}
if ! [ -f "$data/eval/headlines.py" ]; then
	echo "make eval: no labelled data in $data (EVAL_DATA)" >&2
	exit 66
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

here=$(dirname "$0")
peer=
command -v fasttext > /dev/null && peer=--fasttext

echo '# headlines: the evaluation part'
"$python" "$here/rows.py" --part eval --bin "$spamcls" --count 0 \
	--data "$data/data" > "$work/eval.jsonl"
"$python" "$data/eval/headlines.py" --bin "$spamcls" "$work/eval.jsonl"
echo
echo '# headlines: lines of handbooks in languages with few labelled rows'
"$python" "$here/handbooks.py" --bin "$spamcls"
echo
echo '# headlines: families left out of training in turn'
sh "$here/../../data/model/folds.sh" "$spamcls" "$second" "$folds"
"$python" "$here/leave_out.py" "$folds" --bin "$spamcls" --work "$work" \
	--count "${EVAL_COUNT:-400}" $peer
echo
echo '# headlines: families that no model learns from'
"$python" "$here/unseen.py" --bin "$spamcls" --work "$work" $peer
echo
echo '# headlines: rewritten to slip through'
"$python" "$here/evasion.py" --bin "$spamcls"
echo
echo '# headlines: as pages show them'
"$python" "$here/around.py" --bin "$spamcls"
if [ -n "$peer" ]; then
	echo
	echo '# headlines: beside fastText, families known to both'
	"$python" "$here/peer_table.py" --bin "$spamcls" --work "$work" \
		--count "${EVAL_COUNT:-400}"
fi
echo
echo '# split'
tar -C "$work" -xf "$data/data/pages.tar.xz"
"$python" "$data/eval/split.py" --bin "$spamcls" $(find "$work" \
	-name manifest.jsonl -exec dirname {} \; | sort)
echo
echo '# text that is nothing but links, and text that only looks like it'
"$python" "$here/bare.py" --bin "$spamcls" "$work"
