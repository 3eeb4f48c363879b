"""The ctypes structs against what the C compiler says of the header."""
import ctypes
import os
import subprocess

import pytest
import spamcls
from spamcls import _structs

TOP = os.path.dirname(os.path.dirname(os.path.dirname(
    os.path.abspath(__file__))))
NAMES = {'Error': 'error', 'DbInfo': 'db_info',
         'DbOptions': 'db_options', 'Limits': 'limits',
         'Input': 'input', 'Segment': 'segment', 'List': 'list',
         'Link': 'link', 'Reason': 'reason', 'Result': 'result',
         'Span': 'span', 'Score': 'score', 'Slot': 'slot',
         'Explanation': 'explanation', 'SketchOptions': 'sketch_options',
         'Marked': 'marked', 'Page': 'page', 'Top': 'top', 'Share': 'share',
         'Site': 'site'}


def source():
    """A program that prints "STRUCT.FIELD OFFSET" and "STRUCT SIZE"."""
    lines = ['#include <spamcls.h>', '#include <stdio.h>',
             'int main(void) {']
    for python, name in NAMES.items():
        c_name = 'spamcls_' + name
        lines.append(f'printf("{python} %zu\\n", sizeof({c_name}));')
        for field in getattr(_structs, python)._fields_:
            lines.append(f'printf("{python}.{field[0]} %zu\\n", '
                         f'offsetof({c_name}, {field[0]}));')
    return '\n'.join(lines + ['return 0; }', ''])


@pytest.fixture(scope='module')
def measured(tmp_path_factory):
    folder = tmp_path_factory.mktemp('layout')
    (folder / 'layout.c').write_text(source())
    compiler = os.environ.get('CC', 'cc').split()
    subprocess.run([*compiler, '-I', TOP + '/include',
                    str(folder / 'layout.c'), '-o', str(folder / 'layout')],
                   check=True)
    out = subprocess.run([str(folder / 'layout')], check=True,
                         capture_output=True, text=True).stdout
    return dict(line.split() for line in out.splitlines())


@pytest.mark.parametrize('name', NAMES)
def test_layout(measured, name):
    struct = getattr(_structs, name)
    assert ctypes.sizeof(struct) == int(measured[name])
    for field in struct._fields_:
        offset = getattr(struct, field[0]).offset
        assert offset == int(measured[f'{name}.{field[0]}']), field[0]


def test_what_the_wheel_carries():
    """The licence goes where the library goes; types are for others, too."""
    folder = os.path.dirname(spamcls.__file__)
    with open(os.path.join(folder, 'LICENSE'), 'rb') as carried, \
            open(os.path.join(TOP, 'LICENSE'), 'rb') as licence:
        assert carried.read() == licence.read()
    for name in 'libspamcls.so', 'py.typed':
        assert os.path.exists(os.path.join(folder, name))
