#!/usr/bin/env python3
"""Template grammars to headlines, as `spamcls synth` does it.
usage: run.py"""
import collections
import os
import re
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..'))
from units import TOP, FolderTest, run  # noqa: E402

GRAMMAR = os.path.join(TOP, 'data/grammar')
UNSEEN = os.path.join(TOP, 'test/eval/unseen')
HEAD = 'family: {}\nlang: {}\nlabel: templated\nframe: fixed\nseen: here\n\n'
GARBAGE = {'templated', 'download_spam', 'adult_gambling'}
LABELS = GARBAGE | {'legit'}
ROOM = 80  # files in one folder


class SynthTest(FolderTest):
    def family(self, body, name='one', folder='', lang='en'):
        self.write(f'{folder}{name}.txt', HEAD.format(name, lang) + body)

    def words(self, *more, count=60):
        return ('synth', '--grammar', self.folder.name, '--count', str(count),
                *more)

    def rows(self, *more, count=60):
        return self.objects(*self.words(*more, count=count))

    def texts(self, body, count=60):
        self.family(body)
        return [row['text'] for row in self.rows(count=count)]

    def refused(self, *words, more=(), code=65):
        self.assertEqual(self.call(*self.words(*more), code=code), b'')
        for word in words:
            self.assertIn(word, self.errors)


class Format(SynthTest):
    def test_row(self):
        self.family('[line]\na line\n')
        self.assertEqual(self.rows(count=1), [{
            'text': 'a line', 'label': 'templated', 'family': 'one',
            'lang': 'en', 'frame': 'fixed', 'source': 'synth'}])

    def test_lists(self):
        """One entry of a list, own lists before shared ones."""
        self.write('shared_en.txt', 'lang: en\n\n[x]\nshared\n[y]\nfar\n')
        self.write('shared_ja.txt', 'lang: ja\n\n[z]\nother\n')
        self.assertEqual(set(self.texts('[line]\n{x} {y}\n[x]\na|b\nc\n')),
                         {'a far', 'b far', 'c far'})
        self.family('[line]\n{z}\n')
        self.refused('names no list')

    def test_lists_of_lists(self):
        self.assertEqual(
            set(self.texts('[line]\n{x}!\n[x]\n<{y}>|-\n[y]\n1|2\n')),
            {'<1>!', '<2>!', '-!'})

    def test_choice(self):
        self.assertEqual(
            set(self.texts('[line]\n{=a|{=b|c}|}{x}\n[x]\n.\n')),
            {'a.', 'b.', 'c.', '.'})

    def test_maybe(self):
        self.assertEqual(set(self.texts('[line]\n-{x?}\n[x]\na\n')),
                         {'-', '-a'})

    def test_remembered(self):
        for text in self.texts('[line]\n{x:1}{x:2}{x:1}\n[x]\na|b|c|d\n'):
            self.assertEqual(text[0], text[2])

    def test_numbers(self):
        for slot, form, least, most in (
                ('#int 2 4', r'[234]', 2, 4), ('#int -2 1', r'-?\d', -2, 1),
                ('#dec 1 9 2', r'\d\.\d\d', 1, 9),
                ('#year', r'\d{4}', 2021, 2027),
                ('#ver', r'\d+(\.\d+){1,3}', None, None),
                ('#alnum 6', r'[a-z0-9]{6}', None, None)):
            texts = self.texts('[line]\n{%s}\n' % slot, count=200)
            self.assertGreater(len(set(texts)), 2, slot)
            for text in texts:
                self.assertRegex(text, f'^{form}$')
                if least is not None:
                    self.assertTrue(least <= float(text) <= most, text)
        ends = set(self.texts('[line]\n{#int -2 1}\n', count=200))
        self.assertEqual(ends, {'-2', '-1', '0', '1'})

    def test_chinese_numerals(self):
        for value, text in ((0, '零'), (7, '七'), (10, '十'), (12, '十二'),
                            (40, '四十'), (305, '三百零五'), (999, '九百九十九')):
            self.assertEqual(
                self.texts(f'[line]\n{{#cn {value} {value}}}\n', count=1),
                [text])

    def test_escapes(self):
        self.assertEqual(
            self.texts('[line]\n\\#{x}\\{a\\}\\\\\n[x]\nb\\|c\n', count=1),
            ['#b|c{a}\\'])

    def test_names_in_json(self):
        """The words of a header may be any."""
        self.write('a"b.txt', HEAD.format('a"b', 'e\\n').replace(
            'templated', 'x"\ty') + '[line]\nz\n')
        row, = self.rows(count=1)
        self.assertEqual((row['family'], row['lang'], row['label']),
                         ('a"b', 'e\\n', 'x"\ty'))

    def test_json(self):
        self.assertEqual(self.texts('[line]\n"a"\tb\n', count=1), ['"a"\tb'])

    def test_byte_order_mark(self):
        head = '\ufeff' + HEAD.format('one', 'en')
        self.write('one.txt', head + '[line]\nA\n')
        self.assertEqual({row['text'] for row in self.rows()}, {'A'})

    def test_comments(self):
        self.assertEqual(set(self.texts('# no\n[line]\n# no\na\r\nb\n')),
                         {'a', 'b'})


class Choosing(SynthTest):
    def test_folders(self):
        """Names decide on the order, wherever the files are."""
        for name, folder in (('b', 'z/'), ('a', ''), ('c', 'deep/er/')):
            self.family('[line]\n{#int 1 9999}\n', name, folder)
        self.write('.hidden/d.txt', 'nothing')
        self.write('README.md', 'nothing')
        before = self.rows(count=3)
        self.assertEqual([row['family'] for row in before],
                         ['a'] * 3 + ['b'] * 3 + ['c'] * 3)
        os.rename(os.path.join(self.folder.name, 'z/b.txt'),
                  os.path.join(self.folder.name, 'deep/b.txt'))
        self.assertEqual(self.rows(count=3), before)

    def test_seed(self):
        self.family('[line]\n{#int 1 999999}\n')
        self.assertEqual(self.rows('--seed', '5'), self.rows('--seed', '5'))
        self.assertNotEqual(self.rows('--seed', '5'),
                            self.rows('--seed', '6'))

    def test_neighbours_do_not_matter(self):
        self.family('[line]\n{#int 1 999999}\n', 'a')
        alone = self.rows()
        self.family('[line]\n{#int 1 999999}\n', 'b')
        self.assertEqual(self.rows('--only', 'a'), alone)
        self.assertEqual(self.rows('--leave-out', 'b'), alone)
        self.assertEqual(self.rows('--leave-out', 'a,b'), [])


class Mistakes(SynthTest):
    def test_all_left_out(self):
        self.family('[line]\nA\n')
        self.refused('leaves out every family of --only', code=64,
                     more=['--only', 'one', '--leave-out', 'none,one'])
        self.assertEqual(len(self.rows('--only', 'one', '--leave-out', 'none',
                                       count=1)), 1)

    def test_text(self):
        for body, word in (
                ('[line]\n{x}\n', 'names no list'),
                ('[line]\n{=a|{x}}\n', 'names no list'),
                ('[line]\na\n[x]\nb\n', 'no frame reaches this list: x'),
                ('[line]\n{x}\n[x]\n{y}\n[y]\n{x}\n', 'a cycle'),
                ('[line]\n{#int 9 2}\n', 'a number that is wrong'),
                ('[line]\n{#int 1 99999999999}\n', 'a number'),
                ('[line]\n{#dec 1 2 40}\n', 'a number'),
                ('[line]\n{#dec 1 1e300 2}\n', 'a number'),
                ('[line]\n{#cn 1 2000}\n', 'a number'),
                ('[line]\n{#alnum -1}\n', 'a number'),
                ('[line]\n{#alnum 99999999}\n', 'a number'),
                ('[line]\n{#guess 1}\n', 'a number'),
                ('[line]\n{a\n[a]\nb\n', 'a cycle, or'),
                ('[line]\n', 'no frame'), ('[x]\na\n', 'no frame')):
            self.family(body)
            self.refused('family one', word)

    def test_bounds(self):
        """Lists in lists and what is remembered have an end, told if met."""
        def deep(n):
            return '[line]\n{x0}\n' + ''.join(
                f'[x{k}]\n{{x{k + 1}}}\n' for k in range(n)) \
                + f'[x{n}]\na\n'

        def remembered(n):
            return '[line]\n' + ''.join(
                f'{{x:{chr(97 + k)}}}' for k in range(n)) + '\n[x]\na\n'

        self.assertEqual(set(self.texts(deep(21))), {'a'})
        self.assertEqual(set(self.texts(remembered(16))), {'a' * 16})
        for body in deep(40), remembered(17):
            self.family(body)
            self.refused('family one', 'a headline that is empty')

    def test_rare_mistake(self):
        """One that the check did not meet is no headline less in silence."""
        self.family('[line]\n{x}\n[x]\n' + 'a\n' * 2000 + '{y}\n[y]\n{y}\n')
        self.assertEqual(len(self.rows(count=5)), 5)
        self.call(*self.words(count=60000), code=65)
        self.assertIn('synth: one: a headline that is empty', self.errors)

    def test_headers(self):
        for text, word in (('lang: en\n[line]\na\n', 'header line is missing'),
                           (HEAD.format('one', 'en') + 'what\n[line]\na\n',
                            'neither header'),
                           ('', 'header line is missing')):
            self.write('one.txt', text)
            self.refused('one.txt:', word)

    def test_names(self):
        self.family('[line]\na\n', 'one')
        self.family('[line]\na\n', 'one', 'more/')
        self.refused('/one.txt', 'a second family of one name')
        self.write('more/one.txt', HEAD.format('two', 'en') + '[line]\na\n')
        self.refused('more/one.txt', 'named otherwise')

    def test_no_family(self):
        self.family('[line]\na\n')
        for names in 'none', 'one,none':
            self.refused('none: no such family', more=['--only', names],
                         code=64)
        self.refused(more=['--only', ''], code=64)
        self.call(*self.words('--leave-out', 'none'))

    def test_empty_directory(self):
        self.refused('', 'no grammars here')

    def test_no_directory(self):
        self.refused('none', 'cannot read this directory',
                     more=['--grammar', self.path('none')])


def families(grammar=GRAMMAR):
    """The folders above each file of the project's grammars, and its name."""
    for folder, _, names in sorted(os.walk(grammar)):
        place = os.path.relpath(folder, grammar).split(os.sep)
        for name in sorted(n for n in names if n.endswith('.txt')):
            yield place, name


class Own(FolderTest):
    """The families of the project."""

    def test_sound(self):
        for grammar, labels in ((GRAMMAR, LABELS), (UNSEEN, GARBAGE)):
            for row in self.objects('synth', '--grammar', grammar, '--count',
                                    '1', timeout=300):
                self.assertIn(row['label'], labels)

    def test_unseen(self):
        """No family that nothing learns from shares a frame with another."""
        def frames(grammar):
            for place, name in families(grammar):
                with open(os.path.join(grammar, *place, name),
                          encoding='utf-8') as file:
                    yield from (line for line in file if line.count('{') > 1)
        kept = set(frames(UNSEEN))
        self.assertGreater(len(kept), 0)
        self.assertEqual(kept & set(frames(GRAMMAR)), set())

    def test_order(self):
        """print.sh knows the order in which synth reads."""
        read = [row['family'] for row in self.objects(
            'synth', '--grammar', GRAMMAR, '--count', '1', timeout=300)]
        printed = re.findall(r'^family: *(\w+)', subprocess.run(
            ['sh', os.path.join(GRAMMAR, 'print.sh')], check=True, timeout=300,
            stdout=subprocess.PIPE).stdout.decode(), re.M)
        self.assertEqual([name for name in printed
                          if not name.startswith('shared_')], read)

    def test_places(self):
        for grammar in (GRAMMAR, UNSEEN):
            for place, name in families(grammar):
                self.check_place(grammar, place, name)

    def check_place(self, grammar, place, name):
        with open(os.path.join(grammar, *place, name),
                  encoding='utf-8') as file:
            head = dict(re.findall(r'^(\w+): *(.*)', file.read(), re.M))
        wanted = [head['lang']]
        if not name.startswith('shared_'):
            wanted.append(head['label'])
        self.assertEqual(place[:2], wanted, name)

    def test_themes(self):
        """Each family stands in a theme that the README names, and no folder
        holds too many to look through."""
        with open(os.path.join(GRAMMAR, 'README.md'),
                  encoding='utf-8') as file:
            tables = dict(re.findall(r'^\| `(\w+)` \| \|\n((?:\|.*\n)+)',
                                     file.read(), re.M))
        self.assertEqual(set(tables), LABELS)
        themes = {label: {name for row in re.findall(r'^\| ([\w; ]+) \|',
                                                     table, re.M)
                          for name in row.split('; ')}
                  for label, table in tables.items()}
        held = collections.Counter()
        for place, name in families():
            held[tuple(place)] += 1
            if name.startswith('shared_'):
                continue
            label = place[1]
            self.assertEqual(len(place), 3, name)
            self.assertIn(place[2], themes[label], name)
        self.assertLessEqual(max(held.values()), ROOM, held.most_common(1))


run()
