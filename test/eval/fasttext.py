#!/usr/bin/env python3
"""A fastText model on the same rows, and its scores: the peer of make eval.

fastText wants words; Han characters, kana and hangul are taken one by one,
words of alphabets whole, all in lower case.  Needs Debian's package fasttext.
"""
import math
import os
import re
import shutil
import subprocess
import unicodedata

TOKEN = re.compile(r'[a-z\u00c0-\u024f\u0400-\u04ff]+|\d|\S')
GARBAGE = {'templated', 'download_spam', 'adult_gambling'}


def available():
    return shutil.which('fasttext') is not None


def tokens(text):
    text = unicodedata.normalize('NFKC', text).lower()
    return ' '.join(TOKEN.findall(text)) or '-'


def train(rows, work, threads=2):
    """Learns from rows ({"text", "label", "held_out"}); returns the model."""
    path = os.path.join(work, 'fasttext.txt')
    with open(path, 'w', encoding='utf-8') as out:
        for row in rows:
            if not row.get('held_out'):
                label = 'bad' if row['label'] in GARBAGE else 'good'
                out.write(f'__label__{label} {tokens(row["text"])}\n')
    subprocess.run(['fasttext', 'supervised', '-input', path, '-output',
                    os.path.join(work, 'fasttext'), '-wordNgrams', '4',
                    '-dim', '32', '-epoch', '8', '-lr', '0.4', '-bucket',
                    '2000000', '-minCount', '2', '-thread', str(threads),
                    '-verbose', '0'], check=True,
                   stderr=subprocess.DEVNULL)
    return os.path.join(work, 'fasttext.bin')


def score(model, texts):
    """The log-odds of garbage of each text."""
    out = subprocess.run(['fasttext', 'predict-prob', model, '-', '2'],
                         input='\n'.join(map(tokens, texts)) + '\n',
                         encoding='utf-8', stdout=subprocess.PIPE,
                         check=True).stdout.split('\n')[:-1]
    assert len(out) == len(texts), (len(out), len(texts))
    scores = []
    for line in out:
        said = line.split()
        p = {said[i]: float(said[i + 1]) for i in range(0, len(said) - 1, 2)}
        good, bad = p.get('__label__good', 0), p.get('__label__bad', 0)
        scores.append(math.log((bad + 1e-9) / (good + 1e-9)))
    return scores
