"""What pages put around a headline, which says nothing of who wrote it.

A number, a day, a section, a mark of a picture, a count, the page's own name,
quotes; or the headline is cut short.  Lines of farms and honest ones are
learned from with it, too, or it would speak for the one or the other:
honest lists in the data are mostly bare, and farms' templates are not.  The
words are made up; around.py measures with words that nothing learns.
"""
import collections
import hashlib
import re

# sections: of a paper; notes: of what comes with a headline, in brackets;
# said: words behind a count; names, kinds: parts of pages' names.
Words = collections.namedtuple('Words', 'sections notes said names kinds')
ZH = Words(
    '要闻 国内 国际 社会 财经 体育 娱乐 科技 教育 健康 军事 汽车 房产 本地 视频 图文 '
    '快讯 独家 原创 专题 评论 推荐 热点 公告 通知 时政 文化 旅游'.split(),
    '图 组图 视频 附图 多图 图文 直播 更新 附名单 全文'.split(),
    '阅读 评论 浏览 点击 回复'.split(),
    '东川 江北 海岸 云岭 长河 城南 九州 青山 北方 华东 今日 都市 大众 环球 中华 第一 新 '
    '每日 西城 金湾'.split(),
    '网 新闻网 日报 晚报 在线 新闻中心 频道 资讯 论坛 社区 财经 体育网 博客 电视台 门户 '
    '时报 传媒 政府网 教育网 生活'.split())
ZH_OTHER = Words(
    '头条 滚动 民生 理财 观点 深度 人物 公益 法治 农业 环保 地方'.split(),
    '组照 有图 实录 现场 转载 连载'.split(), '围观 查看 跟贴 人气'.split(),
    '南浦 秦岭 绿洲 明珠 楚天 东南 红枫 黄海 新世界'.split(),
    '早报 观察 网络台 信息港 周刊 新闻频道 热线 客户端 广播网'.split())
EN = Words(
    'News|World|Sport|Business|Opinion|Video|Photos|Local|Politics|Health|'
    'Tech|Travel|Review|Live|Exclusive|Analysis|Watch|Feature'.split('|'),
    'video|photos|updated|pictures|gallery|podcast|full text'.split('|'),
    'comments|views|replies|reads|shares'.split('|'),
    'Northern|Harbour|Valley|Daily|Lakeside|Global|Metro|Eastern|Morning|'
    'Central|Riverton|Hillside'.split('|'),
    'News|Times|Post|Herald|Online|Gazette|Today|Journal|Tribune|Weekly|TV|'
    'Blog|Magazine'.split('|'))
EN_OTHER = Words(
    'Region|Money|Culture|Science|Weather|Interview|Briefing'.split('|'),
    'with video|slideshow|audio|corrected'.split('|'),
    'likes|answers|clicks'.split('|'),
    'Southport|Meadow|National|Summit|Union'.split('|'),
    'Chronicle|Observer|Report|Network|Mirror'.split('|'))
HAN = re.compile('[\u3040-\u30ff\u3400-\u9fff]')
BULLETS = ('·', '• ', '▪ ', '» ', '- ', '● ', '> ', '■', '◆', '★', '▶ ', '* ')
MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split()
SHORTEST = 12  # characters: no line is cut to fewer


class Dice:
    """Numbers that a text alone decides on."""

    def __init__(self, text, salt=''):
        self.left = int.from_bytes(
            hashlib.sha256((salt + text).encode()).digest(), 'big')

    def below(self, n):
        self.left, number = divmod(self.left, n)
        return number

    def one(self, of):
        return of[self.below(len(of))]


def words_of(text, other=False):
    """Those of the text's script."""
    if HAN.search(text):
        return ZH_OTHER if other else ZH
    return EN_OTHER if other else EN


def day(text, words, dice):
    year, month, of_month = (2008 + dice.below(19), 1 + dice.below(12),
                             1 + dice.below(28))
    forms = [f'{year}-{month:02}-{of_month:02}', f'{month:02}-{of_month:02}',
             f'{month:02}/{of_month:02}', f'{year}/{month}/{of_month}',
             f'{year}.{month:02}.{of_month:02}',
             f'{dice.below(24):02}:{dice.below(60):02}']
    if HAN.search(text):
        forms += [f'{month}月{of_month}日', f'{year}年{month}月{of_month}日',
                  f'{1 + dice.below(23)}小时前']
    else:
        forms += [f'{MONTHS[month - 1]} {of_month}, {year}',
                  f'{of_month} {MONTHS[month - 1]}',
                  f'{2 + dice.below(22)} hours ago']
    form = dice.one(forms)
    return dice.one((f'{form} {text}', f'[{form}]{text}', f'[{form}] {text}',
                     f'{text} {form}', f'{text}({form})', f'{text} [{form}]',
                     f'{text}{form}'))


def number(text, words, dice):
    n = 1 + dice.below(dice.one((10, 30, 200)))
    return dice.one((f'{n}. {text}', f'{n}、{text}', f'{n:02} {text}',
                     f'{n} {text}', f'({n}) {text}', f'{n}.{text}',
                     f'{dice.one(BULLETS)}{text}',
                     f'{dice.one(BULLETS)}{text}'))


def section(text, words, dice):
    word = dice.one(words.sections)
    return dice.one((f'[{word}]{text}', f'[{word}] {text}', f'【{word}】{text}',
                     f'({word}){text}', f'{word}|{text}', f'{word} | {text}',
                     f'{word}：{text}', f'{word}: {text}', f'{word} {text}',
                     f'{text} {word}', f'{text} [{word}]', f'{text} | {word}'))


def note(text, words, dice):
    word = dice.one(words.notes)
    return dice.one((f'{text}[{word}]', f'{text}({word})', f'{text}（{word}）',
                     f'{text}【{word}】', f'{text} {word}', f'{text}NEW',
                     f'{text} new', f'{text} HOT'))


def count(text, words, dice):
    n, word = dice.below(dice.one((10, 300, 20000))), dice.one(words.said)
    return dice.one((f'{text}({n})', f'{text} [{n}]', f'{text} {n}',
                     f'{text} {word}({n})', f'{text} {word} {n}',
                     f'{text}({n}{word})', f'{text} {n} {word}'))


def site(text, words, dice):
    gap = '' if HAN.search(text) else ' '
    name = dice.one(words.names) + gap + dice.one(words.kinds)
    mark = dice.one(('_', '-', ' - ', ' | ', '|', ' – ', '--', ' · '))
    if dice.below(3) == 0:
        name = dice.one(words.sections) + mark + name
    return text + mark + name


def quoted(text, words, dice):
    marks = dice.one(('“”', '《》', '「」', '""', '‘’'))
    if dice.below(3) == 0 or len(text) < SHORTEST:
        return marks[0] + text + marks[1]
    begin = dice.below(len(text) - 6)
    end = begin + 2 + dice.below(5)
    return text[:begin] + marks[0] + text[begin:end] + marks[1] + text[end:]


def shortened(text, words, dice):
    at = max(SHORTEST, len(text) * (55 + dice.below(42)) // 100)
    return text[:at] + dice.one(('...', '…', '…', '...', '', ' ...', '……'))


def unfinished(text, words, dice):
    return text + dice.one(('...', '…', '……', ' ...'))


WAYS = (day, day, number, section, section, note, count, site, site, quoted,
        shortened, shortened, unfinished)


def shown(text, other=False):
    """The text as some page shows it; `other`: with the words, and the dice,
    that nothing is learned with."""
    dice = Dice(text, 'other' if other else '')
    return dice.one(WAYS)(text, words_of(text, other), dice)
