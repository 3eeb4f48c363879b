#!/bin/sh
# show.sh - what make run ends with: a sample page, judged and explained.
# usage: show.sh PATH-OF-SPAMCLS
set -eu
page=examples/score/sample.txt
echo "A page in the manner of a content farm, written for this project:"
echo
sed 's/^/    /' "$page"
echo
echo "$ $1 explain $page"
"$1" explain "$page"
echo
echo "Try: $1 score FILE (JSON), split FILE (the body without its lists),"
echo "     headlines (one a line), --help."
