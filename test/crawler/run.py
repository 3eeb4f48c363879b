#!/usr/bin/env python3
"""The crawler on two small sites: what it asks for, and what it prints."""
import json
import os
import subprocess
import sys
import tempfile
import traceback

from sites import (DEEP_LINKS, FARM_LINKS, HONEST_BODY, HONEST_LINKS, Site,
                   landing, library, page)

# Whatever proxy this machine has: the sites are on it.
os.environ['no_proxy'] = '*'
CRAWLER = os.path.join(os.environ.get('BUILD', 'build'), 'spamcls-crawler')


class Crawl:
    """One run of the crawler on fresh sites."""

    def __init__(self, *options, seeds=('/',), robots=None, more=None):
        self.elsewhere = Site(landing())
        self.site = Site(library(self.elsewhere.url))
        if robots is not None:
            self.site.pages['/robots.txt'] = robots
        self.site.pages.update(more or {})
        with tempfile.NamedTemporaryFile('w', suffix='.txt') as file:
            file.write('# seeds\n\n')
            file.writelines(self.site.url + seed + '\n' for seed in seeds)
            file.flush()
            done = subprocess.run(
                [CRAWLER, '--delay', '20', *options, file.name],
                capture_output=True, timeout=60, check=False)
        self.site.close()
        self.elsewhere.close()
        assert done.returncode == 0, done.stderr.decode()
        self.pages = {}
        for line in done.stdout.decode().splitlines():
            record = json.loads(line)
            path = record['url'].replace(self.site.url, '')
            assert path not in self.pages, f'{path} comes twice'
            self.pages[path] = record

    def verdict(self, path):
        return self.pages[path]['result']['verdict']


def test_whole_site():
    crawl = Crawl('--max-bytes', '100000')
    for path in '/', '/hours.html', '/card.html', '/private/open.html':
        assert crawl.verdict(path) == 'clean', path
    assert crawl.pages['/card.html']['result']['charset'].lower() \
        == 'gb18030'
    assert crawl.verdict('/farm.html') == 'farm'
    # The links of a farm's page are reported, and not followed.
    assert len(crawl.pages['/farm.html']['result']['links']) == 8
    assert not any(path.startswith('/farm/') for path in crawl.site.paths())
    assert crawl.verdict('/deep0.html') == 'clean'
    assert crawl.pages['/deep0.html']['depth'] == 2


def test_errors_are_lines():
    crawl = Crawl('--max-bytes', '100000')
    assert crawl.pages['/missing.html']['status'] == 404
    assert '--max-bytes' in crawl.pages['/large.html']['error']
    assert 'text' in crawl.pages['/photo.html']['error']
    assert all('result' not in page for page in crawl.pages.values()
               if 'error' in page)


def test_picture():
    """It is not read on to find that it is too large."""
    crawl = Crawl('--max-bytes', '1000', seeds=('/photo.html',), more={
        '/photo.html': (200, {'Content-Type': 'image/png'}, b'x' * 3000)})
    assert crawl.pages['/photo.html']['error'] == 'not a page of text'


def test_robots():
    crawl = Crawl()
    paths = crawl.site.paths()
    assert paths[0] == '/robots.txt' and paths.count('/robots.txt') == 1
    assert '/private/staff.html' not in paths
    assert '/private/open.html' in paths
    assert 'robots.txt' in crawl.pages['/private/staff.html']['error']


def test_robots_by_name():
    crawl = Crawl('--agent', 'OtherBot')
    assert crawl.site.paths() == ['/robots.txt']
    assert crawl.site.asked[0][2] == 'OtherBot'
    assert 'robots.txt' in crawl.pages['/']['error']


def test_robots_missing_and_broken():
    assert '/' in Crawl('--max-depth', '0', robots=(404, {}, b'')).pages
    crawl = Crawl(robots=(503, {}, b''))
    assert crawl.site.paths() == ['/robots.txt']
    assert 'cannot be read' in crawl.pages['/']['error']
    assert 'at fault' in crawl.pages['/']['why']
    closed = Site({})
    closed.close()
    done = subprocess.run([CRAWLER, '-'], input=closed.url.encode(),
                          capture_output=True, timeout=20, check=False)
    assert 'connect' in json.loads(done.stdout)['why']


def test_robots_with_a_version():
    crawl = Crawl('--agent', 'OtherBot/2.1 (+http://other.example/bot)')
    assert crawl.site.paths() == ['/robots.txt']
    assert crawl.site.asked[0][2].startswith('OtherBot/2.1 (')


def test_large_robots():
    rules = b'User-agent: *\nDisallow: /private/\n'
    crawl = Crawl('--max-depth', '1',
                  robots=(200, {}, rules + b'Disallow: /x\n' * 50000))
    assert crawl.verdict('/') == 'clean'
    assert '/private/staff.html' not in crawl.site.paths()


def test_plain_text():
    """Its kind, its charset and its address are handed on."""
    text = '\n\n'.join(('The library', *HONEST_BODY)).encode('gb18030')
    crawl = Crawl(seeds=('/a.txt',), more={'/a.txt': (
        200, {'Content-Type': 'text/plain; charset="GB18030"'}, text)})
    found = crawl.pages['/a.txt']['result']
    assert (found['kind'], found['verdict']) == ('text', 'clean')
    assert found['charset_source'] == 'caller'
    assert found['url'] == crawl.site.url + '/a.txt'


def test_base():
    """Links are relative to what a page says they are."""
    html = page('The library', HONEST_BODY, [
        (href[1:], text) for href, text in DEEP_LINKS])
    crawl = Crawl('--max-depth', '1', seeds=('/old/base.html',), more={
        '/old/base.html': (200, {'Content-Type': 'text/html'}, html.replace(
            b'<title>', b'<base href="/"><title>'))})
    assert DEEP_LINKS[0][0] in crawl.site.paths()


def test_links_that_look_like_spam():
    """They are not followed from a clean page, either."""
    links = (*HONEST_LINKS, *DEEP_LINKS, ('/spam.html', FARM_LINKS[0][1]))
    crawl = Crawl('--max-depth', '1', seeds=('/mixed.html',), more={
        '/mixed.html': (200, {'Content-Type': 'text/html'},
                        page('The library', HONEST_BODY, links))})
    found = crawl.pages['/mixed.html']['result']
    assert found['verdict'] == 'clean'
    assert found['links'][-1]['label'] != 'clean'
    assert links[0][0] in crawl.site.paths()
    assert '/spam.html' not in crawl.site.paths()


def test_robots_elsewhere():
    crawl = Crawl('--max-depth', '1', seeds=('/private/staff.html',),
                  robots=(301, {'Location': '/rules.txt'}, b''),
                  more={'/rules.txt': (200, {}, b'User-agent: *\n'
                                       b'Disallow: /private/\n')})
    assert crawl.site.paths() == ['/robots.txt', '/rules.txt']
    assert 'not allow' in crawl.pages['/private/staff.html']['error']


def test_seeds_as_editors_write_them():
    site = Site(landing())
    for form in ('\ufeff{}\n', '  {}', '\t{}\r\n', '{} a library\n',
                 '#' + 'x' * 20000 + '\n{}\n'):
        done = subprocess.run(
            [CRAWLER, '--delay', '1', '-'], timeout=20, check=False,
            input=form.format(site.url + '/landed.html').encode(),
            capture_output=True)
        assert (done.returncode, done.stderr) == (0, b''), form
        assert b'"verdict":"clean"' in done.stdout, form
    done = subprocess.run(
        [CRAWLER, '-'], timeout=20, capture_output=True, check=False,
        input=f'{site.url}/{"a" * 9000}\n{site.url}/\nftp://a/\n'.encode())
    site.close()
    assert b'-:1: left out' in done.stderr and b'-:3: ' in done.stderr
    assert done.stdout.count(b'\n') == 1


def test_host_in_another_script():
    """Asked for, and told, by its name in ASCII; libcurl has all hosts of
    localhost on loopback."""
    site = Site(landing())
    port = site.url.rsplit(':', 1)[1]
    done = subprocess.run(
        [CRAWLER, '--delay', '1', '-'], capture_output=True, timeout=20,
        input=f'http://bücher.localhost:{port}/landed.html'.encode(),
        check=False)
    site.close()
    record = json.loads(done.stdout)
    assert record['url'] == \
        f'http://xn--bcher-kva.localhost:{port}/landed.html'
    assert record['result']['verdict'] == 'clean'


def test_every_page_once():
    paths = Crawl().site.paths()
    assert len(paths) == len(set(paths)), sorted(paths)


def test_pace():
    robots = (200, {}, b'User-agent: *\nCrawl-delay: 0.3\n')
    crawl = Crawl('--max-pages', '3', robots=robots)
    times = [time for time, _, _ in crawl.site.asked]
    assert len(times) == 4
    gaps = [b - a for a, b in zip(times, times[1:])]
    # Measured where it arrives: a little less than what was waited.
    assert min(gaps) > 0.25, gaps


def test_pace_of_one_machine():
    """Its pages behind another port are not asked for meanwhile."""
    sites = [Site(landing()), Site(landing())]
    subprocess.run(
        [CRAWLER, '--delay', '200', '-'], timeout=20, check=True,
        input='\n'.join(s.url + '/landed.html' for s in sites).encode(),
        capture_output=True)
    times = sorted(time for s in sites for time, _, _ in s.asked)
    for site in sites:
        site.close()
    assert len(times) == 4
    gaps = [b - a for a, b in zip(times, times[1:])]
    assert min(gaps) > 0.15, gaps


def test_rest():
    """A host that says when it will answer again is not asked before."""
    crawl = Crawl('--max-pages', '2', seeds=('/busy.html', '/'), more={
        '/busy.html': (429, {'Retry-After': '1'}, b'')})
    times = {path: time for time, path, _ in crawl.site.asked}
    assert times['/'] - times['/busy.html'] > 0.95, times


def test_limits():
    assert set(Crawl('--max-depth', '0').pages) == {'/'}
    crawl = Crawl('--max-pages=2')
    assert len([p for p in crawl.site.paths() if p != '/robots.txt']) == 2
    assert '/deep0.html' not in Crawl('--max-depth', '1').pages


def test_redirects():
    crawl = Crawl(seeds=('/moved.html', '/away.html', '/loop.html'))
    assert crawl.pages['/moved.html']['redirect'].endswith('/here.html')
    assert crawl.verdict('/here.html') == 'clean'
    assert crawl.elsewhere.paths() == ['/robots.txt', '/landed.html']
    loop = [p for p in crawl.site.paths() if p.startswith('/loop')]
    assert len(loop) == 2


def test_redirects_in_a_row():
    hops = {f'/hop{n}': (302, {'Location': f'/hop{n + 1}'}, b'')
            for n in range(9)}
    crawl = Crawl('--max-redirects', '3', seeds=('/hop0',), more=hops)
    assert crawl.site.paths() == ['/robots.txt', '/hop0', '/hop1', '/hop2',
                                  '/hop3']


def test_same_host():
    crawl = Crawl('--same-host', seeds=('/away.html',))
    assert crawl.elsewhere.paths() == []
    assert 'redirect' in crawl.pages['/away.html']


def test_only_http():
    crawl = Crawl(seeds=('/hours.html', '#', ''))
    assert '/hours.html' in crawl.pages
    done = subprocess.run([CRAWLER, '-'], capture_output=True, timeout=20,
                          input=b'file:///etc/hostname\nftp://a/\nnot a url\n'
                          b'http://user:word@127.0.0.1/\n', check=False)
    assert done.returncode == 66 and done.stdout == b''
    assert done.stderr.count(b'left out') == 4
    assert b'no URL in -' in done.stderr


def test_timeout():
    crawl = Crawl('--timeout', '1', seeds=('/slow.html',))
    assert 'imeout' in crawl.pages['/slow.html']['error']


def test_cannot_write():
    site = Site(library('http://127.0.0.1:1'))
    with open('/dev/full', 'wb') as full:
        done = subprocess.run([CRAWLER, '-'], stdout=full, timeout=20,
                              input=site.url.encode(), check=False,
                              stderr=subprocess.PIPE)
    site.close()
    assert done.returncode == 74
    assert b'the pages: No space left on device' in done.stderr
    with open('/dev/full', 'wb') as full:
        done = subprocess.run([CRAWLER, '--help'], stdout=full, timeout=20,
                              stderr=subprocess.PIPE, check=False)
    assert done.returncode == 74
    assert b'the help: No space left on device' in done.stderr


def test_usage():
    def code(*arguments):
        return subprocess.run([CRAWLER, *arguments], capture_output=True,
                              timeout=20, check=False).returncode
    assert code() == 64
    assert code('--no-such-option', '1', 'x') == 64
    assert code('--threads', 'two', 'x') == 64
    assert code('--threads', '0', 'x') == 64
    folder = os.path.dirname(os.path.abspath(__file__))
    for seeds, why in (('/no/such/file', b'No such file or directory'),
                       (folder, b'Is a directory'), (os.devnull, b'no URL')):
        done = subprocess.run([CRAWLER, seeds], capture_output=True,
                              timeout=20, check=False)
        assert done.returncode == 66 and why in done.stderr, done.stderr
    assert code('--db', '/no/such/place', '-') == 65
    assert code('--help') == 0 and code('x', '--help') == 0
    assert code('-x') == 64
    assert code('--same-host=1', '/no/such/file') == 64
    assert code('--no-such-option=1', '/no/such/file') == 64
    assert code('--threads=two', 'x') == code('--threads=', 'x') == 64
    assert code('--threads=2', '--same-host', '/no/such/file') == 66
    assert code('--db=/no/such/place', '-') == 65
    assert code('--agent', '--same-host', '/no/such/file') == 64
    assert code('--agent=--x', '--same-host', '/no/such/file') == 66
    for empty in ['--agent='], ['--agent', ''], ['--db='], ['--db', '']:
        assert code(*empty, '/no/such/file') == 64, empty
    done = subprocess.run([CRAWLER, '--threads', '257', 'x'], timeout=20,
                          capture_output=True, check=False)
    assert b'--threads 257: a whole number up to 256' in done.stderr


def test_no_orders():
    """A name in a message is of one line, without orders to a terminal."""
    for call in [], ['--db'], ['--threads'], ['a'], ['--no-such-option', '1']:
        done = subprocess.run([CRAWLER, *call, '/no/\x1b[2J\nx'], timeout=20,
                              capture_output=True, check=False)
        assert done.returncode in (64, 66), call
        assert done.stderr.count(b'\n') == 1 and b'\x1b' not in done.stderr


def main():
    tests = [(name, test) for name, test in globals().items()
             if name.startswith('test_') and callable(test)]
    failed = 0
    for name, test in tests:
        try:
            test()
        except Exception:
            failed += 1
            print(f'crawler: {name}')
            traceback.print_exc(file=sys.stdout)
    print(f'{len(tests) - failed} passed, {failed} failed')
    return 1 if failed else 0


sys.exit(main())
