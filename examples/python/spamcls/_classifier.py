"""The one class that users call."""
import operator
import os
import threading
import weakref
from ctypes import (POINTER, byref, c_char_p, c_size_t, c_void_p, pointer,
                    sizeof)
from typing import Iterable, List, Optional, Union

from . import _structs as c
from ._convert import Converter, c_string, page_bytes, text, utf8
from ._library import load
from ._types import DbInfo, Explanation, Result, Score

_KINDS = {None: 0, 'html': 1, 'text': 2, 'links': 3}
_LIMITS = ('input_bytes', 'text_bytes', 'blocks', 'links', 'depth',
           'headline', 'regex_steps', 'body_bytes')


class SpamclsError(Exception):
    """A call failed; file, line and column tell where, 0 if not known."""

    def __init__(self, status: int, name: str, message: str, file: str = '',
                 line: int = 0, column: int = 0) -> None:
        place = ':'.join(str(part) for part in (file, line, column) if part)
        super().__init__(f'{name}: {place + ": " if place else ""}{message}')
        self.status, self.name, self.message = status, name, message
        self.file, self.line, self.column = file, line, column

    def __reduce__(self):
        # Of its args, one text, it could not be made again; a pool of
        # processes that gets such an error waits for ever.
        return type(self), (self.status, self.name, self.message,
                            self.file, self.line, self.column)


class _Database:
    """Owns the C database; freed when the last session is gone."""

    def __init__(self, library, directory, glance):
        self.library, self.handle = library, c_void_p()
        error = c.Error()
        options = c.DbOptions(size=sizeof(c.DbOptions), glance=bool(glance))
        name = os.fsencode(directory) if directory is not None else None
        if name and b'\0' in name:
            raise ValueError('directory has a NUL')
        status = library.spamcls_db_open_error(byref(self.handle), name,
                                               byref(options), byref(error))
        if status != 0:
            raise SpamclsError(
                status, text(library.spamcls_status_name(status)),
                text(error.message)
                or text(library.spamcls_status_message(status)),
                text(error.file), error.line, error.column)

    def __del__(self):
        if self.handle:
            self.library.spamcls_db_free(self.handle)


def _free_session(database, handle, pid):
    # A child's copy of the parent's session is left alone.
    if pid == os.getpid():
        database.library.spamcls_session_free(handle)


class _Session:
    """Owns one thread's C session, in one process."""

    def __init__(self, database, limits):
        self.database, self.pid = database, os.getpid()
        self.handle = c_void_p()
        check(database.library, database.library.spamcls_session_new(
            byref(self.handle), database.handle, limits))
        # Of a cycle __del__ may come to the database first; this holds it.
        weakref.finalize(self, _free_session, database, self.handle,
                         self.pid).atexit = False


def check(library, status):
    """Raises SpamclsError unless status is 0."""
    if status != 0:
        raise SpamclsError(status,
                           text(library.spamcls_status_name(status)),
                           text(library.spamcls_status_message(status)))


def check_range(struct, **values):
    """Raises where a field would not hold its value: ctypes cuts it."""
    for name, value in values.items():
        try:
            number = operator.index(value)
        except TypeError:
            raise TypeError(f'{name} is an int, not '
                            f'{type(value).__name__}') from None
        if not 0 <= number < 1 << 8 * getattr(struct, name).size:
            raise ValueError(f'{name} is out of range: {value}')


def _c_limits(limits):
    unknown = set(limits) - set(_LIMITS)
    if unknown:
        raise TypeError(f'no such limit: {", ".join(sorted(unknown))}; '
                        f'there are {", ".join(_LIMITS)}')
    check_range(c.Limits, **limits)
    return c.Limits(size=sizeof(c.Limits), **limits)


class Classifier:
    """Classifies pages and headlines; threads may share it.

    directory holds lexicon, rules and model; None: what is built in. With
    glance, headlines that are no part of a page are told by their characters
    alone where they are plainly ordinary: faster, and less exact. limits are
    those of spamcls_limits: input_bytes, text_bytes, blocks, links,
    depth, headline, regex_steps, body_bytes.
    """

    def __init__(self,
                 directory: Union[str, 'os.PathLike[str]', None] = None,
                 *, glance: bool = False, **limits: int):
        self._limits = _c_limits(limits)
        self._library = load()
        self._convert = Converter(self._library)
        self._database = _Database(self._library, directory, glance)
        self._local = threading.local()

    def close(self) -> None:
        """Ends the classifier; calls that run in other threads finish."""
        self._database = None
        self._local = None

    def __enter__(self) -> 'Classifier':
        return self

    def __exit__(self, *_) -> None:
        self.close()

    def __reduce__(self):
        raise TypeError('a Classifier stays in its process; make one in each')

    def _session(self) -> _Session:
        database, local = self._database, self._local
        if database is None or local is None:
            raise ValueError('the classifier is closed')
        session = getattr(local, 'session', None)
        if session is None or session.pid != os.getpid():
            session = _Session(database, byref(self._limits))
            local.session = session
        return session

    def _read(self, call, make, data, url, charset, kind):
        """What make makes of a session and its C result, which may point
        into what is alive here."""
        if isinstance(data, str):
            data, charset = utf8(data, 'data'), 'utf-8'
        if kind not in _KINDS:
            raise ValueError("kind is 'html', 'text', 'links' or None")
        data = page_bytes(data)
        page = c.Input(sizeof(c.Input), data, len(data),
                       c_string(url, 'url'), c_string(charset, 'charset'),
                       _KINDS[kind])
        found = POINTER(c.Result)()
        session = self._session()
        check(self._library, call(session.handle, byref(page),
                                  byref(found)))
        return make(session, found)

    def _result(self, _session, found) -> Result:
        return self._convert.result(found.contents)

    def classify(self, data: Union[bytes, bytearray, memoryview, str],
                 url: Optional[str] = None, charset: Optional[str] = None,
                 kind: Optional[str] = None) -> Result:
        """Splits a page, scores its links, judges it."""
        return self._read(self._library.spamcls_classify, self._result, data,
                          url, charset, kind)

    def classify_json(self, data: Union[bytes, bytearray, memoryview, str],
                      url: Optional[str] = None,
                      charset: Optional[str] = None,
                      kind: Optional[str] = None,
                      path: Optional[str] = None) -> str:
        """The same as the line of JSON that `spamcls score` prints; path is
        its "path".  Nothing is made of it in Python: for pipelines."""
        name = c_string(path, 'path')

        def make(session, found):
            json, size = c_char_p(), c_size_t()
            check(self._library, self._library.spamcls_result_json(
                session.handle, found, name, byref(json), byref(size)))
            return json.value.decode('utf-8')

        return self._read(self._library.spamcls_classify, make, data, url,
                          charset, kind)

    def split(self, data: Union[bytes, bytearray, memoryview, str],
              url: Optional[str] = None, charset: Optional[str] = None,
              kind: Optional[str] = None) -> Result:
        """The parts of a page, without scores and reasons."""
        return self._read(self._library.spamcls_split, self._result, data,
                          url, charset, kind)

    def score_headlines(self, headlines: Iterable[str]) -> List[Score]:
        """One score a headline, in order."""
        if isinstance(headlines, (str, bytes)):
            raise TypeError('a list of headlines, not one')
        encoded = [utf8(headline, 'a headline') for headline in headlines]
        n = len(encoded)
        spans = (c.Span * n)(*[(line, len(line)) for line in encoded])
        scores = (c.Score * n)()
        session = self._session()  # not freed until the call is over
        check(self._library, self._library.spamcls_score_headlines(
            session.handle, spans, n, scores))
        return [self._convert.score(score) for score in scores]

    def explain_headline(self, headline: str) -> Explanation:
        """Why a headline gets its score."""
        line = utf8(headline, 'a headline')
        found = POINTER(c.Explanation)()
        session = self._session()
        check(self._library, self._library.spamcls_explain_headline(
            session.handle, c.Span(line, len(line)), byref(found)))
        return self._convert.explanation(found.contents, line)

    def info(self) -> DbInfo:
        """What the database holds."""
        database = self._session().database
        info = c.DbInfo(size=sizeof(c.DbInfo))
        check(self._library, self._library.spamcls_db_get_info(
            database.handle, pointer(info)))
        return DbInfo(text(info.id), info.terms, info.rules, info.weights,
                      info.likely, info.certain)
