#!/usr/bin/env python3
"""The terms that the grammars' lists add to the lexicon.

A list of fillers whose heading names a class, `[who: PERSON]`, holds terms of
that class.  Each that stands in no file written by hand, and whose lists agree
on its class, goes to grown_LANGUAGE.txt.  make lexicon calls this.

usage: grow.py --fold build/.../fold_terms --output DIRECTORY
"""
import argparse
import collections
import glob
import os
import re
import shutil
import subprocess
import sys
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
GRAMMAR = os.path.join(HERE, '../grammar')
GROWN = 'grown_'
HEADING = re.compile(r'\[([a-z]\w*)(?:: ([A-Z]+))?\]$')
# A term is a word or a few; what is longer is a phrase that one farm uses.
HAN = re.compile('[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]')
MARK = re.compile(r'[^\w \'.+&/-]')
HAN_LENGTH, LATIN_LENGTH, LATIN_WORDS = range(2, 9), range(3, 25), 3
# What begins with a number is the scanner's; "3d" is a word.
FIGURE = re.compile('[0-9]+([^0-9a-z]|$)', re.I)
# Who is named decides on the body, too: written by hand alone.
BY_HAND = {'PERSON'}
# So much of a term's lists must name its class.
AGREED = 0.6
# So many families must know a term: the lines of a family all of whose words
# are known would teach the model that a farm's words are.
FAMILIES = 2


def is_term(text):
    if '{' in text or '\\' in text or MARK.search(text) \
            or FIGURE.match(text):
        return False
    if HAN.search(text):
        return len(text) in HAN_LENGTH
    return len(text) in LATIN_LENGTH and text.count(' ') < LATIN_WORDS \
        and any(c.isalpha() for c in text)


def classes():
    with open(f'{HERE}/../../lib/headline/classes.def',
              encoding='utf-8') as lines:
        return set(re.findall(r'^SCLS_CLASS\((\w+)', lines.read(), re.M))


def lists_of(path, known):
    """(class, fillers) of each list of a file that has a class."""
    found, fillers = [], []
    with open(path, encoding='utf-8') as lines:
        for number, line in enumerate(lines, 1):
            line = line.rstrip('\r\n ')
            heading = HEADING.match(line)
            if not heading:
                fillers += [] if line.startswith('#') else \
                    [f.strip() for f in line.split('|')]
                continue
            cls, fillers = heading.group(2), []
            if cls and cls not in known:
                sys.exit(f'{path}:{number}: no class {cls}; '
                         'lib/headline/classes.def has the list')
            if cls:
                found.append((cls, fillers))
    return found


def grammar_files(left):
    """(language, path), in the order of the files' own names."""
    paths = glob.glob(f'{GRAMMAR}/**/*.txt', recursive=True)
    for path in sorted(paths, key=os.path.basename):
        if os.path.basename(path)[:-4] not in left:
            yield os.path.relpath(path, GRAMMAR).split(os.sep)[0], path


def fold_tool(binary):
    """Where make puts fold_terms beside that spamcls."""
    return f'{os.path.dirname(os.path.realpath(binary))}/data/lexicon/' \
        'fold_terms'


def folded(tool, terms):
    out = subprocess.run([tool], input='\n'.join(terms) + '\n',
                         stdout=subprocess.PIPE, encoding='utf-8', check=True)
    return out.stdout.split('\n')[:-1]


def by_hand():
    paths = glob.glob(f'{HERE}/*.txt')
    return sorted(p for p in paths
                  if not os.path.basename(p).startswith(GROWN))


def terms_by_hand(tool):
    terms = []
    for path in by_hand():
        with open(path, encoding='utf-8') as lines:
            terms += [t for t in (line.strip() for line in lines)
                      if t and t[0] not in '#[']
    return set(folded(tool, terms))


def votes(left):
    """{term: {class: lists}}, and the language that has each term first."""
    said = collections.defaultdict(collections.Counter)
    language = {}
    known = classes()
    for lang, path in grammar_files(left):
        terms = {(unicodedata.normalize('NFKC', filler), cls)
                 for cls, fillers in lists_of(path, known)
                 for filler in fillers}
        for term, cls in sorted(terms):
            if is_term(term):
                said[term][cls] += 1
                language.setdefault(term, lang)
    return said, language


def grown(tool, left):
    """{language: {class: terms}}."""
    said, language = votes(left)
    terms = sorted(said)
    together = collections.defaultdict(collections.Counter)
    shown = {}
    for term, key in zip(terms, folded(tool, terms)):
        together[key].update(said[term])
        shown.setdefault(key, term)
    out = collections.defaultdict(lambda: collections.defaultdict(list))
    taken = terms_by_hand(tool)
    for key, counts in together.items():
        cls, lists = sorted(counts.items(), key=lambda c: (-c[1], c[0]))[0]
        if len(key) > 1 and key not in taken and cls not in BY_HAND \
                and lists >= FAMILIES \
                and lists >= AGREED * sum(counts.values()):
            out[language[shown[key]]][cls].append(shown[key])
    return out


def name_of(language):
    return f'{GROWN}{language.lower().replace("-", "_")}.txt'


def text_of(by_class):
    lines = ['# Written by make lexicon from the lists of data/grammar.']
    for cls, terms in sorted(by_class.items()):
        lines += [f'[{cls}]', *sorted(terms)]
    return '\n'.join(lines) + '\n'


def there(directory):
    """The files that were written before."""
    return glob.glob(f'{directory}/{GROWN}*.txt')


def write(tool, directory, left):
    """The files of the terms grown without the families left out."""
    os.makedirs(directory, exist_ok=True)
    for path in there(directory):
        os.remove(path)
    for lang, by_class in sorted(grown(tool, left).items()):
        with open(f'{directory}/{name_of(lang)}', 'w',
                  encoding='utf-8') as out:
            out.write(text_of(by_class))


def write_whole(binary, directory, left):
    """A whole lexicon in directory that knows no word of those families'
    lists, unless another has it."""
    shutil.rmtree(directory, ignore_errors=True)
    write(fold_tool(binary), directory, set(left))
    for path in by_hand():
        shutil.copy(path, directory)


def read(path):
    if not os.path.exists(path):
        return None
    with open(path, encoding='utf-8') as file:
        return file.read()


def check(tool, directory):
    """Fails where the files are not what the grammars give."""
    given = {f'{directory}/{name_of(lang)}': text_of(by_class)
             for lang, by_class in grown(tool, set()).items()}
    for path in sorted({*given, *there(directory)}):
        if read(path) != given.get(path):
            sys.exit(f'{path}: not what the grammars give: run make lexicon')


def main():
    a = argparse.ArgumentParser(description=__doc__.split('\n\n', 1)[0])
    a.add_argument('--fold', required=True)
    a.add_argument('--output', required=True)
    o = a.parse_args()
    write(o.fold, o.output, set())


if __name__ == '__main__':
    main()
