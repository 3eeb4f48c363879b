/* convert.c - see convert.h. */
#include "input/convert.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucsdet.h>

#define KEPT 8          /* converters that stay open */
#define PIVOT 8192      /* UTF-16 units between the two converters */
#define STEP 65536
#define WORDS 16384u    /* bytes given to the detector */

typedef struct open_converter {
	const char *name;
	UConverter *icu;
} open_converter;

struct scls_converter {
	spamcls_allocator allocator;
	open_converter open[KEPT];
	unsigned next;          /* to be replaced */
	UConverter *utf8;
	UCharsetDetector *detector;
	UChar pivot[PIVOT];
	char words[WORDS];      /* that the detector is to look at */
	uint32_t repairs;
};

/* Counts and replaces.  ICU's own callback would put U+001A for a bad byte of
 * those charsets whose tables ask for it, Shift_JIS and EUC-JP among them. */
static void U_CALLCONV on_error(const void *context,
                                UConverterToUnicodeArgs *args,
                                const char *units, int32_t length,
                                UConverterCallbackReason reason,
                                UErrorCode *status)
{
	static const UChar replacement = 0xFFFD;
	scls_converter *c = (scls_converter *)(uintptr_t)context;

	(void)units;
	(void)length;
	if (reason > UCNV_IRREGULAR)
		return;
	c->repairs++;
	*status = U_ZERO_ERROR;
	ucnv_cbToUWriteUChars(args, &replacement, 1, 0, status);
}

scls_status scls_converter_new(scls_converter **out,
                               const spamcls_allocator *allocator)
{
	scls_converter *c = scls_alloc_zero(allocator, 1, sizeof(*c));

	if (!c)
		return SPAMCLS_E_NOMEM;
	c->allocator = *allocator;
	*out = c;
	return SPAMCLS_OK;
}

void scls_converter_free(scls_converter *c)
{
	spamcls_allocator allocator;

	if (!c)
		return;
	for (unsigned i = 0; i < KEPT; i++)
		if (c->open[i].icu)
			ucnv_close(c->open[i].icu);
	if (c->utf8)
		ucnv_close(c->utf8);
	if (c->detector)
		ucsdet_close(c->detector);
	allocator = c->allocator;
	scls_free(&allocator, c, sizeof(*c));
}

static UConverter *open_named(scls_converter *c, const char *name)
{
	UErrorCode status = U_ZERO_ERROR;
	UConverter *icu = ucnv_open(name, &status);

	if (U_FAILURE(status))
		return NULL;
	ucnv_setToUCallBack(icu, on_error, c, NULL, NULL, &status);
	return icu;
}

/* The converter of that name, opened where it is not open yet. */
static UConverter *find(scls_converter *c, const char *name)
{
	open_converter *o;

	for (unsigned i = 0; i < KEPT; i++)
		if (c->open[i].icu && strcmp(c->open[i].name, name) == 0)
			return c->open[i].icu;
	o = &c->open[c->next++ % KEPT];
	if (o->icu)
		ucnv_close(o->icu);
	o->name = name;
	o->icu = open_named(c, name);
	return o->icu;
}

static UConverter *to_utf8(scls_converter *c)
{
	if (!c->utf8)
		c->utf8 = open_named(c, "UTF-8");
	return c->utf8;
}

/* Runs the two converters until the input is used up. */
static scls_status run(scls_converter *c, UConverter *from,
                       const scls_encoded *in, scls_buffer *out)
{
	const char *source = in->bytes.data, *end = source + in->bytes.size;
	UChar *pivot = c->pivot, *pivot_end = c->pivot;
	UErrorCode status;
	UBool first = 1;

	do {
		char *target, *start;

		SCLS_TRY(scls_grow(&c->allocator, (void **)&out->data,
		                   &out->room, out->size + STEP, 1));
		status = U_ZERO_ERROR;
		start = target = out->data + out->size;
		ucnv_convertEx(c->utf8, from, &target,
		               out->data + out->room - 1, &source, end,
		               c->pivot, &pivot, &pivot_end,
		               c->pivot + PIVOT, first, !in->is_cut, &status);
		first = 0;
		out->size += (size_t)(target - start);
	} while (status == U_BUFFER_OVERFLOW_ERROR);
	if (status == U_MEMORY_ALLOCATION_ERROR)
		return SPAMCLS_E_NOMEM;
	return U_FAILURE(status) ? SPAMCLS_E_INTERNAL : SPAMCLS_OK;
}

scls_status scls_convert(scls_converter *c, const scls_encoded *in,
                         scls_buffer *out, uint32_t *repairs)
{
	UConverter *from = find(c, in->charset->icu);

	if (!from || !to_utf8(c))
		return SPAMCLS_E_INTERNAL;
	out->size = 0;
	c->repairs = 0;
	SCLS_TRY(run(c, from, in, out));
	out->data[out->size] = '\0';
	*repairs = c->repairs;
	return SPAMCLS_OK;
}

/* No second byte of a character is less. */
static int is_in_word(char c)
{
	return (unsigned char)c >= 0x40;
}

/* The end of the word at data[at], and whether it is more than ASCII. */
static size_t word_end(scls_span s, size_t at, int *is_high)
{
	for (*is_high = 0; at < s.size && is_in_word(s.data[at]); at++)
		*is_high |= (s.data[at] & 0x80) != 0;
	return at;
}

/*
 * Tags, scripts and English beside the text would say Latin-1 of anything: the
 * detector is given the words that are in question alone.  Where there are
 * none it is escapes that tell.
 */
static scls_span words_of(scls_converter *c, scls_span s)
{
	scls_span words = { c->words, 0 };
	size_t at = 0;

	while (at < s.size) {
		int is_high;
		size_t end = word_end(s, at, &is_high), size = end - at;

		if (is_high && size >= WORDS - words.size)
			break;
		if (is_high) {
			memcpy(c->words + words.size, s.data + at, size);
			c->words[words.size + size] = ' ';
			words.size += size + 1;
		}
		at = end + 1;
	}
	if (words.size == 0)
		return s;
	words.size--; /* the last space */
	return words;
}

scls_span scls_converter_guess(void *converter, const char *data, size_t size)
{
	scls_converter *c = converter;
	scls_span sample = words_of(c, (scls_span){ data, size });
	UErrorCode status = U_ZERO_ERROR;
	const UCharsetMatch *match;
	const char *name;

	if (!c->detector)
		c->detector = ucsdet_open(&status);
	if (U_FAILURE(status))
		return scls_span_of("");
	ucsdet_setText(c->detector, sample.data, (int32_t)sample.size, &status);
	match = ucsdet_detect(c->detector, &status);
	name = match ? ucsdet_getName(match, &status) : NULL;
	ucsdet_setText(c->detector, "", 0, &status);
	return scls_span_of(U_SUCCESS(status) && name ? name : "");
}
