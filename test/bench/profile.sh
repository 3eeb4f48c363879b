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
# What the compiler's vector instructions cost stands under its header: it
# belongs to the function that uses them.
awk '{
	n = $1
	gsub(",", "", n)
	name = $2
	sub(/.*:/, "", name)
	total += n
	if ($0 ~ /lib\/gcc\//) {
		vectors[name] += n
		next
	}
	room = "libc and others"
	if (match($0, /lib\/[a-z]+\//))
		room = substr($0, RSTART + 4, RLENGTH - 5)
	else if ($0 ~ /pcre2/)
		room = "PCRE2"
	sum[room] += n
	if (room != "libc and others" && name !~ /^0x/) {
		of[room "/" name] += n
		if (!(name in home) || home[name] == "base")
			home[name] = room
	}
}
END {
	for (f in vectors) {
		room = f in home ? home[f] : "libc and others"
		sum[room] += vectors[f]
		of[room "/" f] += vectors[f]
	}
	for (r in sum)
		printf "1 %6.1f %%  %s\n", sum[r] * 100 / total, r
	for (f in of)
		if (of[f] * 100 > total)
			printf "2 %6.1f %%  %s\n", of[f] * 100 / total, f
}' "$out/all" | sort -k1,1n -k2,2nr | awk -v part="$part" '
	$1 == 1 && !a++ { print part ", instructions by room" }
	$1 == 2 && !b++ { print part ", functions above 1 %" }
	{ sub(/^[12]/, ""); print }'
