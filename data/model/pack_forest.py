"""Packs decision trees for lib/segment/forest/forest.c, which tells how they
are read there.

A tree is (nodes, leaves); a node (limit, left, right, trait), a child below 0
the leaf ~child.  Every node becomes a test that cuts off the leaves of one of
its sides, the side being the one whose leaves lie in fewer bytes.
"""
import functools

LEAVES = 32            # bits of a tree: SCLS_FOREST_LEAVES
BYTES = LEAVES // 8
TREES = 256            # at most: SCLS_FOREST_TREES
LEAST, MOST = -1000, 64000  # of a trait: SCLS_TRAIT_LEAST, SCLS_TRAIT_MOST


def bytes_of(begin, size):
    return (begin + size - 1) // 8 - begin // 8 + 1


def order(nodes):
    """Which side of every node comes first, so that cuts are fewest."""
    def size(child):
        return 1 if child < 0 else sizes[child]

    sizes = {}
    for i in reversed(range(len(nodes))):
        sizes[i] = size(nodes[i][1]) + size(nodes[i][2])

    @functools.lru_cache(None)
    def best(i, begin):
        found = None
        for first in (1, 2):
            one, other = nodes[i][first], nodes[i][3 - first]
            cost = bytes_of(begin, size(one))
            for child, at in ((one, begin), (other, begin + size(one))):
                cost += best(child, at)[0] if child >= 0 else 0
            if found is None or cost < found[0]:
                found = cost, first
        return found

    sides, places, todo = {}, {}, [(0, 0)]
    while todo:
        i, begin = todo.pop()
        if i < 0:
            places[~i] = begin
            continue
        first = best(i, begin)[1]
        one, other = nodes[i][first], nodes[i][3 - first]
        sides[i] = first, begin, size(one)
        todo += [(one, begin), (other, begin + size(one))]
    return sides, places


def cuts_of(tree, begin, size):
    """(place of the byte, mask) of the leaves [begin, begin + size)."""
    bits = ((1 << size) - 1) << begin
    for byte in range(BYTES):
        mask = bits >> (8 * byte) & 255
        if mask:
            yield tree * BYTES + byte, mask


def pack(trees):
    """(cuts where the value is above the limit, cuts where it is not,
    leaves); a cut is (limit, trait, leaves, place), the limit as
    scls_trait_value has it."""
    assert len(trees) <= TREES
    cuts, leaves = ([], []), []
    for tree, (nodes, values) in enumerate(trees):
        assert len(values) <= LEAVES
        sides, places = order(nodes)
        own = [0] * LEAVES
        for leaf, place in places.items():
            own[place] = values[leaf]
        leaves += own
        for i, (limit, _, _, trait) in enumerate(nodes):
            first, begin, size = sides[i]
            assert LEAST <= limit < MOST
            # The left side is cut off where the value is above the limit.
            cuts[first - 1].extend(
                (limit - (LEAST + MOST) // 2, trait, mask, place)
                for place, mask in cuts_of(tree, begin, size))
    for end in (min, max):
        sums = [end(values) for _, values in trees]
        assert -32768 <= sum(sums) < 32768
    # Neighbours read the same trait, and write to places far apart.
    def by_trait(cut):
        return cut[1], cut[0], cut[3]
    return sorted(cuts[0], key=by_trait), sorted(cuts[1], key=by_trait), leaves


def rows(put, values, text, per_line):
    for i in range(0, len(values), per_line):
        put(''.join(text(x) for x in values[i:i + per_line]).strip() + '\n')
    put('};\n\n')


def write(out, name, trees, bias):
    above, below, leaves = pack(trees)
    put = out.write
    put('static const scls_cutoff %s_cuts[] = {\n' % name)
    rows(put, above + below, lambda x: 'CUT(%d,%d,%d,%d), ' % x, 3)
    put('static const int16_t %s_leaves[] = {\n' % name)
    rows(put, leaves, lambda x: '%d,' % x, 12)
    put('const scls_forest scls_forest_%s = {\n\t%s_cuts, %s_leaves, '
        '%d, %d, %d, %d\n};\n' % (name, name, name, len(above), len(below),
                                   len(trees), bias))
