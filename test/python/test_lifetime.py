"""Threads, fork, closing, and libraries that are missing or wrong."""
import gc
import os
import pickle
import subprocess
import sys
import threading
import weakref

import pytest
import spamcls


def test_threads_give_one_answer(classifier, farm_page, honest_page):
    pages = [farm_page, honest_page] * 5
    expected = [classifier.classify(page) for page in pages]
    found = {}

    def work(number):
        found[number] = [classifier.classify(page) for page in pages]

    threads = [threading.Thread(target=work, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(found[n] == expected for n in range(8))


def test_fork(classifier, farm_page):
    expected = classifier.classify(farm_page)
    child = os.fork()
    if child == 0:
        same = False
        try:
            same = classifier.classify(farm_page) == expected
        finally:
            os._exit(0 if same else 1)
    assert os.waitpid(child, 0)[1] == 0
    assert classifier.classify(farm_page) == expected


def test_closed():
    with spamcls.Classifier() as classifier:
        classifier.classify('text')
    with pytest.raises(ValueError, match='closed'):
        classifier.classify('text')
    classifier.close()


class Library:
    """The library, which tells of each call before it is made."""

    def __init__(self, library, tell):
        self._library, self._tell = library, tell

    def __getattr__(self, name):
        def call(*arguments):
            self._tell(name)
            return getattr(self._library, name)(*arguments)
        return call


@pytest.mark.parametrize('call', [
    lambda classifier: classifier.classify('text'),
    lambda classifier: classifier.score_headlines(['text']),
    lambda classifier: classifier.explain_headline('text')])
def test_closed_meanwhile(call):
    """A call that runs goes on with its session."""
    classifier = spamcls.Classifier()
    session = weakref.ref(classifier._session())
    there = []

    def close(name):
        classifier.close()
        there.append(session() is not None)

    classifier._library = Library(classifier._library, close)
    call(classifier)
    assert there and there[0]


def test_in_a_cycle():
    """Whatever order it is collected in, the database is freed last."""
    for order in range(2):
        classifier, freed = spamcls.Classifier(), []
        classifier.score_headlines(['text'])
        database = classifier._database
        database.library = Library(database.library, freed.append)
        holders = [[classifier], [database, classifier]][order]
        holders.append(holders)
        del classifier, database, holders
        gc.collect()
        assert freed == ['spamcls_session_free', 'spamcls_db_free']


def test_stays_in_its_process(classifier):
    with pytest.raises(TypeError, match='make one in each'):
        pickle.dumps(classifier)


def test_error_travels():
    """A pool that cannot read what its worker raised would hang."""
    with pytest.raises(spamcls.SpamclsError) as raised:
        spamcls.Classifier('/no/such/place')
    error = raised.value
    error.line = 3
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is spamcls.SpamclsError
    assert again.__dict__ == error.__dict__ and again.file
    assert str(again) == str(error).replace('place: ', 'place:3: ')


def test_directory_with_a_nul():
    with pytest.raises(ValueError, match='NUL'):
        spamcls.Classifier('a\0b')


def test_no_such_directory():
    with pytest.raises(spamcls.SpamclsError) as caught:
        spamcls.Classifier('/no/such/place')
    assert caught.value.status < 0
    assert caught.value.name.startswith('SPAMCLS_E_')


def test_broken_rule_pack(tmp_path):
    (tmp_path / 'rules').mkdir()
    (tmp_path / 'rules' / 'broken.rules').write_text(
        '# a pack\n\nno-such-directive X /a/\n')
    (tmp_path / 'broken.rules').write_text(
        '# a pack\n\nno-such-directive X /a/\n')
    with pytest.raises(spamcls.SpamclsError) as caught:
        spamcls.Classifier(str(tmp_path))
    assert caught.value.name == 'SPAMCLS_E_SYNTAX'
    assert caught.value.line == 3
    assert 'broken.rules' in caught.value.file


def import_with(library):
    """What a fresh Python says when the library is that file."""
    return subprocess.run(
        [sys.executable, '-c', 'import spamcls; spamcls.Classifier()'],
        env={**os.environ, 'SPAMCLS_LIBRARY': str(library)},
        capture_output=True, text=True)


def compiled(folder, code):
    (folder / 'lib.c').write_text(code)
    compiler = os.environ.get('CC', 'cc').split()
    subprocess.run([*compiler, '-shared', '-fPIC', str(folder / 'lib.c'),
                    '-o', str(folder / 'lib.so')], check=True)
    return folder / 'lib.so'


def test_library_is_missing(tmp_path):
    done = import_with(tmp_path / 'none.so')
    assert done.returncode != 0
    assert 'LibraryError' in done.stderr and 'none.so' in done.stderr


def of_version(folder, version):
    """A library that has its version and nothing else."""
    return compiled(folder, 'const char *spamcls_version_string(void);'
                    'const char *spamcls_version_string(void)'
                    f'{{ return "{version}"; }}')


def test_library_of_another_version(tmp_path):
    done = import_with(of_version(tmp_path, '9.8.7'))
    assert 'LibraryError' in done.stderr and '9.8.7' in done.stderr


def test_library_that_lacks_a_call(tmp_path):
    done = import_with(of_version(tmp_path, spamcls.__version__ + '.0'))
    assert 'LibraryError' in done.stderr
    assert 'has no spamcls_' in done.stderr


def test_library_is_another(tmp_path):
    done = import_with(compiled(tmp_path, 'int nothing;'))
    assert 'not libspamcls' in done.stderr
