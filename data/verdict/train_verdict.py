#!/usr/bin/env python3
"""Learns the trees that weigh a list, and where suspect and farm begin.

usage: train_verdict.py PAGES [--write] [--show N]

PAGES is the directory that train.sh fills: the pages of test/eval/
make_pages.py, and of each fold what dump_values says of them with the
headline model that never saw the fold's families.  The report is by folds:
every page is judged by trees that saw neither its fold's farm families nor
its repetitive kinds; PAGES/tablesK gets each fold's trees.  --write puts the
trees that are learned from all folds, the thresholds and the table of
probabilities into lib/verdict.

Needs numpy and LightGBM, at development time alone; one thread and a fixed
seed make it deterministic.
"""
import argparse
import glob
import json
import os
import re
import sys

import lightgbm
import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
LIB = os.path.join(HERE, '../../lib/verdict/')
sys.path.insert(0, f'{HERE}/../model')
from train_second import flatten  # noqa: E402
NAT = 1024
BODY_MOST = 3 * NAT // 2
NO_LIST = -NAT
# Of a farm's list so many lines are learned from; fewer may be anyone's.
FEW = 4
SPARSE = 2
SHORT_WEIGHT = .3
# Honest lists that real pages have, and those of left-out honest families, are
# the hardest, and few beside lists of headlines.
HARD, HARD_WEIGHT = {'own', 'real', 'written'}, 8
# Nothing but repetition tells honest series from a farm's frame filled again.
REPEATS, REPEAT_WEIGHT = {'repeat', 'series'}, 3
# With lists by hand at full weight one farm more in a thousand is missed.
HAND_WEIGHT = .4
# Farm lists of so many certain lines (of 1024, and the logarithm of how many)
# are learned from with the shapes of honest lists, too.
CERTAIN, LEAST = 768, 2654
GRAFTS, GRAFT_WEIGHT = 10, .5
TREES = 240
SETTINGS = {
    'objective': 'binary', 'learning_rate': 0.08, 'num_leaves': 24,
    'max_depth': 5, 'min_data_in_leaf': 25, 'lambda_l2': 5.0,
    'max_bin': 127, 'bagging_fraction': 0.7, 'bagging_freq': 1,
    'num_threads': 1, 'seed': 7, 'deterministic': True,
    'force_row_wise': True, 'verbose': -1,
    'monotone_constraints_method': 'basic',
}


def table(name, macro):
    text = open(LIB + name, encoding='utf-8').read()
    return [re.split(r',\s*', m) for m in
            re.findall(macro + r'\(([^")]*?)(?:,\s*"|\))', text)]


REASONS = [row[0] for row in table('reasons.def', 'SCLS_REASON')]
VALUES = table('values.def', 'SCLS_VALUE')
WAYS = [int(row[2]) for row in VALUES]
WEIGHTS = {row[0]: int(row[1]) for row in table('weights.def',
                                                'SCLS_WEIGHT')}
# What a list's scores say, whatever its shape.
SCORES = [i for i, row in enumerate(VALUES) if row[0] == 'N' or row[1] in (
    'LEAN', 'LEANING', 'SHARE', 'LIKELY', 'CERTAIN', 'ORDINARY', 'RUN')]
HAND = np.array([WEIGHTS.get(r, 0) for r in REASONS])

squeeze = lambda text: re.sub(r'\s+', '', text)


class Page:
    def __init__(self, entry, dumped):
        self.__dict__.update(entry)
        self.body = min(BODY_MOST, int(
            (np.array(dumped['body']) * HAND // NAT).sum()))
        want = {squeeze(t) for t in self.list or ()}
        self.rows, self.topics, self.short = [], [], []
        self.hits, self.sizes = [], []
        for found in dumped['lists']:
            whole, *short = found['windows']
            self.rows.append(whole[2])
            self.topics.append(whole[1] * WEIGHTS['TOPIC'] // NAT)
            self.short += [(w[0], w[2]) for w in short]
            self.sizes.append(whole[0])
            self.hits.append(sum(squeeze(t) in want
                                 for t in found['lines']))
        self.sizes = np.array(self.sizes)
        self.rows = np.array(self.rows, np.int32).reshape(-1, len(VALUES))


def read(pages, dumps):
    entries = {m['path']: m for name in ('manifest', 'hand')
               for m in json.load(open(f'{pages}/{name}.json',
                                       encoding='utf-8'))}
    for path in dumps:
        for line in open(path, encoding='utf-8'):
            dumped = json.loads(line)
            yield Page(entries[dumped['path']], dumped)


def weight_of(page):
    """Of its stretches that were cut short, and of its lists."""
    return {'hand': HAND_WEIGHT}.get(
        page.group, REPEAT_WEIGHT if page.group in REPEATS else 1)


def samples(pages):
    """Lists of farms (most of whose lines are the farm's) and of others."""
    rows, labels, weights = [], [], []

    def put(row, label, weight):
        rows.append(row)
        labels.append(label)
        weights.append(weight)

    for p in pages:
        times = HARD_WEIGHT if p.group in HARD else weight_of(p)
        for row, hits, n in zip(p.rows, p.hits, p.sizes):
            if not p.label:
                put(row, 0, times * len(p.rows) ** -.5)
            elif hits * 10 >= n * 4 and hits >= 4:
                put(row, 1, 1)
        for n, row in p.short:
            if n >= FEW or not p.label:
                put(row, p.label, SHORT_WEIGHT * weight_of(p))
    return (np.array(rows, np.int32), np.array(labels), np.array(weights))


def column(name):
    return [row[0] for row in VALUES].index(name)


def grafts(rows, labels):
    """The scores of certain farm lists on the shapes of honest lists: where
    nearly all lines are certain no shape makes a list honest."""
    random = np.random.RandomState(5)
    farms = np.repeat(rows[(labels == 1)
                           & (rows[:, column('CERTAIN')] >= CERTAIN)
                           & (rows[:, column('N')] >= LEAST)], GRAFTS, axis=0)
    out = rows[random.choice(np.flatnonzero(labels == 0), len(farms))]
    out[:, SCORES] = farms[:, SCORES]
    return out


def fit(pages):
    rows, labels, weights = samples(pages)
    more = grafts(rows, labels)
    rows = np.vstack([rows, more])
    labels = np.concatenate([labels, np.ones(len(more))])
    weights = np.concatenate([weights, np.full(len(more), GRAFT_WEIGHT)])
    return lightgbm.train(
        dict(SETTINGS, monotone_constraints=WAYS),
        lightgbm.Dataset(rows, labels, weight=weights), TREES)


def trees_of(forest):
    """Each tree as [(limit, mean, left, right, trait)]."""
    trees = []
    for tree in forest.dump_model()['tree_info']:
        trees.append([])
        flatten(tree['tree_structure'], trees[-1])
    return trees


class Judge:
    """The verdict's arithmetic, as lib/verdict does it; but diluted lists
    count, too."""

    def __init__(self, forest):
        self.forest = forest
        self.start = sum(t[0][1] for t in trees_of(forest))

    def score(self, p):
        if not len(p.rows):
            return self.start + NO_LIST + p.body
        lists = self.forest.predict(p.rows, raw_score=True) * NAT
        more = lists + p.topics - self.start
        few = np.where(more > 0, more * SPARSE / (p.sizes + SPARSE), 0)
        return self.start + max(more - few) + p.body


def auc(labels, scores):
    order = np.argsort(scores, kind='stable')
    ranks = np.empty(len(scores))
    ranks[order] = np.arange(1, len(scores) + 1)
    for value in np.unique(scores):
        same = scores == value
        ranks[same] = ranks[same].mean()
    n = labels.sum()
    return ((ranks[labels == 1].sum() - n * (n + 1) / 2)
            / (n * (len(labels) - n)))


def share(scores, threshold):
    return float(np.mean(scores >= threshold)) if len(scores) else 0.


def report(pages, scores, suspect, farm):
    label = np.array([p.label for p in pages])
    kind = np.array([p.kind for p in pages])
    group = np.array([p.group for p in pages])
    print(f'AUC {auc(label, scores):.5f}, suspect from {suspect}, '
          f'farm from {farm}')
    for name in sorted(set(group)):
        for k in sorted(set(kind[group == name])):
            some = scores[(group == name) & (kind == k)]
            print(f'  {name:7} {k:11}{len(some):5}  suspect or farm '
                  f'{share(some, suspect):.4f}  farm '
                  f'{share(some, farm):.4f}')


def start_of(forest):
    """What a page has before anything is known of it."""
    return sum(tree[0][1] for tree in trees_of(forest))


def thresholds(pages, scores, start):
    """Suspect at 0.5 % and farm at 0.28 % of the honest pages, but for lists
    by hand, of which nobody knows how many there are; and no sign of a body
    makes a page suspect alone."""
    honest = np.sort([s for p, s in zip(pages, scores)
                      if not p.label and p.group != 'hand'])[::-1]
    signs = HAND[REASONS.index('EXACT'):REASONS.index('HIDDEN') + 1]
    return (max(int(honest[int(len(honest) * .005)]), start + signs.max()) + 1,
            int(honest[int(len(honest) * .0028)]) + 1)


def full_tree(tree):
    """The tests and means of the tree filled up, by number: 1, and of a test
    with number n its answers 2n and 2n + 1.  Behind a leaf stands that leaf."""
    size = 2 ** SETTINGS['max_depth']
    tests, means, place = [(0, 0)], [0], [0, 0]
    for i in range(1, 2 * size):
        limit, mean, left, right, value = tree[place[i]]
        means.append(mean)
        if i < size:
            tests.append((limit, value) if left else (0, 0))
            place += [left or place[i], right or place[i]]
        assert not left or i < size, 'a tree of more steps'
    assert all(-2 ** 15 <= n < 2 ** 15 for n in means + [t[0] for t in tests])
    return tests, means


def rows_of(name, trees, kind, size):
    """A table of the numbers of each tree, as C has it."""
    def lines(row):
        return '\n'.join(' '.join(f'{n},' for n in row[i:i + 8])
                         for i in range(0, len(row), 8))
    return (f'\nstatic const {kind} {name}[][{size}] = {{\n'
            + '\n'.join('{\n' + lines(row) + '\n},' for row in trees)
            + '\n};\n')


def write_forest(forest, folder):
    trees = trees_of(forest)
    full = [full_tree(tree) for tree in trees]
    tests = [[f'{{{limit},{value}}}' for limit, value in tests]
             for tests, _ in full]
    means = [means for _, means in full]
    with open(folder + '/list_forest.inc', 'w', encoding='utf-8') as out:
        out.write('/* list_forest.inc - written by data/verdict/'
                  'train_verdict.py. */\n'
                  f'static const int32_t list_start = '
                  f'{start_of(forest)};\n')
        out.write(rows_of('list_tests', tests, 'scls_full_test', len(tests[0])))
        out.write(rows_of('list_means', means, 'int16_t', len(means[0])))


def platt(labels, x):
    """Slope and offset of the log-odds over x, by Newton's method."""
    a, b = 1., 0.
    for _ in range(50):
        p = 1 / (1 + np.exp(-np.clip(a * x + b, -30, 30)))
        w = p * (1 - p) + 1e-9
        gradient = np.array([((p - labels) * x).sum() + 1e-3 * a,
                             (p - labels).sum()])
        hessian = np.array([[(w * x * x).sum() + 1e-3, (w * x).sum()],
                            [(w * x).sum(), w.sum()]])
        a, b = np.array([a, b]) - np.linalg.solve(hessian, gradient)
    return float(a), float(b)


def write_tables(labels, scores, suspect, farm, folder):
    with open(folder + '/thresholds.inc', 'w', encoding='utf-8') as out:
        out.write('/* thresholds.inc - scores from which a page is suspect '
                  'and a farm\'s; written by\n * data/verdict/'
                  'train_verdict.py. */\n'
                  f'#define SUSPECT_FROM ({suspect})\n'
                  f'#define FARM_FROM ({farm})\n')
    a, b = platt(labels, scores / NAT)
    points = [(-12 * NAT + i * 256) / NAT for i in range(32 * 4 + 1)]
    odds = [round(1e6 / (1 + np.exp(-(a * x + b)))) for x in points]
    with open(folder + '/odds.inc', 'w', encoding='utf-8') as out:
        out.write('/* odds.inc - probability of a farm in millionths, every '
                  '256 from -12 * 1024;\n * written by data/verdict/'
                  'train_verdict.py. */\n')
        for i in range(0, len(odds), 8):
            out.write(', '.join(str(o) for o in odds[i:i + 8]) + ',\n')


def learn(pages, directory):
    """Scores of all pages, each by the trees of the other folds."""
    scores = np.zeros(len(pages))
    fold = np.array([p.fold for p in pages])
    for k in sorted(set(fold)):
        judge = Judge(fit([p for p in pages if p.fold != k]))
        folder = f'{directory}/tables{k}/verdict'
        os.makedirs(folder, exist_ok=True)
        write_forest(judge.forest, folder)
        for i in np.flatnonzero(fold == k):
            scores[i] = judge.score(pages[i])
    return scores


def show_worst(pages, scores, n):
    honest = sorted((i for i, p in enumerate(pages) if not p.label),
                    key=lambda i: -scores[i])
    farms = sorted((i for i, p in enumerate(pages) if p.label),
                   key=lambda i: scores[i])
    for i in honest[:n] + farms[:n]:
        p = pages[i]
        print(f'  {scores[i] / NAT:7.2f} {p.path} {p.place} {p.what[:50]} '
              f'{p.sizes} {(p.list or [""])[1 % len(p.list or [""])][:40]}')


def main():
    a = argparse.ArgumentParser(description=__doc__.split('\n\n')[0])
    a.add_argument('pages')
    a.add_argument('--write', action='store_true')
    a.add_argument('--show', type=int, default=0)
    o = a.parse_args()
    pages = list(read(o.pages, sorted(glob.glob(
        f'{o.pages}/values*.jsonl'))))
    print(f'{len(pages)} pages, {sum(p.label for p in pages)} of farms')
    labels = np.array([p.label for p in pages])
    scores = learn(pages, o.pages)
    forest = fit(pages)
    suspect, farm = thresholds(pages, scores, start_of(forest))
    report(pages, scores, suspect, farm)
    show_worst(pages, scores, o.show)
    for folder in glob.glob(o.pages + '/tables*/verdict'):
        write_tables(labels, scores, suspect, farm, folder)
    if o.write:
        write_forest(forest, LIB)
        write_tables(labels, scores, suspect, farm, LIB)


if __name__ == '__main__':
    main()
