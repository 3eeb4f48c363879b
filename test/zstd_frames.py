"""Bytes packed by zstd, for the tests: by its library, or by hand where the
library would not make them."""
import ctypes

MAGIC = b'\x28\xb5\x2f\xfd'
END, FLUSH = 2, 1
WINDOW, CHECKSUM = 101, 201


class Buffer(ctypes.Structure):
    _fields_ = [('data', ctypes.c_void_p), ('size', ctypes.c_size_t),
                ('at', ctypes.c_size_t)]


def library():
    made = ctypes.CDLL('libzstd.so.1')
    for name in ('ZSTD_createCCtx', 'ZSTD_compressStream2',
                 'ZSTD_CCtx_setParameter', 'ZSTD_CCtx_loadDictionary',
                 'ZDICT_trainFromBuffer'):
        getattr(made, name).restype = ctypes.c_size_t
    return made


ZSTD = library()


def put(context, data, directive):
    """What comes out for the data, with nothing held back."""
    out = ctypes.create_string_buffer(len(data) + 10000)
    source = ctypes.create_string_buffer(data, len(data) + 1)
    into = Buffer(ctypes.addressof(out), len(out), 0)
    taken = Buffer(ctypes.addressof(source), len(data), 0)
    assert ZSTD.ZSTD_compressStream2(context, ctypes.byref(into),
                                     ctypes.byref(taken), directive) == 0
    return out.raw[:into.at]


def frame(*parts, dictionary=None, window=0):
    """One frame, with a checksum; each part ends a block."""
    context = ctypes.c_void_p(ZSTD.ZSTD_createCCtx())
    for name, value in ((CHECKSUM, 1), (WINDOW, window)):
        assert ZSTD.ZSTD_CCtx_setParameter(context, name, value) < 1000
    if dictionary:
        assert ZSTD.ZSTD_CCtx_loadDictionary(
            context, dictionary, ctypes.c_size_t(len(dictionary))) == 0
    made = [put(context, part, FLUSH) for part in parts[:-1]]
    made.append(put(context, parts[-1], END))
    ZSTD.ZSTD_freeCCtx(context)
    return b''.join(made)


def plain_frame(data, window):
    """One whose head asks for 2^window bytes and whose one block is not
    packed."""
    return MAGIC + bytes((0, (window - 10) << 3)) \
        + (len(data) << 3 | 1).to_bytes(3, 'little') + data


def skippable(data, kind=0):
    return bytes((0x50 + kind,)) + b'\x2a\x4d\x18' \
        + len(data).to_bytes(4, 'little') + data


def dictionary_frame(data):
    """As a web archive begins with it; data may be packed."""
    return skippable(data, 13)


def train(samples):
    """A dictionary of at most 4 KiB."""
    out = ctypes.create_string_buffer(4096)
    sizes = (ctypes.c_size_t * len(samples))(*map(len, samples))
    size = ZSTD.ZDICT_trainFromBuffer(
        out, ctypes.c_size_t(len(out)), b''.join(samples), sizes,
        len(samples))
    assert size <= len(out)
    return out.raw[:size]
