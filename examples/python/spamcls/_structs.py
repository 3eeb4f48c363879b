"""The structs of spamcls.h, field for field.

test/python compares sizes and offsets with what the C compiler says.
"""
from ctypes import (POINTER, Structure, c_char, c_char_p, c_float, c_int,
                    c_int32, c_size_t, c_uint32, c_uint64, c_void_p)


class Error(Structure):
    _fields_ = [('status', c_int), ('line', c_uint32), ('column', c_uint32),
                ('offset', c_uint64), ('file', c_char * 256),
                ('message', c_char * 256)]


class DbInfo(Structure):
    _fields_ = [('size', c_size_t), ('id', c_char * 17), ('terms', c_uint32),
                ('rules', c_uint32), ('weights', c_uint32),
                ('likely', c_int32), ('certain', c_int32)]


class DbOptions(Structure):
    _fields_ = [('size', c_size_t), ('allocator', c_void_p),
                ('run_rule_tests', c_int), ('without_model', c_int),
                ('glance', c_int)]


class Limits(Structure):
    _fields_ = [('size', c_size_t), ('input_bytes', c_uint64),
                ('text_bytes', c_uint32), ('blocks', c_uint32),
                ('links', c_uint32), ('depth', c_uint32),
                ('headline', c_uint32), ('regex_steps', c_uint32),
                ('body_bytes', c_uint32)]


class Input(Structure):
    _fields_ = [('size_of', c_size_t), ('data', c_char_p),
                ('size', c_size_t), ('url', c_char_p),
                ('charset', c_char_p), ('kind', c_int)]


class Segment(Structure):
    _fields_ = [('role', c_int), ('form', c_int), ('level', c_uint32),
                ('begin', c_uint32), ('end', c_uint32)]


class List(Structure):
    _fields_ = [('heading_begin', c_uint32), ('heading_end', c_uint32),
                ('begin', c_uint32), ('end', c_uint32),
                ('first_link', c_uint32), ('n_links', c_uint32),
                ('trailing', c_int), ('role', c_int)]


class Link(Structure):
    _fields_ = [('begin', c_uint32), ('end', c_uint32), ('href', c_void_p),
                ('href_size', c_uint32), ('list', c_uint32),
                ('score', c_int32), ('context', c_int32),
                ('probability', c_float), ('label', c_int),
                ('family', c_char_p), ('skeleton', c_char_p)]


class Reason(Structure):
    _fields_ = [('name', c_char_p), ('weight', c_int32),
                ('message_en', c_char_p), ('message_zh', c_char_p),
                ('begin', c_uint32), ('end', c_uint32)]


class Result(Structure):
    _fields_ = [('verdict', c_int), ('probability', c_float),
                ('score', c_int32), ('flags', c_uint32),
                ('charset', c_char_p), ('charset_source', c_int),
                ('repairs', c_uint32), ('kind', c_int), ('text', c_void_p),
                ('text_size', c_uint32), ('input_offset', c_uint32),
                ('text_is_input', c_int), ('title_begin', c_uint32),
                ('title_end', c_uint32),
                ('segments', POINTER(Segment)), ('n_segments', c_size_t),
                ('lists', POINTER(List)), ('n_lists', c_size_t),
                ('links', POINTER(Link)), ('n_links', c_size_t),
                ('reasons', POINTER(Reason)), ('n_reasons', c_size_t),
                ('db_id', c_char_p), ('url', c_char_p), ('base', c_char_p)]


class Span(Structure):
    _fields_ = [('data', c_char_p), ('size', c_size_t)]


class Score(Structure):
    _fields_ = [('score', c_int32), ('probability', c_float),
                ('label', c_int), ('family', c_char_p), ('flags', c_uint32)]


class Slot(Structure):
    _fields_ = [('begin', c_uint32), ('end', c_uint32), ('name', c_char_p),
                ('meaning_en', c_char_p), ('meaning_zh', c_char_p)]


class Explanation(Structure):
    _fields_ = [('score', Score), ('skeleton', c_void_p),
                ('skeleton_size', c_uint32), ('reasons', POINTER(Reason)),
                ('n_reasons', c_size_t), ('slots', POINTER(Slot)),
                ('n_slots', c_size_t)]


class SketchOptions(Structure):
    _fields_ = [('size', c_size_t), ('allocator', c_void_p),
                ('sites', c_uint32), ('sample', c_uint32)]


class Marked(Structure):
    _fields_ = [('family', Span), ('skeleton', Span)]


class Page(Structure):
    _fields_ = [('size', c_size_t), ('id', Span), ('site', Span * 4),
                ('verdict', c_int), ('links', c_uint64),
                ('marked', POINTER(Marked)), ('n_marked', c_size_t)]


class Top(Structure):
    _fields_ = [('text', c_char_p), ('links', c_uint64)]


class Share(Structure):
    _fields_ = [('share', c_uint32), ('low', c_uint32), ('high', c_uint32)]


class Site(Structure):
    _fields_ = [('name', c_char_p), ('pages', c_uint64),
                ('suspect', c_uint64), ('farm', c_uint64),
                ('unreadable', c_uint64), ('links', c_uint64),
                ('marked', c_uint64), ('farms', Share), ('doubtful', Share),
                ('sampled', c_uint32), ('n_families', c_uint32),
                ('n_skeletons', c_uint32), ('families', Top * 5),
                ('skeletons', Top * 5)]
