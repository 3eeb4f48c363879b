#!/usr/bin/env python3
"""False alarms on headlines later than all that a model has of their source.

Of every source whose headlines have days, the last fifth of the days' headlines
are neither learned from nor held out; sources end at different times, so what
is late in one may be spoken of in another.  A model of all other rows, with the
trees and the threshold of --second-look, says which of them it takes for a
farm's, and which of the evaluation part from before.  Trees and threshold
themselves come of models that each left out an eighth of the months, late ones
among them.

usage: later.py [--bin build/spamcls] [--second-look FILE] [--count 100]
                [--work build/later]
"""
import argparse
import collections
import itertools
import json
import os
import re
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import leave_out as L  # noqa: E402
import rows as R  # noqa: E402

TREES = os.path.join(R.HERE, '../../data/model/second_look.json')
SHARE = 0.8  # of a source's headlines are early
FEWEST = 1000  # headlines with a day that a source has, or all are early


def day_of(row):
    """(year, month, day) of an ordinary headline, or None."""
    if row['label'] not in R.ORDINARY or not R.month_of(row.get('date')):
        return None
    return tuple(int(n) for n in re.findall(r'\d+', row['date']))


def last_days(rows):
    """The last early day of each source that has days."""
    days = collections.defaultdict(list)
    for row in rows:
        if day_of(row):
            days[R.source_of(row)].append(day_of(row))
    return {source: sorted(some)[int(len(some) * SHARE)]
            for source, some in days.items() if len(some) >= FEWEST}


def is_late(row, last):
    day = day_of(row)
    return bool(day) and day > last.get(R.source_of(row), day)


def train(o, rows):
    """Returns the database of a model of these rows."""
    os.makedirs(f'{o.work}/model', exist_ok=True)
    path = f'{o.work}/rows.jsonl'
    with open(path, 'w', encoding='utf-8') as out:
        for row in R.learned(rows):
            out.write(json.dumps(row, ensure_ascii=False) + '\n')
    subprocess.run([o.bin, 'train', path, '--second-look', o.second_look,
                    '--output', f'{o.work}/model/later.spm'], check=True)
    os.remove(path)
    return o.work


def report(name, said):
    alarms = collections.Counter(s['label'] for s in said)
    print(f'{name:<24}{len(said):>8}'
          f'{1e6 * (1 - alarms["clean"] / len(said)):>9.0f}'
          f'{1e6 * alarms["certain"] / len(said):>9.0f}')


def main():
    a = argparse.ArgumentParser(description=__doc__.split('\n', 1)[0])
    a.add_argument('--bin', default='build/spamcls')
    a.add_argument('--second-look', default=TREES)
    a.add_argument('--count', type=int, default=100)
    a.add_argument('--work', default='build/later')
    o = a.parse_args()
    rows = list(R.real_rows(R.SHARED))
    last = last_days(rows)
    late = [r for r in rows if is_late(r, last)]
    early = [r for r in rows if r['label'] in R.ORDINARY
             and r.get('source') not in R.MADE and not is_late(r, last)
             and R.part_of(r['text']) == 'eval']
    db = train(o, itertools.chain((r for r in rows if not is_late(r, last)),
                                  R.synth_rows(o.bin, o.count)))
    print(f'{"alarms per million":<24}{"rows":>8}{"likely":>9}{"certain":>9}')
    for name, some in (('later', late), ('not later, not seen', early)):
        said = L.score(o.bin, [r['text'] for r in some], '--db', db)
        report(name, said)
        if some is late:
            by = collections.defaultdict(list)
            for row, got in zip(some, said):
                by[R.source_of(row)].append(got)
            for source, got in sorted(by.items()):
                report('  ' + source, got)


if __name__ == '__main__':
    main()
