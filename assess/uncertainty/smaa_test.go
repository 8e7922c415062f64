// SMAA-2 on decisions that can be solved by hand.

package uncertainty

import (
	"math"
	"testing"

	"github.com/hasteslowly/readiness/assess/internal/portable"
)

// decision has additive values of measurements, and weights uniform over the simplex.
func decision(alternatives, criteria []string, measure func(random *portable.Stream) [][]float64) Decision {
	return Decision{Alternatives: alternatives, Criteria: criteria, New: func() Evaluator {
		var measured [][]float64
		return Evaluator{
			Weigh: func(number uint64, weights []float64) {
				random := portable.NewStream(7, 1, number)
				for i := range weights {
					weights[i] = random.Gamma(1)
				}
			},
			Measure: func(number uint64) { measured = measure(portable.NewStream(7, 2, number)) },
			Value: func(weights, values []float64) bool {
				total := 0.0
				for _, w := range weights {
					total += w
				}
				for a, row := range measured {
					values[a] = 0
					for i, x := range row {
						values[a] += weights[i] / total * x
					}
				}
				return true
			},
		}
	}}
}

func fixed(rows ...[]float64) func(*portable.Stream) [][]float64 {
	return func(*portable.Stream) [][]float64 { return rows }
}

func nearly(t *testing.T, what string, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > 0.012 {
		t.Errorf("%s: %.4f, want %.4f", what, got, want)
	}
}

const smaaDraws = 40_000

// TestSmaaTwo: with measurements (1, 0) and (0, 1/2) the first is first where w1 > w2/2, that is w1 > 1/3: acceptability 2/3, central weight the middle
// of (1/3, 1); the other 1/3 with the middle of (0, 1/3). Nothing is unsure but the weights: confidence 1.
func TestSmaaTwo(t *testing.T) {
	all, _ := decision([]string{"a", "b"}, []string{"1", "2"}, fixed([]float64{1, 0}, []float64{0, 0.5})).SMAA2(smaaDraws, 0)
	nearly(t, "acceptability of a", all[0].Ranks[0], 2.0/3)
	nearly(t, "acceptability of b", all[1].Ranks[0], 1.0/3)
	nearly(t, "central weight of a", all[0].Central[0], 2.0/3)
	nearly(t, "central weight of b", all[1].Central[0], 1.0/6)
	nearly(t, "a beats b", all[0].Wins[1], 2.0/3)
	nearly(t, "mean rank of a", all[0].MeanRank, 4.0/3)
	nearly(t, "entropy", all[0].Entropy, -2.0/3*math.Log2(2.0/3)-1.0/3*math.Log2(1.0/3))
	if *all[0].Confidence != 1 || *all[1].Confidence != 1 {
		t.Errorf("confidence %v and %v", *all[0].Confidence, *all[1].Confidence)
	}
}

// TestSmaaThree has a closed form: each alternative is best in one of three criteria. The largest of three uniform spacings has mean (1 + 1/2 +
// 1/3)/3 = 11/18, each of the others then (1 - 11/18)/2.
func TestSmaaThree(t *testing.T) {
	all, _ := decision([]string{"a", "b", "c"}, []string{"1", "2", "3"}, fixed([]float64{1, 0, 0}, []float64{0, 1, 0}, []float64{0, 0, 1})).SMAA2(smaaDraws, 0)
	for a := range all {
		for place := range 3 {
			nearly(t, all[a].Name, all[a].Ranks[place], 1.0/3)
			want := 7.0 / 36
			if place == a {
				want = 11.0 / 18
			}
			nearly(t, all[a].Name+" central", all[a].Central[place], want)
		}
		nearly(t, "entropy", all[a].Entropy, math.Log2(3))
	}
}

// TestSmaaMeasurements has a closed form too: one criterion, a uniform over 0..1 and b over 1/2..3/2. a is better with probability 1/8.
func TestSmaaMeasurements(t *testing.T) {
	all, _ := decision([]string{"a", "b", "never"}, []string{"1"}, func(random *portable.Stream) [][]float64 {
		return [][]float64{{random.Float64()}, {0.5 + random.Float64()}, {-1}}
	}).SMAA2(smaaDraws, 0)
	nearly(t, "a", all[0].Ranks[0], 0.125)
	nearly(t, "b", all[1].Ranks[0], 0.875)
	nearly(t, "confidence of a", *all[0].Confidence, 0.125)
	nearly(t, "never is last", all[2].Ranks[2], 1)
	if all[2].Central != nil || all[2].Confidence != nil || all[2].Entropy != 0 {
		t.Errorf("an alternative that is never first: %+v", all[2])
	}
}

// TestSmaaTies: equal alternatives share their places.
func TestSmaaTies(t *testing.T) {
	all, _ := decision([]string{"a", "b", "c"}, []string{"1"}, fixed([]float64{1}, []float64{1}, []float64{0})).SMAA2(1000, 0)
	if all[0].Ranks[0] != 0.5 || all[0].Ranks[1] != 0.5 || all[1].Wins[0] != 0.5 || all[2].Ranks[2] != 1 || *all[0].Confidence != 0.5 {
		t.Errorf("%+v", all)
	}
}

// TestSmaaSums: places of an alternative, and alternatives of a place, add up to 1, and wins mirror each other, in many alternatives with draws that fail.
func TestSmaaSums(t *testing.T) {
	names := []string{"a", "b", "c", "d", "e", "f", "g"}
	d := decision(names, []string{"1", "2", "3"}, func(random *portable.Stream) [][]float64 {
		rows := make([][]float64, len(names))
		for i := range rows {
			rows[i] = []float64{float64(random.Below(3)), float64(random.Below(3)), float64(random.Below(3))}
		}
		return rows
	})
	plain := d.New
	d.New = func() Evaluator {
		e := plain()
		value := e.Value
		e.Value = func(w, v []float64) bool { return value(w, v) && w[0] > 0.1 }
		return e
	}
	all, dropped := d.SMAA2(2000, 0)
	if dropped == 0 || dropped > 1000 {
		t.Errorf("%d dropped", dropped)
	}
	for a := range all {
		rows, columns, weights := 0.0, 0.0, 0.0
		for b := range all {
			rows, columns = rows+all[a].Ranks[b], columns+all[b].Ranks[a]
			if a != b && math.Abs(all[a].Wins[b]+all[b].Wins[a]-1) > 1e-9 {
				t.Errorf("%s and %s win %v and %v", all[a].Name, all[b].Name, all[a].Wins[b], all[b].Wins[a])
			}
		}
		for _, w := range all[a].Central {
			weights += w
		}
		if math.Abs(rows-1) > 1e-9 || math.Abs(columns-1) > 1e-9 || math.Abs(weights-1) > 1e-9 {
			t.Errorf("%s: places add up to %v, alternatives of its number to %v, weights to %v", all[a].Name, rows, columns, weights)
		}
	}
}
