#!/bin/sh
# split.sh - the splitter beside other extractors; make eval-split calls it.
# usage: split.sh SHARED WORK
#
# SHARED has data/pages.tar.xz, data/headlines_*.jsonl.gz and eval/split.py.
# Everything that is installed, learned and built for it goes to WORK: a
# Python environment with LightGBM and the peers that the package index has,
# rs-trafilatura where there is a cargo, and tables that leave each fifth of
# the pages out.  The tables are learned again when what makes them changes.
set -eu
shared=$1
work=$2
here=$(dirname "$0")
root=$here/../..
python=$work/venv/bin/python
mkdir -p "$work/data"

install() {
	[ -x "$python" ] || "${PYTHON:-python3}" -m venv "$work/venv"
	"$python" -c 'import lightgbm, numpy' 2>/dev/null ||
		"$python" -m pip install -q -U pip numpy lightgbm
	for peer in trafilatura resiliparse readability-lxml justext \
			magic-html; do
		"$python" "$here/split_peers.py" --can "$peer" 2>/dev/null ||
			"$python" -m pip install -q "$peer" 2>/dev/null || true
	done
}

rust() {
	command -v cargo > /dev/null || return 0
	mkdir -p "$work/rust"
	cp -R "$here/rs_peer/." "$work/rust/"
	cargo build -q --release --manifest-path "$work/rust/Cargo.toml" ||
		true
}

unpack() {
	[ -d "$work/data/html_wcxb" ] ||
		tar xf "$shared/data/pages.tar.xz" -C "$work/data"
	for file in "$shared"/data/headlines_*.jsonl.gz; do
		ln -sf "$(realpath "$file")" "$work/data/"
	done
}

learn() {
	sum=$(cat "$root"/data/model/*split* "$root"/data/model/*.py \
		"$root"/lib/page/*.[ch] "$root"/lib/page/*.def \
		"$root"/lib/segment/*.[ch] "$root"/lib/segment/*/*.[ch] \
		"$root"/lib/segment/*/*.def | cksum)
	[ "$sum" = "$(cat "$work/folds.sum" 2>/dev/null)" ] && return
	"$python" "$root/data/model/train_split.py" --folds "$work/folds" \
		--only-folds "$work/data"
	echo "$sum" > "$work/folds.sum"
}

# The pages in that folder of WORK; what was found goes to that file.
table() {
	"$python" "$here/split_table.py" --pages "$work/$1" \
		--folds "$work/folds" --shared "$shared" --json "$work/$2" \
		--rust "$work/rust/target/release/rs_peer"
}

install
rust
unpack
learn
"$python" "$here/split_folds.py" build "$work/folds"
table data split.json
"$python" "$root/data/model/page_ways.py" old "$work/data" "$work/old"
echo 'The same pages as they were written before 2008 (page_ways.py):'
table old split_old.json
"$python" "$here/split_folds.py" text "$work/folds" "$work/data"
"$python" "$here/split_folds.py" agree "$work/folds" "$work/data"
