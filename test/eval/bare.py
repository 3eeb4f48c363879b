#!/usr/bin/env python3
"""Text that is nothing but links, and text that only looks like it.

usage: bare.py [--bin build/spamcls] DATA

DATA is pages.tar.xz of ../shared/data, unpacked.  Prints how lists of the
families that nothing learns from (unseen/) are judged as text alone, eight
and twenty lines of each; then honest texts: gold bodies, verses, wrapped
lines, tables, interviews and short lines made of them, the pages' own lists,
and lists of headlines of the evaluation part.
"""
import argparse
import collections
import itertools
import json
import os
import random
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, f'{HERE}/../../data/model']
import rows as R  # noqa: E402
import text_pages as T  # noqa: E402

SIZES = 8, 20
MADE = {'verses': T.verse, 'wrapped lines': T.bare, 'tables': T.table,
        'interviews': T.questions, 'short lines': T.short}
LINES = 5   # fewer are no list by themselves
COPIES = 2
HEADLINES = 15
MOST = 6000  # headlines of a source


def families(o):
    """(kind, lines) of the families, as many lines as asked for."""
    by = collections.defaultdict(list)
    for row in R.synth_rows(o.bin, 60, grammar=f'{HERE}/unseen'):
        if row['label'] in R.GARBAGE:
            by[row['family']].append(row['text'])
    return [('families never learned from', lines[:n])
            for lines in by.values() for n in SIZES]


def texts(o):
    """The same of bodies and of what is made of them."""
    for page, body, own in T.read_sets(o.data):
        yield 'gold bodies', body
        if len(own) >= T.LIST:
            yield 'lists of pages', own
        for (name, make), k in itertools.product(MADE.items(), range(COPIES)):
            lines = make(random.Random(f'{page} {name} {k}'), body)
            if len(lines) >= LINES:
                yield name, lines


def headlines():
    """And of headlines."""
    by = collections.defaultdict(list)
    for row in R.shared_rows(R.SHARED):
        if row['label'] in R.ORDINARY and R.part_of(row['text']) == 'eval':
            by[row.get('source')].append(row['text'])
    for source, lines in by.items():
        random.Random(source).shuffle(lines)
        for at in range(0, min(len(lines), MOST), HEADLINES):
            yield 'lists of headlines', lines[at:at + HEADLINES]


def judge(o, asked):
    """{kind: how often each verdict}."""
    said = collections.defaultdict(collections.Counter)
    with tempfile.TemporaryDirectory() as folder:
        paths = {}
        for kind, lines in asked:
            path = f'{folder}/{len(paths)}.txt'
            paths[path] = kind
            with open(path, 'w', encoding='utf-8') as out:
                out.write('\n'.join(lines) + '\n')
        names = list(paths)
        for at in range(0, len(names), 500):
            out = subprocess.run([o.bin, 'score', '--kind', 'text',
                                  *names[at:at + 500]], check=True,
                                 stdout=subprocess.PIPE).stdout
            for line in out.decode('utf-8').splitlines():
                answer = json.loads(line)
                said[paths[answer['path']]][answer['verdict']] += 1
    return said


def main():
    a = argparse.ArgumentParser(description=__doc__.split('\n', 1)[0])
    a.add_argument('data')
    a.add_argument('--bin', default='build/spamcls')
    o = a.parse_args()
    said = judge(o, itertools.chain(families(o), texts(o), headlines()))
    for kind, counts in said.items():
        print(f'{kind:28} {sum(counts.values()):5} of them farm '
              f'{counts["farm"]}, suspect {counts["suspect"]}')


if __name__ == '__main__':
    main()
