#!/bin/sh
# run.sh - what a user of the installed library relies on.
#
#   symbols   the .so exports what symbols.txt lists and the header declares
#   header    it compiles alone as C99, C11, C++11 and C++17, without warnings
#   version   header, soname, library and CHANGELOG.md say the same
set -u
here=$(dirname "$0")
library=$OBJ/$SONAME
work=$OBJ/abi
mkdir -p "$work"
SUITE=abi
. "$here/../check.sh"

nm -D --defined-only "$library" | awk '$2 != "A" { print $3 }' |
	sed 's/@.*//' | sort -u > "$work/exported"
"$PYTHON" "$here/prototypes.py" include/spamcls.h > "$work/declared"
check 'the library exports symbols.txt' \
	diff -u "$here/symbols.txt" "$work/exported"
check 'the header declares symbols.txt' \
	diff -u "$here/symbols.txt" "$work/declared"

cat > "$work/use.c" <<'END'
#include <spamcls.h>
#include <spamcls.h>

int main(void)
{
	spamcls_db_options options = SPAMCLS_DB_OPTIONS_INIT;
	spamcls_input input = SPAMCLS_INPUT_INIT;
	spamcls_limits limits = SPAMCLS_LIMITS_INIT;

	return options.size && input.size_of && limits.size ? 0 : 1;
}
END
cp "$work/use.c" "$work/use.cc"
strict='-Iinclude -fsyntax-only -Wall -Wextra -Wpedantic -Werror'
for standard in c99 c11; do
	# shellcheck disable=SC2086 # a list of words
	check "header as $standard" \
		$CC -std=$standard $strict -Wconversion "$work/use.c"
done
for standard in c++11 c++17; do
	# shellcheck disable=SC2086
	check "header as $standard" \
		$CXX -std=$standard $strict "$work/use.cc"
done

soname() {
	readelf -d "$library" | grep -F "[libspamcls.so.${VERSION%%.*}]"
}
check 'the soname has the major version' soname
check 'the tool says the version' \
	test "$("$SPAMCLS" --version)" = "spamcls $VERSION"
newest=$(sed -n 's/^## \([0-9.]*\).*/\1/p' CHANGELOG.md | head -n 1)
check 'CHANGELOG.md begins with the version' test "$newest" = "$VERSION"
python_version=$(sed -n "s/^VERSION = '\(.*\)'/\1/p" \
	examples/python/spamcls/_version.py)
check 'the Python package has the version' \
	test "$python_version" = "$VERSION"

finish
