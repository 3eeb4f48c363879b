#!/usr/bin/env python3
"""What shared/eval/pages.py does not ask of the pages of make_pages.py.

usage: PAGES=DIRECTORY page_report.py

Prints how often HTML, text and bare links of one page get the same verdict,
false alarms on honest repetitive lists by kind, recall on lists of one family
that was left out (with and without rules), the same lists as text that has
nothing else, recall by place and length, and how many lines are labelled on
farms' and on honest pages.
"""
import collections
import json
import os
import subprocess
import sys
import tempfile

TOOL = os.path.join(os.path.dirname(os.path.abspath(__file__)),
                    'page_tool.py')


def judge(paths, **environ):
    """{path: what was said} of the pages."""
    out = {}
    for i in range(0, len(paths), 400):
        said = subprocess.run(
            [sys.executable, TOOL, 'score', *paths[i:i + 400]], check=True,
            env=dict(os.environ, **environ), stdout=subprocess.PIPE).stdout
        for line in said.decode('utf-8').splitlines():
            answer = json.loads(line)
            out[answer['path']] = answer
    return out


def share(part):
    part = list(part)
    return sum(part) / max(1, len(part))


def agreement(pages):
    """By the form beside HTML: pages with the same verdict."""
    forms = collections.defaultdict(dict)
    for p in pages:
        if p['group'] != 'none':
            forms[p['id']][p['path'].rsplit('.', 1)[1]] = p['verdict']
    both = [f for f in forms.values() if len(f) == 3]
    for form in ('txt', 'links'):
        same = share(f['html'] == f[form] for f in both)
        print(f'HTML and {form:5} agree on {same:.4f} of {len(both)} pages')
    same = share(len(set(f.values())) == 1 for f in both)
    print(f'all three agree on {same:.4f}')


def alarms(group):
    return (f'false suspect '
            f'{share(p["verdict"] != "clean" for p in group):.4f}  false '
            f'farm {share(p["verdict"] == "farm" for p in group):.4f}  '
            f'of {len(group)}')


def is_labelled(link):
    return link['label'] != 'clean'


def labels(pages, said):
    """Lines as they are labelled on their pages."""
    farms, honest = [], []
    for p, answer in zip(pages, said):
        if not p['label']:
            honest += map(is_labelled, answer['links'])
        elif '+honest' not in p['what']:
            lines = {' '.join(text.split()) for text in p['list']}
            farms += [is_labelled(link) for link in answer['links']
                      if ' '.join(link['text'].split()) in lines]
    print(f'lines of farms labelled on their pages {share(farms):.4f} of '
          f'{len(farms)}; on honest pages {1e6 * share(honest):.0f} per '
          f'million of {len(honest)}')


def repeats(pages):
    some = [p for p in pages if p['group'] in ('repeat', 'series')]
    kinds = {p['what'] for p in some}
    lists = {(p['group'], p['id']) for p in some}
    print(f'{len(lists)} honest repetitive lists of {len(kinds)} kinds: '
          + alarms(some))
    for kind in sorted(kinds):
        bad = [p for p in some if p['what'] == kind
               and p['verdict'] != 'clean']
        if bad:
            print(f'  {kind}: {len(bad)} not clean')


def recall(pages, name):
    found = share(p['verdict'] != 'clean' for p in pages)
    farm = share(p['verdict'] == 'farm' for p in pages)
    print(f'{name:36} found {found:.4f}  farm {farm:.4f}  of {len(pages)}')


def unseen(pages, directory):
    some = [p for p in pages if p['group'] == 'family']
    recall(some, 'lists of one family, left out')
    said = judge([f'{directory}/{p["path"]}' for p in some], RULES='no')
    bare = [dict(p, verdict=said[f'{directory}/{p["path"]}']['verdict'])
            for p in some]
    recall(bare, 'the same, without rules')
    missed = collections.Counter(p['what'] for p in bare
                                 if p['verdict'] == 'clean')
    for family, n in missed.most_common(20):
        print(f'  {family}: {n} of '
              f'{sum(p["what"] == family for p in bare)} missed')


def alone(pages):
    """Lists by themselves as text, where nothing says that they are links."""
    some = [p for p in pages if p['body_lines'] is None and p['list']]
    with tempfile.TemporaryDirectory() as folder:
        for p in some:
            at = f'{folder}/fold{p["fold"]}'
            os.makedirs(at, exist_ok=True)
            p['alone'] = f'{at}/{p["id"]}.txt'
            with open(p['alone'], 'w', encoding='utf-8') as out:
                out.write('\n'.join(p['list']) + '\n')
        said = judge([p['alone'] for p in some])
    some = [dict(p, verdict=said[p['alone']]['verdict']) for p in some]
    recall([p for p in some if p['label']], 'the same as text alone')
    print('honest lists as text alone:',
          alarms([p for p in some if not p['label']]))


def judged(directory, name):
    """The pages of a manifest, with their verdicts, and what was said."""
    pages = json.load(open(f'{directory}/{name}.json', encoding='utf-8'))
    said = judge([f'{directory}/{p["path"]}' for p in pages])
    said = [said[f'{directory}/{p["path"]}'] for p in pages]
    for p, answer in zip(pages, said):
        p['verdict'] = answer['verdict']
    return pages, said


def main():
    directory = os.environ['PAGES']
    pages, said = judged(directory, 'manifest')
    agreement(pages)
    labels(pages, said)
    repeats(pages)
    unseen(pages, directory)
    alone(pages)
    farms = [p for p in pages if p['group'] == 'farm']
    for place in ('after', 'before', 'boxes'):
        recall([p for p in farms if p['place'] == place], 'list ' + place)
    recall([p for p in farms if len(p['list']) <= 10], 'ten lines at most')
    recall([p for p in farms if '+honest' in p['what']], 'partly honest')
    honest = [p for p in pages if not p['label']] \
        + judged(directory, 'hand')[0]
    for group in sorted({p['group'] for p in honest}):
        print(f'{group:10}', alarms([p for p in honest
                                            if p['group'] == group]))


if __name__ == '__main__':
    main()
