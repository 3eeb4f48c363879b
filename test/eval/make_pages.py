#!/usr/bin/env python3
"""Pages to develop the page's verdict on.

Bodies and pages are those of ../shared/data.  Farm lists come from the
project's grammars and the real farm headlines; the families are dealt into
folds (folds.py), and a page is judged with the headline model that never
saw its fold's.  Honest lists are the pages' own links, honest families of the
grammars (in folds, too), real headlines and lines of handbooks that no model is
trained on, the repetitive lists of honest_lists.py, and lists written by hand
(data/verdict/lists).  Each composite is
written three times: HTML (a real page with its link texts replaced, where there
is one), text, and bare title and links.

usage: make_pages.py --output DIRECTORY [--data DIRECTORY] [--pages DIRECTORY]
                     [--bin build/spamcls] [--count 480]

DIRECTORY gets fold0/... with the pages, and manifest.json as shared/eval/
pages.py reads it, with more fields; hand.json is the same of the lists written
by hand, which are harder than those of pages, and as many as we wrote.
"""
import argparse
import collections
import glob
import html
import json
import os
import random
import re
import shutil
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import honest_lists  # noqa: E402
import rows as R  # noqa: E402
from rows import FOLDS, fold_of  # noqa: E402

squeeze = lambda text: re.sub(r'\s+', '', text)
ANCHOR = re.compile(r'(<a\b[^>]*>)(.*?)(</a\s*>)', re.I | re.S)
UNSEEN = re.compile(r'<(script|style|noscript|template)\b.*?</\1|<!--.*?-->',
                    re.I | re.S)
TAGS = re.compile(r'<[^>]*>')
HEADINGS = ('', '', '相关推荐', '热门文章', '猜你喜欢', '最新资讯', '更多阅读：')
HAND = os.path.join(os.path.dirname(os.path.abspath(__file__)),
                    '../../data/verdict/lists')
# Links that make a list, and characters between two of them.
LEAST_LINKS, GAP = 10, 700
PLACES = ('after',) * 5 + ('before', 'boxes')
FOOTERS = ('', '', '网友留言(0)', '版权所有 转载请注明出处', '上一篇 下一篇')


def is_headline(text):
    han = len(re.findall(r'[\u3400-\u9fff]', text))
    return han >= 7 or len(text) >= 24


class Material:
    """All that pages are made from."""

    def __init__(self, o):
        rows = list(R.shared_rows(o.data))
        self.honest, self.hard = collections.defaultdict(list), []
        for row in rows:
            if row['label'] in R.ORDINARY \
                    and R.part_of(row['text']) == 'eval':
                self.honest[row.get('source', '')].append(row['text'])
                if row.get('hard') == 2:
                    self.hard.append(row['text'])
        for row in R.handbook_rows('eval'):
            self.honest[row['source']].append(row['text'])
        self.honest = {s: t for s, t in self.honest.items() if len(t) >= 20}
        rows += R.synth_rows(o.bin, 200, seed=7)
        self.farms = self.by_fold(rows, R.GARBAGE, FOLDS)
        self.written = self.by_fold(
            [row for row in rows if row.get('source') == 'synth'],
            R.ORDINARY, FOLDS)
        self.pages = list(self.read_pages(o.pages))
        for page in self.pages:
            page['fold'] = fold_of(f'page {page["id"]}')
        self.chinese = [p for p in self.pages if p['set'] == 'html_zh_gold'
                        and len(squeeze(p['body'])) >= 80]
        self.others = [p for p in self.pages if p['set'] == 'html_wcxb'
                       and len(p['body'].split()) >= 80]

    @staticmethod
    def by_fold(rows, labels, folds):
        """A list of {family: lines}, one a fold."""
        families = collections.defaultdict(list)
        for row in rows:
            if row['label'] in labels and row.get('family'):
                families[row['family']].append(row['text'])
        out = [{} for _ in range(folds)]
        for family, lines in sorted(families.items()):
            if len(lines) >= 12:
                out[fold_of(family)][family] = lines
        return out

    def read_pages(self, directory):
        for path in sorted(glob.glob(f'{directory}/html_*/manifest.jsonl')):
            base = os.path.dirname(path)
            for line in open(path, encoding='utf-8'):
                page = json.loads(line)
                page['set'] = os.path.basename(base)
                page['html'] = f'{base}/html/{page["id"]}.html'
                gold = f'{base}/gold/{page["id"]}.txt'
                links = f'{base}/links/{page["id"]}.json'
                if page['id'] in R.FARM_PAGES \
                        or not os.path.exists(page['html']):
                    continue
                page['body'] = open(gold, encoding='utf-8').read() \
                    if os.path.exists(gold) else ''
                page['links'] = json.load(open(links, encoding='utf-8')) \
                    if os.path.exists(links) else {}
                page['title'] = ' '.join((page.get('title') or '').split())
                yield page


def from_families(r, families, most):
    """Lines of one to most families, and the families' names."""
    chosen = r.sample(sorted(families), min(
        len(families), r.choice((1, 1, 2) + tuple(range(2, most + 1)))))
    pool = [t for f in chosen for t in r.sample(
        families[f], min(len(families[f]), 40))]
    r.shuffle(pool)
    return list(dict.fromkeys(pool)), '+'.join(sorted(chosen))


def how_many(r):
    return r.randint(5, 10) if r.random() < .2 else r.randint(8, 45)


def farm_list(r, m, fold):
    """Lines of one to five families of a fold; some lists have honest lines
    between, as a farm that takes headlines from elsewhere."""
    lines, what = from_families(r, m.farms[fold], 5)
    lines = lines[:how_many(r) + 1]
    if r.random() < .3:
        honest = m.honest[r.choice(sorted(m.honest))]
        for _ in range(len(lines) // r.choice((1, 2, 4))):
            lines.insert(r.randint(1, len(lines)), r.choice(honest))
        what += '+honest'
    return list(dict.fromkeys(lines)), what


def news_list(r, m):
    """Headlines of one site, of several, or the hardest ones."""
    n, kind = how_many(r), r.randint(0, 3)
    if kind == 0:
        return r.sample(m.hard, n), 'hard'
    sources = r.sample(sorted(m.honest), 1 if kind < 3 else 3)
    pool = [t for s in sources for t in m.honest[s]]
    return (list(dict.fromkeys(r.sample(pool, min(n, len(pool))))),
            '+'.join(sources))


def own_list(page):
    texts = [' '.join(a['text'].split())
             for a in page['links'].get('after', [])]
    return list(dict.fromkeys(t for t in texts if is_headline(t)))[:60]


def boxes_of(r, lines, place):
    """The lines in one box, or spread over two to five."""
    if place != 'boxes':
        return [lines] if lines else []
    n = r.randint(2, 5)
    return [lines[i::n] for i in range(n) if lines[i::n]]


def as_text(r, title, body, boxes):
    body = [line for line in body.split('\n') if line.strip()]
    listed = []
    for box in boxes:
        heading = r.choice(HEADINGS)
        listed += ([heading] if heading else []) + box
    footer = r.choice(FOOTERS)
    return '\n'.join(([title] if title else []) + body + listed
                     + ([footer] if footer else [])) + '\n'


def as_links(title, lines):
    return '\n'.join([title] + lines) + '\n'


def plain_html(r, title, body, boxes, place):
    """A page of no particular site."""
    paragraphs = ''.join(f'<p>{html.escape(p)}</p>\n'
                         for p in body.split('\n') if p.strip())
    listed, n = '', 0
    for box in boxes:
        listed += f'<div class="box"><h3>{r.choice(HEADINGS)}</h3><ul>\n'
        for text in box:
            listed += (f'<li><a href="/a/{n}.html">{html.escape(text)}</a>'
                       '</li>\n')
            n += 1
        listed += '</ul></div>\n'
    content = f'<div class="content">{paragraphs}</div>\n'
    parts = listed + content if place == 'before' else content + listed
    return (f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>'
            f'{html.escape(title)}</title></head><body><h1>'
            f'{html.escape(title)}</h1>\n{parts}</body></html>\n')


def end_of_body(source, body):
    """Where the last words of the body stand in the page; -1 if nowhere."""
    for line in reversed(body.split('\n')):
        tail = line.strip()[-8:]
        if len(tail) == 8:
            at = source.rfind(tail)
            if at > 0:
                return at
    return -1


def longest_run(anchors):
    """The most links with little between them: a list."""
    best, run = [], []
    for a in anchors:
        run = run + [a] if run and a.start() - run[-1].end() < GAP else [a]
        best = max(best, run, key=len)
    return best


def blanks(match):
    return ' ' * len(match.group())


def replaced_html(source, body, lines, place):
    """The page with the texts of the links behind its body replaced, or of
    all its links, from its navigation on; None where it has too few.
    Returns it with the lines it could place."""
    start = end_of_body(source, body)
    if start < 0:
        return None
    start = 0 if place == 'before' else start
    anchors = longest_run([
        a for a in ANCHOR.finditer(UNSEEN.sub(blanks, source), start)
        if is_headline(html.unescape(TAGS.sub('', a.group(2))))])
    if len(anchors) < LEAST_LINKS:
        return None
    out, at, n = [], 0, 0
    for a in anchors:
        new = html.escape(lines[n]) if n < len(lines) else ''
        out += [source[at:a.start(2)], new]
        at = a.end(2)
        n += 1
    out.append(source[at:])
    return ''.join(out), lines[:n]


class Writer:
    def __init__(self, o):
        self.o = o
        self.manifest = []

    def put(self, fold, name, text, **fields):
        path = f'fold{fold}/{name}'
        with open(f'{self.o.output}/{path}', 'w', encoding='utf-8') as out:
            out.write(text)
        self.manifest.append(dict(path=path, fold=fold, **fields))

    def composite(self, r, fold, group, label, page, title, lines, what):
        number = f'{len(self.manifest):05d}'
        place = r.choice(PLACES)
        common = dict(label=label, group=group, id=number, what=what,
                      place=place, body_lines=page['body'].count('\n'))
        source = open(page['html'], encoding='utf-8',
                      errors='replace').read()
        page_html = replaced_html(source, page['body'], lines, place) \
            if lines else None
        kind = 'html_page'
        if page_html:
            page_html, lines = page_html
        boxes = boxes_of(r, lines, place)
        if not page_html:
            kind = 'html_plain'
            page_html = plain_html(r, title, page['body'], boxes, place)
        common['list'] = lines or None
        self.put(fold, f'{number}_{group}.html', page_html, kind=kind,
                 **common)
        self.put(fold, f'{number}_{group}.txt', as_text(
            r, title, page['body'], boxes), kind='txt', **common)
        self.put(fold, f'{number}_{group}.links', as_links(title, lines),
                 kind='links', **common)


def body_for(r, m, i, fold):
    """A page of the fold to put a list to: four of five are Chinese."""
    return r.choice([p for p in (m.chinese if i % 5 else m.others)
                     if p['fold'] == fold])


def make_farm(r, m, w, count, folds):
    for i in range(count):
        page = body_for(r, m, i, i % folds)
        lines, what = farm_list(r, m, i % folds)
        title = lines[0] if r.random() < .3 else page['title']
        w.composite(r, i % folds, 'farm', 1, page, title, lines[1:], what)


def make_honest(r, m, w, count, folds):
    for i in range(count):
        page = body_for(r, m, i // 2, i % folds)
        if i % 6:
            group, (lines, what) = 'news', news_list(r, m)
        else:
            group = 'written'
            lines, what = from_families(r, m.written[i % folds], 3)
            lines = lines[:how_many(r)]
        w.composite(r, i % folds, group, 0, page, page['title'], lines, what)


def make_own(r, m, w, count):
    """Pages with the links that they have, and pages with none."""
    some = [p for p in m.pages if len(own_list(p)) >= 5]
    for page in r.sample(some, min(count, len(some))):
        w.composite(r, page['fold'], 'own', 0, page, page['title'],
                    own_list(page), page['id'])
    for page in m.chinese + r.sample(m.others, 60):
        w.composite(r, page['fold'], 'none', 0, page, page['title'], [],
                    page['id'])


def make_repeats(r, m, w, folds, each):
    """A kind stays in one fold."""
    for i, kind in enumerate(sorted(honest_lists.KINDS)):
        for k in range(each):
            page = body_for(r, m, k, i % folds)
            w.composite(r, i % folds, 'repeat', 0, page, page['title'],
                        honest_lists.make(kind, k), kind)


def make_lists(r, m, w, folds, each):
    """Lists by themselves: every family, and honest ones beside them."""
    def put(fold, group, label, lines, what):
        number = f'{len(w.manifest):05d}'
        lines = lines[:how_many(r)]
        w.put(fold, f'{number}_{group}.links', as_links('', lines),
              kind='links', label=label, group=group, id=number, what=what,
              place='after', list=lines, body_lines=None)

    for fold, families in enumerate(m.farms):
        for family, lines in families.items():
            for _ in range(each):
                put(fold, 'family', 1, r.sample(lines, len(lines)), family)
    for i in range(each * 300):
        put(i % folds, 'headlines', 0, *news_list(r, m))
    for i, kind in enumerate(sorted(honest_lists.KINDS)):
        for k in range(each * 2):
            put(i % folds, 'series', 0, honest_lists.make(kind, 100 + k),
                kind)


def hand_lists():
    """(kind, lines) of the lists written by hand; a kind has one name in all
    languages."""
    for path in sorted(glob.glob(f'{HAND}/*/*.txt')):
        with open(path, encoding='utf-8') as lines:
            yield os.path.basename(path)[:-4], lines.read().splitlines()


def make_hand(m, w, folds, each):
    """As a whole, and so many stretches of it."""
    r = random.Random(11)
    for kind, lines in hand_lists():
        fold = fold_of(f'list {kind}') % folds
        for k in range(each + 1):
            page = body_for(r, m, k, fold)
            n = min(len(lines), r.randint(6, 16)) if k else len(lines)
            at = r.randint(0, len(lines) - n)
            w.composite(r, fold, 'hand', 0, page, page['title'],
                        lines[at:at + n], kind)


def make_real(m, w):
    for i, page in enumerate(m.pages):
        text = open(page['html'], encoding='utf-8', errors='replace').read()
        w.put(page['fold'], f'real_{i:04d}.html', text, kind='html_real',
              label=0, group='real', id=f'real{i}', what=page['id'],
              place='', list=None, body_lines=None)


def main():
    a = argparse.ArgumentParser(description=__doc__.split('\n\n')[0])
    a.add_argument('--output', required=True)
    a.add_argument('--data', default=R.SHARED)
    a.add_argument('--pages', help='unpacked pages.tar.xz [unpacks it]')
    a.add_argument('--bin', default='build/spamcls')
    a.add_argument('--count', type=int, default=480)
    o = a.parse_args()
    for fold in range(FOLDS):
        shutil.rmtree(f'{o.output}/fold{fold}', ignore_errors=True)
        os.makedirs(f'{o.output}/fold{fold}')
    if not o.pages:
        o.pages = f'{o.output}/shared'
        if not os.path.exists(o.pages):
            os.makedirs(o.pages)
            subprocess.run(['tar', 'xf', f'{o.data}/pages.tar.xz', '-C',
                            o.pages], check=True)
    m = Material(o)
    r = random.Random(5)
    w = Writer(o)
    make_farm(r, m, w, o.count, FOLDS)
    make_honest(r, m, w, o.count, FOLDS)
    make_own(r, m, w, o.count // 2)
    make_repeats(r, m, w, FOLDS, 6)
    make_lists(r, m, w, FOLDS, 3)
    make_hand(m, w, FOLDS, 1)
    make_real(m, w)
    for name, some in (('manifest', [m for m in w.manifest
                                     if m['group'] != 'hand']),
                       ('hand', [m for m in w.manifest
                                 if m['group'] == 'hand'])):
        with open(f'{o.output}/{name}.json', 'w', encoding='utf-8') as out:
            json.dump(some, out, ensure_ascii=False, indent=0)
    print(f'{len(w.manifest)} pages of {sum(map(len, m.farms))} farm families '
          f'and {sum(map(len, m.written))} honest ones in {o.output}')


if __name__ == '__main__':
    main()
