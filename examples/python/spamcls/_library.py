"""Finds and loads the shared library, and declares its calls."""
import ctypes
import os
from ctypes import (POINTER, c_char_p, c_int, c_size_t, c_uint32, c_uint64,
                    c_void_p)

from . import _structs as c
from ._version import VERSION


class LibraryError(ImportError):
    """The shared library is missing, or is one of another version."""


_CALLS = {
    'spamcls_version_string': (c_char_p, []),
    'spamcls_status_name': (c_char_p, [c_int]),
    'spamcls_status_message': (c_char_p, [c_int]),
    'spamcls_verdict_name': (c_char_p, [c_int]),
    'spamcls_label_name': (c_char_p, [c_int]),
    'spamcls_role_name': (c_char_p, [c_int]),
    'spamcls_form_name': (c_char_p, [c_int]),
    'spamcls_charset_source_name': (c_char_p, [c_int]),
    'spamcls_flag_name': (c_char_p, [c_uint32]),
    'spamcls_db_open_error': (c_int, [POINTER(c_void_p), c_char_p, c_void_p,
                                      POINTER(c.Error)]),
    'spamcls_db_get_info': (c_int, [c_void_p, POINTER(c.DbInfo)]),
    'spamcls_db_free': (None, [c_void_p]),
    'spamcls_session_new': (c_int, [POINTER(c_void_p), c_void_p,
                                    POINTER(c.Limits)]),
    'spamcls_session_free': (None, [c_void_p]),
    'spamcls_classify': (c_int, [c_void_p, POINTER(c.Input),
                                 POINTER(POINTER(c.Result))]),
    'spamcls_split': (c_int, [c_void_p, POINTER(c.Input),
                              POINTER(POINTER(c.Result))]),
    'spamcls_score_headlines': (c_int, [c_void_p, POINTER(c.Span), c_size_t,
                                        POINTER(c.Score)]),
    'spamcls_result_json': (c_int, [c_void_p, POINTER(c.Result), c_char_p,
                                    POINTER(c_char_p), POINTER(c_size_t)]),
    'spamcls_sketch_new': (c_int, [POINTER(c_void_p),
                                   POINTER(c.SketchOptions)]),
    'spamcls_sketch_add': (c_int, [c_void_p, POINTER(c.Page)]),
    'spamcls_sketch_merge': (c_int, [c_void_p, c_void_p]),
    'spamcls_sketch_bytes': (c_int, [c_void_p, POINTER(c_void_p),
                                     POINTER(c_size_t)]),
    'spamcls_sketch_load': (c_int, [POINTER(c_void_p), c_char_p, c_size_t,
                                    c_void_p, POINTER(c.Error)]),
    'spamcls_sketch_sites': (c_int, [c_void_p, c_int,
                                     POINTER(POINTER(c.Site)),
                                     POINTER(c_size_t), POINTER(c_uint64)]),
    'spamcls_sketch_free': (None, [c_void_p]),
    'spamcls_explain_headline': (c_int, [c_void_p, c.Span,
                                         POINTER(POINTER(c.Explanation))]),
}


def _candidates():
    named = os.environ.get('SPAMCLS_LIBRARY')
    if named:
        return [named]
    here = os.path.dirname(os.path.abspath(__file__))
    soname = 'libspamcls.so.' + VERSION.split('.', maxsplit=1)[0]
    return [os.path.join(here, 'libspamcls.so'), soname]


def _open():
    tried = []
    for path in _candidates():
        try:
            return ctypes.CDLL(path)
        except OSError as error:
            tried.append(f'{path}: {error}')
    raise LibraryError('libspamcls cannot be loaded; install the package '
                       'with pip from a clone, or name the library in '
                       'SPAMCLS_LIBRARY. Tried: ' + '; '.join(tried))


def _check_version(library):
    try:
        found = library.spamcls_version_string
    except AttributeError:
        raise LibraryError('the library is not libspamcls') from None
    found.restype = c_char_p
    version = found().decode()
    # Until 1.0 a minor version may change the structs.
    if version.split('.')[:2] != VERSION.split('.')[:2]:
        raise LibraryError(f'libspamcls is version {version}; this package '
                           f'was written for {VERSION}')


def load():
    """The library, ready to be called; raises LibraryError."""
    library = _open()
    _check_version(library)
    for name, (result, arguments) in _CALLS.items():
        call = getattr(library, name, None)
        if call is None:
            raise LibraryError(f'this libspamcls has no {name}; it is older '
                               'than this package')
        call.restype = result
        call.argtypes = arguments
    return library
