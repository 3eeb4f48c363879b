#!/usr/bin/env python3
"""spamcls beside resiliparse and trafilatura on the same pages.

usage: peers.py PEER_PAGES DIRECTORY

CPU time of each over all pages; they take turns, and the ratio of a round is
theirs over ours.
"""
import logging
import pathlib
import statistics
import subprocess
import sys
import time

ROUNDS = 5
MOST = 150  # pages; trafilatura takes its time


def peers():
    """(name, function of bytes, the ratio aimed at) of what is installed."""
    found = []
    try:
        from resiliparse.extract.html2text import extract_plain_text
        from resiliparse.parse.encoding import bytes_to_str, detect_encoding
        found.append(('resiliparse, main content', lambda page:
                      extract_plain_text(bytes_to_str(
                          page, detect_encoding(page)), main_content=True),
                      1.5))
    except ImportError:
        print('  resiliparse is not there')
    try:
        import trafilatura
        logging.disable(logging.CRITICAL)
        found.append(('trafilatura', trafilatura.extract, 30))
    except ImportError:
        print('  trafilatura is not there')
    return found


def seconds_of(function, pages):
    start = time.process_time()
    for page in pages:
        try:
            function(page)
        except Exception:  # a page it cannot read still took its time
            pass
    return time.process_time() - start


def main():
    tool, directory = sys.argv[1:3]
    paths = sorted(p for p in pathlib.Path(directory).rglob('*')
                   if p.suffix in ('.html', '.htm'))
    step = max(1, len(paths) // MOST)
    pages = [path.read_bytes() for path in paths[::step]]
    bytes_read = sum(map(len, pages))
    for name, function, aim in peers():
        ratios = []
        seconds_of(function, pages[:3])
        for _ in range(ROUNDS if aim < 10 else 2):
            line = subprocess.run([tool, 'time', directory], check=True,
                                  capture_output=True, text=True).stdout
            nanoseconds, size, _ = map(float, line.split())
            ours = nanoseconds / size
            theirs = seconds_of(function, pages) * 1e9 / bytes_read
            ratios.append(theirs / ours)
        ratio = statistics.median(ratios)
        print(f'  {"pages, spamcls over " + name:44} {ratio:10.4g} x '
              f'({min(ratios):.2f}-{max(ratios):.2f}) target >= {aim}: '
              f'{"ok" if ratio >= aim else "short"}')


main()
