#!/usr/bin/env python3
"""HTML pages as they might have been written otherwise.

The pages of pages.tar.xz are of today, and a forest learns the names that
today's editors give to bodies.  The same pages in two other ways, with the same
body, teach it what does not depend on them:

    bare  without classes, ids, roles, and elements that say what they hold
    old   in layout tables, too, with <br> between paragraphs and items, and
          bold lines for headings: as before 2008 or so

train_split.py learns from them, too; the extractors are measured on them by
make eval-split.

usage: page_ways.py WAY DATA OUT    writes DATA, each page in this way, to OUT
"""
import os
import re
import sys

SETS = ('html_wcxb', 'html_zh_gold', 'html_trafilatura')
NAMING = re.compile(
    r'\s(?:class|id|role|itemprop|itemscope|itemtype|data-[\w-]+|aria-[\w-]+)'
    r'''\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)''', re.I)
TAG = re.compile('<[a-zA-Z][^<>]*>')
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
