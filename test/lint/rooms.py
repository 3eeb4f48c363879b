#!/usr/bin/env python3
"""The arrows between the rooms of lib/, as rooms.txt has them."""
import os
import re

import tree

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)
SYSTEM = re.compile(r'^[a-z0-9_]+\.h$|^sys/')
FOREIGN_FILES = {'pcre2.h', 'curl.h', 'jansson.h', 'zlib.h', 'check.h',
                 'zstd.h', 'zstd_errors.h'}


def outer(room):
    """The room that a room inside another is in, or the room itself."""
    return room.split('/')[0]


class Rooms:
    def __init__(self):
        self.order, self.products, self.foreign = [], {}, {}
        for line in tree.read('test/lint/rooms.txt').splitlines():
            if not line.strip() or line.startswith('#'):
                continue
            room, products, foreign = line.split()
            self.order.append(room)
            self.products[room] = products.split(',')
            self.foreign[room] = foreign.split(',')

    def of(self, path):
        """The room of a file of lib/: "." is lib/ itself."""
        return os.path.dirname(path)[len('lib/'):] or '.'

    def products_for(self, room, other):
        """The headers of other that room may know; within one room all of
        those that its parts share."""
        if other == outer(room):
            return ['*']
        return [] if other != outer(other) != outer(room) \
            else self.products[other]

    def may_include(self, room, target):
        """Why room may not include the file lib/target; None if it may."""
        other, name = os.path.split(target)
        other = other or '.'
        if other == room:
            return None
        if other not in self.order:
            return f'{other} is no room'
        if self.order.index(other) > self.order.index(room):
            return f'{other} is to the right of {room}'
        products = self.products_for(room, other)
        if products != ['*'] and name not in products:
            return f'{name} is not for {room}'
        return None

    def may_use(self, room, header):
        """The same for a header in angle brackets."""
        if header == 'spamcls.h':
            return None
        if SYSTEM.match(header) and header not in FOREIGN_FILES:
            return None
        if any(header.startswith(own) for own in self.foreign[room]):
            return None
        return f'<{header}> does not belong in {room}'


def fault_of(rooms, room, kind, target):
    """Why the room may not include the target; None where it may."""
    if kind == '<':
        return rooms.may_use(room, target)
    if not os.path.exists(f'{tree.TOP}/lib/{target}'):
        return f'"{target}": paths begin at lib/'
    return rooms.may_include(room, target)


def check_arrows(report, rooms):
    for path in tree.files('.c', '.h', '.def', '.inc', under=['lib']):
        room = rooms.of(path)
        if room not in rooms.order:
            report.fault(path, f'{room} is no room')
            continue
        for kind, target in INCLUDE.findall(tree.read(path)):
            why = fault_of(rooms, room, kind, target)
            if why:
                report.fault(path, why)
    report.close('rooms')


def node(rooms, path):
    """A .c and its .h are one, for neither can be moved alone; but a product
    header is the room's, not its .c file's."""
    room, name = os.path.split(path)
    product = rooms.products.get(room or '.', [])
    return path if name in product else os.path.splitext(path)[0]


def graph(rooms):
    """Who includes whom."""
    edges = {}
    for path in tree.files('.c', '.h', under=['lib']):
        here = node(rooms, path[4:])
        for kind, target in INCLUDE.findall(tree.read(path)):
            other = node(rooms, target)
            if kind == '"' and other != here and target.endswith('.h'):
                edges.setdefault(here, set()).add(other)
                edges.setdefault(other, set())
    return edges


def check_loops(report, rooms):
    """Takes files away that include nothing that is left; a loop stays."""
    edges = graph(rooms)
    while True:
        ends = [f for f, others in edges.items() if not others & set(edges)]
        if not ends:
            break
        for end in ends:
            del edges[end]
    for stem, others in sorted(edges.items()):
        left = ', '.join(sorted(others & set(edges)))
        report.fault('lib/' + stem, f'is in or above a loop: {left}')
    report.close('include loops')


def main():
    report = tree.Report()
    rooms = Rooms()
    check_arrows(report, rooms)
    check_loops(report, rooms)
    report.exit()


main()
