#!/usr/bin/env python3
"""Lines of data/honest: each stands once in all files, trimmed, not too long,
and has a character of its folder's script."""
import collections
import os
import re
import unicodedata

import tree

LENGTH = range(2, 160)
SCRIPTS = {'ja': '[\u3040-\u30ff\u4e00-\u9fff]', 'ko': '[\uac00-\ud7af]',
           'zh': '[\u4e00-\u9fff]', 'zh-Hant': '[\u4e00-\u9fff]',
           'en': '[A-Za-z]', 'id': '[A-Za-z]'}


def key_of(line):
    return re.sub(r'\W', '', unicodedata.normalize('NFKC', line)).lower()


def fault_of(line, script, seen):
    if line != ' '.join(line.split()):
        return 'blanks'
    if len(line) not in LENGTH:
        return f'{len(line)} characters'
    if not script.search(line):
        return 'no character of its folder\'s script'
    seen[key_of(line)] += 1
    return 'a second time' if seen[key_of(line)] > 1 else None


def main():
    report = tree.Report()
    seen = collections.Counter()
    for path in tree.files('.txt'):
        if not path.startswith('data/honest/'):
            continue
        script = re.compile(SCRIPTS.get(
            os.path.basename(os.path.dirname(path)), r'\w'))
        for number, line in enumerate(tree.read(path).splitlines(), 1):
            fault = fault_of(line, script, seen)
            if fault:
                report.fault(f'{path}:{number}', fault)
    report.close('honest lines')
    report.exit()


main()
