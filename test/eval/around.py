#!/usr/bin/env python3
"""What pages put around headlines: false alarms and recall with it.

Every way of shown.py, with words and dice that nothing is learned with, is
done to the ordinary headlines of the evaluation part, and to the lines of
families that no model learns from (unseen.py).  Beside each stand false
alarms per million at likely, and recall.

usage: around.py [--bin build/spamcls] [--db DIRECTORY] [--count 30]
                 [--json FILE]
"""
import argparse

import evasion
import leave_out
import rows as R
import shown
import unseen


def as_they_are(text, words, dice):
    return text


WAYS = (as_they_are, *dict.fromkeys(shown.WAYS))


def texts_of(o):
    """(ordinary headlines, farms' lines)."""
    ordinary = [r['text'] for r in R.shared_rows(R.SHARED)
                if r['label'] in R.ORDINARY
                and R.part_of(r['text']) == 'eval']
    farms = [r['text'] for r in R.synth_rows(o.bin, o.count,
                                             grammar=unseen.UNSEEN)
             if r['label'] in R.GARBAGE]
    return ordinary, farms


def share(o, way, texts):
    """Of the texts in this way those that alarm."""
    changed = [way(text, shown.words_of(text, True),
                   shown.Dice(text, way.__name__)) for text in texts]
    return sum(evasion.found(o, changed)) / len(changed)


def main():
    a = argparse.ArgumentParser(description=__doc__.split('\n', 1)[0])
    a.add_argument('--bin', default='build/spamcls')
    a.add_argument('--db')
    a.add_argument('--count', type=int, default=30)
    a.add_argument('--json')
    o = a.parse_args()
    ordinary, farms = texts_of(o)
    print(f'{len(ordinary)} ordinary headlines, {len(farms)} lines of '
          'families that no model learns from\n\n'
          f'{"around them":<14}{"alarms per million":>20}{"recall":>9}')
    figures = {}
    for way in WAYS:
        name = way.__name__.replace('_', ' ')
        alarms, recall = share(o, way, ordinary) * 1e6, share(o, way, farms)
        figures[name] = alarms, recall
        print(f'{name:<14}{alarms:>20.0f}{recall:>9.3f}', flush=True)
    leave_out.keep(figures, o.json)


if __name__ == '__main__':
    main()
