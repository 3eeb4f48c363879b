"""What the calls answer with."""
from dataclasses import dataclass, field
from typing import List, Optional, Tuple, Union


@dataclass(frozen=True)
class Segment:
    """A stretch of the text and its role ('body', 'link_list', ...).

    form is of a body 'text', 'item', 'cell' or 'code', a line each; level is
    that of a heading, 1 to 6, or 0.
    """
    role: str
    begin: int
    end: int
    form: str = 'text'
    level: int = 0


@dataclass(frozen=True)
class LinkList:
    """A list of links; links[first_link : first_link + n_links] are its.

    role is link_list, navigation (previous and next, tags), references,
    comments, footer or hidden.
    """
    heading: str
    begin: int
    end: int
    first_link: int
    n_links: int
    trailing: bool
    role: str


@dataclass(frozen=True)
class Link:
    """One line of a list, scored in its list's context."""
    text: str
    href: str
    begin: int
    end: int
    list: int
    score: int
    context: int
    probability: float
    label: str
    family: str
    skeleton: str


@dataclass(frozen=True)
class Reason:
    """One summand of a score; the weights sum to it."""
    name: str
    weight: int
    message: str
    message_zh: str
    begin: int
    end: int


@dataclass(frozen=True)
class Score:
    """What one headline got; score is in 1/1024 nat."""
    score: int
    probability: float
    label: str
    family: str
    flags: Tuple[str, ...] = ()


@dataclass(frozen=True)
class Slot:
    """A filled slot of a headline: a number, or a word of the lexicon.

    name is that of its class ('ORG'), meaning and meaning_zh say it to a
    person; text stands at bytes begin to end of the headline in UTF-8.
    """
    name: str
    meaning: str
    meaning_zh: str
    text: str
    begin: int
    end: int


@dataclass(frozen=True)
class Explanation:
    """A headline's score, its skeleton, and why; its slots are in order
    and do not overlap."""
    score: Score
    skeleton: str
    reasons: List[Reason]
    slots: List[Slot]


@dataclass(frozen=True)
class DbInfo:
    """What the database holds."""
    id: str
    terms: int
    rules: int
    weights: int
    likely: int
    certain: int


@dataclass(frozen=True)
class Result:
    """All that is known of one page."""
    verdict: str
    probability: float
    score: int
    charset: str
    charset_source: str
    repairs: int
    flags: List[str]
    kind: str
    title: str
    text_utf8: bytes = field(repr=False)
    segments: List[Segment] = field(repr=False)
    lists: List[LinkList] = field(repr=False)
    links: List[Link] = field(repr=False)
    reasons: List[Reason] = field(repr=False)
    db_id: str = ''
    url: Optional[str] = None
    base: Optional[str] = None

    @property
    def text(self) -> str:
        """The extracted text."""
        return self.text_utf8.decode('utf-8')

    def cut(self, part: Union[Segment, LinkList, Link, Reason]) -> str:
        """The text between part.begin and part.end."""
        return self.text_utf8[part.begin:part.end].decode('utf-8')

    @property
    def body(self) -> str:
        """The text of the body and its headings, a line a paragraph."""
        return '\n'.join(self.cut(s) for s in self.segments
                         if s.role in ('body', 'heading'))


@dataclass(frozen=True)
class Share:
    """A share of pages, and its 95 % interval."""
    share: float
    low: float
    high: float


@dataclass(frozen=True)
class Top:
    """A frequent family or skeleton, and how many marked links have it."""
    name: str
    links: int


@dataclass(frozen=True)
class Site:
    """What a Sketch knows of one site."""
    name: str
    pages: int
    suspect: int
    farm: int
    unreadable: int
    links: int
    marked: int
    farms: Share
    doubtful: Share
    sampled: int
    families: List[Top]
    skeletons: List[Top]
