#!/usr/bin/env python3
"""The lexicon that grows from the grammars: data/lexicon/grow.py.
usage: run.py"""
import os
import sys
import unittest
from unittest import mock

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..'))
from units import TOP, FolderTest, run  # noqa: E402

LEXICON = os.path.join(TOP, 'data/lexicon')
TOOL = os.path.join(os.environ['OBJ'], 'data/lexicon/fold_terms')
sys.path.insert(0, LEXICON)
import grow  # noqa: E402


class Grown(FolderTest):
    """Of small grammars and one file written by hand."""

    def setUp(self):
        super().setUp()
        hand = self.write('hand.txt', '[ORG]\nAcme Works\n')
        for name, value in (('GRAMMAR', self.path('grammar')),
                            ('by_hand', lambda: [hand])):
            patch = mock.patch.object(grow, name, value)
            patch.start()
            self.addCleanup(patch.stop)

    def families(self, *bodies, lang='en'):
        for number, body in enumerate(bodies):
            self.write(f'grammar/{lang}/templated/f{number}.txt',
                       f'family: f{number}\n\n[line]\nno term here\n{body}')

    def terms(self, *left):
        return {lang: dict(by_class) for lang, by_class
                in grow.grown(TOOL, set(left)).items()}

    def test_two_families(self):
        """What one family knows is not taken, nor a list without a class."""
        self.families('[a: ORG]\nblue bird|red hen\n# grey cat\n',
                      '[b: ORG]\nBlue Bird|grey cat\n[c]\nred hen\n')
        self.assertEqual(self.terms(), {'en': {'ORG': ['Blue Bird']}})

    def test_one_family_twice(self):
        self.families('[a: ORG]\nblue bird\n[b: ORG]\nblue bird\n')
        self.assertEqual(self.terms(), {})

    def test_left_out(self):
        self.families(*['[a: ORG]\nblue bird\n'] * 3)
        self.assertEqual(self.terms('f1'), {'en': {'ORG': ['blue bird']}})
        self.assertEqual(self.terms('f1', 'f2'), {})

    def test_by_hand_first(self):
        """Folded alike, whatever the class."""
        self.families(*['[a: TECH]\nＡＣＭＥ　ＷＯＲＫＳ|flow cell\n'] * 2)
        self.assertEqual(self.terms(), {'en': {'TECH': ['flow cell']}})

    def test_class_agreed(self):
        """Where families do not agree on a term it is not known."""
        self.families('[a: ORG]\npeak|vale\n', '[a: TECH]\npeak|vale\n',
                      '[a: TECH]\nvale\n')
        self.assertEqual(self.terms(), {'en': {'TECH': ['vale']}})

    def test_what_is_a_term(self):
        for text, wanted in (('蓝鸟集团', True), ('鸟', False),
                             ('一二三四五六七八九', False), ('蓝{x}', False),
                             ('蓝，鸟', False), ('a b c', True),
                             ('a b c d', False), ('12 34', False),
                             ('2027年', False), ('3d打印', True)):
            self.assertEqual(grow.is_term(text), wanted, text)

    def test_people_by_hand(self):
        self.families(*['[a: PERSON]\nexpert\n[b: TECH]\nflow cell\n'] * 2)
        self.assertEqual(self.terms(), {'en': {'TECH': ['flow cell']}})

    def test_other_languages(self):
        self.families(*['[a: PLACE]\n藍鳥鎮\n'] * 2, lang='zh-Hant')
        grow.write(TOOL, self.path('out'), set())
        with open(self.path('out/grown_zh_hant.txt'),
                  encoding='utf-8') as file:
            self.assertIn('[PLACE]\n藍鳥鎮\n', file.read())

    def test_what_was_there(self):
        """A file that the grammars do not give any more is none of them."""
        self.families(*['[a: ORG]\nblue bird\n'] * 2)
        out = self.path('out')
        grow.write(TOOL, out, set())
        grow.check(TOOL, out)
        self.write('out/grown_ja.txt', '[ORG]\n蓝鸟集团\n')
        with self.assertRaisesRegex(SystemExit, 'grown_ja.txt: not what'):
            grow.check(TOOL, out)
        grow.write(TOOL, out, set())
        grow.check(TOOL, out)
        self.write('out/grown_en.txt', '[ORG]\nred hen\n')
        with self.assertRaisesRegex(SystemExit, 'grown_en.txt: not what'):
            grow.check(TOOL, out)

    def test_unknown_class(self):
        self.families('[a: COLOUR]\nblue\n')
        with self.assertRaisesRegex(SystemExit, 'f0.txt:5: no class COLOUR'):
            self.terms()


class Committed(unittest.TestCase):
    def test_files(self):
        """The files are what the project's own grammars give."""
        grow.check(TOOL, LEXICON)


run()
