#!/bin/sh
# python.sh - prints the first Python 3 that has what the tests need.
# usage: python.sh; $PYTHON is asked first, then the system's own.
for python in "${PYTHON:-python3}" python3 /usr/bin/python3; do
	if "$python" -c 'import setuptools, sys, venv, wheel, pytest, pip
sys.exit(sys.version_info < (3, 8))' > /dev/null 2>&1; then
		echo "$python"
		exit 0
	fi
done
exit 1
