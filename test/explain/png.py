"""PNG files without a library: as many kinds as a browser writes."""
import struct
import zlib

MAGIC = b'\x89PNG\r\n\x1a\n'


def chunks(data):
    at = len(MAGIC)
    while at < len(data):
        size, kind = struct.unpack('>I4s', data[at:at + 8])
        yield kind, data[at + 8:at + 8 + size]
        at += size + 12


def paeth(a, b, c):
    p = a + b - c
    pa, pb, pc = abs(p - a), abs(p - b), abs(p - c)
    return a if pa <= pb and pa <= pc else b if pb <= pc else c


def unfilter(kind, row, above, step):
    """Undoes the filter of one row in place (PNG 1.2, section 6)."""
    if kind == 2:
        row[:] = bytes((x + y) & 255 for x, y in zip(row, above))
    elif kind:
        for i, x in enumerate(row):
            a = row[i - step] if i >= step else 0
            b, c = above[i], above[i - step] if i >= step else 0
            guess = {1: a, 3: (a + b) // 2, 4: paeth(a, b, c)}[kind]
            row[i] = (x + guess) & 255
    return row


def read(data):
    """(width, height, rows of (r, g, b) triples) of 8 bit RGB or RGBA."""
    parts = list(chunks(data))
    width, height, depth, colour = struct.unpack('>IIBB', parts[0][1][:10])
    step = {2: 3, 6: 4}[colour]
    assert depth == 8
    raw = zlib.decompress(b''.join(d for k, d in parts if k == b'IDAT'))
    above, rows = bytearray(width * step), []
    for y in range(height):
        at = y * (width * step + 1)
        row = bytearray(raw[at + 1:at + 1 + width * step])
        above = unfilter(raw[at], row, above, step)
        rows.append(list(zip(above[0::step], above[1::step],
                             above[2::step])))
    return width, height, rows


def chunk(kind, data):
    return struct.pack('>I', len(data)) + kind + data \
        + struct.pack('>I', zlib.crc32(kind + data))


def write(width, rows, palette):
    """The bytes of a picture of at most 256 colours, rows of numbers."""
    raw = b''.join(b'\0' + bytes(row) for row in rows)
    return MAGIC + chunk(b'IHDR', struct.pack('>IIBBBBB', width, len(rows),
                                              8, 3, 0, 0, 0)) \
        + chunk(b'PLTE', b''.join(bytes(c) for c in palette)) \
        + chunk(b'IDAT', zlib.compress(raw, 9)) + chunk(b'IEND', b'')


def apart(a, b):
    return sum((x - y) ** 2 for x, y in zip(a, b))


def few_colours(rows, n=160, least=60):
    """The most frequent colours that are at least so far apart, and each
    pixel as the number of the nearest of them."""
    count = {}
    for row in rows:
        for pixel in row:
            count[pixel] = count.get(pixel, 0) + 1
    palette = []
    for colour in sorted(count, key=count.get, reverse=True):
        if len(palette) < n and all(apart(colour, c) >= least
                                    for c in palette):
            palette.append(colour)
    number = {c: min(range(len(palette)),
                     key=lambda i: apart(c, palette[i])) for c in count}
    return [[number[pixel] for pixel in row] for row in rows], palette
