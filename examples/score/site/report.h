/*
 * report.h - what a sketch holds, for a person or for a blocker.
 */
#ifndef REPORT_H
#define REPORT_H

#include "tool.h"

/* To standard output; returns an exit code. */
int report_sites(const tool_options *options, spamcls_sketch *sketch);

#endif
