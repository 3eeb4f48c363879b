#!/bin/sh
# dump_split.sh - compiles dump_split.c with what it uses of the library, and
# no more: what reads the tables needs them, and they are not learned yet.
# usage: dump_split.sh OUT
set -eu
out=$1
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
set -- -std=c11 -D_POSIX_C_SOURCE=200809L -O2 -I"$root/lib" -I"$root/include"
(cd "$work" && find "$root/lib/base" "$root/lib/page" "$root/lib/segment" \
	-name '*.c' ! -name forest_table.c -exec "${CC:-cc}" "$@" -c {} +)
ar rc "$work/rooms.a" "$work"/*.o
"${CC:-cc}" "$@" "$root/data/model/dump_split.c" "$work/rooms.a" -o "$out"
