# libspamcls.  make run and make check work alone on a fresh machine;
# make help lists the rest.

CC ?= cc
CXX ?= c++
AR ?= ar
PYTHON ?= python3
PKG_CONFIG ?= pkg-config
INSTALL ?= install
BUILD ?= build
DESTDIR ?=

prefix ?= /usr/local
exec_prefix ?= $(prefix)
bindir ?= $(exec_prefix)/bin
libdir ?= $(exec_prefix)/lib
includedir ?= $(prefix)/include
datarootdir ?= $(prefix)/share
mandir ?= $(datarootdir)/man
pkgconfigdir ?= $(libdir)/pkgconfig

# The header is the one place where the version is written.
version_part = $(shell sed -n 's/^.define SPAMCLS_VERSION_$(1) //p' \
	include/spamcls.h)
MAJOR := $(call version_part,MAJOR)
VERSION := $(MAJOR).$(call version_part,MINOR).$(call version_part,PATCH)
SONAME := libspamcls.so.$(MAJOR)

# What the project needs; what the user gives comes behind and wins.
PACKAGES := icu-uc icu-i18n libpcre2-32
own_cppflags := -D_POSIX_C_SOURCE=200809L -Iinclude -Ilib
own_cflags := -std=c11 -O3 -g -fPIC -fvisibility=hidden \
	-fno-semantic-interposition -Wall -Wextra -Wpedantic -Wshadow \
	-Wconversion -Wstrict-prototypes -Wvla -Wwrite-strings
VARIANT ?=
ifeq ($(VARIANT),asan)
own_cflags += -O1 -fno-omit-frame-pointer -fsanitize=address,undefined \
	-fno-sanitize-recover=undefined
else ifeq ($(VARIANT),tsan)
own_cflags += -O1 -fsanitize=thread
else ifeq ($(VARIANT),portable)
own_cppflags += -DSCLS_PORTABLE
own_cflags += -O2
else ifeq ($(VARIANT),fuzz)
CC := clang
own_cflags += -O1 -fsanitize=fuzzer-no-link,address,undefined \
	-fno-sanitize-recover=undefined \
	-fsanitize-coverage-ignorelist=test/fuzz/uncounted.txt
else ifneq ($(VARIANT),)
$(error VARIANT is asan, tsan, portable, fuzz or nothing)
endif
# Foreign headers are not ours to warn about.
foreign_cflags = $(patsubst -I%,-isystem %, \
	$(shell $(PKG_CONFIG) --cflags $(PACKAGES)))
lib_libs = $(shell $(PKG_CONFIG) --libs $(PACKAGES)) -lm -lpthread
tool_libs := -ljansson -lz -lpsl -lbrotlidec -lzstd
check_libs = $(shell $(PKG_CONFIG) --libs check)
compile = $(CC) $(own_cppflags) $(foreign_cflags) $(CPPFLAGS) \
	$(own_cflags) $(CFLAGS)
link = $(CC) $(own_cflags) $(CFLAGS) $(LDFLAGS)

# An object directory for each set of flags, so that none is mixed; the last
# one that was built is linked to from $(BUILD) itself.
flags := $(CC) $(own_cppflags) $(own_cflags) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS)
O := $(BUILD)/obj$(VARIANT:%=-%)-$(shell printf '%s' '$(flags)' | cksum \
	| cut -d' ' -f1)
B := $(BUILD)$(VARIANT:%=/%)
links_to := $(VARIANT:%=../)$(notdir $(O))

lib_sources := $(sort $(wildcard lib/*.c lib/*/*.c lib/*/*/*.c))
tool_sources := $(sort $(wildcard examples/score/*.c examples/score/*/*.c))
crawler_sources := $(sort $(wildcard examples/crawler/*.c))
ROOM ?=
test_sources := $(sort $(wildcard test/unit/$(or $(ROOM),*)/test_*.c \
	$(if $(ROOM),,test/*/test_*.c)))
# Rooms start no threads: of races only the interface's tests can tell.
ifeq ($(VARIANT),tsan)
test_sources := $(filter test/api/%,$(test_sources))
endif
bench_sources := $(sort $(wildcard test/bench/bench_*.c))
fuzz_sources := $(sort $(wildcard test/fuzz/fuzz_*.c))
lexicon_files := $(sort $(wildcard data/lexicon/*.txt))
data_files := $(O)/lexicon.lex \
	$(sort $(wildcard data/rules/*.rules data/model/*.spm))
man_pages := $(wildcard examples/score/*.1)
lib_objects := $(lib_sources:%.c=$(O)/%.o) $(O)/builtin.o \
	$(O)/builtin_table.o
tool_objects := $(tool_sources:%.c=$(O)/%.o)
crawler_objects := $(crawler_sources:%.c=$(O)/%.o) \
	$(patsubst %,$(O)/examples/score/%.o,media_type safe_text utf8)
tests := $(test_sources:%.c=$(O)/%)
benches := $(bench_sources:%.c=$(O)/%)
bench_shared := $(patsubst %,$(O)/test/bench/%.o,inputs made measure)
fuzzers := $(fuzz_sources:%.c=$(O)/%)
libraries := libspamcls.a libspamcls.so $(SONAME)

# A sub-make reads this file again, now that the packages are there.
again = $(MAKE) --no-print-directory \
	$(if $(findstring -j,$(MAKEFLAGS)),,-j$(shell nproc 2>/dev/null))
stages = MAKE='$(MAKE)' CC='$(CC)' CXX='$(CXX)' PYTHON='$(PYTHON)' \
	PKG_CONFIG='$(PKG_CONFIG)' BUILD='$(abspath $(B))' \
	OBJ='$(abspath $(O))' SONAME='$(SONAME)' VERSION='$(VERSION)' \
	VARIANT='$(VARIANT)' sh test/run.sh

.PHONY: all run check asan tsan portable valgrind lint bench fuzz eval install \
	uninstall dist clean help deps FORCE
.PHONY: built lib tests unit sanitized crawler fold-table model handbooks \
	lexicon terms-tool second-look
.DELETE_ON_ERROR:

all: built

built: lib $(O)/spamcls
	@ln -sfn $(links_to)/spamcls $(B)/spamcls

lib: $(libraries:%=$(O)/%)
	@mkdir -p $(B)
	@for f in $(libraries); do ln -sfn $(links_to)/$$f $(B)/$$f; done

help:
	@sed -n 's/^#: //p' Makefile

# ------------------------------------------------------------ two commands --
#: make run        set up what is missing, build, judge a sample page
#: make check      the same set-up, then every test
run:
	@sh test/build/deps.sh run
	@$(again) built
	@sh examples/score/show.sh $(B)/spamcls

check:
	@sh test/build/deps.sh check
	@$(again) built crawler tests terms-tool
	@$(stages) all $(tests)

#: make deps       install the packages of run and check
#: make all        the libraries and build/spamcls (no set-up)
#: make lib        the libraries alone
#: make crawler    build/spamcls-crawler
#: make unit       the C tests only (no set-up); ROOM=headline: of one room
deps:
	@sh test/build/deps.sh --install check

unit: tests
	@$(stages) programs $(tests)

tests: $(tests)

crawler: $(O)/spamcls-crawler
	@mkdir -p $(B)
	@ln -sfn $(links_to)/spamcls-crawler $(B)/spamcls-crawler

#: make asan       the C tests, the corpus and the command under the sanitizers
#:                 of addresses and of undefined behaviour
#: make tsan       those of the interface under that of threads
#: make portable   the C tests and the others without the processor's vectors
asan tsan portable:
	@sh test/build/deps.sh check
	@$(again) VARIANT=$@ sanitized

sanitized: built tests
	@$(stages) sanitized $(tests)

#: make valgrind   the same under valgrind, in some minutes
valgrind:
	@sh test/build/deps.sh valgrind
	@$(again) built tests
	@$(stages) valgrind $(tests)

#: make lint       rooms, sizes, names: test/lint
lint: $(O)/libspamcls.a
	@sh test/lint/run.sh $<

#: make bench      speed, on text the benchmark makes itself
#:                 or on the HTML files below BENCH_PAGES
BENCH_PAGES ?=
bench:
	@sh test/build/deps.sh bench
	@$(again) benched

.PHONY: benched
benched: built $(benches)
	@for b in $(benches); do $$b $(BENCH_PAGES) || exit 1; done

#: make bench-check    instructions of fixed work against the baseline;
#:                     bench-baseline writes it, bench-profile tells where
#:                     the cycles of a page go
bench-check bench-baseline: $(O)/test/bench/count
	@sh test/bench/count.sh $(if $(findstring check,$@),check,record) $<

bench-profile: $(O)/test/bench/count
	@sh test/bench/profile.sh $<

#: make bench-peers    beside fastText, Hyperscan, resiliparse, trafilatura,
#:                     as far as they are there
bench-peers: built $(O)/test/bench/peer_headlines $(O)/test/bench/peer_pages
	@sh test/bench/peers.sh $(B) $(O) $(BENCH_PAGES)

.PHONY: bench-check bench-baseline bench-profile bench-peers

#: make screenshots    explain --html in a headless Chromium, light and
#:                     dark, wide and narrow; writes build/screenshots and the
#:                     picture of README
screenshots: built
	@$(PYTHON) test/explain/screenshots.py $(B)/spamcls $(B)/screenshots \
		examples/score/explain.png

.PHONY: screenshots

#: make fuzz       each fuzzer for FUZZ_SECONDS (needs clang)
FUZZ_SECONDS ?= 30
fuzz:
	@sh test/build/deps.sh fuzz
	@$(again) VARIANT=fuzz fuzzed

.PHONY: fuzzed
fuzzed: $(fuzzers)
	@FUZZ_SECONDS='$(FUZZ_SECONDS)' sh test/fuzz/run.sh $(fuzzers)

#: make eval       tables of quality on labelled data in EVAL_DATA
EVAL_DATA ?= ../shared
PAGES ?= $(BUILD)/pages
second := $(O)/data/model/dump_second
eval: built handbooks terms-tool $(second)
	@PYTHON='$(PYTHON)' sh test/eval/run.sh $(B)/spamcls '$(EVAL_DATA)' \
		$(second) $(PAGES)

#: make handbooks  fetches honest lines of three languages, to learn from
handbooks: build/handbooks/lines.jsonl
build/handbooks/lines.jsonl: data/model/handbooks.py data/model/handbooks.txt
	@$(PYTHON) data/model/handbooks.py $(@D)

terms-tool: $(O)/data/lexicon/fold_terms

#: make lexicon    data/lexicon/grown_*.txt from the grammars' lists
lexicon: built terms-tool
	@$(PYTHON) data/lexicon/grow.py --fold $(O)/data/lexicon/fold_terms \
		--output data/lexicon

#: make second-look learns the trees that look at a headline again
second-look: built handbooks terms-tool $(second)
	@sh data/model/folds.sh $(B)/spamcls $(second) $(PAGES) \
		--write data/model/second_look.json

#: make model      trains data/model/default.spm afresh (needs ../shared)
model: built handbooks
	@sh data/model/train.sh $(B)/spamcls data/model/default.spm

#: make eval-later false alarms on later headlines than a model has seen
eval-later: built handbooks
	@$(PYTHON) test/eval/later.py --bin $(B)/spamcls --work $(BUILD)/later

#: make eval-split the splitter on pages its tables have not seen, beside
#:                 other extractors; installs them into build/eval-split
eval-split:
	@PYTHON='$(PYTHON)' sh test/eval/split.sh '$(EVAL_DATA)' \
		'$(BUILD)/eval-split'

# The tool with the tables of lib/segment/forest that lie in $(FOLD).
FOLD ?=
fold-tool: $(tool_objects) $(O)/libspamcls.a
	$(compile) -iquote $(FOLD) -c lib/segment/forest/forest_table.c \
		-o $(FOLD)/forest_table.o
	cp $(O)/libspamcls.a $(FOLD)/
	$(AR) r $(FOLD)/libspamcls.a $(FOLD)/forest_table.o
	$(link) $(tool_objects) $(FOLD)/libspamcls.a $(lib_libs) $(tool_libs) \
		-o $(FOLD)/spamcls

.PHONY: eval-split eval-later fold-tool

#: make verdict    learns the page verdict's trees (data/verdict/README.md)
#: make eval-pages tables of pages whose templates were left out of training
learn = sh data/verdict/train.sh $(B)/spamcls $(O)/data/verdict/dump_values \
	$(second) $(PAGES)
verdict: built handbooks terms-tool $(second) $(O)/data/verdict/dump_values
	@$(learn) --write

eval-pages: built handbooks terms-tool $(second) $(O)/data/verdict/dump_values
	@$(learn)
	@PAGES=$(PAGES) $(PYTHON) test/eval/page_tool.py --build $(compile) \
		lib/verdict/list_forest.c lib/verdict/weigh.c $(tool_objects) \
		$(O)/libspamcls.a $(lib_libs) $(tool_libs)
	@PAGES=$(PAGES) $(PYTHON) $(EVAL_DATA)/eval/pages.py \
		--bin test/eval/page_tool.py $(PAGES)
	@PAGES=$(PAGES) $(PYTHON) test/eval/page_report.py

.PHONY: verdict eval-pages

# ------------------------------------------------------------------- build --
$(O)/%.o: %.c
	@mkdir -p $(@D)
	$(compile) -MMD -MP -c $< -o $@

# The files of data/ become part of the library: builtin.S takes in the bytes.
# A list that changes when a file comes or goes makes both afresh.
$(O)/data.list $(O)/lib.list: FORCE
	@mkdir -p $(@D)
	@new=$@.$$$$; echo '$(if $(findstring data,$@),$(lexicon_files) \
		$(data_files),$(lib_objects))' > $$new; \
	if cmp -s $$new $@; then rm $$new; else mv $$new $@; fi

# The lexicon is packed now, so that opening it costs nothing.
pack_objects = $(filter $(O)/lib/base/% $(O)/lib/headline/% \
	$(O)/lib/feature/%,$(lib_objects))

$(O)/pack_lexicon: test/build/pack_lexicon.c $(pack_objects)
	$(compile) -MMD -MP $< $(LDFLAGS) $(pack_objects) -o $@

$(O)/lexicon.lex: $(O)/pack_lexicon $(lexicon_files) $(O)/data.list
	$< $@ $(lexicon_files)

$(O)/builtin.S $(O)/builtin_table.c &: $(data_files) $(O)/data.list \
		test/build/builtin.sh
	sh test/build/builtin.sh $(O) $(data_files)

$(O)/builtin.o: $(O)/builtin.S $(data_files)
	$(CC) $(CFLAGS) -c $< -o $@

$(O)/builtin_table.o: $(O)/builtin_table.c
	$(compile) -MMD -MP -c $< -o $@

$(tool_objects): own_cppflags += -Iexamples/score

$(O)/libspamcls.a: $(lib_objects) $(O)/lib.list
	rm -f $@
	$(AR) rcs $@ $(lib_objects)

$(O)/$(SONAME): $(lib_objects) $(O)/lib.list lib/spamcls.map
	$(link) -shared -Wl,-soname,$(SONAME) -Wl,-z,defs \
		-Wl,--version-script=lib/spamcls.map \
		$(lib_objects) $(lib_libs) -o $@

$(O)/libspamcls.so: $(O)/$(SONAME)
	ln -sfn $(SONAME) $@

$(O)/spamcls: $(tool_objects) $(O)/libspamcls.a
	$(link) $^ $(lib_libs) $(tool_libs) -o $@

$(O)/spamcls-crawler: $(crawler_objects) $(O)/libspamcls.a
	$(link) $^ $(lib_libs) -lcurl -o $@

$(O)/test/crawler/test_links $(O)/test/crawler/test_frontier: \
	check_libs += -lcurl

$(tests): $(O)/%: %.c $(O)/libspamcls.a
	@mkdir -p $(@D)
	$(compile) -Wno-pedantic -Wno-conversion -MMD -MP $< \
		$(LDFLAGS) $(O)/libspamcls.a $(lib_libs) -ljansson \
		$(check_libs) -o $@

$(benches): $(O)/%: %.c $(bench_shared) $(O)/libspamcls.a
	@mkdir -p $(@D)
	$(compile) -Itest/bench -MMD -MP $< $(LDFLAGS) $(bench_shared) \
		$(O)/libspamcls.a $(lib_libs) $(if $(findstring \
		bench_pages,$@),$(floor)) -o $@

# What a page is measured against.
floor = $(shell $(PKG_CONFIG) --cflags --libs libxml-2.0)
bench_tools := $(addprefix $(O)/test/bench/,count peer_headlines peer_pages)
hyperscan := $(shell $(PKG_CONFIG) --exists libhs 2>/dev/null && \
	echo -DHAVE_HYPERSCAN $$($(PKG_CONFIG) --cflags --libs libhs))

$(bench_tools): $(O)/%: %.c $(bench_shared) $(O)/libspamcls.a
	@mkdir -p $(@D)
	$(compile) -Itest/bench -MMD -MP $< $(LDFLAGS) $(bench_shared) \
		$(O)/libspamcls.a $(lib_libs) \
		$(if $(findstring peer_headlines,$@),$(hyperscan)) -o $@

unpackers := $(patsubst %.c,$(O)/%.o,$(wildcard examples/score/packed/*.c))
document_reader := $(unpackers) $(patsubst %.c,$(O)/%.o, \
	$(wildcard examples/score/documents/*.c) $(patsubst %, \
	examples/score/%.c,file json_line lines media_type \
	split_markdown split_text utf8))
$(O)/test/fuzz/fuzz_documents $(O)/test/fuzz/fuzz_unpack: \
	own_cppflags += -Iexamples/score
$(O)/test/fuzz/fuzz_documents: $(document_reader)
$(O)/test/fuzz/fuzz_unpack: $(unpackers)

$(fuzzers): $(O)/%: %.c $(O)/libspamcls.a
	@mkdir -p $(@D)
	$(compile) -fsanitize=fuzzer -MMD -MP $< $(LDFLAGS) \
		$(filter %.o,$^) $(O)/libspamcls.a $(lib_libs) $(tool_libs) \
		-o $@

#: make fold-table   lib/headline/fold/fold_table.inc, which is committed,
#:                   from ICU's data
fold-table:
	@mkdir -p $(O)
	$(compile) data/fold/make_fold.c $(lib_libs) -o $(O)/make_fold
	$(O)/make_fold > lib/headline/fold/fold_table.inc

# What the verdict sees of pages, for learning from it: data/verdict/train.sh;
# terms folded, for growing the lexicon.
$(O)/data/verdict/dump_values $(O)/data/lexicon/fold_terms $(second): $(O)/%: \
		%.c \
		$(O)/libspamcls.a
	@mkdir -p $(@D)
	$(compile) -MMD -MP $< $(LDFLAGS) $(O)/libspamcls.a $(lib_libs) -o $@

# ----------------------------------------------------------------- install --
# Substitutions of the pkg-config file; paths below prefix stay relative to
# it, so that a tree that is moved can be found with --define-prefix.
pc_path = $(patsubst $(prefix)/%,$${prefix}/%,$(1))
install_files := $(bindir)/spamcls $(includedir)/spamcls.h \
	$(libdir)/libspamcls.a $(libdir)/libspamcls.so.$(VERSION) \
	$(libdir)/$(SONAME) $(libdir)/libspamcls.so \
	$(pkgconfigdir)/spamcls.pc $(man_pages:examples/score/%=$(mandir)/man1/%)

#: make install    DESTDIR, prefix, libdir, ... as usual; uninstall undoes it
install: all
	$(INSTALL) -d $(DESTDIR)$(bindir) $(DESTDIR)$(includedir) \
		$(DESTDIR)$(libdir) $(DESTDIR)$(pkgconfigdir)
	$(INSTALL) -m 755 $(O)/spamcls $(DESTDIR)$(bindir)/spamcls
	$(INSTALL) -m 644 include/spamcls.h $(DESTDIR)$(includedir)/
	$(INSTALL) -m 644 $(O)/libspamcls.a $(DESTDIR)$(libdir)/
	$(INSTALL) -m 755 $(O)/$(SONAME) \
		$(DESTDIR)$(libdir)/libspamcls.so.$(VERSION)
	ln -sfn libspamcls.so.$(VERSION) $(DESTDIR)$(libdir)/$(SONAME)
	ln -sfn $(SONAME) $(DESTDIR)$(libdir)/libspamcls.so
	sed -e 's|@prefix@|$(prefix)|' -e 's|@version@|$(VERSION)|' \
		-e 's|@libdir@|$(call pc_path,$(libdir))|' \
		-e 's|@includedir@|$(call pc_path,$(includedir))|' \
		-e 's|@packages@|$(PACKAGES)|' lib/spamcls.pc.in \
		> $(DESTDIR)$(pkgconfigdir)/spamcls.pc
	for page in $(man_pages); do $(INSTALL) -D -m 644 $$page \
		$(DESTDIR)$(mandir)/man1/$${page##*/} || exit 1; done

uninstall:
	rm -f $(addprefix $(DESTDIR),$(install_files))

#: make dist       build/spamcls-VERSION.tar.gz from the last commit
dist:
	@mkdir -p $(BUILD)
	git archive --prefix=spamcls-$(VERSION)/ \
		-o $(BUILD)/spamcls-$(VERSION).tar.gz HEAD

#: make clean      remove build/
clean:
	rm -rf $(BUILD)

# What compilers wrote of each object and program.
-include $(shell find $(O) -name '*.d' 2>/dev/null)
