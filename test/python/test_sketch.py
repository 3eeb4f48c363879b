"""Counts of whole sites through the Python package."""
import pickle
import subprocess

import pytest
import spamcls

from conftest import COMMAND


@pytest.fixture(scope='module')
def pages(classifier, farm_page, honest_page):
    farm = classifier.classify(farm_page)
    honest = classifier.classify(honest_page)
    return [(f'page {k}', farm if k % 3 else honest,
             {'domain': 'site.example', 'host': f'h{k % 4}.site.example'})
            for k in range(24)] + [('lost', None, {'host': 'lost.example'})]


def sketch_of(pages, **limits):
    made = spamcls.Sketch(**limits)
    for name, result, sites in pages:
        made.add(name, result, **sites)
    return made


def test_counts(pages):
    made = sketch_of(pages)
    whole, = made.sites('all')
    assert (whole.pages, whole.farm, whole.unreadable) == (24, 16, 1)
    assert whole.farms.low < whole.farms.share < whole.farms.high
    assert whole.links == 16 * 8 and 0 < whole.marked <= whole.links
    assert any('{' in top.name for top in whole.skeletons)
    assert [s.name for s in made.sites('domain')] == ['site.example']
    assert len(made.sites('host')) == 5
    assert made.sites('host')[-1].unreadable == 1
    assert made.sites('prefix') == []


@pytest.mark.parametrize('limits', [{}, {'sites': 2, 'sample': 3}])
def test_merged_parts_are_the_whole(pages, limits):
    whole = bytes(sketch_of(pages, **limits))
    parts = [sketch_of(pages[k::3], **limits) for k in range(3)]
    one = spamcls.Sketch.from_bytes(bytes(parts[0]))
    assert bytes(one.merge(parts[1]).merge(parts[2])) == whole
    assert bytes(parts[2].merge(parts[1].merge(parts[0]))) == whole
    assert one.one_in('host') == (4 if limits else 1)


def test_pickled(pages):
    made = sketch_of(pages)
    back = pickle.loads(pickle.dumps(made))
    assert bytes(back) == bytes(made)
    for kind in bytearray, memoryview:
        other = spamcls.Sketch.from_bytes(kind(bytes(made)))
        assert bytes(other) == bytes(made)
    assert back.sites() == made.sites()


def test_names_that_are_none(pages):
    """The command puts no name in a list to block that would be a line or a
    rule of its own, or that nobody asks for."""
    made, farm = spamcls.Sketch(), pages[1][1]
    assert farm.verdict == 'farm'
    for number in range(9):
        for name in ('a.com\n0.0.0.0 good.com', 'a b.com', 'ü.com', 'ok.com',
                     'b.com\x7f', '(none)'):
            made.add(f'{name} {number}', farm, host=name, domain=name)
    for form, expected in (('hosts', b'0.0.0.0 ok.com\n'),
                           ('ublacklist', b'*://*.ok.com/*\n')):
        done = subprocess.run(
            [COMMAND, 'site', '--merge', '--format', form], timeout=60,
            input=bytes(made), capture_output=True, check=True)
        assert done.stdout == expected


def test_faults(pages):
    made = sketch_of(pages)
    for bad in b'', bytes(made)[:-1], b'x' + bytes(made)[1:]:
        with pytest.raises(spamcls.SpamclsError) as caught:
            spamcls.Sketch.from_bytes(bad)
        assert caught.value.name == 'SPAMCLS_E_FORMAT'
    for wrong, why in ((lambda: made.merge(made), 'with itself'),
                       (lambda: spamcls.Sketch(sample=5000), '4096 at most'),
                       (lambda: spamcls.Sketch(sites=1 << 25), 'at most'),
                       (lambda: made.add('x', None, host='a\0b'),
                        'host has a NUL')):
        with pytest.raises(spamcls.SpamclsError, match=why) as caught:
            wrong()
        assert caught.value.name == 'SPAMCLS_E_ARG'
    with pytest.raises(ValueError):
        made.sites('planet')
    for wrong in -1, 1 << 32:
        with pytest.raises(ValueError, match='out of range'):
            spamcls.Sketch(sites=wrong)
    for wrong, word in ((lambda: made.add(b'x', None), 'page_id'),
                        (lambda: made.add('x', None, host=None), 'host'),
                        (lambda: made.add('x', 'farm'), 'Result'),
                        (lambda: made.merge(None), 'Sketch'),
                        (lambda: spamcls.Sketch.from_bytes('x'),
                         'is bytes, not str')):
        with pytest.raises(TypeError, match=word):
            wrong()
    assert bytes(made) == bytes(sketch_of(pages))
