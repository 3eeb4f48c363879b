/* sniff.c - see sniff.h. */
#include "input/sniff.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "input/binary.h"
#include "input/fit.h"

/* Characters of several bytes that prove UTF-8 against a label. */
#define ENOUGH 12u

/* Bytes that are no UTF-8, of which less say nothing of GB18030 or Big5. */
#define LONG 64u

static const scls_charset *named(const char *label)
{
	return scls_charset_find(scls_span_of(label));
}

static void settle(scls_sniffed *out, const char *label,
                   spamcls_charset_source source)
{
	out->charset = named(label);
	out->source = source;
}

static int by_bom(scls_span in, scls_sniffed *out)
{
	static const struct {
		const char *bytes, *label;
		size_t size;
	} boms[] = {
		{ "\xEF\xBB\xBF", "utf-8", 3 },
		{ "\xFF\xFE", "utf-16le", 2 },
		{ "\xFE\xFF", "utf-16be", 2 },
	};

	for (size_t i = 0; i < sizeof(boms) / sizeof(boms[0]); i++) {
		if (in.size < boms[i].size
		    || memcmp(in.data, boms[i].bytes, boms[i].size) != 0)
			continue;
		out->bom = boms[i].size;
		settle(out, boms[i].label, SPAMCLS_CHARSET_BOM);
		return 1;
	}
	return 0;
}

/* A declared label.  A page whose meta can be read is not UTF-16. */
static int declared(scls_span label, spamcls_charset_source source,
                    scls_sniffed *out)
{
	const scls_charset *charset;

	if (scls_span_trim(label).size == 0)
		return 0;
	charset = scls_charset_find(label);
	if (!charset) {
		out->flags |= SPAMCLS_FLAG_UNKNOWN_CHARSET;
		return 0;
	}
	if (source == SPAMCLS_CHARSET_META
	    && charset->kind == SCLS_CHARSET_UTF16)
		return 0;
	out->charset = charset;
	out->source = source;
	return 1;
}

/*
 * What is UTF-16 by its zeroes is so whatever the label says, and in the order
 * of bytes that they show: "utf-16" is said of both.  Where they show none, a
 * label of UTF-16 is believed if zeroes or bad UTF-8 speak for it.
 */
static int by_units(scls_span in, scls_sniffed *out)
{
	int is_utf16 = out->charset
	               && out->charset->kind == SCLS_CHARSET_UTF16;
	int order = scls_guess_utf16(in);

	if (order) {
		const scls_charset *shown = named(order == 'l' ? "utf-16le"
		                                               : "utf-16be");

		if (out->charset != shown)
			out->source = SPAMCLS_CHARSET_DETECTED;
		out->charset = shown;
		return 1;
	}
	if (is_utf16 && (in.size < 8 || memchr(in.data, '\0', in.size)
	                 || scls_utf8_valid(in.data, in.size) < in.size))
		return 1;
	if (is_utf16)
		out->charset = NULL;
	return 0;
}

/* Nothing above ASCII: no question, unless escapes switch the charset. */
static int by_ascii(scls_span in, scls_sniffed *out)
{
	if (scls_first_high(in) < in.size
	    || (out->charset && out->charset->kind == SCLS_CHARSET_STATEFUL)
	    || memchr(in.data, 0x1B, in.size))
		return 0;
	settle(out, "utf-8", SPAMCLS_CHARSET_ASCII);
	return 1;
}

/* A sample from where the question begins. */
static void by_detector(scls_span in, scls_guess guess, void *context,
                        scls_sniffed *out)
{
	size_t at = scls_first_high(in), size;
	const scls_charset *guessed;

	at = at == in.size ? 0 : at - at % 64;
	size = in.size - at;
	if (size > SCLS_MAX_CHARSET_SAMPLE)
		size = SCLS_MAX_CHARSET_SAMPLE;
	guessed = scls_charset_find(guess(context, in.data + at, size));
	settle(out, "windows-1252", SPAMCLS_CHARSET_DETECTED);
	if (guessed && guessed->kind != SCLS_CHARSET_UTF16)
		out->charset = guessed;
}

/* Nothing declares it: the bytes themselves. */
static void by_bytes(scls_span in, scls_guess guess, void *context,
                     scls_sniffed *out)
{
	scls_utf8_fit fit = { 1, 0 };

	/* All of it good, and not all ASCII: no need to count. */
	if (out->valid < in.size || scls_first_high(in) == in.size)
		fit = scls_fit_utf8(in);
	if (fit.good > 0 && fit.good >= fit.bad * 2)
		settle(out, "utf-8", SPAMCLS_CHARSET_UTF8);
	else if (scls_fits_gb18030(in))
		settle(out, "gb18030", SPAMCLS_CHARSET_GB18030);
	else
		by_detector(in, guess, context, out);
}

/* Pages lie.  UTF-8 of which hardly a sequence is good is something else, and
 * so are Latin-1 that has letters where it has none, and Chinese and Korean of
 * an alphabet's lone letters. */
static int is_belied(scls_span in, const scls_charset *charset,
                     scls_utf8_fit fit)
{
	if (charset->kind == SCLS_CHARSET_UTF8)
		return fit.good * 16 <= fit.bad
		       || (fit.bad >= LONG && fit.good <= fit.bad)
		       || (fit.bad > fit.good + 2 && scls_fits_gb18030(in));
	if (charset == named("big5"))
		return fit.bad >= LONG && scls_fits_gb18030(in);
	if (charset == named("gb18030") || charset == named("euc-kr"))
		return scls_stand_alone(in);
	return charset == named("windows-1252") && !scls_fits_latin(in);
}

/* What may stand under the charset's label, or NULL: Big5 is GB18030 almost
 * without a fault, of other characters, and so is GB 2312 of EUC-KR. */
static const scls_charset *mistaken_for(scls_span in,
                                        const scls_charset *charset)
{
	if (charset == named("gb18030"))
		return scls_fits_gb18030(in) ? NULL : named("big5");
	return charset == named("euc-kr") && scls_fits_gb18030(in)
	       ? named("gb18030") : NULL;
}

/* A label gives way where the detector names the charset that may be meant. */
static void doubt(scls_span in, scls_guess guess, void *context,
                  scls_sniffed *out)
{
	const scls_charset *meant = mistaken_for(in, out->charset);
	scls_sniffed other = *out;

	if (!meant)
		return;
	by_detector(in, guess, context, &other);
	if (other.charset == meant)
		*out = other;
}

/* Many good sequences and hardly a bad one are UTF-8 whatever the label says;
 * of Latin-1 all of them good are enough, it has no such pairs. */
static int is_utf8_after_all(scls_span in, const scls_sniffed *s,
                             scls_utf8_fit fit)
{
	if (s->charset == named("windows-1252") && s->valid == in.size)
		return 1;
	return s->charset->kind != SCLS_CHARSET_UTF8 && fit.good >= ENOUGH
	       && fit.bad * 16 <= fit.good;
}

static void correct(scls_span in, scls_guess guess, void *context,
                    scls_sniffed *out)
{
	scls_utf8_fit fit;

	if (out->charset->kind == SCLS_CHARSET_STATEFUL
	    || (out->charset->kind == SCLS_CHARSET_UTF8
	        && out->valid == in.size))
		return;
	fit = scls_fit_utf8(in);
	if (is_utf8_after_all(in, out, fit))
		settle(out, "utf-8", SPAMCLS_CHARSET_UTF8);
	else if (is_belied(in, out->charset, fit))
		by_bytes(in, guess, context, out);
	else if (fit.bad >= LONG)
		doubt(in, guess, context, out);
}

void scls_sniff(scls_span in, const char *charset, scls_guess guess,
                void *context, scls_sniffed *out)
{
	memset(out, 0, sizeof(*out));
	if (by_bom(in, out))
		return;
	if (!declared(scls_span_of(charset), SPAMCLS_CHARSET_CALLER, out))
		(void)declared(scls_meta_charset(in.data, in.size),
		               SPAMCLS_CHARSET_META, out);
	if (by_units(in, out) || by_ascii(in, out))
		return;
	out->valid = scls_utf8_valid(in.data, in.size);
	if (out->charset)
		correct(in, guess, context, out);
	else
		by_bytes(in, guess, context, out);
}
