#!/usr/bin/env python3
"""Runs the cases of this folder; see README.md.  usage: run.py [CASE...]"""
import json
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..'))
from units import SPAMCLS  # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))
# Under valgrind: a command that runs the tool.
WRAP = os.environ.get('VALGRIND', '').split()
SPAM = ('likely', 'certain')


def load(name):
    with open(os.path.join(HERE, name, 'expect.json'),
              encoding='utf-8') as file:
        return json.load(file)


def stored(name):
    """The bytes of a case's own input file, and its ending."""
    for ending in 'txt', 'html', 'bin':
        path = os.path.join(HERE, name, 'input.' + ending)
        if os.path.exists(path):
            with open(path, 'rb') as file:
                return file.read(), ending
    raise FileNotFoundError(f'{name} has no input')


def make_input(name, expect):
    data, ending = stored(expect.get('from', name))
    if 'encode' in expect or 'replace' in expect:
        text = data.decode('utf-8')
        for old, new in expect.get('replace', ()):
            assert old in text, f'{name}: {old} is not there to replace'
            text = text.replace(old, new)
        data = text.encode(expect.get('encode', 'utf-8'))
    data *= expect.get('repeat', 1)
    for at, value in expect.get('bytes', ()):
        value = bytes.fromhex(value)
        data = data[:at] + value + data[at + len(value):]
    return data, ending


def answer(name, expect, folder, *command):
    data, ending = make_input(name, expect)
    path = os.path.join(folder, f'{name}.{ending}')
    with open(path, 'wb') as file:
        file.write(data)
    done = subprocess.run(
        [*WRAP, SPAMCLS, *command, *expect.get('options', ()), path],
        capture_output=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr.decode('utf-8', 'replace')
    lines = done.stdout.decode('utf-8').splitlines()
    assert len(lines) == 1, f'{len(lines)} lines'
    return json.loads(lines[0])


def check_promises(page):
    """What holds of every page."""
    total = sum(reason['weight'] for reason in page['reasons'])
    assert total == page['score'], f'reasons sum to {total}'
    assert 0 <= page['probability'] <= 1
    last = 0
    for segment in page['segments']:
        assert last <= segment['begin'] <= segment['end'], segment
        last = segment['end']
    for link in page['links']:
        size = len(link['text'].encode('utf-8'))
        assert link['end'] - link['begin'] == size, link
        assert link['list'] < len(page['lists']), link


def role_text(case, page, role):
    """The text of all segments of a role; for inputs that are the text."""
    done, _ = make_input(*case)
    return '\n'.join(
        done[s['begin']:s['end']].decode('utf-8', 'replace')
        for s in page['segments'] if s['role'] == role)


def check_text(case, expect, page):
    wanted = expect.get('body_has', ())
    unwanted = expect.get('body_has_not', ())
    if not wanted and not unwanted:
        return
    body = role_text(case, page, 'body')
    for piece in wanted:
        assert piece in body, f'not in the body: {piece}'
    for piece in unwanted:
        assert piece not in body, f'in the body: {piece}'


def check_spans(page):
    """Every span of a split page cuts out what it names."""
    text = page['text'].encode('utf-8')

    def cut(span):
        assert 0 <= span['begin'] <= span['end'] <= len(text), span
        return text[span['begin']:span['end']].decode('utf-8')

    body = ''.join(cut(s) + '\n' for s in page['segments']
                   if s['role'] in ('body', 'heading'))
    assert body == page['body'], 'the body is not that of its segments'
    for found in page['lists']:
        assert found['heading'] in page['text'], found['heading']
        whole = cut(found)
        for link in found['links']:
            assert cut(link) == link['text'], link
            assert link['text'] in whole, link
    return cut


def check_split(expect, page):
    if 'error' in page:
        return
    cut = check_spans(page)
    for role, pieces in expect.get('roles', {}).items():
        said = '\n'.join(cut(s) for s in page['segments']
                         if s['role'] == role)
        for piece in pieces:
            assert piece in said, f'{role} lacks {piece}: {said}'
    for piece in expect.get('not_in_body', ()):
        assert piece not in page['body'], f'in the body: {piece}'
    if 'lists' in expect:
        lists = [[x['role'], x['heading'], [y['text'] for y in x['links']]]
                 for x in page['lists']]
        assert lists == expect['lists'], lists


def check_links(expect, page):
    texts = [link['text'] for link in page['links']]
    spam = [link for link in page['links'] if link['label'] in SPAM]
    if 'links' in expect:
        assert texts == expect['links'], f'links: {texts}'
    if 'n_links' in expect:
        assert len(texts) == expect['n_links'], f'links: {texts}'
    if 'trailing' in expect:
        assert page['lists'][0]['trailing'] == expect['trailing']
    assert len(spam) >= expect.get('spam_at_least', 0), \
        f'{len(spam)} spam links'
    assert len(spam) <= expect.get('spam_at_most', len(spam)), spam


def check(case, expect, page):
    assert 'error' not in page, page
    check_promises(page)
    for key in 'verdict', 'kind', 'title', 'charset', 'charset_source':
        if key in expect:
            assert str(page[key]).lower() == str(expect[key]).lower(), \
                f'{key}: {page[key]}'
    for flag in expect.get('flags', ()):
        assert flag in page['flags'], f'flags: {page["flags"]}'
    for flag in expect.get('no_flags', ()):
        assert flag not in page['flags'], f'flags: {page["flags"]}'
    assert page['repairs'] >= expect.get('repairs_at_least', 0)
    check_links(expect, page)
    check_text(case, expect, page)


def run(name, folder):
    """Why the case fails, or None."""
    try:
        expect = load(name)
        check((name, expect), expect, answer(name, expect, folder, 'score'))
        check_split(expect, answer(name, expect, folder, 'split', '--json'))
    except (AssertionError, ValueError, OSError, KeyError, IndexError,
            subprocess.TimeoutExpired) as error:
        return f'{type(error).__name__}: {error}'
    return None


def main():
    names = sys.argv[1:] or sorted(
        name for name in os.listdir(HERE)
        if os.path.exists(os.path.join(HERE, name, 'expect.json')))
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            why = run(name, folder)
            if why:
                failed += 1
                print(f'corpus: {name}: {why}')
    print(f'{len(names) - failed} passed, {failed} failed')
    return 1 if failed else 0


sys.exit(main())
