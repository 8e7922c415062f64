// Aggregations against COINr's printed hierarchy and its means with a missing value.

package assess

import (
	"math"
	"testing"
)

func combined(a Aggregation, weights []float64, x ...float64) float64 {
	var s sum
	for i, v := range x {
		if math.IsNaN(v) {
			continue // left out, as scoring leaves out what is not known
		}
		w := 1.0
		if weights != nil {
			w = weights[i]
		}
		s.add(a, v/100, w)
	}
	return 100 * s.mean(a)
}

func TestHierarchyOfCOINr(t *testing.T) {
	na := math.NaN()
	for _, row := range []struct {
		name            string
		got, want, near float64
	}{
		{"COINr documentation, results: five pillars", combined(Arithmetic, nil, 63.41, 32.87, 74.78, 85.94, 56.93), 62.79, 0.005},
		{"COINr documentation, results: three pillars", combined(Arithmetic, nil, 77.21, 87.85, 56.88), 73.98, 0.005},
		{"COINr documentation, results: index", combined(Arithmetic, nil, 62.79, 73.98), 68.38, 0.0051},
		{"COINr's definitions, computed: arithmetic with a missing value", combined(Arithmetic, []float64{1, 2, 3, 4}, 2, na, 4, 8), 5.75, 1e-10},
		{"COINr's definitions, computed: geometric with a missing value", combined(Geometric, []float64{1, 2, 3, 4}, 2, na, 4, 8), 5.18735821860, 1e-10},
		{"COINr tests: geometric mean of 1, 2, 3 by 1, 1, 2", combined(Geometric, []float64{1, 1, 2}, 1, 2, 3), math.Pow(18, 0.25), 1e-12},
	} {
		if math.Abs(row.got-row.want) > row.near {
			t.Errorf("%s: %v, want %v", row.name, row.got, row.want)
		}
	}
}
