#!/bin/sh
# run.sh - all lint scripts.  usage: run.sh [ARCHIVE]
set -u
here=$(dirname "$0")
archive=${1:-${OBJ:-}/libspamcls.a}
python=$(sh "$here/../build/python.sh" || echo python3)
passed=0
failed=0
for script in rooms.py sizes.py words.py folders.py honest.py; do
	answer=$(PYTHONDONTWRITEBYTECODE=1 "$python" "$here/$script" "$archive")
	last=$(printf '%s\n' "$answer" | tail -n 1)
	printf '%s\n' "$answer" | sed '$d'
	case $last in
	*' passed, '*' failed')
		passed=$((passed + ${last%% *}))
		last=${last#*, }
		failed=$((failed + ${last%% *}))
		;;
	*)
		echo "$script: $last"
		failed=$((failed + 1))
		;;
	esac
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
