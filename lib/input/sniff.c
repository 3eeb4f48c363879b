/* sniff.c - see sniff.h. */
#include "input/sniff.h"

#include "base/limits.h"
#include "base/utf8.h"

#define ENOUGH 24u /* multi-byte characters that prove UTF-8 */

static const scls_charset *named(const char *label)
{
	return scls_charset_find(scls_span_of(label));
}

static int by_bom(const char *data, size_t size, scls_sniffed *out)
{
	out->source = SPAMCLS_CHARSET_BOM;
	if (size >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0) {
		out->bom = 3;
		out->charset = named("utf-8");
	} else if (size >= 2 && memcmp(data, "\xFF\xFE", 2) == 0) {
		out->bom = 2;
		out->charset = named("utf-16le");
	} else if (size >= 2 && memcmp(data, "\xFE\xFF", 2) == 0) {
		out->bom = 2;
		out->charset = named("utf-16be");
	}
	return out->bom > 0;
}

/* UTF-16 without a mark: every other byte of ASCII text is a NUL. */
static int by_nuls(const char *data, size_t size, scls_sniffed *out)
{
	size_t n = size < 512 ? size : 512, even = 0, odd = 0;

	for (size_t i = 0; i + 1 < n; i += 2) {
		even += data[i] == 0;
		odd += data[i + 1] == 0;
	}
	if (n < 8 || (even * 4 < n / 2 && odd * 4 < n / 2))
		return 0;
	out->source = SPAMCLS_CHARSET_DETECTED;
	out->charset = named(odd > even ? "utf-16le" : "utf-16be");
	return odd * 8 < even || even * 8 < odd;
}

/* The GB18030 character at data: its bytes, or 0 where it is none. */
static size_t gb_bytes(const unsigned char *p, size_t left)
{
	if (p[0] < 0x80)
		return 1;
	if (left < 2 || p[0] < 0x81 || p[0] > 0xFE)
		return 0;
	if (p[1] >= 0x40 && p[1] <= 0xFE && p[1] != 0x7F)
		return 2;
	if (p[1] < 0x30 || p[1] > 0x39 || left < 4)
		return 0;
	return p[2] >= 0x81 && p[2] <= 0xFE && p[3] >= 0x30 && p[3] <= 0x39
	               ? 4 : 0;
}

int scls_is_gb18030(const char *data, size_t size)
{
	const unsigned char *p = (const unsigned char *)data;

	for (size_t at = 0; at < size;) {
		size_t n = gb_bytes(p + at, size - at);

		if (n == 0)
			return 0;
		at += n;
	}
	return 1;
}

/* How many characters of several bytes the front holds, up to ENOUGH. */
static unsigned multi_bytes(const char *data, size_t size)
{
	unsigned n = 0;

	for (size_t i = 0; i < size && n < ENOUGH; i++)
		n += ((unsigned char)data[i] & 0xC0) == 0xC0;
	return n;
}

/* Big5 and the Japanese and Korean charsets pass for GB18030, too. */
static int is_mostly_common_han(const char *data, size_t size)
{
	const unsigned char *p = (const unsigned char *)data;
	size_t pairs = 0, common = 0;

	for (size_t at = 0; at < size && pairs < 4000;) {
		size_t n = gb_bytes(p + at, size - at);

		if (n == 0)
			break;
		if (n == 2) {
			pairs++;
			/* level 1 of GB 2312 and its marks */
			common += p[at + 1] >= 0xA1
			          && ((p[at] >= 0xB0 && p[at] <= 0xD7)
			              || p[at] == 0xA1 || p[at] == 0xA3);
		}
		at += n;
	}
	return common * 10 >= pairs * 8;
}

/* Nothing declares it: the bytes themselves. */
static void by_bytes(const char *data, size_t size, scls_guess guess,
                     void *context, scls_sniffed *out)
{
	size_t sample = size < SCLS_MAX_CHARSET_SAMPLE
	                        ? size : SCLS_MAX_CHARSET_SAMPLE;
	const scls_charset *guessed;

	if (out->valid == size || (out->valid + 4 > size && out->valid > 8)) {
		out->charset = named("utf-8");
		out->source = multi_bytes(data, size)
		                      ? SPAMCLS_CHARSET_UTF8
		                      : SPAMCLS_CHARSET_ASCII;
		return;
	}
	out->source = SPAMCLS_CHARSET_GB18030;
	out->charset = named("gb18030");
	if (scls_is_gb18030(data, size) && (size < 64
	    || is_mostly_common_han(data, size)))
		return;
	guessed = scls_charset_find(guess(context, data, sample));
	out->source = SPAMCLS_CHARSET_DETECTED;
	if (guessed)
		out->charset = guessed;
	else if (!scls_is_gb18030(data, size))
		out->charset = named("utf-8");
}

/*
 * Pages lie: text that is valid UTF-8 with many characters of several bytes
 * is UTF-8 whatever it says, and what says UTF-8 but is GB18030 without a
 * fault, and broken as UTF-8 early on, is GB18030.
 */
static void correct(const char *data, size_t size, scls_sniffed *out)
{
	int is_utf8 = out->charset->kind == SCLS_CHARSET_UTF8;

	if (out->charset->kind == SCLS_CHARSET_UTF16LE
	    || out->charset->kind == SCLS_CHARSET_UTF16BE)
		return;
	out->valid = scls_utf8_valid(data, size);
	if (!is_utf8 && out->valid == size
	    && multi_bytes(data, size) >= ENOUGH) {
		out->charset = named("utf-8");
		out->source = SPAMCLS_CHARSET_UTF8;
	} else if (is_utf8 && out->valid < size && scls_is_gb18030(data, size)
	           && is_mostly_common_han(data, size)
	           && multi_bytes(data, out->valid) < ENOUGH) {
		out->charset = named("gb18030");
		out->source = SPAMCLS_CHARSET_GB18030;
	}
}

/* A declared label; a page that can be read as ASCII is not UTF-16. */
static int declared(scls_span label, spamcls_charset_source source,
                    scls_sniffed *out)
{
	if (scls_span_trim(label).size == 0)
		return 0;
	out->charset = scls_charset_find(label);
	if (!out->charset) {
		out->flags |= SPAMCLS_FLAG_UNKNOWN_CHARSET;
		return 0;
	}
	if (source == SPAMCLS_CHARSET_META
	    && (out->charset->kind == SCLS_CHARSET_UTF16LE
	        || out->charset->kind == SCLS_CHARSET_UTF16BE))
		out->charset = named("utf-8");
	out->source = source;
	return 1;
}

void scls_sniff(const char *data, size_t size, const char *charset,
                scls_guess guess, void *context, scls_sniffed *out)
{
	memset(out, 0, sizeof(*out));
	if (by_bom(data, size, out))
		return;
	if (declared(scls_span_of(charset), SPAMCLS_CHARSET_CALLER, out)
	    || (!by_nuls(data, size, out)
	        && declared(scls_meta_charset(data, size),
	                    SPAMCLS_CHARSET_META, out))) {
		correct(data, size, out);
		return;
	}
	if (out->charset && out->source == SPAMCLS_CHARSET_DETECTED)
		return;
	out->valid = scls_utf8_valid(data, size);
	by_bytes(data, size, guess, context, out);
}
