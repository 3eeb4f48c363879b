#!/bin/sh
# profile.sh - where the instructions of a page go, by room and by function.
# usage: profile.sh COUNT [pages|text|headlines|open]
set -eu
count=$1
part=${2:-pages}
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
valgrind -q --tool=callgrind --callgrind-out-file="$out/cg" \
	--collect-atstart=no --toggle-collect=fixed_work "$count" "$part" \
	>"$out/log" 2>&1 || { cat "$out/log" >&2; exit 2; }
# "1,234 (5.67%)  lib/page/skip.c:put_tag [object]"
callgrind_annotate --auto=no --threshold=100 "$out/cg" 2>/dev/null \
	| sed -n 's/^ *\([0-9][0-9,]*\) *([^)]*) *\(.*:.*\)/\1 \2/p' \
	> "$out/all"
awk '{
	n = $1
	gsub(",", "", n)
	room = "libc and others"
	if (match($0, /lib\/[a-z]+\//))
		room = substr($0, RSTART + 4, RLENGTH - 5)
	else if ($0 ~ /pcre2/)
		room = "PCRE2"
	sum[room] += n
	total += n
	name = $2
	sub(/.*:/, "", name)
	if (room != "libc and others" && name !~ /^0x/)
		of[room "/" name] += n
}
END {
	for (r in sum)
		printf "1 %6.1f %%  %s\n", sum[r] * 100 / total, r
	for (f in of)
		if (of[f] * 100 > total)
			printf "2 %6.1f %%  %s\n", of[f] * 100 / total, f
}' "$out/all" | sort -k1,1n -k2,2nr | awk -v part="$part" '
	$1 == 1 && !a++ { print part ", instructions by room" }
	$1 == 2 && !b++ { print part ", functions above 1 %" }
	{ sub(/^[12]/, ""); print }'
