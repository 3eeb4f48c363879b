#!/usr/bin/env python3
"""The splitter measured on pages that its tables have not seen.

usage: split_folds.py build FOLDS
       split_folds.py text FOLDS DATA
       split_folds.py agree FOLDS DATA

FOLDS is the directory that data/model/train_split.py --folds wrote.  build
compiles the tool once a fold.  After it this file stands in for the tool:

    SPLIT_FOLDS=FOLDS split.py --bin test/eval/split_folds.py DATA/html_wcxb

sends each page to the fold that was learned without it.  text makes plain-text
pages of 300 gold bodies, each once alone and once with a real list behind it:
the headlines among the links behind the body of its own page, or where they
are few, those of another page of the same fold.  A body that holds a list of
links itself (three lines that are anchors of its page, one or several, with a
heading between at most) is no page without a list and is not drawn.
It prints how well the list lines are found, for articles and for pages of any
kind: the means of five draws of bodies and lists, the least and the most in
brackets; then how many lists are found that stand by themselves.  agree gives
the text of every HTML page that has a trailing list, one block a line, to the
tool again, and prints how much of the list is found without the tags: from the
body on, and from all of the page, as it stands in a crawl's text archive.
"""
import collections
import json
import os
import random
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(
    os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, 'data', 'model'))
import text_pages  # noqa: E402

FOLDS = 5
PAGES = 300
DRAWS = 5
SIZES = ((1, 5), (6, 12), (13, 40), (41, 999))


def fold_of(page):
    import hashlib
    return hashlib.sha256(page.encode()).digest()[0] % FOLDS


def build(folds):
    """The tool, once a fold, with the tables of the fold."""
    for fold in range(FOLDS):
        folder = os.path.abspath(os.path.join(folds, str(fold)))
        subprocess.run(['make', '-C', ROOT, '-s', 'fold-tool',
                        'FOLD=' + folder], check=True)


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
        tool = os.path.join(folds, str(fold), 'spamcls')
        sys.stdout.flush()
        subprocess.run([tool, 'split', '--json', '--threads', '1', *some],
                       check=True)


def page_types(data):
    """{SET/ID: what kind of page it is}; the Chinese ones are articles."""
    kinds = {}
    for name in ('html_wcxb', 'html_zh_gold'):
        path = os.path.join(data, name, 'manifest.jsonl')
        with open(path, encoding='utf-8') as file:
            for page in map(json.loads, file):
                kinds[name + '/' + page['id']] = page.get('page_type',
                                                          'article')
    return kinds


def list_for(rng, pages, page, body, own):
    """Its own list, or another page's of the same fold and script."""
    wide = text_pages.is_wide(' '.join(body))
    if len(own) >= text_pages.LIST:
        return own
    return rng.choice([links for other, text, links in pages
                       if len(links) >= text_pages.LIST
                       and fold_of(other) == fold_of(page)
                       and text_pages.is_wide(' '.join(text)) == wide])


def write_pages(pages, folder, draw):
    """{path: link lines or none}: each body with a list and without."""
    rng = random.Random('split_folds %d' % draw)
    made = {}
    for page, body, own in rng.sample(pages, min(PAGES, len(pages))):
        links = list_for(rng, pages, page, body, own)
        for copy, some in enumerate(([], links)):
            path = os.path.join(folder, '%s@%d.txt'
                                % (page.replace('/', '@'), copy))
            with open(path, 'w', encoding='utf-8') as file:
                file.write('\n'.join(body + some) + '\n')
            made[path] = some
    return made


def split(folds, files):
    """The tool's answers, each page by its fold."""
    out = subprocess.run(
        [sys.executable, __file__, 'split', '--json', *files],
        env=dict(os.environ, SPLIT_FOLDS=folds), check=True,
        capture_output=True).stdout
    return [json.loads(x) for x in out.decode('utf-8').split('\n') if x]


def write_lists(pages, folder, _):
    """The same of the lists of the pages, without their bodies."""
    made = {}
    for page, _, own in pages:
        if len(own) < text_pages.LIST:
            continue
        path = os.path.join(folder, page.replace('/', '@') + '@0.txt')
        with open(path, 'w', encoding='utf-8') as file:
            file.write('\n'.join(own) + '\n')
        made[path] = own
    return made


def count_text(folds, pages, draw, write=write_pages):
    """[(links there are, lines right, wrong, missed)] of all pages."""
    counts = []
    squeeze = text_pages.squeeze
    with tempfile.TemporaryDirectory() as folder:
        made = write(pages, folder, draw)
        for page in split(folds, made):
            said = {squeeze(x['text']) for y in page['lists']
                    for x in y['links']}
            true = {squeeze(x) for x in made[page['path']]}
            counts.append((len(true), len(said & true), len(said - true),
                           len(true - said)))
    return counts


def scores(counts):
    """Precision, recall, F1 of all lines."""
    right, wrong, missed = (sum(x[i] for x in counts) for i in (1, 2, 3))
    return (right / max(1, right + wrong), right / max(1, right + missed),
            2 * right / max(1, 2 * right + wrong + missed))


def figures(counts):
    """Precision, recall, F1; of pages without a list, those that get none."""
    none = [x[2] == 0 for x in counts if x[0] == 0]
    return (*scores(counts), sum(none) / len(none))


def spread(values):
    return '%.4f (%.4f to %.4f)' % (sum(values) / len(values), min(values),
                                    max(values))


def text(folds, data):
    kinds = page_types(data)
    pages = text_pages.fair_pages(data)
    articles = [x for x in pages if kinds[x[0]] == 'article']
    for name, some in (('articles', articles), ('any page', pages)):
        draws = [count_text(folds, some, x) for x in range(DRAWS)]
        print('%s as text: link lines: precision %s recall %s F1 %s; '
              'pages without a list that get none: %s'
              % (name, *map(spread, zip(*map(figures, draws)))))
        print('  F1 where the list has %s' % ', '.join(
            '%d to %d lines: %.4f of %d' % (least, most, scores(sized)[2],
                                            len(sized))
            for least, most in SIZES
            for sized in [[x for draw in draws for x in draw
                           if least <= x[0] <= most]]))
    alone = count_text(folds, text_pages.read_sets(data), 0, write_lists)
    print('lists alone as text: of %d %.4f are found; lines: precision %.4f '
          'recall %.4f' % (len(alone), sum(x[1] > 0 for x in alone)
                           / len(alone), *scores(alone)[:2]))


def trailing(page):
    """Texts of the headlines in the link lists behind the body."""
    return {text_pages.squeeze(x['text']) for y in page['lists']
            if y['trailing'] and y['role'] == 'link_list'
            for x in y['links'] if text_pages.headline_like(x['text'])}


def seen_text(page, whole):
    """What a reader sees, one block a line: all, or from the body on and
    without the footer."""
    utf8 = page['text'].encode('utf-8')
    kept, begun = [], whole
    for s in page['segments']:
        begun = begun or s['role'] == 'body'
        if begun and s['role'] != 'hidden' \
                and (whole or s['role'] not in ('footer', 'navigation')):
            kept.append(utf8[s['begin']:s['end']].decode('utf-8'))
    return '\n'.join(kept) + '\n'


def found_as_text(folds, pages, whole):
    """Of each page's trailing list, by the split of its text: lines found,
    found wrongly, and missed."""
    lists, found = {}, []
    with tempfile.TemporaryDirectory() as folder:
        for page in pages:
            name = page_of(page['path']).replace('/', '@') + '@0.txt'
            path = os.path.join(folder, name)
            with open(path, 'w', encoding='utf-8') as f:
                f.write(seen_text(page, whole))
            lists[path] = trailing(page)
        for page in split(folds, list(lists)):
            got, wanted = trailing(page), lists[page['path']]
            found.append((len(got & wanted), len(got - wanted),
                          len(wanted - got)))
    return found


def agree(folds, data):
    files = [os.path.join(data, name, 'html', x)
             for name in ('html_wcxb', 'html_zh_gold')
             for x in sorted(os.listdir(os.path.join(data, name, 'html')))]
    pages = [p for p in split(folds, files)
             if len(trailing(p)) >= 3 and p['body']]
    for whole in (False, True):
        found = found_as_text(folds, pages, whole)
        right, wrong, missed = map(sum, zip(*found))
        print('%s: of %d pages with a trailing list %.4f have one as text; '
              'lines: precision %.4f recall %.4f'
              % ('all of the page' if whole else 'from the body on',
                 len(found), sum(x[0] > 0 for x in found) / len(found),
                 right / max(1, right + wrong), right / (right + missed)))


def main():
    words = sys.argv[1:]
    if len(words) == 2 and words[0] == 'build':
        build(words[1])
    elif len(words) == 3 and words[0] == 'text':
        text(words[1], words[2])
    elif len(words) == 3 and words[0] == 'agree':
        agree(words[1], words[2])
    elif words[:2] == ['split', '--json'] and 'SPLIT_FOLDS' in os.environ:
        dispatch(os.environ['SPLIT_FOLDS'], words[2:])
    else:
        sys.exit(__doc__)


if __name__ == '__main__':
    main()
