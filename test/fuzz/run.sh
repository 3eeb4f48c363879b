#!/bin/sh
# run.sh - runs each fuzzer for FUZZ_SECONDS; make fuzz calls it.
# usage: run.sh FUZZER...
#
# What a fuzzer finds on the way is kept in FOLDER/NAME beside the programs
# and is where the next run goes on; an input that breaks something is
# FOLDER/NAME-crash-*, -timeout-*, -oom-* or -leak-*.
set -u
here=$(dirname "$0")
folder=$(dirname "$1")/corpora
mkdir -p "$folder"
"${PYTHON:-python3}" "$here/seeds.py" "$folder/seeds" || exit 1
passed=0
failed=0
for fuzzer; do
	name=${fuzzer##*/fuzz_}
	mkdir -p "$folder/$name"
	words=$here/$name.dict
	[ -f "$words" ] || words=$here/text.dict
	if "$fuzzer" -max_total_time="${FUZZ_SECONDS:-30}" -timeout=20 \
		-rss_limit_mb=2048 -max_len=16384 -print_final_stats=1 \
		-dict="$words" -artifact_prefix="$folder/$name-" \
		"$folder/$name" "$folder/seeds/$name" > "$folder/$name.log" 2>&1
	then
		passed=$((passed + 1))
		runs=$(sed -n 's/^stat::number_of_executed_units: *//p' \
			"$folder/$name.log")
		echo "ok     fuzz_$name: $runs inputs"
	else
		failed=$((failed + 1))
		echo "FAILED fuzz_$name"
		tail -n 60 "$folder/$name.log"
	fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
