#!/bin/sh
# builtin.sh - writes DIRECTORY/builtin.S and builtin_table.c from data files.
# usage: builtin.sh DIRECTORY FILE...
# The kinds are those of spamcls_part_kind, and SCLS_BUILTIN_LEXICON.
set -eu
out=$1
shift
table=$out/builtin_table.c
code=$out/builtin.S
n=0
{
	echo '/* Written by test/build/builtin.sh; do not edit. */'
	echo '#include "engine/builtin.h"'
	for file; do
		echo "extern const unsigned char scls_data_$n[];"
		n=$((n + 1))
	done
	echo 'const struct scls_builtin scls_builtins[] = {'
	n=0
	for file; do
		case $file in
		*.txt) kind=1 ;;
		*.rules) kind=2 ;;
		*.lex) kind=4 ;;
		*) kind=3 ;;
		esac
		size=$(wc -c < "$file" | tr -d ' ')
		echo "	{ \"$file\", $kind, scls_data_$n, $size },"
		n=$((n + 1))
	done
	echo '	{ 0, 0, 0, 0 } };'
	echo "const size_t scls_n_builtins = $n;"
} > "$table"
n=0
{
	echo '	.section .rodata'
	for file; do
		printf '\t.balign 64\n\t.globl scls_data_%s\n' "$n"
		printf '\t.hidden scls_data_%s\n\t.type scls_data_%s, %%object\n' \
			"$n" "$n"
		printf 'scls_data_%s:\n\t.incbin "%s"\n' "$n" "$file"
		n=$((n + 1))
	done
	echo '	.section .note.GNU-stack,"",%progbits'
} > "$code"
