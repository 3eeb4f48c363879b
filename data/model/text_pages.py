"""Plain-text pages with a known list, made of real bodies and real links.

A page is a gold body of pages.tar.xz and, in about half of them, links of the
same data below it with no mark between.  The others have none: bodies as they
are, and bodies broken into verse, tables, short lines, questions and answers.
Everything follows from the seed.
"""
import json
import os
import random
import re

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


def items(rng, body, own, pool):
    n = rng.choice([4, 5, 6, 7, 8, 10, 12, 15, 20, 30, 40, 60, 150, 400])
    if len(own) >= 4 and rng.random() < .6:
        lines = own[:n] if rng.random() < .5 else own
    elif rng.random() < .4:
        lines = related(rng, body, pool, n)
    else:
        lines = rng.sample(pool, min(n, len(pool)))
    if rng.random() < .35:
        lines = [longer(rng, x, pool) for x in lines]
    if rng.random() < .3:
        lines = [x.translate(NARROW) for x in lines]
    if rng.random() < .1:
        most = rng.randint(18, 40)
        lines = [x[:most] + '...' if len(x) > most else x for x in lines]
    if rng.random() < .08:
        lines = [x + rng.choice([' 2024-05-%02d', '2023-11-%02d', ' 05-%02d'])
                 % rng.randint(1, 28) for x in lines]
    return lines


def with_list(rng, body, own, pool):
    """Lines and labels: 1 item, 0 not, -1 does not matter."""
    wide = is_wide(' '.join(body))
    lines, labels = list(body), [0] * len(body)
    for _ in range(1 if rng.random() < .8 else 2):
        if rng.random() < .35:
            lines.append(rng.choice(HEADINGS[wide]))
            labels.append(-1)
        bullet = rng.choice(BULLETS)
        odd = rng.choice([0, .02, .02, .06, .15])
        for i, text in enumerate(items(rng, body, own, pool)):
            if rng.random() < odd:
                lines.append(rng.choice(ODD[wide]))
                labels.append(-1)
            lines.append((bullet % (i + 1) if '%' in bullet else bullet)
                         + text)
            labels.append(1)
    return lines, labels


def add_tail(rng, lines, labels, body):
    """Footers, and now and then comments: prose behind everything."""
    wide = is_wide(' '.join(lines))
    for _ in range(rng.choice([0, 0, 1, 1, 2])):
        tail = list(rng.choice(TAILS[wide]))
        if rng.random() < .2:
            tail += rng.sample(body, min(len(body), rng.randint(1, 9)))
        lines.extend(tail)
        labels.extend([0] * len(tail))
    if rng.random() < .06:
        rest = body[-rng.randint(3, 12):]
        lines.extend(rest)
        labels.extend([0] * len(rest))


def make(pages, pools, seed, copies=1):
    """[(id, text, labels a line)]; pools[wide] are headlines to draw from."""
    made = []
    for page, body, own in pages:
        # Few of the bodies are of a wide script: each serves more often.
        for copy in range(copies * (4 if is_wide(' '.join(body)) else 1)):
            rng = random.Random('%s %s %d' % (seed, page, copy))
            wide = is_wide(' '.join(body))
            text = list(body)
            if len(text) > 3 and rng.random() < .4:
                most = len(text) if rng.random() < .6 else 8
                text = text[:rng.randint(3, max(3, min(most, len(text))))]
            if copy and rng.random() < .4:
                text = structured(rng, text)
            elif rng.random() < (.3 if copy else .1):
                text = broken(rng, body) or text
            if rng.random() < .55:
                lines, labels = with_list(rng, text, own, pools[wide])
            else:
                lines, labels = list(text), [0] * len(text)
            add_tail(rng, lines, labels, body)
            gap = rng.random() < .15
            text = ('\n\n' if gap else '\n').join(lines) + '\n'
            made.append(('%s/%d' % (page, copy), text, labels))
    return made
