#!/usr/bin/env python3
"""Lines of data/honest: each stands once in all files, trimmed, not too long,
and has a character of its folder's script.  Nor does one stand in a list of
data/verdict/lists, whose lines no model may have learned, or in two."""
import collections
import os
import re
import unicodedata

import tree

LENGTH = range(2, 160)
TWICE = 'a second time'
SCRIPTS = {'ja': '[\u3040-\u30ff\u4e00-\u9fff]', 'ko': '[\uac00-\ud7af]',
           'zh': '[\u4e00-\u9fff]', 'zh-Hant': '[\u4e00-\u9fff]',
           'en': '[A-Za-z]', 'id': '[A-Za-z]'}


def key_of(line):
    return re.sub(r'\W', '', unicodedata.normalize('NFKC', line)).lower()


def fault_of(line, script, seen):
    seen[key_of(line)] += 1
    if seen[key_of(line)] > 1:
        return TWICE
    if line != ' '.join(line.split()):
        return 'blanks'
    if len(line) not in LENGTH:
        return f'{len(line)} characters'
    if not script.search(line):
        return 'no character of its folder\'s script'
    return None


def faults(path, seen):
    """(line, what is wrong with it) of a file."""
    script = re.compile(SCRIPTS.get(
        os.path.basename(os.path.dirname(path)), r'\w'))
    for number, line in enumerate(tree.read(path).splitlines(), 1):
        yield number, fault_of(line, script, seen)


def main():
    report = tree.Report()
    seen = collections.Counter()
    for path in tree.files('.txt'):
        of_list = path.startswith('data/verdict/lists/')
        if not of_list and not path.startswith('data/honest/'):
            continue
        for number, fault in faults(path, seen):
            if fault and (fault == TWICE or not of_list):
                report.fault(f'{path}:{number}', fault)
    report.close('honest lines')
    report.exit()


main()
