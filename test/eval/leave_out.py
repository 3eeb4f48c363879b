#!/usr/bin/env python3
"""Recall on template families that were left out of training, in turn.

The families are dealt into folds by a hash of their names.  For each fold a
model is trained on everything else (the training part of ../shared/data and
the other families, with a lexicon of no word that only the fold's lists
know), its thresholds are set on held-out rows, and it is
measured on the evaluation part: false alarms on ordinary headlines, recall
on the families it never saw.  With --fasttext a fastText model of the same
rows stands beside it, both at 100 false alarms per million.

usage: leave_out.py [--bin build/spamcls] [--folds 5] [--count 1000]
                    [--only-fold K] [--fasttext] [--work DIRECTORY]
                    [--json FILE]
"""
import argparse
import collections
import concurrent.futures
import hashlib
import json
import os
import shutil
import statistics
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import fasttext
import rows as R

sys.path.insert(0, f'{R.HERE}/../../data/lexicon')
import grow


def fold_of(family, folds):
    return hashlib.sha1(family.encode()).digest()[1] % folds


def write(path, rows):
    with open(path, 'w', encoding='utf-8') as out:
        for row in rows:
            out.write(json.dumps(row, ensure_ascii=False) + '\n')


def score(binary, db, texts):
    """(probability, label, score) of each text."""
    out = subprocess.run([binary, 'headlines', '--json', '--db', db],
                         input='\n'.join(texts) + '\n', encoding='utf-8',
                         stdout=subprocess.PIPE, check=True).stdout
    got = [json.loads(line) for line in out.split('\n')[:-1]]
    assert len(got) == len(texts), (len(got), len(texts))
    return got


def run_fold(o, fold, shared, synth, train_options):
    """Trains without the fold's families; returns rows with what was said."""
    work = f'{o.work}/fold{fold}'
    shutil.rmtree(work, ignore_errors=True)
    os.makedirs(f'{work}/model')
    left = {r['family'] for r in synth + shared
            if r.get('family')
            and (r['label'] in R.GARBAGE or r.get('source') == 'synth')
            and fold_of(r['family'], o.folds) == fold}
    train = list(R.learned(r for r in shared + synth
                           if r.get('family') not in left))
    write(f'{work}/train.jsonl', train)
    grow.write_whole(o.bin, f'{work}/lexicon', left)
    subprocess.run([o.bin, 'train', f'{work}/train.jsonl', '--db', work,
                    '--output', f'{work}/model/fold.spm', *train_options],
                   check=True, stderr=open(f'{work}/train.log', 'w'))
    asked = [r for r in shared + synth
             if (r['label'] in R.ORDINARY and r.get('source') != 'synth'
                 and R.part_of(r['text']) == 'eval')
             or r.get('family') in left]
    texts = [r['text'] for r in asked]
    peer = [None] * len(asked)
    if o.fasttext:
        os.makedirs(f'{work}/peer', exist_ok=True)
        peer = fasttext.score(fasttext.train(train, f'{work}/peer', 1),
                              texts)
    for r, got, other in zip(asked, score(o.bin, work, texts), peer):
        yield dict(r, said=got['label'], score=got['score'], peer=other)


def side_by_side(real, bad):
    """Recall on left-out families of both models at equal false alarms."""
    cuts = [sorted((r[m] for r in real), reverse=True)[len(real) // 10000]
            for m in ('score', 'peer')]
    by = collections.defaultdict(lambda: collections.defaultdict(list))
    for r in bad:
        written = 'written ' if r['source'] == 'synth' else 'real '
        by[written + r['lang'][:2]][r['family']].append(
            [r['score'] > cuts[0], r['peer'] > cuts[1]])
    print('recall of left-out families at 100 false alarms per million\n'
          f'{"":<14}{"families":>9}{"spamcls":>9}{"fastText":>9}'
          f'{"misses, ratio":>15}')
    for group, families in sorted(by.items()):
        ours, theirs = (statistics.mean(statistics.mean(x[m] for x in some)
                                        for some in families.values())
                        for m in (0, 1))
        ratio = (1 - ours) / (1 - theirs) if theirs < 1 else float('inf')
        print(f'{group:<14}{len(families):>9}{ours:>9.3f}{theirs:>9.3f}'
              f'{ratio:>15.2f}')


def report(asked, o):
    good = [r for r in asked if r['label'] in R.ORDINARY]
    real = [r for r in good if r.get('source') != 'synth']
    bad = [r for r in asked if r['label'] in R.GARBAGE]
    figures = {}
    print(f'{len(real)} ordinary and {len(good) - len(real)} written honest '
          f'headlines over {o.folds} folds, {len(bad)} garbage')
    for name, some in (('ordinary', real),
                       ('hard 2', [r for r in real if r.get('hard') == 2]),
                       ('written', [r for r in good
                                    if r.get('source') == 'synth'])):
        if some:
            likely = sum(r['said'] != 'clean' for r in some) / len(some)
            certain = sum(r['said'] == 'certain' for r in some) / len(some)
            print(f'false alarms per million, {name:<10} likely '
                  f'{1e6 * likely:7.0f}  certain {1e6 * certain:7.0f}')
            figures['fp/' + name] = [likely, certain]
    by = collections.defaultdict(list)
    for r in bad:
        by[(r['source'] == 'synth', r['lang'], r['family'],
            r.get('frame', r.get('evidence', '')))].append(r)
    groups = collections.defaultdict(list)
    for key, some in sorted(by.items(), key=str):
        recall = sum(r['said'] != 'clean' for r in some) / len(some)
        if key[0]:
            zh = key[1].startswith('zh')
            group = 'synth zh' if zh else 'synth other'
            groups['synth list' if key[3] == 'list' else group].append(recall)
        else:
            groups['real ' + str(key[3])] += [
                r['said'] != 'clean' for r in some]
        figures['recall/' + key[2]] = recall
        print(f'  {"written" if key[0] else "real":<8}{key[1]:<8}{key[2]:<32}'
              f'{key[3]:<8}{len(some):>6}{recall:8.3f}')
    if o.fasttext:
        side_by_side(real, bad)
    for name, some in sorted(groups.items()):
        print(f'mean recall, {name:<14}{statistics.mean(some):8.3f}  '
              f'lowest {min(some):6.3f}  ({len(some)})')
        figures['mean/' + name] = statistics.mean(some)
    return figures


def main():
    a = argparse.ArgumentParser(description=__doc__.split('\n', 1)[0])
    a.add_argument('--bin', default='build/spamcls')
    a.add_argument('--folds', type=int, default=5)
    a.add_argument('--only-fold', type=int)
    a.add_argument('--count', type=int, default=1000)
    a.add_argument('--work', default='build/eval')
    a.add_argument('--show', type=int, default=0)
    a.add_argument('--fasttext', action='store_true')
    a.add_argument('--json')
    o, train_options = a.parse_known_args()
    shared = list(R.real_rows(R.SHARED))
    synth = list(R.synth_rows(o.bin, o.count))
    folds = range(o.folds) if o.only_fold is None else [o.only_fold]
    asked = []
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for some in pool.map(lambda f: list(run_fold(
                o, f, shared, synth, train_options)), folds):
            asked += some
    figures = report(asked, o)
    if o.show:
        alarms = [r for r in asked if r['label'] in R.ORDINARY
                  and r['said'] != 'clean']
        for r in sorted(alarms, key=lambda r: -r['score'])[:o.show]:
            print('  alarm', r['score'], r.get('source'), r['text'])
    if o.json:
        json.dump(figures, open(o.json, 'w'), indent=1)


if __name__ == '__main__':
    main()
