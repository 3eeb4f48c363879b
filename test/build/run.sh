#!/bin/sh
# run.sh - what the build says of itself: what an object depends on, what is
# missing on a machine, and that README.md names it.
set -u
here=$(dirname "$0")
SUITE=build
. "$here/../check.sh"

# A header that changes makes afresh whatever was compiled with it.
depends() {
	"$MAKE" -pnq lib 2> /dev/null | grep -q "^[^#]*$1: .*$2"
}
check 'the table of built-in files knows its header' \
	depends 'builtin_table\.o' 'lib/engine/builtin\.h'
check 'an object of the library knows its header' \
	depends 'lib/base/arena\.o' 'lib/base/arena\.h'
check 'a program beside the library knows its header' \
	depends 'data/lexicon/fold_terms' 'lib/headline/fold\.h'

# What is there is not spoken of.
quiet() {
	out=$(sh "$here/deps.sh" check 2>&1) && test -z "$out"
}
check 'deps.sh says nothing where all is there' quiet

# A machine of another system, on which nothing is installed.
bare=$OBJ/bare
rm -rf "$bare"
mkdir -p "$bare"
for tool in sh dirname tr fold sed id; do
	ln -s "$(command -v $tool)" "$bare/$tool"
done
PATH=$bare PKG_CONFIG=none PYTHON=none "$bare/sh" "$here/deps.sh" check \
	> "$bare/out" 2>&1
code=$?
check 'deps.sh stops where it cannot install' test $code = 1
packages=$(sed -n '/Debian/,$s/^  //p' "$bare/out")
check 'and prints the list' test -n "$packages"
# The first column of its table.
named=$(sed -n 's/^| \([^|]*\) |.*/\1/p' README.md | tr -s ', ' '\n\n')
is_named() {
	echo "$named" | grep -qxF -- "$1"
}
for package in $packages; do
	check "README.md names $package" is_named "$package"
done
rm -rf "$bare"

# The program that the splitter's tables are learned with: of two lines that
# the forest is said to think of, the border before the second.
border() {
	sh "$here/../../data/model/dump_split.sh" "$OBJ/dump_split" || return 1
	printf 'One line\nAnd another\n' > "$OBJ/lines.txt"
	said=$(printf 'border %s\n1024 -1024\n' "$OBJ/lines.txt" |
		"$OBJ/dump_split" | tail -n 1)
	rm -f "$OBJ/dump_split" "$OBJ/lines.txt"
	echo "$said" | grep -q '^9 20 1 .* 128 -128 128 -128$'
}
check 'tables of the splitter can be learned' border

# What test/run.sh makes of what a stage prints, and of its exit code.
told() {
	printf '#!/bin/sh\nprintf "%%s\\n" "%s"\nexit %s\n' "$2" "$3" \
		> "$OBJ/stage"
	chmod +x "$OBJ/stage"
	mkdir -p "$OBJ/told"
	sum=$(OBJ=$OBJ/told sh "$here/../run.sh" programs "$OBJ/stage")
	code=$?
	rm -rf "$OBJ/stage" "$OBJ/told"
	test "$(echo "$sum" | tail -n 1)" = "$1" || return 1
	case $1 in
	*' 0 failed') test $code = 0 ;;
	*) test $code = 1 ;;
	esac
}
check 'tests that passed are counted' \
	told '12 passed, 0 failed' 'all: 12 passed, 0 failed' 0
check 'and those that failed' \
	told '10 passed, 2 failed' '10 passed, 2 failed' 1
check 'Check programs say so otherwise' \
	told '8 passed, 1 failed' '88%: Checks: 9, Failures: 1, Errors: 0' 1
check 'a stage that says nothing is one test' \
	told '1 passed, 0 failed' 'done' 0
check 'or one failure' told '0 passed, 1 failed' 'done' 3
check 'an exit code that the line does not know is a failure' \
	told '12 passed, 1 failed' '12 passed, 0 failed' 1
check 'a stage without tests is one, too' \
	told '0 passed, 1 failed' '0 passed, 0 failed' 0
finish
