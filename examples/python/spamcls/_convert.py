"""From borrowed C structs to Python's own objects."""
from ctypes import string_at

from ._types import (Explanation, Link, LinkList, Reason, Result, Score,
                     Segment, Slot)

_KINDS = {1: 'html', 2: 'text', 3: 'links'}


def utf8(string, what):
    """A str as bytes: half a surrogate pair becomes bad bytes, which the
    library repairs."""
    if not isinstance(string, str):
        raise TypeError(f'{what} is a str, not {type(string).__name__}')
    return string.encode('utf-8', 'surrogatepass')


def c_string(string, what):
    """The same of what C ends at a NUL; None is NULL."""
    data = utf8(string, what) if string is not None else None
    if data and b'\0' in data:
        raise ValueError(f'{what} has a NUL')
    return data


def page_bytes(data, wanted='bytes or a str'):
    """What has a buffer, as bytes, which would make zeroes of a number."""
    try:
        return bytes(memoryview(data))
    except TypeError:
        raise TypeError(f'data is {wanted}, not '
                        f'{type(data).__name__}') from None


def text(data):
    """A C string of the library's; NULL is ''."""
    return data.decode('utf-8', 'replace') if data else ''


class Converter:
    """Knows the names of the library's numbers."""

    def __init__(self, library):
        self._library = library
        self._names = {}

    def _name(self, call, number):
        key = call, number
        if key not in self._names:
            self._names[key] = text(
                getattr(self._library, f'spamcls_{call}_name')(number))
        return self._names[key]

    def flags(self, bits):
        """The names of the bits that are set."""
        return [self._name('flag', 1 << bit) for bit in range(32)
                if bits >> bit & 1]

    def score(self, score):
        return Score(score.score, score.probability,
                     self._name('label', score.label), text(score.family),
                     tuple(self.flags(score.flags)))

    @staticmethod
    def reasons(first, n):
        return [Reason(text(r.name), r.weight, text(r.message_en),
                       text(r.message_zh), r.begin, r.end)
                for r in first[:n]]

    @staticmethod
    def slots(first, n, line):
        return [Slot(text(s.name), text(s.meaning_en), text(s.meaning_zh),
                     text(line[s.begin:s.end]), s.begin, s.end)
                for s in first[:n]]

    def explanation(self, found, line):
        """Of a headline's bytes."""
        skeleton = string_at(found.skeleton, found.skeleton_size)
        return Explanation(self.score(found.score), text(skeleton),
                           self.reasons(found.reasons, found.n_reasons),
                           self.slots(found.slots, found.n_slots, line))

    def _link(self, link, utf8):
        return Link(text(utf8[link.begin:link.end]),
                    text(string_at(link.href, link.href_size)),
                    link.begin, link.end, link.list, link.score,
                    link.context, link.probability,
                    self._name('label', link.label), text(link.family),
                    text(link.skeleton))

    def _list(self, found, utf8):
        heading = utf8[found.heading_begin:found.heading_end]
        return LinkList(text(heading), found.begin, found.end,
                        found.first_link, found.n_links,
                        bool(found.trailing),
                        self._name('role', found.role))

    def _segment(self, segment):
        return Segment(self._name('role', segment.role), segment.begin,
                       segment.end, self._name('form', segment.form),
                       segment.level)

    def result(self, found):
        """Copies everything; found may go away afterwards."""
        utf8 = string_at(found.text, found.text_size) if found.text else b''
        return Result(
            verdict=self._name('verdict', found.verdict),
            probability=found.probability, score=found.score,
            charset=text(found.charset),
            charset_source=self._name('charset_source',
                                      found.charset_source),
            repairs=found.repairs, flags=self.flags(found.flags),
            kind=_KINDS.get(found.kind, '?'),
            title=text(utf8[found.title_begin:found.title_end]),
            text_utf8=utf8,
            segments=[self._segment(s)
                      for s in found.segments[:found.n_segments]],
            lists=[self._list(x, utf8) for x in found.lists[:found.n_lists]],
            links=[self._link(x, utf8) for x in found.links[:found.n_links]],
            reasons=self.reasons(found.reasons, found.n_reasons),
            db_id=text(found.db_id),
            url=None if found.url is None else text(found.url),
            base=None if found.base is None else text(found.base))
