# libspamcls: make run, make check; make help lists the rest.

CC ?= cc
AR ?= ar
PYTHON ?= python3
PKG_CONFIG ?= pkg-config
BUILD ?= build

prefix ?= /usr/local
bindir ?= $(prefix)/bin
libdir ?= $(prefix)/lib
includedir ?= $(prefix)/include
mandir ?= $(prefix)/share/man
pkgconfigdir ?= $(libdir)/pkgconfig
DESTDIR ?=

version_part = $(shell sed -n 's/^.define SPAMCLS_VERSION_$(1) //p' \
	include/spamcls.h)
MAJOR := $(call version_part,MAJOR)
VERSION := $(MAJOR).$(call version_part,MINOR).$(call version_part,PATCH)
SONAME := libspamcls.so.$(MAJOR)

# What the project needs; what the user gives comes behind and wins.
PACKAGES := libxml-2.0 icu-uc icu-i18n libpcre2-8
own_cflags := -std=c11 -O2 -g -fPIC -fvisibility=hidden -fno-semantic-interposition \
	-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes \
	-Wvla -Wwrite-strings
own_cppflags := -D_POSIX_C_SOURCE=200809L -D_DEFAULT_SOURCE -Iinclude -Ilib
VARIANT ?=
ifeq ($(VARIANT),asan)
own_cflags += -fsanitize=address,undefined -fno-sanitize-recover=undefined \
	-fno-omit-frame-pointer -O1
else ifeq ($(VARIANT),ubsan)
own_cflags += -fsanitize=undefined -fno-sanitize-recover=undefined -O1
else ifeq ($(VARIANT),tsan)
own_cflags += -fsanitize=thread -O1
endif
all_cflags = $(own_cflags) $(CFLAGS)
all_cppflags = $(own_cppflags) $(foreign_cflags) $(CPPFLAGS)

# An object directory for each set of flags, so that none is mixed.
flag_hash := $(shell printf '%s' '$(CC) $(own_cflags) $(CFLAGS) $(CPPFLAGS)' \
	| cksum | cut -d' ' -f1)
O := $(BUILD)/obj$(if $(VARIANT),-$(VARIANT))-$(flag_hash)
B := $(BUILD)$(if $(VARIANT),/$(VARIANT))

foreign_cflags = $(shell $(PKG_CONFIG) --cflags $(PACKAGES))
foreign_libs = $(shell $(PKG_CONFIG) --libs $(PACKAGES))
lib_libs = $(foreign_libs) -lm -lpthread
tool_libs = -ljansson -lz

lib_sources := $(wildcard lib/*.c lib/*/*.c)
tool_sources := $(wildcard examples/score/*.c)
crawler_sources := $(wildcard examples/crawler/*.c)
test_sources := $(wildcard test/unit/*/test_*.c test/api/test_*.c test/oom/test_*.c)
lib_objects := $(lib_sources:%.c=$(O)/%.o) $(O)/builtin.o $(O)/builtin_table.o
tool_objects := $(tool_sources:%.c=$(O)/%.o)
crawler_objects := $(crawler_sources:%.c=$(O)/%.o)
tests := $(test_sources:%.c=$(O)/%)
data_files := $(sort $(wildcard data/lexicon/*.txt data/rules/*.rules \
	data/model/*.spm))

.PHONY: all run check asan ubsan tsan valgrind lint bench fuzz eval install \
	uninstall dist clean help deps unit fold-table

all: $(B)/libspamcls.a $(B)/libspamcls.so $(B)/spamcls $(B)/spamcls.pc

$(O)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(all_cppflags) $(all_cflags) -MMD -MP -c $< -o $@

# The files of data/ become part of the library.
$(O)/builtin.S $(O)/builtin_table.c &: $(data_files) test/build/builtin.sh Makefile
	@mkdir -p $(O)
	sh test/build/builtin.sh $(O) $(data_files)

$(O)/builtin.o: $(O)/builtin.S $(data_files)
	$(CC) -c $< -o $@

$(O)/builtin_table.o: $(O)/builtin_table.c
	$(CC) $(all_cppflags) $(all_cflags) -c $< -o $@

$(B)/libspamcls.a: $(lib_objects)
	@mkdir -p $(@D)
	rm -f $@
	$(AR) rcs $@ $^

$(B)/libspamcls.so: $(lib_objects) lib/spamcls.map
	@mkdir -p $(@D)
	$(CC) $(all_cflags) -shared -Wl,-soname,$(SONAME) \
		-Wl,--version-script=lib/spamcls.map -Wl,-z,defs \
		$(LDFLAGS) $(lib_objects) $(lib_libs) -o $@
	ln -sf libspamcls.so $(B)/$(SONAME)

$(B)/spamcls: $(tool_objects) $(B)/libspamcls.a
	$(CC) $(all_cflags) $(LDFLAGS) $^ $(lib_libs) $(tool_libs) -o $@

$(B)/spamcls-crawler: $(crawler_objects) $(B)/libspamcls.a
	$(CC) $(all_cflags) $(LDFLAGS) $^ $(lib_libs) -lcurl -o $@

$(B)/spamcls.pc: lib/spamcls.pc.in include/spamcls.h Makefile
	@mkdir -p $(@D)
	sed -e 's|@prefix@|$(prefix)|' -e 's|@libdir@|$(libdir)|' \
		-e 's|@includedir@|$(includedir)|' \
		-e 's|@version@|$(VERSION)|' -e 's|@packages@|$(PACKAGES)|' \
		lib/spamcls.pc.in > $@

$(tests): $(O)/%: %.c $(B)/libspamcls.a
	@mkdir -p $(@D)
	$(CC) $(all_cppflags) $(all_cflags) -Wno-pedantic -Wno-conversion \
		-MMD -MP $(LDFLAGS) \
		$< $(B)/libspamcls.a $(lib_libs) -ljansson \
		$(shell $(PKG_CONFIG) --libs check) -o $@

unit: $(tests)
	sh test/run.sh $(tests)

-include $(lib_objects:.o=.d) $(tool_objects:.o=.d) $(crawler_objects:.o=.d) \
	$(tests:%=%.d)
