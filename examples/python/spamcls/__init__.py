"""Recognises content-farm pages.  See Classifier, and Sketch
for whole sites."""
from ._classifier import Classifier, SpamclsError
from ._library import LibraryError
from ._sketch import Sketch
from ._types import (DbInfo, Explanation, Link, LinkList, Reason, Result,
                     Score, Segment, Share, Site, Slot, Top)
from ._version import VERSION as __version__

__all__ = ['Classifier', 'DbInfo', 'Explanation', 'LibraryError', 'Link',
           'LinkList', 'Reason', 'Result', 'Score', 'Segment', 'Share',
           'Site', 'Sketch', 'Slot', 'SpamclsError', 'Top', '__version__']
