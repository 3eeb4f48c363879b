#!/usr/bin/env python3
"""Learns the forests of lib/segment from pages whose body is known.

usage: train_split.py [--only html|text] [--folds DIR] DATA

DATA is pages.tar.xz unpacked, beside it the headline files.  Writes
lib/segment/forest/forest_html.inc and forest_text.inc.  Needs a C compiler and
LightGBM; one thread and fixed seeds make it deterministic.  With --folds,
the tables of five folds are written below DIR/0 to DIR/4 too, each learned
without the pages of its fold (see fold_of), for an honest evaluation:
test/eval/split_folds.py builds the tool with each.
"""
import argparse
import functools
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
import page_ways  # noqa: E402
import text_pages  # noqa: E402

FOLDS = 5
GOLD = ('html_wcxb', 'html_zh_gold')   # the whole body is known
SETS = GOLD + ('html_trafilatura',)    # parts of it
TABLES = os.path.join('segment', 'forest')
SETTINGS = {
    'objective': 'binary', 'num_leaves': 31,
    'min_data_in_leaf': 50, 'bagging_fraction': 0.7, 'bagging_freq': 1,
    'max_bin': 127, 'num_threads': 1, 'seed': 7, 'deterministic': True,
    'verbose': -1, 'force_row_wise': True,
}
# The border is a second forest of text: which line is the first of the list.
TREES = {'html': 256, 'text': 128, 'border': 128}
RATE = {'html': .08, 'text': .1, 'border': .08}
# The share of the traits that a tree may choose from, and how much its leaves
# are held back.  Of text the telling traits are few: a tree without them fits
# what single bodies happen to have.
TRAITS = {'html': .3, 'text': .6, 'border': .5}
HELD = {'html': 5., 'text': 1., 'border': 5.}
# All lines so near the first are learned from, of the others one in five.
NEAR = 16
FAR = 5
# What a page counts that is no article: they are few, and of many kinds.
OTHERS = 2.
# What a page of HTML counts, beside itself, as it might have been written
# otherwise, and pieces of it (page_ways.py).
WAYS = {'old': .25, 'bare': .25, 'part': .25, 'bare_part': .25}
# Pages in Chinese are few; of those with chunks few blocks are known.
SHARES = {'html_zh_gold': 2., 'html_trafilatura': 1.5}
# How many pages a body makes.
COPIES = 10
# Of HTML one random limit a trait is tried: few pages, and gold texts that do
# not agree with each other, ask for no more precision.
EXTRA = {'html': True, 'text': False, 'border': False}
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
    """Compiles dump_split.c with what it needs."""
    out = os.path.join(folder, 'dump_split')
    subprocess.run(['sh', os.path.join(HERE, 'dump_split.sh'), out],
                   check=True)
    return out


class Page:
    """One page as the library sees it."""

    def __init__(self, page, text, spans, asked, rows):
        self.page, self.spans, self.rows = page, spans, rows
        self.asked = asked  # whether the forest is, of each block
        self.texts = [text[a:b].decode('utf-8') for a, b in spans]
        self.labels = self.weights = None
        self.share = 1.   # of this page in all that is learned from
        self.fold = fold_of(page)
        self.path = None  # its file


def dump(dumper, kind, files, scores=None):
    """files: [(id, path)] -> [Page]; scores: what the forest of lines says of
    each page, where the traits of borders are asked for."""
    asked = ['%s %s\n' % (kind, path) for _, path in files]
    if scores is not None:
        asked = [line + ' '.join(map(str, own)) + '\n'
                 for line, own in zip(asked, scores)]
    out = subprocess.run([dumper], input=''.join(asked).encode(), check=True,
                         stdout=subprocess.PIPE).stdout
    by_path = {path: page for page, path in files}
    pages, at = [], 0
    while at < len(out):
        end = out.index(b'\n', at)
        path, *numbers = out[at:end].decode().split('\t')
        n, size = map(int, numbers)
        text = out[end + 1:end + 1 + size]
        at = end + 2 + size
        end = at
        for _ in range(n):
            end = out.index(b'\n', end) + 1
        table = numpy.fromstring(out[at:end], dtype=numpy.int64, sep=' ')
        table = table.reshape(n, -1) if n else table.reshape(0, 3)
        at = end
        spans = [(int(a), int(b)) for a, b in table[:, :2]]
        pages.append(Page(by_path[path], text, spans, table[:, 2] > 0,
                          table[:, 3:].astype(numpy.int32)))
        pages[-1].path = path
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


def html_pages(dumper, data, sets):
    pages = []
    for name in sets:
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
            page.share = SHARES.get(name, 1.)
            pages.append(page)
    return pages


def all_html_pages(dumper, data, folder):
    """The pages, and the same in other ways."""
    pages = html_pages(dumper, data, SETS)
    for way, share in WAYS.items():
        out = os.path.join(folder, way)
        page_ways.write_all(way, data, out)
        for page in html_pages(dumper, out, SETS):
            page.share *= share
            pages.append(page)
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


def made_pages(data):
    """[(id, [(line, label)])]; no fold's page has a line of another's."""
    pages = text_pages.read_sets(data)
    extra = headlines(data)
    made = []
    for fold in range(FOLDS):
        own = [x for x in pages if fold_of(x[0]) == fold]
        pools = {wide: extra[wide][fold::FOLDS] for wide in extra}
        made += text_pages.make(data, own, pools, 'train', COPIES)
    return made


def whole_pages(dumper, data):
    """The text of the HTML pages: all of it, and from the body on."""
    made = []
    for page in html_pages(dumper, data, GOLD):
        lines = text_pages.whole_page(
            data, page.page, list(zip(page.texts, page.labels)))
        made.append((page.page + '/whole', lines))
        made.append((page.page + '/from', lines[page.labels.argmax():]))
    return made


def others_of(data):
    """The pages that are no articles."""
    return {name + '/' + m['id'] for name in GOLD
            for m in manifest(os.path.join(data, name))
            if m.get('page_type', 'article') != 'article'}


def text_pages_of(dumper, data, folder):
    others = others_of(data)
    made = dict(made_pages(data) + whole_pages(dumper, data))
    files = []
    for page, lines in made.items():
        lines[:] = [x for x in lines if x[0]]
        path = os.path.join(folder, page.replace('/', '_') + '.txt')
        with open(path, 'w', encoding='utf-8') as f:
            f.writelines(text + '\n' for text, _ in lines)
        files.append((page, path))
    pages = dump(dumper, 'text', files)
    for page in pages:
        name, copy = page.page.rsplit('/', 1)
        page.fold = fold_of(name)
        page.share = text_pages.share_of(copy)
        page.share *= OTHERS if name in others else 1.
        known = numpy.array([label for _, label in made[page.page]])
        assert len(known) == len(page.texts), page.page
        page.labels = (known == text_pages.ITEM).astype(int)
        page.inner = known == text_pages.INNER
        page.weights = ((known >= 0) & page.asked).astype(float)
    return pages


def first_line(page):
    """Where the list begins, and where its heading does; None, None."""
    items = numpy.flatnonzero(page.labels)
    if len(items) < text_pages.RUN:
        return None, None
    begin = items[0]
    while begin > 0 and page.asked[begin - 1] and not page.weights[begin - 1]:
        begin -= 1
    return items[0], begin


def border_sample(page, rows):
    """(traits, whether the list begins here, weights) of some lines."""
    n = len(page.labels)
    weights = numpy.where(page.asked, page.share, 0.)
    near = numpy.zeros(n, dtype=bool)
    labels = numpy.zeros(n, dtype=int)
    first, heading = first_line(page)
    if first is not None:
        near[max(0, first - NEAR):first + NEAR] = True
        labels[first] = 1
        weights[heading:first] = 0.
    # A list within the body may begin with any of its lines.
    weights[page.inner] = 0.
    weights[~near] *= FAR
    weights[~near & (numpy.arange(n) % FAR > 0)] = 0.
    return rows, labels, weights


# --------------------------------------------------------------- learning

def block_samples(kind, pages):
    """[(traits, labels, weights)] of the pages' blocks."""
    return [(p.rows, p.labels,
             p.share * p.weights / p.weights.sum() ** EVEN[kind])
            for p in pages if p.weights.sum() > 0]


def fit(kind, samples):
    x, y, w = map(numpy.concatenate, zip(*samples))
    keep = w > 0
    data = lightgbm.Dataset(x[keep].astype(numpy.float32), y[keep],
                            weight=w[keep] / w[keep].mean())
    return lightgbm.train(dict(SETTINGS, learning_rate=RATE[kind],
                               feature_fraction=TRAITS[kind],
                               lambda_l2=HELD[kind],
                               extra_trees=EXTRA[kind]), data,
                          TREES[kind])


class TextForests:
    """The forest of lines, and that of borders, which sees what the first says
    of the lines around.  To learn from that it must come from a forest that
    did not see the page: that of a training without its fold."""

    def __init__(self, dumper, pages):
        self.dumper, self.pages = dumper, pages
        self.models = {}   # folds left out: the forest of lines

    def lines(self, *without):
        key = frozenset(without)
        if key not in self.models:
            self.models[key] = fit('text', block_samples('text', [
                p for p in self.pages if p.fold not in key]))
        return self.models[key]

    def borders(self, *without):
        """Where the list of a whole page begins is known less surely."""
        pages = [p for p in self.pages if p.fold not in without
                 and p.page.rsplit('/', 1)[1].isdigit()]
        said = [self.say(p, self.lines(p.fold, *without)) for p in pages]
        seen = dump(self.dumper, 'border', [(p.page, p.path) for p in pages],
                    said)
        return fit('border', [border_sample(page, border.rows)
                              for page, border in zip(pages, seen)])

    @staticmethod
    def say(page, model):
        """What is not asked about is surely in no list: SCLS_TEXT_SURE."""
        said = model.predict(page.rows, raw_score=True) * 1024
        return numpy.where(page.asked, numpy.rint(said), -4096).astype(int)

    def learn(self, *without):
        return {'text': trees_of(self.lines(*without)),
                'border': trees_of(self.borders(*without))}


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


def html_forests(pages, *without):
    pages = [p for p in pages if p.fold not in without]
    trees, bias = trees_of(fit('html', block_samples('html', pages)))
    return {'html_early': (trees[:EARLY], bias),
            'html_rest': (trees[EARLY:], 0)}


def write_tables(path, made):
    with open(path, 'w', encoding='ascii') as out:
        out.write('/* Written by data/model/train_split.py; see '
                  'data/model/PROVENANCE.md. */\n')
        for name, (trees, bias) in made.items():
            out.write('\n')
            pack_forest.write(out, name, trees, bias)


def run(kind, forests, options):
    """forests(*without): {name: (trees, what they begin from)} of a file of
    tables, learned without these folds."""
    name = 'forest_%s.inc' % kind
    for fold in range(FOLDS) if options.folds else []:
        folder = os.path.join(options.folds, str(fold), TABLES)
        os.makedirs(folder, exist_ok=True)
        write_tables(os.path.join(folder, name), forests(fold))
    if not options.only_folds:
        write_tables(os.path.join(ROOT, 'lib', TABLES, name),
                     forests())


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
            pages = text_pages_of(dumper, options.data, folder)
            run('text', TextForests(dumper, pages).learn, options)
        if options.only != 'text':
            pages = all_html_pages(dumper, options.data, folder)
            run('html', functools.partial(html_forests, pages), options)


if __name__ == '__main__':
    main()
