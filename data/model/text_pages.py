"""Plain-text pages with a known list, made of real bodies and real links.

A body is a gold text of pages.tar.xz; what is itself a list of links in it is
neither body nor list.  Each makes several pages: as it is, alone and with lists
behind it with no mark between, and changed: cut off anywhere, broken into
verse, tables, short lines, questions and answers, with navigation before it and
headings, odd lines, footers and comments around the list.  A list is that of
the body's own page or of another page, or single links or headlines.
Everything follows from the seed.
"""
import collections
import json
import os
import random
import re

ITEM = 1   # a line of the list
INNER = -2 # of a list within the body: nobody says what it is
RUN = 3    # links in a row are a list
LIST = 5   # headlines that make a list of their own
NEAR = 2   # lines around a headline may belong to it
PLAIN = 4  # a body's pages that are not changed
WIDE = re.compile(r'[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]')
BULLETS = ['', '', '', '', '', '', '- ', '· ', '• ', '%d. ', '%d、', '[%d] ']
HEADINGS = {
    True: ['相关阅读', '相关文章:', '猜你喜欢', '热门推荐', '推荐阅读：', '最新文章',
           '大家都在看', '热点新闻', '延伸阅读'],
    False: ['Related posts', 'Related articles:', 'You may also like',
            'Latest news', 'Most read', 'Popular posts', 'Read next'],
}
TAILS = {
    True: [['网友评论(3)'], ['网友留言(12)', '发表评论'], ['评论', '暂无评论'],
           ['版权所有 某某网 京ICP备12345678号'],
           ['上一篇：没有了', '下一篇：城市更新的几个问题'],
           ['关于我们', '联系我们', '© 2024 某某网 版权所有'],
           ['返回顶部'], ['分享到：', '标签：生活 健康']],
    False: [['Comments (4)'], ['Leave a comment'], ['No comments'],
            ['© 2023 Example Media. All rights reserved.'],
            ['About us', 'Contact us', 'Privacy Policy',
             'Copyright 2024 Example Ltd.'],
            ['Share this:', 'Facebook', 'Twitter'],
            ['Tags: life, health'], ['Back to top']],
}
ODD = {True: ['广告', '更多>>', '点击查看', 'AD', '查看更多内容', '赞助商链接',
              '阅读(1204)', '08:15', '2024-03-18', '3天前', '财经', '图', '12',
              '作者：李明', '阅读全文'],
       False: ['Advertisement', 'AD', 'Sponsored', 'More...', 'View all',
               '12:40', 'May 3, 2024', '3 min read', '7 comments', 'Politics',
               '2 hours ago', 'By Anna Reed', 'Read more', '5', 'Video']}


def headline_like(text):
    return len(WIDE.findall(text)) >= 8 or len(text.split()) >= 5


def is_wide(text):
    return len(WIDE.findall(text)) * 4 > len(text)


def clean(text):
    return re.sub(r'\s+', ' ', text).strip()


def read_sets(data):
    """[(id, body lines, headline links after the body)] of the gold sets."""
    pages = []
    for name in ('html_wcxb', 'html_zh_gold'):
        path = os.path.join(data, name)
        with open(os.path.join(path, 'manifest.jsonl'), encoding='utf-8') as f:
            ids = [json.loads(line)['id'] for line in f]
        for page in sorted(ids):
            gold = os.path.join(path, 'gold', page + '.txt')
            links = os.path.join(path, 'links', page + '.json')
            if not os.path.exists(gold) or not os.path.exists(links):
                continue
            with open(gold, encoding='utf-8') as f:
                body = [clean(x) for x in f.read().split('\n') if clean(x)]
            with open(links, encoding='utf-8') as f:
                after = [clean(x['text']) for x in json.load(f)['after']]
            after = list(dict.fromkeys(x for x in after if headline_like(x)
                                       and len(x) <= 160))
            if body:
                pages.append((name + '/' + page, body, after))
    return pages


def squeeze(text):
    """Without white space, and without the bullet that items lose."""
    return re.sub(r'\s+', '', re.sub(r'^[\s\-•·●■◆▪*]+', '', text))


def is_of_links(line, texts):
    """The line is one link's text, or several one after the other."""
    ends = {0}
    for begin in range(len(line)):
        if begin in ends:
            ends.update(begin + len(x) for x in texts[line[begin]]
                        if line.startswith(x, begin))
    return len(line) in ends


def inner_list(data, page, body):
    """Lines of the body that stand in a list of links itself: three in a row
    are links of the page; a line between two of them may be a heading."""
    name, number = page.split('/')
    path = os.path.join(data, name, 'links', number + '.json')
    with open(path, encoding='utf-8') as file:
        sides = json.load(file)
    texts = collections.defaultdict(set)
    for text in (squeeze(x['text']) for side in ('inside', 'after')
                 for x in sides[side]):
        if len(text) > 3:
            texts[text[0]].add(text)
    found, run, links, heading = set(), [], 0, []
    for line in filter(squeeze, body):
        if is_of_links(squeeze(line), texts):
            run, heading = run + heading + [line], []
            links += 1
            found.update(run if links >= RUN else [])
        elif run and not heading:
            heading = [line]
        else:
            run, links, heading = [], 0, []
    return found


def holds_list(data, page, body):
    return len(inner_list(data, page, body)) > 0


def fair_pages(data):
    """Of read_sets those whose body holds no list of links."""
    return [(page, body, own) for page, body, own in read_sets(data)
            if not holds_list(data, page, body)]


def around(data, page):
    """Texts of the links before and after the body of a page."""
    name, number = page.split('/')
    path = os.path.join(data, name, 'links', number + '.json')
    with open(path, encoding='utf-8') as f:
        links = json.load(f)
    return [[text for text in (clean(x['text']) for x in links[side])
             if text and len(text) <= 160] for side in ('before', 'after')]


def whole_page(data, page, blocks):
    """[(line, label)] of all that a page shows, as it stands in a crawl's text
    archive; blocks: [(text, whether it is body)].  The list is the headlines
    among the links behind the body; of lines between them, and of what else
    reads like a headline there, nobody knows."""
    last = max((i for i, x in enumerate(blocks) if x[1]), default=len(blocks))
    links = {squeeze(text) for text in around(data, page)[1]
             if headline_like(text)}
    items = [i for i, (text, _) in enumerate(blocks)
             if i > last and squeeze(text) in links]
    near = {j for i in items for j in range(i - NEAR, i + NEAR + 1)}
    near.update(i for i, (text, _) in enumerate(blocks)
                if i > last and headline_like(text) and len(text) <= 160)
    item = 1 if len(items) >= RUN else -1
    return [(clean(text), item if i in items
             else -1 if i in near and not body else 0)
            for i, (text, body) in enumerate(blocks)]


def verse(rng, body):
    """Sentences cut at their commas, the marks dropped."""
    parts = re.split(r'[,.;:!?，。；：！？、]\s*', ' '.join(body))
    lines = [x.strip() for x in parts if 3 <= len(x.strip()) <= 60]
    return lines[:rng.randint(12, 60)]


def short(rng, body):
    """A sentence a line."""
    text = ' '.join(body)
    lines = [x.strip() for x in re.split(r'(?<=[.!?。！？])\s*', text)]
    return [x for x in lines if x][:rng.randint(10, 60)]


def bare(rng, body):
    """A sentence a line, without its end."""
    lines = [x.rstrip('.。') for x in short(rng, body)]
    return [x for x in lines if x]


def table(rng, body):
    """Label and value."""
    words = re.findall(r'\w{2,12}', ' '.join(body))[:200]
    join = rng.choice([': ', '：', '\t', ' ', ' | '])
    return [rng.choice(words) + join + ' '.join(
        rng.choice(words) for _ in range(rng.randint(1, 5)))
        for _ in range(rng.randint(8, 40))] if words else []


def questions(rng, body):
    """Question, answer, question, answer."""
    lines = short(rng, body)
    return [('Q: ' if i % 2 == 0 else 'A: ') + x if rng.random() < .7 else x
            for i, x in enumerate(lines)]


LEADS = {True: ['数据：', '解决方案:', '关键数据：', '主要包括:', '案例：', '进展:'],
         False: ['Key points:', 'For example:', 'The results:', 'Includes:']}
SOURCES = {True: ['参考文献', '参考资料：', '参考来源'],
           False: ['References', 'Sources', 'Bibliography']}


def fragments(body):
    text = ' '.join(body)
    parts = [x.strip() for x in re.split(r'[,.;:!?，。；：！？、]\s*', text)]
    return [x for x in parts if 4 <= len(x) <= 70] or ['...']


def structured(rng, body):
    """Prose broken up by headings, lead-ins and bullets, as machines write
    it, with a list of sources at the end in half of the pages."""
    wide = is_wide(' '.join(body))
    parts = fragments(body)
    number = rng.choice(['%d ', '%d. ', '%d、', '', ''])
    bullet = rng.choice(['- ', '- ', '• ', '· ', '%d. '])
    lines, section = [], 0
    for text in body[:rng.randint(4, 40)]:
        if rng.random() < .5:
            section += 1
            head = number % section if '%' in number else number
            colon = rng.choice(['：', ':', ': ']) + rng.choice(parts)
            lines.append(head + rng.choice(parts)
                         + (colon if rng.random() < .5 else ''))
        if rng.random() < .3:
            colon = rng.choice(['：', ':', ': ']) + rng.choice(parts)
            lines.append(rng.choice(parts) + colon)
        lines.append(text)
        if rng.random() < .35:
            lines.append(rng.choice(LEADS[wide]))
        for i in range(rng.choice([0, 0, 2, 3, 5])):
            end = rng.choice(['', '', '', '。' if wide else '.'])
            lines.append((bullet % (i + 1) if '%' in bullet else bullet)
                         + ('，' if wide else ', ').join(rng.sample(
                             parts, min(len(parts), rng.randint(1, 3))))
                         + end)
    if rng.random() < .5:
        lines.append(rng.choice(SOURCES[wide]))
        bullet = rng.choice(['- ', '[%d] ', '%d. ', ''])
        for i in range(rng.randint(2, 9)):
            frame = '%s. 《%s》. %d年%d月' if wide else '%s. "%s". %d-%02d'
            lines.append((bullet % (i + 1) if '%' in bullet else bullet)
                         + frame % (rng.choice(parts), rng.choice(parts),
                                    rng.randint(1998, 2025),
                                    rng.randint(1, 12)))
    return lines


def broken(rng, body):
    kind = rng.choice([verse, verse, short, short, bare, table, questions])
    made = kind(rng, body)
    # Who ends sentences without a mark does so in the whole text.
    if kind is bare:
        return made
    if rng.random() < .4 and len(body) > 3:
        made = body[:rng.randint(1, 4)] + made
    if rng.random() < .3:
        made = made + body[-rng.randint(1, 3):]
    return made


NARROW = str.maketrans('，：；！？（）', ',:;!?()')


def longer(rng, text, pool):
    """A headline of two clauses, as templates make them."""
    wide = is_wide(text)
    most = rng.randint(30, 48) if wide else rng.randint(70, 130)
    other = rng.choice(pool)
    join = rng.choice('，：,: ！' if wide else ',:-|')
    if len(text) + len(other) > most:
        other = other[:max(4, most - len(text))]
    return text if len(text) + 4 > most else text + join + other


def pieces(text):
    """What two texts on one matter share: words, pairs of wide letters."""
    wide = ''.join(WIDE.findall(text))
    return (set(re.findall(r'[^\W\d_]{4,}', text.lower()))
            | {wide[i:i + 2] for i in range(len(wide) - 1)})


def related(rng, body, pool, n):
    """The lines of a larger draw that have most in common with the body."""
    known = pieces(' '.join(body))
    drawn = rng.sample(pool, min(12 * n, len(pool)))
    shares = {}
    for text in drawn:
        own = pieces(text)
        shares[text] = len(own & known) / max(1, len(own))
    return sorted(shares, key=lambda text: -shares[text])[:n]


def drawn(rng, body, own, lists, pool):
    """Lines of a list: of the body's page, of another page, of links of many
    pages, or headlines."""
    kind = rng.random()
    if len(own) >= LIST and kind < .4:
        lines = own
    elif lists.whole and kind < .6:
        lines = rng.choice(lists.whole)
    else:
        n = rng.choice([4, 5, 6, 8, 10, 12, 15, 20, 30, 40, 60, 80])
        some = lists.links if kind < .75 else pool
        n = min(n, len(some))
        lines = related(rng, body, pool, n) if kind > .9 \
            else rng.sample(some, n)
    if rng.random() < .45:
        n = rng.choice([3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 30, 50])
        begin = rng.randint(0, max(0, len(lines) - n))
        lines = lines[begin:begin + n]
    return list(lines)


def changed(rng, lines, pool):
    """Now and then the lines as templates and narrow boxes have them."""
    if rng.random() < .1:
        lines = [longer(rng, x, pool) for x in lines]
    if rng.random() < .1:
        lines = [x.translate(NARROW) for x in lines]
    # Most languages write headlines like sentences.
    if rng.random() < .25:
        lines = [x[:1] + x[1:].lower() for x in lines]
    if rng.random() < .05:
        most = rng.randint(18, 40)
        lines = [x[:most] + '...' if len(x) > most else x for x in lines]
    if rng.random() < .05:
        lines = [x + rng.choice([' 2024-05-%02d', '2023-11-%02d', ' 05-%02d'])
                 % rng.randint(1, 28) for x in lines]
    return lines


def date_of(rng, wide):
    day = rng.randint(2015, 2025), rng.randint(1, 12), rng.randint(1, 28)
    if wide:
        return rng.choice(['%d-%02d-%02d', '%d年%d月%d日', '%d/%d/%d']) % day
    month = ('January February March April May June July August September '
             'October November December').split()[day[1] - 1]
    return rng.choice(['%s %d, %d', '%.3s %d, %d']) % (month, day[2], day[0])


def summary_of(rng, wide, pool):
    """As long as what stands below a headline to draw readers in."""
    parts = rng.sample(pool, min(len(pool), rng.randint(1, 3)))
    end = rng.choice(['...', '…', '。' if wide else '.', ''])
    return ('，' if wide else ' ').join(parts)[:150] + end


def belongings(rng, wide, pool):
    """What stands with every item of a list: date, section, summary; a
    function that gives lines before and after one."""
    sections = [x[:rng.randint(2, 6)] if wide else ' '.join(x.split()[:2])
                for x in rng.sample(pool, min(len(pool), 6))]
    before, after = rng.choice([(0, 'd'), (0, 's'), ('c', 0), ('c', 'd'),
                                (0, 'ds'), ('c', 's'), (0, 's')])
    made = {'d': lambda: date_of(rng, wide),
            's': lambda: summary_of(rng, wide, pool),
            'c': lambda: rng.choice(sections)}
    return lambda: [[made[x]() for x in kinds or ''] for kinds in
                    (before, after)]


def add_list(rng, page, body, own, lists, pool):
    """Adds to the page's lines: 1 item, 0 not, -1 does not matter."""
    wide = is_wide(' '.join(body))
    for _ in range(1 if rng.random() < .85 else 2):
        if rng.random() < .2:
            page.append((rng.choice(HEADINGS[wide]), -1))
        # What has bullets is mostly the body's.
        bullet = rng.choice(BULLETS + [''] * 24)
        odd = rng.choice([0, 0, 0, .02, .06, .15])
        lines = changed(rng, drawn(rng, body, own, lists, pool), pool)
        around_item = belongings(rng, wide, pool) \
            if rng.random() < .15 else lambda: ([], [])
        for i, text in enumerate(lines):
            before, after = around_item()
            if rng.random() < odd:
                page.append((rng.choice(ODD[wide]), -1))
            page.extend((x, -1) for x in before)
            page.append(((bullet % (i + 1) if '%' in bullet else bullet)
                         + text, 1))
            page.extend((x, -1) for x in after)


def add_tail(rng, page, body):
    """Footers, and now and then comments: prose behind everything."""
    wide = is_wide(' '.join(body))
    for _ in range(rng.choice([0, 0, 1, 1, 2])):
        tail = list(rng.choice(TAILS[wide]))
        if rng.random() < .2:
            tail += rng.sample(body, min(len(body), rng.randint(1, 9)))
        page.extend((text, 0) for text in tail)
    if rng.random() < .06:
        page.extend((text, 0) for text in body[-rng.randint(3, 12):])


def varied(rng, body):
    """The body cut off anywhere, so that what stood in its middle ends it,
    now and then broken up."""
    some = body
    if len(body) > 3 and rng.random() < .6:
        most = len(body) if rng.random() < .75 else 12
        some = body[:rng.randint(3, max(3, min(most, len(body))))]
    kind = rng.random()
    if kind < .15:
        return structured(rng, some)
    return kind < .3 and broken(rng, body) or some


def share_of(copy):
    """How much a page counts: those that nobody changed count more, the body
    alone as much as with lists behind it, and whole pages, whose lists are
    known less surely, less."""
    if not copy.isdigit():
        return .5
    return 4. if copy == '0' else 1.5 if int(copy) < PLAIN else 1.


def made_page(rng, copy, body, own, lists, pool, sides):
    """[(line, label)] of one page."""
    if copy < PLAIN:
        some = drawn(rng, body, own, lists, pool) if copy else []
        return [(x, 0) for x in body] + [(x, 1) for x in some]
    page = [(x, 0) for x in varied(rng, body)]
    before, after = sides
    if rng.random() < .12:
        page[:0] = [(x, 0) for x in before[-rng.randint(1, 40):]]
    listed = rng.random() < .55
    if listed:
        add_list(rng, page, body, own, lists, pool)
    if rng.random() < (.4 if listed else .25):
        add_tail(rng, page, body)
    elif listed and rng.random() < .2:
        page += [(x, 0) for x in after if not headline_like(x)][-20:]
    return page


Lists = collections.namedtuple('Lists', 'whole links')


def lists_of(pages, wide):
    """The lists of the pages of a script."""
    whole = [own for _, body, own in pages
             if len(own) >= LIST and is_wide(' '.join(body)) == wide]
    return Lists(whole, [x for _, _, own in pages for x in own
                         if is_wide(x) == wide])


def make(data, pages, pools, seed, copies):
    """[(id, [(line, label)])] of pages of read_sets; pools[wide] are
    headlines to draw from beside their links."""
    made = []
    lists = {wide: lists_of(pages, wide) for wide in (False, True)}
    for page, body, own in pages:
        inner = inner_list(data, page, body)
        wide = is_wide(' '.join(body))
        pool = lists[wide].links + pools[wide]
        sides = around(data, page)
        # Few of the bodies are of a wide script: each serves more often.
        for copy in range(copies * (2 if wide else 1)):
            rng = random.Random('%s %s %d' % (seed, page, copy))
            lines = made_page(rng, copy, body, own, lists[wide], pool, sides)
            made.append(('%s/%d' % (page, copy), [
                (clean(text), INNER if label == 0 and text in inner
                 else label) for text, label in lines]))
    return made
