"""What the run.py share that are modules of unittest: the command of the
build, a case with a folder of its own, and the end, which prints the line that
test/run.sh counts."""
import json
import os
import subprocess
import sys
import tempfile
import unittest

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BUILD = os.environ.get('BUILD', os.path.join(TOP, 'build'))
SPAMCLS = os.environ.get('SPAMCLS', os.path.join(BUILD, 'spamcls'))
SAMPLE = os.path.join(TOP, 'examples/score/sample.txt')


class FolderTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.errors = ''

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def write(self, name, data):
        """Bytes or a text to a file of the folder; returns its path."""
        path = self.path(name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'wb') as file:
            file.write(data.encode() if isinstance(data, str) else data)
        return path

    def call(self, *arguments, data=None, code=0, out=subprocess.PIPE,
             timeout=120, **more):
        """What the command prints; what it says is in errors."""
        done = subprocess.run([SPAMCLS, *arguments], input=data, stdout=out,
                              stderr=subprocess.PIPE, timeout=timeout,
                              check=False, **more)
        self.errors = done.stderr.decode()
        self.assertEqual(done.returncode, code, self.errors)
        return done.stdout

    def objects(self, *arguments, **more):
        """The same, as the JSON of its lines."""
        return [json.loads(line)
                for line in self.call(*arguments, **more).splitlines()]


def run():
    suite = unittest.defaultTestLoader.loadTestsFromModule(
        sys.modules['__main__'])
    result = unittest.TextTestRunner(stream=sys.stderr, verbosity=0).run(
        suite)
    failed = len(result.failures) + len(result.errors)
    print(f'{result.testsRun - failed} passed, {failed} failed')
    sys.exit(1 if failed else 0)
