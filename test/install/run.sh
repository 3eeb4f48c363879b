#!/bin/sh
# run.sh - make install into an empty root; a program built against it by
# pkg-config, shared and static; make uninstall leaves nothing.
set -u
root=$OBJ/install-root
here=$(dirname "$0")
SUITE=install
. "$here/../check.sh"
rm -rf "$root"
mkdir -p "$root"

# pc ARGUMENT...: pkg-config that sees the root and the system.
pc() {
	PKG_CONFIG_PATH=$root/opt/farm/lib/odd/pkgconfig \
		"$PKG_CONFIG" --define-variable=prefix="$root/opt/farm" "$@"
}

places='prefix=/opt/farm libdir=/opt/farm/lib/odd'
# shellcheck disable=SC2086 # a list of words, here and below
check 'make install' \
	"$MAKE" --no-print-directory install DESTDIR="$root" $places
for file in bin/spamcls include/spamcls.h lib/odd/libspamcls.a \
	lib/odd/libspamcls.so "lib/odd/$SONAME" \
	"lib/odd/libspamcls.so.$VERSION" lib/odd/pkgconfig/spamcls.pc \
	share/man/man1/spamcls.1; do
	check "$file is there" test -f "$root/opt/farm/$file"
done
version=$(pc --modversion spamcls)
check 'pkg-config says the version' test "$version" = "$VERSION"

cat > "$root/use.c" <<'END'
#include <spamcls.h>
#include <string.h>

int main(void)
{
	spamcls_db *db = NULL;
	spamcls_status status = spamcls_db_open(&db, NULL, NULL);

	spamcls_db_free(db);
	return status != SPAMCLS_OK
	       || strcmp(spamcls_version_string(), VERSION) != 0;
}
END
use="$CC -DVERSION=\"$VERSION\" $root/use.c"
check 'a program with the shared library' \
	$use $(pc --cflags --libs spamcls) -o "$root/shared"
check 'it runs' env LD_LIBRARY_PATH="$root/opt/farm/lib/odd" "$root/shared"
# The static archive needs what it uses, not all that those need in turn.
check 'a program with the static library' $use $(pc --cflags spamcls) \
	"$root/opt/farm/lib/odd/libspamcls.a" \
	$(pc --libs $(pc --print-requires-private spamcls)) -lm -lpthread \
	-o "$root/static"
check 'it runs without the shared one' "$root/static"
rm -f "$root/use.c" "$root/shared" "$root/static"

check 'make uninstall' \
	"$MAKE" --no-print-directory uninstall DESTDIR="$root" $places
left=$(find "$root" ! -type d)
check "nothing is left: $left" test -z "$left"
rm -rf "$root"
finish
