#!/usr/bin/env python3
"""Writes the seeds of the fuzzers.  usage: seeds.py FOLDER

FOLDER/NAME/* are the seeds of fuzz_NAME, made from the tree itself: the pages
of test/corpus, the test lines of the rule packs, the lexicon, the model.
"""
import glob
import gzip
import json
import os
import struct
import sys
import zlib

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '../..')
sys.path.insert(0, os.path.join(ROOT, 'test'))
import zstd_frames as zstd  # noqa: E402

LARGEST = 16384
CHARSETS = ('utf-8', 'gb18030', 'big5', 'shift_jis', 'euc_jp', 'euc_kr',
            'iso2022_jp', 'utf-16-le', 'utf-16', 'utf-32', 'cp1251', 'hz')
SETTINGS = bytes(8), bytes((3, 9, 9, 5, 3, 4, 9, 1))
ROBOTS = (
    'User-agent: *\nDisallow: /private\nAllow: /private/open$\n'
    'Crawl-delay: 2.5\n',
    '\ufeffuser-agent: spamcls\r\nuser-agent: other\r\nDisallow: *.php?\r\n'
    '\r\nUser-Agent: *\r\nDisallow: /\r\n',
    'Disallow: /lost\nSitemap: https://a.example/s.xml\nUser-agent:\n',
)


def read(pattern):
    """The bytes of the files that fit, by name."""
    for path in sorted(glob.glob(os.path.join(ROOT, pattern))):
        with open(path, 'rb') as file:
            yield file.read()


def pages(ending):
    return [page[:LARGEST] for page in
            read(f'test/corpus/*/input.{ending}') if page]


def headlines():
    """The texts of the packs' test lines, twelve at a time."""
    lines = [line.split(maxsplit=3)[3]
             for pack in read('data/rules/*.rules')
             for line in pack.decode('utf-8').splitlines()
             if line.startswith('test ')]
    return ['\n'.join(lines[i:i + 12]).encode('utf-8')
            for i in range(0, len(lines), 12)]


def packs():
    """Paragraphs of the packs, each a pack that stands for itself."""
    return [part.strip() + b'\n' for pack in read('data/rules/*.rules')
            for part in pack.split(b'\n\n') if len(part) < 4096]


def lexicons():
    return [b'\n'.join(text.split(b'\n')[:40]) + b'\n'
            for text in read('data/lexicon/*.txt')]


def links():
    return [b'\n'.join(line + b'\thttps://a.example/%d' % i
                       for i, line in enumerate(page.split(b'\n')[:60]))
            for page in pages('txt')]


def encoded():
    for text in pages('txt') + pages('html'):
        text = text[:2048].decode('utf-8', 'ignore')
        for name in CHARSETS:
            for settings in SETTINGS:
                yield settings + text.encode(name, 'replace')


def models():
    """The shipped model, cut down to the smallest table that is allowed."""
    model = bytearray(next(read('data/model/*.spm')))
    named, = struct.unpack_from('<I', model, 52)
    size = 64 + 4 * named + 8 * 64 + 256
    struct.pack_into('<I', model, 12, 8)
    return [bytes(model[:size])]


def sketches():
    """A sketch as lib/mine/sketch_file.c has it: one site, one link."""
    form = struct.pack('<HH', 1, 5) + b'f{ORG}'
    link = struct.pack('<QI', 7, 0)
    counts = struct.pack('<6Q', 3, 1, 1, 0, 9, 1)
    site = struct.pack('<BBHI', 0, 0, 0, 1) + counts + link
    host = struct.pack('<BBHI', 2, 0, 9, 1) + counts + b'a.example' + link
    body = form + site + host
    return [struct.pack('<8s5I4x4xQ8x', b'SCLSSKCH', 1, 9, 4, 1, 2,
                        48 + len(body)) + body]


def record(kind, head, body):
    block = head + body
    return (b'WARC/1.0\r\nWARC-Type: %s\r\nWARC-Record-ID: <urn:uuid:1>\r\n'
            b'WARC-Target-URI: https://a.example/\r\n'
            b'Content-Length: %d\r\n\r\n%s\r\n\r\n'
            % (kind, len(block), block))


def documents():
    """An even first byte: archives; an odd one: JSON lines."""
    head = b'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=gbk\r\n'
    for page in pages('html'):
        page = page[:2048]
        yield (b'0' + record(b'warcinfo', b'', b'x: y')
               + record(b'response', head + b'\r\n', page)
               + record(b'conversion', b'', page))
        yield b'0' + record(b'response', head
                            + b'Content-Encoding: gzip\r\n\r\n',
                            gzip.compress(page))
        yield b'0' + record(b'response', head
                            + b'Content-Encoding: zstd\r\n\r\n',
                            zstd.frame(page))
        yield b'0' + record(
            b'response', head + b'Transfer-Encoding: chunked\r\n'
            b'Content-Encoding: deflate\r\n\r\n', b'%x\r\n%s\r\n0\r\n\r\n'
            % (len(zlib.compress(page)), zlib.compress(page)))
        text = page.decode('utf-8', 'ignore')
        yield b'1' + b'\n'.join(json.dumps(x).encode() for x in (
            {'id': 1, 'html': text}, {'text': text, 'url': 'https://a/'}))


def unpacked():
    """The format and the bytes a step has, then what is packed."""
    texts = [page[:2048] for page in pages('html')]
    dictionary = zstd.train([page[i:i + 200] for page in texts
                             for i in range(0, 2048, 20)])
    for page in texts:
        bare = zlib.compress(page)[2:-4]
        frames = (zstd.frame(page[:99], page[99:]) + zstd.skippable(b'x', 3)
                  + zstd.plain_frame(page, 20))
        packed = (gzip.compress(page) * 2, zlib.compress(page), bare, page,
                  frames, zstd.dictionary_frame(zstd.frame(dictionary))
                  + zstd.frame(page, dictionary=dictionary))
        for number, data in enumerate(packed):
            yield bytes((number, number)) + data


def seeds():
    return {
        'charset': list(encoded()),
        'documents': list(documents()),
        'headlines': headlines(),
        'html': pages('html'),
        'json': [b'a/path\0' + page for page in pages('html')],
        'lexicon': lexicons(),
        'links': links(),
        'model': models(),
        'robots': [b'/private/x?y=1\0' + text.encode('utf-8')
                   for text in ROBOTS],
        'rules': packs(),
        'sketch': sketches(),
        'text': pages('txt'),
        'unpack': list(unpacked()),
    }


def main(folder):
    for name, texts in seeds().items():
        os.makedirs(os.path.join(folder, name), exist_ok=True)
        for number, text in enumerate(texts):
            path = os.path.join(folder, name, f'seed{number:04}')
            with open(path, 'wb') as file:
                file.write(text)


main(sys.argv[1])
