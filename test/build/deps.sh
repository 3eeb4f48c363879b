#!/bin/sh
# deps.sh - sees to it that what a make target needs is installed.
# usage: deps.sh [--install] run|check|valgrind|fuzz|bench
#
# A quick look comes first; only where something is missing (or --install is
# given) are packages installed: by apt-get, with sudo where the user is not
# root.  Where there is no apt-get the list is printed and the exit code is 1.
set -u
install=no
if [ "${1-}" = --install ]; then
	install=yes
	shift
fi
goal=${1:-run}
here=$(dirname "$0")

packages='gcc libc6-dev make pkg-config libicu-dev libpcre2-dev
libjansson-dev zlib1g-dev libpsl-dev libbrotli-dev
libzstd-dev'
modules='icu-uc icu-i18n libpcre2-32 jansson zlib libpsl
libbrotlidec libzstd'
programs="${CC:-cc} ar ${PKG_CONFIG:-pkg-config}"
if [ "$goal" != run ]; then
	packages="$packages g++ check libsubunit-dev libcurl4-openssl-dev
python3 python3-pip python3-setuptools python3-wheel python3-venv
python3-pytest"
	modules="$modules check libcurl"
	programs="$programs ${CXX:-c++} nm"
fi
case $goal in
valgrind)
	packages="$packages valgrind"
	programs="$programs valgrind"
	;;
fuzz)
	packages="$packages clang libclang-rt-dev"
	programs="$programs clang"
	;;
bench)
	packages="$packages libxml2-dev"
	modules="$modules libxml-2.0"
	;;
esac

# The compiler alone is not enough: its run-time libraries are a package too.
can_fuzz() {
	echo 'int LLVMFuzzerTestOneInput(void) { return 0; }' | clang -x c \
		-fsanitize=fuzzer,address -o /dev/null - 2> /dev/null
}

# Prints what is missing, one name a line.
missing() {
	for program in $programs; do
		command -v "${program##* }" > /dev/null 2>&1 ||
			echo "$program"
	done
	for module in $modules; do
		"${PKG_CONFIG:-pkg-config}" --exists "$module" 2> /dev/null ||
			echo "$module"
	done
	if [ "$goal" = fuzz ] && ! can_fuzz; then
		echo "clang's fuzzer and address sanitizer"
	fi
	if [ "$goal" != run ]; then
		sh "$here/python.sh" > /dev/null 2>&1 ||
			echo 'python3 with setuptools, wheel, pip, pytest'
	fi
}

say_packages() {
	echo "Debian's names of what is needed:" >&2
	echo "$packages" | tr '\n' ' ' | fold -s -w 76 | sed 's/^/  /' >&2
	echo >&2
}

wanted=$(missing)
if [ -z "$wanted" ] && [ $install = no ]; then
	exit 0
fi
if [ -n "$wanted" ]; then
	echo "missing:" $wanted >&2
fi
if ! command -v apt-get > /dev/null 2>&1; then
	[ -z "$wanted" ] && exit 0
	echo 'There is no apt-get here; please install these by hand.' >&2
	say_packages
	exit 1
fi
as_root=
if [ "$(id -u)" != 0 ]; then
	if ! command -v sudo > /dev/null 2>&1; then
		echo 'Installing needs root or sudo.' >&2
		say_packages
		exit 1
	fi
	as_root=sudo
fi
echo 'installing packages with apt-get ...' >&2
$as_root apt-get -qq update >&2 || echo 'apt-get update failed' >&2
# shellcheck disable=SC2086 # a list of words
$as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y install \
	--no-install-recommends $packages > /dev/null || {
	echo 'apt-get could not install them.' >&2
	say_packages
	exit 1
}
wanted=$(missing)
if [ -n "$wanted" ]; then
	echo "still missing:" $wanted >&2
	exit 1
fi
