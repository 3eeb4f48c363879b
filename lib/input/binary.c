/* binary.c - see binary.h. */
#include "input/binary.h"

#include <string.h>

#define SAMPLE 4096u

static const struct {
	const char *bytes;
	size_t size, at;
} magic[] = {
	{ "%PDF-", 5, 0 },             { "\x89PNG\r\n\x1A\n", 8, 0 },
	{ "\xFF\xD8\xFF", 3, 0 },      { "GIF87a", 6, 0 },
	{ "GIF89a", 6, 0 },            { "PK\x03\x04", 4, 0 },
	{ "PK\x05\x06", 4, 0 },        { "\x1F\x8B\x08", 3, 0 },
	{ "\x7F" "ELF", 4, 0 },        { "RIFF", 4, 0 },
	{ "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8, 0 },
	{ "ftyp", 4, 4 },              { "OggS", 4, 0 },
	{ "ID3", 3, 0 },               { "7z\xBC\xAF\x27\x1C", 6, 0 },
	{ "Rar!\x1A\x07", 6, 0 },      { "\xFD" "7zXZ\0", 6, 0 },
	{ "\x28\xB5\x2F\xFD", 4, 0 },  { "BZh", 3, 0 },
	{ "wOFF", 4, 0 },              { "wOF2", 4, 0 },
	{ "\0asm", 4, 0 },             { "\x1A\x45\xDF\xA3", 4, 0 },
	{ "fLaC", 4, 0 },              { "MZ\x90", 3, 0 },
};

static int has_magic(const char *data, size_t size)
{
	for (size_t i = 0; i < sizeof(magic) / sizeof(magic[0]); i++)
		if (size >= magic[i].at + magic[i].size
		    && memcmp(data + magic[i].at, magic[i].bytes,
		              magic[i].size) == 0)
			return 1;
	return 0;
}

/* Tab to carriage return, escape (ISO-2022-JP) are text. */
static int is_control(unsigned char c)
{
	return c < 0x20 && !(c >= '\t' && c <= '\r') && c != 0x1B;
}

/* More than one control byte in eight is no text that anyone reads. */
int scls_is_binary(const char *data, size_t size)
{
	size_t n = size < SAMPLE ? size : SAMPLE, controls = 0;

	if (has_magic(data, size))
		return 1;
	for (size_t i = 0; i < n; i++)
		controls += (size_t)is_control((unsigned char)data[i]);
	return controls > 2 && controls * 8 > n;
}
