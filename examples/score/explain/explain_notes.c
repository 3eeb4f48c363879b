/* explain_notes.c - how a text was read, as far as that bears on what is
 * said of it; see explain.h. */
#include "explain/explain.h"

static const struct note {
	uint32_t bit;
	const char *en, *zh;
} notes[] = {
	{ SPAMCLS_FLAG_TRUNCATED_INPUT,
	  "the file is larger than what was read of it; --max-input reads more",
	  "文件过大，只读了开头部分；可用 --max-input 调整" },
	{ SPAMCLS_FLAG_TRUNCATED_TEXT,
	  "the text is longer than what was read of it; --max-text reads more",
	  "文字过长，只读了开头部分；可用 --max-text 调整" },
	{ SPAMCLS_FLAG_TRUNCATED_BLOCKS,
	  "paragraphs above the limit were left out; --max-blocks takes more",
	  "段落过多，超出部分未读；可用 --max-blocks 调整" },
	{ SPAMCLS_FLAG_TRUNCATED_LINKS,
	  "links above the limit were left out; --max-links takes more",
	  "链接过多，超出部分未读；可用 --max-links 调整" },
	{ SPAMCLS_FLAG_TRUNCATED_DEPTH,
	  "elements lie deeper in one another than is looked at; --max-depth "
	  "looks deeper",
	  "页面元素嵌套过深，超出部分未细看；可用 --max-depth 调整" },
	{ SPAMCLS_FLAG_LONG_HEADLINE,
	  "of a long headline only the beginning was judged; --max-headline "
	  "takes more",
	  "标题过长，只判断了开头部分；可用 --max-headline 调整" },
	{ SPAMCLS_FLAG_REGEX_LIMIT,
	  "a rule was given up on a headline, for it took too long; "
	  "--max-steps lets it go on",
	  "有规则匹配耗时过长，已放弃；可用 --max-steps 调整" },
	{ SPAMCLS_FLAG_REPAIRED,
	  "bytes that are no characters were replaced",
	  "有字节无法识别，已替换" },
	{ SPAMCLS_FLAG_UNKNOWN_CHARSET,
	  "the charset that was named is not known; another was found",
	  "声明的字符编码无法识别，已另行判断" },
	{ SPAMCLS_FLAG_HIDDEN_TEXT,
	  "the page holds text that its readers do not see",
	  "页面含有读者看不到的隐藏文字" },
	{ SPAMCLS_FLAG_SAMPLED_BODY,
	  "of the long body only samples were read closely; --max-body reads "
	  "more",
	  "正文较长，只抽样细读；可用 --max-body 调整" },
	{ SPAMCLS_FLAG_NOT_TEXT, "this is no text, so it is not judged",
	  "不是文本，因此没有判断" },
	{ SPAMCLS_FLAG_EMPTY, "no text was found", "没有找到文字" },
};

void explain_notes(uint32_t flags, explain_note *tell)
{
	for (size_t i = 0; i < sizeof(notes) / sizeof(notes[0]); i++)
		if (flags & notes[i].bit)
			tell(spamcls_flag_name(notes[i].bit), notes[i].en,
			     notes[i].zh);
}
