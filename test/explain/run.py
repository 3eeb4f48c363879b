#!/usr/bin/env python3
"""`spamcls explain`: that its numbers add up, and that a page's own text
does nothing but stand there.  usage: run.py"""
import html.parser
import os
import pty
import re
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..'))
from units import SAMPLE, SPAMCLS, FolderTest, run  # noqa: E402

HEADLINE = '云岭重工海上风电突破,效率跃升386.5%背后的技术革命与未来展望'
HOSTILE = os.path.join(os.path.dirname(__file__), 'hostile.txt')

# A C1 byte, an overlong form, half of a pair, too high, cut short.
BAD_BYTES = (b'\x9b', b'\xe0\x80\x80', b'\xed\xa0\x80', b'\xf4\x90\x80\x80',
             b'\xe4\xb8')

TAGS = set('html head meta title style body header main section h1 h2 p b br '
           'small span div ul li i ol details summary'.split())
VOID = {'meta', 'br'}
OPTIONAL = {'li'}
ATTRIBUTES = {'charset', 'http-equiv', 'content', 'name', 'lang', 'class',
              'style', 'title', 'tabindex', 'data-m'}
STYLE = re.compile(r'(--t|--zero|left|width):-?[0-9.]+%?;?')


class Reader(html.parser.HTMLParser):
    """Elements in order, and the text of those with a class."""

    def __init__(self, text):
        super().__init__()
        self.stack, self.faults, self.parts, self.bars = [], [], [], []
        self.attributes = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        if tag not in TAGS:
            self.faults.append(f'<{tag}>')
        for name, value in attrs:
            if name not in ATTRIBUTES:
                self.faults.append(f'{tag} {name}={value}')
            if name == 'style' and STYLE.sub('', value):
                self.faults.append(f'style={value}')
        self.attributes.append((tag, dict(attrs)))
        kind = dict(attrs).get('class', '').split()
        if tag not in VOID:
            self.stack.append((tag, kind))
            self.parts.append([tag, kind, ''])
        if 'bar' in kind:
            self.bars.append(dict(attrs)['style'])

    def handle_endtag(self, tag):
        while self.stack and self.stack[-1][0] != tag \
                and self.stack[-1][0] in OPTIONAL:
            self.stack.pop()
        if not self.stack or self.stack.pop()[0] != tag:
            self.faults.append(f'</{tag}>')

    def handle_data(self, data):
        if self.parts:
            self.parts[-1][2] += data


def numbers(text):
    """Groups of (weight, left, width) of the bars of each table."""
    tables = []
    for table in text.split('<div class="why">')[1:]:
        rows = re.findall(
            r'<(div|summary) class="row( total)?".*?class="w">([-+.\d]+)<.*?'
            r'class="bar \w+" style="left:([.\d]+)%;width:([.\d]+)%', table,
            re.S)
        end = [i for i, row in enumerate(rows) if row[1]][0]
        tables.append([(kind, float(w), float(left), float(width))
                       for kind, _, w, left, width in rows[:end + 1]])
    return tables


# A body of paragraphs, a list and code.
GUIDE = '''<title>Tool</title><main><article><p>The tool needs a compiler and a
    quarter of an hour. Begin with the packages, then run the build.
    <ul><li>a compiler, of the last ten years<li>make, for it runs the
    build</ul><pre>make all\n  make check</pre><p>The rest of them follow in
    their order, as the people of the tool have put them down.'''


def read_terminal(own):
    """All that was written at its other end, which is closed: a busy machine
    hands it over in parts."""
    found = b''
    with os.fdopen(own, 'rb', buffering=0) as file:
        try:
            while more := file.read(65536):
                found += more
        except OSError:
            pass  # so Linux says that it is the end
    return found


class ExplainTest(FolderTest):
    def run_tool(self, *arguments, **more):
        return self.call('explain', *arguments, **more).decode()


class Html(ExplainTest):
    def check_table(self, rows):
        """Bars begin where the one before ended and add up to the sum."""
        *rows, total = rows
        plain = [r for r in rows if r[0] == 'div']
        self.assertAlmostEqual(sum(r[1] for r in plain), total[1],
                               delta=0.001 * len(plain))
        weights = [abs(r[1]) for r in plain]
        self.assertEqual(weights, sorted(weights, reverse=True))
        at = None
        for _, weight, left, width in plain:
            begin, end = (left, left + width)[::1 if weight > 0 else -1]
            if at is not None:
                self.assertAlmostEqual(begin, at, delta=0.03)
            at = end
        self.assertAlmostEqual(at, total[2] + total[3] if total[1] > 0
                               else total[2], delta=0.03)

    def test_bars_add_up(self):
        tables = numbers(self.run_tool('--html', SAMPLE))
        self.assertGreater(len(tables), 10)
        for rows in tables:
            self.check_table(rows)

    def test_folded_ones(self):
        rows = numbers(self.run_tool('--html', SAMPLE))[0]
        at = [i for i, row in enumerate(rows) if row[0] == 'summary'][0]
        self.assertAlmostEqual(rows[at][1],
                               sum(r[1] for r in rows[at + 1:-1]),
                               delta=0.01)

    def test_one_file(self):
        for arguments in [SAMPLE], ['--headline', HEADLINE]:
            text = self.run_tool('--html', *arguments)
            reader = Reader(text)
            self.assertEqual(reader.faults, [])
            self.assertEqual(reader.stack, [])
            self.assertNotRegex(text, r'url\(|@import|https?:')
            self.assertIn(('meta', {'name': 'viewport', 'content':
                                    'width=device-width, initial-scale=1'}),
                          reader.attributes)
            self.assertIn('prefers-color-scheme:dark', text)
            self.assertIn("default-src 'none'", text)

    def test_whole_text(self):
        """Nothing of the page is lost, nothing is added between."""
        reader = Reader(self.run_tool('--html', SAMPLE))
        said = ''.join(text for tag, _, text in reader.parts)
        with open(SAMPLE, encoding='utf-8') as file:
            for line in file.read().splitlines():
                if '猜' not in line:
                    self.assertIn(line.strip(), said)

    def test_one_part_a_role(self):
        """However many forms a body has."""
        path = self.write('page.html', GUIDE)
        made = self.run_tool('--html', path)
        told = self.run_tool(path)
        self.assertEqual(made.count('<div class="part body"><b>'), 1)
        self.assertNotIn('<div class="part body">\n', made)
        self.assertEqual(told.count('[body '), 1)
        for text in made, told:
            self.assertIn('make all\n  make check\n', text)

    def test_both_languages(self):
        text = self.run_tool('--html', SAMPLE)
        for words in ('内容农场 farm', '列表标题 <small lang="en">',
                      '百分比 · percentage', '基准分', 'starting point'):
            self.assertIn(words, text)

    def test_directions(self):
        """A line's own script says where it begins, in the browser."""
        page = self.run_tool('--html', SAMPLE)
        self.assertIn('h1,.text,.hl,.pattern{unicode-bidi:plaintext', page)
        self.assertIn('hardly ever score so high', page)

    def test_hostile_text(self):
        with open(HOSTILE, encoding='utf-8') as source:
            hostile = source.read()
        name = self.write('"><script>alert(1)<', hostile)
        for kind in 'text', 'html':
            text = self.run_tool('--html', '--kind', kind, name)
            self.assertEqual(Reader(text).faults, [])
            self.assertNotIn('<script', text)
        said = ''.join(p[2] for p in Reader(self.run_tool(
            '--html', '--kind', 'text', HOSTILE)).parts)
        for line in hostile.splitlines():
            self.assertIn(line, said)

    def test_hostile_headline(self):
        with open(HOSTILE, encoding='utf-8') as file:
            lines = file.read().splitlines()
        for line in lines:
            reader = Reader(self.run_tool('--html', '--headline', line))
            self.assertEqual(reader.faults, [])
            self.assertIn(line, ''.join(p[2] for p in reader.parts))

    def test_bad_bytes(self):
        """run_tool decodes what it gets: it has to be UTF-8."""
        for bad in BAD_BYTES:
            reader = Reader(self.run_tool('--html', '--headline',
                                          b'a' + bad + b'<z'))
            self.assertEqual(reader.faults, [])
            self.assertRegex(''.join(p[2] for p in reader.parts),
                             'a\ufffd+<z')
        text = self.run_tool('--html', '--headline', 'a\x1bb\x01c')
        self.assertNotRegex(text, r'[\0-\x08\x0b-\x1f]')
        self.assertIn('a b c', text)


class Probability(ExplainTest):
    """Of what is not certain nobody is told 100 %, or 0 %."""

    def said(self, *arguments):
        text = self.run_tool(*arguments)
        page = Reader(self.run_tool('--html', *arguments))
        words = ''.join(part[2] for part in page.parts)
        tinted = [p[2] for p in page.parts if p[1] == ['p']]
        return (re.findall(r'probability ([^\s,]+)', text)
                + re.findall(r'^  (?:clean|likely|certain) +(\S+)', text,
                             re.M),
                re.findall(r'probability *(\S+)', words) + tinted)

    def test_alike(self):
        for arguments in [SAMPLE], ['--headline', HEADLINE]:
            text, page = self.said(*arguments)
            self.assertEqual(text, page)
            self.assertIn('>99.9%', text)
            for probability in text:
                self.assertRegex(probability, r'^(>99\.9|<0\.1|\d+\.\d)%$')
                self.assertNotIn(probability, ('100.0%', '0.0%'))

    def test_small(self):
        text, page = self.said('--links', self.write(
            'links', 'Title\nA line to see\nAnother line\n'))
        self.assertEqual(text, page)
        self.assertEqual(text[0], '<0.1%')


class Nothing(ExplainTest):
    """Of a page without text it is said that there is none."""

    def test_said(self):
        for data, words in ((b'', 'no text was found'),
                            (b'\x89PNG\r\n\x1a\n\0\0', 'is no text')):
            path = self.write('page', data)
            for more in [], ['--html']:
                out = self.run_tool(*more, path)
                self.assertIn(words, out)
                if data:
                    self.assertNotIn('probability', out)
        self.assertNotIn('no text', self.run_tool(SAMPLE))


class Notes(ExplainTest):
    """How a page or a line was read is told in words of both languages:
    every flag, and what option reads more."""
    PAGE = ('<meta charset=x-none><p>' + 'A lamp was put up. ' * 90
            + '<p hidden>Not seen.<ul>'
            + '<li><a href=a>One line of a list of links</a>' * 9
            + '<b>' * 300 + 'end').encode()
    CASES = (
        ((), ('hidden_text: the page holds text', '隐藏文字',
              'unknown_charset: the charset', '字符编码无法识别',
              'truncated_depth: elements', '嵌套过深')),
        (('--max-input', '300'), ('truncated_input: the file', '--max-input',
                                  '文件过大')),
        (('--max-text', '300'), ('truncated_text: the text', '--max-text',
                                 '文字过长')),
        (('--max-blocks', '3'), ('truncated_blocks: par', '--max-blocks',
                                 '段落过多')),
        (('--max-links', '3'), ('truncated_links: links', '--max-links',
                                '链接过多')),
        (('--max-headline', '9'), ('long_headline: of a', '--max-headline',
                                   '标题过长')),
        (('--max-body', '99'), ('sampled_body: of the', '--max-body',
                                '正文较长')),
    )

    def check_told(self, words, *arguments):
        text = self.run_tool(*arguments)
        page = self.run_tool('--html', *arguments)
        for word in words:
            self.assertIn(word, text)
            self.assertIn(word.partition(': ')[2] or word, page)

    def test_page(self):
        path = self.write('page.html', self.PAGE)
        for more, words in self.CASES:
            self.check_told(words, *more, path)
        path = self.write('bad.txt', '城西图书馆新增自助还书机。'.encode() * 9
                          + b'\xff\n')
        self.check_told(('repaired: bytes', '有字节无法识别'), '--charset',
                        'utf-8', path)

    def test_headline(self):
        self.check_told(self.CASES[5][1], '--max-headline', '9',
                        '--headline', HEADLINE)
        self.check_told(('repaired: bytes',), '--headline', b'a\xffb')

    def test_nothing_to_note(self):
        for arguments in (SAMPLE,), ('--headline', HEADLINE):
            self.assertNotIn('--max', self.run_tool(*arguments))
            self.assertNotIn('--max', self.run_tool('--html', *arguments))

    def test_every_flag(self):
        """A flag that comes later gets its words, too."""
        root = os.path.join(os.path.dirname(__file__), '..', '..')
        with open(os.path.join(root, 'include', 'spamcls.h')) as file:
            flags = set(re.findall(r'#define SPAMCLS_FLAG_(\w+)',
                                   file.read()))
        with open(os.path.join(root, 'examples', 'score', 'explain',
                               'explain_notes.c')) as file:
            told = set(re.findall(r'{ SPAMCLS_FLAG_(\w+)', file.read()))
        self.assertEqual(flags, told)


class Words(ExplainTest):
    """A reason says by itself what it is, and what it speaks for."""
    GROUPS = ('wording', 'word_part', 'frame', 'slot_order', 'slot_pair',
              'outline')
    LINES = (HEADLINE, '市图书馆今日起延长开放时间',
             '9月1日起火车票网购须实名',
             'Download free MOD APK v38.6 unlimited coins 2024',
             'The council opens a new library on Saturday')

    def test_for_and_against(self):
        seen = set()
        for line in self.LINES:
            text = self.run_tool('--headline', line)
            for weight, name, words in re.findall(
                    r'^ +([+-])\S+ [█ ]*(\w+): (.*)', text, re.M):
                if name in self.GROUPS:
                    seen.add((name, weight))
                    farm = re.search('template|farm|模板|农场', words)
                    usual = re.search('ordinary|普通', words)
                    self.assertEqual((bool(farm), bool(usual)),
                                     (weight == '+', weight == '-'), words)
        self.assertGreater(len(seen), 8)
        self.assertEqual({weight for _, weight in seen}, {'+', '-'})

    def test_alone(self):
        """No text means something beside another one only."""
        path = os.path.join(os.path.dirname(__file__), '..', '..', 'lib',
                            'feature', 'features.def')
        with open(path) as file:
            found = re.findall(r'SCLS_FEATURE\(\w+, "(.*?)", "(.*?)",'
                               r'\s*"(.*?)"\)', file.read())
        self.assertGreater(len(found), 60)
        for _, english, chinese in found:
            self.assertNotIn('档', chinese)
            self.assertNotRegex(english, r'^\d+ or more$|^1 \w+s$')
        for i in 1, 2:
            self.assertEqual(len({x[i] for x in found}), len(found))


class Terminal(ExplainTest):
    def reasons(self, text):
        lines = text[text.index('Reasons'):].splitlines()[1:]
        *rows, total = [(float(line.split()[0]), line) for line in lines]
        return rows, total

    def check_reasons(self, text):
        rows, total = self.reasons(text)
        self.assertIn('sum', total[1])
        self.assertAlmostEqual(sum(w for w, _ in rows), total[0],
                               delta=0.001 * len(rows))
        weights = [abs(w) for w, _ in rows]
        self.assertEqual(weights, sorted(weights, reverse=True))

    def test_labels(self):
        """Where the labels begin is told, and goes with the line's own."""
        for line in HEADLINE, 'Meeting notes of the parish council':
            text = self.run_tool('--headline', line)
            likely, certain = [float(at) for at in re.search(
                r'^likely 疑似 from (\S+), certain 确定 from (\S+)$', text,
                re.M).groups()]
            total = self.reasons(text)[1][0]
            label = 'certain' if total >= certain else \
                'likely' if total >= likely else 'clean'
            self.assertIn(f'\n{label}, probability', text)
            page = self.run_tool('--html', '--headline', line)
            self.assertIn(f'疑似 likely {likely:+.3f} · 确定 certain '
                          f'{certain:+.3f}', page)

    def test_page(self):
        text = self.run_tool(SAMPLE)
        self.check_reasons(text)
        self.assertIn('[body 正文]', text)
        self.assertNotIn('\x1b', text)

    def test_headline(self):
        text = self.run_tool('--headline', HEADLINE)
        self.check_reasons(text)
        self.assertIn('<percentage>', text)
        self.assertIn('<百分比>', text)
        data = HEADLINE.encode()
        found = re.findall(r'«(.*)» bytes (\d+)-(\d+)', text)
        self.assertGreater(len(found), 8)
        for words, begin, end in found:
            self.assertEqual(data[int(begin):int(end)].decode(), words)

    def test_colour(self):
        for arguments in ['--color', SAMPLE], \
                ['--color', '--headline', HEADLINE]:
            text = self.run_tool(*arguments)
            self.assertIn('\x1b[31m', text)
            self.assertEqual(text.count('\x1b[') % 2, 0)
            self.assertEqual(re.sub('\x1b\\[[0-9;]*m', '', text),
                             self.run_tool(*arguments[1:]))

    def test_links(self):
        """A line of a list tells its family and what its list adds."""
        text = self.run_tool(SAMPLE)
        found = re.findall(r'(?:  — \w+)?  \(\+(\d+\.\d\d) from its list\)\n',
                           text)
        self.assertGreater(len(found), 5)
        page = self.run_tool('--html', SAMPLE)
        told = re.findall(r'its list adds this</small></span>'
                          r'<span class="w">\+(\d+\.\d{3})<', page)
        self.assertEqual([f'{float(w):.2f}' for w in found],
                         [f'{float(w):.2f}' for w in told])

    def test_evidence(self):
        """What weighs half a nat is marked, in either form."""
        line = self.run_tool('--color', '--headline', HEADLINE)
        marked = ''.join(re.findall('\x1b\\[(?:4;)?7m(.*?)\x1b', line))
        page = Reader(self.run_tool('--html', '--headline', HEADLINE))
        self.assertEqual(marked, ''.join(
            text for tag, kind, text in page.parts
            if tag == 'span' and 'm' in kind))
        self.assertGreater(len(marked), 5)

    def test_no_colour(self):
        """A terminal gets colours, unless NO_COLOR has a value."""
        others = {name: value for name, value in os.environ.items()
                  if name != 'NO_COLOR'}
        for value, coloured in ({}, True), ({'NO_COLOR': ''}, True), \
                ({'NO_COLOR': '1'}, False):
            own, other = pty.openpty()
            subprocess.run([SPAMCLS, 'explain', '--headline', 'a'],
                           stdout=other, timeout=60, check=True,
                           env={**others, **value})
            os.close(other)
            self.assertEqual(b'\x1b[3' in read_terminal(own), coloured)

    def test_no_orders(self):
        text = self.run_tool('--headline', 'a\x1b[2Jb\x9bc\x7fd\u0085e')
        self.assertTrue(text.startswith('a?[2Jb?c?d?e\n'), text[:40])
        self.assertNotRegex(text, r'[\0-\x08\x0b-\x1f\x7f-\x9f]')
        for bad in BAD_BYTES:
            text = self.run_tool('--headline', b'a' + bad + b'z')
            self.assertRegex(text, r'\Aa\?+z\n')

    def test_no_orders_of_a_name(self):
        path = self.write('a\x1b[2Jb', 'A line\n')
        self.assertIn('a?[2Jb: ', self.run_tool(path))

    def test_no_file(self):
        self.run_tool('/no/such/file', code=66)


run()
