"""The end of a run.py that is a module of unittest: runs it and prints the
line that test/run.sh counts."""
import sys
import unittest


def run():
    suite = unittest.defaultTestLoader.loadTestsFromModule(
        sys.modules['__main__'])
    result = unittest.TextTestRunner(stream=sys.stderr, verbosity=0).run(
        suite)
    failed = len(result.failures) + len(result.errors)
    print(f'{result.testsRun - failed} passed, {failed} failed')
    sys.exit(1 if failed else 0)
