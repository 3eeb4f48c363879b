/* media_type.h - what a Content-Type says of a page. */
#ifndef MEDIA_TYPE_H
#define MEDIA_TYPE_H

#define MEDIA_CHARSET 64 /* bytes of a charset's name, its NUL among them */

/* A spamcls_kind, to be guessed where type is NULL or empty; -1: it is neither
 * HTML nor text. */
int media_kind(const char *type);

/* The value of its charset=; 0: there is none. */
int media_charset(const char *type, char charset[MEDIA_CHARSET]);

#endif
