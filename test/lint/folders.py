#!/usr/bin/env python3
"""A README.md of one screen in every folder, which names no file in vain, and
every file of code in it.  No other file names a path in vain."""
import os
import re

import tree

SCREEN = 72  # lines
CODE = '.c', '.h', '.def', '.inc', '.py', '.sh'
UNDER = 'lib', 'data', 'examples', 'test'
# Names in capitals stand for others.
NAMED = re.compile(r'`([a-z0-9_./-]+\.(?:c|h|def|inc|py|sh|spm))`')
# A path from the top of the tree, not behind a variable.
PATH = re.compile(r'(?<![\w$/.}"-])((?:lib|include|examples|test|data)/'
                  r'[a-z0-9_./-]+\.(?:c|h|def|inc|py|sh|md|spm|txt))\b')


def below(folder):
    """The folders directly below one."""
    for name in sorted(os.listdir(os.path.join(tree.TOP, folder))):
        path = os.path.join(folder, name)
        if os.path.isdir(os.path.join(tree.TOP, path)) \
                and name != '__pycache__':
            yield path


def folders():
    """The four at the top, those directly below them, and the rooms inside
    rooms."""
    for top in UNDER:
        yield top
        for path in below(top):
            yield path
            if top == 'lib':
                yield from below(path)


def check_there(report):
    for folder in folders():
        path = os.path.join(folder, 'README.md')
        if not os.path.exists(os.path.join(tree.TOP, path)):
            report.fault(folder, 'no README.md')
        elif tree.read(path).count('\n') > SCREEN:
            report.fault(path, f'more than {SCREEN} lines')
    report.close('folders')


def check_names(report):
    """A bare name may stand anywhere: names are unique.  What lies outside
    the tree does not count: it may be missing elsewhere."""
    bare = {os.path.basename(path) for path in tree.files('')}
    for path in tree.files('README.md'):
        folder = os.path.dirname(path)
        for name in NAMED.findall(tree.read(path)):
            places = [os.path.normpath(os.path.join(place, name))
                      for place in (folder, '.', 'lib')]
            if name not in bare and not any(
                    os.path.exists(os.path.join(tree.TOP, place))
                    for place in places if not place.startswith('..')):
                report.fault(path, f'{name} is not there')
    report.close('files named')


def check_paths(report):
    """Where comments, scripts and the Makefile send their reader."""
    for path in tree.files('.md', *CODE) + ['Makefile', 'README.md']:
        for name in PATH.findall(tree.read(path)):
            if not os.path.exists(os.path.join(tree.TOP, name)):
                report.fault(path, f'{name} is not there')
    report.close('paths named')


def check_complete(report):
    """The map of a folder has all its files, with or without ending.  What
    lies deeper is mapped there, or is one file a file of lib/: test/unit."""
    for room in folders():
        words = re.findall(r'\w+', tree.read(f'{room}/README.md'))
        for name in sorted(os.listdir(os.path.join(tree.TOP, room))):
            stem, ending = os.path.splitext(name)
            if ending in CODE and stem not in words:
                report.fault(room, f'README.md does not name {name}')
    report.close('folders mapped')


def main():
    report = tree.Report()
    check_there(report)
    check_names(report)
    check_paths(report)
    check_complete(report)
    report.exit()


main()
