#!/bin/sh
# run.sh - the Python package, installed by pip as a user does, and its tests.
# Nothing is fetched: pip, setuptools, wheel and pytest are the system's.
set -u
venv=$OBJ/venv
rm -rf "$venv"
if ! "$PYTHON" -m venv --system-site-packages --without-pip "$venv" ||
	! "$venv/bin/python" -m pip install -q --no-build-isolation \
		--no-index --no-deps --no-cache-dir \
		--disable-pip-version-check \
		--root-user-action=ignore examples/python; then
	echo '0 passed, 1 failed'
	exit 1
fi
out=$OBJ/pytest.out
"$venv/bin/python" -m pytest -q -p no:cacheprovider test/python > "$out" 2>&1
code=$?
cat "$out"
passed=$(sed -n 's/.*\b\([0-9][0-9]*\) passed.*/\1/p' "$out" | tail -n 1)
failed=$(sed -n 's/.*\b\([0-9][0-9]*\) failed.*/\1/p' "$out" | tail -n 1)
failed=${failed:-0}
[ "$code" -ne 0 ] && [ "$failed" -eq 0 ] && failed=1
echo "${passed:-0} passed, $failed failed"
exit "$code"
