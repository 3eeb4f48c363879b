/* nats.c - decimal numbers of nats, by integers; see draft.h. */
#include "pattern/draft.h"

#include "base/limits.h"
#include "base/nat.h"

#define DECIMALS 4
#define ONE 10000 /* 10 to the power of DECIMALS */
#define LARGEST (SCLS_MAX_RULE_NATS * ONE)

/* The digits of the text, scaled by ONE; -1 where it is no such number. */
static int64_t read_digits(scls_span text)
{
	int64_t value = 0;
	int decimals = -1, digits = 0;

	for (size_t i = 0; i < text.size; i++) {
		char c = text.data[i];

		if (c == '.' && decimals < 0) {
			decimals = 0;
			continue;
		}
		if (c < '0' || c > '9' || decimals == DECIMALS
		    || value > LARGEST)
			return -1;
		value = value * 10 + (c - '0');
		digits++;
		decimals += decimals >= 0;
	}
	for (int i = decimals < 0 ? 0 : decimals; i < DECIMALS; i++)
		value *= 10;
	return digits > 0 ? value : -1;
}

int scls_nats_read(scls_span text, int32_t *out)
{
	int negative = text.size > 0 && text.data[0] == '-';
	int64_t value;

	text.data += negative;
	text.size -= (size_t)negative;
	value = read_digits(text);
	if (value < 0 || value > LARGEST)
		return 0;
	value = (value * SCLS_NAT + ONE / 2) / ONE;
	*out = (int32_t)(negative ? -value : value);
	return 1;
}
