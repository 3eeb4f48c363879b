#!/bin/sh
# run.sh - tables of quality on labelled data; make eval calls it.
# usage: run.sh SPAMCLS DATA
#
# DATA/data holds headlines_*.jsonl.gz and pages.tar.xz, DATA/eval the scripts
# that read the command's answers.  Nothing of it is part of the project.
set -eu
spamcls=$1
data=$2
python=${PYTHON:-python3}
if ! [ -f "$data/eval/headlines.py" ]; then
	echo "make eval: no labelled data in $data (EVAL_DATA)" >&2
	exit 66
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

echo '# headlines'
"$python" "$data/eval/headlines.py" --bin "$spamcls" \
	"$data"/data/headlines_*.jsonl.gz
echo
echo '# split'
tar -C "$work" -xf "$data/data/pages.tar.xz"
"$python" "$data/eval/split.py" --bin "$spamcls" $(find "$work" \
	-name manifest.jsonl -exec dirname {} \; | sort)
