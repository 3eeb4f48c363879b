"""What the lint scripts share: the files of the tree, and how to complain."""
import os
import subprocess
import sys

TOP = os.path.dirname(os.path.dirname(os.path.dirname(
    os.path.abspath(__file__))))


class Report:
    """Collects faults; every check counts as one test."""

    def __init__(self):
        self.passed = self.failed = 0
        self.faults = []

    def fault(self, place, text):
        self.faults.append(f'{place}: {text}')

    def close(self, name):
        """Ends one check: prints its faults."""
        if self.faults:
            self.failed += 1
            print(f'{name}: {len(self.faults)} faults')
            for fault in self.faults:
                print('  ' + fault)
        else:
            self.passed += 1
        self.faults = []

    def exit(self):
        print(f'{self.passed} passed, {self.failed} failed')
        sys.exit(1 if self.failed else 0)


def files(*endings, under=('lib', 'include', 'examples', 'test', 'data')):
    """Paths of the files with such endings, from the top of the tree."""
    found = []
    for folder in under:
        for path, folders, names in os.walk(os.path.join(TOP, folder)):
            folders[:] = sorted(set(folders) - {'__pycache__', 'build'})
            for name in sorted(names):
                if name.endswith(endings):
                    whole = os.path.join(path, name)
                    found.append(os.path.relpath(whole, TOP))
    return found


def read(path):
    with open(os.path.join(TOP, path), encoding='utf-8') as file:
        return file.read()


def output(*command):
    return subprocess.run(command, check=True, capture_output=True,
                          text=True, cwd=TOP).stdout
