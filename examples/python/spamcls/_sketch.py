"""Counts of whole sites, made page by page, that merge."""
from ctypes import POINTER, byref, c_size_t, c_uint64, c_void_p, sizeof, \
    string_at
from typing import List, Optional, Union

from . import _structs as c
from ._classifier import SpamclsError, check, check_range
from ._convert import page_bytes, text
from ._library import load
from ._types import Result, Share, Site, Top

_SCOPES = ('all', 'domain', 'host', 'prefix')
_VERDICTS = {'none': -1, 'clean': 0, 'suspect': 1, 'farm': 2}
_MOST = {'sites': 1 << 24, 'sample': 4096}


def _wrong(message: str) -> SpamclsError:
    """What the library would refuse as well, without saying why."""
    return SpamclsError(-1, 'SPAMCLS_E_ARG', message)


def _span(string: str, what: str) -> c.Span:
    if not isinstance(string, str):
        raise TypeError(f'{what} is a str, not {type(string).__name__}')
    data = string.encode('utf-8', 'replace')
    if b'\0' in data and what != 'page_id':
        raise _wrong(f'{what} has a NUL')
    return c.Span(data, len(data))


def _share(share) -> Share:
    return Share(*(part / 1e6 for part in
                   (share.share, share.low, share.high)))


def _tops(tops, n) -> List[Top]:
    return [Top(text(top.text), top.links) for top in tops[:n]]


class Sketch:
    """The same pages give the same bytes(sketch) in whatever order they come
    and however they were dealt out to sketches that were merged; so it serves
    as an aggregate of Spark, Ray or Dask.  It can be pickled.

    sites (of a scope, 2^24 at most) and sample (marked links of a site, 4096
    at most) limit what is kept; 0 is the library's default.  One thread at a
    time.
    """

    def __init__(self, sites: int = 0, sample: int = 0):
        check_range(c.SketchOptions, sites=sites, sample=sample)
        for name, value in (('sites', sites), ('sample', sample)):
            if value > _MOST[name]:
                raise _wrong(f'{name} is {_MOST[name]} at most')
        self._library, self._handle = load(), c_void_p()
        options = c.SketchOptions(sizeof(c.SketchOptions), None, sites,
                                  sample)
        check(self._library, self._library.spamcls_sketch_new(
            byref(self._handle), byref(options)))

    def __del__(self):
        if getattr(self, '_handle', None):
            self._library.spamcls_sketch_free(self._handle)

    def add(self, page_id: str, result: Optional[Result], *,
            domain: str = '', host: str = '', prefix: str = '') -> None:
        """Counts one page: result as classify gave it, or None for a page
        that could not be read.  page_id tells it from all others; a site
        that is '' is not counted."""
        if not (result is None or isinstance(result, Result)):
            raise TypeError('result is a Result or None, not '
                            f'{type(result).__name__}')
        links = result.links if result else []
        marked = [link for link in links if link.label != 'clean']
        page = c.Page(size=sizeof(c.Page), id=_span(page_id, 'page_id'),
                      verdict=_VERDICTS[result.verdict if result else 'none'],
                      links=len(links), n_marked=len(marked))
        page.site[1:] = [_span(domain, 'domain'), _span(host, 'host'),
                         _span(prefix, 'prefix')]
        page.marked = (c.Marked * len(marked))(*(
            (_span(link.family, 'family'), _span(link.skeleton, 'skeleton'))
            for link in marked))
        check(self._library, self._library.spamcls_sketch_add(self._handle,
                                                              byref(page)))

    def merge(self, other: 'Sketch') -> 'Sketch':
        """Adds what other has counted, and returns this sketch."""
        if not isinstance(other, Sketch):
            raise TypeError(f'other is a Sketch, not {type(other).__name__}')
        if other is self:
            raise _wrong('a sketch cannot be merged with itself')
        check(self._library, self._library.spamcls_sketch_merge(
            self._handle, other._handle))
        return self

    def __bytes__(self) -> bytes:
        data, size = c_void_p(), c_size_t()
        check(self._library, self._library.spamcls_sketch_bytes(
            self._handle, byref(data), byref(size)))
        return string_at(data, size.value)

    @classmethod
    def from_bytes(cls, data: Union[bytes, bytearray, memoryview]
                   ) -> 'Sketch':
        """The sketch of these bytes, which are checked in full."""
        data = page_bytes(data, 'bytes')  # Spark's are a bytearray
        sketch, handle, error = cls(), c_void_p(), c.Error()
        library = sketch._library
        status = library.spamcls_sketch_load(byref(handle), data, len(data),
                                             None, byref(error))
        if status != 0:
            raise SpamclsError(status,
                               text(library.spamcls_status_name(status)),
                               text(error.message))
        library.spamcls_sketch_free(sketch._handle)
        sketch._handle = handle
        return sketch

    def __reduce__(self):
        return Sketch.from_bytes, (bytes(self),)

    def _read(self, scope):
        if scope not in _SCOPES:
            raise ValueError(f'no such scope: {scope!r}')
        sites, n = POINTER(c.Site)(), c_size_t()
        one_in = c_uint64()
        check(self._library, self._library.spamcls_sketch_sites(
            self._handle, _SCOPES.index(scope), byref(sites), byref(n),
            byref(one_in)))
        return sites[:n.value], one_in.value

    def one_in(self, scope: str = 'host') -> int:
        """1 where all sites of the scope are kept, or else of how many one
        is."""
        return self._read(scope)[1]

    def sites(self, scope: str = 'host') -> List[Site]:
        """The sites of a scope ('all', 'domain', 'host', 'prefix'), those
        with most farm pages first."""
        return [Site(text(s.name), s.pages, s.suspect, s.farm, s.unreadable,
                     s.links, s.marked, _share(s.farms), _share(s.doubtful),
                     s.sampled, _tops(s.families, s.n_families),
                     _tops(s.skeletons, s.n_skeletons))
                for s in self._read(scope)[0]]
