#!/usr/bin/env python3
"""Prints the names of all functions that include/spamcls.h declares."""
import re
import sys

with open(sys.argv[1], encoding='utf-8') as file:
    text = re.sub(r'/\*.*?\*/', ' ', file.read(), flags=re.S)
declared = re.findall(r'SPAMCLS_API\b[^;{]*?\b(spamcls_\w+)\s*\(', text)
print('\n'.join(sorted(set(declared))))
