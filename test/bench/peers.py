#!/usr/bin/env python3
"""spamcls beside resiliparse, trafilatura and rs-trafilatura on some pages.

usage: peers.py PEER_PAGES DIRECTORY WORK [RS_PEER]

The CPU time of each over the same pages; they take turns, and the ratio of a
round is theirs over ours.
"""
import logging
import pathlib
import statistics
import subprocess
import sys
import time

ROUNDS = 5
MOST = 150  # pages; trafilatura takes its time


def sample(directory, folder):
    """Every n-th page, in a folder of its own; their paths."""
    paths = sorted(p for p in pathlib.Path(directory).rglob('*')
                   if p.suffix in ('.html', '.htm'))
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    chosen = []
    for i, path in enumerate(paths[::max(1, len(paths) // MOST)]):
        link = folder / f'{i:04}.html'
        link.symlink_to(path.resolve())
        chosen.append(link)
    return chosen


def time_of(command):
    """Nanoseconds that a program measured itself: its first number."""
    line = subprocess.run(command, check=True, capture_output=True,
                          text=True).stdout
    return float(line.split()[0])


def in_python(function, paths):
    pages = [path.read_bytes() for path in paths]

    def measure():
        start = time.process_time()
        for page in pages:
            try:
                function(page)
            except Exception:  # a page it cannot read still took its time
                pass
        return (time.process_time() - start) * 1e9
    measure()
    return measure


def peers(paths, rs_peer):
    """(name, nanoseconds for all pages, the ratio aimed at, rounds)."""
    try:
        from resiliparse.extract.html2text import extract_plain_text
        from resiliparse.parse.encoding import bytes_to_str, detect_encoding
        yield ('resiliparse, main content', in_python(
            lambda page: extract_plain_text(
                bytes_to_str(page, detect_encoding(page)),
                main_content=True), paths), 1.5, ROUNDS)
    except ImportError:
        print('  resiliparse is not there')
    if rs_peer:
        command = [rs_peer, *map(str, paths)]
        yield 'rs-trafilatura', lambda: time_of(command), 5, ROUNDS
    else:
        print('  rs-trafilatura is not there (it needs cargo)')
    try:
        import trafilatura
        logging.disable(logging.CRITICAL)
        yield ('trafilatura', in_python(trafilatura.extract, paths), 30, 2)
    except ImportError:
        print('  trafilatura is not there')


def main():
    tool, directory, work = sys.argv[1:4]
    folder = pathlib.Path(work) / 'sample'
    paths = sample(directory, folder)
    for name, measure, aim, rounds in peers(paths, (sys.argv[4:] or [''])[0]):
        ratios = []
        for _ in range(rounds):
            ours = time_of([tool, 'time', str(folder)])
            ratios.append(measure() / ours)
        ratio = statistics.median(ratios)
        print(f'  {"pages, spamcls over " + name:44} {ratio:10.4g} x '
              f'({min(ratios):.2f}-{max(ratios):.2f}) target >= {aim}: '
              f'{"ok" if ratio >= aim else "short"}', flush=True)


main()
