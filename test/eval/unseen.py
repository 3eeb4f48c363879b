#!/usr/bin/env python3
"""Recall of the shipped model on families that no model ever learns from.

The grammars of test/eval/unseen are by writers who saw none of those in
data/grammar: the usual kinds of farms, spread evenly.  Nothing learns from
them, no word of theirs goes into the lexicon.  False alarms of the same model
on the evaluation part stand beside.  With --fasttext a fastText model of the
same real rows, and of as many lines of each family as are asked for, stands
beside it, both at 100 false alarms per million.

usage: unseen.py [--bin build/spamcls] [--count 100] [--fasttext]
                 [--work DIRECTORY] [--json FILE]
"""
import argparse
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import fasttext
import leave_out
import rows as R

UNSEEN = os.path.join(R.HERE, 'unseen')


def peer_scores(o, texts):
    """What a fastText model of what the shipped one learned from says."""
    os.makedirs(o.work, exist_ok=True)
    rows = list(R.learned(R.real_rows(R.SHARED)))
    rows += R.learned(R.synth_rows(o.bin, o.count))
    return fasttext.score(fasttext.train(rows, o.work), texts)


def main():
    a = argparse.ArgumentParser(description=__doc__.split('\n', 1)[0])
    a.add_argument('--bin', default='build/spamcls')
    a.add_argument('--count', type=int, default=100)
    a.add_argument('--fasttext', action='store_true')
    a.add_argument('--work', default='build/eval')
    a.add_argument('--json')
    o = a.parse_args()
    asked = [r for r in R.shared_rows(R.SHARED) if r['label'] in R.ORDINARY
             and R.part_of(r['text']) == 'eval']
    asked += R.synth_rows(o.bin, o.count, grammar=UNSEEN)
    texts = [r['text'] for r in asked]
    peer = peer_scores(o, texts) if o.fasttext else [None] * len(texts)
    for r, got, other in zip(asked, leave_out.score(o.bin, texts), peer):
        r.update(said=got['label'], score=got['score'], peer=other)
    figures = leave_out.report(asked, o)
    leave_out.keep(figures, o.json)


if __name__ == '__main__':
    main()
