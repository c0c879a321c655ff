"""Times CEL engines that Python can call, beside the times of this program.

Usage: bench-rivals-cel.py TIMES, whose lines are `E1<tab>nanoseconds`.

A rival's time includes one call from Python. The floor is Python itself: a compiled code object
with the same meaning.
"""

import sys
import time

ANSWERS = {
    "strategy": "yes",
    "members": 42,
    "services": ["fairs", "export", "studies"],
    "q1": 3.5,
    "q2": 2.0,
    "q3": 4.5,
    "title": "Lithuanian photonics cluster",
    "scores": [1.5, 2.5, 3.0, 4.5, 2.0, 5.0, 1.0, 3.5, 4.0, 2.5],
    "budget": 25000.0,
}

EXPRESSIONS = {
    "E1": "answers.strategy == 'yes' && answers.members >= 10",
    "E2": "['training', 'export'].exists(x, x in answers.services)",
    "E3": "answers.members < 5 ? 0 : answers.members < 10 ? 1 : answers.members < 25 ? 2"
    " : answers.members < 50 ? 3 : 4",
    "E4": "(answers.q1 * 2.0 + answers.q2 * 3.0 + answers.q3 * 5.0) / 10.0 * 2.5",
    "E5": "size(answers.title) > 3 && size(answers.services) >= 2"
    " && answers.title.contains('cluster')",
    "E6": "answers.scores.filter(s, s >= 2.5).size() >= 3 && answers.scores.all(s, s >= 1.0)",
    "E7": "has(answers.budget) && answers.budget > 1000.0 && !has(answers.plan)",
}

RESULTS = {"E1": True, "E2": True, "E3": 3, "E4": 8.875, "E5": True, "E6": True, "E7": True}


def best_of(call, rounds=5, count=5_000):
    best = float("inf")
    for _ in range(rounds):
        start = time.perf_counter_ns()
        for _ in range(count):
            call()
        best = min(best, (time.perf_counter_ns() - start) / count)
    return best


def rust_engine():
    import cel

    context = cel.Context({"answers": ANSWERS})

    def prepare(source):
        program = cel.compile(source)
        return lambda: program.execute(context)

    return "Rust cel (common-expression-language)", prepare, lambda value: value


def cpp_engine():
    from cel_expr_python import cel

    environment = cel.NewEnv(variables={"answers": cel.Type.Map(cel.Type.STRING, cel.Type.DYN)})
    activation = environment.Activation({"answers": ANSWERS})

    def prepare(source):
        program = environment.compile(source)
        return lambda: program.eval(activation)

    return "cel-cpp (cel-expr-python)", prepare, lambda value: value.value()


with open(sys.argv[1], encoding="utf-8") as file:
    own = {name: float(time) for name, time in (line.split("\t") for line in file)}
print("CEL elsewhere: nanoseconds for one evaluation, and how many times as long as here")
print("  " + "here".ljust(38) + "".join(f"{own[name]:9.0f}      " for name in EXPRESSIONS))
for engine in (rust_engine, cpp_engine):
    try:
        title, prepare, plain = engine()
    except ImportError:
        continue
    cells = []
    for name, source in EXPRESSIONS.items():
        call = prepare(source)
        assert plain(call()) == RESULTS[name], (title, name, plain(call()))
        taken = best_of(call)
        cells.append(f"{taken:9.0f} {taken / own[name]:4.0f}×")
    print("  " + title.ljust(38) + "".join(cells))
