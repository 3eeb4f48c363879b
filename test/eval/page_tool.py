#!/usr/bin/env python3
"""Stands in for spamcls: each page is judged by the tables of its own fold.

usage: PAGES=DIRECTORY page_tool.py score FILE...
       page_tool.py --build CC... (make eval-pages calls it)

DIRECTORY is what data/verdict/train.sh wrote; a page below DIRECTORY/foldK
is scored by DIRECTORY/toolK, whose trees never saw the fold's families, with
the headline model of dbK, which did not either (dbKn where RULES=no).
"""
import collections
import os
import re
import subprocess
import sys


def build(pages, command):
    """Links a tool for each fold: command with the fold's tables first."""
    folds = sorted(name[6:] for name in os.listdir(pages)
                   if re.fullmatch(r'tables\d+', name))
    for fold in folds:
        subprocess.run(command + ['-iquote', f'{pages}/tables{fold}', '-o',
                                  f'{pages}/tool{fold}'], check=True)


def score(pages, files):
    groups = collections.defaultdict(list)
    for path in files:
        fold = re.search(r'/fold(\d+)/', path).group(1)
        groups[fold, path.endswith('.links')].append(path)
    bare = 'n' if os.environ.get('RULES') == 'no' else ''
    for (fold, links), some in sorted(groups.items()):
        sys.stdout.flush()
        subprocess.run([f'{pages}/tool{fold}', 'score', '--threads', '2',
                        '--db', f'{pages}/db{fold}{bare}']
                       + ['--links'] * links + some, check=True)


def main():
    pages = os.environ['PAGES']
    if sys.argv[1] == '--build':
        build(pages, sys.argv[2:])
    else:
        score(pages, sys.argv[2:])


if __name__ == '__main__':
    main()
