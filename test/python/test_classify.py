"""Pages and headlines through the Python package."""
import json
import re
import subprocess
import typing

import pytest
import spamcls

from conftest import COMMAND, FARM_LINES


def test_farm_page(classifier, farm_page):
    result = classifier.classify(farm_page)
    assert result.verdict == 'farm'
    assert [link.text for link in result.links] == FARM_LINES
    assert result.lists[result.links[0].list].trailing
    assert sum(r.weight for r in result.reasons) == result.score
    assert 0.5 < result.probability <= 1


def test_honest_page(classifier, honest_page):
    result = classifier.classify(honest_page)
    assert result.verdict == 'clean'
    assert '市图书馆昨日' in result.body
    assert not any(link.label == 'certain' for link in result.links)


def test_str_is_bytes(classifier, farm_page):
    by_bytes = classifier.classify(farm_page.encode(), charset='utf-8')
    assert classifier.classify(farm_page) == by_bytes


def test_url(classifier, farm_page):
    for call in classifier.classify, classifier.split:
        assert call(farm_page).url is None
        assert call(farm_page, url='http://a.b/é').url == 'http://a.b/é'


def test_other_charset(classifier, farm_page):
    encoded = farm_page.encode('gb18030')
    found = classifier.classify(encoded, charset='gbk')
    assert found.charset.lower() == 'gb18030'
    assert found.text == classifier.classify(farm_page).text


@pytest.mark.parametrize('data', [b'', bytearray(b''), memoryview(b''), ''])
def test_empty(classifier, data):
    result = classifier.classify(data)
    assert result.verdict == 'clean'
    assert 'empty' in result.flags
    assert result.links == [] and result.text == ''


def test_nul_and_bad_bytes(classifier):
    result = classifier.classify(b'one\0two words\nthree \xff words\n',
                                 kind='text', charset='utf-8')
    assert 'three' in result.text
    assert result.repairs > 0
    assert 'repaired' in result.flags


def test_not_text(classifier):
    result = classifier.classify(b'%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj')
    assert result.verdict == 'none'
    assert 'not_text' in result.flags


def test_unknown_charset(classifier):
    result = classifier.classify(b'plain words', charset='klingon-8')
    assert 'unknown_charset' in result.flags


def test_base(classifier):
    page = '<base href="/a/"><base href="/b/"><h1>Weather</h1><p>Rain.</p>'
    assert classifier.classify(page).base == '/a/'
    assert classifier.split(page).base == '/a/'
    assert classifier.classify('<h1>Weather</h1><p>Rain.</p>').base is None


def test_html_and_url(classifier):
    page = ('<html><head><title>Market day</title></head><body>'
            '<p>The market opens on Saturday at eight, as it has for years.'
            '</p></body></html>')
    result = classifier.classify(page, url='http://example.org/market')
    assert result.kind == 'html'
    assert result.title == 'Market day'


def test_cut(classifier, farm_page):
    result = classifier.classify(farm_page)
    for link in result.links:
        assert result.cut(link) == link.text


def test_split_has_no_scores(classifier, farm_page):
    result = classifier.split(farm_page)
    assert len(result.links) == len(FARM_LINES)
    assert {link.score for link in result.links} == {0}
    assert result.reasons == []
    assert '城市公共交通' in result.body
    assert not any(line in result.body for line in FARM_LINES)


def test_headlines(classifier):
    scores = classifier.score_headlines(FARM_LINES + ['图书馆延长开放时间'])
    assert len(scores) == len(FARM_LINES) + 1
    assert scores[0].label in ('likely', 'certain')
    assert scores[-1].label == 'clean'
    assert scores[0].score > scores[-1].score
    assert classifier.score_headlines([]) == []


def test_headlines_one_by_one(classifier):
    """They may come from a generator, and its fault is the caller's."""
    def lines(last):
        yield from FARM_LINES
        yield last()

    scores = classifier.score_headlines(lines(str))
    assert scores[:-1] == classifier.score_headlines(FARM_LINES)
    with pytest.raises(ZeroDivisionError):
        classifier.score_headlines(lines(lambda: 1 / 0))
    assert typing.get_type_hints(
        classifier.score_headlines)['headlines'] == typing.Iterable[str]


def test_types_of_an_error():
    """A type checker knows what is in it."""
    hints = typing.get_type_hints(spamcls.SpamclsError.__init__)
    assert hints == {'status': int, 'name': str, 'message': str, 'file': str,
                     'line': int, 'column': int, 'return': type(None)}


def test_lone_surrogate(classifier):
    assert len(classifier.score_headlines(['half \ud83d pair', ''])) == 2


def test_explain(classifier):
    explained = classifier.explain_headline(FARM_LINES[0])
    assert explained.score == classifier.score_headlines(FARM_LINES[:1])[0]
    assert sum(r.weight for r in explained.reasons) \
        == explained.score.score
    assert explained.skeleton


def test_slots(classifier):
    for line in [*FARM_LINES, '', '3 \ud83d 5 次']:
        found = classifier.explain_headline(line)
        data, last = line.encode('utf-8', 'surrogatepass'), 0
        assert [s.name for s in found.slots] \
            == re.findall(r'{(\w+)}', found.skeleton)
        for slot in found.slots:
            assert last <= slot.begin < slot.end <= len(data)
            assert data[slot.begin:slot.end].decode() == slot.text
            assert slot.meaning and slot.meaning_zh
            last = slot.end
    assert any(classifier.explain_headline(s).slots for s in FARM_LINES)


def test_limits(farm_page):
    with spamcls.Classifier(blocks=3) as small:
        assert 'truncated_blocks' in small.classify(farm_page).flags
    with pytest.raises(TypeError, match='paragraphs'):
        spamcls.Classifier(paragraphs=3)
    for wrong in {'links': -1}, {'links': 1 << 32}, {'input_bytes': 1 << 64}:
        with pytest.raises(ValueError, match='out of range'):
            spamcls.Classifier(**wrong)
    for wrong in '3', None, 3.0, int:
        with pytest.raises(TypeError, match='links is an int'):
            spamcls.Classifier(links=wrong)


def test_kind_is_checked(classifier):
    with pytest.raises(ValueError):
        classifier.classify('x', kind='pdf')


def test_types_are_checked(classifier):
    for wrong in 5, None, ['a']:
        with pytest.raises(TypeError, match='data is bytes or a str, not'):
            classifier.classify(wrong)
    for wrong in FARM_LINES[0], FARM_LINES[0].encode(), [b'bytes'], [None]:
        with pytest.raises(TypeError, match='headline'):
            classifier.score_headlines(wrong)
    with pytest.raises(TypeError, match='headline is a str, not bytes'):
        classifier.explain_headline(b'bytes')
    for name in 'url', 'charset':
        with pytest.raises(TypeError, match=f'{name} is a str, not bytes'):
            classifier.classify(b'x', **{name: b'bytes'})
        with pytest.raises(ValueError, match=f'{name} has a NUL'):
            classifier.classify(b'x', **{name: 'a\0b'})


def test_info(classifier, honest_page):
    info = classifier.info()
    assert len(info.id) == 16
    assert classifier.classify(honest_page).db_id == info.id


ROLES_PAGE = '''<html><head><title>The lamp on the quay</title></head><body>
<nav><a href=/>Home</a></nav><h1>The lamp on the quay</h1>
<p>The lamp was put up in the winter when the bridge was closed. Everybody who
took the ferry had asked for it, and the town paid without a word.</p>
<h2>Who lights it</h2>
<p>A boy from the bakery lights it at five. He has done so for three years now,
and he says that the evening only begins when it burns.</p>
<h3>Related stories</h3><ul>
<li><a href=/1>Why the north bank still has no proper bus stop</a></li>
<li><a href=/2>Council votes to keep the old swimming pool open</a></li></ul>
<h3>References</h3><ul>
<li><a href=/3>A history of street lighting, town archive, 1987</a></li></ul>
</body></html>'''


def test_lists_have_roles(classifier):
    result = classifier.split(ROLES_PAGE, kind='html')
    assert [(found.heading, found.role) for found in result.lists] == [
        ('Related stories', 'link_list'), ('References', 'references')]
    assert [link.href for link in result.links] == ['/1', '/2', '/3']
    assert 'Who lights it' in result.body
    assert 'bus stop' not in result.body


def test_forms(classifier):
    result = classifier.split(
        '<main><article><p>There are two tools, and both of them are old. They '
        'still work, on most days.<h2>Tools</h2><ul><li>one of them, which '
        'is red<li>the other one, which is not</ul><p>Nobody knows who made '
        'them, and nobody asks. They stand in the cellar.', kind='html')
    assert [(x.role, x.form, x.level) for x in result.segments] == [
        ('body', 'text', 0), ('heading', 'text', 2), ('body', 'item', 0),
        ('body', 'text', 0)]


@pytest.mark.parametrize('charset', ['utf-8', 'utf-16', 'windows-1252'])
def test_every_span_cuts_what_it_names(classifier, charset):
    result = classifier.split(ROLES_PAGE.encode(charset), charset=charset)
    last = 0
    for segment in result.segments:
        assert last <= segment.begin < segment.end <= len(result.text_utf8)
        last = segment.end
    for found in result.lists:
        own = result.links[found.first_link:][:found.n_links]
        assert found.begin == own[0].begin and found.end == own[-1].end
        for link in own:
            assert result.cut(link) == link.text
            assert link.text in result.cut(found)


def test_the_command_says_the_same(classifier):
    """It has no printf on the way; a probability is as Python rounds it."""
    lines = FARM_LINES + [line[:size] for line in FARM_LINES
                          for size in range(2, len(line))]
    done = subprocess.run([COMMAND, 'headlines'], check=True, timeout=60,
                          input='\n'.join(lines).encode(),
                          capture_output=True)
    told = [row.split('\t') for row in done.stdout.decode().splitlines()]
    assert told == [[f'{score.probability:.7f}', score.label, score.family,
                     line] for line, score in
                    zip(lines, classifier.score_headlines(lines))]


def test_json_is_that_of_the_command(classifier, farm_page, tmp_path):
    page = tmp_path / 'page'
    page.write_text(farm_page, encoding='utf-8')
    done = subprocess.run([COMMAND, 'score', '--url', 'https://a.example/',
                           str(page)], check=True, timeout=60,
                          capture_output=True)
    assert classifier.classify_json(
        page.read_bytes(), url='https://a.example/', path=str(page)
    ) == done.stdout.decode().rstrip('\n')
    assert 'path' not in json.loads(classifier.classify_json(farm_page))
    with pytest.raises(ValueError):
        classifier.classify_json(farm_page, path='a\0b')


def test_glance():
    """Ordinary headlines get it where it is asked for; others as before."""
    calm, farm = '图书馆周末延长开放时间', '算力飙升417.3%背后的产业变局'
    whole = spamcls.Classifier().score_headlines([calm, farm])
    quick = spamcls.Classifier(glance=True).score_headlines([calm, farm])
    assert quick[0].score != whole[0].score
    assert quick[0].label == whole[0].label == 'clean'
    assert quick[1].score == whole[1].score
