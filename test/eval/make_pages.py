#!/usr/bin/env python3
"""Pages to develop the page's verdict on, and models that never saw their
templates.

Bodies and pages are those of ../shared/data.  Farm lists come from the
project's grammars and the real farm headlines; the families are dealt into
folds, and for each fold a headline model is trained without its families.
Honest lists are the pages' own links, real headlines that no model is
trained on, and the repetitive lists of honest_lists.py.  Each composite is
written three times: HTML (a real page with its link texts replaced, where
there is one), text, and bare title and links.

usage: make_pages.py --output DIRECTORY [--data DIRECTORY] [--bin SPAMCLS]
                     [--folds 12] [--count N] [--no-models]

DIRECTORY gets fold0/... with the pages, manifest.json (as shared/eval/
pages.py reads it, with more fields), and db0/..., db0n/... (without rules).
"""
import argparse
import collections
import glob
import hashlib
import html
import json
import os
import random
import re
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import honest_lists
import rows as R

squeeze = lambda text: re.sub(r'\s+', '', text)
ANCHOR = re.compile(r'(<a\b[^>]*>)(.*?)(</a\s*>)', re.I | re.S)
TAGS = re.compile(r'<[^>]*>')
HEADINGS = ('', '', '相关推荐', '热门文章', '猜你喜欢', '最新资讯', '更多阅读：')
FOOTERS = ('', '', '网友留言(0)', '版权所有 转载请注明出处', '上一篇 下一篇')


def fold_of(family, folds):
    return hashlib.sha1(('pages ' + family).encode()).digest()[1] % folds


def is_headline(text):
    han = len(re.findall(r'[\u3400-\u9fff]', text))
    return han >= 7 or len(text) >= 24


class Material:
    """All that pages are made from."""

    def __init__(self, o):
        self.shared = list(R.shared_rows(o.data))
        self.synth = list(R.synth_rows(o.bin, 400, seed=7))
        self.folds = o.folds
        self.families = collections.defaultdict(list)
        for row in self.shared + self.synth:
            if row['label'] in R.GARBAGE and row.get('family'):
                self.families[row['family']].append(row['text'])
        self.families = {f: t for f, t in self.families.items()
                         if len(t) >= 12}
        self.honest = collections.defaultdict(list)
        for row in self.shared:
            if row['label'] in R.ORDINARY \
                    and R.part_of(row['text']) == 'eval':
                self.honest[row.get('source', '')].append(row['text'])
        self.pages = list(self.read_pages(o.pages))

    def read_pages(self, directory):
        for path in sorted(glob.glob(f'{directory}/html_*/manifest.jsonl')):
            base = os.path.dirname(path)
            for line in open(path, encoding='utf-8'):
                page = json.loads(line)
                page['set'] = os.path.basename(base)
                page['html'] = f'{base}/html/{page["id"]}.html'
                gold = f'{base}/gold/{page["id"]}.txt'
                links = f'{base}/links/{page["id"]}.json'
                if not os.path.exists(page['html']):
                    continue
                page['body'] = open(gold, encoding='utf-8').read() \
                    if os.path.exists(gold) else ''
                page['links'] = json.load(open(links, encoding='utf-8')) \
                    if os.path.exists(links) else {}
                page['title'] = ' '.join((page.get('title') or '').split())
                yield page

    def chinese(self):
        return [p for p in self.pages if p['set'] == 'html_zh_gold'
                and len(squeeze(p['body'])) >= 80]

    def others(self):
        return [p for p in self.pages if p['set'] == 'html_wcxb'
                and len(p['body'].split()) >= 80]


def farm_list(r, m, fold):
    """Lines of one to five families of a fold; some lists have honest lines
    between, as a farm that takes headlines from elsewhere."""
    names = sorted(f for f in m.families if fold_of(f, m.folds) == fold)
    chosen = r.sample(names, r.choice((1, 1, 2, 3, 4, 5)))
    pool = [t for f in chosen for t in r.sample(
        m.families[f], min(len(m.families[f]), 40))]
    r.shuffle(pool)
    lines = pool[:r.randint(8, 45)]
    if r.random() < .25:
        honest = m.honest[r.choice(sorted(m.honest))]
        for _ in range(len(lines) // 4):
            lines.insert(r.randint(0, len(lines)), r.choice(honest))
    return list(dict.fromkeys(lines)), '+'.join(sorted(chosen))


def news_list(r, m):
    sources = sorted(s for s, t in m.honest.items() if len(t) >= 20)
    source = r.choice(sources)
    return r.sample(m.honest[source], r.randint(8, 20)), source


def own_list(page):
    texts = [' '.join(a['text'].split())
             for a in page['links'].get('after', [])]
    return list(dict.fromkeys(t for t in texts if is_headline(t)))[:60]


def as_text(r, title, body, lines):
    parts = [title] if title else []
    parts += [line for line in body.split('\n') if line.strip()]
    if lines:
        heading = r.choice(HEADINGS)
        parts += ([heading] if heading else []) + lines
    footer = r.choice(FOOTERS)
    return '\n'.join(parts + ([footer] if footer else [])) + '\n'


def as_links(title, lines):
    return '\n'.join([title] + lines) + '\n'


def plain_html(title, body, lines):
    """A page of no particular site."""
    paragraphs = ''.join(f'<p>{html.escape(p)}</p>\n'
                         for p in body.split('\n') if p.strip())
    items = ''.join(f'<li><a href="/a/{i}.html">{html.escape(t)}</a></li>\n'
                    for i, t in enumerate(lines))
    return (f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>'
            f'{html.escape(title)}</title></head><body><h1>'
            f'{html.escape(title)}</h1>\n<div class="content">{paragraphs}'
            f'</div>\n' + (f'<div class="related"><ul>{items}</ul></div>\n'
                           if lines else '') + '</body></html>\n')


def end_of_body(source, body):
    """Where the last words of the body stand in the page; -1 if nowhere."""
    for line in reversed(body.split('\n')):
        tail = line.strip()[-8:]
        if len(tail) == 8:
            at = source.rfind(tail)
            if at > 0:
                return at
    return -1


def replaced_html(source, body, lines):
    """The page with the texts of the links behind its body replaced; None
    where it has too few.  Returns it with the lines it could place."""
    start = end_of_body(source, body)
    if start < 0:
        return None
    anchors = [a for a in ANCHOR.finditer(source, start)
               if is_headline(html.unescape(TAGS.sub('', a.group(2))))]
    if len(anchors) < 6:
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
        common = dict(label=label, group=group, id=number, what=what,
                      body_lines=page['body'].count('\n'))
        source = open(page['html'], encoding='utf-8',
                      errors='replace').read()
        page_html = replaced_html(source, page['body'], lines) \
            if lines else None
        kind = 'html_page'
        if page_html:
            page_html, lines = page_html
        else:
            kind = 'html_plain'
            page_html = plain_html(title, page['body'], lines)
        self.put(fold, f'{number}_{group}.html', page_html, kind=kind,
                 list=lines or None, **common)
        self.put(fold, f'{number}_{group}.txt', as_text(
            r, title, page['body'], lines), kind='txt', list=lines or None,
            **common)
        self.put(fold, f'{number}_{group}.links', as_links(title, lines),
                 kind='links', list=lines or None, **common)


def make_farm(r, m, w, count, folds):
    chinese, others = m.chinese(), m.others()
    for i in range(count):
        fold = i % folds
        page = r.choice(chinese if i % 5 else others)
        lines, what = farm_list(r, m, fold)
        title = lines[0] if r.random() < .3 else page['title']
        w.composite(r, fold, 'farm', 1, page, title, lines[1:], what)


def make_honest(r, m, w, count, folds):
    chinese, others = m.chinese(), m.others()
    for i in range(count // 2):
        lines, what = news_list(r, m)
        page = r.choice(chinese if i % 5 else others)
        w.composite(r, i % folds, 'news', 0, page, page['title'], lines,
                    what)
    with_links = [p for p in m.pages if len(own_list(p)) >= 5]
    for i, page in enumerate(r.sample(with_links,
                                      min(count // 2, len(with_links)))):
        lines = own_list(page)
        w.composite(r, i % folds, 'own', 0, page, page['title'], lines,
                    page['id'])
    for i, page in enumerate(r.sample(chinese, len(chinese))
                             + r.sample(others, 60)):
        w.composite(r, i % folds, 'none', 0, page, page['title'], [],
                    page['id'])


def make_repeats(r, m, w, folds, each):
    chinese = m.chinese()
    for i, kind in enumerate(sorted(honest_lists.KINDS) * each):
        lines = honest_lists.make(kind, i)
        page = r.choice(chinese)
        w.composite(r, i % folds, 'repeat', 0, page, page['title'], lines,
                    kind)


def make_real(m, w, folds):
    for i, page in enumerate(m.pages):
        text = open(page['html'], encoding='utf-8', errors='replace').read()
        w.put(i % folds, f'real_{i:04d}.html', text, kind='html_real',
              label=0, group='real', id=f'real{i}', what=page['id'],
              list=None, body_lines=None)


def train_models(m, o):
    """A headline model a fold, without the fold's families."""
    here = os.path.dirname(os.path.abspath(__file__))
    for fold in range(o.folds):
        db = f'{o.output}/db{fold}'
        os.makedirs(db + '/model', exist_ok=True)
        os.makedirs(db + 'n/rules', exist_ok=True)
        left = ','.join(sorted(f for f in m.families
                               if fold_of(f, o.folds) == fold))
        rows = f'{db}/rows.jsonl'
        with open(rows, 'wb') as out:
            subprocess.run([sys.executable, f'{here}/rows.py', '--part',
                            'train', '--bin', o.bin, '--count',
                            str(o.rows), '--leave-out', left], check=True,
                           stdout=out)
        subprocess.run([o.bin, 'train', rows, '--output',
                        f'{db}/model/fold.spm'], check=True,
                       stderr=subprocess.DEVNULL)
        os.remove(rows)
        with open(db + 'n/rules/none.rules', 'w') as out:
            out.write('# no rules\n')
        link = db + 'n/model'
        if not os.path.lexists(link):
            os.symlink(f'../db{fold}/model', link)


def main():
    a = argparse.ArgumentParser(description=__doc__.split('\n\n')[0])
    a.add_argument('--output', required=True)
    a.add_argument('--data', default=R.SHARED)
    a.add_argument('--pages', help='unpacked pages.tar.xz [unpacks it]')
    a.add_argument('--bin', default='build/spamcls')
    a.add_argument('--folds', type=int, default=12)
    a.add_argument('--count', type=int, default=400)
    a.add_argument('--rows', type=int, default=600)
    a.add_argument('--no-models', action='store_true')
    o = a.parse_args()
    for fold in range(o.folds):
        os.makedirs(f'{o.output}/fold{fold}', exist_ok=True)
    if not o.pages:
        o.pages = f'{o.output}/pages'
        os.makedirs(o.pages, exist_ok=True)
        subprocess.run(['tar', 'xf', f'{o.data}/pages.tar.xz', '-C',
                        o.pages], check=True)
    m = Material(o)
    r = random.Random(5)
    w = Writer(o)
    print(f'{len(m.families)} families in {o.folds} folds')
    make_farm(r, m, w, o.count, o.folds)
    make_honest(r, m, w, o.count, o.folds)
    make_repeats(r, m, w, o.folds, 10)
    make_real(m, w, o.folds)
    with open(f'{o.output}/manifest.json', 'w', encoding='utf-8') as out:
        json.dump(w.manifest, out, ensure_ascii=False, indent=0)
    if not o.no_models:
        train_models(m, o)
    print(f'{len(w.manifest)} pages in {o.output}')


if __name__ == '__main__':
    main()
