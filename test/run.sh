#!/bin/sh
# run.sh - runs test programs one by one and sums up.
# usage: run.sh PROGRAM...
set -u
passed=0
failed=0
for program; do
	if output=$("$program" 2>&1); then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		printf '%s\n' "--- $program" "$output"
	fi
done
echo "programs: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
