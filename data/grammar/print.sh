#!/bin/sh
# print.sh - all grammars in the order in which `spamcls synth` reads them, that
# of the files' own names, wherever they stand: what a hash of them is made of.
set -eu
find "$(dirname "$0")" -name '*.txt' | awk -F/ '{ print $NF "\t" $0 }' \
	| LC_ALL=C sort | cut -f2 | xargs cat
