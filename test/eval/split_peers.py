#!/usr/bin/env python3
"""The bodies that other extractors find, one process an extractor.

usage: split_peers.py NAME FILE...
       split_peers.py --can NAME

Prints {"path", "body"} a line.  Each peer is called as its README
shows, with what it was built to answer with; where it fails, the body is
empty.  --can only tells whether the peer is there.
"""
import json
import logging
import sys


def text_of(markup):
    """Text of a piece of HTML, a block element a line."""
    import lxml.html
    blocks = {'p', 'div', 'li', 'br', 'tr', 'td', 'th', 'h1', 'h2', 'h3',
              'h4', 'h5', 'h6', 'pre', 'blockquote', 'dt', 'dd', 'section',
              'article', 'figcaption'}
    if not (markup or '').strip():
        return ''
    parts = []
    for event, element in _walk(lxml.html.fromstring(markup)):
        if event == 'text':
            parts.append(element)
        elif element in blocks:
            parts.append('\n')
    return ''.join(parts)


def _walk(root):
    """Texts and the tags around them, in order."""
    import lxml.etree
    for event, element in lxml.etree.iterwalk(root, ('start', 'end')):
        if not isinstance(element.tag, str) \
                or element.tag in ('script', 'style'):
            continue
        yield 'tag', element.tag
        text = element.text if event == 'start' else element.tail
        if text:
            yield 'text', text


def trafilatura():
    import trafilatura
    return lambda page: trafilatura.extract(page)


def resiliparse():
    from resiliparse.extract.html2text import extract_plain_text
    return lambda page: extract_plain_text(page, main_content=True)


def readability():
    from readability import Document
    return lambda page: text_of(Document(page).summary(html_partial=True))


def justext():
    import justext
    # The pages have many languages: the words of all of them.
    words = frozenset().union(*(justext.get_stoplist(name)
                                for name in justext.get_stoplists()))
    return lambda page: '\n'.join(
        p.text for p in justext.justext(page, words)
        if not p.is_boilerplate)


def magic_html():
    from magic_html import GeneralExtractor
    extractor = GeneralExtractor()
    return lambda page: text_of(
        extractor.extract(page, base_url='')['html'])


PEERS = {'trafilatura': trafilatura, 'resiliparse': resiliparse,
         'readability-lxml': readability, 'justext': justext,
         'magic-html': magic_html}


def body_of(extract, page):
    try:
        return extract(page) or ''
    except Exception:  # noqa: BLE001 - whatever it is, it found no body
        return ''


def main():
    if len(sys.argv) == 3 and sys.argv[1] == '--can':
        PEERS[sys.argv[2]]()
        return
    if len(sys.argv) < 2 or sys.argv[1] not in PEERS:
        sys.exit(__doc__)
    logging.disable(logging.CRITICAL)
    extract = PEERS[sys.argv[1]]()
    for path in sys.argv[2:]:
        # The pages are in UTF-8, whatever they say of themselves.
        with open(path, encoding='utf-8', errors='replace') as file:
            page = file.read()
        print(json.dumps({'path': path, 'body': body_of(extract, page)}))


if __name__ == '__main__':
    main()
