#!/bin/sh
# train.sh - trains the shipped model; make model calls it.
# usage: train.sh SPAMCLS OUTPUT [OPTION OF spamcls train]...
#
# Needs ../shared/data.  Writes OUTPUT and, beside it, PROVENANCE.md with the
# hashes of all inputs and what the trainer printed.
set -eu
# The tables of the trainer are read all over: of large pages (glibc 2.35 on).
export GLIBC_TUNABLES=glibc.malloc.hugetlb=1
spamcls=$1
output=$2
shift 2
here=$(dirname "$0")
handbooks=$here/../../build/handbooks
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"${PYTHON:-python3}" "$here/../../test/eval/rows.py" --part train \
	--bin "$spamcls" --count "${COUNT:-150}" > "$work/rows.jsonl"
"$spamcls" train "$work/rows.jsonl" --output "$work/model.spm" \
	--second-look "$here/second_look.json" "$@" \
	2> "$work/report"
cat "$work/report"
{
	sed '/^## Headlines$/,$d' "$here/PROVENANCE.md" 2>/dev/null || true
	echo '## Headlines'
	echo
	echo '`default.spm` was written by `make model`, that is'
	echo '`data/model/train.sh`, from these inputs (SHA-256):'
	echo
	echo '| input | hash |'
	echo '|---|---|'
	shared=$here/../../../shared/data
	for file in "$shared"/headlines_*.jsonl.gz "$shared"/pages.tar.xz; do
		hash=$(sha256sum < "$file" | cut -c1-64)
		echo "| shared/data/$(basename "$file") | $hash |"
	done
	echo "| lines of handbooks | $(grep '"use": "train"' \
		"$handbooks/lines.jsonl" \
		| sha256sum | cut -c1-64) |"
	echo "| \`data/grammar/print.sh\` | $(sh "$here/../grammar/print.sh" \
		| sha256sum | cut -c1-64) |"
	honest=$(cat "$here"/../honest/*/*.txt | sha256sum | cut -c1-64)
	echo "| data/honest/*/*.txt, in order | $honest |"
	echo "| data/lexicon/*.txt, in order | $(cat "$here"/../lexicon/*.txt \
		| sha256sum | cut -c1-64) |"
	echo "| data/rules/*.rules, in order | $(cat "$here"/../rules/*.rules \
		2>/dev/null | sha256sum | cut -c1-64) |"
	echo "| \`second_look.json\` | $(sha256sum < "$here/second_look.json" \
		| cut -c1-64) |"
	echo "| rows, after generation | $(sha256sum < "$work/rows.jsonl" \
		| cut -c1-64) |"
	echo
	echo 'Split: of every ten texts two are for evaluation only, one is'
	echo 'held out for thresholds and probabilities, seven are trained on,'
	echo 'by the first byte modulo ten of the SHA-1 of the normalised text'
	echo '(NFKC, lower case, no white space): `test/eval/rows.py`.'
	echo
	echo 'Of the pages, links and short lines are learned from as honest'
	echo 'lines that no threshold is set on (`page_line`); so are lines of'
	echo 'handbooks in Japanese, Korean and Indonesian, of which there is'
	echo 'next to none labelled, and headlines written for this project'
	echo '(`data/honest`). The handbooks come from Debian packages, as'
	echo '`handbooks.txt` names them:'
	echo
	sed 's/^/    /' "$handbooks/versions"
	echo
	echo 'Lines of farms are learned from as spammers rewrite them, too.'
	echo 'Half of them, and one in three others, are as pages show them:'
	echo 'with a day, a section, a mark, the name of the page around, or'
	echo 'cut short (`test/eval/shown.py`).'
	echo
	echo "Options: \`--count ${COUNT:-150} $*\`. The trainer printed:"
	echo
	sed 's/^/    /' "$work/report"
} > "$work/provenance"
cp "$work/model.spm" "$output"
cp "$work/provenance" "$here/PROVENANCE.md"
