#!/usr/bin/env python3
"""HTML pages as they might have been written otherwise.

The pages of pages.tar.xz are of today, and large: a forest learns the names
that today's editors give to bodies, and what stands around bodies.  The same
pages in other ways teach it what does not depend on them:

    bare       without classes, ids, roles, and elements that say what they hold
    old        in layout tables, too, with <br> between paragraphs and items,
               and bold lines for headings: as before 2008 or so
    part       a piece of the page alone: small, or cut off
    bare_part  the same of the bare page

train_split.py learns from them, too; make eval-split measures the extractors
on the old ones.

usage: page_ways.py WAY DATA OUT    writes DATA, each page in this way, to OUT
"""
import bisect
import hashlib
import itertools
import os
import random
import re
import sys

SETS = ('html_wcxb', 'html_zh_gold', 'html_trafilatura')
NAMING = re.compile(
    r'\s(?:class|id|role|itemprop|itemscope|itemtype|data-[\w-]+|aria-[\w-]+)'
    r'''\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)''', re.I)
TAG = re.compile('<[a-zA-Z][^<>]*>')
ANY_TAG = re.compile('<[/!a-zA-Z][^<>]*>')
# What is no markup of the page.
RAW = re.compile(r'(?is)<(script|style|svg|textarea|noscript)\b.*?</\1\s*>'
                 '|<!--.*?-->')


def in_markup(change):
    """Changes what stands outside of scripts and the like alone."""
    def changed(html):
        out, at = [], 0
        for raw in RAW.finditer(html):
            out += [change(html[at:raw.start()]), raw.group()]
            at = raw.end()
        return ''.join(out) + change(html[at:])
    return changed


def renamed(names, begin, end):
    """All tags of the names become others, their attributes go."""
    begins = re.compile(rf'<(?:{names})(?:\s[^<>]*)?>', re.I)
    ends = re.compile(rf'</(?:{names})\s*>', re.I)
    return in_markup(lambda html: ends.sub(end, begins.sub(begin, html)))


# Where a piece of a page may begin and end, and so many bytes it has, about.
BLOCK = re.compile(r'(?i)<(?:address|article|blockquote|center|d[ltd]|div'
                   r'|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p'
                   r'|pre|section|t[dhr]|table|ul)\b[^<>]*>')
HEAD = re.compile('(?i)</head[^<>]*>')
PART = 300, 12000


def texts(html):
    """Where each text between tags begins, and how long it is."""
    at, found = 0, []
    tags = itertools.chain(RAW.finditer(html), ANY_TAG.finditer(html))
    for begin, end in sorted(x.span() for x in tags) + [(len(html),) * 2]:
        if begin > at and html[at:begin].strip():
            found.append((at, begin - at))
        at = max(at, end)
    return found


def drawn_text(draw, html):
    """Where a text begins: one of many letters is drawn more often."""
    found = texts(html)
    sums = list(itertools.accumulate(n for _, n in found))
    return found[bisect.bisect_right(sums, draw.randrange(sums[-1]))][0]


def part(html):
    """The head and some elements in a row, near a text or with it; the page
    itself says which."""
    draw = random.Random(hashlib.sha256(html.encode('latin-1')).digest())
    head = HEAD.search(html)
    head = head.end() if head else 0
    marks = [x.start() for x in BLOCK.finditer(html, head)]
    if not marks or not texts(html[head:]):
        return html
    place = head + drawn_text(draw, html[head:])
    length = int(PART[0] * (PART[1] / PART[0]) ** draw.random())
    place -= draw.randrange(length)
    begin = marks[min(bisect.bisect(marks, place), len(marks) - 1)]
    end = bisect.bisect(marks, begin + length)
    end = marks[end] if end < len(marks) else len(html)
    return html[:head] + html[begin:end]


STEPS = {'bare': [
    in_markup(lambda html: TAG.sub(lambda tag: NAMING.sub('', tag.group()),
                                   html)),
    renamed('article|main|section|header|footer|nav|aside|figure|hgroup',
            '<div>', '</div>')]}
STEPS['old'] = STEPS['bare'] + [
    renamed('div', '<table><tr><td>', '</td></tr></table>'),
    renamed('p', '<br><br>', ''),
    renamed('h[1-6]', '<br><b><font size=4>', '</font></b><br>'),
    renamed('li', '<br>', ''),
    renamed('ul|ol', '', '')]
STEPS['part'] = [part]
STEPS['bare_part'] = STEPS['bare'] + [part]


def write(way, source, target):
    """A page in another way, whatever its charset is."""
    with open(source, 'rb') as file:
        html = file.read().decode('latin-1')
    for step in STEPS[way]:
        html = step(html)
    with open(target, 'wb') as file:
        file.write(html.encode('latin-1'))


def write_set(way, source, target):
    """The pages of a set; what belongs to them is linked to."""
    os.makedirs(os.path.join(target, 'html'), exist_ok=True)
    for name in os.listdir(source):
        link = os.path.join(target, name)
        if name != 'html' and not os.path.lexists(link):
            os.symlink(os.path.realpath(os.path.join(source, name)), link)
    for name in os.listdir(os.path.join(source, 'html')):
        write(way, *(os.path.join(x, 'html', name) for x in (source, target)))


def write_all(way, data, out):
    for name in SETS:
        write_set(way, os.path.join(data, name), os.path.join(out, name))


def main():
    if len(sys.argv) != 4 or sys.argv[1] not in STEPS:
        sys.exit(__doc__.rstrip().split('\n')[-1])
    write_all(*sys.argv[1:])


if __name__ == '__main__':
    main()
