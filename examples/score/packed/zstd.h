/* zstd.h - bytes that are packed by zstd (RFC 8878). */
#ifndef PACKED_ZSTD_H
#define PACKED_ZSTD_H

#include "packed/unpacker.h"

/* Windows, the memory that a frame asks for, as powers of two: 128 MiB, which
 * the program zstd takes unasked, and 8 MiB, above which no server may go
 * (RFC 9659). */
#define ZSTD_FILE_WINDOW 27
#define ZSTD_BODY_WINDOW 23

/*
 * A member is a frame; one that is to be passed over holds nothing.  A frame
 * above that window is not begun.  dictionaries: those of web archives
 * (dictionary.h) count for the frames behind them.  NULL where there is no
 * memory.
 */
unpacker *zstd_unpacker(int window, int dictionaries);

#endif
