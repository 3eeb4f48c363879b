#!/bin/sh
# count.sh - counts instructions of fixed work and compares with the baseline.
# usage: count.sh check|record COUNT [BASELINE]
#
# check fails where a part takes 3 % more instructions than baseline.json
# says; record writes the file afresh.  Counts depend on compiler, C library
# and processor, so compare what one machine measured.
set -eu
mode=$1
count=$2
baseline=${3:-$(dirname "$0")/baseline.json}
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
command -v valgrind >/dev/null || { echo 'valgrind is missing'; exit 2; }

# The instructions of one part.
instructions() {
	valgrind --tool=callgrind --callgrind-out-file="$out/$1" \
		--collect-atstart=no --toggle-collect=fixed_work \
		"$count" "$1" >"$out/log" 2>&1 \
		|| { cat "$out/log" >&2; exit 2; }
	sed -n 's/^\(summary\|totals\): *//p' "$out/$1" | tail -n 1
}

# What the baseline says of a part; nothing where it says nothing.
recorded() {
	sed -n "s/.*\"$1\": *\([0-9]*\).*/\1/p" "$baseline" 2>/dev/null || true
}

failed=0
lines=
for part in pages text headlines open; do
	now=$(instructions "$part")
	before=$(recorded "$part")
	lines="$lines${lines:+,
}  \"$part\": $now"
	if [ "$mode" = record ] || [ -z "$before" ]; then
		echo "$part: $now instructions"
		continue
	fi
	awk -v p="$part" -v n="$now" -v b="$before" 'BEGIN {
		change = (n / b - 1) * 100
		bad = change > 3
		printf "%s: %d instructions, %+.2f %%: %s\n", p, n, change,
			bad ? "MORE THAN 3 % ABOVE THE BASELINE" : "ok"
		exit bad }' || failed=1
done
[ "$mode" = record ] && printf '{\n%s\n}\n' "$lines" > "$baseline"
exit "$failed"
