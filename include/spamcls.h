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
 * What a call hands out through a pointer to a non-const pointer belongs to
 * the caller and is given back with the matching _free call.  What it hands
 * out through a pointer to const is borrowed from the session and valid until
 * the session's next call or its end.  Strings that come from the library end
 * with a NUL unless a length stands beside them.
 *
 * Options, limits, inputs and what a call fills in begin with their size,
 * which their INIT macro sets.  An older caller's may be shorter: what it
 * lacks has its default, or is not filled in.
 *
 * ERRORS
 *
 * Calls return SPAMCLS_OK (0) or a negative spamcls_status.  On failure the
 * out-parameters keep the values they had.  A spamcls_error that the caller
 * owns receives the place and the reason; pass NULL where it is not wanted.
 *
 * OFFSETS
 *
 * All offsets are bytes into spamcls_result.text, half open.  For plain text
 * in UTF-8 that needs no repair this is the input itself (a byte order mark
 * left out: see spamcls_result.input_offset).
 *
 * NUMBERS
 *
 * Scores and weights are log-odds in units of 1/1024 nat.  They are integers,
 * computed by integers: the same bytes give the same score everywhere.
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
 * What a call returns.  0 is success.  -1 to -19: the caller's doing; -20 to
 * -39: a file of a database; -40 and below: the machine.
 */
typedef enum spamcls_status {
	SPAMCLS_OK = 0,           /* done */
	SPAMCLS_E_ARG = -1,       /* an argument is NULL, out of range or odd */
	SPAMCLS_E_BUSY = -2,      /* the session is in use by another call */
	SPAMCLS_E_LIMIT = -5,     /* a hard limit stops the call altogether */
	SPAMCLS_E_STATE = -6,     /* the call does not fit what came before */
	SPAMCLS_E_SYNTAX = -20,   /* a lexicon, rule pack or grammar is wrong */
	SPAMCLS_E_FORMAT = -21,   /* a model or sketch is damaged or none */
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
	uint64_t offset;       /* in bytes, where the fault was seen */
	char file[256];        /* the file's name, "" for memory; may be cut */
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
 * every thread that uses the objects made with it.  PCRE2 uses it, too, but
 * for machine code.  ICU uses malloc, and the C library may, for the streams
 * of a directory's files and to sort the rows of a training.
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
} spamcls_db_options;

#define SPAMCLS_DB_OPTIONS_INIT { sizeof(spamcls_db_options), NULL, 0, 0 }

/*
 * Opens the database in directory, or the built-in set where directory is
 * NULL.  Its parts are lexicon/(any).txt, rules/(any).rules and
 * model/(any).spm, or the same files in directory itself; a kind of which
 * there is none is taken from the built-in set.  options may be NULL.  On
 * success *db belongs to the caller: spamcls_db_free.
 * Returns SPAMCLS_OK, or E_ARG, E_IO (also for a folder that is there and
 * cannot be read, and for a directory that has no part at all), E_SYNTAX
 * (lexicon or rules), E_FORMAT and E_VERSION (model), E_RULE_TEST (only with
 * run_rule_tests), E_LIMIT (a file, a line, or the number of files, terms or
 * rules), E_NOMEM; see spamcls_db_open_error for the place.
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

/* One file in memory.  A model must outlive the database; text is copied. */
typedef struct spamcls_part {
	spamcls_part_kind kind;
	const char *name; /* for error messages; may be NULL */
	const void *data;
	size_t size;
} spamcls_part;

/*
 * Opens a database from n parts in memory.  A kind of which there is no part
 * is taken from the built-in set; of several models the last one counts.
 * Errors as spamcls_db_open_error.
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

/* Gives the database back; NULL is allowed.  Free its sessions first. */
SPAMCLS_API void spamcls_db_free(spamcls_db *db);

/* -------------------------------------------------------------- session -- */

/* Working memory for one stream of calls; reused from call to call. */
typedef struct spamcls_session spamcls_session;

/*
 * Limits of a session.  0 means the default in brackets; more than the most
 * means the most.  Reaching one gives a partial result with its flag set,
 * never an error.  They bound a session's memory, too, which is that of its
 * largest page: with the defaults a page of nothing but headlines, text or
 * HTML, asks for 480 MB at most and any other for 250 MB, and touches half of
 * it; a usual page asks for less than 2 MB.
 */
typedef struct spamcls_limits {
	size_t size;           /* of this struct */
	uint64_t input_bytes;  /* read of one input [16 MiB]; 1 GiB at most */
	uint32_t text_bytes;   /* of extracted text [8 MiB]; 1 GiB at most */
	uint32_t blocks;       /* of a page, of a text lines [100,000] */
	uint32_t links;        /* anchors of HTML [20,000]: a text's links are
	                          lines, which are blocks */
	uint32_t depth;        /* of open elements [256]; 65535 at most */
	uint32_t headline;     /* code points looked at in one line [256];
	                          4096 at most */
	uint32_t regex_steps;  /* PCRE2 match limit of one rule [20,000] */
	uint32_t body_bytes;   /* read for signs of a machine: of paragraphs,
	                          and a quarter as many of short lines
	                          [3,072]; of more, the first and last
	                          quarter and pieces evenly between them */
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

/* Gives the session back and all it lent out; NULL is allowed. */
SPAMCLS_API void spamcls_session_free(spamcls_session *session);

/* ------------------------------------------------------------- classify -- */

/* What the input is. */
typedef enum spamcls_kind {
	SPAMCLS_KIND_GUESS = 0, /* HTML where it looks like HTML, else text */
	SPAMCLS_KIND_HTML = 1,  /* read as leniently as browsers do */
	SPAMCLS_KIND_TEXT = 2,  /* one block a line */
	SPAMCLS_KIND_LINKS = 3  /* a title (may be empty) on the first line,
	                           then one link a line, a TAB before its
	                           target where that is known: one list */
} spamcls_kind;

/* One page, in the charset it came in. */
typedef struct spamcls_input {
	size_t size_of;      /* of this struct */
	const void *data;    /* may be NULL where size is 0 */
	size_t size;         /* in bytes */
	const char *url;     /* or NULL */
	const char *charset; /* from the transport, e.g. HTTP; or NULL */
	spamcls_kind kind;   /* GUESS: found out */
} spamcls_input;

#define SPAMCLS_INPUT_INIT \
	{ sizeof(spamcls_input), NULL, 0, NULL, NULL, SPAMCLS_KIND_GUESS }

/* What a page is taken for. */
typedef enum spamcls_verdict {
	SPAMCLS_NO_VERDICT = -1, /* not judged: FLAG_NOT_TEXT, or split only */
	SPAMCLS_CLEAN = 0,       /* an ordinary page */
	SPAMCLS_SUSPECT = 1,     /* more like a farm's than most are */
	SPAMCLS_FARM = 2         /* a content farm's page */
} spamcls_verdict;

/* A headline's label.  The shipped model's certain is aimed at 1 false alarm
 * per million ordinary headlines, likely at 80 per million, of months that it
 * never saw. */
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
	SPAMCLS_ROLE_LINK_LIST = 5,    /* lines of spamcls_result.lists */
	SPAMCLS_ROLE_LIST_HEADING = 6, /* above such a list */
	SPAMCLS_ROLE_NAVIGATION = 7,   /* menus, paths, steps to other pages */
	SPAMCLS_ROLE_COMMENTS = 8,     /* of readers, and their counter */
	SPAMCLS_ROLE_FOOTER = 9,       /* rights, addresses, imprint */
	SPAMCLS_ROLE_HIDDEN = 10       /* not seen by a reader */
} spamcls_role;

/* How the charset was known. */
typedef enum spamcls_charset_source {
	SPAMCLS_CHARSET_ASCII = 0,    /* plain ASCII: no question */
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
#define SPAMCLS_FLAG_TRUNCATED_DEPTH  0x0010u /* depth reached */
#define SPAMCLS_FLAG_LONG_HEADLINE    0x0020u /* a headline was cut */
#define SPAMCLS_FLAG_REGEX_LIMIT      0x0040u /* a rule ran out of steps */
#define SPAMCLS_FLAG_NOT_TEXT         0x0080u /* a file of another kind */
#define SPAMCLS_FLAG_REPAIRED         0x0100u /* bad bytes were replaced */
#define SPAMCLS_FLAG_UNKNOWN_CHARSET  0x0200u /* a declared name is unknown */
#define SPAMCLS_FLAG_HIDDEN_TEXT      0x0400u /* the page hides text */
#define SPAMCLS_FLAG_EMPTY            0x0800u /* no text in it: clean */
#define SPAMCLS_FLAG_SAMPLED_BODY     0x1000u /* body_bytes reached */

/* What a part of an HTML body is; all else is SPAMCLS_FORM_TEXT. */
typedef enum spamcls_form {
	SPAMCLS_FORM_TEXT = 0, /* paragraphs, a line each */
	SPAMCLS_FORM_ITEM = 1, /* items of lists, a line each */
	SPAMCLS_FORM_CELL = 2, /* cells of tables, a line each */
	SPAMCLS_FORM_CODE = 3  /* lines of preformatted text; the blanks right
	                          before begin indent the first */
} spamcls_form;

/* A stretch of the text and its role; in order, not overlapping. */
typedef struct spamcls_segment {
	spamcls_role role;
	spamcls_form form;
	uint32_t level;      /* of a heading of HTML: 1 to 6; else 0 */
	uint32_t begin;  /* bytes of spamcls_result.text */
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
	int trailing;           /* not 0: it stands after the body */
	spamcls_role role;      /* LINK_LIST; NAVIGATION: previous and next,
	                           tags; REFERENCES, COMMENTS, FOOTER, HIDDEN */
} spamcls_list;

/* One line of a list, scored. */
typedef struct spamcls_link {
	uint32_t begin;          /* of its text; of a card's its headline */
	uint32_t end;
	const char *href;        /* "" where there is none; ends with NUL */
	uint32_t href_size;
	uint32_t list;           /* index into spamcls_result.lists */
	int32_t score;           /* 1/1024 nat, in its list's context */
	int32_t context;         /* what of it the list adds; never below 0 */
	float probability;       /* that it is a template or spam; 0 to 1 */
	spamcls_label label;
	const char *family;      /* of the rule that weighs most; "": none */
	const char *skeleton;    /* of a likely or certain one, its slots by
	                            name: "{ORG}{TECH}..."; else "" */
} spamcls_link;

/* One summand of a score. */
typedef struct spamcls_reason {
	const char *name;        /* stable, e.g. "list.frame_repeats" */
	int32_t weight;          /* 1/1024 nat; the weights sum to the score */
	const char *message_en;  /* for a person */
	const char *message_zh;
	uint32_t begin;          /* of the evidence; begin == end: none */
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
	uint32_t input_offset;   /* text[0] is input[input_offset], where
	                            text_is_input is not 0 */
	int text_is_input;
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
	const char *base;        /* what hrefs are relative to instead, as
	                            written in <base>; NULL: there is none */
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
 * The same split without scores: segments, lists and links (score 0, label
 * clean), SPAMCLS_NO_VERDICT and no reasons.  Of text that may be nothing but
 * links, and of links that look like a body, lines are scored, to tell what
 * they are, and that is not told.
 * Errors as spamcls_classify.
 */
SPAMCLS_API SPAMCLS_MUST_USE spamcls_status
spamcls_split(spamcls_session *session, const spamcls_input *input,
              const spamcls_result **result);

/* ------------------------------------------------------------ headlines -- */

/* A piece of UTF-8 of the caller's; bad bytes count as U+FFFD. */
typedef struct spamcls_span {
	const char *data;
	size_t size;
} spamcls_span;

/* What one headline got. */
typedef struct spamcls_score {
	int32_t score;       /* 1/1024 nat */
	float probability;   /* that it is a template or spam; 0 to 1 */
	spamcls_label label;
	const char *family;  /* constant while the database is open; "" none */
	uint32_t flags;      /* SPAMCLS_FLAG_LONG_HEADLINE, _REGEX_LIMIT,
	                        _REPAIRED */
} spamcls_score;

/*
 * Scores n headlines in one call; scores has room for n.  A headline stands
 * for itself: what stands beside it does not change its score.
 * Returns SPAMCLS_OK, or E_ARG (also for a headline of 4 GiB and more),
 * E_BUSY, E_NOMEM; on failure scores holds nothing of use.
 */
SPAMCLS_API SPAMCLS_MUST_USE spamcls_status
spamcls_score_headlines(spamcls_session *session,
                        const spamcls_span *headlines, size_t n,
                        spamcls_score *scores);

/* A filled slot: a number, or a word of the lexicon. */
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

/* Scores one headline and says why.  Errors as spamcls_score_headlines. */
SPAMCLS_API SPAMCLS_MUST_USE spamcls_status
spamcls_explain_headline(spamcls_session *session, spamcls_span headline,
                         const spamcls_explanation **explanation);

/* ------------------------------------------------------------- training -- */

/* Learns a model from labelled headlines; one thread at a time. */
typedef struct spamcls_trainer spamcls_trainer;

/* A node of a tree that looks at a whole line (data/model/README.md): what
 * asks for a value stands before its children, a leaf has left and right 0. */
typedef struct spamcls_tree_node {
	int32_t limit;         /* a value at most so large goes left */
	int32_t mean;          /* -16384 to 16384, in 1/1024 nat: what reaches
	                          this node adds to the score */
	uint32_t left, right;  /* nodes */
	uint32_t value;        /* the place of what is asked for */
} spamcls_tree_node;

/* Options of training; SPAMCLS_TRAIN_OPTIONS_INIT gives the defaults. */
typedef struct spamcls_train_options {
	size_t size;          /* of this struct */
	uint64_t seed;        /* of order and dropout */
	uint32_t epochs;      /* passes over the rows [6]; not 0 */
	uint32_t bits;        /* the model's n-grams take 2^bits bytes [23],
	                         two for each weight; 8 to 24.  Training takes
	                         28 x 2^(bits + 3) bytes and the rows' texts,
	                         no more than for 22 */
	double rate;          /* learning rate [0.05] */
	double l1;            /* pruning: larger is smaller [1.0] */
	double l2;            /* shrinking of weights [1.0] */
	double drop;          /* share of rows that lose a group of n-grams
	                         for one pass, so that none is relied on
	                         alone [0.5] */
	double likely;        /* false alarms per million ordinary [180] */
	double certain;       /* and for certain [1] */
	const spamcls_tree_node *nodes; /* trees of a second look at lines, */
	const uint32_t *roots;          /* copied [none]: at most 32768 */
	uint32_t n_nodes, n_roots;      /* nodes; roots a multiple of 4, at
	                                   most 512 */
	int32_t gate;         /* lines whose score is above are looked at */
	int keep_weights;     /* not 0: weights and language are the
	                         database's, rows set thresholds alone [0] */
	uint32_t language_bits; /* what trees see of how usual the order of
	                         characters is takes 2^language_bits bytes,
	                         nine times as many to train [23]: 8 to 24,
	                         or 0 for none */
	int64_t likely_from;  /* not 0: the threshold of likely, in 1/1024 nat,
	                         below 2^30, where it was measured with the
	                         trees; "likely" is not asked then [0] */
} spamcls_train_options;

#define SPAMCLS_TRAIN_OPTIONS_INIT \
	{ sizeof(spamcls_train_options), 1, 6, 23, 0.05, 1.0, 1.0, 0.5, \
	  180.0, 1.0, NULL, NULL, 0, 0, 0, 0, 23, 0 }

/* What a row is for. */
typedef enum spamcls_row_use {
	SPAMCLS_ROW_TRAIN = 0,   /* weights are learned from it */
	SPAMCLS_ROW_HELD_OUT = 1 /* sets thresholds and probabilities */
} spamcls_row_use;

/* One labelled headline. */
typedef struct spamcls_row {
	spamcls_span text;     /* copied */
	int garbage;           /* not 0: a template or spam */
	int ordinary;          /* not 0: counts as an ordinary headline when
	                          false alarms are counted */
	double weight;         /* how much it counts, 0 to 1e6; 1 is usual */
	spamcls_row_use use;
	spamcls_span family;   /* rows of one name are of one template or,
	                          where honest, of one occasion, as a page
	                          or a source's headlines of a month: each is
	                          learned from as if it were new.  Empty: the
	                          row is by itself, and what garbage alone has
	                          is learned of families only */
} spamcls_row;

/* What training found. */
typedef struct spamcls_train_report {
	uint64_t rows;         /* trained on */
	uint64_t held_out;     /* rows that set thresholds */
	uint64_t features;     /* of all training rows, in one pass */
	uint32_t weights;      /* hashed weights that are not zero */
	uint64_t state_bytes;  /* of the float state */
	uint64_t model_bytes;  /* of the .spm file */
	double auc_float;      /* on held-out rows, before and ... */
	double auc_model;      /* ... after quantisation */
	double calibration_error; /* expected, on held-out rows */
	int32_t likely, certain;  /* thresholds */
} spamcls_train_report;

/*
 * Makes a trainer that uses the lexicon and rules of db, which must outlive
 * it.  options may be NULL.  Memory comes from the database's allocator.
 * Returns SPAMCLS_OK, or E_ARG (an option out of range, trees that a walk could
 * leave, weights to keep of a database without a model), E_NOMEM.
 */
SPAMCLS_API SPAMCLS_MUST_USE spamcls_status
spamcls_trainer_new(spamcls_trainer **trainer, const spamcls_db *db,
                    const spamcls_train_options *options);

/* Adds one row.  Returns SPAMCLS_OK, or E_ARG (a NULL, a weight out of range, a
 * use that is none, a text of 4 GiB and more), E_STATE (after _run),
 * E_NOMEM. */
SPAMCLS_API SPAMCLS_MUST_USE spamcls_status
spamcls_trainer_add(spamcls_trainer *trainer, const spamcls_row *row);

/*
 * Learns, once.  *model (*size bytes, as a .spm file has them) and *report
 * belong to the trainer until it is freed.  The same rows in the same order
 * with the same options give the same bytes.
 * Returns SPAMCLS_OK, or E_ARG, E_STATE (no rows, or run before, also in vain),
 * E_NOMEM.
 */
SPAMCLS_API SPAMCLS_MUST_USE spamcls_status
spamcls_trainer_run(spamcls_trainer *trainer, const void **model,
                    size_t *size, const spamcls_train_report **report);

/* Gives the trainer back; NULL is allowed. */
SPAMCLS_API void spamcls_trainer_free(spamcls_trainer *trainer);

/* ------------------------------------------------------- site roll-up -- */

/*
 * What is known of whole sites, page by page, in bounded memory.  A sketch is
 * a function of the set of pages alone: in whatever order they come, and
 * however they are dealt out to sketches that are merged later, the same
 * pages with the same options give the same bytes.  So spamcls_sketch_merge
 * is associative and commutative, and a sketch serves as map and combine on
 * many machines.  One thread at a time.
 */
typedef struct spamcls_sketch spamcls_sketch;

/* What counts are kept for. */
typedef enum spamcls_scope {
	SPAMCLS_SCOPE_ALL = 0,    /* everything: one site without a name */
	SPAMCLS_SCOPE_DOMAIN = 1, /* "example.co.uk": what one can register */
	SPAMCLS_SCOPE_HOST = 2,   /* "www.example.co.uk" */
	SPAMCLS_SCOPE_PREFIX = 3  /* "www.example.co.uk/news/" */
} spamcls_scope;

#define SPAMCLS_SCOPES 4

/* Options of spamcls_sketch_new; SPAMCLS_SKETCH_OPTIONS_INIT: defaults. */
typedef struct spamcls_sketch_options {
	size_t size;                        /* of this struct */
	const spamcls_allocator *allocator; /* NULL: malloc; copied */
	uint32_t sites;   /* kept of each scope, at most; 0: [100,000] */
	uint32_t sample;  /* marked links kept of each site; 0: [64] */
} spamcls_sketch_options;

#define SPAMCLS_SKETCH_OPTIONS_INIT \
	{ sizeof(spamcls_sketch_options), NULL, 0, 0 }

/*
 * Makes an empty sketch; options may be NULL.
 *
 * Past "sites" sites of a scope, half of them are dropped, chosen by a hash
 * of the name, then half of the rest, and so on.  Counts of the sites that
 * stay are exact, those of SPAMCLS_SCOPE_ALL always.
 *
 * Returns SPAMCLS_OK, or E_ARG (sites above 2^24, sample above 4096), E_NOMEM.
 */
SPAMCLS_API SPAMCLS_MUST_USE spamcls_status
spamcls_sketch_new(spamcls_sketch **sketch,
                   const spamcls_sketch_options *options);

/* A link whose label is likely or certain. */
typedef struct spamcls_marked {
	spamcls_span family;   /* size 0: none */
	spamcls_span skeleton; /* size 0: not known */
} spamcls_marked;

/* One page of a site; SPAMCLS_PAGE_INIT is an unreadable one of no site.  All
 * text but the id is UTF-8 without NUL. */
typedef struct spamcls_page {
	size_t size;           /* of this struct */
	spamcls_span id;       /* whatever tells this page from all others */
	spamcls_span site[SPAMCLS_SCOPES]; /* names by scope; size 0: the page
	                          does not count there; [0] is not looked at */
	spamcls_verdict verdict; /* SPAMCLS_NO_VERDICT: it was unreadable */
	uint64_t links;        /* of all its lists */
	const spamcls_marked *marked; /* those of its links */
	size_t n_marked;
} spamcls_page;

#define SPAMCLS_PAGE_INIT \
	{ sizeof(spamcls_page), { NULL, 0 }, \
	  { { NULL, 0 }, { NULL, 0 }, { NULL, 0 }, { NULL, 0 } }, \
	  SPAMCLS_NO_VERDICT, 0, NULL, 0 }

/*
 * Counts one page.  A name longer than 1024 bytes, a family longer than 256
 * or a skeleton longer than 1024 is cut.
 * Returns SPAMCLS_OK, or E_ARG, E_NOMEM (then counts are lost, and all later
 * calls but _free return E_STATE).
 */
SPAMCLS_API SPAMCLS_MUST_USE spamcls_status
spamcls_sketch_add(spamcls_sketch *sketch, const spamcls_page *page);

/*
 * Adds what another sketch has counted; other stays as it is.  Of different
 * options the smaller ones hold from then on.
 * Returns SPAMCLS_OK, or E_ARG, E_STATE, E_NOMEM, as _add.
 */
SPAMCLS_API SPAMCLS_MUST_USE spamcls_status
spamcls_sketch_merge(spamcls_sketch *sketch, const spamcls_sketch *other);

/*
 * The sketch as bytes, the same on every machine: to store, or to send to
 * another.  Borrowed until the sketch's next call.
 * Returns SPAMCLS_OK, or E_ARG, E_STATE, E_NOMEM.
 */
SPAMCLS_API SPAMCLS_MUST_USE spamcls_status
spamcls_sketch_bytes(spamcls_sketch *sketch, const void **data,
                     size_t *size);

/*
 * Makes a sketch of such bytes, which are checked in full.  allocator may be
 * NULL; *error (or NULL) gets the offset of what is wrong.
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
	uint64_t links;    /* marked links of it: exact where the site has no
	                      more than are kept, else an estimate */
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
	uint64_t suspect;      /* pages of that verdict ... */
	uint64_t farm;         /* ... and of that */
	uint64_t unreadable;
	uint64_t links;        /* of all lists of its pages */
	uint64_t marked;       /* of these, likely and certain ones */
	spamcls_share farms;   /* farm pages of all pages */
	spamcls_share doubtful;/* suspect and farm pages of all pages */
	uint32_t sampled;      /* marked links that the tops rest on */
	uint32_t n_families;   /* of families[], the most frequent first */
	uint32_t n_skeletons;
	spamcls_top families[SPAMCLS_TOPS];
	spamcls_top skeletons[SPAMCLS_TOPS];
} spamcls_site;

/*
 * The sites of one scope: most farm pages first, then most suspect ones, then
 * most pages, then by name.  *one_in is 1 where all are there, or else says
 * of how many sites one was kept: 2, 4, 8, ...  Borrowed until the sketch's
 * next call.
 * Returns SPAMCLS_OK, or E_ARG, E_STATE, E_NOMEM.
 */
SPAMCLS_API SPAMCLS_MUST_USE spamcls_status
spamcls_sketch_sites(spamcls_sketch *sketch, spamcls_scope scope,
                     const spamcls_site **sites, size_t *n,
                     uint64_t *one_in);

/* Gives the sketch back and all it lent out; NULL is allowed. */
SPAMCLS_API void spamcls_sketch_free(spamcls_sketch *sketch);

/* ---------------------------------------------------------------- names -- */

/* "none", "clean", "suspect", "farm"; "?" for an unknown number, as all
 * names. */
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

/* The name of one bit, "truncated_input", ...; "?" for anything else. */
SPAMCLS_API const char *spamcls_flag_name(uint32_t bit);

/* ----------------------------------------------------------------- JSON -- */

/*
 * The result as one line of JSON (no line end): the object that README
 * describes, with path as given (NULL leaves it out).  *json ends with a NUL
 * and is borrowed until the session's next call; result must be the session's
 * own last one.
 * Returns SPAMCLS_OK, or E_ARG, E_BUSY, E_STATE, E_NOMEM.
 */
SPAMCLS_API SPAMCLS_MUST_USE spamcls_status
spamcls_result_json(spamcls_session *session, const spamcls_result *result,
                    const char *path, const char **json, size_t *size);

#ifdef __cplusplus
}
#endif

#endif
