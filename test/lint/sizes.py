#!/usr/bin/env python3
"""Lengths of functions, files and lines; trailing blanks."""
import re

import tree

FUNCTION_LINES = 60
FILE_LINES = {'.c': 400, '.h': 200}
COLUMNS = 80
TABLES = ('.def', '.inc')
PUBLIC = 'include/spamcls.h'


def signature_start(lines, brace):
    """The first line of the function whose body opens at lines[brace]."""
    start = brace
    while start > 0:
        above = lines[start - 1]
        if not above.strip() or above.startswith(('#', '/*', ' *', '}')) \
                or above.rstrip().endswith((';', '*/')):
            break
        start -= 1
    return start


def functions(text):
    """Yields (line number, name, length) of each function of a .c file."""
    lines = text.split('\n')
    brace = None
    for number, line in enumerate(lines):
        if line == '{':
            brace = number
        elif line == '}' and brace is not None:
            start = signature_start(lines, brace)
            head = ' '.join(lines[start:brace])
            name = re.search(r'(\w+)\s*\(', head)
            yield (start + 1, name.group(1) if name else '?',
                   number - start + 1)
            brace = None


def check_functions(report):
    lengths = []
    for path in tree.files('.c'):
        for line, name, length in functions(tree.read(path)):
            if path.startswith('lib/'):
                lengths.append(length)
            if length > FUNCTION_LINES:
                report.fault(f'{path}:{line}', f'{name}: {length} lines')
    report.close('function length')
    lengths.sort()
    if lengths:
        print(f'lib: {len(lengths)} functions, median '
              f'{lengths[len(lengths) // 2]} lines, 95 of 100 below '
              f'{lengths[len(lengths) * 95 // 100] + 1}')


def check_files(report):
    for ending, most in FILE_LINES.items():
        for path in tree.files(ending):
            lines = tree.read(path).count('\n')
            if lines > most and path != PUBLIC:
                report.fault(path, f'{lines} lines, at most {most}')
    report.close('file length')


def columns(line):
    return len(line.expandtabs(8))


def check_lines(report):
    for path in tree.files('.c', '.h', '.py', '.sh', *TABLES):
        for number, line in enumerate(tree.read(path).split('\n'), 1):
            place = f'{path}:{number}'
            if columns(line) > COLUMNS and not path.endswith(TABLES):
                report.fault(place, f'{columns(line)} columns')
            if line != line.rstrip():
                report.fault(place, 'trailing blanks')
    report.close('lines')


def main():
    report = tree.Report()
    check_functions(report)
    check_files(report)
    check_lines(report)
    report.exit()


main()
