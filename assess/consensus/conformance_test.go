// What every index keeps to: undefined with a reason and never NaN, order-free, bounded, its arguments untouched.

package consensus_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/hasteslowly/readiness/assess/consensus"
)

// indices take a group's rows as what each of them looks at: ratings of people, targets by judges, or groups of people.
var indices = map[string]struct {
	of        func(rows [][]float64) consensus.Value
	low, high float64
	// rowsOrder and itemsOrder say that the order of rows, or within rows, does not matter.
	rowsOrder, itemsOrder bool
}{
	"r_wg": {func(r [][]float64) consensus.Value {
		return consensus.RWG(consensus.Group{Rows: r, Points: 5}, 0, consensus.Options{})
	}, -3, 1, true, false},
	"r_wg(j)": {func(r [][]float64) consensus.Value {
		return consensus.RWGJ(consensus.Group{Rows: r, Points: 5}, consensus.Options{})
	}, 0, 1, true, true},
	"r_wg(j) listwise": {func(r [][]float64) consensus.Value {
		return consensus.RWGJ(consensus.Group{Rows: r, Points: 5}, consensus.Options{Missing: consensus.Listwise})
	}, 0, 1, true, true},
	"r*_wg(j)": {func(r [][]float64) consensus.Value {
		return consensus.RStarWGJ(consensus.Group{Rows: r, Points: 5}, consensus.Options{})
	}, -3, 1, true, true},
	"AD_M": {func(r [][]float64) consensus.Value {
		return consensus.DeviationMean(consensus.Group{Rows: r, Points: 5}, consensus.Options{})
	}, 0, 2, true, true},
	"AD_Md": {func(r [][]float64) consensus.Value {
		return consensus.DeviationMedian(consensus.Group{Rows: r, Points: 5}, consensus.Options{})
	}, 0, 2, true, true},
	"A": {func(r [][]float64) consensus.Value {
		return consensus.Agreement(consensus.Group{Rows: r, Points: 5})
	}, -1, 1, true, true},
	"ICC(1)":  {func(r [][]float64) consensus.Value { return consensus.ICC1(r, consensus.Options{}) }, math.Inf(-1), 1, true, true},
	"ICC(2)":  {func(r [][]float64) consensus.Value { return consensus.ICC2(r, consensus.Options{}) }, math.Inf(-1), 1, true, true},
	"eta":     {func(r [][]float64) consensus.Value { return consensus.EtaSquared(layout(r), consensus.Options{}) }, 0, 1, false, true},
	"Griffin": {griffin, -0.5, 1, false, true},
	"polarisation": {func(r [][]float64) consensus.Value {
		return consensus.Polarisation(tally(r), consensus.Options{})
	}, 0, 1, true, true},
	"ICC(1,1)": {form(0), -1, 1, true, true},
	"ICC(2,1)": {form(1), math.Inf(-1), 1, true, false},
	"ICC(3,1)": {form(2), -1, 1, true, false},
	"ICC(1,k)": {form(3), math.Inf(-1), 1, true, true},
	"ICC(2,k)": {form(4), math.Inf(-1), 1, true, false},
	"ICC(3,k)": {form(5), math.Inf(-1), 1, true, false},
}

func griffin(rows [][]float64) consensus.Value {
	var for_, against []float64
	for _, row := range rows {
		for _, x := range row {
			for_ = append(for_, x/4)
			against = append(against, row[0]/4)
		}
	}
	return consensus.Ambivalence(pairs(for_, against))
}

func form(i int) func([][]float64) consensus.Value {
	return func(r [][]float64) consensus.Value { return consensus.ShroutFleiss(r, consensus.Options{})[i] }
}

func tally(rows [][]float64) []int {
	counts := make([]int, 5)
	for _, row := range rows {
		for _, x := range row {
			if !math.IsNaN(x) {
				counts[int(x)]++
			}
		}
	}
	return counts
}

func sound(t *testing.T, name string, v consensus.Value, low, high float64) {
	t.Helper()
	if v.Defined() == (v.Undefined != "") {
		t.Errorf("%s: value %v and reason %q", name, v.Value, v.Undefined)
	}
	for _, x := range []*float64{v.Value, v.Low, v.High, v.P} {
		if x != nil && (math.IsNaN(*x) || math.IsInf(*x, 0)) {
			t.Errorf("%s: %v", name, *x)
		}
	}
	if v.Defined() && (*v.Value < low-1e-9 || *v.Value > high+1e-9) {
		t.Errorf("%s = %v, outside %v to %v", name, *v.Value, low, high)
	}
	if v.Low != nil && (*v.Low > *v.Value+1e-9 || *v.High < *v.Value-1e-9) {
		t.Errorf("%s: %v is outside its interval", name, v)
	}
	if v.P != nil && !(*v.P >= 0 && *v.P <= 1) {
		t.Errorf("%s: p = %v", name, *v.P)
	}
	if v.Defined() == strings.Contains(v.String(), "undefined") {
		t.Errorf("%s prints as %q", name, v)
	}
}

// TestNothingToMeasure wants a reason where there is nothing to measure.
func TestNothingToMeasure(t *testing.T) {
	for name, index := range indices {
		for what, rows := range map[string][][]float64{
			"nothing": nil, "empty rows": {{}, {}}, "all missing": {{consensus.Missing, consensus.Missing}, {consensus.Missing}},
		} {
			if name == "Griffin" && what != "nothing" && what != "empty rows" || name == "polarisation" && what == "nothing" {
				continue // they see no rows
			}
			v := index.of(rows)
			sound(t, name+" of "+what, v, index.low, index.high)
			if v.Defined() {
				t.Errorf("%s of %s = %v", name, what, *v.Value)
			}
		}
	}
}

// TestOnePerson wants agreement of one person to be undefined.
func TestOnePerson(t *testing.T) {
	for _, name := range []string{"r_wg", "r_wg(j)", "r_wg(j) listwise", "r*_wg(j)", "AD_M", "AD_Md", "A", "ICC(1)", "ICC(2)", "eta", "ICC(1,1)", "ICC(3,k)"} {
		if v := indices[name].of([][]float64{{1, 2, 3}}); v.Defined() {
			t.Errorf("%s of one person = %v", name, *v.Value)
		}
	}
}

// TestNoVariance: who all say the same agree fully; what asks for variance is undefined.
func TestNoVariance(t *testing.T) {
	same := [][]float64{{3, 3}, {3, 3}, {3, 3}}
	for name, want := range map[string]float64{"r_wg": 1, "r_wg(j)": 1, "r*_wg(j)": 1, "AD_M": 0, "AD_Md": 0, "A": 1, "polarisation": 0} {
		if v := indices[name].of(same); v.Or(-9) != want {
			t.Errorf("%s = %v, want %v", name, v, want)
		}
	}
	for _, name := range []string{"ICC(1)", "ICC(2)", "eta", "ICC(1,1)", "ICC(2,1)", "ICC(3,1)", "ICC(1,k)", "ICC(2,k)", "ICC(3,k)"} {
		if v := indices[name].of(same); v.Defined() {
			t.Errorf("%s = %v without variance", name, *v.Value)
		}
	}
}

// TestOffTheScale: a rating outside the scale is named.
func TestOffTheScale(t *testing.T) {
	v := consensus.RWGJ(consensus.Group{Rows: [][]float64{{1, 2}, {3, 7}}, Points: 5}, consensus.Options{})
	if v.Defined() || !strings.Contains(v.Undefined, "respondent 2 rates item 2 with 7") {
		t.Errorf("%v", v)
	}
}

// TestPolicies: leaving respondents out listwise can turn 0.6 into nothing. By hand: the items' variances are 2, 2 and 0 itemwise, so 3 (1-2/3) / (3 (1-2/3) + 2/3);
// and 8, 8 and 0 of the two respondents who left nothing out.
func TestPolicies(t *testing.T) {
	na := consensus.Missing
	g := consensus.Group{Points: 5, Rows: [][]float64{{4, 0, 4}, {0, 4, 4}, {4, 4, na}, {4, 4, na}, {4, 4, na}, {na, 4, 4}, {na, 4, 4}, {na, 4, 4}, {4, na, 4}, {4, na, 4}, {4, na, 4}}}
	itemwise, listwise := consensus.RWGJ(g, consensus.Options{}), consensus.RWGJ(g, consensus.Options{Missing: consensus.Listwise})
	if math.Abs(itemwise.Or(9)-0.6) > 1e-12 || listwise.Defined() {
		t.Errorf("itemwise %v, listwise %v", itemwise, listwise)
	}
	if itemwise.Missing.String() != "itemwise" || listwise.Missing.String() != "listwise" || len(listwise.Warnings) == 0 {
		t.Errorf("the policies are not named: %+v %+v", itemwise, listwise)
	}
}

// TestGenerated holds indices to their range, whatever the order of people and items, over two thousand generated tables.
func TestGenerated(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 4))
	for range generated(t) {
		rows := make([][]float64, 1+r.IntN(7))
		items, missing := 1+r.IntN(5), r.Float64()*r.Float64()
		for i := range rows {
			rows[i] = make([]float64, items)
			for j := range rows[i] {
				if rows[i][j] = float64(r.IntN(5)); r.Float64() < missing {
					rows[i][j] = consensus.Missing
				}
			}
		}
		other := make([][]float64, len(rows))
		people, columns := r.Perm(len(rows)), r.Perm(items)
		for name, index := range indices {
			for i := range rows {
				from := i
				if index.rowsOrder {
					from = people[i]
				}
				other[i] = slices.Clone(rows[from])
				if index.itemsOrder && name != "Griffin" {
					for j := range columns {
						other[i][j] = rows[from][columns[j]]
					}
				}
			}
			before := fmt.Sprint(rows)
			v, w := index.of(rows), index.of(other)
			sound(t, name, v, index.low, index.high)
			if v.Defined() != w.Defined() || math.Abs(v.Or(0)-w.Or(0)) > 1e-9 {
				t.Errorf("%s: %v, in another order %v: %v", name, v, w, rows)
			}
			if fmt.Sprint(rows) != before {
				t.Fatalf("%s changed its argument", name)
			}
			if again := index.of(rows); !reflect.DeepEqual(again, v) {
				t.Errorf("%s: %v, and again %v", name, v, again)
			}
		}
	}
}

// TestTwoCamps: half at either end is the worst agreement and the most polarised.
func TestTwoCamps(t *testing.T) {
	if v := consensus.VanDerEijk([]int{50, 0, 0, 0, 50}); math.Abs(v.Or(0)+1) > 1e-12 {
		t.Errorf("A = %v", v)
	}
	if v := consensus.VanDerEijk([]int{20, 20, 20, 20, 20}); math.Abs(v.Or(9)) > 1e-12 {
		t.Errorf("A = %v", v)
	}
	if v := consensus.Polarisation([]int{50, 0, 0, 0, 50}, consensus.Options{}); math.Abs(v.Or(0)-1) > 1e-12 {
		t.Errorf("polarisation = %v", v)
	}
	f := consensus.Unison(consensus.Group{Rows: [][]float64{{0, 0}, {0, 1}, {4, 4}, {4, 3}, {4, 4}, {0, 0}}, Points: 5}, consensus.Options{})
	if f.Verdict != consensus.Apart || f.Warnings[0].Kind != consensus.TwoCamps {
		t.Errorf("%+v", f)
	}
	f = consensus.Unison(consensus.Group{Rows: [][]float64{{3, 3}, {3, 4}, {4, 4}, {4, 3}}, Points: 5}, consensus.Options{})
	if f.Verdict != consensus.Together || len(f.Warnings) > 0 {
		t.Errorf("%+v", f)
	}
}

// TestSituations: who is for it by day and against it by night is not torn; who is both at once is.
func TestSituations(t *testing.T) {
	if v := consensus.Ambivalence([][]consensus.Sides{{{For: 1, Against: 0}, {For: 0, Against: 1}}}); v.Or(9) != -0.5 || v.N != 1 {
		t.Errorf("%+v", v)
	}
	if v := consensus.Ambivalence([][]consensus.Sides{{{For: 1, Against: 1}}, {{For: 1, Against: consensus.Missing}}, {}}); v.Or(9) != 1 || v.N != 1 {
		t.Errorf("%+v", v)
	}
}

// TestPermutation: a p-value is uniform when groups do not matter, drawn or exact, with blocks or without; with blocks, differences between
// people alone do not make one small.
func TestPermutation(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 8))
	for _, c := range []struct {
		name         string
		people, tags int
		blocks       bool
		permutations int
	}{{"exact", 7, 1, false, 4000}, {"drawn", 12, 1, false, 199}, {"within people", 6, 3, true, 199}} {
		small := 0
		const runs = 1000
		for run := range runs {
			var g consensus.Grouping
			for p := range c.people {
				level := r.NormFloat64() * 3
				for tag := range c.tags {
					g.Values = append(g.Values, r.NormFloat64())
					g.Group = append(g.Group, p%3)
					if c.blocks {
						g.Values[len(g.Values)-1] += level
						g.Group[len(g.Group)-1] = tag
						g.Block = append(g.Block, p)
					}
				}
			}
			if v := consensus.EtaSquared(g, consensus.Options{Permutations: c.permutations, Seed: uint64(run)}); *v.P <= 0.1 {
				small++
			}
		}
		if share := float64(small) / runs; share < 0.07 || share > 0.13 {
			t.Errorf("%s: p at most 0.1 in %.0f%% of runs, want 10", c.name, 100*share)
		}
	}
}

// generated is how many tables to try.
func generated(t *testing.T) int {
	if testing.Short() {
		return 200
	}
	return 2000
}
