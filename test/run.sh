#!/bin/sh
# run.sh - runs tests and sums up.
# usage: run.sh programs|sanitized|valgrind|all PROGRAM...
#
#   programs   the C test programs alone
#   sanitized  the corpus, the command and its documents, too, with the
#              programs of a sanitizer build
#   valgrind   the programs and the corpus, each under valgrind
#   all        and every other test/*/run.sh and run.py: lint, abi, ...
#
# A stage ends its output with a line "N passed, N failed"; one that does not
# counts as one test.  The last line of all is the sum.
set -u
mode=$1
shift
passed=0
failed=0
python=$(sh test/build/python.sh || echo "${PYTHON:-python3}")
log=$OBJ/stage.log

# Adds the numbers of the log's last line, or one for the exit code; a failure
# that the line does not know counts as one.
count() {
	code=$1
	line=$(tail -n 1 "$log" | sed -n \
		's/.*\([0-9][0-9]*\) passed, \([0-9][0-9]*\) failed$/&/p')
	if [ -n "$line" ]; then
		line=$(echo "$line" | sed 's/.* \([0-9]* passed, \)/\1/')
		good=${line%% *}
		bad=${line##*passed, }
		bad=${bad%% *}
	else
		good=0
		bad=0
		[ "$code" -eq 0 ] && good=1
	fi
	# Also where nothing was tested.
	if [ "$bad" -eq 0 ] && { [ "$code" -ne 0 ] || [ "$good" -eq 0 ]; }; then
		bad=1
	fi
	passed=$((passed + good))
	failed=$((failed + bad))
}

# Runs one stage; its output is shown where it failed.
stage() {
	name=$1
	shift
	"$@" > "$log" 2>&1
	code=$?
	before=$failed
	count $code
	if [ "$failed" -ne "$before" ]; then
		echo "FAILED ${name#"${OBJ#"$PWD"/}/"}"
		tail -n 200 "$log"
	else
		echo "ok     ${name#"${OBJ#"$PWD"/}/"}: $(tail -n 1 "$log")"
	fi
}

# Check programs print "100%: Checks: N, Failures: N, Errors: N".
program() {
	$wrap "$1" > "$log.out" 2>&1
	code=$?
	cat "$log.out"
	line=$(grep '^[0-9]*%: Checks: ' "$log.out" | tr -dc '0-9 ')
	if [ -n "$line" ]; then
		set -- $line
		bad=$(($3 + $4))
		echo "$(($2 - bad)) passed, $bad failed"
	fi
	return $code
}

wrap=
case $mode in
sanitized | valgrind)
	# One process, so that the tool sees every thread and every leak.
	export CK_FORK=no CK_TIMEOUT_MULTIPLIER=20
	;;
esac
if [ "$mode" = valgrind ]; then
	wrap='valgrind -q --error-exitcode=99 --leak-check=full
--show-leak-kinds=definite --errors-for-leak-kinds=definite'
fi
export BUILD OBJ PYTHON="$python" VALGRIND="$wrap"
export SPAMCLS="$BUILD/spamcls"

for test; do
	stage "${test#"$OBJ"/}" program "$test"
done
case $mode in
valgrind) stages='test/corpus/run.py' ;;
sanitized) stages=$(ls test/corpus/run.py test/command/run.py \
	test/documents/run.py) ;;
all) stages=$(ls test/*/run.sh test/*/run.py 2> /dev/null) ;;
*) stages= ;;
esac
for script in $stages; do
	case $script in
	# These are measured or run for long: make fuzz, eval, bench.
	test/fuzz/* | test/eval/* | test/bench/*) continue ;;
	*.sh) stage "$script" sh "$script" ;;
	*.py) stage "$script" "$python" "$script" ;;
	esac
done
if [ $((passed + failed)) -eq 0 ]; then
	echo 'nothing was tested: is ROOM the name of a room of lib/?'
	failed=1
fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
