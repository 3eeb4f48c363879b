/*
 * spamcls.h - recognises content-farm pages.
 *
 * SPDX-License-Identifier: MIT
 *
 * THE MODEL
 *
 * A content farm's page has a machine-written body and, below it, a list of
 * links whose texts are filled-in templates.  libspamcls takes a page, HTML or
 * plain text in any charset, splits it into body and link lists, scores every
 * headline of the lists, and gives a verdict whose reasons add up to its score.
 *
 *     spamcls_db *db = NULL;
 *     spamcls_session *session = NULL;
 *     const spamcls_result *result = NULL;
 *     spamcls_input page = SPAMCLS_INPUT_INIT;
 *
 *     if (spamcls_db_open(&db, NULL, NULL) != SPAMCLS_OK) ...
 *     if (spamcls_session_new(&session, db, NULL) != SPAMCLS_OK) ...
 *     page.data = bytes;
 *     page.size = size;
 *     if (spamcls_classify(session, &page, &result) == SPAMCLS_OK)
 *             puts(spamcls_verdict_name(result->verdict));
 *     spamcls_session_free(session);
 *     spamcls_db_free(db);
 *
 * A database holds the lexicon, the rules and the model; it never changes once
 * it is open.  A session holds the working memory of one stream of calls.
 *
 * THREADS
 *
 * Any number of threads may use one database at once, also after fork().  A
 * session serves one call at a time: a second thread that enters it gets
 * SPAMCLS_E_BUSY and nothing is harmed.  Give every thread a session of its
 * own.  The library has no init call, no global state of its own, and never
 * sets the locale, prints, or aborts.
 *
 * OWNERSHIP
 *
 * An object that a call makes (a database, session, trainer or sketch) belongs
 * to the caller, who gives it back with the matching _free call.  Results are
 * pointers to const: they are borrowed from the object that was asked, and
 * valid until its next call or its end, unless the call's comment says
 * otherwise.  A string from the library ends with a NUL unless a length stands
 * beside it.  What a call is given (a page, a text, an option) is needed until
 * the call returns and no longer, unless its comment says otherwise: a result
 * does not point into its page.
 *
 * A struct that has an INIT macro begins with its size, which the macro sets.
 * A program that was compiled with an older header may pass a shorter one: a
 * field that it lacks has its default, or is not filled in.
 *
 * ERRORS
 *
 * Calls return SPAMCLS_OK (0) or a negative spamcls_status.  On failure the
 * out-parameters keep the values they had, unless the call's comment says
 * otherwise.  Some calls also fill in a spamcls_error, which the caller owns,
 * with the place and the reason; pass NULL where it is not wanted.
 *
 * "Returns" lists all that a call can return, E_ARG for SPAMCLS_E_ARG.  What
 * every call refuses with E_ARG is not repeated: a NULL where none is allowed,
 * a number out of its range, a size that is too small for the struct.  Where a
 * count or a length beside a pointer is 0 the pointer may be NULL.
 *
 * OFFSETS
 *
 * Offsets are bytes into spamcls_result.text, half open; those of an
 * explanation are bytes of its headline.  For plain text in UTF-8 that needs
 * no repair the text is the input itself (a byte order mark left out: see
 * spamcls_result.input_offset).
 *
 * NUMBERS
 *
 * Scores and weights are log-odds in units of 1/1024 nat.  They are integers,
 * computed by integers: the same bytes give the same score everywhere.  A
 * probability rises with its score, as was measured on labelled headlines or
 * pages: it is not 1 / (1 + exp(-score)).  Labels and verdicts go by scores.
 */
#ifndef SPAMCLS_H
#define SPAMCLS_H

#include <stddef.h>
#include <stdint.h>

#define SPAMCLS_VERSION_MAJOR 0
#define SPAMCLS_VERSION_MINOR 1
#define SPAMCLS_VERSION_PATCH 0

#if defined(__GNUC__) || defined(__clang__)
#define SPAMCLS_API __attribute__((visibility("default")))
#define SPAMCLS_MUST_USE __attribute__((warn_unused_result))
#else
#define SPAMCLS_API
#define SPAMCLS_MUST_USE
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* --------------------------------------------------------------- status -- */

/*
 * What a call returns.  0 is success.  -1 to -19: how the library was called;
 * -20 to -39: a file of a database, or a sketch; -40 and below: the machine.
 */
typedef enum spamcls_status {
	SPAMCLS_OK = 0,           /* done */
	SPAMCLS_E_ARG = -1,       /* an argument is NULL or out of range */
	SPAMCLS_E_BUSY = -2,      /* the session is in use by another call */
	SPAMCLS_E_LIMIT = -5,     /* a database is larger than is allowed */
	SPAMCLS_E_STATE = -6,     /* not after the calls that came before */
	SPAMCLS_E_SYNTAX = -20,   /* a lexicon, rule pack or grammar is wrong */
	SPAMCLS_E_FORMAT = -21,   /* damaged, or no model or sketch at all */
	SPAMCLS_E_VERSION = -22,  /* a model or sketch of another version */
	SPAMCLS_E_RULE_TEST = -23,/* a rule pack fails its own test lines */
	SPAMCLS_E_IO = -40,       /* a file cannot be read */
	SPAMCLS_E_NOMEM = -41,    /* no memory */
	SPAMCLS_E_INTERNAL = -42  /* a foreign library failed; please report */
} spamcls_status;

/*
 * Where and why a call failed.  The caller owns it; it needs no set-up and no
 * clean-up.  A call that succeeds leaves it untouched.
 */
typedef struct spamcls_error {
	spamcls_status status; /* what the call returned */
	uint32_t line;         /* of the file, from 1; 0: not known */
	uint32_t column;       /* in code points, from 1; 0: not known */
	uint64_t offset;       /* of a sketch: the byte where the fault was
	                          seen, from 0; of anything else 0 */
	char file[256];        /* its path, or the name of a part in memory, cut
	                          where it is too long; "": neither */
	char message[256];     /* one line of English: the fault and the cure */
} spamcls_error;

/* The constant's own name, "SPAMCLS_E_ARG"; "?" for an unknown number. */
SPAMCLS_API const char *spamcls_status_name(int status);

/* One line of English for the status; never NULL. */
SPAMCLS_API const char *spamcls_status_message(int status);

/* The version of the library at run time, "MAJOR.MINOR.PATCH". */
SPAMCLS_API const char *spamcls_version_string(void);

/* The same as one number: MAJOR * 10000 + MINOR * 100 + PATCH. */
SPAMCLS_API uint32_t spamcls_version_number(void);

/* --------------------------------------------------------------- memory -- */

/*
 * The caller's allocator; all of the library's own memory comes from it.
 * resize(context, old, old_size, new_size) works like realloc: old NULL
 * allocates, new_size 0 frees and returns NULL.  It must be safe to call from
 * every thread that uses the objects made with it.  PCRE2 uses it as well,
 * except for machine code.  ICU uses malloc, and so may the C library, to read
 * the files of a directory and to sort the rows of a training.
 */
typedef struct spamcls_allocator {
	void *(*resize)(void *context, void *old, size_t old_size,
	                size_t new_size);
	void *context;
} spamcls_allocator;

/* ------------------------------------------------------------- database -- */

/* Immutable: lexicon, rules and model, compiled.  Shared freely. */
typedef struct spamcls_db spamcls_db;

/* Options of spamcls_db_open; SPAMCLS_DB_OPTIONS_INIT gives the defaults. */
typedef struct spamcls_db_options {
	size_t size;                        /* of this struct */
	const spamcls_allocator *allocator; /* NULL: malloc; copied */
	int run_rule_tests;                 /* not 0: also run "test" lines */
	int without_model;                  /* not 0: leave the model out, to
	                                       train one: rules alone score */
	int glance;                         /* not 0: headlines that are no part
	                                       of a page get a first glance, see
	                                       spamcls_score_headlines [0] */
} spamcls_db_options;

#define SPAMCLS_DB_OPTIONS_INIT { sizeof(spamcls_db_options), NULL, 0, 0, 0 }

/*
 * Opens the database in directory, or the built-in one where directory is
 * NULL.  Its parts are lexicon/(any).txt, rules/(any).rules and
 * model/(any).spm, or the same files in directory itself.  A kind of part that
 * is missing is taken from the built-in database; of several models the last
 * one by name counts.  options may be NULL.  On success *db belongs to the
 * caller: spamcls_db_free.
 * Returns SPAMCLS_OK, or E_ARG, E_IO (also for a folder that is there and
 * cannot be read, and for a directory that has no part at all), E_SYNTAX
 * (lexicon or rules), E_FORMAT and E_VERSION (model), E_RULE_TEST (only with
 * run_rule_tests), E_LIMIT (a file or a line too long; too many files, terms or
 * rules), E_NOMEM.  spamcls_db_open_error also says where.
 */
SPAMCLS_API SPAMCLS_MUST_USE spamcls_status
spamcls_db_open(spamcls_db **db, const char *directory,
                const spamcls_db_options *options);

/* The same; on failure *error says which file, line and column, and why. */
SPAMCLS_API SPAMCLS_MUST_USE spamcls_status
spamcls_db_open_error(spamcls_db **db, const char *directory,
                      const spamcls_db_options *options,
                      spamcls_error *error);

/* What a memory part is. */
typedef enum spamcls_part_kind {
	SPAMCLS_PART_LEXICON = 1, /* text of a lexicon file */
	SPAMCLS_PART_RULES = 2,   /* text of a rule pack */
	SPAMCLS_PART_MODEL = 3    /* bytes of a model file; used in place */
} spamcls_part_kind;

/* One file in memory.  The bytes of a model must outlive the database; all else
 * is needed during the call only. */
typedef struct spamcls_part {
	spamcls_part_kind kind;
	const char *name; /* for error messages; may be NULL */
	const void *data;
	size_t size;
} spamcls_part;

/*
 * Opens a database from n parts in memory.  A kind of part that is missing is
 * taken from the built-in database; of several models the last one counts.
 * Returns what spamcls_db_open does but E_IO.
 */
SPAMCLS_API SPAMCLS_MUST_USE spamcls_status
spamcls_db_open_memory(spamcls_db **db, const spamcls_part *parts, size_t n,
                       const spamcls_db_options *options,
                       spamcls_error *error);

/* What a database holds; SPAMCLS_DB_INFO_INIT before it is filled in. */
typedef struct spamcls_db_info {
	size_t size;         /* of this struct */
	char id[17];         /* 16 hex digits: a hash of all its parts */
	uint32_t terms;      /* of the lexicon */
	uint32_t rules;      /* of all packs, shadow rules included */
	uint32_t weights;    /* of the model that are not zero */
	int32_t likely;      /* the score from which a headline is likely */
	int32_t certain;     /* and certain */
} spamcls_db_info;

#define SPAMCLS_DB_INFO_INIT { sizeof(spamcls_db_info), "", 0, 0, 0, 0, 0 }

/*
 * Fills *info, no more than info->size bytes of it.
 * Returns SPAMCLS_OK or E_ARG.
 */
SPAMCLS_API SPAMCLS_MUST_USE spamcls_status
spamcls_db_get_info(const spamcls_db *db, spamcls_db_info *info);

/* Frees the database; NULL is allowed.  Free what was made with it (sessions,
 * trainers) first. */
SPAMCLS_API void spamcls_db_free(spamcls_db *db);

/* -------------------------------------------------------------- session -- */

/* Working memory for one stream of calls; reused from call to call. */
typedef struct spamcls_session spamcls_session;

/*
 * Limits of a session.  0 means the default, in brackets here; more than a
 * field's most means that most.  Reaching a limit gives a partial result with
 * its flag set, never an error.  Limits bound a session's memory, too, which
 * it keeps from page to page: what its largest page needed.  With the defaults
 * a page of nothing but headlines, text or HTML, asks for 480 MB at most, any
 * other page for 250 MB, and half of that is written to; a usual page asks for
 * less than 2 MB.
 */
typedef struct spamcls_limits {
	size_t size;           /* of this struct */
	uint64_t input_bytes;  /* read of one input [16 MiB]; 1 GiB at most */
	uint32_t text_bytes;   /* of extracted text [8 MiB]; 1 GiB at most */
	uint32_t blocks;       /* paragraphs, items, cells and the like of
	                          HTML, lines of a text [100,000] */
	uint32_t links;        /* anchors of HTML [20,000]; links in a text are
	                          lines, and count as blocks */
	uint32_t depth;        /* of open elements [256]; 65535 at most */
	uint32_t headline;     /* code points looked at in one line [256];
	                          4096 at most */
	uint32_t regex_steps;  /* PCRE2's match limit, of one rule on one
	                          headline [20,000] */
	uint32_t body_bytes;   /* of the body's paragraphs that are read for
	                          signs of a machine [3,072], and a quarter as
	                          many of its short lines.  A longer body is
	                          sampled: the first quarter of so many bytes,
	                          the last, and pieces evenly in between */
} spamcls_limits;

#define SPAMCLS_LIMITS_INIT \
	{ sizeof(spamcls_limits), 0, 0, 0, 0, 0, 0, 0, 0 }

/*
 * Makes a session on db, which must outlive it; limits may be NULL.
 * Memory comes from the database's allocator.
 * Returns SPAMCLS_OK, or E_ARG, E_NOMEM.
 */
SPAMCLS_API SPAMCLS_MUST_USE spamcls_status
spamcls_session_new(spamcls_session **session, const spamcls_db *db,
                    const spamcls_limits *limits);

/* Frees the session and all it lent out; NULL is allowed. */
SPAMCLS_API void spamcls_session_free(spamcls_session *session);

/* ------------------------------------------------------------- classify -- */

/* What the input is. */
typedef enum spamcls_kind {
	SPAMCLS_KIND_GUESS = 0, /* HTML if it looks like HTML, else text */
	SPAMCLS_KIND_HTML = 1,  /* read as leniently as browsers do */
	SPAMCLS_KIND_TEXT = 2,  /* one block a line */
	SPAMCLS_KIND_LINKS = 3  /* one list: a title on the first line, which
	                           may be empty, then a link a line: its text
	                           and, if it is known, a TAB and its target */
} spamcls_kind;

/* One page, in the charset it came in. */
typedef struct spamcls_input {
	size_t size_of;      /* of this struct */
	const void *data;    /* may be NULL where size is 0 */
	size_t size;         /* in bytes */
	const char *url;     /* where it is from, told in the result; or NULL */
	const char *charset; /* from the transport, e.g. HTTP; or NULL */
	spamcls_kind kind;
} spamcls_input;

#define SPAMCLS_INPUT_INIT \
	{ sizeof(spamcls_input), NULL, 0, NULL, NULL, SPAMCLS_KIND_GUESS }

/* What a page is taken for. */
typedef enum spamcls_verdict {
	SPAMCLS_NO_VERDICT = -1, /* not judged: no text, or only split */
	SPAMCLS_CLEAN = 0,       /* an ordinary page */
	SPAMCLS_SUSPECT = 1,     /* more like a farm's than most are */
	SPAMCLS_FARM = 2         /* a content farm's page */
} spamcls_verdict;

/* A headline's label.  The thresholds of the shipped model aim at 1 false alarm
 * in a million ordinary headlines for certain, and at 65 for likely, counted on
 * headlines of months that the model never saw. */
typedef enum spamcls_label {
	SPAMCLS_LABEL_CLEAN = 0,  /* below both thresholds */
	SPAMCLS_LABEL_LIKELY = 1, /* from spamcls_db_info.likely on */
	SPAMCLS_LABEL_CERTAIN = 2 /* from spamcls_db_info.certain on */
} spamcls_label;

/* What a stretch of text is for. */
typedef enum spamcls_role {
	SPAMCLS_ROLE_OTHER = 0,        /* none of the below: dates, buttons */
	SPAMCLS_ROLE_TITLE = 1,        /* of the page or the article */
	SPAMCLS_ROLE_HEADING = 2,      /* inside the body */
	SPAMCLS_ROLE_BODY = 3,         /* what the page is read for */
	SPAMCLS_ROLE_REFERENCES = 4,   /* sources that the body names */
	SPAMCLS_ROLE_LINK_LIST = 5,    /* the lines of a list of links */
	SPAMCLS_ROLE_LIST_HEADING = 6, /* above such a list */
	SPAMCLS_ROLE_NAVIGATION = 7,   /* menus, paths, steps to other pages */
	SPAMCLS_ROLE_COMMENTS = 8,     /* of readers, and how many there are */
	SPAMCLS_ROLE_FOOTER = 9,       /* copyright, addresses, imprint */
	SPAMCLS_ROLE_HIDDEN = 10       /* not seen by a reader */
} spamcls_role;

/* How the charset was known. */
typedef enum spamcls_charset_source {
	SPAMCLS_CHARSET_ASCII = 0,    /* plain ASCII: nothing to find out */
	SPAMCLS_CHARSET_BOM = 1,      /* byte order mark */
	SPAMCLS_CHARSET_CALLER = 2,   /* spamcls_input.charset */
	SPAMCLS_CHARSET_META = 3,     /* declared in the page */
	SPAMCLS_CHARSET_UTF8 = 4,     /* the bytes are strict UTF-8 */
	SPAMCLS_CHARSET_GB18030 = 5,  /* the bytes are strict GB18030 */
	SPAMCLS_CHARSET_DETECTED = 6  /* a statistical guess */
} spamcls_charset_source;

/* Bits of spamcls_result.flags; names by spamcls_flag_name. */
#define SPAMCLS_FLAG_TRUNCATED_INPUT  0x0001u /* input_bytes reached */
#define SPAMCLS_FLAG_TRUNCATED_TEXT   0x0002u /* text_bytes reached */
#define SPAMCLS_FLAG_TRUNCATED_BLOCKS 0x0004u /* blocks reached */
#define SPAMCLS_FLAG_TRUNCATED_LINKS  0x0008u /* links reached */
#define SPAMCLS_FLAG_TRUNCATED_DEPTH  0x0010u /* depth reached, or too many
                                                 end tags of nothing */
#define SPAMCLS_FLAG_LONG_HEADLINE    0x0020u /* a headline was cut */
#define SPAMCLS_FLAG_REGEX_LIMIT      0x0040u /* a rule ran out of steps */
#define SPAMCLS_FLAG_NOT_TEXT         0x0080u /* a PDF, an image, ... */
#define SPAMCLS_FLAG_REPAIRED         0x0100u /* bad bytes were replaced */
#define SPAMCLS_FLAG_UNKNOWN_CHARSET  0x0200u /* a declared name is unknown */
#define SPAMCLS_FLAG_HIDDEN_TEXT      0x0400u /* the page hides text */
#define SPAMCLS_FLAG_EMPTY            0x0800u /* it has no text: clean */
#define SPAMCLS_FLAG_SAMPLED_BODY     0x1000u /* body_bytes reached */

/* What the lines of a segment are; of all but the body of HTML they are
 * SPAMCLS_FORM_TEXT. */
typedef enum spamcls_form {
	SPAMCLS_FORM_TEXT = 0, /* a paragraph each */
	SPAMCLS_FORM_ITEM = 1, /* an item of a list each */
	SPAMCLS_FORM_CELL = 2, /* a cell of a table each */
	SPAMCLS_FORM_CODE = 3  /* preformatted; the blanks right before begin
	                          indent the first line */
} spamcls_form;

/* A stretch of the text and its role; in order, not overlapping. */
typedef struct spamcls_segment {
	spamcls_role role;
	spamcls_form form;
	uint32_t level;          /* of a heading of HTML: 1 to 6; else 0 */
	uint32_t begin;          /* bytes of spamcls_result.text */
	uint32_t end;
} spamcls_segment;

/* A list of links. */
typedef struct spamcls_list {
	uint32_t heading_begin; /* equal to heading_end: no heading */
	uint32_t heading_end;
	uint32_t begin;         /* of its first line */
	uint32_t end;           /* of its last line */
	uint32_t first_link;    /* index into spamcls_result.links */
	uint32_t n_links;
	int trailing;           /* not 0: it stands behind the whole body */
	spamcls_role role;      /* LINK_LIST; NAVIGATION: previous and next,
	                           tags; REFERENCES, COMMENTS, FOOTER, HIDDEN */
} spamcls_list;

/* One link of a list, scored. */
typedef struct spamcls_link {
	uint32_t begin;          /* of its text: of a card the headline, and
	                            without a site's or section's name that its
	                            list repeats ("... | Harbour Daily") */
	uint32_t end;
	const char *href;        /* "" where there is none; ends with NUL */
	uint32_t href_size;
	uint32_t list;           /* index into spamcls_result.lists */
	int32_t score;           /* 1/1024 nat, in its list's context */
	int32_t context;         /* the part of score that the list adds; never
	                            below 0 */
	float probability;       /* that it is a template or spam; 0 to 1 */
	spamcls_label label;
	const char *family;      /* of the rule that weighs most; "": none */
	const char *skeleton;    /* its text with slots for the words that fill
	                            them, "{ORG}{TECH}...", where it is likely
	                            or certain; else "" */
} spamcls_link;

/* One summand of a score. */
typedef struct spamcls_reason {
	const char *name;        /* stable, e.g. "list.frame_repeats" */
	int32_t weight;          /* 1/1024 nat; the weights sum to the score */
	const char *message_en;  /* for a person */
	const char *message_zh;
	uint32_t begin;          /* of the evidence in the text; begin == end:
	                            there is none to show */
	uint32_t end;
} spamcls_reason;

/* All that is known of one page.  Borrowed from the session. */
typedef struct spamcls_result {
	spamcls_verdict verdict;
	float probability;       /* that the page is a farm's */
	int32_t score;
	uint32_t flags;          /* SPAMCLS_FLAG_... */
	const char *charset;     /* its WHATWG or ICU name */
	spamcls_charset_source charset_source;
	uint32_t repairs;        /* bad sequences replaced */
	spamcls_kind kind;       /* HTML, TEXT or LINKS, never GUESS */
	const char *text;        /* UTF-8, valid; ends with NUL */
	uint32_t text_size;
	uint32_t input_offset;   /* text[0] is this byte of the input, if
	                            text_is_input */
	int text_is_input;       /* not 0: text is a piece of the input, byte
	                            for byte */
	uint32_t title_begin;    /* begin == end: no title */
	uint32_t title_end;
	const spamcls_segment *segments;
	size_t n_segments;
	const spamcls_list *lists;
	size_t n_lists;
	const spamcls_link *links;
	size_t n_links;
	const spamcls_reason *reasons;
	size_t n_reasons;
	const char *db_id;       /* as in spamcls_db_info */
	const char *url;         /* spamcls_input.url; NULL: none was given */
	const char *base;        /* the page's <base>, as written there: hrefs
	                            are relative to it, not to url; NULL: it
	                            has none */
} spamcls_result;

/*
 * Classifies one page.  *result is borrowed until the session's next call;
 * spamcls_result_json alone leaves it valid.  An input that is no text gives
 * OK, SPAMCLS_NO_VERDICT with score 0, and SPAMCLS_FLAG_NOT_TEXT; an unknown
 * charset name gives OK and a flag, and the charset is found by the other
 * means.
 * Returns SPAMCLS_OK, or E_ARG, E_BUSY, E_NOMEM, E_INTERNAL.
 */
SPAMCLS_API SPAMCLS_MUST_USE spamcls_status
spamcls_classify(spamcls_session *session, const spamcls_input *input,
                 const spamcls_result **result);

/*
 * The same without judging: segments, lists and links (score 0, label clean),
 * SPAMCLS_NO_VERDICT and no reasons.  The split itself is that of
 * spamcls_classify.  Returns what spamcls_classify does.
 */
SPAMCLS_API SPAMCLS_MUST_USE spamcls_status
spamcls_split(spamcls_session *session, const spamcls_input *input,
              const spamcls_result **result);

/* ------------------------------------------------------------ headlines -- */

/* A piece of text that the caller owns, in UTF-8; a bad sequence in it counts
 * as U+FFFD. */
typedef struct spamcls_span {
	const char *data;
	size_t size;
} spamcls_span;

/* What one headline got. */
typedef struct spamcls_score {
	int32_t score;       /* 1/1024 nat */
	float probability;   /* that it is a template or spam; 0 to 1 */
	spamcls_label label;
	const char *family;  /* valid while the database is open; "": none */
	uint32_t flags;      /* SPAMCLS_FLAG_LONG_HEADLINE, _REGEX_LIMIT,
	                        _REPAIRED */
} spamcls_score;

/*
 * Scores n headlines in one call; scores has room for n.  Each is scored by
 * itself: the others do not change its score.
 *
 * Where the database was opened with the option glance, most ordinary
 * headlines are told by their characters alone, and all are scored about
 * three times as fast: such a score has the one reason "glance.characters",
 * and no rule is asked.  Lines of farms that speak of what the news speaks of
 * may be lost so.  Lines of pages get no glance, nor does any line where
 * lexicon or rules are not those of the model's training.
 * Returns SPAMCLS_OK, or E_ARG (also for a headline of 4 GiB or more), E_BUSY,
 * E_NOMEM.  On failure scores may be filled in part: do not use it.
 */
SPAMCLS_API SPAMCLS_MUST_USE spamcls_status
spamcls_score_headlines(spamcls_session *session,
                        const spamcls_span *headlines, size_t n,
                        spamcls_score *scores);

/* A slot and what fills it: a number, or a term of the lexicon; or one that a
 * template left empty. */
typedef struct spamcls_slot {
	uint32_t begin;          /* bytes of the headline */
	uint32_t end;
	const char *name;        /* of its class: "ORG" */
	const char *meaning_en;  /* for a person: "organisation" */
	const char *meaning_zh;
} spamcls_slot;

/* What is known of one headline.  Borrowed from the session. */
typedef struct spamcls_explanation {
	spamcls_score score;
	const char *skeleton;           /* slots by name: "{ORG}{TECH}..." */
	uint32_t skeleton_size;
	const spamcls_reason *reasons;  /* weights sum to score.score; begin
	                                   and end are bytes of the headline */
	size_t n_reasons;
	const spamcls_slot *slots;      /* in order, not overlapping */
	size_t n_slots;
} spamcls_explanation;

/* Scores one headline and says why.  *explanation is borrowed until the
 * session's next call.  Returns what spamcls_score_headlines does. */
SPAMCLS_API SPAMCLS_MUST_USE spamcls_status
spamcls_explain_headline(spamcls_session *session, spamcls_span headline,
                         const spamcls_explanation **explanation);

/* ------------------------------------------------------------- training -- */

/* Learns a model from labelled headlines; one thread at a time. */
typedef struct spamcls_trainer spamcls_trainer;

/* A node of a decision tree that looks at a whole line (see "second look" in
 * data/model/README.md).  A node stands before its children, and no walk to a
 * leaf takes more than 64 steps; a leaf has left and right 0. */
typedef struct spamcls_tree_node {
	int32_t limit;         /* a line whose value is above goes right */
	int32_t mean;          /* of a leaf: what the tree adds to the score of
	                          the lines that end here, in 1/1024 nat; of
	                          any other node, the mean over the lines that
	                          reach it.  -16384 to 16384 */
	uint32_t left, right;  /* indexes of the children */
	uint32_t value;        /* which value of the line is asked for: its
	                          place in lib/model/second.def */
} spamcls_tree_node;

/* Options of training; SPAMCLS_TRAIN_OPTIONS_INIT gives the defaults, which
 * stand in brackets. */
typedef struct spamcls_train_options {
	size_t size;          /* of this struct */
	uint64_t seed;        /* of the order of rows, and of drop [1] */
	uint32_t epochs;      /* passes over the rows [6]; not 0 */
	uint32_t bits;        /* the model's n-grams take 2^bits bytes, two for
	                         each weight [23]; 8 to 24.  Training takes
	                         28 * 2^(bits + 3) bytes, above 22 bits no more
	                         than for 22, 5 MB for the glance, and the rows'
	                         texts */
	double rate;          /* learning rate [0.05]; 1e-6 to 1e3 */
	double l1;            /* the larger, the fewer weights [1.0] ... */
	double l2;            /* ... and the smaller [1.0]; 0 to 1e6 */
	double drop;          /* share of rows that in one pass are seen without
	                         some n-grams, so that none is relied on alone
	                         [0.5]; 0 to 1 */
	double likely;        /* false alarms in a million ordinary rows that
	                         the threshold of likely aims at [180] ... */
	double certain;       /* ... and that of certain [1]; 1e-3 to 1e6 */
	const spamcls_tree_node *nodes; /* trees of a second look at lines,
	                                   copied [none]; at most 32768 */
	const uint32_t *roots;          /* index of each tree's root */
	uint32_t n_nodes;
	uint32_t n_roots;     /* a multiple of 4, at most 512 */
	int32_t gate;         /* lines whose score is above get a second look */
	int keep_weights;     /* not 0: weights, language and the first glance
	                         are those of the database's model, and the
	                         rows set nothing but thresholds, where the
	                         glance is enough, and probabilities [0] */
	uint32_t language_bits; /* what tells the trees how usual the order of
	                         characters is takes 2^language_bits bytes, and
	                         nine times as many in training [23]; 8 to 24,
	                         or 0: there is none */
	int64_t likely_from;  /* not 0: the threshold of likely, in 1/1024 nat,
	                         below 2^30, where it was measured elsewhere;
	                         the option likely is not used then [0] */
	double glance_loss;   /* share of the garbage found among held-out rows
	                         that a first glance at the characters may lose
	                         (spamcls_score_headlines) [0.001];
	                         0 to 1, at 0 there is no glance, nor where
	                         keep_weights finds none for these rules and
	                         this lexicon */
} spamcls_train_options;

#define SPAMCLS_TRAIN_OPTIONS_INIT \
	{ sizeof(spamcls_train_options), 1, 6, 23, 0.05, 1.0, 1.0, 0.5, \
	  180.0, 1.0, NULL, NULL, 0, 0, 0, 0, 23, 0, 0.001 }

/* What a row is for. */
typedef enum spamcls_row_use {
	SPAMCLS_ROW_TRAIN = 0,   /* weights are learned from it */
	SPAMCLS_ROW_HELD_OUT = 1 /* thresholds and probabilities are set by it:
	                            without any, both thresholds are 0 */
} spamcls_row_use;

/* One labelled headline. */
typedef struct spamcls_row {
	spamcls_span text;     /* copied */
	int garbage;           /* not 0: a template or spam */
	int ordinary;          /* not 0: counts as an ordinary headline when
	                          false alarms are counted */
	double weight;         /* how much it counts, 0 to 1e6; 1 is usual */
	spamcls_row_use use;
	spamcls_span family;   /* one name for all rows of one template or, if
	                          they are honest, of one origin: a page, or a
	                          source in one month.  Each row is learned from
	                          as if its family were new.  Empty: the row
	                          stands by itself; what only garbage without a
	                          family has is not learned */
} spamcls_row;

/* What training found. */
typedef struct spamcls_train_report {
	uint64_t rows;         /* trained on */
	uint64_t held_out;     /* rows that set thresholds */
	uint64_t features;     /* of all training rows, in one pass */
	uint32_t weights;      /* of n-grams, that are not zero */
	uint64_t state_bytes;  /* memory of the weights during training */
	uint64_t model_bytes;  /* of the .spm file */
	double auc_float;      /* area under the ROC curve of the held-out rows,
	                          by the weights as learned ... */
	double auc_model;      /* ... and as the model has them, in integers */
	double calibration_error; /* of probabilities of held-out rows, expected
	                             (ECE); 0 to 1 */
	int32_t likely, certain;  /* thresholds, in 1/1024 nat */
	uint64_t ordinary;     /* held-out rows that are */
	uint64_t glanced;      /* those of them that a glance was enough for */
} spamcls_train_report;

/*
 * Makes a trainer that uses the lexicon and rules of db, which must outlive
 * it.  options may be NULL.  Memory comes from the database's allocator.
 * Returns SPAMCLS_OK, or E_ARG (also for trees whose indexes or sums are out of
 * bounds, and for weights to keep from a database that has no model), E_NOMEM.
 */
SPAMCLS_API SPAMCLS_MUST_USE spamcls_status
spamcls_trainer_new(spamcls_trainer **trainer, const spamcls_db *db,
                    const spamcls_train_options *options);

/* Adds one row.  Returns SPAMCLS_OK, or E_ARG (also for a text of 4 GiB or
 * more), E_STATE (after spamcls_trainer_run), E_NOMEM: then the row was not
 * added. */
SPAMCLS_API SPAMCLS_MUST_USE spamcls_status
spamcls_trainer_add(spamcls_trainer *trainer, const spamcls_row *row);

/*
 * Learns, once.  *model (*size bytes, those of a .spm file) and *report are
 * borrowed until the trainer is freed.  The same rows in the same order with
 * the same options give the same bytes.
 * Returns SPAMCLS_OK, or E_ARG, E_STATE (no rows; or it was called before, even
 * if that failed), E_NOMEM.
 */
SPAMCLS_API SPAMCLS_MUST_USE spamcls_status
spamcls_trainer_run(spamcls_trainer *trainer, const void **model,
                    size_t *size, const spamcls_train_report **report);

/* Frees the trainer and all it lent out; NULL is allowed. */
SPAMCLS_API void spamcls_trainer_free(spamcls_trainer *trainer);

/* ------------------------------------------------------- site roll-up -- */

/*
 * Counts of whole sites, added up page by page in bounded memory.  The same
 * pages with the same options give the same bytes, in whatever order they
 * come and however they are dealt out to sketches that are merged later.  So
 * spamcls_sketch_merge is associative and commutative, and many machines can
 * share the work, as map and combine.  A sketch serves one thread at a time.
 */
typedef struct spamcls_sketch spamcls_sketch;

/* What counts are kept for. */
typedef enum spamcls_scope {
	SPAMCLS_SCOPE_ALL = 0,    /* everything: one site without a name */
	SPAMCLS_SCOPE_DOMAIN = 1, /* "example.co.uk": the registrable domain */
	SPAMCLS_SCOPE_HOST = 2,   /* "www.example.co.uk" */
	SPAMCLS_SCOPE_PREFIX = 3  /* "www.example.co.uk/news/" */
} spamcls_scope;

#define SPAMCLS_SCOPES 4

/* Options of spamcls_sketch_new; SPAMCLS_SKETCH_OPTIONS_INIT: defaults. */
typedef struct spamcls_sketch_options {
	size_t size;                        /* of this struct */
	const spamcls_allocator *allocator; /* NULL: malloc; copied */
	uint32_t sites;   /* of each scope that are kept; 0 means the default
	                     [100,000]; at most 2^24 */
	uint32_t sample;  /* marked links of each site that are kept; 0 means
	                     the default [64]; at most 4096 */
} spamcls_sketch_options;

#define SPAMCLS_SKETCH_OPTIONS_INIT \
	{ sizeof(spamcls_sketch_options), NULL, 0, 0 }

/*
 * Makes an empty sketch; options may be NULL.
 *
 * When a scope has more than options->sites, half of its sites are dropped,
 * chosen by a hash of the name; later half of what is left, and so on.  Counts
 * of the sites that stay are exact, and so are those of SPAMCLS_SCOPE_ALL.
 *
 * Returns SPAMCLS_OK, or E_ARG, E_NOMEM.
 */
SPAMCLS_API SPAMCLS_MUST_USE spamcls_status
spamcls_sketch_new(spamcls_sketch **sketch,
                   const spamcls_sketch_options *options);

/* A link whose label is likely or certain. */
typedef struct spamcls_marked {
	spamcls_span family;   /* size 0: none */
	spamcls_span skeleton; /* size 0: not known */
} spamcls_marked;

/* One page of a site; SPAMCLS_PAGE_INIT is an unreadable page of no site.  The
 * names and the texts of links are UTF-8 without NUL; id may be any bytes. */
typedef struct spamcls_page {
	size_t size;           /* of this struct */
	spamcls_span id;       /* what tells this page from all others, as its
	                          URL: links are sampled by it */
	spamcls_span site[SPAMCLS_SCOPES]; /* the site's name in each scope;
	                          size 0: the page does not count there; [0] is
	                          not looked at */
	spamcls_verdict verdict; /* SPAMCLS_NO_VERDICT: it was unreadable */
	uint64_t links;        /* of all its lists */
	const spamcls_marked *marked; /* those of them that are likely or
	                          certain */
	size_t n_marked;       /* no more than links */
} spamcls_page;

#define SPAMCLS_PAGE_INIT \
	{ sizeof(spamcls_page), { NULL, 0 }, \
	  { { NULL, 0 }, { NULL, 0 }, { NULL, 0 }, { NULL, 0 } }, \
	  SPAMCLS_NO_VERDICT, 0, NULL, 0 }

/*
 * Counts one page.  A name longer than 1024 bytes, a family longer than 256
 * or a skeleton longer than 1024 is cut.
 * Returns SPAMCLS_OK, or E_ARG (also for a text that is not as spamcls_page
 * says), E_NOMEM (then counts are lost, and every later call but
 * spamcls_sketch_free returns E_STATE), E_STATE.
 */
SPAMCLS_API SPAMCLS_MUST_USE spamcls_status
spamcls_sketch_add(spamcls_sketch *sketch, const spamcls_page *page);

/*
 * Adds what another sketch has counted; other stays as it is, and no thread may
 * change it meanwhile.  Where their options differ the smaller ones hold from
 * then on.
 * Returns SPAMCLS_OK, or E_ARG (also for a sketch and itself), and E_STATE (of
 * either) and E_NOMEM as spamcls_sketch_add.
 */
SPAMCLS_API SPAMCLS_MUST_USE spamcls_status
spamcls_sketch_merge(spamcls_sketch *sketch, const spamcls_sketch *other);

/*
 * The sketch as *size bytes, the same on every machine: to store, or to send to
 * another.  *data is borrowed until the sketch's next call.
 * Returns SPAMCLS_OK, or E_ARG, E_STATE (counts are lost), E_NOMEM.
 */
SPAMCLS_API SPAMCLS_MUST_USE spamcls_status
spamcls_sketch_bytes(spamcls_sketch *sketch, const void **data,
                     size_t *size);

/*
 * Makes a sketch from such bytes, which are checked in full and not needed
 * afterwards.  allocator may be NULL: malloc.  On success *sketch belongs to
 * the caller; on failure *error has the offset of what is wrong.
 * Returns SPAMCLS_OK, or E_ARG, E_FORMAT (damaged, or no sketch), E_VERSION
 * (of another format), E_NOMEM.
 */
SPAMCLS_API SPAMCLS_MUST_USE spamcls_status
spamcls_sketch_load(spamcls_sketch **sketch, const void *data, size_t size,
                    const spamcls_allocator *allocator,
                    spamcls_error *error);

/* A frequent family or skeleton. */
typedef struct spamcls_top {
	const char *text;  /* ends with NUL */
	uint64_t links;    /* marked links that have it: exact if all of the
	                      site's are kept, else an estimate */
} spamcls_top;

#define SPAMCLS_TOPS 5

/* A share of pages and its 95 % interval (Wilson, 1927), in millionths. */
typedef struct spamcls_share {
	uint32_t share, low, high;
} spamcls_share;

/* What is known of one site. */
typedef struct spamcls_site {
	const char *name;      /* "" in SPAMCLS_SCOPE_ALL */
	uint64_t pages;        /* with a verdict */
	uint64_t suspect;      /* of these, suspect ones ... */
	uint64_t farm;         /* ... and farm pages */
	uint64_t unreadable;   /* pages without a verdict */
	uint64_t links;        /* of all lists of its pages */
	uint64_t marked;       /* of these, likely and certain ones */
	spamcls_share farms;   /* share of farm pages */
	spamcls_share doubtful;/* share of suspect and farm pages */
	uint32_t sampled;      /* marked links that were kept, which families
	                          and skeletons are counted by */
	uint32_t n_families;   /* in families[], the most frequent first */
	uint32_t n_skeletons;  /* and in skeletons[] */
	spamcls_top families[SPAMCLS_TOPS];
	spamcls_top skeletons[SPAMCLS_TOPS];
} spamcls_site;

/*
 * The *n sites of one scope: most farm pages first, then most suspect ones,
 * then most pages, then by name.  *one_in is 1 where all are there; else one
 * site in so many was kept: 2, 4, 8, ...  *sites is borrowed until the sketch's
 * next call.
 * Returns SPAMCLS_OK, or E_ARG, E_STATE (counts are lost), E_NOMEM.
 */
SPAMCLS_API SPAMCLS_MUST_USE spamcls_status
spamcls_sketch_sites(spamcls_sketch *sketch, spamcls_scope scope,
                     const spamcls_site **sites, size_t *n,
                     uint64_t *one_in);

/* Frees the sketch and all it lent out; NULL is allowed. */
SPAMCLS_API void spamcls_sketch_free(spamcls_sketch *sketch);

/* ---------------------------------------------------------------- names -- */

/*
 * Names of the values of the enumerations, as JSON has them; "?" for a number
 * that is none.  They are constants and stay as they are.
 */

/* "none", "clean", "suspect", "farm". */
SPAMCLS_API const char *spamcls_verdict_name(int verdict);

/* "clean", "likely", "certain". */
SPAMCLS_API const char *spamcls_label_name(int label);

/* "all", "domain", "host", "prefix". */
SPAMCLS_API const char *spamcls_scope_name(int scope);

/* "body", "link_list", ... */
SPAMCLS_API const char *spamcls_role_name(int role);

/* "text", "item", "cell", "code". */
SPAMCLS_API const char *spamcls_form_name(int form);

/* "bom", "caller", "meta", ... */
SPAMCLS_API const char *spamcls_charset_source_name(int source);

/* The name of one bit of spamcls_result.flags: "truncated_input", ... */
SPAMCLS_API const char *spamcls_flag_name(uint32_t bit);

/* ----------------------------------------------------------------- JSON -- */

/*
 * The result as one line of JSON (no line end): the object that README.md
 * describes.  path is its first string; NULL leaves it out.  result must be
 * what the session's last spamcls_classify or spamcls_split gave, and stays
 * valid.
 * *json has *size bytes and a NUL behind them, and is borrowed until the
 * session's next call.
 * Returns SPAMCLS_OK, or E_ARG, E_BUSY, E_STATE (of another result, or one that
 * a later call has ended), E_NOMEM.
 */
SPAMCLS_API SPAMCLS_MUST_USE spamcls_status
spamcls_result_json(spamcls_session *session, const spamcls_result *result,
                    const char *path, const char **json, size_t *size);

#ifdef __cplusplus
}
#endif

#endif
