/*
 * fuzz_charset.c - bytes of any charset, under small limits.
 *
 * The first eight bytes choose a charset name and the limits, the rest is
 * the page.
 */
#include "fuzz.h"

#define SETTINGS 8

static const char *const names[] = {
	NULL, "", "utf-8", "gb2312", "gbk", "gb18030", "big5", "shift_jis",
	"euc-jp", "iso-2022-jp", "euc-kr", "windows-1250", "windows-1251",
	"windows-1252", "windows-1256", "koi8-r", "utf-16", "utf-16le",
	"utf-16be", "utf-32", "utf-7", "hz-gb-2312", "no-such-charset",
	"\xFF\xFE",
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	spamcls_limits limits = SPAMCLS_LIMITS_INIT;
	spamcls_session *session = NULL;

	if (size < SETTINGS)
		return 0;
	limits.input_bytes = data[1] * 64u;
	limits.text_bytes = data[2] * 64u;
	limits.blocks = data[3];
	limits.links = data[4];
	limits.depth = data[5];
	limits.headline = data[6];
	limits.regex_steps = data[7] * 16u;
	limits.body_bytes = data[3] * 16u;
	PROMISE(spamcls_session_new(&session, fuzz_db(), &limits)
	        == SPAMCLS_OK);
	fuzz_classify(session, data + SETTINGS, size - SETTINGS,
	              SPAMCLS_KIND_GUESS,
	              names[data[0] % (sizeof(names) / sizeof(*names))]);
	spamcls_session_free(session);
	return 0;
}
