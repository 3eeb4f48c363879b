#!/usr/bin/env python3
"""The shipped model beside a fastText model of the same training rows.

Both are measured on the evaluation part alone: recall at 100 and at 1,000
false alarms per million ordinary headlines, by family and by language.

usage: peer_table.py [--bin build/spamcls] [--count 1000] [--work DIRECTORY]
"""
import argparse
import collections
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import fasttext
import leave_out
import rows as R


def thresholds(rows, scores):
    good = sorted((s for r, s in zip(rows, scores)
                   if r['label'] in R.ORDINARY
                   and r.get('source') not in R.MADE),
                  reverse=True)
    return {k: good[int(len(good) * k / 1e6)] for k in (100, 1000)}


def groups_of(row):
    if row.get('source') == 'synth':
        lang = 'zh' if row['lang'].startswith('zh') else row['lang']
        yield 'written, ' + lang
        yield 'written, all'
    else:
        yield 'real, ' + str(row.get('lang'))
        yield 'real, evidence ' + str(row.get('evidence'))
        yield 'real, all'


def main():
    a = argparse.ArgumentParser(description=__doc__.split('\n', 1)[0])
    a.add_argument('--bin', default='build/spamcls')
    a.add_argument('--count', type=int, default=1000)
    a.add_argument('--work', default='build/eval')
    o = a.parse_args()
    if not fasttext.available():
        raise SystemExit('no fasttext here: apt-get install fasttext')
    os.makedirs(o.work, exist_ok=True)
    rows = [dict(r, part=R.part_of(r['text'])) for r in
            [*R.real_rows(R.SHARED), *R.synth_rows(o.bin, o.count)]
            if r.get('frame') != 'list']
    model = fasttext.train([r for r in rows if r['part'] == 'train'], o.work)
    rows = [r for r in rows if r['part'] == 'eval']
    texts = [r['text'] for r in rows]
    both = {'spamcls': [said['score'] for said in
                        leave_out.score(o.bin, texts)],
            'fastText': fasttext.score(model, texts)}
    cut = {name: thresholds(rows, s) for name, s in both.items()}
    found = collections.defaultdict(list)
    for i, r in enumerate(rows):
        if r['label'] in R.GARBAGE:
            for g in groups_of(r):
                found[g].append(i)
    print(f'{"recall on the evaluation part":<32}{"lines":>7}'
          f'{"spamcls":>16}{"fastText":>16}{"misses":>14}\n'
          f'{"":<39}{"@100/M":>8}{"@1000/M":>8}{"@100/M":>8}{"@1000/M":>8}'
          f'{"ratios":>14}')
    for g, some in sorted(found.items()):
        recall = {name: [sum(s[i] > cut[name][k] for i in some) / len(some)
                         for k in (100, 1000)] for name, s in both.items()}
        ratio = [(1 - a) / (1 - b) if b < 1 else float('inf' if a < 1 else 0)
                 for a, b in zip(recall['spamcls'], recall['fastText'])]
        print(f'{g:<32}{len(some):>7}'
              + ''.join(f'{x:>8.3f}' for name in both for x in recall[name])
              + ''.join(f'{x:>7.2f}' for x in ratio))


if __name__ == '__main__':
    main()
