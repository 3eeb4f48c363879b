# check.sh - for run.sh of a folder, which sources it: tests that are commands.
# OBJ names the build; SUITE is what the folder calls itself.
passed=0
failed=0

# check NAME COMMAND...: one test.
check() {
	name=$1
	shift
	if "$@" > "$OBJ/$SUITE.out" 2>&1; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "$SUITE: $name"
		cat "$OBJ/$SUITE.out"
	fi
}

# The last line, and the exit code.
finish() {
	echo "$passed passed, $failed failed"
	[ "$failed" -eq 0 ]
}
