#!/usr/bin/env python3
"""Names and calls that have no place here.  usage: words.py ARCHIVE"""
import collections
import os
import re
import sys

import tree

# Output, process-wide state, the locale: not in a library.
BANNED = re.compile(
    r'\b(abort|exit|_Exit|printf|fprintf|vprintf|puts|fputs|putchar|perror'
    r'|setlocale|strtod|strtof|strtold|atof|sprintf|strcpy|strcat|gets'
    r'|xmlCleanupParser|u_cleanup|isalpha|isdigit|isspace|tolower|toupper)'
    r'\s*\(')
HEADERS = re.compile(r'#\s*include\s*<(ctype|locale)\.h>')
GOTO = re.compile(r'\bgoto\s+(?!done\b)\w+')
LATER = re.compile(r'\b(TODO|FIXME)\b')
TYPE = re.compile(r'\b(?:struct|enum|union)\s+(scls_\w+)\s*\{'
                  r'|^\}\s*(scls_\w+)\s*;', re.M)
COMMENT = re.compile(r'/\*.*?\*/|//[^\n]*', re.S)
STRING = re.compile(r'"(?:\\.|[^"\\\n])*"')


def code_only(text):
    """The text with comments and strings blank, line for line."""
    def blank(match):
        return re.sub(r'[^\n]', ' ', match.group())
    return STRING.sub(blank, COMMENT.sub(blank, text))


def search(report, path, text, pattern, why):
    for match in pattern.finditer(text):
        line = text.count('\n', 0, match.start()) + 1
        report.fault(f'{path}:{line}', f'{match.group().strip()}: {why}')


def check_calls(report):
    for path in tree.files('.c', '.h', under=['lib']):
        text = code_only(tree.read(path))
        search(report, path, text, BANNED, 'not in a library')
        search(report, path, text, HEADERS, 'depends on the locale')
    report.close('calls')


def check_goto(report):
    for path in tree.files('.c', '.h'):
        search(report, path, code_only(tree.read(path)), GOTO, 'only done')
    report.close('goto')


def check_later(report):
    for path in tree.files('.c', '.h', '.def', '.py', '.sh', '.md'):
        if path != 'test/lint/words.py':
            search(report, path, tree.read(path), LATER, 'do it or file it')
    report.close('work left')


def check_names(report):
    """No two files of the library, or of one example, have one name."""
    places = collections.defaultdict(list)
    for path in tree.files('.c', '.h', '.def', '.inc',
                           under=('lib', 'examples')):
        folders = path.split('/')
        part = folders[0] if folders[0] == 'lib' else '/'.join(folders[:2])
        places[part, os.path.basename(path)].append(path)
    for (_, name), paths in sorted(places.items()):
        if len(paths) > 1:
            report.fault(name, ' and '.join(paths))
    report.close('file names')


def check_types(report):
    """A type that files share has a name of its own in all rooms."""
    places = collections.defaultdict(set)
    for path in tree.files('.h', under=['lib']):
        for found in TYPE.findall(code_only(tree.read(path))):
            places[found[0] or found[1]].add(path)
    for name, paths in sorted(places.items()):
        if len(paths) > 1:
            report.fault(name, ' and '.join(sorted(paths)))
    report.close('types')


def check_reasons(report):
    """Features and reasons are told by their names: none stands twice in a
    table."""
    for path in tree.files('.def', under=['lib']):
        names = collections.Counter(re.findall(
            r'^SCLS_\w+\(\w+, "([^"]+)"', tree.read(path), re.M))
        for name in sorted(n for n in names if names[n] > 1):
            report.fault(path, f'{name} stands there twice')
    report.close('names of reasons')


def check_symbols(report, archive):
    for line in tree.output('nm', '-g', '--defined-only', archive) \
            .splitlines():
        words = line.split()
        if len(words) == 3 and not words[2].startswith(
                ('scls_', 'spamcls_', '__asan', '__odr_asan', '__tsan')):
            report.fault(archive, f'{words[2]} has no prefix')
    report.close('symbols')


def main():
    report = tree.Report()
    check_calls(report)
    check_goto(report)
    check_later(report)
    check_names(report)
    check_types(report)
    check_reasons(report)
    check_symbols(report, sys.argv[1])
    report.exit()


main()
