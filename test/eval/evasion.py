#!/usr/bin/env python3
"""Recall on farm headlines that were rewritten to slip through.

Every rewriting is applied to the evaluation part of the generated farm
headlines and of the real ones; recall on what it changed stands beside recall
on the same lines as they were.

usage: evasion.py [--bin build/spamcls] [--db DIRECTORY] [--count N]
                  [--lines N] [--show N] [--json FILE]
"""
import argparse
import os
import random
import re
import statistics
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import leave_out
import rows as R

HAN = '\u4e00-\u9fff'
LEXICON = os.path.join(os.path.dirname(os.path.abspath(__file__)),
                       '../../data/lexicon')
LOOKALIKE_LETTERS = str.maketrans('aceopxyABCEHKMOPTX', 'асеорхуАВСЕНКМОРТХ')
LOOKALIKE_DIGITS = str.maketrans('01', 'Ol')
MATH_DIGITS = {ord('0') + i: chr(0x1D7CE + i) for i in range(10)}
FULL_WIDTH = {c: chr(c + 0xFEE0) for c in range(0x21, 0x7F)}
CIRCLED = {ord('1') + i: chr(0x2460 + i) for i in range(9)}
DIGITS = '零一二三四五六七八九'


def whole_number(n):
    """A number below 100,000,000 in Chinese numerals."""
    if n >= 10000:
        low = n % 10000
        return whole_number(n // 10000) + '万' + (
            '' if low == 0 else ('零' if low < 1000 else '')
            + whole_number(low))
    out, zero = '', False
    for size, unit in ((1000, '千'), (100, '百'), (10, '十'), (1, '')):
        digit, n = n // size, n % size
        if digit:
            out += ('零' if zero and out else '') + DIGITS[digit] + unit
            zero = False
        else:
            zero = True
    return re.sub('^一十', '十', out) or '零'


def in_chinese(match):
    whole, _, rest = match[0].partition('.')
    if match[2]:
        return ''.join(DIGITS[int(d)] for d in whole)
    if len(whole) > 6:
        return match[0]
    return whole_number(int(whole)) + (
        '点' + ''.join(DIGITS[int(d)] for d in rest) if rest else '')


def between(mark):
    """Puts the mark between the Han characters of a text."""
    return lambda text, rng: re.sub(f'(?<=[{HAN}])(?=[{HAN}])', mark, text)


def now_and_then(marks, share=0.2):
    def rewrite(text, rng):
        return ''.join(c + (rng.choice(marks) if rng.random() < share else '')
                       for c in text)
    return rewrite


def swapped_halves(text, rng):
    parts = re.split('([,，])', text, maxsplit=1)
    return parts[2] + parts[1] + parts[0] if len(parts) == 3 else text


def cut_suffix(text, rng):
    """What stands behind the last separator, or the last four characters."""
    at = max(text.rfind(c) for c in '-_|')
    if at < len(text) // 2:
        at = len(text) - 4
    return text[:at] if len(text) >= 12 else text


def terms(name):
    """(class, term) of a file of the lexicon."""
    cls = ''
    with open(os.path.join(LEXICON, name), encoding='utf-8') as lines:
        for line in map(str.strip, lines):
            if line.startswith('['):
                cls = line.strip('[]')
            elif line and line[0] != '#':
                yield cls, line


ORGANISATIONS = [term for name in ('zh_org.txt', 'zh_org_more.txt')
                 for cls, term in terms(name)
                 if cls == 'ORG' and re.fullmatch(f'[{HAN}]{{3,8}}', term)]
ANY_ORGANISATION = re.compile('|'.join(sorted(ORGANISATIONS, key=len,
                                              reverse=True)))


def another_organisation(text, rng):
    return ANY_ORGANISATION.sub(lambda m: rng.choice(ORGANISATIONS), text, 1)


def another_year(text, rng):
    return re.sub(r'20[12]\d(?=年)', lambda m: str(rng.randint(2019, 2031)),
                  text)


def traditional(texts):
    """All texts at once, by ICU's uconv."""
    out = subprocess.run(['uconv', '-x', 'Simplified-Traditional'],
                         input='\n'.join(texts), encoding='utf-8',
                         stdout=subprocess.PIPE, check=True).stdout
    return out.split('\n')


REWRITINGS = {
    'full width': lambda t, rng: t.translate(FULL_WIDTH),
    'zero-width marks': between('\u200b'),
    'soft hyphens': now_and_then(['\u00ad', '\u2060', '\ufeff']),
    'combining filler': now_and_then(['\u034f', '\ufe0f'], 0.3),
    'spaces between characters': between(' '),
    'stars between characters': between('*'),
    'dots between characters': between('·'),
    'look-alike digits': lambda t, rng: re.sub(
        r'\d[\d.]*', lambda m: m[0].translate(LOOKALIKE_DIGITS), t),
    'mathematical digits': lambda t, rng: t.translate(MATH_DIGITS),
    'circled digits': lambda t, rng: t.translate(CIRCLED),
    'look-alike letters': lambda t, rng: t.translate(LOOKALIKE_LETTERS),
    'emoji inside': now_and_then(['\U0001F525', '\U0001F4A5', '\u2B50',
                                  '\U0001F680'], 0.1),
    'Chinese numerals': lambda t, rng: re.sub(
        r'(?<![\w.])(\d+(?:\.\d+)?)(?![a-zA-Z\d.])(?:(?<=20\d\d)(?=(年)))?',
        in_chinese, t, flags=re.ASCII),
    '百分之': lambda t, rng: re.sub(r'(\d+(?:\.\d+)?)[%％]', r'百分之\1', t),
    'other percent signs': lambda t, rng: re.sub(
        '[%％]', lambda m: rng.choice('﹪٪％'), t),
    'HTML entities': lambda t, rng: ''.join(
        f'&#{ord(c)};' if rng.random() < 0.5 else c for c in t),
    'mixed case': lambda t, rng: ''.join(
        c.upper() if rng.random() < 0.5 else c.lower() for c in t),
    'swapped halves': swapped_halves,
    'another organisation': another_organisation,
    'another year': another_year,
    'cut suffix': cut_suffix,
}


def positives(o):
    """Evaluation lines in Chinese: generated ones, then real ones."""
    rng = random.Random(7)
    made = [r for r in R.synth_rows(o.bin, o.count)
            if r['label'] in R.GARBAGE and r['lang'].startswith('zh')
            and R.part_of(r['text']) == 'eval']
    rng.shuffle(made)
    real = []
    if os.path.isdir(R.SHARED):
        real = [r for r in R.shared_rows(R.SHARED)
                if r['label'] in R.GARBAGE and R.part_of(r['text']) == 'eval'
                and r.get('evidence') == 'line'
                and str(r.get('lang')).startswith('zh')]
    return [r['text'] for r in made[:o.lines] + real]


def found(o, texts):
    """Whether each text is likely or certain."""
    return [said['label'] != 'clean' for said in leave_out.score(
        o.bin, texts, *(['--db', o.db] if o.db else []))]


def main():
    a = argparse.ArgumentParser(description=__doc__.split('\n', 1)[0])
    a.add_argument('--bin', default='build/spamcls')
    a.add_argument('--db')
    a.add_argument('--count', type=int, default=400)
    a.add_argument('--lines', type=int, default=4000)
    a.add_argument('--show', type=int, default=0)
    a.add_argument('--json')
    o = a.parse_args()
    texts = positives(o)
    plain = found(o, texts)
    print(f'{len(texts)} lines, recall as they are '
          f'{statistics.mean(plain):.4f}\n')
    print(f'{"rewriting":<28}{"lines":>7}{"as is":>8}{"then":>8}{"loss":>8}')
    losses = {}
    for name in [*REWRITINGS, 'traditional characters']:
        rng = random.Random(name)
        new = traditional(texts) if name not in REWRITINGS else [
            REWRITINGS[name](t, rng) for t in texts]
        some = [i for i, t in enumerate(texts) if new[i] != t]
        if not some:
            continue
        then = found(o, [new[i] for i in some])
        before = statistics.mean(plain[i] for i in some)
        losses[name] = before - statistics.mean(then)
        print(f'{name:<28}{len(some):>7}{before:>8.4f}'
              f'{statistics.mean(then):>8.4f}{losses[name]:>8.4f}')
        lost = [i for i, t in zip(some, then) if plain[i] and not t]
        for i in lost[:o.show]:
            print('    ', texts[i], '->', new[i])
    worst = max(losses, key=losses.get)
    print(f'\nmean loss {statistics.mean(losses.values()):.4f}, '
          f'worst {losses[worst]:.4f} ({worst})')
    leave_out.keep(losses, o.json)


if __name__ == '__main__':
    main()
