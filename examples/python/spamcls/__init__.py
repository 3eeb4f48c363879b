"""Recognises content-farm pages.  See Classifier."""
from ._classifier import Classifier, SpamclsError
from ._library import LibraryError
from ._types import (DbInfo, Explanation, Link, LinkList, Reason, Result,
                     Score, Segment)
from ._version import VERSION as __version__

__all__ = ['Classifier', 'DbInfo', 'Explanation', 'LibraryError', 'Link',
           'LinkList', 'Reason', 'Result', 'Score', 'Segment',
           'SpamclsError', '__version__']
