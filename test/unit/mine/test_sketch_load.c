/* test_sketch_load.c - bytes that come back, and bytes that must not. */
#include "mine_fixture.h"

#include "mine/sketch_file.h"

#include "base/bytes.h"
#include "base/hash.h"

typedef struct file {
	unsigned char *data;
	size_t size;
} file;

static file file_of(spamcls_sketch *s)
{
	const void *data;
	file f;

	ck_assert_int_eq(scls_sketch_bytes(s, &data, &f.size), SPAMCLS_OK);
	f.data = malloc(f.size);
	ck_assert_ptr_nonnull(f.data);
	memcpy(f.data, data, f.size);
	return f;
}

/* The bytes of a sketch with all there can be: levels, samples, names. */
static file make_file(void)
{
	spamcls_sketch *s = made_sketch(12, 3);
	file f;

	made_add(s, 0, 60, 20);
	f = file_of(s);
	scls_sketch_free(s);
	return f;
}

static scls_status load(const file *f, spamcls_sketch **s)
{
	scls_span data = { (const char *)f->data, f->size };
	spamcls_error error = { .status = SPAMCLS_OK };
	scls_status status = scls_sketch_load(s, data, NULL, &error);

	HOLDS(error.status == status, f->size);
	HOLDS(status == SPAMCLS_OK || error.message[0] != '\0', f->size);
	return status;
}

static void expect(const file *f, scls_status expected)
{
	spamcls_sketch *s = NULL;

	HOLDS(load(f, &s) == expected && !s, f->size);
}

START_TEST(comes_back)
{
	file f = make_file();
	spamcls_sketch *s = NULL, *whole = made_sketch(12, 3);
	const void *data;
	size_t size;

	ck_assert_int_eq(load(&f, &s), SPAMCLS_OK);
	ck_assert_int_eq(scls_sketch_bytes(s, &data, &size), SPAMCLS_OK);
	ck_assert_uint_eq(size, f.size);
	ck_assert_mem_eq(data, f.data, size);
	/* And it counts on as if nothing had been. */
	made_add(s, 60, 120, 20);
	made_add(whole, 0, 120, 20);
	ck_assert(made_equal(s, whole));
	scls_sketch_free(s);
	scls_sketch_free(whole);
	free(f.data);
}
END_TEST

/* Six marked links, none of which another page has. */
static void add_new_forms(spamcls_sketch *s, uint32_t begin, uint32_t end)
{
	made m;

	for (; begin < end; begin++) {
		made_page(&m, begin, 20);
		m.page.verdict = SPAMCLS_FARM;
		m.page.n_marked = m.page.links = MADE_LINKS;
		for (unsigned k = 0; k < MADE_LINKS; k++) {
			snprintf(m.skeleton[k], sizeof(m.skeleton[k]),
			         "{ORG}%u/%u", (unsigned)begin, k);
			m.marked[k].family = scls_span_of("f");
			m.marked[k].skeleton = scls_span_of(m.skeleton[k]);
		}
		ck_assert_int_eq(scls_sketch_add(s, &m.page), SPAMCLS_OK);
	}
}

/* What leaves all samples leaves a sketch that was loaded, too. */
START_TEST(lets_go_of_links)
{
	spamcls_sketch *whole = made_sketch(12, 3), *s = NULL;
	file f;

	add_new_forms(whole, 0, 700);
	f = file_of(whole);
	ck_assert_int_eq(load(&f, &s), SPAMCLS_OK);
	add_new_forms(s, 700, 800);
	add_new_forms(whole, 700, 800);
	ck_assert(made_equal(s, whole));
	scls_sketch_free(s);
	scls_sketch_free(whole);
	free(f.data);
}
END_TEST

START_TEST(cut_short)
{
	file f = make_file();

	for (size_t size = f.size; size-- > 0;) {
		file less = { f.data, size };

		expect(&less, SPAMCLS_E_FORMAT);
	}
	free(f.data);
}
END_TEST

START_TEST(longer)
{
	file f = make_file();

	f.data = realloc(f.data, f.size + 1);
	f.data[f.size++] = 0;
	expect(&f, SPAMCLS_E_FORMAT);
	free(f.data);
}
END_TEST

START_TEST(one_bit_changed)
{
	file f = make_file();
	spamcls_sketch *s = NULL;

	for (size_t i = 0; i < f.size; i++)
		for (int bit = 0; bit < 8; bit++) {
			f.data[i] ^= (unsigned char)(1 << bit);
			HOLDS(load(&f, &s) != SPAMCLS_OK && !s, i);
			f.data[i] ^= (unsigned char)(1 << bit);
		}
	free(f.data);
}
END_TEST

static void seal(file *f)
{
	scls_put64(f->data + SKETCH_CHECKSUM,
	           scls_hash_file(f->data, f->size, SKETCH_CHECKSUM));
}

/*
 * With the checksum put right, too, a byte that is changed is refused or is
 * another sketch, whose bytes are again just these.
 */
START_TEST(changed_and_sealed)
{
	file f = make_file();
	int refused = 0;

	for (size_t i = 0; i < f.size; i++)
		for (unsigned by = 1; by < 256; by += 31) {
			spamcls_sketch *s = NULL;
			unsigned char before = f.data[i];
			const void *data;
			size_t size;

			f.data[i] = (unsigned char)(before + by);
			seal(&f);
			if (load(&f, &s) == SPAMCLS_OK) {
				ck_assert_int_eq(scls_sketch_bytes(s, &data,
				                                   &size),
				                 SPAMCLS_OK);
				ck_assert_uint_eq(size, f.size);
				ck_assert_mem_eq(data, f.data, size);
			}
			refused += s == NULL;
			scls_sketch_free(s);
			f.data[i] = before;
		}
	ck_assert_int_gt(refused, 1000);
	free(f.data);
}
END_TEST

START_TEST(another_format)
{
	file f = make_file();

	scls_put32(f.data + 8, SKETCH_FORMAT + 1);
	expect(&f, SPAMCLS_E_VERSION);
	free(f.data);
}
END_TEST

/* Numbers that would ask for more than there is. */
START_TEST(large_numbers)
{
	file f = make_file();

	for (size_t at = 12; at < 28; at += 4) {
		uint32_t before = scls_get32(f.data + at);

		scls_put32(f.data + at, UINT32_MAX);
		seal(&f);
		expect(&f, SPAMCLS_E_FORMAT);
		scls_put32(f.data + at, before);
	}
	free(f.data);
}
END_TEST

static void refuses32(file *f, size_t at, uint32_t value)
{
	uint32_t before = scls_get32(f->data + at);

	scls_put32(f->data + at, value);
	seal(f);
	expect(f, SPAMCLS_E_FORMAT);
	scls_put32(f->data + at, before);
}

/* Where the first site stands, which is that of everything. */
static unsigned char *first_site(const file *f)
{
	unsigned char *at = f->data + SKETCH_HEAD;

	for (uint32_t n = scls_get32(f->data + 20); n > 0; n--)
		at += SKETCH_FORM + scls_get16(at) + scls_get16(at + 2);
	return at;
}

/* Limits and levels that no sketch has. */
START_TEST(odd_limits)
{
	spamcls_sketch *nothing = made_sketch(12, 3);
	file f = make_file(), empty = file_of(nothing);

	refuses32(&f, 16, 2); /* sites here have samples of three */
	refuses32(&empty, 12, 0);
	refuses32(&empty, 16, 0);
	empty.data[28] = 1; /* of everything all is kept */
	seal(&empty);
	expect(&empty, SPAMCLS_E_FORMAT);
	scls_sketch_free(nothing);
	free(empty.data);
	free(f.data);
}
END_TEST

/* A sample holds no more links than were marked, by rising hash. */
START_TEST(odd_samples)
{
	file f = make_file();
	unsigned char *site = first_site(&f), *links = site + SKETCH_SITE;
	uint32_t n = scls_get32(site + 4);
	unsigned char link[SKETCH_LINK];

	ck_assert_uint_gt(n, 1);
	ck_assert_uint_eq(scls_get64(site + 48), n);
	refuses32(&f, (size_t)(site - f.data) + 48, n - 1);
	memcpy(link, links, SKETCH_LINK);
	memcpy(links, links + SKETCH_LINK, SKETCH_LINK);
	memcpy(links + SKETCH_LINK, link, SKETCH_LINK);
	seal(&f);
	expect(&f, SPAMCLS_E_FORMAT);
	free(f.data);
}
END_TEST

SUITE("sketch_load", {
	CASE(comes_back);
	CASE(lets_go_of_links);
	CASE(odd_limits);
	CASE(odd_samples);
	CASE(cut_short);
	CASE(longer);
	CASE(one_bit_changed);
	CASE(changed_and_sealed);
	CASE(another_format);
	CASE(large_numbers);
})
