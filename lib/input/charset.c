/*
 * charset.c - see charset.h.
 *
 * GB2312 and GBK mean GB18030, Latin-1 means windows-1252, as in browsers.
 * ASCII means UTF-8, its superset of today.  The standard refuses HZ and
 * ISO-2022-KR; old pages still need them.
 */
#include "input/charset.h"

#include "base/ascii.h"

#define U8 SCLS_CHARSET_UTF8
#define U16 SCLS_CHARSET_UTF16
#define ST SCLS_CHARSET_STATEFUL
#define LE SCLS_CHARSET_OTHER

static const scls_charset table[] = {
	{ "UTF-8", "UTF-8", " utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 "
	  "unicode20utf8 x-unicode20utf8 utf8mb4 utf_8 cp65001 ascii us-ascii "
	  "ansi_x3.4-1968 ", U8 },
	{ "UTF-16LE", "UTF-16LE", " utf-16 utf-16le utf16 utf16le csunicode "
	  "iso-10646-ucs-2 ucs-2 unicode unicodefeff ", U16 },
	{ "UTF-16BE", "UTF-16BE", " utf-16be utf16be unicodefffe ", U16 },
	{ "GB18030", "GB18030", " gb18030 gbk gb2312 gb_2312 gb_2312-80 "
	  "x-gbk chinese csgb2312 csiso58gb231280 iso-ir-58 gb-18030 "
	  "gb18030-2000 gb18030-2005 gb18030-2022 gb-2312 gb231280 euc-cn "
	  "euccn x-euc-cn cp936 ms936 windows-936 936 csgbk "
	  "simplified_chinese ", LE },
	{ "Big5", "Big5-HKSCS", " big5 big5-hkscs cn-big5 csbig5 x-x-big5 "
	  "big-5 big5hkscs cp950 ms950 windows-950 950 x-big5 "
	  "big5-eten ", LE },
	{ "Shift_JIS", "windows-31j", " shift_jis shift-jis sjis x-sjis "
	  "csshiftjis ms_kanji ms932 windows-31j cp932 windows-932 932 "
	  "cswindows31j shiftjis ", LE },
	{ "EUC-JP", "EUC-JP", " euc-jp eucjp x-euc-jp x-euc "
	  "cseucpkdfmtjapanese ujis ", LE },
	{ "EUC-KR", "windows-949", " euc-kr euckr cseuckr ks_c_5601-1987 "
	  "ks_c_5601-1989 ks_c_5601 ksc5601 ksc_5601 csksc56011987 "
	  "iso-ir-149 korean windows-949 cp949 ms949 949 uhc ", LE },
	{ "ISO-2022-JP", "ISO-2022-JP", " iso-2022-jp csiso2022jp jis ", ST },
	{ "ISO-2022-KR", "ISO-2022-KR", " iso-2022-kr csiso2022kr ", ST },
	{ "HZ-GB-2312", "HZ", " hz-gb-2312 hz ", ST },
	{ "windows-1252", "windows-1252", " windows-1252 cp1252 x-cp1252 "
	  "iso-8859-1 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 latin1 "
	  "latin-1 l1 cp819 ibm819 "
	  "csisolatin1 iso-ir-100 x-user-defined 8859_1 ", LE },
	{ "windows-1250", "windows-1250", " windows-1250 cp1250 x-cp1250 ",
	  LE },
	{ "windows-1251", "windows-1251", " windows-1251 cp1251 x-cp1251 "
	  "win-1251 win1251 ", LE },
	{ "windows-1253", "windows-1253", " windows-1253 cp1253 x-cp1253 ",
	  LE },
	{ "windows-1254", "windows-1254", " windows-1254 cp1254 x-cp1254 "
	  "iso-8859-9 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 latin5 "
	  "l5 csisolatin5 iso-ir-148 ", LE },
	{ "windows-1255", "windows-1255", " windows-1255 cp1255 x-cp1255 ",
	  LE },
	{ "windows-1256", "windows-1256", " windows-1256 cp1256 x-cp1256 ",
	  LE },
	{ "windows-1257", "windows-1257", " windows-1257 cp1257 x-cp1257 ",
	  LE },
	{ "windows-1258", "windows-1258", " windows-1258 cp1258 x-cp1258 ",
	  LE },
	{ "windows-874", "windows-874", " windows-874 cp874 dos-874 tis-620 "
	  "iso-8859-11 iso8859-11 iso885911 ", LE },
	{ "IBM866", "IBM866", " ibm866 cp866 866 csibm866 ", LE },
	{ "ISO-8859-2", "ISO-8859-2", " iso-8859-2 iso8859-2 iso88592 "
	  "iso_8859-2 iso_8859-2:1987 latin2 l2 csisolatin2 iso-ir-101 ",
	  LE },
	{ "ISO-8859-3", "ISO-8859-3", " iso-8859-3 iso8859-3 iso88593 "
	  "iso_8859-3 latin3 l3 csisolatin3 iso-ir-109 ", LE },
	{ "ISO-8859-4", "ISO-8859-4", " iso-8859-4 iso8859-4 iso88594 "
	  "iso_8859-4 latin4 l4 csisolatin4 iso-ir-110 ", LE },
	{ "ISO-8859-5", "ISO-8859-5", " iso-8859-5 iso8859-5 iso88595 "
	  "iso_8859-5 cyrillic csisolatincyrillic iso-ir-144 ", LE },
	{ "ISO-8859-6", "ISO-8859-6", " iso-8859-6 iso-8859-6-e iso-8859-6-i "
	  "iso8859-6 iso88596 iso_8859-6 arabic ecma-114 asmo-708 "
	  "csisolatinarabic iso-ir-127 ", LE },
	{ "ISO-8859-7", "ISO-8859-7", " iso-8859-7 iso8859-7 iso88597 "
	  "iso_8859-7 greek greek8 ecma-118 elot_928 sun_eu_greek "
	  "csisolatingreek iso-ir-126 ", LE },
	{ "ISO-8859-8", "ISO-8859-8", " iso-8859-8 iso-8859-8-e iso8859-8 "
	  "iso88598 iso_8859-8 hebrew visual csisolatinhebrew "
	  "iso-ir-138 ", LE },
	{ "ISO-8859-8-I", "ISO-8859-8", " iso-8859-8-i logical "
	  "csiso88598i ", LE },
	{ "ISO-8859-10", "iso-8859_10-1998", " iso-8859-10 iso8859-10 "
	  "iso885910 latin6 l6 csisolatin6 iso-ir-157 ", LE },
	{ "ISO-8859-13", "ISO-8859-13", " iso-8859-13 iso8859-13 "
	  "iso885913 ", LE },
	{ "ISO-8859-14", "iso-8859_14-1998", " iso-8859-14 iso8859-14 "
	  "iso885914 ", LE },
	{ "ISO-8859-15", "ISO-8859-15", " iso-8859-15 iso8859-15 iso885915 "
	  "iso_8859-15 l9 latin9 latin-9 csisolatin9 ", LE },
	{ "KOI8-R", "KOI8-R", " koi8-r koi koi8 koi8_r cskoi8r ", LE },
	{ "KOI8-U", "KOI8-U", " koi8-u koi8-ru ", LE },
	{ "macintosh", "macintosh", " macintosh mac x-mac-roman "
	  "csmacintosh ", LE },
	{ "x-mac-cyrillic", "x-mac-cyrillic", " x-mac-cyrillic "
	  "x-mac-ukrainian ", LE },
};

/* Room for a space, the longest label, a space and the NUL. */
#define ROOM 40

static int is_quote(char c)
{
	return c == '"' || c == '\'' || c == ';' || c == ',';
}

static scls_span bare_label(scls_span label)
{
	label = scls_span_trim(label);
	while (label.size > 0 && is_quote(label.data[0])) {
		label.data++;
		label.size--;
	}
	while (label.size > 0 && is_quote(label.data[label.size - 1]))
		label.size--;
	return scls_span_trim(label);
}

/* " label " in lower case; 0 where it is none that a table could hold. */
static int make_key(scls_span label, char key[ROOM])
{
	if (label.size == 0 || label.size > ROOM - 3)
		return 0;
	key[0] = ' ';
	for (size_t i = 0; i < label.size; i++) {
		char c = label.data[i];

		if (c <= ' ' || c > '~')
			return 0;
		key[i + 1] = scls_ascii_lower(c);
	}
	key[label.size + 1] = ' ';
	key[label.size + 2] = '\0';
	return 1;
}

const scls_charset *scls_charset_find(scls_span label)
{
	char key[ROOM];

	if (!make_key(bare_label(label), key))
		return NULL;
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++)
		if (strstr(table[i].labels, key))
			return &table[i];
	return NULL;
}
