#!/usr/bin/env python3
"""The command: what it says to calls and files that are wrong, its limits,
its help, and its manual.  usage: run.py"""
import contextlib
import fcntl
import gzip
import json
import os
import re
import resource
import select
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..'))
import zstd_frames as zstd  # noqa: E402
from units import SAMPLE, SPAMCLS, TOP, FolderTest, run  # noqa: E402

PDF = b'%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Type/Catalog>>\n'
# A small model: the trainer's own sizes take long to make and to write.
TRAIN = ['train', '--bits', '8', '--language-bits', '0']
PNG = b'\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\6\0\0\0'

DICTIONARY = zstd.train([b'line %d of the dictionary, and %d' % (i, i * i)
                         for i in range(2000)])


def read(path):
    with open(os.path.join(TOP, path), encoding='utf-8') as file:
        return file.read()


@contextlib.contextmanager
def limited_files(size):
    """What is called has no file above the size.  Its write fails where Python
    leaves it the signals as they are: it has that one ignored."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


class CommandTest(FolderTest):
    def score(self, *arguments, data=None):
        return self.objects('score', *arguments, data=data)


class Calls(CommandTest):
    def test_usage(self):
        for call, word in (
                ([], 'no command'), (['guess'], 'no such command: guess;'),
                (['score', '--loud'], '--loud'),
                (['score', '--threads'], 'needs a value'),
                (['score', '--threads', 'x'], 'does not fit'),
                (['score', '--max-depth', '-1'], 'does not fit'),
                (['score', '--max-links=4294967296'], 'up to 4294967295'),
                (['score', '--max-input', '9' * 30], 'up to 1073741824 is'),
                (['synth', '--seed', '9' * 30], 'does not fit'),
                (['site', '--least', 'nan'], 'a number from 0 to 1'),
                (['train', '--rate', 'inf'], 'a number from'),
                (['score', '--kind', 'pdf'], 'html or text is needed'),
                (['score', '--top', '3'], 'not an option of this command'),
                (['explain', '--json'], 'not an option of this command'),
                (['info', '--json'], 'not an option of this command'),
                (['train', '--epochs', '0'], 'a whole number from 1'),
                (['score', '--links=1'], 'takes no value'),
                (['score', '-x'], './-x'), (['info', 'a'], 'no FILE'),
                (['synth', 'a'], 'no FILE'),
                (['explain', 'a', 'b'], 'no second FILE'),
                (['--version', 'a'], '--version takes nothing')):
            self.assertEqual(self.call(*call, data=b'', code=64), b'')
            self.assertIn(word, self.errors)
            self.assertEqual(self.errors.count('\n'), 1, self.errors)
            if call and call[0] not in ('guess', '--version'):
                self.assertIn(f'see spamcls {call[0]} --help', self.errors)

    def refuse(self, *call, data=b''):
        """The call ends with 64, one line, and nothing else."""
        self.assertEqual(self.call(*call, data=data, code=64), b'', call)
        self.assertEqual(self.errors.count('\n'), 1, self.errors)
        self.assertTrue(self.errors.startswith(f'spamcls: {call[0]}: '))
        return self.errors

    def test_contradictions(self):
        """Of two options neither is dropped in silence."""
        headline = ['explain', '--headline', 'a']
        learned = ['train', '--keep-weights']
        for call in (['site', '--format', 'hosts', '--json'],
                     ['site', '--json', '--format=text'],
                     ['site', '--json', '--sketch', self.path('a')],
                     ['site', '--format', 'json', '--sketch', '-'],
                     ['split', '--json', '--markdown'],
                     ['score', '--links', '--kind', 'html'],
                     [*headline, '--links'], [*headline, '--url', 'b'],
                     [*headline, '--kind', 'text'],
                     [*headline, '--charset', 'gbk'],
                     [*headline, '--max-input', '9'],
                     [*headline, '--max-body', '9'],
                     ['explain', '--html', '--color'],
                     ['site', '--merge', '--suffixes', self.path('none')],
                     ['site', '--merge', '--depth', '2'],
                     ['site', '--top', '3', '--json'],
                     ['site', '--top', '3', '--format', 'hosts'],
                     ['site', '--top', '3', '--sketch', self.path('a')],
                     [*learned, '--epochs', '1'], [*learned, '--seed', '2'],
                     [*learned, '--language-bits', '0'],
                     ['score', '--links', '--max-links', '9'],
                     ['score', '--links', '--max-body', '9'],
                     ['score', '--kind', 'text', '--max-depth', '9']):
            self.assertIn('do not go together', self.refuse(*call))
            for option in call[1:]:
                if option.startswith('--'):
                    self.assertIn(option.split('=')[0], self.errors)
        self.assertEqual(os.listdir(self.folder.name), [])
        self.call('site', '--json', '--format', 'json', data=b'')
        self.call('site', '--top', '3', '--format', 'text', data=b'')
        self.call('score', '--kind', 'html', '--max-depth', '9', data=b'')
        self.call(*headline, '--max-headline', '9', '--max-steps', '9')

    def test_no_use(self):
        """What an option says is heard, or it is refused."""
        for call, word in (
                (['site', '--least', '0.2'], '--format=hosts or --format='),
                (['site', '--least', '0.2', '--json'], '--format=hosts'),
                (['site', '--least', '0.2', '--format', 'text'], 'ublackl'),
                (['split', '--links'], '--json or --markdown'),
                (['split', '--url', 'a'], 'only with --json')):
            self.assertIn('says something only with', self.refuse(*call))
            self.assertIn(word, self.errors)
        for command, option in (
                ('headlines', '--url'), ('headlines', '--max-links'),
                ('split', '--max-headline'), ('split', '--max-steps'),
                ('split', '--max-body'), ('explain', '--threads'),
                ('site', '--db'), ('synth', '--db'), ('info', '--threads'),
                ('rules', '--charset'), ('train', '--max-text')):
            self.assertIn(f'{option}: not an option of this command',
                          self.refuse(command, option, '1'))
        self.call('split', '--links', '--markdown', data=b'')
        self.call('split', '--url', 'a', '--json', data=b'')

    def test_files_and_options(self):
        for call in (['explain', '--headline', 'a', 'b'],
                     ['explain', '--headline', 'a', '-'],
                     ['rules', '--db', self.folder.name, 'a.rules']):
            self.assertIn(f'{call[1]} and a FILE', self.refuse(*call))
        for command in 'score', 'headlines', 'rules', 'train', 'site':
            self.assertIn('only once', self.refuse(command, '-', '-'))
            self.assertIn('is empty', self.refuse(command, ''))
        self.assertIn('only once', self.refuse('train', '--second-look', '-'))

    def test_values(self):
        """One that is missing or empty is not guessed; the last counts."""
        for option in '--url', '--db', '--charset':
            self.assertIn('needs a value', self.refuse(
                'score', option, '--exit-code', SAMPLE))
            for empty in [option, ''], [option + '=']:
                self.assertIn('is empty', self.refuse('score', *empty))
        self.assertIn('is empty', self.refuse('explain', '--headline', ''))
        self.assertIn(b'--a', self.call('explain', '--headline=--a'))
        self.call('score', '--json', '--json', SAMPLE)
        self.assertEqual(
            self.call('score', '--threads', '0', '--max-body', '0',
                      '--max-links', '0', '--max-input', '0', SAMPLE),
            self.call('score', SAMPLE))
        self.assertEqual(
            self.call('score', '--kind', 'html', '--kind=text', SAMPLE),
            self.call('score', '--kind', 'text', SAMPLE))

    def test_ranges(self):
        """Nothing is cut to what is possible in silence."""
        for command, option, value, word in (
                ('score', 'threads', '1025', 'up to 1024 '),
                ('score', 'max-input', '1073741825', 'up to 1073741824 '),
                ('score', 'max-text', '1073741825', 'up to 1073741824 '),
                ('score', 'max-depth', '65536', 'up to 65535 '),
                ('headlines', 'max-headline', '4097', 'up to 4096 '),
                ('site', 'sites', '16777217', 'up to 16777216 '),
                ('site', 'sample', '4097', 'up to 4096 '),
                ('site', 'least', '1.5', 'from 0 to 1 '),
                ('site', 'format', 'xml', 'text, json, hosts or ublacklist '),
                ('site', 'format', 'text json', 'hosts or ublacklist '),
                ('score', 'kind', 'html text', 'html or text '),
                ('train', 'bits', '7', 'from 8 to 24 '),
                ('train', 'language-bits', '7', 'from 8 to 24, or 0, '),
                ('train', 'l1', '-1', 'from 0 to 1000000 '),
                ('train', 'drop', '1.1', 'from 0 to 1 '),
                ('train', 'likely', '0', 'from 0.001 to 1000000 ')):
            self.assertIn(f'--{option}: this value does not fit: ',
                          self.refuse(command, '--' + option, value))
            self.assertIn(word + 'is needed', self.errors)

    def test_rules_of_standard_input(self):
        """A pack, as of a file; only no FILE is the built-in ones."""
        pack = b'headline UP /up/\nscore UP 1\ntest UP ok up\n'
        pack += b'test UP fail down\n'
        self.assertIn(b'\nrules    1\n', self.call('rules', '-', data=pack))
        self.assertNotIn(b'\nrules    1\n', self.call('rules', data=pack))
        self.call('rules', '-', self.path('none'), data=pack, code=66)

    def test_model_to_standard_output(self):
        rows = self.write('rows', b'{"text":"a","label":"legit"}\n')
        small = [*TRAIN, rows]
        model = self.call(*small, '--output', '-')
        self.call(*small, '--output', self.path('m.spm'))
        with open(self.path('m.spm'), 'rb') as file:
            self.assertEqual(file.read(), model)
        with open('/dev/full', 'wb') as full:
            self.call(*small, '--output=-', code=74, out=full)

    def test_json_to_explain(self):
        page = {'title': 'a', 'links': ['b']}
        for text in json.dumps(page), json.dumps(page, indent=1), \
                json.dumps([page]):
            row = self.write('row', text.encode())
            self.assertEqual(self.call('explain', '--links', row, code=65),
                             b'')
            self.assertIn(f'{row}: holds JSON, ', self.errors)

    def test_url_explained(self):
        """It stands where else the file's name does."""
        for more in [], ['--html']:
            out = self.call('explain', *more, '--url', 'http://a.b/c', SAMPLE)
            self.assertIn(b'http://a.b/c', out)

    def test_no_orders(self):
        """A name in a message is of one line, without orders."""
        name = self.path('a\x1b[31m\nb\x9b\u0085')
        told = self.path('a?[31m?b??').split('/')[-1]
        pack = self.write(os.path.basename(name) + '.rules', b'headline (')
        for call, code in ((['headlines', name], 66), ([*TRAIN, name], 66),
                           (['info', '--db', name], 65),
                           (['rules', pack], 65), (['site', name], 66),
                           (['site', '--suffixes', name], 66),
                           (['site', '--merge', pack], 65),
                           (['site', '--json', pack], 0),
                           (['site', '--sketch', name + '/c'], 74),
                           (['score', '--' + name], 64),
                           (['score', '-' + name], 64),
                           (['info', name], 64),
                           (['synth', '--grammar', name], 65),
                           (['split', name], 66), (['explain', name], 66)):
            self.call(*call, data=b'', code=code)
            self.assertIn(told, self.errors, call)
            lines = self.errors.split('\n')
            self.assertEqual(lines.pop(), '')
            for line in lines:
                self.assertTrue(line.isprintable(), line)
        self.call('synth', '--only', '\x1b', '--grammar',
                  os.path.join(TOP, 'data/grammar'), code=64)
        self.assertIn('synth: ?: no such family', self.errors)

    def test_cannot_write(self):
        """Told with its reason, in the same words whoever says it."""
        said = 'spamcls: {}cannot write the answers: No space left on device\n'
        grammars = ['--grammar', os.path.join(TOP, 'data/grammar')]
        for call in (['info'], ['rules'], ['score', SAMPLE], ['split', SAMPLE],
                     ['headlines', SAMPLE], ['explain', SAMPLE],
                     ['explain', '--html', SAMPLE], ['site', '--sketch', '-'],
                     ['site'], ['synth', *grammars],
                     ['--help'], ['--version'], ['score', '--help']):
            with open('/dev/full', 'wb') as full:
                self.call(*call, code=74, out=full, data=b'')
            name = '' if '--help' in call or '--version' in call \
                else call[0] + ': '
            self.assertEqual(self.errors, said.format(name))

    def test_cannot_write_a_file(self):
        rows = self.write('rows', b'{"text":"a","label":"legit"}\n')
        for call in (['site', '--sketch', '/dev/full'],
                     [*TRAIN, '--output', '/dev/full', rows]):
            self.call(*call, code=74, data=b'')
            self.assertRegex(self.errors, ': /dev/full: cannot write the '
                             '(counts|model): No space left on device\n$')

    def test_no_place_for_a_model(self):
        """Said before the rows are read, and nothing is left behind."""
        rows = self.write('rows', b'{"text":"a","label":"legit"}\n')
        place = self.path('none/model.spm')
        self.call(*TRAIN, '--output', place, self.path('missing'), code=74)
        self.assertIn(f'{place}: cannot write the model: No such file or '
                      'directory', self.errors)
        model = self.path('model.spm')
        self.call(*TRAIN, '--output', model, self.path('missing'), code=66)
        self.assertFalse(os.path.exists(model))
        self.call(*TRAIN, '--output', model, rows)
        self.assertTrue(os.path.getsize(model))

    def test_model_that_does_not_fit(self):
        """What was there stays whole where the new one cannot be written."""
        rows = self.write('rows', b'{"text":"a","label":"legit"}\n')
        model = self.write('old.spm', b'old')
        large = [*TRAIN, '--bits', '14', '--output', model, rows]
        with limited_files(4096):
            self.call(*large, code=74, restore_signals=False)
        self.assertIn('cannot write the model: File too large', self.errors)
        with open(model, 'rb') as file:
            self.assertEqual(file.read(), b'old')
        self.assertEqual(sorted(os.listdir(self.folder.name)),
                         ['old.spm', 'rows'])
        self.call(*large)
        self.assertGreater(os.path.getsize(model), 4096)

    def test_long_name_of_a_file_that_is_replaced(self):
        """There is no longer one, for a file beside it."""
        path = self.write('m' * 255, b'mine')
        self.call('site', '--sketch', path, data=b'')
        with open(path, 'rb') as file:
            self.assertNotEqual(file.read(), b'mine')
        self.assertEqual(os.listdir(self.folder.name), ['m' * 255])

    def test_file_that_is_replaced(self):
        """Its mode, its other names and the files beside it stay."""
        for name in 'a', 'a.new':
            os.chmod(self.write(name, b'mine'), 0o600)
        self.call('site', '--sketch', self.path('a'), data=b'')
        with open(self.path('a.new'), 'rb') as file:
            self.assertEqual(file.read(), b'mine')
        self.assertEqual(os.stat(self.path('a')).st_mode & 0o777, 0o600)
        os.chmod(self.path('a'), 0o644)
        self.call('site', '--sketch', self.path('a'), data=b'')
        self.assertEqual(os.stat(self.path('a')).st_mode & 0o777, 0o644)
        os.link(self.write('b', b'mine'), self.path('c'))
        os.symlink('c', self.path('d'))
        self.call('site', '--sketch', self.path('d'), data=b'')
        with open(self.path('a'), 'rb') as a, open(self.path('b'), 'rb') as b:
            self.assertEqual(a.read(), b.read())
        self.assertTrue(os.path.islink(self.path('d')))
        self.assertEqual(len(os.listdir(self.folder.name)), 5)

    def test_second_look(self):
        """Trees become part of a model, which a database reads again."""
        rows = self.write('rows', b'{"text":"a b","label":"legit",'
                          b'"held_out":true}\n')
        trees = self.write('trees', b'{"gate":-1000000,"roots":[0,0,0,0],'
                           b'"nodes":[[0,256,0,0,0]]}')
        os.makedirs(self.path('model'))
        self.call('train', '--keep-weights', '--second-look', trees,
                  '--output', self.path('model/m.spm'), rows)
        lines = self.write('lines', b'a b\n')
        with_trees, plain = (json.loads(self.call(
            'headlines', '--json', *more, lines))['score']
            for more in (['--db', self.folder.name], []))
        self.assertNotEqual(with_trees, plain)

    def test_likely_measured(self):
        """A file of trees may hold the threshold that goes with them."""
        rows = self.write('rows', b'{"text":"a b","label":"legit",'
                          b'"held_out":true}\n')
        for likely, code, more in ((b'7000', 0, []), (b'0', 65, []),
                                   (b'"x"', 65, []), (b'1073741824', 65, []),
                                   (b'7000', 0, ['--likely', '5'])):
            trees = self.write('trees', b'{"gate":0,"roots":[0,0,0,0],'
                               b'"likely":' + likely +
                               b',"nodes":[[0,0,0,0,0]]}')
            self.call('train', '--keep-weights', '--second-look', trees,
                      '--output', self.path('m.spm'), *more, rows, code=code)
            if code == 0:
                self.assertEqual('likely from 7000' in self.errors, not more)

    def test_glance(self):
        """It takes as many bytes as it has weights, or none."""
        rows = self.write('rows', b'{"text":"a b","label":"legit"}\n')
        sizes = []
        for loss in ('0', '0.01', '1'):
            self.call(*TRAIN, '--glance-loss', loss, '--output',
                      self.path('m.spm'), rows)
            sizes.append(os.path.getsize(self.path('m.spm')))
            self.assertIn('a glance is enough for', self.errors)
        self.assertEqual(sizes, [sizes[0]] + 2 * [sizes[0] + (1 << 18)])
        calm, farm = '图书馆周末延长开放时间', '算力飙升417.3%背后的产业变局'
        lines = self.write('lines', f'{calm}\n{farm}\n'.encode())
        plain, quick = (self.call('headlines', *more, lines).split(b'\n')
                        for more in ([], ['--glance']))
        self.assertNotEqual(plain[0], quick[0])
        self.assertEqual(plain[1:], quick[1:])
        for more, found in (([], False), (['--glance'], True)):
            said = self.call('explain', '--headline', calm, *more)
            self.assertEqual(b'glance.characters' in said, found)
        self.call('explain', '--glance', lines, code=64)
        for loss in ('-0.1', '1.1', 'nan', 'x'):
            self.refuse('train', '--glance-loss', loss, rows)

    def test_nothing_held_out(self):
        """Such a model's labels and probabilities say nothing."""
        row = b'{"text":"a","label":"legit"}\n'
        small = [*TRAIN, '--output', self.path('m.spm')]
        self.call(*small, data=row)
        self.assertIn('the model has no thresholds', self.errors)
        self.call(*small, data=row + row[:-2] + b',"held_out":true}\n')
        self.assertNotIn('thresholds', self.errors)

    def test_language(self):
        """What trees see of the order of characters takes what was said."""
        rows = self.write('rows', b'{"text":"a b","label":"legit"}\n')
        sizes = []
        for bits in '0', '12':
            model = self.path('m' + bits)
            self.call(*TRAIN, '--language-bits', bits, '--output', model,
                      rows)
            sizes.append(os.path.getsize(model))
        self.assertEqual(sizes[1] - sizes[0], 4096)
        self.call('train', '--language-bits', '25', rows, code=64)

    def test_trees_that_are_none(self):
        rows = self.write('rows', b'{"text":"a","label":"legit"}\n')
        for text in (b'', b'[]', b'{"gate":0}', b'{"gate":0,"roots":[],'
                     b'"nodes":[]}', b'{"gate":0,"roots":[0,0,0,0],'
                     b'"nodes":[[0,0,0,0]]}', b'{"gate":0,"roots":[0,0,0,"a"]'
                     b',"nodes":[[0,0,0,0,0]]}'):
            trees = self.write('trees', text)
            self.call('train', '--second-look', trees, rows, code=65)
            self.assertIn('make second-look', self.errors)
        trees = self.write('trees', b'{"gate":0,"roots":[0,0,0,1],'
                           b'"nodes":[[0,0,0,0,0]]}')
        self.call('train', '--second-look', trees, rows, code=64)
        self.assertIn('out of range', self.errors)

    def test_trees_that_cannot_be_read(self):
        for path, why in ((self.path('none'), 'no such file'),
                          (self.folder.name, 'is a directory')):
            self.call('train', '--second-look', path, code=66, data=b'')
            self.assertIn(f'spamcls: train: {path}: {why}', self.errors)

    def test_rows_that_are_none(self):
        """The line and the fault are told, and no model is left behind."""
        good = b'{"text":"a","label":"legit"}\n'
        model = self.path('model.spm')
        for row, word in ((b'[1]', 'line 2 is no JSON object'),
                          (b'{"text":', 'line 2 is no JSON object'),
                          (good[:-2] + b',"weight":-1}', 'line 2: its weight'),
                          (good[:-2] + b',"weight":1e9}', '0 to 1000000')):
            rows = self.write('rows', good + row + b'\n')
            self.call(*TRAIN, '--output', model, rows, code=65)
            self.assertIn(word, self.errors)
            self.assertFalse(os.path.exists(model))
        rows = self.write('rows', b'x' * (65 << 20))
        self.call(*TRAIN, rows, code=65)
        self.assertIn('line 1 is too long', self.errors)
        rows = self.write('rows', b'{"text":"a","label":"spam"}\n')
        self.call(*TRAIN, rows, code=65)
        self.assertIn('templated, download_spam', self.errors)

    def model_of(self, label, *options, **more):
        """Of twenty rows of that label, half of them held out, among others
        that are always the same."""
        rows = [{'text': f'tea {k * k} of {k}', 'label': label,
                 'held_out': k % 2 == 0, **more}
                for k in range(20)]
        rows += [{'text': f'{k} {word}', 'label': kind,
                  'held_out': k % 3 == 0}
                 for k in range(30) for word, kind in (
                     ('boats', 'legit'), ('tea sale', 'templated'))]
        return self.call(*TRAIN, *options, '--output', '-', data='\n'.join(
                             json.dumps(row) for row in rows).encode())

    def test_training_options(self):
        """Each one makes another model."""
        models = {self.model_of('legit')}
        options = (['--epochs', '1'], ['--rate', '1'], ['--l1', '3'],
                   ['--l2', '40'], ['--drop', '0'], ['--bits', '9'],
                   ['--likely', '400000'], ['--certain', '400000'])
        for call in options:
            models.add(self.model_of('legit', *call))
        self.assertEqual(len(models), 1 + len(options))

    def test_labels(self):
        """What data/model/README.md says of a label and of a row's fields."""
        honest, garbage = self.model_of('legit'), self.model_of('templated')
        same = {'news': honest, 'hot_topic': honest, 'legit': honest,
                'adult_gambling': garbage, 'download_spam': garbage,
                'clickbait': self.model_of('legit', ordinary=False),
                'web_title': self.model_of('legit', ordinary=False,
                                           weight=0.2),
                'page_line': self.model_of('legit', ordinary=False,
                                           weight=0.5)}
        self.assertEqual(len(set(same.values())), 5)
        for label, model in same.items():
            self.assertEqual(self.model_of(label), model, label)
        self.assertNotEqual(self.model_of('templated', family='a'), garbage)
        self.assertEqual(self.model_of('legit', family=7, ordinary=True,
                                       weight='2'), honest)

    def test_seed(self):
        small = [*TRAIN, '--output', '-']
        rows = '\n'.join(json.dumps({
            'text': f'{k} {word}', 'label': label}) for k in range(30)
            for word, label in (('boats', 'legit'), ('sale', 'templated')))
        first, again, other = (
            self.call(*small, *more, data=rows.encode())
            for more in ([], ['--seed', '1'], ['--seed', '2']))
        self.assertEqual(first, again)
        self.assertNotEqual(first, other)

    def test_train_beside_a_broken_model(self):
        """The one that is there is not looked at, unless it is kept."""
        row = b'{"text":"a","label":"legit"}\n'
        self.write('old.spm', b'not a model')
        there = ['--db', self.folder.name, '--output', '-']
        self.call(*TRAIN, *there, data=row)
        self.call('train', *there, '--keep-weights', data=row, code=65)

    def test_rows_as_they_come(self):
        """Line ends of either kind, blank lines, none at the end, gzip."""
        row = b'{"text":"a","label":"legit"}'
        small = [*TRAIN, '--output', '-']
        plain = self.call(*small, data=row + b'\n' + row)
        for data in (row + b'\r\n\r\n' + row + b'\r\n',
                     b' \t\n' + row + b'\n\n' + row + b'\n \n',
                     gzip.compress(row + b'\n' + row)):
            self.assertEqual(self.call(*small, data=data), plain)

    def test_version(self):
        self.assertRegex(self.call('--version'), rb'^spamcls \d+\.\d+\.\d+$')

    def test_no_file(self):
        for command in 'explain', 'train', 'rules', 'headlines':
            self.call(command, self.path('none'), code=66)
            self.assertIn(self.path('none'), self.errors)

    def test_directory(self):
        """Said of every command that reads a file; the other files count."""
        for command in 'explain', 'train', 'rules', 'headlines', 'split':
            self.call(command, self.folder.name, code=66)
            self.assertIn(f'{self.folder.name}: is a directory', self.errors)
        plain = self.write('a', b'A line\n')
        out = self.call('split', self.folder.name, plain, code=66)
        self.assertEqual(out, b'A line\n')
        out = self.call('headlines', self.folder.name, plain, code=66)
        self.assertEqual(out.count(b'\n'), 1)
        self.call('score', '--', plain)

    def test_exit_code(self):
        plain = self.write('a.txt', '市图书馆周末延长开放时间。\n'.encode())
        self.call('score', '--exit-code', plain)
        self.call('score', '--exit-code', plain, SAMPLE, code=2)
        self.call('score', '--exit-code', SAMPLE, plain, code=2)
        rows = self.call('split', '--json', SAMPLE, plain)
        for order in rows.splitlines(), rows.splitlines()[::-1]:
            self.call('score', '--links', '--exit-code',
                      data=b'\n'.join(order), code=2)
        self.call('score', SAMPLE)
        self.call('score', '--exit-code', self.path('none'), SAMPLE, code=66)
        rows = b'{"title":"a","links":["b"]}\n{"title":\n'
        self.assertIn(b'"error"', self.call(
            'score', '--links', '--exit-code', data=rows, code=66))


class Documents(CommandTest):
    def test_unreadable(self):
        pages = self.score(self.path('none'), self.folder.name, SAMPLE)
        self.assertIn('error', pages[0])
        self.assertIn('error', pages[1])
        self.assertEqual(pages[0]['path'], self.path('none'))
        self.assertEqual(pages[2]['verdict'], 'farm')

    def test_no_text(self):
        pages = self.score(self.write('a.pdf', PDF), self.write('b', PNG))
        for page in pages:
            self.assertEqual(page['verdict'], 'none')
            self.assertEqual((page['score'], page['reasons']), (0, []))
            self.assertIn('not_text', page['flags'])
        self.assertIn(b'not_text', self.call('explain', self.path('b')))

    def test_split_tells_how_it_read(self):
        """As score does: by the same names, the same values."""
        pdf = self.write('a.pdf', PDF)
        for more in ([SAMPLE], [pdf], ['--max-text', '90', SAMPLE],
                     ['--charset', 'nope', self.write('a', b'\xff<p>a')]):
            parts, = map(json.loads, self.call(
                'split', '--json', *more).splitlines())
            page, = self.score(*more)
            for name in ('charset', 'charset_source', 'repairs', 'kind',
                         'title', 'segments'):
                self.assertEqual(parts[name], page[name])
            links = [link for found in parts['lists']
                     for link in found.pop('links')]
            self.assertEqual(parts['lists'], page['lists'])
            self.assertEqual(links, [{name: link[name] for name in (
                'text', 'href', 'begin', 'end')} for link in page['links']])
            self.assertEqual(parts['flags'], [
                flag for flag in page['flags'] if flag != 'sampled_body'])

    def test_split_of_a_part(self):
        """Text has no flags: what is missing is told beside it."""
        self.call('split', SAMPLE)
        self.assertEqual(self.errors, '')
        pdf = self.write('a.pdf', PDF)
        self.call('split', '--max-text', '90', '--max-blocks', '2', SAMPLE,
                  pdf)
        self.assertEqual(self.errors, ''.join(
            f'spamcls: split: {line}\n' for line in (
                f'{SAMPLE}: not all of it: truncated_text',
                f'{pdf}: is no text')))
        self.call('split', '--max-blocks', '2', '--markdown', SAMPLE)
        self.assertIn('truncated_blocks', self.errors)

    def test_markdown(self):
        body = ('The lamp was put up in the winter when the bridge was '
                'closed, and the town paid for it without a word.',
                'A boy from the bakery lights it at five. He says that the '
                'evening only begins when it burns.')
        links = ('Why the north bank still has no proper bus stop',
                 'Council votes to keep the old swimming pool open')
        page = '<title>The lamp</title><h1>The lamp</h1><p>{}<h2>Who</h2>' \
            '<p>{}<h3>Related stories</h3><ul><li><a href=/1>{}</a>' \
            '<li><a href=/2>{}</a></ul>'.format(*body, *links)
        self.assertEqual(
            self.call('split', '--markdown', data=page.encode()).decode(),
            '# The lamp\n\n{}\n\n## Who\n\n{}\n\n### Related stories\n\n'
            '- [{}](/1)\n- [{}](/2)\n\n'.format(*body, *links))

    def test_markdown_forms(self):
        """What is a list or code is one; what only looks so is text."""
        page = '''<title>Tool</title><main><article>
            <p>The tool needs a compiler and a quarter of an hour. Begin with
            the packages, then run the build.
            <h4>Packages</h4><ul><li>a compiler, of the
            last ten years<li>1. make, for it runs the build</ul>
            <pre>\n  if x:\n    y = '```'\n</pre>
            <p># 1 is the first of them, and the rest follow in their order,
            as the people of the tool have put them down.
            <p>12) is what the old manual says of it. Nobody knows why, and
            nobody has asked for years.
            <p>12 of them are left. They stand in the cellar, and when it
            rains someone has to carry them up.'''
        out = self.call('split', '--markdown', data=page.encode()).decode()
        parts = out.split('\n\n')
        self.assertEqual(parts[2:6], [
            '#### Packages', '- a compiler, of the last ten years\n'
            '- 1\\. make, for it runs the build',
            "````\n  if x:\n    y = '```'\n````", parts[5]])
        self.assertTrue(parts[5].startswith('\\# 1 is the first'), parts[5])
        self.assertTrue(parts[6].startswith('12\\) is what the'), parts[6])
        self.assertTrue(parts[7].startswith('12 of them are'), parts[7])
        body = self.call('split', data=page.encode()).decode()
        self.assertIn("\n  if x:\n    y = '```'\n# 1 is", body)
        found = json.loads(self.call('split', '--json', data=page.encode()))
        self.assertEqual([x['form'] for x in found['segments']
                          if 'form' in x], ['item', 'code'])
        self.assertEqual([x['level'] for x in found['segments']
                          if 'level' in x], [4])
        scored, = self.score(data=page.encode())
        self.assertEqual(scored['segments'], found['segments'])

    def test_markdown_marks(self):
        """Of plain text, too, nothing becomes anything else."""
        text = '''Begin
    Four blanks are before this line, and it is prose. It goes on.
   # one is what they called the first of the boats. It sank.
___ is what the old sign said. Nobody knew what it meant.
[a]: it stood there for years, and people read it aloud.
They write <b> where others write in bold. It is a habit.
'''
        out = self.call('split', '--markdown', '--kind', 'text',
                        data=text.encode()).decode()
        self.assertEqual(out.split('\n\n')[1:6],
            ['Four blanks are before this line, and it is prose. It goes '
                 'on.', '\\# one is what they called the first of the boats. '
                 'It sank.', '\\___ is what the old sign said. Nobody knew '
                 'what it meant.', '\\[a]: it stood there for years, and '
                 'people read it aloud.', 'They write \\<b> where others '
                 'write in bold. It is a habit.'])
        page = '''<title>Boats</title><main><article>
            <p>The boats of the town are drawn in the harbour office. Begin
            with the first of them, then go on as it stands below.
            <pre>a = "````"\n~~~~~~ is drawn\n# x is one line of it</pre>
            <p>The rest of them follow in their order, as the people of the
            office have put them down. Nobody has asked for years.
            </article></main><ul><li><a href=/1>The first<br># line of the
            headline<br> - and its end</a><li><a href=/2>Another headline of
            six whole words</a></ul>'''
        out = self.call('split', '--markdown', data=page.encode()).decode()
        self.assertIn('\n`````\na = "````"\n~~~~~~ is drawn\n'
                      '# x is one line of it\n`````\n', out)
        self.assertNotIn('\n# line', out)

    def test_markdown_links(self):
        """A text or target with marks of its own is still one link."""
        links = ('/a', 'Library hours are longer on weekends'), \
            (' /a b\n', 'How to [get] a library card](x'), \
            ('/c)d<', 'Volunteers sign up from next Monday')
        page = self.write('a.html', (
            '<h1>The library</h1><p>The library of the town is open from '
            'nine to six, but for Sundays.</p><h3>Related</h3><ul>{}</ul>'
        ).format(''.join(f'<li><a href="{href}">{text}</a>'
                         for href, text in links)).encode())
        self.assertEqual(
            self.call('split', '--markdown', page).decode().split(
                'Related\n\n')[-1],
            '- [Library hours are longer on weekends](/a)\n'
            r'- [How to \[get\] a library card\](x](</a b>)' '\n'
            r'- [Volunteers sign up from next Monday](</c)d\<>)' '\n\n')
        out = self.call('split', '--markdown', '--links',
                        data=b'\nThe [old] \\ workshop\n')
        self.assertIn(br'- The \[old\] \\ workshop', out)

    def test_links_of_no_page(self):
        """What split could not read is not clean to who takes it on."""
        paths = [self.path('none'), self.write('a.pdf', PDF), SAMPLE]
        parts = self.call('split', '--json', *paths)
        for call in ['score'], ['split', '--json']:
            answers = [json.loads(line) for line in self.call(
                *call, '--links', data=parts).splitlines()]
            self.assertEqual([x['path'] for x in answers], paths)
            self.assertEqual([x.get('error') for x in answers],
                             ['no such file', 'its page is no text', None])
        for error in '', 'x' * 300, 7:
            answer, = self.score('--links', data=json.dumps(
                {'path': 'p', 'error': error}).encode())
            self.assertEqual(answer, {'path': 'p',
                                      'error': 'its page was not read'})
        self.call('score', '--links', '--exit-code', data=parts, code=66)
        out = self.call('split', '--links', '--markdown', data=parts, code=66)
        self.assertNotIn(b'error', out)
        self.assertIn("a line's page was not read", self.errors)

    def test_links_that_begin_with_a_brace(self):
        """An unfilled slot is a headline; only an object is JSON."""
        text = '{{city}}\n{{city}}推荐\n旧仓库改成了公共工坊\n'.encode()
        answer, = self.score('--links', self.write('a.links', text))
        self.assertEqual(len(answer['links']), 2)
        text = '{"headline":"新门开了"},\n旧仓库改成了公共工坊\n'.encode()
        answer, = self.score('--links', self.write('c.links', text))
        self.assertEqual(len(answer['links']), 1)
        row = b'{ "title": "a", "links": [{"text": "b"}]}\n'
        answer, = self.score('--links', self.write('b.links', b' \n' + row))
        self.assertEqual([x['text'] for x in answer['links']], ['b'])

    def test_links_of_lists_or_of_the_page(self):
        """Those of lists where there are any; line ends and TABs, which part
        the lines that the library reads, are blanks in a text."""
        own = {'title': 'a\tb\nc', 'links': [
            {'text': 'x\ty\nz', 'href': '/q'}, 'k', {'href': '/r'}, 7]}
        for lists, expected in (
                ([], [['x y z', '/q'], ['k', '']]),
                ([{'links': []}], [['x y z', '/q'], ['k', '']]),
                ([{'links': ['l']}, {'links': ['m']}],
                 [['l', ''], ['m', '']])):
            row = json.dumps({**own, 'lists': lists}).encode()
            page, = self.score('--links', data=row)
            self.assertEqual(page['title'], 'a b c')
            self.assertEqual([[link['text'], link['href']]
                              for link in page['links']], expected)

    def test_links_of_many_pages(self):
        """A limit is one page's, not that of the file with their links."""
        row = json.dumps({'title': 'a', 'links': ['b' * 50]}).encode() + b'\n'
        pages = self.score('--links', '--max-input', '60', data=row * 9)
        self.assertEqual([page.get('flags') for page in pages],
                         [pages[0]['flags']] * 9)
        self.assertNotIn('truncated_input', pages[0]['flags'])

    def test_links_over_lines(self):
        """JSON that is not one object a line has no headlines for lines."""
        page = {'title': 'a', 'links': [{'text': 'b'}]}
        for text in (json.dumps(page, indent=1), json.dumps([page]),
                     json.dumps([page], indent=1), '{\n', '  [ {"text":1}]'):
            answer, = self.score('--links', self.write('a', text.encode()))
            self.assertEqual(answer['error'],
                             'its JSON is not one object a line')
        for text in '[图集]旧仓库改成了公共工坊', '[{a}]', '{':
            text = f'标题\n{text}\n'.encode()
            answer, = self.score('--links', self.write('b', text))
            self.assertEqual(len(answer['links']), 1)

    def test_gzip(self):
        with open(SAMPLE, 'rb') as file:
            data = file.read()
        plain = self.score(data=data)
        self.assertEqual(self.score(data=gzip.compress(data)), plain)
        cut = self.write('a.gz', gzip.compress(data)[:200])
        page, = self.score(cut)
        self.assertIn('gzip', page['error'])
        answers = self.call('headlines', data=data)
        self.assertEqual(self.call('headlines', data=gzip.compress(data)),
                         answers)
        self.call('headlines', cut, code=66)
        self.assertIn('gzip', self.errors)

    def test_zstd(self):
        """Frames, whatever they are cut into and what is passed over between
        them, are told by how they begin, and no name."""
        with open(SAMPLE, 'rb') as file:
            data = file.read()
        parts = [data[i:i + 100] for i in range(0, len(data), 100)]
        answers = self.score(data=data), self.call('headlines', data=data)
        skipped = zstd.skippable(b''), zstd.skippable(b'\x28\xb5' * 50000, 15)
        for packed in (zstd.frame(data), zstd.frame(*parts),
                       zstd.plain_frame(data, 27),
                       b''.join(map(zstd.frame, parts)),
                       skipped[0] + zstd.frame(data) + skipped[1],
                       skipped[1] + zstd.frame(b'') + skipped[0]
                       + zstd.frame(*parts), zstd.frame(data) + bytes(99)):
            self.assertEqual(self.score(data=packed), answers[0])
            self.assertEqual(self.call('headlines', data=packed), answers[1])
        for command in 'split', 'explain':
            self.assertEqual(self.call(command, self.write('a.txt', packed)),
                             self.call(command, self.write('a.txt', data)))
        for bytes_as_they_are in packed[:3], b'P*M\x17' + packed[4:]:
            self.assertNotIn('error',
                             self.score(data=bytes_as_they_are)[0])

    def test_zstd_of_every_reader(self):
        row = b'{"text":"a headline of a page"}\n'
        links = b'a title\na headline of a page\nanother\n'
        for data, *call in ((row, 'score', '--jsonl'),
                            (links, 'score', '--links'),
                            (b''.join(self.call('score', '--jsonl', data=row)
                                      .splitlines(True)), 'site')):
            self.assertEqual(self.call(*call, data=zstd.frame(data)),
                             self.call(*call, data=data))

    def test_large_zstd(self):
        """Blocks and windows larger than any buffer."""
        lines = b''.join(b'%x%x\n' % (i * i, i ** 5) for i in range(60000))
        plain = self.call('headlines', data=lines)
        for packed in (zstd.frame(lines), zstd.frame(lines, window=10),
                       zstd.frame(lines[:500000], lines[500000:])):
            self.assertEqual(self.call('headlines', data=packed), plain)
        block = lines[:lines.index(b'\n', 100000) + 1]
        head = (len(block) << 3).to_bytes(3, 'little')
        cut = zstd.MAGIC + bytes((0, 56)) + head + block + b'\xff' * 9
        self.assertEqual(self.call('headlines', data=cut, code=66),
                         self.call('headlines', data=block))

    def test_damaged_zstd(self):
        """What is before a fault is answered, block by block; the fault is
        told."""
        lines = [b'headline %d of a page\n' % i for i in range(40)]
        whole = self.call('headlines', data=b''.join(lines)).splitlines()
        frame = zstd.frame(*lines)
        before = len(zstd.frame(*lines[:20], b'')) - 4
        for cut in (frame[:before + 9], frame[:before] + b'\xff' * 99,
                    frame[:before] + frame[before + 9:], frame[:-4],
                    frame[:-1] + bytes((frame[-1] ^ 1,))):
            out = self.call('headlines', data=cut, code=66).splitlines()
            least = 40 if len(cut) > len(frame) - 5 else 19
            self.assertGreaterEqual(len(out), least)
            self.assertEqual(out, whole[:len(out)])
            self.assertIn('zstd is damaged or cut short', self.errors)
        for more in b'\n', lines[0], gzip.compress(lines[0]), frame[:3]:
            out = self.call('headlines', data=frame + more, code=66)
            self.assertEqual(out.splitlines(), whole)
            self.assertIn('behind its zstd', self.errors)

    def test_cut_zstd(self):
        """Wherever it is cut, but between two frames, that is told."""
        frames = [zstd.skippable(b'abc'), zstd.frame(b'one\n'),
                  zstd.frame(b'two\n', b'three\n'),
                  zstd.dictionary_frame(zstd.frame(DICTIONARY))]
        data = b''.join(frames)
        ends = [len(b''.join(frames[:n])) for n in range(len(frames) + 1)]
        for n in range(4, len(data), 1 + len(data) // 300):
            self.call('headlines', data=data[:n], code=0 if n in ends else 66)
            self.assertEqual('zstd' in self.errors, n not in ends)

    def test_zstd_that_wants_more(self):
        text = b'a headline\n'
        plain = self.call('headlines', data=text)
        packed = zstd.plain_frame(text, 27) + zstd.plain_frame(text, 28)
        self.assertEqual(self.call('headlines', data=packed, code=66), plain)
        self.assertIn('above 128 MiB: unpack it (zstd -dc --long=31)',
                      self.errors)
        path = self.write('a', zstd.frame(text, dictionary=DICTIONARY))
        self.assertIn('a dictionary that it does not hold',
                      self.score(path)[0]['error'])

    def test_zstd_dictionary(self):
        text = b'line 7 of the dictionary\n'
        frame = zstd.frame(text, dictionary=DICTIONARY)
        plain = self.call('headlines', data=text)
        for held in DICTIONARY, zstd.frame(DICTIONARY):
            data = zstd.dictionary_frame(held) + frame
            self.assertEqual(self.call('headlines', data=data), plain)
            self.assertEqual(self.call('headlines', data=data + data),
                             2 * plain)
        for held in (b'', b'\x37\xa4\x30', DICTIONARY[:60], b'x' * 9000,
                     DICTIONARY[:4] + bytes(4000), zstd.frame(b'x' * 9000),
                     zstd.frame(DICTIONARY)[:-9], zstd.frame(b''),
                     zstd.frame(DICTIONARY + bytes(8 << 20)),
                     DICTIONARY + bytes(8 << 20)):
            self.call('headlines', data=zstd.dictionary_frame(held) + frame,
                      code=66)
            self.assertIn('zstd dictionary is damaged', self.errors)

    def test_other_packing(self):
        """It is named by every command that reads a FILE, whole or not, and
        is no page and no line.  What only begins alike is text."""
        for begin, name in ((b'\xfd7zXZ\0', 'xz'), (b'BZh91AY&SY', 'bzip2'),
                            (b'BZh11AY&SY', 'bzip2'),
                            (b'\x04\x22\x4d\x18', 'lz4')):
            path = self.write(name, begin + b'\0\n' * 1000)
            for answer in self.score(path) + self.score(data=begin):
                self.assertIn(name, answer['error'])
            for data in (begin[:-1], begin[:-1] + b'x',
                         gzip.compress(begin)):
                self.assertNotIn('error', self.score(data=data)[0])
        for more in '--jsonl', '--links':
            self.assertIn(name, self.score(more, path)[0]['error'])
        for command in 'headlines', 'site', 'split', 'explain', 'train':
            self.call(command, path, code=66)
            self.assertIn(name, self.errors)

    def test_killed(self):
        """What was written by then are whole answers, and at most a piece of
        the next, where the system was writing."""
        path = self.path('out')
        row = json.dumps({'text': '城西图书馆周末开放。\n' * 100}).encode()
        with open(path, 'wb') as out, subprocess.Popen(
                [SPAMCLS, 'score', '--jsonl'], stdin=subprocess.PIPE,
                stdout=out) as run:
            run.stdin.write((row + b'\n') * 400)
            run.stdin.flush()
            while os.path.getsize(path) < 20000:
                time.sleep(0.01)
            run.kill()
        with open(path, 'rb') as file:
            lines = file.read().split(b'\n')
        piece = lines.pop()
        for line in lines:
            self.assertEqual(json.loads(line)['verdict'], 'clean')
        self.assertTrue(lines[0].startswith(piece[:20]))

    def into_a_full_pipe(self, call):
        """What a pipe of one page that blocks no one lets through: an answer
        that fills it is read a while after it stood there, so however slow
        the writer is it has seen that no more goes in."""
        read_end, write_end = os.pipe()
        os.set_blocking(write_end, False)
        fcntl.fcntl(write_end, fcntl.F_SETPIPE_SZ, 4096)
        found = b''
        with subprocess.Popen([SPAMCLS, *call], stdout=write_end,
                              stderr=subprocess.PIPE) as done:
            os.close(write_end)
            while select.select([read_end], [], []):
                time.sleep(0.05)
                piece = os.read(read_end, 4096)
                if not piece:
                    break
                found += piece
            self.assertIn(b'cannot write', done.stderr.read())
        os.close(read_end)
        self.assertEqual(done.returncode, 74)
        return found

    def test_nothing_behind_a_failed_write(self):
        """Also where there is room again."""
        call = ['score', '--threads', '8', *[SAMPLE] * 200]
        whole = self.call(*call)
        for _ in range(5):
            found = self.into_a_full_pipe(call)
            self.assertEqual(found, whole[:len(found)])

    def test_headlines(self):
        """An answer a line, whatever the line ends and wherever a file does;
        one that no memory is spent on is an empty one."""
        first = self.write('a', b'one\r\n\ntwo')
        second = self.write('b', b'x' * (65 << 20) + b'\nthree\n')
        out = self.call('headlines', first, second, code=66)
        self.assertEqual([line.split(b'\t')[3] for line in out.splitlines()],
                         [b'one', b'', b'two', b'', b'three'])
        self.assertIn('64 MiB', self.errors)

    def test_headlines_of_another_charset(self):
        line = '成本降低卫星遥感%\n'
        self.call('headlines', data=line.encode())
        self.assertEqual(self.errors, '')
        self.call('headlines', data=line.encode() + line.encode('gbk') * 3)
        self.assertIn('no UTF-8', self.errors)
        self.assertRegex(self.errors, r': 3\n$')

    def test_byte_order_mark(self):
        """Some editors and spreadsheets put one before UTF-8: it is no part
        of the first line."""
        mark = '\ufeff'.encode()
        row = b'{"path":"p","title":"a","links":["b"],"label":"legit",' \
              b'"text":"a","verdict":"farm"}\n'
        lexicon = self.write('a.txt', mark + b'[ORG]\nsome firm\n')
        for call, data in ((['headlines'], '成本降低卫星遥感%\n'.encode()),
                           (['headlines', '--json'], b'one\r\ntwo\n'),
                           (['score', '--links'], row),
                           (['split', '--links', '--json'], row),
                           (['site', '--json'], row), (['rules', '-'], b''),
                           ([*TRAIN, '--output', '-'], row)):
            self.assertEqual(self.call(*call, data=mark + data),
                             self.call(*call, data=data), call)
        self.assertIn(b'terms    1\n',
                      self.call('info', '--db', os.path.dirname(lexicon)))

    def test_bad_bytes(self):
        """JSON is UTF-8, whatever a line or a file's name holds."""
        bad = [b'\xff', b'\xc0\x80', b'\xe0\x80\x80', b'\xed\xa0\x80',
               b'\xf0\x80\x80\x80', b'\xf4\x90\x80\x80', b'\xe4\xb8', b'\0']
        good = 'é中\U0010ffff\ud7ff\u0800\U00010000'.encode()
        out = self.call('headlines', '--json', data=b'\n'.join(
            b'a' + piece + b'"z' for piece in bad) + b'\n' + good)
        texts = [json.loads(line.decode())['text']
                 for line in out.splitlines()]
        self.assertEqual(texts.pop(), good.decode())
        self.assertEqual(len(texts), len(bad))
        for text in texts[:-1]:
            self.assertRegex(text, '^a\ufffd+"z$')
        self.assertEqual(texts[-1], 'a\0"z')
        name = os.fsencode(self.path('')) + b'\xed\xa0\x80'
        out = self.call('score', name)
        self.assertIn('\ufffd', json.loads(out.decode())['path'])

    def test_flags_of_headlines(self):
        """How each line was read stands beside what is said of it."""
        data = '一座木桥今天上午通车了\n'.encode() * 2
        data += '一座木桥今天上午通车了'.encode() * 9 + b'\na\xffb\n'
        out = self.call('headlines', '--json', '--max-headline', '20',
                        data=data)
        self.assertEqual([json.loads(line)['flags']
                          for line in out.splitlines()],
                         [[], [], ['long_headline'], ['repaired']])

    def test_line_ends_in_json(self):
        """What some readers take for a line's end is escaped."""
        line = 'a\x85b\u2028c\u2029d\x7fe\u2027f\x86~\tg'
        out = self.call('headlines', '--json', data=line.encode()).decode()
        self.assertEqual(len(out.splitlines()), 1)
        self.assertEqual(json.loads(out)['text'], line)
        self.assertNotIn('\x7f', out)
        name = self.write('n\u2028m', b'x')
        self.assertEqual(len(self.call('score', name).decode().splitlines()),
                         1)

    def test_endless(self):
        page, = self.score('/dev/zero')
        self.assertIn('truncated_input', page['flags'])

    def test_threads(self):
        paths = [self.write(f'{i}.txt', b'Line %d.\n' % i * (i + 1))
                 for i in range(60)] + [SAMPLE]
        one = self.call('score', '--threads', '1', *paths)
        self.assertEqual(one, self.call('score', '--threads', '7', *paths))
        # No more than the cores of large machines, whose scripts say so.
        self.assertEqual(one, self.call('score', '--threads', '768', *paths))
        self.assertEqual([json.loads(line)['path']
                          for line in one.splitlines()], paths)

    def test_limits(self):
        """Each limit gives a partial answer and its flag, 0 the default."""
        deep = b'<html>' + b'<div>' * 20 + b'<p>a word'
        links = b'<ul>' + b'<li><a href=/x>A line of this list</a>' * 20
        with open(SAMPLE, 'rb') as file:
            sample = file.read()
        for option, value, data, flag in (
                ('input', 100, sample, 'truncated_input'),
                ('text', 100, sample, 'truncated_text'),
                ('blocks', 3, sample, 'truncated_blocks'),
                ('links', 3, links, 'truncated_links'),
                ('depth', 5, deep, 'truncated_depth'),
                ('headline', 8, sample, 'long_headline'),
                ('steps', 1, sample, 'regex_limit'),
                ('body', 50, sample, 'sampled_body')):
            page, = self.score(f'--max-{option}', str(value), data=data)
            self.assertIn(flag, page['flags'], option)
            self.assertEqual(page['score'], sum(
                reason['weight'] for reason in page['reasons']))
            page, = self.score(f'--max-{option}', '0', data=data)
            self.assertNotIn(flag, page['flags'], option)


class Databases(CommandTest):
    def refuse(self, name, data, place):
        path = self.write(name, data)
        for call in (['score', '--db', self.folder.name, SAMPLE],
                     ['info', '--db', self.folder.name]):
            self.assertEqual(self.call(*call, code=65), b'')
            self.assertIn(f'{path}:{place}', self.errors)
        os.remove(path)

    def test_rule_pack(self):
        pack = b'# a pack\n\nheadline ODD /(unclosed/\n'
        self.refuse('a.rules', pack, '3:')
        path = self.write('a.rules', pack)
        self.call('rules', path, code=65)
        self.assertRegex(self.errors, re.escape(path) + r':3:\d+: \S')

    def test_failing_rule_test(self):
        path = self.write('b.rules', b'headline RISE /up/\nscore RISE 1\n'
                          b'test RISE ok down\ntest RISE fail level\n')
        self.call('rules', path, code=65)
        self.assertIn(f'{path}:3:', self.errors)

    def test_lexicon(self):
        self.refuse('a.txt', b'[ORG]\nfirm\n[NO SUCH]\n', '3:')

    def test_model(self):
        with open(os.path.join(TOP, 'data/model/default.spm'), 'rb') as file:
            model = file.read()
        self.refuse('a.spm', model[:5000], '')
        self.refuse('a.spm', b'not a model\n' * 9, '')
        broken = bytearray(model)
        broken[-1] ^= 1
        self.refuse('a.spm', bytes(broken), '')
        self.assertIn('checksum', self.errors)

    def test_no_directory(self):
        for call in ['score', SAMPLE], ['rules'], ['info']:
            self.call(*call, '--db', self.path('none'), code=65)
            self.assertIn(f'spamcls: {call[0]}: {self.path("none")}: ',
                          self.errors)


class Manual(CommandTest):
    """The help, the manual and the options that are there are the same."""

    def setUp(self):
        super().setUp()
        self.help = self.call('--help').decode()

    def test_options(self):
        known = {'--' + name for name in re.findall(
            r'^\t\{ "([\w-]+)",', read('examples/score/option_table.c'),
            re.M)}
        known |= {'--help', '--version'}
        page = read('examples/score/spamcls.1').replace('\\-', '-')
        for text in self.help, page:
            self.assertEqual(set(re.findall(r'--[a-z][a-z0-9-]*', text)),
                             known)

    def test_table(self):
        """Words of the table are commands, and options of the same ones."""
        table = read('examples/score/option_table.c')
        blocked = re.search(r'#define BLOCKED "(.*)"', table)[1]
        table = table.replace('" BLOCKED', blocked + '"').replace(
            '= BLOCKED', f'= "{blocked}"')
        commands = set(re.findall(r'\{ "(\w+)", command_',
                                  read('examples/score/main.c')))
        rows = [(name, dict(re.findall(r'\.(\w+) = "([^"]*)"', rest)))
                for name, rest in re.findall(
                    r'^\t\{ "([\w-]+)",(.*?) \},$', table, re.M | re.S)]
        owned = [(command, name) for name, row in rows
                 for command in row['of'].split()]
        self.assertEqual(len(owned), len(set(owned)))
        self.assertEqual({command for command, _ in owned}, commands)
        for name, row in rows:
            for word in (row.get('against', '') + ' '
                         + row.get('with', '')).split():
                self.assertTrue(word == 'FILE' or any(
                    (command, word.split('=')[0]) in owned
                    for command in row['of'].split()), (name, word))

    def test_bounds(self):
        """What the table lets through is what the library takes."""
        header = read('lib/base/limits.h')
        table = read('examples/score/option_table.c')
        for option, name in (('max-text', 'TEXT_BYTES'),
                             ('max-depth', 'DEPTH'), ('sites', 'SITES'),
                             ('max-headline', 'HEADLINE'),
                             ('sample', 'SAMPLE')):
            most = re.search(rf'"{option}".*?\.most = ([\d <]+)', table,
                             re.S)[1]
            value = re.search(rf'SCLS_MAX_{name} ([^/]*)', header)[1]
            self.assertEqual(eval(most), eval(value.replace('u', '')), name)

    def test_commands(self):
        known = set(re.findall(r'\{ "(\w+)", command_',
                               read('examples/score/main.c')))
        listed = re.findall(r'^  ([a-z]+) ', self.help, re.M)
        page = read('examples/score/spamcls.1')
        part = page.split('.SH COMMANDS')[1].split('.SH')[0]
        self.assertEqual(set(listed), known)
        for command in known:
            own = ['--top', '2'] if command == 'site' else \
                ['--count', '2'] if command == 'synth' else ['--db', 'a']
            told = self.call(command, '--help').decode()
            for call in ['-h'], [*own, '--help']:
                self.assertEqual(self.call(command, *call).decode(), told)
            self.own_help(command, told)
        self.call('score', '--', '--help')
        self.assertEqual(set(re.findall(r'^\.TP\n\.BR? (\w+)', part, re.M)),
                         known)

    def own_help(self, command, told):
        """A command's help has its own options, each once, and is short."""
        table = read('examples/score/option_table.c')
        rows = re.findall(r'^\t\{ "([\w-]+)",(?:.*?)\.of = "([^"]*)"', table,
                          re.M | re.S)
        own = {'--' + name for name, of in rows if command in of.split()}
        names = [name for line in re.findall(r'^  (--.{18})', told, re.M)
                 for name in re.findall(r'--[a-z][a-z0-9-]*', line)]
        self.assertEqual(len(names), len(set(names)), told)
        self.assertEqual(set(names), own, command)
        self.assertTrue(told.startswith(f'usage: spamcls {command} [OPTION]'))
        for line in told.splitlines()[4:-2]:
            self.assertIn(line, self.help)

    def test_limits(self):
        """The defaults that are told are those of limits.h."""
        header = read('lib/base/limits.h')
        for option, name in (
                ('input', 'INPUT_BYTES'), ('text', 'TEXT_BYTES'),
                ('blocks', 'BLOCKS'), ('links', 'LINKS'), ('depth', 'DEPTH'),
                ('headline', 'HEADLINE'), ('steps', 'REGEX_STEPS'),
                ('body', 'BODY_BYTES')):
            value = re.search(rf'SCLS_LIMIT_{name} (.*)', header)[1]
            number = eval(value.replace('u', ''))  # digits, << and ()
            line = re.search(rf'--max-{option} .*', self.help)[0]
            self.assertIn(f'[{number}]', line)
            page = read('examples/score/spamcls.1').replace('\\-', '-')
            part = page.split(f'--max-{option} ')[1].split('.TP')[0]
            self.assertIn(f'[{number}]', part)

    def test_training_defaults(self):
        header = read('include/spamcls.h')
        for name in ('epochs', 'bits', 'rate', 'drop', 'likely', 'certain'):
            told = re.search(rf'--{name} .*\[([0-9.]+)\]', self.help)[1]
            field = header.split('struct spamcls_train_options')[1]
            value = re.search(rf' {name};.*?\[([0-9.]+)\]', field, re.S)[1]
            self.assertEqual(float(told), float(value), name)

    def test_what_labels_aim_at(self):
        """What the header says of them is what the learners are told."""
        header = read('include/spamcls.h')
        certain, likely = re.search(
            r'aim at (\d+) false alarm[^;]*? and at (\d+) for likely',
            header).groups()
        self.assertIn(f'\nLIKELY = {likely}\n',
                      read('data/model/train_second.py'))
        self.assertRegex(header, rf' certain; .*\[{certain}\]')
        self.assertNotIn('--certain', read('data/model/train.sh'))


run()
