"""Scores columns of answers in doubles, as numpy, polars and numba do it.

Usage: bench-rivals-bulk.py TIMES, where TIMES has a line `COUNT MILLISECONDS` of Branda for each
number of assessments. The model is that of `benchmarks --bulk`: 60 indicators in 12 groups, 4 areas
and a total, weights 1, 2, 3 in turn, one answer in ten missing and left out at every level.
"""
import sys
import time

WEIGHTS = [[place % 3 + 1 for place in range(count)] for count in (60, 12, 4)]
SIZES = (5, 3, 4)


def best(work, runs=5):
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times) * 1000


def numpy_way(answers, numpy):
    def work():
        level = answers
        for weights, size in zip(WEIGHTS, SIZES):
            result = []
            for first in range(0, len(level), size):
                top = numpy.zeros(len(level[0]))
                bottom = numpy.zeros(len(level[0]))
                for place in range(first, first + size):
                    there = ~numpy.isnan(level[place])
                    top += numpy.where(there, level[place] * weights[place], 0.0)
                    bottom += there * float(weights[place])
                with numpy.errstate(invalid="ignore", divide="ignore"):
                    result.append(top / bottom)
            level = result
        return level[0]
    return work


def polars_way(answers, polars):
    frame = polars.DataFrame({f"q{place}": column for place, column in enumerate(answers)})
    frame = frame.with_columns(polars.all().fill_nan(None))
    level = [polars.col(f"q{place}") for place in range(60)]
    for weights, size in zip(WEIGHTS, SIZES):
        result = []
        for first in range(0, len(level), size):
            places = range(first, first + size)
            top = polars.sum_horizontal([level[place] * weights[place] for place in places])
            bottom = polars.sum_horizontal(
                [level[place].is_not_null().cast(polars.Float64) * weights[place] for place in places])
            result.append(polars.when(bottom > 0).then(top / bottom))
        level = result
    lazy = frame.lazy().select(level[0].alias("total"))
    return lazy.collect


def numba_way(answers, numpy, numba):
    matrix = numpy.ascontiguousarray(numpy.array(answers).T)
    first, second, third = (numpy.array(weights, dtype=numpy.float64) for weights in WEIGHTS)

    @numba.njit(parallel=True, fastmath=False)
    def score(matrix, first, second, third):
        rows = matrix.shape[0]
        result = numpy.empty(rows)
        for row in numba.prange(rows):
            total_top, total_bottom = 0.0, 0.0
            for area in range(4):
                area_top, area_bottom = 0.0, 0.0
                for group in range(3 * area, 3 * area + 3):
                    top, bottom = 0.0, 0.0
                    for place in range(5 * group, 5 * group + 5):
                        value = matrix[row, place]
                        if value == value:
                            top += value * first[place]
                            bottom += first[place]
                    if bottom > 0:
                        area_top += top / bottom * second[group]
                        area_bottom += second[group]
                if area_bottom > 0:
                    total_top += area_top / area_bottom * third[area]
                    total_bottom += third[area]
            result[row] = total_top / total_bottom if total_bottom > 0 else numpy.nan
        return result

    score(matrix[:10], first, second, third)
    return lambda: score(matrix, first, second, third)


def main():
    ours = {}
    with open(sys.argv[1], encoding="utf-8") as file:
        for line in file:
            count, milliseconds = line.split()
            ours[int(count)] = float(milliseconds)
    try:
        import numpy
    except ImportError:
        sys.exit("rivals: no numpy")
    ways = {"numpy": lambda answers: numpy_way(answers, numpy)}
    try:
        import polars
        ways["polars"] = lambda answers: polars_way(answers, polars)
    except ImportError:
        pass
    try:
        import numba
        ways["numba"] = lambda answers: numba_way(answers, numpy, numba)
    except ImportError:
        pass
    random = numpy.random.default_rng(1)
    for count, own in ours.items():
        print(f"  {count} assessments: Branda {own:.1f} ms, exact, with levels")
        answers = []
        for _ in range(60):
            column = random.integers(0, 5, count).astype(numpy.float64) * 25
            column[random.random(count) < 0.1] = numpy.nan
            answers.append(column)
        for name, way in ways.items():
            took = best(way(answers))
            print(f"    {name} {took:.1f} ms, in doubles, without levels: {took / own:.2f} times as long")


main()
