#!/usr/bin/env python3
"""Learns the forests of lib/segment from pages whose body is known.

usage: train_split.py [--only html|text] [--folds DIR] DATA

DATA is pages.tar.xz unpacked, beside it the headline files.  Writes
lib/segment/forest_html.inc and forest_text.inc.  Needs a C compiler and
LightGBM; one thread and fixed seeds make it deterministic.  With --folds,
the tables of five folds are written to DIR/0/segment to DIR/4/segment too,
each learned without the pages of its fold (see fold_of), for an honest
evaluation: test/eval/split_folds.py builds the tool with each.
"""
import argparse
import gzip
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile

import lightgbm
import numpy

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, HERE)
import pack_forest  # noqa: E402
import text_pages  # noqa: E402

FOLDS = 5
# What reads the tables is no part of the program that they are learned with.
READERS = ('decide.c', 'forest_table.c', 'html_split.c', 'repeated.c',
           'split.c', 'text_run.c', 'text_split.c')
SETTINGS = {
    'objective': 'binary', 'num_leaves': 31,
    'min_data_in_leaf': 50, 'lambda_l2': 5.0, 'feature_fraction': 0.3,
    'bagging_fraction': 0.7, 'bagging_freq': 1, 'max_bin': 127,
    'num_threads': 1, 'seed': 7, 'deterministic': True, 'verbose': -1,
    'force_row_wise': True,
}
# Of HTML one forest decides: a second one that sees its scores gains nothing.
# In text the neighbours' scores tell where a list begins.
TREES = {'html': (256,), 'text': (80, 80)}
RATE = {'html': .08, 'text': .06}
# Of HTML one random limit a trait is tried: few pages, and gold texts that do
# not agree with each other, ask for no more precision.
EXTRA = {'html': True, 'text': False}
# Most blocks are surely none of the body after so many trees.
EARLY = 48
# A page's weight grows with its blocks to the power of one less this: nearly
# all pages of HTML count alike, as they do in a mean over pages.
EVEN = {'html': .8, 'text': .5}
TOKEN = re.compile(r'[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]'
                   r'|[^\W\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+')


def fold_of(page):
    """The fold of a page: by its id alone."""
    return hashlib.sha256(page.encode()).digest()[0] % FOLDS


# ------------------------------------------------------------------ dumps

def build_dumper(folder):
    """Compiles dump_split.c with the rooms it needs."""
    flags = subprocess.run(['xml2-config', '--cflags', '--libs'], check=True,
                           capture_output=True, text=True).stdout.split()
    sources = [os.path.join(HERE, 'dump_split.c')]
    for room in ('base', 'page', 'segment'):
        path = os.path.join(ROOT, 'lib', room)
        sources += sorted(os.path.join(path, x) for x in os.listdir(path)
                          if x.endswith('.c') and x not in READERS)
    out = os.path.join(folder, 'dump_split')
    subprocess.run(['cc', '-std=c11', '-D_POSIX_C_SOURCE=200809L', '-O2',
                    '-I' + os.path.join(ROOT, 'lib'),
                    '-I' + os.path.join(ROOT, 'include'), *sources, '-o', out,
                    *flags], check=True)
    return out


class Page:
    """One page as the library sees it."""

    def __init__(self, page, text, spans, rows):
        self.page, self.spans, self.rows = page, spans, rows
        self.texts = [text[a:b].decode('utf-8') for a, b in spans]
        self.labels = self.weights = None
        self.share = 1.   # of this page in all that is learned from
        self.fold = fold_of(page)


def dump(dumper, kind, files, scores=None):
    """files: [(id, path)] -> [Page]; scores: {id: array} of the first."""
    asked = []
    for page, path in files:
        line = kind + ' ' + path
        if scores is not None:
            line += '\t' + ' '.join(str(int(x)) for x in scores[page])
        asked.append(line + '\n')
    out = subprocess.run([dumper], input=''.join(asked).encode(), check=True,
                         stdout=subprocess.PIPE).stdout
    by_path = {path: page for page, path in files}
    pages, at = [], 0
    while at < len(out):
        end = out.index(b'\n', at)
        path, n, size = out[at:end].decode().split('\t')
        n, size = int(n), int(size)
        text = out[end + 1:end + 1 + size]
        at = end + 2 + size
        end = at
        for _ in range(n):
            end = out.index(b'\n', end) + 1
        table = numpy.fromstring(out[at:end], dtype=numpy.int64, sep=' ')
        table = table.reshape(n, -1) if n else table.reshape(0, 2)
        at = end
        spans = [(int(a), int(b)) for a, b in table[:, :2]]
        pages.append(Page(by_path[path], text, spans,
                          table[:, 2:].astype(numpy.int32)))
    return pages


# ----------------------------------------------------------------- labels

def shingles(tokens, n):
    return [tuple(tokens[i:i + n]) for i in range(len(tokens) - n + 1)]


def label_html(page, gold):
    """A block is body when most of its shingles stand in the gold text."""
    tokens = [t.lower() for t in TOKEN.findall(gold)]
    sets = {n: set(shingles(tokens, n)) for n in (1, 2, 3, 4)}
    lines = {tuple(t.lower() for t in TOKEN.findall(x))
             for x in gold.split('\n')}
    labels, weights = [], []
    for text in page.texts:
        own = [t.lower() for t in TOKEN.findall(text)]
        n = min(4, len(own))
        if n == 0:
            labels.append(0)
            weights.append(0.)
            continue
        parts = shingles(own, n)
        share = sum(x in sets[n] for x in parts) / len(parts)
        weight = min(8., .3 + len(own) / 25)
        if len(own) < 4 and tuple(own) not in lines:
            weight *= .5 if share else 1.
        labels.append(int(share > .5))
        weights.append(weight if not .3 < share < .7 else weight * .3)
    settle_doubles(page, labels, weights)
    return numpy.array(labels), numpy.array(weights)


def settle_doubles(page, labels, weights):
    """Of a short text that stands several times, only copies near other body
    blocks can be meant by the gold text."""
    seen = {}
    for i, text in enumerate(page.texts):
        seen.setdefault(text, []).append(i)
    for places in seen.values():
        if len(places) < 2 or not labels[places[0]]:
            continue
        near = []
        for i in places:
            around = [j for j in range(max(0, i - 3),
                                       min(len(labels), i + 4)) if j != i]
            near.append(sum(labels[j] * weights[j] for j in around)
                        / (sum(weights[j] for j in around) + 1e-9))
        best = max(near)
        for i, x in zip(places, near):
            if x < best - .3:
                labels[i] = 0


def label_partial(page, wanted, unwanted):
    """Only blocks that a known chunk stands in have a label."""
    squeeze = lambda t: re.sub(r'\s+', '', t)  # noqa: E731
    labels = numpy.zeros(len(page.texts), dtype=int)
    weights = numpy.zeros(len(page.texts))
    for i, text in enumerate(map(squeeze, page.texts)):
        if len(text) < 4:
            continue
        for chunk in wanted:
            if chunk in text or (len(text) > 12 and text in chunk):
                labels[i], weights[i] = 1, 4.
        for chunk in unwanted:
            if chunk in text or (len(text) > 12 and text in chunk):
                labels[i], weights[i] = 0, 6.
    return labels, weights


# ------------------------------------------------------------------- sets

def manifest(path):
    with open(os.path.join(path, 'manifest.jsonl'), encoding='utf-8') as f:
        return [json.loads(line) for line in f]


def read_text(path):
    with open(path, encoding='utf-8') as f:
        return f.read()


def html_pages(dumper, data):
    pages = []
    for name in ('html_wcxb', 'html_zh_gold', 'html_trafilatura'):
        path = os.path.join(data, name)
        man = {name + '/' + m['id']: m for m in manifest(path)}
        files = [(k, os.path.join(path, 'html', m['id'] + '.html'))
                 for k, m in sorted(man.items())]
        for page in dump(dumper, 'html', files):
            m = man[page.page]
            gold = os.path.join(path, 'gold', m['id'] + '.txt')
            gold = read_text(gold) if os.path.exists(gold) else ''
            if name == 'html_trafilatura':
                squeeze = lambda t: re.sub(r'\s+', '', t)  # noqa: E731
                page.labels, page.weights = label_partial(
                    page, [squeeze(x) for x in gold.split('\n') if x.strip()],
                    [squeeze(x) for x in m.get('without') or []])
            else:
                page.labels, page.weights = label_html(page, gold)
                page.share = 2. if name == 'html_zh_gold' else 1.
            pages.append(page)
            page.path = dict(files)[page.page]
    return pages


def headlines(data):
    """Headlines to fill lists with, by width of script."""
    pools = {True: [], False: []}
    for name in ('news', 'spam_and_other', 'hot_topics'):
        path = os.path.join(data, 'headlines_%s.jsonl.gz' % name)
        with gzip.open(path, 'rt', encoding='utf-8') as f:
            for i, line in enumerate(f):
                if i % (40 if name != 'spam_and_other' else 4):
                    continue
                text = text_pages.clean(json.loads(line)['text'])
                if text_pages.headline_like(text) and len(text) <= 160:
                    pools[text_pages.is_wide(text)].append(text)
    return pools


def text_set(data, folder, seed, copies):
    """Synthetic pages as files: ([(id, path)], {id: labels})."""
    pages = text_pages.read_sets(data)
    extra = headlines(data)
    files, labels = [], {}
    for fold in range(FOLDS):
        own = [x for x in pages if fold_of(x[0]) == fold]
        pools = {True: [], False: []}
        for _, _, links in own:
            for text in links:
                pools[text_pages.is_wide(text)].append(text)
        for wide in pools:
            pools[wide] += extra[wide][fold::FOLDS]
        for page, text, known in text_pages.make(own, pools, seed, copies):
            path = os.path.join(folder, page.replace('/', '_') + '.txt')
            with open(path, 'w', encoding='utf-8') as f:
                f.write(text)
            files.append((page, path))
            labels[page] = known
    return files, labels


def text_pages_of(dumper, data, folder):
    files, labels = text_set(data, folder, 'train', 3)
    pages = dump(dumper, 'text', files)
    for page in pages:
        page.fold = fold_of(page.page.rsplit('/', 1)[0])
        known = numpy.array(labels[page.page])
        assert len(known) == len(page.texts), page.page
        page.labels = (known == 1).astype(int)
        page.weights = (known >= 0).astype(float)
    paths = dict(files)
    for page in pages:
        page.path = paths[page.page]
    return pages


# --------------------------------------------------------------- learning

def fit(kind, pages, trees):
    used = [p for p in pages if len(p.labels) and p.weights.sum() > 0]
    x = numpy.concatenate([p.rows for p in used])
    y = numpy.concatenate([p.labels for p in used])
    w = numpy.concatenate([p.share * p.weights
                           / p.weights.sum() ** EVEN[kind] for p in used])
    keep = w > 0
    data = lightgbm.Dataset(x[keep].astype(numpy.float32), y[keep],
                            weight=w[keep] / w[keep].mean())
    return lightgbm.train(dict(SETTINGS, learning_rate=RATE[kind],
                               extra_trees=EXTRA[kind]), data, trees)


def raw(model, page):
    if not len(page.rows):
        return numpy.zeros(0)
    return model.predict(page.rows.astype(numpy.float32), raw_score=True,
                         num_threads=1)


class FirstForests:
    """First forests by the folds they leave out, each learned once: the one
    without folds 1 and 3 serves when either of them is evaluated."""

    def __init__(self, kind, pages):
        self.kind, self.pages, self.known = kind, pages, {}

    def without(self, left):
        left = frozenset(left)
        if left not in self.known:
            self.known[left] = fit(self.kind, [
                p for p in self.pages if p.fold not in left],
                TREES[self.kind][0])
        return self.known[left]


def out_of_fold(forests, left):
    """Scores of every page outside left by a forest that saw neither its
    fold nor left."""
    scores = {}
    for p in forests.pages:
        if p.fold not in left:
            model = forests.without(left | {p.fold})
            scores[p.page] = numpy.rint(raw(model, p) * 1024)
    return scores


def second_rows(dumper, kind, pages, scores):
    """The same pages with the first forest's scores among their traits."""
    rows = dump(dumper, kind, [(p.page, p.path) for p in pages], scores)
    for page, new in zip(pages, rows):
        new.labels, new.weights = page.labels, page.weights
        new.share = page.share
        new.fold, new.path = page.fold, page.path
    return rows


def learn(dumper, forests, left):
    """The forests of all folds that are not left out."""
    kind = forests.kind
    models = [forests.without(left)]
    if len(TREES[kind]) > 1:
        pages = [p for p in forests.pages if p.fold not in left]
        rows = second_rows(dumper, kind, pages, out_of_fold(forests, left))
        models.append(fit(kind, rows, TREES[kind][1]))
    return models


# ----------------------------------------------------------------- tables

def walk(tree):
    """Nodes and leaves in order; children behind their parents."""
    nodes, leaves, queue = [], [], [tree]
    order = []
    while queue:
        node = queue.pop(0)
        if 'split_feature' not in node:
            continue
        node['at'] = len(order)
        order.append(node)
        queue += [node['left_child'], node['right_child']]
    for node in order:
        sides = []
        for child in (node['left_child'], node['right_child']):
            if 'at' in child:
                sides.append(child['at'])
            else:
                sides.append(~len(leaves))
                leaves.append(int(round(child['leaf_value'] * 1024)))
        nodes.append((int(numpy.floor(node['threshold'])), sides[0],
                      sides[1], node['split_feature']))
    return nodes, leaves


def trees_of(model):
    """The trees and what they begin from."""
    trees, bias = [], 0
    for tree in model.dump_model()['tree_info']:
        root = tree['tree_structure']
        if 'split_feature' not in root:
            bias += int(round(root['leaf_value'] * 1024))
            continue
        trees.append(walk(root))
    return trees, bias


def write_tables(path, kind, models):
    with open(path, 'w', encoding='ascii') as out:
        out.write('/* Written by data/model/train_split.py; see '
                  'data/model/PROVENANCE.md. */\n')
        if kind == 'html':
            trees, bias = trees_of(models[0])
            forests = {'_early': (trees[:EARLY], bias),
                       '_rest': (trees[EARLY:], 0)}
        else:
            forests = {'_first': trees_of(models[0]),
                       '_second': trees_of(models[1])}
        for name, (trees, bias) in forests.items():
            out.write('\n')
            pack_forest.write(out, kind + name, trees, bias)


def run(dumper, kind, pages, options):
    name = 'forest_%s.inc' % kind
    forests = FirstForests(kind, pages)
    for fold in range(FOLDS) if options.folds else []:
        folder = os.path.join(options.folds, str(fold), 'segment')
        os.makedirs(folder, exist_ok=True)
        write_tables(os.path.join(folder, name), kind,
                     learn(dumper, forests, frozenset([fold])))
    if not options.only_folds:
        write_tables(os.path.join(ROOT, 'lib', 'segment', name), kind,
                     learn(dumper, forests, frozenset()))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('--only', choices=('html', 'text'))
    parser.add_argument('--folds')
    parser.add_argument('--only-folds', action='store_true')
    parser.add_argument('data')
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        dumper = build_dumper(folder)
        if options.only != 'html':
            run(dumper, 'text', text_pages_of(dumper, options.data, folder),
                options)
        if options.only != 'text':
            run(dumper, 'html', html_pages(dumper, options.data), options)


if __name__ == '__main__':
    main()
