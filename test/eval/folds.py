#!/usr/bin/env python3
"""Headline models that never saw a fold's template families.

The families, of the grammars (honest ones, too) and of ../shared/data, are
dealt into folds by a hash of their names, and so are the pages whose lines
are learned from and the ordinary headlines, a month at a time.  For each fold
a headline model is trained on all others: what it says of the fold's lines is
what the shipped model says of templates, pages and headlines that nobody has
seen.

usage: folds.py --output DIRECTORY [--bin build/spamcls] [--rows 120]
                [--only FOLD] [--jobs 2]

Writes DIRECTORY/dbK, a database with the shipped rules, the model, the rows
that were held out (held.jsonl), and a lexicon of no word that only the fold's
families know, and dbKn (the same without rules).
"""
import argparse
import concurrent.futures
import itertools
import os
import shutil
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import rows as R  # noqa: E402
sys.path.insert(0, f'{R.HERE}/../../data/lexicon')
import grow  # noqa: E402

HERE = R.HERE


def families(rows):
    """The names of all families of grammars, of the real farms, and of the
    pages."""
    return {row['family'] for row in rows if row.get('family')
            and (row['label'] in R.GARBAGE | {'page_line'}
                 or row.get('source') == 'synth')}


def write_rows(o, fold, left, db):
    """What rows.py gives without the fold's; those held out stay."""
    with open(f'{db}/rows.jsonl', 'wb') as out:
        subprocess.run([sys.executable, f'{HERE}/rows.py', '--part', 'train',
                        '--bin', o.bin, '--count', str(o.rows),
                        '--leave-fold', str(fold), '--leave-out', left],
                       check=True, stdout=out)
    with open(f'{db}/rows.jsonl', 'rb') as rows, \
            open(f'{db}/held.jsonl', 'wb') as out:
        out.writelines(row for row in rows if b'"held_out": true' in row)


def train(o, fold, names):
    db = f'{o.output}/db{fold}'
    for folder in (db, db + 'n'):
        shutil.rmtree(folder, ignore_errors=True)
    for folder in (db + '/model', db + 'n/rules'):
        os.makedirs(folder)
    left = sorted(f for f in names if R.fold_of(f) == fold)
    write_rows(o, fold, ','.join(left), db)
    grow.write_whole(o.bin, f'{db}/lexicon', left)
    with open(f'{db}/train.log', 'wb') as log:
        subprocess.run([o.bin, 'train', f'{db}/rows.jsonl', '--db', db,
                        '--output', f'{db}/model/fold.spm'], check=True,
                       stderr=log)
    os.remove(f'{db}/rows.jsonl')
    with open(db + 'n/rules/none.rules', 'w') as out:
        out.write('# no rules\n')
    for part in ('model', 'lexicon'):
        os.symlink(f'../db{fold}/{part}', f'{db}n/{part}')


def main():
    a = argparse.ArgumentParser(description=__doc__.split('\n\n', 1)[0])
    a.add_argument('--output', required=True)
    a.add_argument('--bin', default='build/spamcls')
    a.add_argument('--data', default=R.SHARED)
    a.add_argument('--rows', type=int, default=120)
    a.add_argument('--only', type=int)
    a.add_argument('--jobs', type=int, default=2)
    o = a.parse_args()
    names = families(itertools.chain(R.real_rows(o.data),
                                     R.synth_rows(o.bin, 1)))
    folds = range(R.FOLDS) if o.only is None else [o.only]
    with concurrent.futures.ThreadPoolExecutor(o.jobs) as pool:
        list(pool.map(lambda fold: train(o, fold, names), folds))


if __name__ == '__main__':
    main()
