/*
 * report.h - what a sketch holds, for a person or for a blocker.
 */
#ifndef REPORT_H
#define REPORT_H

#include "tool.h"

/* The formats of --format; the number of a name, or -1. */
typedef enum report_format {
	REPORT_TEXT, REPORT_JSON, REPORT_HOSTS, REPORT_UBLACKLIST
} report_format;

int report_format_of(const tool_options *options);

/* To standard output; returns an exit code. */
int report_sites(const tool_options *options, spamcls_sketch *sketch);

#endif
