/* dictionary.c - see dictionary.h. */
#include "packed/dictionary.h"

#include <stdlib.h>
#include <string.h>

#define FRAME_MAGIC 0x184D2A5DUL

static unsigned long little_endian(const unsigned char *at)
{
	return at[0] | (unsigned long)at[1] << 8 | (unsigned long)at[2] << 16
	       | (unsigned long)at[3] << 24;
}

static int begins_with(const unsigned char *data, size_t size,
                       unsigned long magic)
{
	return size >= 4 && little_endian(data) == magic;
}

int dictionary_begins(const unsigned char *data, size_t size)
{
	return begins_with(data, size, FRAME_MAGIC);
}

/* Takes bytes until there are so many; 0: they are not there yet. */
static int take(unsigned char *to, size_t *there, size_t size,
                unpack_flow *flow)
{
	size_t left = size - *there;
	size_t n = left < flow->in_size ? left : flow->in_size;

	memcpy(to + *there, flow->in, n);
	*there += n;
	flow->in += n;
	flow->in_size -= n;
	return *there == size;
}

unpack_found dictionary_take(dictionary *d, unpack_flow *flow)
{
	if (!take(d->head, &d->head_there, DICTIONARY_HEAD, flow))
		return UNPACK_ON;
	d->size = little_endian(d->head + 4);
	if (d->size < 4 || d->size > DICTIONARY_MOST)
		return UNPACK_BAD_DICTIONARY;
	if (!d->data)
		d->data = malloc(d->size);
	if (!d->data)
		return UNPACK_NO_MEMORY;
	return take(d->data, &d->there, d->size, flow) ? UNPACK_END
	                                               : UNPACK_ON;
}

/* libzstd would take any bytes for a dictionary.  It does not tell one that is
 * damaged from memory that runs out. */
static unpack_found load(const unsigned char *data, size_t size,
                         ZSTD_DCtx *context)
{
	return begins_with(data, size, ZSTD_MAGIC_DICTIONARY)
	       && !ZSTD_isError(ZSTD_DCtx_loadDictionary(context, data, size))
	       ? UNPACK_END : UNPACK_BAD_DICTIONARY;
}

/* Its frame should say how large it is. */
static unpack_found load_packed(const dictionary *d, ZSTD_DCtx *context)
{
	unsigned long long says = ZSTD_getFrameContentSize(d->data, d->size);
	size_t most = says == ZSTD_CONTENTSIZE_UNKNOWN ? DICTIONARY_MOST
	                                               : (size_t)says, size;
	unsigned char *data;
	unpack_found found;

	if (most == 0 || most > DICTIONARY_MOST)
		return UNPACK_BAD_DICTIONARY;
	data = malloc(most);
	if (!data)
		return UNPACK_NO_MEMORY;
	size = ZSTD_decompress(data, most, d->data, d->size);
	found = ZSTD_isError(size) ? UNPACK_BAD_DICTIONARY
	                           : load(data, size, context);
	free(data);
	return found;
}

unpack_found dictionary_load(const dictionary *d, ZSTD_DCtx *context)
{
	return begins_with(d->data, d->size, ZSTD_MAGICNUMBER)
	       ? load_packed(d, context) : load(d->data, d->size, context);
}

void dictionary_free(dictionary *d)
{
	free(d->data);
	memset(d, 0, sizeof(*d));
}
