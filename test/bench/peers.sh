#!/bin/sh
# peers.sh - spamcls beside what others offer, as far as it is there.
# usage: peers.sh BUILD OBJECTS [PAGES]
# HEADLINES=FILE gives the headlines, one a line.  PEERS_PYTHON is a Python
# that has resiliparse and trafilatura; else one is set up below BUILD.
set -eu
build=$1
objects=$2
pages=${3:-}
here=$(dirname "$0")
work=$build/peers
mkdir -p "$work"

# User time of a command in seconds.
user_time() {
	{ TIMEFORMAT=%U; LC_ALL=C bash -c \
		'TIMEFORMAT=%U; time "$@" >/dev/null' sh "$@"; } 2>&1 \
		| tail -n 1
}

# fastText on characters, as its users do with Chinese: words of one letter.
fasttext_model() {
	[ -f "$work/ft.bin" ] && return
	head -n 5000 "$work/chars.txt" | awk '{
		print "__label__" (NR % 2) " " $0 }' > "$work/train.txt"
	fasttext supervised -input "$work/train.txt" -output "$work/ft" \
		-wordNgrams 3 -bucket 200000 -epoch 1 -thread 1 \
		>/dev/null 2>&1
}

# All lines, again and again, until they are so many: a run must be long beside
# what happens once in it.
repeat_lines() {
	awk -v most="$1" '{ line[NR] = $0 }
		END { for (n = 0; n < most && NR > 0; n += NR)
			for (i = 1; i <= NR; i++) print line[i] }'
}

beside_fasttext() {
	head -n 1 "$work/lines.txt" > "$work/one.txt"
	head -n 1 "$work/chars.txt" > "$work/one_chars.txt"
	n=$(wc -l < "$work/lines.txt")
	for round in 1 2 3 4 5; do
		a=$(user_time "$build/spamcls" headlines --threads 1 \
			"$work/lines.txt")
		b=$(user_time "$build/spamcls" headlines --threads 1 \
			"$work/one.txt")
		c=$(user_time fasttext predict "$work/ft.bin" "$work/chars.txt")
		d=$(user_time fasttext predict "$work/ft.bin" \
			"$work/one_chars.txt")
		echo "$n $a $b $c $d"
	done | awk '{
		print ($4 - $5) / ($2 - $3), $1 / ($2 - $3) / 1e6,
			$1 / ($4 - $5) / 1e6 }' | sort -n | awk '
		{ r[NR] = $1; s[NR] = $2; f[NR] = $3 }
		END { m = int((NR + 1) / 2)
			printf "  %-44s %10.4g M/s\n", "spamcls headlines", s[m]
			printf "  %-44s %10.4g M/s\n", "fasttext predict", f[m]
			printf "  %-44s %10.4g x (%.2f-%.2f) target >= 8: %s\n",
				"spamcls headlines over fasttext", r[m], r[1],
				r[NR], (r[m] >= 8 ? "ok" : "short") }'
}

python() {
	if [ -n "${PEERS_PYTHON:-}" ]; then
		echo "$PEERS_PYTHON"
		return
	fi
	if [ ! -x "$work/venv/bin/python" ]; then
		python3 -m venv "$work/venv" \
			&& "$work/venv/bin/pip" install -q resiliparse \
				trafilatura lxml_html_clean \
				>/dev/null 2>&1 || true
	fi
	echo "$work/venv/bin/python"
}

# rs-trafilatura's timer, built once where there is cargo.
rs_peer() {
	if [ ! -x "$work/rs_target/release/rs_peer" ] \
			&& command -v cargo >/dev/null; then
		cp -R "$here/rs_peer" "$work/" && (cd "$work/rs_peer" \
			&& CARGO_TARGET_DIR=../rs_target cargo build -q \
				--release >/dev/null 2>&1) || true
	fi
	[ ! -x "$work/rs_target/release/rs_peer" ] \
		|| echo "$work/rs_target/release/rs_peer"
}

echo 'headlines beside others'
if [ -n "${HEADLINES:-}" ]; then
	repeat_lines 200000 < "$HEADLINES" > "$work/lines.txt"
else
	"$objects/test/bench/peer_pages" lines 200000 > "$work/lines.txt"
fi
LC_ALL=C.UTF-8 sed 's/./& /g' "$work/lines.txt" > "$work/chars.txt"
"$objects/test/bench/peer_headlines" "$work/lines.txt"
if command -v fasttext >/dev/null; then
	fasttext_model
	beside_fasttext
else
	echo '  fasttext is not there'
fi
echo 'pages beside others'
if [ -z "$pages" ]; then
	pages=$work/pages
	mkdir -p "$pages"
	"$objects/test/bench/peer_pages" pages "$pages"
fi
# shellcheck disable=SC2046 # nothing where there is none
"$(python)" "$here/peers.py" "$objects/test/bench/peer_pages" "$pages" \
	"$work" $(rs_peer)
