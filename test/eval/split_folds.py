#!/usr/bin/env python3
"""The splitter measured on pages that its tables have not seen.

usage: split_folds.py build FOLDS
       split_folds.py text FOLDS DATA

FOLDS is the directory that data/model/train_split.py --folds wrote.  build
compiles the tool once a fold.  After it this file stands in for the tool:

    SPLIT_FOLDS=FOLDS split.py --bin test/eval/split_folds.py DATA/html_wcxb

sends each page to the fold that was learned without it.  text makes plain-text
pages of the gold bodies and real links, half of them with a list, and prints
how well the list lines are found.
"""
import collections
import json
import os
import random
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(
    os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, 'data', 'model'))
import text_pages  # noqa: E402

FOLDS = 5
PAGES = 300


def fold_of(page):
    import hashlib
    return hashlib.sha256(page.encode()).digest()[0] % FOLDS


def build(folds):
    for fold in range(FOLDS):
        folder = os.path.abspath(os.path.join(folds, str(fold)))
        subprocess.run(['make', '-C', ROOT, '-s', 'BUILD=' + folder + '/build',
                        'CPPFLAGS=-iquote' + folder,
                        'built'], check=True)


def page_of(path):
    """SET/ID of .../SET/html/ID.html; SET_ID of a text page's name."""
    parts = path.split('/')
    name = parts[-1].rsplit('.', 1)[0]
    if path.endswith('.txt'):
        return name.rsplit('@', 1)[0].replace('@', '/')
    return parts[-3] + '/' + name


def dispatch(folds, files):
    by_fold = collections.defaultdict(list)
    for path in files:
        by_fold[fold_of(page_of(path))].append(path)
    for fold, some in sorted(by_fold.items()):
        tool = os.path.join(folds, str(fold), 'build', 'spamcls')
        sys.stdout.flush()
        subprocess.run([tool, 'split', '--json', *some], check=True)


def write_pages(data, folder):
    """[(path, link lines or empty)] of about as many with as without."""
    pages = text_pages.read_sets(data)
    rng = random.Random('split_folds')
    rng.shuffle(pages)
    pools = {True: [], False: []}
    for _, _, links in pages:
        for text in links:
            pools[text_pages.is_wide(text)].append(text)
    made = []
    for page, body, own in pages[:2 * PAGES]:
        links = []
        if len(made) % 2 == 0:
            pool = pools[text_pages.is_wide(' '.join(body))]
            links = own if len(own) >= 5 else rng.sample(
                pool, min(rng.randint(5, 40), len(pool)))
        path = os.path.join(folder, page.replace('/', '@') + '@0.txt')
        with open(path, 'w', encoding='utf-8') as f:
            f.write('\n'.join(body + links) + '\n')
        made.append((path, links))
    return made


def squeeze(text):
    return re.sub(r'\s+', '', text)


def text(folds, data):
    right = wrong = missed = clean = without = 0
    with tempfile.TemporaryDirectory() as folder:
        made = dict(write_pages(data, folder))
        out = subprocess.run(
            [sys.executable, __file__, 'split', '--json', *made],
            env=dict(os.environ, SPLIT_FOLDS=folds), check=True,
            capture_output=True).stdout
        for line in out.decode('utf-8').split('\n'):
            if not line:
                continue
            page = json.loads(line)
            said = {squeeze(x['text']) for y in page['lists']
                    for x in y['links']}
            true = {squeeze(x) for x in made[page['path']]}
            right += len(said & true)
            wrong += len(said - true)
            missed += len(true - said)
            if not true:
                without += 1
                clean += not said
    print('link lines: precision %.4f recall %.4f F1 %.4f; pages without a '
          'list that get none: %.4f of %d'
          % (right / max(1, right + wrong), right / max(1, right + missed),
             2 * right / max(1, 2 * right + wrong + missed),
             clean / max(1, without), without))


def main():
    words = sys.argv[1:]
    if len(words) == 2 and words[0] == 'build':
        build(words[1])
    elif len(words) == 3 and words[0] == 'text':
        text(words[1], words[2])
    elif words[:2] == ['split', '--json'] and 'SPLIT_FOLDS' in os.environ:
        dispatch(os.environ['SPLIT_FOLDS'], words[2:])
    else:
        sys.exit(__doc__)


if __name__ == '__main__':
    main()
