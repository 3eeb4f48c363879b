/* test_table.c - nodes by their hashes, also by those that were chosen. */
#include "mine/table.h"

#include "base/random.h"
#include "../../suite.h"

#define NODES 3000u

typedef struct item {
	scls_node node;
	uint32_t number;
} item;

static spamcls_allocator allocator;
static scls_table table;
static item items[NODES];

static int is_number(const scls_node *node, const void *what)
{
	return ((const item *)node)->number == *(const uint32_t *)what;
}

static item *find(uint32_t i)
{
	return (item *)scls_table_find(&table, items[i].node.hash, is_number,
	                               &i);
}

/* Puts all in, by hashes that hash_of makes. */
static void fill(uint64_t (*hash_of)(uint32_t))
{
	allocator = scls_alloc_default();
	memset(&table, 0, sizeof(table));
	ck_assert_ptr_null(scls_table_find(&table, 1, is_number, &table));
	for (uint32_t i = 0; i < NODES; i++) {
		items[i].node.hash = hash_of(i);
		items[i].number = i;
		ck_assert_int_eq(scls_table_room(&table, &allocator), 0);
		scls_table_put(&table, &items[i].node);
	}
	ck_assert_uint_eq(table.n, NODES);
}

static uint32_t depth_of(const scls_node *n)
{
	uint32_t zero, one;

	if (!n)
		return 0;
	zero = depth_of(n->next[0]);
	one = depth_of(n->next[1]);
	return 1 + (zero > one ? zero : one);
}

static uint32_t depth(void)
{
	uint32_t most = 0;

	for (size_t i = 0; i < table.n_slots; i++) {
		uint32_t here = depth_of(table.slots[i]);

		most = here > most ? here : most;
	}
	return most;
}

static void note(void *seen, scls_node *node)
{
	((uint8_t *)seen)[((const item *)node)->number]++;
	memset(node, 0xff, sizeof(*node)); /* it is the visitor's */
}

/* Takes out every third, in no order, and looks for all. */
static void check(void)
{
	scls_random r = scls_random_from(5);
	uint8_t out[NODES] = { 0 }, seen[NODES] = { 0 };

	for (uint32_t n = 0; n < NODES / 3; ) {
		uint32_t i = (uint32_t)(scls_random_next(&r) % NODES);

		if (out[i])
			continue;
		scls_table_take(&table, &items[i].node);
		out[i] = 1;
		n++;
	}
	for (uint32_t i = 0; i < NODES; i++)
		HOLDS(find(i) == (out[i] ? NULL : &items[i]), i);
	ck_assert_uint_eq(table.n, NODES - NODES / 3);
	scls_table_each(&table, note, seen);
	for (uint32_t i = 0; i < NODES; i++)
		HOLDS(seen[i] + out[i] == 1, i);
	scls_table_free(&table, &allocator);
}

static uint64_t mixed(uint32_t i)
{
	scls_random r = scls_random_from(i);

	return scls_random_next(&r);
}

/* All in one slot of any table ... */
static uint64_t one_slot(uint32_t i)
{
	return mixed(i) << 32;
}

/* ... and the way through it as long as can be. */
static uint64_t long_way(uint32_t i)
{
	return i < 30 ? UINT64_C(1) << 63 >> i : (uint64_t)i << 20;
}

static uint64_t alike(uint32_t i)
{
	return i % 2 ? UINT64_MAX : 7;
}

START_TEST(no_node_lies_behind_many)
{
	static uint64_t (*const ways[])(uint32_t) = {
		mixed, one_slot, long_way
	};

	for (size_t w = 0; w < sizeof(ways) / sizeof(ways[0]); w++) {
		fill(ways[w]);
		ck_assert_uint_le(depth(), 65);
		check();
	}
}
END_TEST

START_TEST(equal_hashes)
{
	fill(alike);
	check();
}
END_TEST

START_TEST(emptied)
{
	uint32_t n = 0;

	fill(one_slot);
	for (scls_node *at = scls_table_empty(&table); at; at = at->next[1])
		n++;
	ck_assert_uint_eq(n, NODES);
	ck_assert_uint_eq(table.n, 0);
	ck_assert_ptr_null(find(1));
	scls_table_free(&table, &allocator);
}
END_TEST

SUITE("table", {
	CASE(no_node_lies_behind_many);
	CASE(equal_hashes);
	CASE(emptied);
})
