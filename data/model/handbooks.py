#!/usr/bin/env python3
"""Honest lines of Japanese, Korean and Indonesian, out of the handbooks that
Debian packages hold: handbooks.txt names them.

Fetches the packages (apt-get download), unpacks them below DIRECTORY and writes
DIRECTORY/lines.jsonl: a row for each line, "use" telling whether it is to learn
from or to measure on.  No
text is kept in the project; what is learned of it are weights.

usage: handbooks.py [DIRECTORY]        [build/handbooks]
"""
import fnmatch
import glob
import gzip
import hashlib
import html
import json
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
LIST = os.path.join(HERE, 'handbooks.txt')
LENGTH = range(6, 91)     # characters of a line
MOST = 4000               # lines of one language and package
SCRIPT = {'ja': re.compile('[\u3040-\u30ff]'),
          'ko': re.compile('[\uac00-\ud7af]'), 'id': re.compile('[a-z]{3}')}
CODE = re.compile('[{<>$]|[\\w/]{24}')
# What begins and ends a block in HTML and in Mallard, and what is no text.
BLOCK = re.compile(r'(?i)</?(?:p|h[1-6]|li|t[dhr]|div|br|title|d[tdl]|a|table|'
                   r'ul|ol|body|item|section|page|link|note|steps)\b[^>]*>')
NO_TEXT = re.compile(
    r'(?is)<(script|style|pre|code|screen)\b.*?</\1>|<!--.*?-->')


def of_markup(text):
    text = BLOCK.sub('\n', NO_TEXT.sub(' ', text))
    return html.unescape(re.sub(r'<[^>]*>', '', text)).split('\n')


def of_manual(text):
    return (re.sub(r'\\f[A-Z(]|\\', '', line) for line in text.split('\n')
            if not line.startswith(('.', "'")))


def lines_of(path):
    if path.endswith('.gz'):
        with gzip.open(path, 'rt', encoding='utf-8', errors='replace') as file:
            return of_manual(file.read())
    with open(path, encoding='utf-8', errors='replace') as file:
        return of_markup(file.read())


def fetch(package, directory):
    """Unpacks the package where it is not yet there; returns its folder."""
    folder = os.path.join(directory, package)
    if not os.path.isdir(folder):
        subprocess.run(['apt-get', 'download', '-q', package], cwd=directory,
                       check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
        file, = glob.glob(os.path.join(directory, package + '_*.deb'))
        subprocess.run(['dpkg-deb', '-x', file, folder], check=True)
        version = os.path.basename(file).split('_')[1]
        with open(os.path.join(folder, 'version'), 'w',
                  encoding='utf-8') as out:
            out.write(version.replace('%3a', ':'))
        os.remove(file)
    return folder


def files_of(folder, pattern):
    for place, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            path = os.path.join(place, name)
            if fnmatch.fnmatch(path, pattern) and not os.path.islink(path):
                yield path


def chosen(folder, pattern, language):
    """Lines in no order of the text: by their hashes, MOST of them."""
    texts = set()
    for path in files_of(folder, pattern):
        for line in lines_of(path):
            text = ' '.join(line.split())
            if len(text) in LENGTH and SCRIPT[language].search(text) \
                    and not CODE.search(text):
                texts.add(text)
    return sorted(texts, key=lambda text: hashlib.sha1(
        text.encode()).digest())[:MOST]


def wanted():
    """(use, language, package, pattern) of each line of the list."""
    with open(LIST, encoding='utf-8') as file:
        return [line.split() for line in file
                if line.split() and not line.startswith('#')]


def write(directory, out, versions):
    for use, language, package, pattern in wanted():
        folder = fetch(package, directory)
        texts = chosen(folder, pattern, language)
        with open(os.path.join(folder, 'version'), encoding='utf-8') as file:
            print(f'{use:6}{language:3} {package} {file.read()}: '
                  f'{len(texts)} lines', file=versions)
        for text in texts:
            print(json.dumps(
                {'text': text, 'label': 'page_line', 'source': package,
                 'lang': language, 'use': use}, ensure_ascii=False), file=out)


def main():
    directory = sys.argv[1] if len(sys.argv) > 1 else 'build/handbooks'
    os.makedirs(directory, exist_ok=True)
    path = os.path.join(directory, 'lines.jsonl')
    with open(os.path.join(directory, 'versions'), 'w',
              encoding='utf-8') as versions, \
            open(path + '.new', 'w', encoding='utf-8') as out:
        write(directory, out, versions)
    os.replace(path + '.new', path)


if __name__ == '__main__':
    main()
