#!/usr/bin/env python3
"""The command where memory runs out: nothing is lost without a word.
usage: run.py"""
import gzip
import json
import os
import shlex
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..'))
from units import SAMPLE, SPAMCLS, FolderTest, run  # noqa: E402

STEP = 7  # of so many allocations one fails
PAGE = ('HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n'
        '<title>城西图书馆</title><p>城西图书馆周末延长开放到晚上九点。')
HEAD = ('WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:%d>\r\n'
        'WARC-Target-URI: http://a.example/\r\nContent-Type: '
        'application/http\r\nContent-Length: %d\r\n\r\n')
COMPILER = shlex.split(os.environ.get('CC', 'cc'))


def archive():
    page = PAGE.encode()
    return b''.join(gzip.compress((HEAD % (i, len(page))).encode() + page
                                  + b'\r\n\r\n') for i in range(3))


def lines():
    return b''.join(json.dumps({'id': i, 'text': 'Lesson %d of a book.' % i})
                    .encode() + b'\n' for i in range(4))


class MemoryTest(FolderTest):
    @classmethod
    def setUpClass(cls):
        cls.made = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.made.cleanup)
        cls.miser = os.path.join(cls.made.name, 'miser.so')
        subprocess.run(COMPILER + [
            '-shared', '-fPIC', '-o', cls.miser,
            os.path.join(os.path.dirname(__file__), 'miser.c')], check=True)

    def under(self, arguments, data, **settings):
        """Exit code, answers and messages of a call."""
        done = subprocess.run(
            [SPAMCLS, *arguments], input=data, capture_output=True,
            env=dict(os.environ, LD_PRELOAD=self.miser, **settings),
            timeout=60, check=False)
        return done.returncode, done.stdout, done.stderr

    def sweep(self, *arguments, data=None):
        """What is not as it is with memory is told: by the exit code (also of
        a crash: ICU has some), by an error in place of an answer, or by a
        message."""
        count = self.path('count')
        whole = self.under(arguments, data, MISER_COUNT=count)
        self.assertEqual(whole[0], 0, whole[2])
        with open(count, encoding='ascii') as file:
            n = int(file.read())
        failed = 0
        for how in 'MISER_AT', 'MISER_FROM':
            for i in range(1, n + 1, STEP):
                code, out, said = self.under(arguments, data, **{how: str(i)})
                if code == 0 and out != whole[1]:
                    self.assertIn(b'"error":', out + said, (how, i, said))
                failed += code != 0 or out != whole[1]
        self.assertGreater(failed, n // STEP)

    def test_score(self):
        self.sweep('score', '--threads', '1', SAMPLE, SAMPLE)

    def test_split(self):
        self.sweep('split', '--json', '--threads', '1', SAMPLE, SAMPLE)

    def test_headlines(self):
        self.sweep('headlines', '--threads', '1', SAMPLE, SAMPLE)

    def test_archive(self):
        self.sweep('score', '--threads', '1', data=archive())

    def test_json_lines(self):
        self.sweep('score', '--jsonl', '--threads', '1', data=lines())

    def test_site(self):
        answers = self.call('score', '--url', 'http://a.example/b', '-',
                            data=PAGE.encode())
        self.sweep('site', '--json', data=answers)


if __name__ == '__main__':
    run()
