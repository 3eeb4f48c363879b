"""Builds the shared library with make and carries it inside the wheel."""
import os
import shutil
import subprocess
import sys

from setuptools import setup
from setuptools.command.build_py import build_py

try:  # where it lives from setuptools 70 on
    from setuptools.command.bdist_wheel import bdist_wheel
except ImportError:
    from wheel.bdist_wheel import bdist_wheel

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))
# Outside this folder, so that a build leaves the source tree as it was.
WORK = os.path.join(TOP, 'build', 'python')


def version():
    names = {}
    with open(os.path.join(HERE, 'spamcls', '_version.py'),
              encoding='utf-8') as file:
        exec(file.read(), names)
    return names['VERSION']


def make_library():
    """Runs make; returns the path of the library."""
    if not os.path.exists(os.path.join(TOP, 'Makefile')):
        sys.exit('spamcls: the C sources are not here; install from a clone: '
                 'pip install examples/python')
    environment = dict(os.environ)
    # A make above this one has its own job server and flags.
    for name in ('MAKEFLAGS', 'MFLAGS', 'MAKELEVEL', 'BUILD'):
        environment.pop(name, None)
    jobs = f'-j{os.cpu_count() or 1}'
    subprocess.run(['make', '-s', '-C', TOP, jobs, 'lib'], check=True,
                   env=environment)
    return os.path.join(TOP, 'build', 'libspamcls.so')


class BuildWithLibrary(build_py):
    """The package, with the library and the licence of both beside it."""

    def run(self):
        super().run()
        folder = os.path.join(self.build_lib, 'spamcls')
        os.makedirs(folder, exist_ok=True)
        for path in make_library(), os.path.join(TOP, 'LICENSE'):
            shutil.copyfile(path, os.path.join(folder,
                                               os.path.basename(path)))


class PlatformWheel(bdist_wheel):
    """Any Python 3, but this machine's kind only."""

    def finalize_options(self):
        super().finalize_options()
        self.root_is_pure = False

    def get_tag(self):
        return ('py3', 'none', super().get_tag()[2])


os.makedirs(WORK, exist_ok=True)
setup(
    version=version(),
    cmdclass={'build_py': BuildWithLibrary, 'bdist_wheel': PlatformWheel},
    options={'build': {'build_base': WORK}, 'egg_info': {'egg_base': WORK}},
)
