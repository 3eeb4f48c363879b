#!/usr/bin/env python3
"""`spamcls score` and `split` on web archives and JSON lines that are made
here, beside the same pages as files.  usage: run.py"""
import ctypes
import gzip
import json
import os
import random
import re
import sys
import zlib

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..'))
import zstd_frames as zstd  # noqa: E402
from units import SAMPLE, FolderTest, run  # noqa: E402

HTTP = 'application/http; msgtype=response'
HTML = ('<html><head><title>城西图书馆</title></head><body><p>城西图书馆'
        '周末延长开放到晚上九点，读者可以在一楼自助还书。</p></body></html>')
# What a page's answer is made of, wherever the page comes from.
SAME = ('verdict', 'score', 'title', 'segments', 'links', 'reasons',
        'repairs', 'flags')


def sample():
    with open(SAMPLE, 'rb') as file:
        return file.read()


def record(kind, block, media=HTTP, url='https://a.example/1', name='r',
           end=b'\r\n', **more):
    fields = [b'WARC/1.0', b'WARC-Type: ' + kind.encode(),
              b'WARC-Record-ID: <urn:uuid:%s>' % name.encode(),
              b'WARC-Target-URI: ' + url.encode(),
              b'Content-Type: ' + media.encode(),
              b'Content-Length: %d' % len(block)]
    fields += [b'%s: %s' % (k.replace('_', '-').encode(), v.encode())
               for k, v in more.items()]
    return end.join(fields) + 2 * end + block + 2 * end


def http(body, media='text/html', head=(), status='200 OK'):
    lines = ['HTTP/1.1 ' + status, *head]
    lines += ['Content-Type: ' + media] if media else []
    return '\r\n'.join(lines).encode() + b'\r\n\r\n' + body


def response(body, *head, media='text/html', status='200 OK', **more):
    return record('response', http(body, media, head, status), **more)


def chunked(body, size=100):
    parts = [body[i:i + size] for i in range(0, len(body), size)]
    return b''.join(b'%x;a=b\r\n%s\r\n' % (len(x), x)
                    for x in parts) + b'0\r\n\r\n'


def raw_deflate(body):
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


def brotli(body):
    """By the library that packs; the command needs that which unpacks."""
    library = ctypes.CDLL('libbrotlienc.so.1')
    out = ctypes.create_string_buffer(len(body) + 1000)
    size = ctypes.c_size_t(len(out))
    assert library.BrotliEncoderCompress(
        5, 22, 0, ctypes.c_size_t(len(body)), body, ctypes.byref(size), out)
    return out.raw[:size.value]


def inflates(body):
    """It is a deflate stream, with more behind it."""
    unpacker = zlib.decompressobj(wbits=-15)
    try:
        unpacker.decompress(body)
    except zlib.error:
        return False
    return unpacker.eof


CONTROL = re.compile(rb'[\0-\x08\x0e-\x1f]')
INFO = record('warcinfo', b'software: a test\r\n', 'application/warc-fields')
REQUEST = record('request', b'GET / HTTP/1.1\r\n\r\n',
                 'application/http; msgtype=request')
DICTIONARY = zstd.train([response(HTML.encode(), name=str(i))[i % 300:]
                         for i in range(2000)])


class DocumentsTest(FolderTest):
    def score(self, data, *more):
        """The answers on bytes that come by standard input."""
        return self.objects('score', *more, data=data)

    def one(self, data, *more):
        found = self.score(data, *more)
        self.assertEqual(len(found), 1, found)
        return found[0]

    def text(self, data, *more):
        """What is read of a page that comes by standard input."""
        found, = self.objects('split', '--json', *more, data=data)
        return found['text']

    def same(self, answer, page, *more):
        """The answer says of the page what it says of it as a file."""
        path = self.write('page', page)
        other, = self.objects('score', *more, path)
        self.assertEqual([answer.get(x) for x in SAME],
                         [other.get(x) for x in SAME])


class Archives(DocumentsTest):
    def test_answer(self):
        page = HTML.encode()
        found = self.one(INFO + REQUEST + response(
            page, url='https://b.example/x', name='one', status='404 No'))
        self.assertEqual(list(found)[:3], ['record', 'status', 'path'])
        self.assertEqual(found['record'], '<urn:uuid:one>')
        self.assertEqual(found['status'], 404)
        self.assertEqual(found['url'], 'https://b.example/x')
        self.assertEqual((found['kind'], found['title']),
                         ('html', '城西图书馆'))
        self.same(found, page)

    def test_farm(self):
        """As text, which an archive has of it, and as the server sent it."""
        for data in (record('conversion', sample(), 'text/plain'),
                     record('resource', sample(), 'text/plain'),
                     response(sample(), media='text/plain; charset=utf-8')):
            found = self.one(data)
            self.assertEqual((found['verdict'], found['kind']),
                             ('farm', 'text'))
            self.same(found, sample(), '--kind', 'text')
            self.assertEqual('status' in found, b'HTTP/' in data)

    def test_body(self):
        page = HTML.encode()
        gz = gzip.compress(page)
        for body, *head in (
                [chunked(page), 'Transfer-Encoding: chunked'],
                [chunked(page, 9), 'transfer-encoding:Chunked'],
                [gz, 'Content-Encoding: gzip'],
                [gz, 'CONTENT-ENCODING: x-gzip'],
                [zlib.compress(page), 'Content-Encoding: deflate'],
                [raw_deflate(page), 'Content-Encoding: deflate'],
                [chunked(gz), 'Content-Encoding: gzip',
                 'Transfer-Encoding: chunked']):
            self.same(self.one(response(body, *head)), page)

    def test_unpacked_already(self):
        """What was undone when it was stored has its fields still."""
        page = HTML.encode()
        for head in ('Content-Encoding: gzip', 'Content-Encoding: deflate',
                     'Content-Encoding: br', 'Transfer-Encoding: chunked',
                     'X-Crawler-Content-Encoding: gzip'):
            self.same(self.one(response(page, head)), page)
        for code in ('deflate', 'br', 'zstd'):
            self.same(self.one(response(
                b' \n\t' + page, 'Content-Encoding: ' + code)), b' \n\t' + page)
        for text in ('Dad said: the library is open until nine.',
                     '12\nmonths of the year, and none of them is short.',
                     '0\ndegrees in the morning, and more to come.'):
            self.assertEqual(self.text(response(
                text.encode(), 'Transfer-Encoding: chunked',
                media='text/plain')), text)

    def test_unusual_body(self):
        page = HTML.encode()
        gz = gzip.compress(page)
        for body, *head in (
                [gzip.compress(page[:99]) + gzip.compress(page[99:]),
                 'Content-Encoding: gzip'],
                [gz], [gz, 'Content-Encoding: deflate'],
                [b'0000000%x\r\n%s\r\n0\r\nX: trailer\r\n\r\n'
                 % (len(page), page), 'Transfer-Encoding: chunked']):
            self.same(self.one(response(body, *head)), page)
        found = self.one(record(
            'response', b'HTTP/1.1 100 Continue\r\nX: y\r\n\r\n'
            + http(page, status='203 Other')))
        self.assertEqual(found['status'], 203)
        self.same(found, page)
        self.same(self.one(response(page, media='text/html, text/html')),
                  page)

    def test_packed_like_text(self):
        """Two or three packed pages in a thousand begin without a control
        character, and some plain ones can be unpacked a little."""
        made = random.Random(1)

        def find(good, make):
            return next(x for x in (make(made) for _ in range(100000))
                        if good(x))

        def page_of(made):
            return bytes(made.choices(b'<p>abcdefghij klmno', k=300)) \
                + HTML.encode()

        page, bare = (find(lambda x: not CONTROL.search(pack(x)[:64]),
                           page_of) for pack in (zlib.compress, raw_deflate))
        plain = find(inflates, lambda made: bytes(made.choices(
            b'CKScks@ abdefghi', k=40)) + b' and so on')
        for text, body in ((page, zlib.compress(page)),
                           (bare, raw_deflate(bare)), (plain, plain)):
            self.same(self.one(response(body, 'Content-Encoding: deflate')),
                      text, '--kind', 'html')

    def test_brotli(self):
        page = HTML.encode()
        br = brotli(page)
        for body, *more in ((br,), (page,), (br + b'\0',),
                            (chunked(br), 'Transfer-Encoding: chunked')):
            for word in 'br', 'BR':
                self.same(self.one(response(
                    body, f'Content-Encoding: {word}', *more)), page)
        long = page + b'<p>' + b'behind. ' * 400000
        found = self.one(response(brotli(long), 'Content-Encoding: br'),
                         '--max-input', '1000')
        self.assertIn('truncated_input', found['flags'])
        self.assertNotIn('partial', found)
        self.same(found, long, '--max-input', '1000')
        for cut in range(1, len(br)):
            found = self.one(response(br[:cut], 'Content-Encoding: br'))
            self.assertTrue(found.get('partial') or 'error' in found, cut)

    def test_zstd_body(self):
        page = HTML.encode()
        packed = zstd.frame(page)
        for body, *head in (
                (packed,), (page,), (zstd.frame(page[:99], page[99:]),),
                (zstd.frame(page[:99]) + zstd.frame(page[99:]),),
                (zstd.skippable(b'x', 13) + packed + zstd.skippable(b''),),
                (zstd.plain_frame(page, 23),), (packed + b'\n',),
                (chunked(packed), 'Transfer-Encoding: chunked')):
            for word in 'zstd', 'ZSTD', 'gzip':
                self.same(self.one(response(
                    body, f'Content-Encoding: {word}', *head)), page)
        for cut in range(4, len(packed)):
            found = self.one(response(packed[:cut], 'Content-Encoding: zstd'))
            self.assertTrue(found.get('partial') or 'error' in found, cut)

    def test_zstd_body_that_wants_more(self):
        page = HTML.encode()
        for body, why in ((zstd.plain_frame(page, 24), 'above 8 MiB'),
                          (zstd.frame(page, dictionary=DICTIONARY),
                           'a dictionary')):
            found = self.one(response(body, 'Content-Encoding: zstd'))
            self.assertIn(why, found['error'])
            self.assertIs(self.one(response(
                zstd.frame(page) + body, 'Content-Encoding: zstd'))
                ['partial'], True)

    def test_partial(self):
        page = HTML.encode()
        for data in (response(brotli(page)[:-20], 'Content-Encoding: br'),
                     response(zstd.frame(page[:99], page[99:])[:-20],
                              'Content-Encoding: zstd'),
                     response(gzip.compress(page)[:-20],
                              'Content-Encoding: gzip'),
                     response(chunked(page)[:-60],
                              'Transfer-Encoding: chunked'),
                     response(chunked(page)[:-5] + b'1f\r\n',
                              'Transfer-Encoding: chunked'),
                     response(page, WARC_Truncated='length')):
            self.assertIs(self.one(data)['partial'], True)
            self.assertIn('城西', self.text(data))
            self.call('split', data=data)
            self.assertIn('record 1: not all of it', self.errors)
        self.assertNotIn('partial', self.one(response(page)))

    def test_damaged_late(self):
        """What stands before the damage is answered, however it is packed."""
        page = HTML.encode()
        made = random.Random(3)
        for code, pack in (('br', brotli), ('gzip', gzip.compress),
                           ('deflate', zlib.compress)):
            body = pack(page)
            for at in range(len(body) * 3 // 4, len(body) - 16, 4):
                damaged = body[:at] + made.randbytes(len(body) - at)
                data = response(damaged, 'Content-Encoding: ' + code)
                self.assertIs(self.one(data).get('partial'), True, (code, at))
                self.assertIn('城西', self.text(data))

    def test_damaged_body(self):
        for body, code, why in ((b'\x1f\x8b\0\0', 'gzip', 'is damaged'),
                                (b'\x81\x03', 'br', 'is damaged'),
                                (b'\x28\xb5\x2f\xfd\0', 'zstd', 'is damaged'),
                                (b'\x81\x03', 'zstd', 'is damaged'),
                                (b'\x1f\x9d\x90', 'compress',
                                 'none of gzip, deflate, br and zstd')):
            found = self.one(response(body, 'Content-Encoding: ' + code))
            self.assertIn(why, found['error'])
            self.assertEqual(found['record'], '<urn:uuid:r>')
            self.assertEqual(found['url'], 'https://a.example/1')
        found = self.one(record('response', b'<p>no head'))
        self.assertIn('HTTP head', found['error'])

    def test_passed_over(self):
        """What has neither HTML nor text is counted, and nothing else."""
        data = (response(b'\x89PNG', media='image/png')
                + response(b'', status='301 Moved')
                + response(b'{}', media='application/json')
                + response(chunked(b''), 'Transfer-Encoding: chunked')
                + record('response', b'a.example 1.2.3.4', 'text/dns')
                + record('revisit', http(b'')) + record('metadata', b'x: y')
                + record('response', b'')
                + record('resource', b'wget -r', 'text/plain',
                         'metadata://example.org/wget_arguments.txt')
                + record('resource', b'a text', 'text/plain',
                         'urn:text:https://a.example/')
                + response(HTML.encode()))
        self.assertEqual(self.one(data)['title'], '城西图书馆')
        self.assertIn('neither HTML nor text, or empty: 7\n', self.errors)
        self.one(response(HTML.encode(), media=''))
        self.assertEqual(self.errors, '')

    def test_charset(self):
        page = '<p>' + '城西圖書館週末延長開放' * 9
        for said in 'Charset="gb2312"; x=y', 'x=y;charset= gb2312':
            data = response(page.encode('gb18030'),
                            media='text/html; ' + said)
            found = self.one(data)
            self.assertEqual((found['charset'], found['charset_source'],
                              found['repairs']), ('GB18030', 'caller', 0))
        self.assertIn('城西圖書館', self.text(data))
        found = self.one(response(page.encode('big5')), '--charset', 'big5')
        self.assertEqual((found['charset'], found['charset_source']),
                         ('Big5', 'caller'))
        found = self.one(record('conversion', page.encode(), 'text/plain'))
        self.assertEqual((found['charset'], found['charset_source']),
                         ('UTF-8', 'caller'))

    def test_fields(self):
        page = response(HTML.encode())
        self.one(response(HTML.encode(), end=b'\n'))
        self.one(page.replace(b'WARC-Type', b'warc-TYPE')
                 .replace(b'Content-Length: ', b'CONTENT-LENGTH:\t '))
        self.one(page.replace(b'WARC/1.0', b'WARC/1.1'))
        for before in (b'\r\n', b'\n\n', b'\xef\xbb\xbf'):
            self.one(before + page + b'\r\n\r\n')
        found = self.one(response(HTML.encode(), url='<https://a.b/c>'))
        self.assertEqual(found['url'], 'https://a.b/c')
        found = self.one(response(HTML.encode(), name='a"\\\x01b'))
        self.assertEqual(found['record'], '<urn:uuid:a"\\\x01b>')
        self.one(response(HTML.encode(), X_Long='x' * 60000))
        found = self.one(response(HTML.encode(), X_Long='x' * 66000))
        self.assertIn('record is damaged', found['error'])

    def test_damaged(self):
        """What is before the fault is answered, the fault is told."""
        page = response(HTML.encode())
        for bad, why in (
                (b'no record\r\n', 'record is damaged'),
                (page.replace(b'Content-Length: ', b'Content-Length: -'),
                 'record is damaged'),
                (page.replace(b'Content-Length: ', b'Content-Length: '
                              + b'9' * 20), 'record is damaged'),
                (page.replace(b'Content-Length', b'Content-Width'),
                 'record is damaged'),
                (page[:-30], 'cut short'), (page[:40], 'cut short')):
            after = page if why == 'record is damaged' else b''
            found = self.score(page + page + bad + after)
            self.assertEqual(['error' in x for x in found],
                             [False, False, True] + [False] * bool(after))
            self.assertIn(why, found[2]['error'])

    def test_found_again(self):
        """A record with a wrong length costs itself alone."""
        pages = [response(HTML.encode(), name=str(i)) for i in range(9)]
        for change in (lambda n: n - 50, lambda n: n + 50):
            length = len(http(HTML.encode()))
            pages[4] = pages[4].replace(b'Length: %d' % length,
                                        b'Length: %d' % change(length))
            found = self.score(b''.join(pages))
            names = [x.get('record') for x in found if 'error' not in x]
            self.assertEqual(sum('error' in x for x in found), 1)
            for i in (0, 1, 2, 3, 6, 7, 8):
                self.assertIn('<urn:uuid:%d>' % i, names)
            pages[4] = response(HTML.encode(), name='4')

    def test_head_cut_short(self):
        """A head without its end takes no other record's page as its own."""
        pages = [response(HTML.encode(), name=str(i)) for i in range(5)]
        line, end = (pages[2].index(x) for x in (b'Content-Type', b'HTTP/'))
        for cut, after in ((line, b''), (end - 2, b''), (line - 3, b'\r\n'),
                           (line - 3, b''), (line + 8, b''),
                           (end - 4, b''), (end - 3, b'')):
            found = self.score(b''.join(pages[:2]) + pages[2][:cut] + after
                               + b''.join(pages[3:]))
            names = [x.get('record', 'none') for x in found]
            kept = [i for i in range(5) if '<urn:uuid:%d>' % i in names]
            self.assertEqual(names.count('none'), 1, cut)
            self.assertIn('record is damaged',
                          found[names.index('none')]['error'])
            whole = after or pages[2][:cut].endswith(b'\n')
            self.assertEqual(kept, [0, 1, 3, 4] if whole else [0, 1, 4])

    def test_gzip(self):
        pages = [response(HTML.encode(), name=str(i)) for i in range(9)]
        plain = b''.join(pages)
        expected = self.score(plain)
        self.assertEqual([x['record'] for x in expected],
                         ['<urn:uuid:%d>' % i for i in range(9)])
        members = b''.join(map(gzip.compress, pages))
        self.assertEqual(self.score(gzip.compress(plain)), expected)
        self.assertEqual(self.score(members), expected)
        found = self.score(members[:-30])
        self.assertEqual(found[:8], expected[:8])
        self.assertIn('gzip is damaged', found[8]['error'])

    def costs_itself(self, pages, at, bad, why):
        """What is before the fault is answered, and what is behind it."""
        expected = self.score(b''.join(pages))
        found = self.score(b''.join(pages[:at]) + bad
                           + b''.join(pages[at:]))
        left = len(pages) - at
        self.assertEqual(found[:at], expected[:at])
        self.assertEqual(found[-left:], expected[at:])
        errors = [x['error'] for x in found if 'error' in x]
        self.assertIn(why, errors[-1])
        self.assertLessEqual(len(errors), 2)

    def test_damaged_gzip(self):
        """A member is read whatever the one before it is."""
        pages = [gzip.compress(response(HTML.encode(), name=str(i)))
                 for i in range(60)]
        expected = self.score(b''.join(pages))
        broken = bytearray(pages[40])
        broken[len(broken) // 2] ^= 0xFF
        for at in (40, 59):
            for bad, why in ((bytes(broken), 'gzip is damaged'),
                             (pages[40][:-20], 'gzip is damaged'),
                             (pages[40][:60], 'gzip is damaged'),
                             (pages[40][:12], 'gzip is damaged'),
                             (b'\n', 'behind its gzip'),
                             (b'\x1f\x8b\x08\xff', 'gzip is damaged'),
                             (b'WARC', 'behind its gzip')):
                self.costs_itself(pages, at, bad, why)
        for fill in (bytes(1), bytes(100000)):
            self.assertEqual(self.score(fill.join(pages) + fill), expected)

    def test_first_member_damaged(self):
        """What says that it is an archive is the next."""
        pages = [gzip.compress(response(HTML.encode(), name=str(i)))
                 for i in range(3)]
        for size in (11, 15, 40, 70, len(pages[0]) - 9):
            for first in (pages[0][:size], pages[0][:size] * 4):
                names = [x.get('record') for x in
                         self.score(first + pages[1] + pages[2])
                         if 'error' not in x]
                self.assertEqual(names[-2:],
                                 ['<urn:uuid:1>', '<urn:uuid:2>'], size)
        found = self.one(pages[0][:40] + gzip.compress(HTML.encode()))
        self.assertIn('gzip is damaged', found['error'])

    def test_zstd(self):
        """A frame a record, as gzip has a member; in front of them perhaps
        a dictionary, packed or not."""
        pages = [response(HTML.encode(), name=str(i)) for i in range(9)]
        expected = self.score(b''.join(pages))
        frames = b''.join(map(zstd.frame, pages))
        by_dictionary = b''.join(zstd.frame(page, dictionary=DICTIONARY)
                                 for page in pages)
        self.assertLess(len(by_dictionary), len(frames))
        for data in (zstd.frame(b''.join(pages)), frames,
                     zstd.skippable(b'').join(map(zstd.frame, pages)),
                     zstd.dictionary_frame(DICTIONARY) + by_dictionary,
                     zstd.dictionary_frame(zstd.frame(DICTIONARY))
                     + by_dictionary):
            self.assertEqual(self.score(data), expected)
        found = self.score(data[:-6])
        self.assertEqual(found[:8], expected[:8])
        self.assertIn('zstd is damaged', found[8]['error'])
        found, = self.score(by_dictionary)
        self.assertIn('dictionary that it does not hold', found['error'])

    def test_large_damaged_gzip(self):
        """Members that are cut short, each larger than what is read at
        once, and noise in which members seem to begin."""
        rng = random.Random(4)
        noise = ''.join(chr(rng.randrange(0x4E00, 0x9FA5))
                        for _ in range(60000))
        large = [gzip.compress(response(f'<p>{noise}</p>'.encode(),
                                        name=str(i))) for i in range(3)]
        small = [gzip.compress(response(HTML.encode(), name=f's{i}'))
                 for i in range(40)]
        found = self.score(b''.join(
            [small[0], large[0][:-9000], *small[1:20], large[1][:99000],
             *small[20:], large[2]]))
        names = [x['record'] for x in found if 'record' in x]
        self.assertEqual(sum('error' in x for x in found), 2)
        self.assertGreaterEqual(len(names), 39)
        self.assertEqual(names[0], '<urn:uuid:s0>')
        self.assertEqual(names[-1], '<urn:uuid:2>')
        seeming = b'\x1f\x8b\x08\0' + rng.randbytes(20)
        found = self.score(small[0] + seeming * 200000 + small[1])
        self.assertEqual([found[0]['record'], found[-1]['record']],
                         ['<urn:uuid:s0>', '<urn:uuid:s1>'])

    def test_damaged_zstd(self):
        """A frame is read whatever the one before it is, and by the
        dictionary that the file begins with."""
        pages = [zstd.frame(response(HTML.encode(), name=str(i)))
                 for i in range(60)]
        expected = self.score(b''.join(pages))
        for behind, why in ((zstd.MAGIC + b'\xff' * 99, 'zstd is damaged'),
                            (pages[0][:-4] + bytes(4), 'zstd is damaged'),
                            (b'\n', 'behind its zstd'),
                            (gzip.compress(b'WARC'), 'behind its zstd')):
            found = self.score(b''.join(pages[:40]) + behind
                               + b''.join(pages[40:]))
            self.assertEqual(found[:40], expected[:40])
            self.assertLess(len(found), 63)
            self.assertIn(why, found[-21]['error'])
            self.assertEqual(found[-20:], expected[40:])
        for fill in (bytes(1), bytes(100000)):
            self.assertEqual(self.score(fill.join(pages) + fill), expected)
        self.damaged_with_dictionary()

    def damaged_with_dictionary(self):
        broken = bytearray(zstd.frame(response(HTML.encode()),
                                      dictionary=DICTIONARY))
        broken[-9] ^= 0xFF
        by_dictionary = [zstd.frame(response(HTML.encode(), name=str(i)),
                                    dictionary=DICTIONARY)
                         for i in range(9)]
        by_dictionary[0] = (zstd.dictionary_frame(DICTIONARY)
                            + by_dictionary[0])
        self.costs_itself(by_dictionary, 4, bytes(broken[:-20]),
                          'zstd is damaged')

    def test_files(self):
        """Archives and pages in one call, in order, by any threads."""
        archive = self.write('a.warc', INFO + 5 * response(HTML.encode()))
        packed = self.write('b.warc.gz', gzip.compress(
            record('conversion', sample(), 'text/plain')))
        page = self.write('c.html', HTML.encode())
        empty = self.write('d.warc', b'')
        names = [archive, page, packed, empty, '/none', archive]
        outs = {self.call('score', '--threads', str(n), *names)
                for n in (1, 2, 7)}
        self.assertEqual(len(outs), 1)
        found = [json.loads(x) for x in outs.pop().splitlines()]
        self.assertEqual([x['path'] for x in found],
                         5 * [archive] + names[1:5] + 5 * [archive])
        self.assertEqual([x.get('verdict') for x in found][5:9],
                         [found[5]['verdict'], 'farm', 'clean', None])
        self.assertEqual('record' in found[5], False)

    def test_no_page(self):
        """An archive of other records than pages (WAT) is not passed over
        without a word; beside pages they are."""
        wat = INFO + 2 * record('metadata', b'{}', 'application/json')
        page = response(HTML.encode())
        for command in 'score', 'split':
            self.assertEqual(self.call(command, data=wat), b'')
            self.assertIn('without a page (', self.errors)
        self.one(wat + page)
        self.assertEqual(self.errors, '')
        path = self.write('a.warc', page)
        self.call('score', path, self.write('a.wat', wat), path)
        self.assertIn('conversion): 1\n', self.errors)
        self.assertEqual(self.errors.count('\n'), 1)

    def test_max_input(self):
        page = HTML.encode() + b'<p>' + b'behind. ' * 40000
        for data in (response(page), record('resource', page, 'text/html'),
                     response(gzip.compress(page), 'Content-Encoding: gzip'),
                     response(zstd.frame(page), 'Content-Encoding: zstd'),
                     response(chunked(page), 'Transfer-Encoding: chunked')):
            found = self.one(data, '--max-input', str(len(HTML.encode())))
            self.assertIn('truncated_input', found['flags'])
            self.assertEqual(self.text(data, '--max-input', str(
                len(HTML.encode()))), self.text(response(HTML.encode())))
        for pack, name in (gzip.compress, 'gzip'), (zstd.frame, 'zstd'):
            bomb = pack(b'<p>a ' * 20000000)
            found = self.one(response(bomb, 'Content-Encoding: ' + name))
            self.assertIn('truncated_input', found['flags'])

    def test_exit_code(self):
        farm = record('conversion', sample(), 'text/plain')
        page = response(HTML.encode())
        self.call('score', '--exit-code', data=page)
        self.call('score', '--exit-code', data=page + farm, code=2)
        self.call('score', '--exit-code', data=page + page[:50], code=66)

    def test_split(self):
        data = response(HTML.encode()) + record('conversion', sample(),
                                                'text/plain')
        found = self.objects('split', '--json', data=data)
        self.assertEqual([x['record'] for x in found], 2 * ['<urn:uuid:r>'])
        self.assertIn('自助还书', found[0]['body'])
        self.assertTrue(found[1]['lists'][-1]['links'])
        body = self.call('split', data=data).decode()
        self.assertEqual(body, found[0]['body'] + found[1]['body'])
        self.call('split', data=data + b'x', code=66)
        self.assertIn('record 3: an archive', self.errors)

    def test_not_a_page(self):
        for before in (b'', b'\r\n'):
            data = before + response(HTML.encode())
            self.call('explain', data=data, code=65)
            self.assertIn('is a web archive', self.errors)
            for option in '--links', '--jsonl':
                self.assertIn('without ' + option,
                              self.one(data, option)['error'])
            name = self.write('lines', b'a lamp\n')
            out = self.call('headlines', '-', name, data=data, code=66)
            self.assertEqual(len(out.splitlines()), 1)
            self.assertIn('-: is a web archive', self.errors)


class Damage(DocumentsTest):
    """Each answer is an object, whatever the bytes are."""
    DATA = (INFO + response(HTML.encode(), 'Content-Encoding: gzip')
            + response(chunked(gzip.compress(HTML.encode())),
                       'Content-Encoding: gzip', 'Transfer-Encoding: chunked')
            + record('conversion', HTML.encode(), 'text/plain'))

    def answers(self, copies):
        names = [self.write('%d.warc' % i, x) for i, x in enumerate(copies)]
        return self.objects('score', *names)

    def test_cut_anywhere(self):
        step = 7
        cuts = range(6, len(self.DATA), step)
        found = self.answers([self.DATA[:n] for n in cuts])
        last = {x['path']: x for x in found}
        self.assertEqual(len(last), len(cuts) - self.silent(cuts))
        whole = self.score(self.DATA)
        self.assertEqual(len(whole), 3)

    def silent(self, cuts):
        """Cuts behind a record that has no page: nothing is missing."""
        first = len(INFO)
        return sum(first - 4 <= n <= first for n in cuts)

    def test_bytes_changed(self):
        rng = random.Random(9)
        copies = []
        for _ in range(200):
            data = bytearray(self.DATA)
            for _ in range(rng.choice((1, 1, 3, 20))):
                data[rng.randrange(6, len(data))] = rng.choice(
                    (0, 10, 13, 32, 48, 57, 58, 255, rng.randrange(256)))
            copies.append(bytes(data))
        for answer in self.answers(copies):
            self.assertTrue('error' in answer or 'verdict' in answer)


class Lines(DocumentsTest):
    def lines(self, *objects, more=()):
        data = ''.join((x if isinstance(x, str) else json.dumps(x)) + '\n'
                       for x in objects)
        return self.score(data.encode(), '--jsonl', *more)

    def test_pages(self):
        text = sample().decode()
        found = self.lines({'id': 'a', 'html': HTML, 'url': 'https://a.b/'},
                           {'id': 7, 'text': text},
                           {'raw_content': text}, {'content': text},
                           {'text': text, 'html': None,
                            'metadata': {'url': 'https://c.d/'}})
        self.assertEqual([x.get('id') for x in found],
                         ['a', 7, None, None, None])
        self.assertEqual([x.get('url') for x in found],
                         ['https://a.b/', None, None, None, 'https://c.d/'])
        self.same(found[0], HTML.encode())
        for answer in found[1:]:
            self.assertEqual(answer['verdict'], 'farm')
            self.same(answer, sample(), '--kind', 'text')

    def test_ids(self):
        """A number comes back as it was, also beside one that is larger
        than any integer, and our own answers are read with it."""
        ids = ('18446744073709551615', '-9223372036854775809', '5', '1.50',
               '1e3', '1234567890123456789012345678901234567890')
        lines = ['{"hash": 18446744073709551616, "meta": {"id": 3}, '
                 '"\\"id": 4, "text": "\\\\", "id" : %s}' % x for x in ids]
        data = '\n'.join(lines + ['{"id":1,"text":"a","id":2}',
                                  '{"id":1,"text":"a","id":"b"}',
                                  '{"id":true,"text":"\\"id\\":7"}'])
        out = self.call('score', '--jsonl', data=data.encode()).decode()
        self.assertEqual(
            [x.partition(',')[0] for x in out.splitlines()[:8]],
            ['{"id":' + x for x in ids] + ['{"id":2', '{"id":"b"'])
        self.assertNotIn('"id"', out.splitlines()[8])
        self.call('site', data=out.encode())
        self.assertEqual(self.errors, '')
        out = self.call('split', '--jsonl', '--json', data=data.encode())
        found = self.score(out, '--links')
        self.assertEqual(['error' in x for x in found], [False] * 9)

    def test_escaped_id(self):
        """Any character of a name may be written as an escape."""
        names = ('id', '\\u0069d', '\\u0069\\u0064', 'i\\u0064', 'i\\u0000d',
                 '\\"id')
        data = '\n'.join('{"text": "a", "%s": 1e%d}' % (x, i)
                         for i, x in enumerate(names))
        out = self.call('score', '--jsonl', data=data.encode()).decode()
        self.assertEqual([x.partition(',')[0] for x in out.splitlines()[:4]],
                         ['{"id":1e%d' % i for i in range(4)])
        self.assertEqual([x.count('"id"') for x in out.splitlines()],
                         [1, 1, 1, 1, 0, 0])

    def test_nul_in_links(self):
        found = self.score(b'{"links":["a\\u0000b"]}\n', '--links')
        self.assertNotIn('error', found[0])

    def test_charset(self):
        """JSON is UTF-8, whatever the page says of itself."""
        page = '<meta charset="big5">' + HTML
        self.assertEqual(self.lines({'html': page})[0]['title'],
                         '城西图书馆')

    def test_kind(self):
        found = self.lines({'text': HTML}, more=('--kind', 'html'))[0]
        self.assertEqual((found['kind'], found['title']),
                         ('html', '城西图书馆'))

    def test_errors(self):
        found = self.lines({'text': 'x'}, '{"id": 3', '[1]',
                           {'id': 'b', 'title': 'x'}, {'text': 5},
                           {'id': [1], 'text': 'x'}, '', '  ', {'text': ''})
        self.assertEqual(['error' in x for x in found],
                         [False, True, True, True, True, False, False])
        self.assertEqual(found[3]['id'], 'b')
        self.assertEqual([x.get('line') for x in found],
                         [None, 2, 3, 4, 5, None, None])
        self.assertIn('neither "html" nor "text"', found[3]['error'])
        self.assertIn('no JSON object', found[1]['error'])
        self.assertIn('empty', found[6]['flags'])

    def test_odd_json(self):
        found = self.lines('{"text":"a b","hash":18446744073709551615}',
                           {'html': '', 'text': 'a b'},
                           '{"text":"a\\u0000b"}')
        self.assertEqual(['error' in x for x in found], [False] * 3)
        self.assertNotIn('empty', found[1]['flags'])
        found = self.score(b'{"text":"\xff"}\n' + b'[' * 5000 + b'\n',
                           '--jsonl')
        self.assertIn('not in UTF-8', found[0]['error'])
        self.assertIn('too deep', found[1]['error'])
        self.call('split', '--jsonl', data=b'\n\n{', code=66)
        self.assertIn('-: line 3: ', self.errors)

    def test_damaged_member(self):
        """Files of lines, one behind the other, one of them cut short."""
        parts = [''.join('{"id":%d,"text":"page %d of many"}\n' % (i, i)
                         for i in range(at, at + 20)).encode()
                 for at in (0, 20, 40)]
        parts[2] = b'{\n' + parts[2]
        for pack in gzip.compress, zstd.frame:
            first, cut, last = map(pack, parts)
            found = self.score(first + cut[:-30] + last, '--jsonl')
            ids = [x.get('id') for x in found]
            self.assertEqual(ids[:20], list(range(20)))
            self.assertEqual(ids[-20:], list(range(40, 60)))
            errors = [x for x in found if 'error' in x]
            self.assertIn('damaged', errors[-2]['error'])
            self.assertEqual(['line' in x for x in errors[-2:]],
                             [True, False])

    def test_damaged_at_once(self):
        """Half a line is none, also where so little can be read that the
        file is broken when it is looked into."""
        pack = zlib.compressobj(wbits=31)
        data = pack.compress(b'{"text":"a') + pack.flush(zlib.Z_SYNC_FLUSH)
        found, = self.score(data, '--jsonl')
        self.assertIn('damaged', found['error'])
        self.assertEqual(self.call('headlines', data=data, code=66), b'')

    def test_half_of_a_pair(self):
        """Whoever cut a text in the middle of an emoji, and other programs
        write it so: the half is a bad character, not a lost page."""
        words = '城西图书馆新增自助还书机。'
        for half in ('\\ud83d', '\\uDE00', '\\ud83d\\ud83d', '\\ud83dx',
                     '\\ud83d\\n', '\\ud83d\\u0041', '\\ude00\\ud83d'):
            line = '{"id":"a%s","url":"http://a.b/%s","text":"%s"}'
            found, = self.lines(line % (half, half, words + half))
            self.assertNotIn('error', found)
            self.assertIn('\ufffd', found['id'])
            self.assertIn('\ufffd', found['url'])
        for whole in '\\uD83d\\uDe00', '\\\\ud83d', '\\"\\\\ud83d':
            found, = self.lines('{"id":"%s","text":"a"}' % whole)
            self.assertEqual(found['id'], json.loads('"%s"' % whole))
        found, = self.lines('{"id":%s,"\\ud83d":1,"text":"a"}'
                            % '18446744073709551615')
        self.assertEqual(found['id'], 18446744073709551615)
        out = self.call('score', '--links',
                        data=b'{"links":[{"text":"a\\ud83d"}]}\n')
        self.assertNotIn(b'"error"', out)

    def test_long_line(self):
        data = gzip.compress(b'{"text":"' + b'a' * (65 << 20)
                             + b'"}\n{"text":"x"}\n', 1)
        found = self.score(data, '--jsonl')
        self.assertIn('longer than 64 MiB', found[0]['error'])
        self.assertEqual(len(found), 2)

    def test_order(self):
        objects = [{'id': i, 'text': 'page %d' % i} for i in range(300)]
        data = b'\xef\xbb\xbf' + '\r\n'.join(
            map(json.dumps, objects)).encode()
        outs = {self.call('score', '--jsonl', '--threads', n, data=data)
                for n in '125'}
        self.assertEqual(len(outs), 1)
        self.assertEqual([json.loads(x)['id']
                          for x in outs.pop().splitlines()],
                         list(range(300)))

    def test_refused(self):
        self.call('score', '--jsonl', '--links', code=64)
        self.call('explain', '--jsonl', code=64)

    def test_split(self):
        out = self.call('split', '--jsonl', '--json', data=json.dumps(
            {'id': 1, 'html': HTML}).encode())
        self.assertEqual(json.loads(out)['id'], 1)
        self.assertIn('自助还书', json.loads(out)['body'])


run()
