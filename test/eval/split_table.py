#!/usr/bin/env python3
"""The splitter beside other extractors: the same pages in the same run.

usage: split_table.py --pages DIRECTORY --folds DIRECTORY --shared DIRECTORY
                      [--rust PROGRAM] [--json FILE] [--limit N]

PAGES is pages.tar.xz unpacked, FOLDS what train_split.py --folds wrote and
split_folds.py built: every page goes to tables that were learned without it.
Words, shingles and lists are counted by SHARED/eval/split.py, the chunks of
html_trafilatura as trafilatura's own evaluation does: a chunk counts where it
stands in the body as it is.  An error behind +- is the standard deviation
over 1,000 draws of as many pages, with replacement; "ahead" compares the same
draws.  Speed is pages a second of one processor.  Peers that are not there
are left out.
"""
import argparse
import collections
import importlib.util
import json
import os
import resource
import subprocess
import sys

import numpy

HERE = os.path.dirname(os.path.abspath(__file__))
PEERS = ('trafilatura', 'resiliparse', 'readability-lxml', 'justext',
         'magic-html')
SETS = {'html_wcxb': 'word_f1', 'html_zh_gold': 'shingle_f1',
        'html_trafilatura': 'chunk_f1'}
DRAWS = 1000


def load_shared(shared):
    spec = importlib.util.spec_from_file_location(
        'shared_split', os.path.join(shared, 'eval', 'split.py'))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read(path):
    with open(path, encoding='utf-8') as file:
        return file.read()


def read_set(pages, name, limit):
    """The pages of a set whose body is known."""
    found = []
    base = os.path.join(pages, name)
    for line in read(os.path.join(base, 'manifest.jsonl')).splitlines():
        page = json.loads(line)
        gold = os.path.join(base, 'gold', page['id'] + '.txt')
        links = os.path.join(base, 'links', page['id'] + '.json')
        if not os.path.exists(gold):
            continue
        page['path'] = os.path.join(base, 'html', page['id'] + '.html')
        page['gold'] = read(gold)
        page['links'] = json.loads(read(links)) \
            if os.path.exists(links) else None
        found.append(page)
    return found[:limit or None]


# ----------------------------------------------------------------- systems

def systems(options):
    """{name: (command, environment)} of what is there."""
    table = os.path.join(HERE, 'split_folds.py')
    found = {'libspamcls': ([sys.executable, table, 'split', '--json'],
                            {'SPLIT_FOLDS': options.folds})}
    script = os.path.join(HERE, 'split_peers.py')
    for name in PEERS:
        can = subprocess.run([sys.executable, script, '--can', name],
                             stderr=subprocess.DEVNULL, check=False)
        if can.returncode == 0:
            found[name] = ([sys.executable, script, name], {})
        else:
            print('not there:', name)
    if options.rust and os.path.exists(options.rust):
        found['rs-trafilatura'] = ([options.rust], {})
    else:
        print('not there: rs-trafilatura')
    return found


def run(system, paths):
    """Output and seconds of processor time."""
    command, environment = system
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    out = subprocess.run(command + paths, check=True, stdout=subprocess.PIPE,
                         env=dict(os.environ, **environment)).stdout
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return out, (after.ru_utime + after.ru_stime
                 - before.ru_utime - before.ru_stime)


def answers(system, pages):
    """{path: answer} and seconds of processor time, a program's start left
    out."""
    got = {}
    _, start = run(system, [])
    seconds = 0.
    for i in range(0, len(pages), 200):
        out, used = run(system, [page['path'] for page in pages[i:i + 200]])
        seconds += max(0.001, used - start)
        for line in out.decode('utf-8').split('\n'):
            if line:
                answer = json.loads(line)
                got[answer['path']] = answer
    return got, seconds


# ----------------------------------------------------------------- counting

def count_words(shared, page, body, row):
    true = shared.TOKEN.findall(page['gold'])
    said = shared.TOKEN.findall(body)
    if not true:
        return
    right, wrong, missed = shared.overlap(shared.shingles(true),
                                          shared.shingles(said))
    row['precision'] = right / (right + wrong) if right + wrong else None
    row['recall'] = right / (right + missed)
    bags = [collections.Counter(t.lower() for t in x) for x in (true, said)]
    right, wrong, missed = shared.overlap(*bags)
    row['words'] = 2 * right / (2 * right + wrong + missed)


def count_chunks(page, body, row):
    wanted = [x.strip() for x in page['gold'].split('\n') if x.strip()]
    unwanted = page.get('without') or []
    row['kept'] = sum(x in body for x in wanted)
    row['lost'] = len(wanted) - row['kept']
    row['bad'] = sum(x in body for x in unwanted)
    row['unwanted'] = len(unwanted)


def count_lists(shared, page, answer, row):
    texts = {side: {shared.squeeze(x['text']) for x in page['links'][side]
                    if shared.headline_like(x['text'])}
             for side in ('after', 'inside')}
    said = {shared.squeeze(x['text']) for y in answer['lists']
            for x in y['links'] if shared.headline_like(x['text'])}
    row['found'] = len(texts['after'] & said)
    row['missed'] = len(texts['after'] - said)
    row['taken'] = len(texts['inside'] & said)
    row['items'] = len(said)


def count(shared, name, page, answer):
    row = collections.Counter()
    row['kind'] = page.get('page_type')
    body = answer.get('body') or ''
    if name == 'html_trafilatura':
        count_chunks(page, body, row)
    else:
        count_words(shared, page, body, row)
    if page['links'] is not None and 'lists' in answer:
        count_lists(shared, page, answer, row)
    return row


# ------------------------------------------------------------------ figures

def column(rows, key):
    return numpy.array([numpy.nan if row.get(key) is None else row[key]
                        for row in rows], dtype=float)


def f1(precision, recall):
    return 2 * precision * recall / numpy.maximum(precision + recall, 1e-9)


def mean_of(values):
    """Of each row, what is missing left out; 0 where all is."""
    there = numpy.maximum((~numpy.isnan(values)).sum(axis=1), 1)
    return numpy.nansum(values, axis=1) / there


def main_figure(name, rows, draws):
    """The set's figure for every row of draws (indexes of pages)."""
    if name == 'html_wcxb':
        return mean_of(column(rows, 'words')[draws])
    if name == 'html_zh_gold':
        return f1(mean_of(column(rows, 'precision')[draws]),
                  mean_of(column(rows, 'recall')[draws]))
    kept, lost, bad = (column(rows, k)[draws].sum(axis=1)
                       for k in ('kept', 'lost', 'bad'))
    return 2 * kept / (2 * kept + lost + bad)


def kinds(rows):
    values = collections.defaultdict(list)
    for row in rows:
        if row['kind'] and row.get('words') is not None:
            values[row['kind']].append(row['words'])
    return {kind: round(sum(x) / len(x), 4)
            for kind, x in sorted(values.items())}


def details(name, rows):
    total = collections.Counter()
    for row in rows:
        total.update({k: v for k, v in row.items() if k in (
            'kept', 'lost', 'bad', 'unwanted', 'found', 'missed', 'taken',
            'items')})
    out = {}
    if name == 'html_trafilatura':
        out['chunks_kept'] = total['kept'] / (total['kept'] + total['lost'])
        out['unwanted_kept'] = total['bad'] / max(1, total['unwanted'])
    else:
        out['word_f1'] = float(numpy.nanmean(column(rows, 'words')))
    if name == 'html_wcxb':
        out.update(kinds(rows))
    if total['items'] and name == 'html_zh_gold':
        out['list_recall'] = total['found'] / (total['found']
                                               + total['missed'])
        out['items_from_body'] = total['taken'] / total['items']
    return {k: round(v, 4) for k, v in out.items()}


def figures(name, by_system):
    n = len(next(iter(by_system.values()))[0])
    draws = numpy.random.RandomState(7).randint(0, n, (DRAWS, n))
    whole = numpy.arange(n)[None, :]
    ours = None
    for system, (rows, seconds) in by_system.items():
        value = float(main_figure(name, rows, whole)[0])
        drawn = main_figure(name, rows, draws)
        if ours is None:
            ours = value, drawn
        yield {'set': name, 'system': system, 'figure': SETS[name],
               'value': value, 'error': float(drawn.std()),
               'ahead': ours[0] - value,
               'ahead_error': float((ours[1] - drawn).std()),
               'pages_a_second': n / seconds, **details(name, rows)}


def show(found):
    print('%-17s %-17s %-10s %7s %7s  %7s %7s %9s' % (
        'set', 'system', 'figure', 'value', '+-', 'ahead', '+-', 'pages/s'))
    for x in found:
        print('%-17s %-17s %-10s %7.4f %7.4f  %7.4f %7.4f %9.1f' % (
            x['set'], x['system'], x['figure'], x['value'], x['error'],
            x['ahead'], x['ahead_error'], x['pages_a_second']))
    for x in found:
        print(x['set'], x['system'],
              json.dumps({k: v for k, v in list(x.items())[8:]}))


def main():
    a = argparse.ArgumentParser(description=__doc__.split('\n', 1)[0])
    a.add_argument('--pages', required=True)
    a.add_argument('--folds', required=True)
    a.add_argument('--shared', required=True)
    a.add_argument('--rust')
    a.add_argument('--json')
    a.add_argument('--limit', type=int, default=0)
    o = a.parse_args()
    shared = load_shared(o.shared)
    there, found = systems(o), []
    for name in SETS:
        pages = read_set(o.pages, name, o.limit)
        by_system = {}
        for system, call in there.items():
            got, seconds = answers(call, pages)
            by_system[system] = ([count(shared, name, page, got.get(
                page['path'], {})) for page in pages], seconds)
        found += figures(name, by_system)
    show(found)
    if o.json:
        with open(o.json, 'w', encoding='utf-8') as out:
            json.dump(found, out, indent=1)


if __name__ == '__main__':
    main()
