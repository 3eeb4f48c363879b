#!/usr/bin/env python3
"""False alarms on lines of handbooks in Japanese, Korean and Indonesian that no
training saw (data/model/handbooks.txt: "eval").

usage: handbooks.py [--bin build/spamcls] [--db DIRECTORY]
"""
import argparse
import collections
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import leave_out  # noqa: E402
import rows as R  # noqa: E402


def main():
    a = argparse.ArgumentParser(description=__doc__.split('\n\n', 1)[0])
    a.add_argument('--bin', default='build/spamcls')
    a.add_argument('--db')
    o = a.parse_args()
    by = collections.defaultdict(list)
    for row in R.handbook_rows('eval'):
        by[row['lang'], row['source']].append(row['text'])
        by[row['lang'], 'all'].append(row['text'])
    print(f'{"":3} {"package":<26}{"lines":>7}{"likely":>9}{"certain":>9}'
          '   (false alarms per million)')
    for (language, source), texts in sorted(by.items()):
        count = collections.Counter(said['label'] for said in leave_out.score(
            o.bin, texts, *(['--db', o.db] if o.db else [])))
        likely = count['likely'] + count['certain']
        print(f'{language:3} {source:<26}{len(texts):>7}'
              f'{1e6 * likely / len(texts):>9.0f}'
              f'{1e6 * count["certain"] / len(texts):>9.0f}')


if __name__ == '__main__':
    main()
