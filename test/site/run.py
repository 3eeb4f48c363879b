#!/usr/bin/env python3
"""`spamcls site` on made-up answers of score.  usage: run.py"""
import gzip
import json
import os
import random
import resource
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..'))
from units import SAMPLE, FolderTest, run  # noqa: E402

VERDICTS = 'clean', 'suspect', 'farm'


def link(label, family='', skeleton=''):
    made = {'text': 'x', 'href': '', 'label': label, 'family': family}
    if skeleton:
        made['skeleton'] = skeleton
    return made


def answer(number, host, verdict, n_marked=0, **more):
    links = [link('certain', f'f{k % 3}', '{ORG}%d' % (k % 5))
             for k in range(n_marked)] + [link('clean')] * 2
    return {'path': f'{number}.html', 'verdict': verdict, 'links': links,
            'url': f'https://{host}/{"ab"[number % 2]}/{number}.html',
            **more}


def answers(n, hosts=12):
    rng = random.Random(4)
    made = []
    for number in range(n):
        host = rng.randrange(hosts)
        made.append(answer(number, f'h{host}.site{host // 3}.co.uk',
                           rng.choice(VERDICTS), rng.randrange(6)))
        if rng.randrange(9) == 0:
            made[-1] = {'path': made[-1]['path'], 'error': 'no such file'}
    return made


class SiteTest(FolderTest):
    def write(self, name, lines):
        return super().write(name, ''.join(
            (line if isinstance(line, str) else json.dumps(line)) + '\n'
            for line in lines))

    def run_tool(self, *arguments, **more):
        return self.call('site', *arguments, **more)

    def sites(self, *arguments, **more):
        """The report as {scope: {site: object}}."""
        found = {}
        for site in self.objects('site', '--json', *arguments, **more):
            found.setdefault(site['scope'], {})[site['site']] = site
        return found

    def sketch(self, name, *arguments):
        self.run_tool('--sketch', self.path(name), *arguments)
        with open(self.path(name), 'rb') as file:
            return file.read()


class Counting(SiteTest):
    def test_sums(self):
        made = answers(300)
        found = self.sites(self.write('a', made))
        whole = found['all']['']
        self.assertEqual(whole['pages'] + whole['unreadable'], 300)
        for verdict in 'farm', 'suspect':
            self.assertEqual(whole[verdict], sum(
                a.get('verdict') == verdict for a in made))
        for scope in 'domain', 'host', 'prefix':
            for field in ('pages', 'farm', 'suspect', 'unreadable', 'links',
                          'marked'):
                self.assertEqual(sum(s[field] for s in
                                     found[scope].values()), whole[field])
        self.assertEqual(len(found['domain']), 5)
        self.assertEqual(len(found['host']), 13)

    def test_each_host(self):
        made = answers(300)
        found = self.sites(self.write('a', made))['host']
        for host, site in found.items():
            mine = [a for a in made if host in a.get('url', '(none)')]
            self.assertEqual(site['pages'] + site['unreadable'], len(mine))
            self.assertEqual(site['farm'], sum(
                a.get('verdict') == 'farm' for a in mine))

    def test_interval(self):
        lines = [answer(k, 'a.com', 'farm' if k < 9 else 'clean')
                 for k in range(12)]
        site = self.sites(self.write('a', lines))['host']['a.com']
        share, low, high = site['farm_share']
        self.assertAlmostEqual(share, 0.75, places=5)
        self.assertAlmostEqual(low, 0.467694, places=4)
        self.assertAlmostEqual(high, 0.911061, places=4)

    def test_families_and_skeletons(self):
        lines = [answer(k, 'a.com', 'farm', 5) for k in range(4)]
        site = self.sites(self.write('a', lines))['host']['a.com']
        self.assertEqual(site['families'][:2],
                         [{'name': 'f0', 'links': 8},
                          {'name': 'f1', 'links': 8}])
        self.assertEqual(site['families'][2]['links'], 4)
        self.assertEqual([s['links'] for s in site['skeletons']], [4] * 5)
        self.assertEqual(site['links'], 28)

    def test_of_score(self):
        """What score writes has all that is needed."""
        found = self.sites(data=self.call(
            'score', '--url', 'http://www.farm.com.cn/a/b.html', SAMPLE))
        site = found['domain']['farm.com.cn']
        self.assertEqual(site['farm'], 1)
        self.assertTrue(site['families'])
        self.assertTrue(any('{' in s['name'] for s in site['skeletons']))
        self.assertEqual(list(found['prefix']), ['www.farm.com.cn/a/'])

    def test_of_split_and_links(self):
        """A url goes the whole way: split, score --links, site."""
        url = 'http://a.farm.net/b/c.html'
        split = self.call('split', '--json', '--url', url, SAMPLE)
        self.assertEqual(json.loads(split)['url'], url)
        scored = self.call('score', '--links', '-', data=split
                           + split.replace(b'a.farm', b'b.farm'))
        found = self.sites(data=scored)
        self.assertEqual(sorted(found['host']), ['a.farm.net',
                                                 'b.farm.net'])
        self.assertEqual(found['domain']['farm.net']['pages'], 2)

    def test_of_the_crawler(self):
        inner = answer(1, 'in.example', 'farm')
        del inner['url']
        lines = [{'url': 'http://in.example/', 'depth': 0, 'status': 200,
                  'result': inner},
                 {'url': 'http://in.example/x', 'depth': 0, 'status': 301,
                  'redirect': 'http://in.example/'}]
        site = self.sites(self.write('a', lines))['host']['in.example']
        self.assertEqual((site['farm'], site['unreadable']), (1, 1))


class Addresses(SiteTest):
    def names(self, url, *options):
        line = answer(1, 'x', 'clean')
        line['url'] = url
        found = self.sites(*options, self.write('u', [line]))
        return [list(found[s])[0] for s in ('domain', 'host', 'prefix')]

    def test_names(self):
        for url, expected in {
                'http://WWW.Example.CO.UK:8080/a/b/c?d=/e/':
                    ['example.co.uk', 'www.example.co.uk',
                     'www.example.co.uk/a/'],
                'https://u:p@a.b.com.cn./x.html':
                    ['b.com.cn', 'a.b.com.cn', 'a.b.com.cn/'],
                'https://a.com': ['a.com', 'a.com', 'a.com/'],
                'https://a.com?x/y/': ['a.com', 'a.com', 'a.com/'],
                'http://10.1.2.3/q/': ['10.1.2.3', '10.1.2.3',
                                       '10.1.2.3/q/'],
                'http://[::1]:80/q/r': ['[::1]', '[::1]', '[::1]/q/'],
                'http://me.github.io/p/': ['me.github.io', 'me.github.io',
                                           'me.github.io/p/'],
                'http://github.io/p': ['github.io', 'github.io',
                                       'github.io/'],
                'http://user@M\xdcNCHEN.de.:80/a/':
                    ['xn--mnchen-3ya.de', 'xn--mnchen-3ya.de',
                     'xn--mnchen-3ya.de/a/'],
                'http://XN--mnchen-3ya.de/':
                    ['xn--mnchen-3ya.de', 'xn--mnchen-3ya.de',
                     'xn--mnchen-3ya.de/'],
                'http://a\u3002食狮.公司.cn\u3002/':
                    ['xn--85x722f.xn--55qx5d.cn',
                     'a.xn--85x722f.xn--55qx5d.cn',
                     'a.xn--85x722f.xn--55qx5d.cn/'],
                'http://r3---ü.fa\xdf.de/':
                    ['xn--fa-hia.de', 'xn--r3----ova.xn--fa-hia.de',
                     'xn--r3----ova.xn--fa-hia.de/'],
                'http://\u202ea.com/': ['\u202ea.com', '\u202ea.com',
                                        '\u202ea.com/'],
                'http://' + 'ü' * 99 + '.com/': ['ü' * 99 + '.com',
                                                 'ü' * 99 + '.com',
                                                 'ü' * 99 + '.com/'],
                'mailto:x@y.z': ['(none)'] * 3,
                '/only/a/path': ['(none)'] * 3,
                'http:///x': ['(none)'] * 3,
                'http://a b/': ['(none)'] * 3,
                'http://' + 'a' * 300 + '.com/': ['(none)'] * 3}.items():
            self.assertEqual(self.names(url), expected, url)

    def test_long_path(self):
        """What has no room for its path counts as its host's."""
        for size, prefix in ((1017, 'a' * 1017 + '/'), (1018, '')):
            self.assertEqual(self.names(f'http://a.com/{"a" * size}/')[2],
                             'a.com/' + prefix)

    def test_depth(self):
        for depth, prefix in enumerate(('a.com/', 'a.com/b/', 'a.com/b/c/',
                                        'a.com/b/c/')):
            self.assertEqual(self.names('http://a.com/b/c/d.html', '--depth',
                                        str(depth))[2], prefix)

    def test_path_that_is_an_address(self):
        line = answer(1, 'x', 'clean', path='http://p.example/q')
        del line['url']
        found = self.sites(self.write('u', [line]))
        self.assertEqual(list(found['host']), ['p.example'])

    def test_suffixes(self):
        own = self.write('list', ['odd'])
        self.assertEqual(self.names('http://a.b.co.uk/', '--suffixes', own),
                         ['co.uk', 'a.b.co.uk', 'a.b.co.uk/'])
        own = self.write('list', ['公司.odd'])
        self.assertEqual(self.names('http://a.b.公司.odd/', '--suffixes',
                                    own)[0], 'b.xn--55qx5d.odd')
        for name, code, word in (
                (self.path('none'), 66, 'read: No such file or directory'),
                (self.folder.name, 66, 'cannot be read: Is a directory'),
                (self.write('empty', []), 65, 'no public suffix list')):
            self.run_tool('--suffixes', name, data=b'', code=code)
            self.assertIn(f'{name}: ', self.errors)
            self.assertIn(word, self.errors)
            self.assertIn('publicsuffix.org', self.errors)
            self.assertEqual(self.errors.count('\n'), 1)


class Merging(SiteTest):
    def shards(self, made, n, *options):
        names = []
        for k in range(n):
            self.sketch(f's{k}', *options,
                        self.write(f'l{k}', made[k::n]))
            names.append(self.path(f's{k}'))
        return names

    def check(self, *options):
        made = answers(400, 40)
        whole = self.sketch('whole', *options, self.write('a', made))
        shuffled = made[:]
        random.Random(1).shuffle(shuffled)
        self.assertEqual(whole, self.sketch('other', *options,
                                            self.write('b', shuffled)))
        s = self.shards(shuffled, 4, *options)
        self.assertEqual(whole, self.sketch('m', '--merge', *s))
        self.assertEqual(whole, self.sketch('m', '--merge', *reversed(s)))
        self.sketch('m01', '--merge', s[0], s[1])
        self.sketch('m23', '--merge', s[2], s[3])
        self.assertEqual(whole, self.sketch(
            'm', '--merge', self.path('m23'), self.path('m01')))
        self.assertEqual(self.run_tool('--merge', *s),
                         self.run_tool(*options, self.path('b')))

    def test_shards_are_the_whole(self):
        self.check()

    def test_beyond_the_limits(self):
        self.check('--sites', '6', '--sample', '2')

    def test_limits(self):
        path = self.write('a', answers(400, 40))
        found = self.sites('--sites', '6', '--sample', '2', path)
        whole = self.sites(path)
        self.assertEqual(found['all'][''], whole['all'][''])
        self.assertLessEqual(len(found['host']), 6)
        for host, site in found['host'].items():
            self.assertGreater(site['one_in'], 1)
            self.assertLessEqual(site['sampled'], 2)
            for field in 'pages', 'farm', 'marked':
                self.assertEqual(site[field], whole['host'][host][field])
        self.assertIn(b'1 of 8 was kept',
                      self.run_tool('--sites', '6', path))

    def test_standard_output(self):
        data = self.run_tool('--sketch', '-', self.write('a', answers(9)))
        self.assertEqual(self.run_tool('--merge', data=data),
                         self.run_tool(self.path('a')))

    def test_damaged(self):
        data = self.sketch('s', self.write('a', answers(50)))
        for bad in data[:-1], data + b'x', b'', b'[]', \
                data[:99] + bytes([data[99] ^ 1]) + data[100:]:
            self.assertEqual(self.run_tool('--merge', data=bad, code=65),
                             b'')
            self.assertIn('site: -: ', self.errors)

    def test_endless(self):
        """What is none is not read to its end."""
        self.call('site', '--merge', '/dev/zero', code=65,
                  preexec_fn=lambda: resource.setrlimit(
                      resource.RLIMIT_AS, (1 << 30, 1 << 30)))
        self.assertIn('not a sketch', self.errors)


class Faults(SiteTest):
    def test_counts_for_answers(self):
        """A sketch without --merge is no heap of unreadable pages."""
        data = self.sketch('s', self.write('a', answers(9)))
        for packed in data, gzip.compress(data):
            self.assertEqual(self.run_tool(data=packed, code=65), b'')
            self.assertIn('--merge', self.errors)

    def test_bad_lines(self):
        lines = [answer(1, 'a.com', 'farm'), '{"path":', '[1]', '', '7',
                 '{"path":"x"}', '{"verdict":"none","path":"x"}',
                 '{"verdict":"unheard of"}',
                 '{"verdict":"farm","links":{"a":1}}', '\x00',
                 answer(2, 'a.com', 'farm')]
        found = self.sites(self.write('a', lines))
        self.assertEqual(found['all']['']['pages'], 3)
        self.assertEqual(found['all']['']['unreadable'], 7)
        self.assertEqual(found['host']['a.com']['pages'], 2)
        self.assertIn(':2: no answer of score', self.errors)
        self.assertIn('unreadable: 6', self.errors)

    def test_many_bad_lines(self):
        self.sites(data=b'x\n' * 1000)
        self.assertLess(len(self.errors.splitlines()), 20)
        self.assertIn('unreadable: 1000', self.errors)

    def test_long_line(self):
        good = json.dumps(answer(1, 'a.com', 'farm')).encode()
        long = b'x' * ((64 << 20) + 100000)
        for data in long + b'\n' + good, good + b'\n' + long:
            found = self.sites(data=data)['all']['']
            self.assertEqual((found['farm'], found['unreadable']), (1, 1))
            self.assertIn('a line too long', self.errors)

    def test_no_file(self):
        path = self.write('a', answers(5))
        found = self.sites(self.path('none'), path, code=66)
        self.assertEqual(found['all']['']['pages']
                         + found['all']['']['unreadable'], 5)

    def test_usage(self):
        for options in (['--format', 'x'], ['--least', '2'],
                        ['--sites', '16777217'], ['--sample', '4097'],
                        ['--depth', 'x']):
            self.run_tool(*options, data=b'', code=64)

    def test_cannot_write(self):
        self.run_tool('--sketch', self.path('no/such/folder'), data=b'',
                      code=74)
        self.assertIn('cannot write the counts: No such file', self.errors)

    def test_cannot_write_a_long_report(self):
        """That it does not fit where it goes is no want of memory."""
        path = self.write('a', answers(300))
        with open('/dev/full', 'wb') as full:
            self.run_tool('--json', path, out=full, code=74)
        self.assertEqual(self.errors, 'spamcls: site: cannot write '
                         'the answers: No space left on device\n')

    def test_gzip(self):
        path = self.write('a', answers(200))
        with open(path, 'rb') as file, gzip.open(path + '.gz', 'wb') as out:
            out.write(file.read())
        self.assertEqual(self.run_tool(path + '.gz'), self.run_tool(path))
        with open(path + '.gz', 'rb') as file:
            data = file.read()
        self.run_tool(data=data[:len(data) // 2], code=66)

    def test_no_line_end(self):
        data = json.dumps(answer(1, 'a.com', 'farm')).encode()
        self.assertEqual(self.sites(data=data + b'\r\n' + data)
                         ['all']['']['farm'], 2)

    def test_text(self):
        lines = [answer(1, 'a.com', 'farm', 5), answer(2, 'b.net', 'clean'),
                 {'path': 'x', 'error': 'no such file'}]
        lines[1]['links'][0] = link('likely', 'f2', '{ORG}2')
        head = ('   farm     95% interval       farm   suspect     pages',)
        tops = ('{}       2  f0', '{}       2  f1', '{}       2  f2',
                '{}       2  {{ORG}}2')
        site = '{}%  {}-{}%          1         0         {}  {}'
        a = site.format(' 100.0', ' 20.7', '100.0', 1, '{}')
        expected = [
            'All pages', *head, site.format('  50.0', '  9.5', ' 90.5', 2,
                                            'everything'),
            *(top.format(' ' * 19) for top in tops),
            '1 more could not be read']
        for title, name in (('Domains', 'a.com'), ('Hosts', 'a.com'),
                            ('Path prefixes', 'a.com/b/')):
            expected += ['', f'{title}: 3, the first of them', *head,
                         a.format(name),
                         *(top.format(' ' * 19) for top in tops[:2])]
        path = self.write('a', lines)
        out = self.run_tool('--top', '1', path).decode()
        self.assertEqual(out.splitlines(), expected)
        self.assertNotIn('the first', self.run_tool('--top', '3', path)
                         .decode())
        self.assertRegex(self.run_tool('--sample', '4', path).decode(),
                         r'\n {18}~ +\d+  f0')

    def test_terminal(self):
        line = answer(1, 'a.com', 'farm')
        line['links'] = [link('certain', '\x1b[31m')] * 2
        out = self.run_tool(self.write('a', [line]))
        self.assertIn(b'?[31m', out)
        self.assertNotIn(b'\x1b', out)


class Blocking(SiteTest):
    def made(self):
        lines = [answer(k, 'bad.evil.com', 'farm') for k in range(8)]
        lines += [answer(k, 'half.evil.com', VERDICTS[k % 2 * 2])
                  for k in range(8)]
        lines += [answer(k, 'once.net', 'farm') for k in range(1)]
        lines += [answer(k, 'all.org', 'farm') for k in range(20)]
        lines += [{'path': 'x', 'verdict': 'farm', 'links': []}] * 30
        return self.write('a', lines)

    def test_hosts(self):
        self.assertEqual(self.run_tool('--format', 'hosts', self.made()),
                         b'0.0.0.0 all.org\n0.0.0.0 bad.evil.com\n')

    def test_hosts_are_names(self):
        """Those that block something; never the reader's own machine."""
        lines = [answer(k, host, 'farm') for k in range(8)
                 for host in ('192.0.2.1', '[2001:db8::1]:80', 'a.com',
                              'localhost:80', 'ü.com', '\u202ea.com')]
        self.assertEqual(self.run_tool('--format', 'hosts',
                                       self.write('a', lines)),
                         b'0.0.0.0 a.com\n0.0.0.0 xn--tda.com\n')

    def test_part_of_a_list(self):
        """A list from which sites are missing is no whole one in silence."""
        for form in 'hosts', 'ublacklist':
            self.run_tool('--format', form, self.made())
            self.assertEqual(self.errors, '')
            self.run_tool('--format', form, '--sites', '2', self.made())
            self.assertIn('sites one was kept', self.errors)

    def test_ublacklist(self):
        self.assertEqual(self.run_tool('--format', 'ublacklist',
                                       self.made()),
                         b'*://*.all.org/*\n*://*.evil.com/*\n')

    def test_least(self):
        found = self.run_tool('--format', 'hosts', '--least', '0.2',
                              self.made())
        self.assertIn(b'once.net', found)
        self.assertNotIn(b'none', found)
        self.assertEqual(self.run_tool('--format', 'hosts', '--least', '1',
                                       self.made()), b'')


run()
