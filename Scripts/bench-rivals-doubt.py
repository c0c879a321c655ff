"""Draws weights and ranks clusters in doubles, as numpy and numba do it.

Usage: bench-rivals-doubt.py TIMES, where TIMES has a line `KIND MILLISECONDS` of Branda for each way of
drawing. The model is that of `benchmarks --doubt`: 500 clusters, 60 indicators in 12 groups, 4 areas
and a total, weights 1, 2, 3 in turn, one answer in ten missing and left out at every level; 10,000
draws, by ±25 % or Dirichlet with concentration 100; ranks (ties share the best), how often each cluster
has each rank, and 5th, 50th and 95th percentiles. Who is ahead of whom, which Branda counts besides, is
measured apart.
"""
import sys
import time

CLUSTERS, DRAWS = 500, 10_000
SIZES = (5, 3, 4)
WEIGHTS = [[place % 3 + 1 for place in range(count)] for count in (60, 12, 4)]


def shares(numpy):
    result = []
    for weights, size in zip(WEIGHTS, SIZES):
        groups = numpy.array(weights, dtype=float).reshape(-1, size)
        result.append((groups / groups.sum(axis=1, keepdims=True)).ravel())
    return result


def drawn(numpy, random, kind):
    """By level: draws × parts."""
    if kind == "noise":
        return [w * (1 + random.uniform(-0.25, 0.25, (DRAWS, len(w)))) for w in shares(numpy)]
    return [random.standard_gamma(100 * w, (DRAWS, len(w))) for w in shares(numpy)]


def quantiles(numpy, ranks):
    return numpy.percentile(ranks, [5, 50, 95], axis=0)


def numpy_way(answers, numpy, rankdata, kind):
    there = ~numpy.isnan(answers)
    filled = numpy.where(there, answers, 0.0)
    first_size, second_size, _ = SIZES

    def work():
        first, second, third = drawn(numpy, numpy.random.default_rng(2), kind)
        totals = numpy.empty((DRAWS, CLUSTERS))
        top = numpy.zeros((DRAWS, CLUSTERS))
        bottom = numpy.zeros((DRAWS, CLUSTERS))
        for area in range(4):
            area_top = numpy.zeros((DRAWS, CLUSTERS))
            area_bottom = numpy.zeros((DRAWS, CLUSTERS))
            for group in range(second_size * area, second_size * (area + 1)):
                places = slice(first_size * group, first_size * (group + 1))
                weights = first[:, places]
                above = weights @ filled[:, places].T
                below = weights @ there[:, places].T.astype(float)
                has = below > 0
                value = numpy.divide(above, below, out=numpy.zeros_like(above), where=has)
                area_top += second[:, group, None] * value
                area_bottom += second[:, group, None] * has
            has = area_bottom > 0
            value = numpy.divide(area_top, area_bottom, out=area_top, where=has)
            top += third[:, area, None] * value
            bottom += third[:, area, None] * has
        totals = top / bottom
        ranks = rankdata(-totals, method="min", axis=1).astype(numpy.int64)
        counts = numpy.zeros((CLUSTERS, CLUSTERS), dtype=numpy.int64)
        for cluster in range(CLUSTERS):
            counts[cluster] = numpy.bincount(ranks[:, cluster] - 1, minlength=CLUSTERS)
        return quantiles(numpy, ranks), counts
    return work


def numba_way(answers, numpy, numba, kind):
    @numba.njit(parallel=True)
    def rank(answers, first, second, third, ranks):
        draws, clusters = first.shape[0], answers.shape[0]
        for draw in numba.prange(draws):
            totals = numpy.empty(clusters)
            for row in range(clusters):
                total_top, total_bottom = 0.0, 0.0
                for area in range(4):
                    area_top, area_bottom = 0.0, 0.0
                    for group in range(3 * area, 3 * area + 3):
                        top, bottom = 0.0, 0.0
                        for place in range(5 * group, 5 * group + 5):
                            value = answers[row, place]
                            if value == value:
                                top += value * first[draw, place]
                                bottom += first[draw, place]
                        if bottom > 0:
                            area_top += top / bottom * second[draw, group]
                            area_bottom += second[draw, group]
                    if area_bottom > 0:
                        total_top += area_top / area_bottom * third[draw, area]
                        total_bottom += third[draw, area]
                totals[row] = total_top / total_bottom
            order = numpy.argsort(-totals)
            last = 1
            for place in range(clusters):
                if place > 0 and totals[order[place]] != totals[order[place - 1]]:
                    last = place + 1
                ranks[order[place], draw] = last

    @numba.njit(parallel=True)
    def count(ranks, counts, percentiles):
        clusters, draws = ranks.shape
        for row in numba.prange(clusters):
            for draw in range(draws):
                counts[row, ranks[row, draw] - 1] += 1
            for number, share in enumerate((0.05, 0.5, 0.95)):
                place = (draws - 1) * share
                whole = int(place)
                passed, lower, upper = 0, -1, -1
                for at in range(clusters):
                    passed += counts[row, at]
                    if lower < 0 and passed > whole:
                        lower = at + 1
                    if passed > whole + 1:
                        upper = at + 1
                        break
                if upper < 0:
                    upper = lower
                percentiles[row, number] = lower + (place - whole) * (upper - lower)

    def work():
        first, second, third = drawn(numpy, numpy.random.default_rng(2), kind)
        ranks = numpy.empty((CLUSTERS, DRAWS), dtype=numpy.uint16)
        counts = numpy.zeros((CLUSTERS, CLUSTERS), dtype=numpy.int32)
        percentiles = numpy.empty((CLUSTERS, 3))
        rank(answers, first, second, third, ranks)
        count(ranks, counts, percentiles)
        return ranks
    return work


def ahead_way(ranks, numpy, numba):
    @numba.njit(parallel=True)
    def ahead(ranks, counts):
        clusters, draws = ranks.shape
        for a in numba.prange(clusters):
            for b in range(clusters):
                number = 0
                for draw in range(draws):
                    number += ranks[a, draw] < ranks[b, draw]
                counts[a, b] = number

    return lambda: ahead(ranks, numpy.empty((CLUSTERS, CLUSTERS), dtype=numpy.int32))


def best(work, runs):
    work()
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times) * 1000


def main():
    ours = {}
    with open(sys.argv[1], encoding="utf-8") as file:
        for line in file:
            kind, milliseconds = line.split()
            ours[kind] = float(milliseconds)
    try:
        import numpy
    except ImportError:
        sys.exit("rivals: no numpy")
    random = numpy.random.default_rng(1)
    answers = random.integers(0, 5, (CLUSTERS, 60)).astype(numpy.float64) * 25
    answers[random.random((CLUSTERS, 60)) < 0.1] = numpy.nan
    for kind, own in ours.items():
        print(f"  {kind}: Branda {own:.1f} ms, with who is ahead of whom")
        try:
            from scipy.stats import rankdata
            took = best(numpy_way(answers, numpy, rankdata, kind), 2)
            print(f"    numpy and scipy {took:.1f} ms, without: {took / own:.2f} times as long")
        except ImportError:
            print("    scipy is not there")
        try:
            import numba
        except ImportError:
            continue
        way = numba_way(answers, numpy, numba, kind)
        took = best(way, 4)
        print(f"    numba {took:.1f} ms, without: {took / own:.2f} times as long")
        more = took + best(ahead_way(way(), numpy, numba), 3)
        print(f"    numba {more:.1f} ms, with: {more / own:.2f} times as long")


main()
