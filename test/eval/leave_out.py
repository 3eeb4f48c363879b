#!/usr/bin/env python3
"""Recall on template families that were left out of training, in turn.

For each fold of families there is a model that was trained on all else, with
a lexicon of no word that only the fold's lists know (folds.py).  It is
measured on the evaluation part: false alarms on ordinary headlines, recall on
the families it never saw.  With --fasttext a fastText model of the same rows
stands beside it, both at 100 false alarms per million.

usage: leave_out.py FOLDS [--bin build/spamcls] [--count 1000]
                    [--only-fold K] [--fasttext] [--work DIRECTORY]
                    [--json FILE]

FOLDS is a directory that data/model/folds.sh wrote.
"""
import argparse
import collections
import concurrent.futures
import json
import os
import statistics
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import fasttext
import rows as R


def score(binary, texts, *options):
    """{"probability", "label", "score", ...} of each text."""
    out = subprocess.run([binary, 'headlines', '--json', *options],
                         input='\n'.join(texts) + '\n', encoding='utf-8',
                         stdout=subprocess.PIPE, check=True).stdout
    got = [json.loads(line) for line in out.split('\n')[:-1]]
    assert len(got) == len(texts), (len(got), len(texts))
    return got


def keep(figures, path):
    """As JSON, where a file is named."""
    if path:
        with open(path, 'w', encoding='utf-8') as out:
            json.dump(figures, out, indent=1)


def fasttext_scores(o, fold, rows, left, texts):
    """What a fastText model of the fold's rows says."""
    train = list(R.learned(r for r in rows if r.get('family') not in left
                           and not R.is_left_out(r, fold)))
    work = f'{o.work}/peer{fold}'
    os.makedirs(work, exist_ok=True)
    return fasttext.score(fasttext.train(train, work, 1), texts)


def run_fold(o, fold, rows):
    """Returns the rows that the fold's model never saw, with what was said."""
    left = {r['family'] for r in rows if r.get('family')
            and (r['label'] in R.GARBAGE or r.get('source') == 'synth')
            and R.fold_of(r['family']) == fold}
    asked = [r for r in rows
             if (r['label'] in R.ORDINARY and r.get('source') != 'synth'
                 and R.part_of(r['text']) == 'eval')
             or r.get('family') in left or R.is_left_out(r, fold)]
    texts = [r['text'] for r in asked]
    peer = [None] * len(asked)
    if o.fasttext:
        peer = fasttext_scores(o, fold, rows, left, texts)
    said = score(o.bin, texts, '--db', f'{o.folds}/db{fold}')
    for r, got, other in zip(asked, said, peer):
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


def print_alarms(groups, figures):
    """False alarms of each group of honest rows that has any row."""
    for name, some in groups.items():
        if not some:
            continue
        likely = sum(r['said'] != 'clean' for r in some) / len(some)
        certain = sum(r['said'] == 'certain' for r in some) / len(some)
        print(f'false alarms per million, {name:<10} likely '
              f'{1e6 * likely:7.0f}  certain {1e6 * certain:7.0f}')
        figures['fp/' + name] = [likely, certain]


def group_of(written, lang, form):
    """Whose mean a family's recall is part of."""
    if not written:
        return f'real {form}'
    if form == 'list':
        return 'synth list'
    return 'synth zh' if lang.startswith('zh') else 'synth other'


def print_recalls(bad, figures):
    """Recall of each family; returns what is averaged, by group: a written
    family's recall, of real families each row."""
    by = collections.defaultdict(list)
    for r in bad:
        by[(r['source'] == 'synth', r['lang'], r['family'],
            r.get('frame', r.get('evidence', '')))].append(r)
    groups = collections.defaultdict(list)
    for (written, lang, family, form), some in sorted(by.items(), key=str):
        found = [r['said'] != 'clean' for r in some]
        recall = sum(found) / len(found)
        groups[group_of(written, lang, form)] += [recall] if written else found
        figures['recall/' + family] = recall
        print(f'  {"written" if written else "real":<8}{lang:<8}{family:<32}'
              f'{form:<8}{len(some):>6}{recall:8.3f}')
    return groups


def print_means(groups, figures):
    for name, some in sorted(groups.items()):
        print(f'mean recall, {name:<14}{statistics.mean(some):8.3f}  '
              f'lowest {min(some):6.3f}  ({len(some)})')
        figures['mean/' + name] = statistics.mean(some)


def report(asked, o):
    good = [r for r in asked if r['label'] in R.ORDINARY]
    shared = [r for r in good if r.get('source') not in R.MADE]
    real = [r for r in shared if R.part_of(r['text']) == 'eval']
    months = [r for r in shared if R.part_of(r['text']) != 'eval']
    bad = [r for r in asked if r['label'] in R.GARBAGE]
    figures = {}
    print(f'{len(real)} ordinary headlines and {len(months)} of months left '
          f'out, {len(good) - len(shared)} written ones, {len(bad)} garbage')
    print_alarms({
        'ordinary': real, 'months': months,
        'hard 2': [r for r in real if r.get('hard') == 2],
        'own': [r for r in good if r.get('source') == 'own'],
        'written': [r for r in good if r.get('source') == 'synth']}, figures)
    groups = print_recalls(bad, figures)
    if o.fasttext:
        side_by_side(real, bad)
    print_means(groups, figures)
    return figures


def main():
    a = argparse.ArgumentParser(description=__doc__.split('\n', 1)[0])
    a.add_argument('folds')
    a.add_argument('--bin', default='build/spamcls')
    a.add_argument('--only-fold', type=int)
    a.add_argument('--count', type=int, default=1000)
    a.add_argument('--work', default='build/eval')
    a.add_argument('--show', type=int, default=0)
    a.add_argument('--fasttext', action='store_true')
    a.add_argument('--json')
    o = a.parse_args()
    rows = list(R.real_rows(R.SHARED)) + list(R.synth_rows(o.bin, o.count))
    folds = range(R.FOLDS) if o.only_fold is None else [o.only_fold]
    asked = []
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for some in pool.map(lambda f: list(run_fold(o, f, rows)), folds):
            asked += some
    figures = report(asked, o)
    if o.show:
        alarms = [r for r in asked if r['label'] in R.ORDINARY
                  and r['said'] != 'clean']
        for r in sorted(alarms, key=lambda r: -r['score'])[:o.show]:
            print('  alarm', r['score'], r.get('source'), r['text'])
    keep(figures, o.json)


if __name__ == '__main__':
    main()
