#!/usr/bin/env python3
"""Rows for training and evaluation, from ../shared/data and the grammars.

Honest rows are headlines and, to learn from alone, headlines written for this
project (data/honest), links and short lines of pages and of handbooks.

The split is by a hash of the normalised text, so that a text that stands in
two sources is always on one side: of every ten rows two are for evaluation
only, one is held out for thresholds and probabilities, seven are trained on.
Honest headlines of one source and month are of one family, as lines of one page
are: what a source talks of in a month says little of others and of later ones.

usage: rows.py --part train|held|eval [--bin build/spamcls] [--count N]
               [--leave-out FAMILY,...] [--data DIRECTORY] > rows.jsonl

With --part train the held-out rows come, too, marked "held_out".  Headlines
of data/honest come with this part alone: leave_out.py measures on them.
"""
import argparse
import functools
import glob
import gzip
import hashlib
import itertools
import json
import os
import re
import subprocess
import sys
import tarfile
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
from shown import shown  # noqa: E402
SHARED = os.path.join(HERE, '../../../shared/data')
GARBAGE = {'templated', 'download_spam', 'adult_gambling'}
ORDINARY = {'news', 'hot_topic', 'legit'}
# Sources of what was written for this project: grammars, single headlines.
# No threshold is set on these, and they are reported by themselves.
MADE = {'synth', 'own'}
# Honest headlines written for this project: data/honest/README.md.
HONEST_LINES = os.path.join(HERE, '../../data/honest')
GRAMMAR = os.path.join(HERE, '../../data/grammar')
# What data/model/handbooks.py writes.
HANDBOOKS = os.path.join(HERE, '../../build/handbooks/lines.jsonl')
# Real farm lines are few beside the generated ones and worth more; less so
# where only the page they stand on tells ("source").
REAL_LINE, REAL_SOURCE = 32, 20
# Real honest headlines weigh against n-grams that thousands of families bring
# in; those of news more than short hot topics, for templates copy them.  A line
# that only its list gives away teaches little.
HONEST, NEWS, OWN, PAGE_LINE = 3, 6, 2, 0.5
WEB_TITLE, LOOSE = 0.2, 0.2
# Models that leave out families in turn, and ordinary rows with them.
FOLDS = 8
# Of handbooks there are enough lines in the languages that need them.
HANDBOOK_LINE = 0.5
# Honest lines of grammars are filled-in templates themselves: a hint only, and
# more where there are few others.
WRITTEN, WRITTEN_FEW = 0.25, 0.6
FEW = {'ja', 'ko', 'id'}
# Characters of traditional Chinese that simplified Chinese does not have.
TRADITIONAL = ('們這個為與來時說會對學國發動後經過關體電實點業問題開間種從應還沒無現'
               '當進戰區資產員單團際術價車書見買賣讓認識訊號億萬歲將節藥醫護灣勢')
# Nearly all honest headlines are in simplified Chinese: those of other scripts
# count more, or their languages would be taken for a sign of garbage.
SCRIPTS = ((re.compile('[\u3040-\u30ff\uac00-\ud7af]'), 8),
           (re.compile(f'[{TRADITIONAL}]'), 4),
           (re.compile('[\u4e00-\u9fff]'), 1),
           (re.compile(''), 3))
# What is done to farms' lines to slip through, one of these to each; all are
# cut short, too, as pages with too little room do.
VARIANTS = ('swapped',) * 3 + ('pictograph',)
# One ordinary row in so many has a pictograph put in.
DECORATED = 32
# One row in so many is learned from as some page shows it, too (shown.py), of
# farms and of others: half of a farm's rows, for each is of many like it.
SHOWN_FARM, SHOWN = 2, 3
PICTOGRAPHS = '\U0001F525\U0001F4A5\u2B50\U0001F680\U0001F449\u2728'
LEARNED = GARBAGE | ORDINARY | {'clickbait', 'web_title'}
# Texts of links and short lines of bodies may stand in a list: so long, and no
# code.
LINE_LENGTH = range(4, 200)
CODE = re.compile('[{<]')
# Of the day that a headline is of; others say no more than years.
DAY = re.compile(r'(\d{4})\D(\d{1,2})\D\d{1,2}\D?')
MONTH = re.compile(r'month \d{4}-\d{2}(?= )')
# Papers combined at random by a language model, below each lists of more of
# them: in the data for its body, yet a farm, so no honest page.
FARM_PAGES = {'dev_0388'}


def normalised(text):
    """The text without case, width and white space."""
    return re.sub(r'\s+', '', unicodedata.normalize('NFKC', text)).lower()


def part_of(text):
    """train, held or eval, by the text alone."""
    digest = hashlib.sha1(normalised(text).encode()).digest()
    return ('eval', 'eval', 'train', 'held', 'train', 'train', 'train',
            'train', 'train', 'train')[digest[0] % 10]


def month_of(date):
    """The month of a day; '' where none is known."""
    day = DAY.fullmatch(str(date))
    return f'month {day[1]}-{day[2]:0>2}' if day else ''


def source_of(row):
    return row['source'].split(':')[0]


def occasion_of(row):
    """The family of an honest headline; '' where its day is not known."""
    month = month_of(row.get('date'))
    return f'{month} {source_of(row)}' if month else ''


def fold_of(name):
    """In which fold a family, a page or a text is left out; a month is left
    out in all of its sources."""
    month = MONTH.match(name)
    name = 'pages ' + (month[0] if month else name)
    return hashlib.sha1(name.encode()).digest()[1] % FOLDS


def is_left_out(row, fold):
    """Whether it is an ordinary row that the fold's model is not to learn, as
    all of its month; of those held out and of the evaluation part none is."""
    return row['label'] in ORDINARY and row.get('source') != 'synth' \
        and part_of(row['text']) == 'train' \
        and fold_of(row.get('family') or normalised(row['text'])) == fold


def each_once(source):
    """A source of rows that yields each text once, and none that is empty."""
    @functools.wraps(source)
    def once(*given, **named):
        seen = set()
        for row in source(*given, **named):
            key = normalised(row['text'])
            if key and key not in seen:
                seen.add(key)
                yield row
    return once


@each_once
def shared_rows(directory):
    """The development headlines."""
    for path in sorted(glob.glob(f'{directory}/headlines_*.jsonl.gz')):
        with gzip.open(path, 'rt', encoding='utf-8') as lines:
            for line in lines:
                row = json.loads(line)
                row['text'] = ' '.join(row['text'].replace('\0', ' ').split())
                if row['label'] in LEARNED - GARBAGE:
                    row.setdefault('family', occasion_of(row))
                if row['label'] in LEARNED:
                    yield row


def page_texts(directory):
    """(page, text) of the development pages' links and lines of bodies."""
    path = f'{directory}/pages.tar.xz'
    if not os.path.exists(path):
        return
    with tarfile.open(path) as pages:
        for member in pages:
            _, kind, name = (member.name.split('/') + ['', ''])[:3]
            page = os.path.splitext(name)[0]
            if page in FARM_PAGES:
                continue
            if kind == 'links' and member.isfile():
                links = json.load(pages.extractfile(member))
                for link in itertools.chain(*links.values()):
                    yield page, link['text']
            elif kind == 'gold' and member.isfile():
                body = pages.extractfile(member).read()
                for line in body.decode('utf-8', 'replace').split('\n'):
                    yield page, line


@each_once
def page_rows(directory):
    """Those texts as honest lines of the family of their page."""
    for page, text in page_texts(directory):
        text = ' '.join(text.replace('\0', ' ').split())
        if len(text) in LINE_LENGTH and not CODE.search(text):
            yield {'text': text, 'label': 'page_line', 'source': 'pages',
                   'family': f'page {page}'}


def handbook_rows(use):
    """Honest lines of languages that the labelled data nearly lacks: those to
    learn from ("train") or those to measure on ("eval")."""
    if not os.path.exists(HANDBOOKS):
        sys.exit(f'{HANDBOOKS} is not there: run make handbooks')
    with open(HANDBOOKS, encoding='utf-8') as lines:
        rows = [json.loads(line) for line in lines]
    return (row for row in rows if row['use'] == use)


@each_once
def own_rows():
    """Honest headlines written for this project."""
    for path in sorted(glob.glob(f'{HONEST_LINES}/*/*.txt')):
        lang = os.path.basename(os.path.dirname(path))
        with open(path, encoding='utf-8') as lines:
            for line in lines:
                yield {'text': ' '.join(line.split()), 'label': 'legit',
                       'source': 'own', 'lang': lang}


def real_rows(directory):
    """All that is not from grammars, with its weight."""
    return (weighted(row) for row in itertools.chain(
        shared_rows(directory), own_rows(), page_rows(directory),
        handbook_rows('train')))


def honest_weight(row):
    if row.get('source') == 'synth':
        return WRITTEN_FEW if row['lang'] in FEW else WRITTEN
    if row.get('use'):
        return HANDBOOK_LINE
    of_kind = OWN if row.get('source') == 'own' else {
        'news': NEWS, 'web_title': WEB_TITLE, 'page_line': PAGE_LINE}.get(
            row['label'], HONEST)
    return of_kind * next(times for script, times in SCRIPTS
                          if script.search(row['text']))


def weighted(row):
    """A row with its weight in training."""
    if row['label'] not in GARBAGE:
        return dict(row, weight=honest_weight(row))
    if row.get('source') == 'synth':
        return dict(row, weight=LOOSE) if row['frame'] == 'loose' else row
    line = row.get('evidence') != 'source'
    return dict(row, weight=REAL_LINE if line else REAL_SOURCE)


def swapped_halves(text):
    head, comma, tail = text.partition(',' if ',' in text else '，')
    return tail + comma + head if comma and tail else text


def cut(text):
    """The text as a page with too little room shows it."""
    at = max(text.rfind(c) for c in '-_|')
    at = at if at >= len(text) // 2 else len(text) - 4
    return text[:at] if len(text) >= 12 else text


def with_pictograph(text, dice):
    at = dice % (len(text) + 1)
    return text[:at] + PICTOGRAPHS[dice % len(PICTOGRAPHS)] + text[at:]


def rewritten(text):
    dice = hashlib.sha1(text.encode()).digest()[1]
    if VARIANTS[dice % len(VARIANTS)] == 'pictograph':
        return with_pictograph(text, dice)
    return swapped_halves(text)


def shown_forms(row):
    """{the text as some page shows it}, of some rows."""
    dice = hashlib.sha1(row['text'].encode()).digest()[2]
    one_in = SHOWN_FARM if row['label'] in GARBAGE else SHOWN
    return set() if dice % one_in else {shown(row['text'])}


def variants(row):
    """The row rewritten: farms' lines as spammers rewrite them, both as pages
    show them; some ordinary ones with a pictograph, or that, and what pages
    add, would be a sign of garbage."""
    text = row['text']
    dice = hashlib.sha1(text.encode()).digest()[1]
    others = shown_forms(row)
    if row['label'] in GARBAGE:
        others |= {rewritten(text), cut(text)}
    others = [dict(row, text=other) for other in sorted(others - {text})]
    if row['label'] in GARBAGE or dice % DECORATED:
        return others
    return others + [
        dict(row, text=with_pictograph(text, dice // DECORATED),
             weight=row['weight'] * DECORATED / len(VARIANTS))]


@each_once
def synth_rows(binary, count, seed=1, leave_out='', only='',
               grammar=GRAMMAR):
    """Headlines from the project's own grammars."""
    command = [binary, 'synth', '--grammar', grammar, '--count', str(count),
               '--seed', str(seed)]
    command += ['--leave-out', leave_out] if leave_out else []
    command += ['--only', only] if only else []
    out = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout
    for line in out.decode('utf-8').splitlines():
        yield weighted(json.loads(line))


def learned(rows):
    """What a trainer gets of the rows: those to train on, each followed by
    its rewritings, and those held out, marked so.  Of families that only a
    list gives away it gets none."""
    for row in rows:
        part = part_of(row['text'])
        if part == 'eval' or row.get('frame') == 'list':
            continue
        row = dict(row, held_out=part == 'held',
                   ordinary=row.get('source') not in MADE)
        yield row
        if part == 'train':
            yield from variants(row)


def write(row):
    sys.stdout.write(json.dumps(row, ensure_ascii=False) + '\n')


def main():
    a = argparse.ArgumentParser(description=__doc__.split('\n', 1)[0])
    a.add_argument('--part', choices=['train', 'held', 'eval'], required=True)
    a.add_argument('--bin', default='build/spamcls')
    a.add_argument('--count', type=int, default=1500)
    a.add_argument('--seed', type=int, default=1)
    a.add_argument('--leave-out', default='')
    a.add_argument('--leave-fold', type=int, metavar='K', help='no ordinary '
                   'row of that one of FOLDS')
    a.add_argument('--data', default=SHARED)
    o = a.parse_args()
    left = set(o.leave_out.split(',')) - {''}
    shared = (row for row in real_rows(o.data)
              if row.get('family') not in left
              and not is_left_out(row, o.leave_fold))
    rows = itertools.chain(shared, synth_rows(o.bin, o.count, o.seed,
                                              o.leave_out))
    for row in learned(rows) if o.part == 'train' else (
            row for row in rows if part_of(row['text']) == o.part
            and row.get('source') != 'own'):
        write(row)


if __name__ == '__main__':
    main()
