# Writes more.json: further cases, from print and from nltk 3.8, scikit-learn 1.2.1 and statsmodels 0.13.5 (Debian: python3-nltk, python3-sklearn,
# python3-statsmodels). Run it as: python3 more.py > more.json
import json, random
from nltk.metrics.agreement import AnnotationTask
from nltk.metrics.distance import binary_distance, interval_distance, jaccard_distance, masi_distance
from sklearn.metrics import cohen_kappa_score
from statsmodels.stats import inter_rater as ir

data, cases = {}, []

def case(name, source, dataset, statistic, expected, tolerance, verified, **options):
    cases.append({"name": f"more/{dataset}/{name}", "source": source, "data": dataset, "statistic": statistic, "options": options,
                  "expected": expected, "tolerance": tolerance, "verified_by": [verified]})

# Printed examples.
printed = [
    ("cohen_20_5_10_15", [[20, 5], [10, 15]], "cohen_kappa", .40, .005, "Wikipedia, Cohen's kappa, grant proposals: 0.40"),
    ("cohen_45_15_25_15", [[45, 15], [25, 15]], "cohen_kappa", .1304, .00005, "Wikipedia, Cohen's kappa, same agreement but different kappa: 0.1304"),
    ("cohen_25_35_5_35", [[25, 35], [5, 35]], "cohen_kappa", .2593, .00005, "Wikipedia, Cohen's kappa, same agreement but different kappa: 0.2593"),
    ("agresti_movies", [[24, 8, 13], [8, 13, 11], [10, 9, 64]], "cohen_kappa", .389, .0005, "Agresti & Winner 1997, Siskel and Ebert: .389"),
]
for name, counts, statistic, value, tolerance, source in printed:
    data[name] = {"kind": "contingency_2_coders", "source": source, "values": counts}
    case(statistic, source, name, statistic, value, tolerance, "print")
wikipedia = [[0,0,0,0,14],[0,2,6,4,2],[0,0,3,5,6],[0,3,9,2,0],[2,2,8,1,1],[7,7,0,0,0],[3,2,6,3,0],[2,5,3,2,2],[6,5,2,1,0],[0,2,2,3,7]]
rows = [[str(k + 1) for k, n in enumerate(r) for _ in range(n)] for r in wikipedia]
data["fleiss_wikipedia"] = {"kind": "ratings_units_by_coders", "source": "Wikipedia, Fleiss' kappa: 10 subjects, 14 raters", "values": rows}
case("printed", "Wikipedia, Fleiss' kappa: 0.210", "fleiss_wikipedia", "fleiss_kappa", .210, .0005, "print")
case("statsmodels", "the same", "fleiss_wikipedia", "fleiss_kappa", ir.fleiss_kappa(wikipedia), 1e-9, "statsmodels 0.13.5 fleiss_kappa")
case("randolph", "the same", "fleiss_wikipedia", "randolph_kappa", ir.fleiss_kappa(wikipedia, method="randolph"), 1e-9, "statsmodels 0.13.5 fleiss_kappa(method=randolph)")

# Drawn tables, seed stated, computed by other programs.
def drawn(seed, units, coders, categories, missing):
    r = random.Random(seed)
    rows = []
    for _ in range(units):
        truth = r.randrange(categories)
        rows.append([None if r.random() < missing else (truth if r.random() < .6 else r.randrange(categories)) for _ in range(coders)])
    return rows

def task(rows, distance=binary_distance):
    return AnnotationTask([(f"c{j}", f"u{i}", v) for i, row in enumerate(rows) for j, v in enumerate(row) if v is not None], distance=distance)

for seed, units, coders, categories, missing in [(1, 40, 3, 4, 0), (2, 60, 5, 22, 0), (3, 25, 2, 3, 0), (4, 80, 4, 6, .2), (5, 50, 3, 10, .1), (6, 30, 7, 2, .3)]:
    name = f"drawn_{seed}"
    rows = drawn(seed, units, coders, categories, missing)
    source = f"random.Random({seed}), {units} units, {coders} coders, {categories} categories, {missing:.0%} missing"
    data[name] = {"kind": "ratings_units_by_coders", "source": source, "values": rows}
    usable = [r for r in rows if sum(v is not None for v in r) > 1] if missing else rows
    case("alpha nominal", source, name, "krippendorff_alpha", task(usable).alpha(), 1e-9, "nltk 3.8 AnnotationTask.alpha", metric="nominal")
    case("alpha interval", source, name, "krippendorff_alpha", task(usable, interval_distance).alpha(), 1e-9, "nltk 3.8 AnnotationTask.alpha, interval_distance", metric="interval")
    if missing:
        continue
    case("S", source, name, "bennett_S", task(rows).S(), 1e-9, "nltk 3.8 AnnotationTask.S")
    case("multi_kappa", source, name, "conger_kappa", task(rows).multi_kappa(), 1e-9, "nltk 3.8 AnnotationTask.multi_kappa")
    pairs = [cohen_kappa_score([r[a] for r in rows], [r[b] for r in rows]) for b in range(coders) for a in range(b)]
    case("mean of pairs", source, name, "light_kappa", sum(pairs) / len(pairs), 1e-9, "scikit-learn 1.2.1 cohen_kappa_score, mean over pairs")
    case("fleiss", source, name, "fleiss_kappa", ir.fleiss_kappa(ir.aggregate_raters(rows)[0]), 1e-9, "statsmodels 0.13.5 fleiss_kappa")
    if coders == 2:
        a, b = [r[0] for r in rows], [r[1] for r in rows]
        for w in ("linear", "quadratic"):
            case(w, source, name, "cohen_kappa", cohen_kappa_score(a, b, weights=w), 1e-9, "scikit-learn 1.2.1 cohen_kappa_score", weights=w)
        case("pi", source, name, "scott_pi", task(rows).pi(), 1e-9, "nltk 3.8 AnnotationTask.pi")

sets = [[sorted(random.Random(s * 100 + u * 10 + c).sample("ABCDE", 1 + (s + u + c) % 3)) for c in range(3)] for s in (7,) for u in range(20)]
data["drawn_sets"] = {"kind": "sets_units_by_coders", "source": "random.Random(700 + 10 u + c).sample, 20 units, 3 coders", "values": sets}
frozen = [[frozenset(v) for v in row] for row in sets]
case("jaccard", "the same", "drawn_sets", "krippendorff_alpha", task(frozen, jaccard_distance).alpha(), 1e-9, "nltk 3.8, jaccard_distance", metric="jaccard")
case("masi", "the same", "drawn_sets", "krippendorff_alpha", task(frozen, masi_distance).alpha(), 1e-9, "nltk 3.8, masi_distance (.67, .33)", metric="masi with M in {1,.67,.33,0} (nltk)")

# Degenerate tables: what this package decides (its comment), not another program.
degenerate = [("constant", [["1", "1"], ["1", "1"]]), ("never_twice", [["1", None], [None, "2"]])]
for name, rows in degenerate:
    data[name] = {"kind": "ratings_units_by_coders", "source": "made", "values": rows}
    for statistic in ("krippendorff_alpha", "cohen_kappa", "fleiss_kappa", "gwet_ac1"):
        case(statistic, "made; undefined by decision", name, statistic, None, 0, "decided in doc.go")

line = lambda x: json.dumps(x)
print('{"meta": {"origin": "made by more.py"},\n"data": {\n' + ",\n".join(line(k) + ": " + line(v) for k, v in data.items()) + '\n},\n"cases": [\n' + ",\n".join(map(line, cases)) + "\n]}")
