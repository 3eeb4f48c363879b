/*
 * limits.h - every limit of the library: its default and its hard end.
 *
 * A limit that a caller may set has a field in spamcls_limits and a flag of
 * the result that says it was reached; the others are fixed bounds that keep
 * a loader or a loop finite.
 */
#ifndef SCLS_BASE_LIMITS_H
#define SCLS_BASE_LIMITS_H

/* Defaults of spamcls_limits. */
#define SCLS_LIMIT_INPUT_BYTES (16u << 20)
#define SCLS_LIMIT_TEXT_BYTES (8u << 20)
#define SCLS_LIMIT_BLOCKS 100000u
#define SCLS_LIMIT_LINKS 20000u
#define SCLS_LIMIT_DEPTH 256u
#define SCLS_LIMIT_HEADLINE 256u
#define SCLS_LIMIT_REGEX_STEPS 20000u
#define SCLS_LIMIT_BODY_BYTES 3072u

/* Fixed bounds. */
#define SCLS_MAX_INPUT_BYTES (1u << 30)   /* spamcls_limits.input_bytes */
#define SCLS_MAX_TEXT_BYTES (1u << 30)    /* spamcls_limits.text_bytes */
#define SCLS_MAX_CHARSET_SAMPLE (64u << 10) /* bytes searched for words that
                                             tell the charset */
#define SCLS_MAX_META_SCAN 4096u          /* bytes searched for a charset */
#define SCLS_MAX_DEPTH 65535u             /* spamcls_limits.depth: a block
                                             counts no more */
#define SCLS_MAX_HEADLINE 4096u           /* spamcls_limits.headline */
#define SCLS_MAX_RULES 4096u              /* in one database */
#define SCLS_MAX_RULE_LINE 4096u          /* bytes of one line of a pack */
#define SCLS_MAX_RULE_NAME 64u            /* bytes of a rule's name */
#define SCLS_MAX_RULE_NATS 32             /* of a rule's score, either way */
#define SCLS_MAX_META_DEPTH 64u           /* values and operators of a meta
                                             rule that wait at a time */
#define SCLS_MAX_TERMS (1u << 20)         /* of one lexicon */
#define SCLS_MAX_TERM 64u                 /* code points of one term */
#define SCLS_MAX_REGEX_DEPTH 1000u        /* PCRE2 depth limit */
#define SCLS_MAX_REGEX_HEAP_KIB 1024u     /* PCRE2 heap limit */
#define SCLS_REGEX_STACK (32u << 10)      /* of machine code, at first ... */
#define SCLS_MAX_REGEX_STACK (512u << 10) /* ... and at most */
#define SCLS_MAX_HREF 4096u               /* bytes of one link's target */
#define SCLS_MAX_FILE_BYTES (64u << 20)   /* of one file of a database */
#define SCLS_MAX_FILES 512u               /* of a database's directory */
#define SCLS_MAX_PATH 1024u               /* bytes of the path of each */
#define SCLS_MAX_SITES (1u << 24)         /* spamcls_sketch_options.sites */
#define SCLS_MAX_SAMPLE 4096u             /* spamcls_sketch_options.sample */
#define SCLS_SKETCH_SITES 100000u         /* the default of the one ... */
#define SCLS_SKETCH_SAMPLE 64u            /* ... and of the other */
#define SCLS_SKETCH_ALL_SAMPLE 4096u      /* links of SPAMCLS_SCOPE_ALL */
#define SCLS_MAX_SITE_NAME 1024u          /* bytes of a site's name */
#define SCLS_MAX_FAMILY 256u              /* bytes of a family's name */
#define SCLS_MAX_SKELETON 1024u           /* bytes of a skeleton */

#endif
