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
finish
