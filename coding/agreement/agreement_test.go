// Properties and degenerate cases of all statistics.

package agreement_test

import (
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/hasteslowly/readiness/coding/agreement"
)

// drawn makes a table of units x coders with so many categories, some missing, where coders agree more than by chance.
func drawn(t testing.TB, random *rand.Rand, units, coders, categories int, missing float64) *agreement.Table {
	t.Helper()
	rows := make([][]string, units)
	for i := range rows {
		truth := random.IntN(categories)
		for range coders {
			c := truth
			if random.Float64() < 0.4 {
				c = random.IntN(categories)
			}
			cell := strconv.Itoa(c)
			if random.Float64() < missing {
				cell = ""
			}
			rows[i] = append(rows[i], cell)
		}
	}
	table, err := agreement.New(rows, nil, agreement.Format{})
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func of(t testing.TB, s agreement.Statistic, table *agreement.Table, o agreement.Options) agreement.Value {
	t.Helper()
	v, err := s.Of(table, o)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func made(t testing.TB, f agreement.Format, rows ...string) *agreement.Table {
	t.Helper()
	var cells [][]string
	for _, r := range rows {
		cells = append(cells, strings.Split(r, " "))
	}
	for _, row := range cells {
		for i, c := range row {
			if c == "-" {
				row[i] = ""
			}
		}
	}
	table, err := agreement.New(cells, nil, f)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

// TestPerfect holds every statistic to 1 where coders agree and categories vary; z is larger then.
func TestPerfect(t *testing.T) {
	table := made(t, agreement.Format{}, "1 1", "2 2", "3 3", "1 1")
	for _, s := range agreement.Statistics() {
		v := of(t, s, table, agreement.Options{})
		if s.Name == "fleiss_kappa_z" {
			continue
		}
		if !v.Defined() || math.Abs(*v.Value-1) > 1e-15 {
			t.Errorf("%v, want 1", v)
		}
	}
}

// TestUndefined holds the degenerate cases to what the package's comment decides.
func TestUndefined(t *testing.T) {
	cases := []struct {
		name    string
		table   *agreement.Table
		defined []string // the others are undefined
	}{
		{"no variation", made(t, agreement.Format{}, "1 1", "1 1"), []string{"percent_agreement", "percent_agreement_all_equal"}},
		{"no variation, two categories on offer", made(t, agreement.Format{Categories: []string{"1", "2"}}, "1 1", "1 1"),
			[]string{"percent_agreement", "percent_agreement_all_equal", "gwet_ac1", "gwet_ac2", "brennan_prediger", "bennett_S", "randolph_kappa"}},
		{"nobody rated twice", made(t, agreement.Format{}, "1 -", "- 2"), nil},
		{"nothing", made(t, agreement.Format{}), nil},
		{"one coder", made(t, agreement.Format{}, "1", "2"), nil},
		{"each coder constant, apart", made(t, agreement.Format{}, "1 2", "1 2"),
			[]string{"percent_agreement", "percent_agreement_all_equal", "cohen_kappa", "weighted_kappa", "cohen_kappa_max", "scott_pi", "fleiss_kappa", "fleiss_kappa_z",
				"light_kappa", "conger_kappa", "gwet_ac1", "gwet_ac2", "brennan_prediger", "bennett_S", "randolph_kappa", "krippendorff_alpha"}},
		{"three coders, one constant", made(t, agreement.Format{}, "1 1 1", "1 1 2", "1 2 2"),
			[]string{"percent_agreement", "percent_agreement_all_equal", "fleiss_kappa", "fleiss_kappa_z", "light_kappa", "conger_kappa",
				"gwet_ac1", "gwet_ac2", "brennan_prediger", "bennett_S", "randolph_kappa", "krippendorff_alpha"}},
	}
	for _, c := range cases {
		want := map[string]bool{}
		for _, name := range c.defined {
			want[name] = true
		}
		for _, s := range agreement.Statistics() {
			v := of(t, s, c.table, agreement.Options{Interval: agreement.Bootstrap, Resamples: 50})
			if v.Defined() != want[s.Name] || v.Defined() == (v.Undefined != "") {
				t.Errorf("%s: %v", c.name, v)
			}
			if v.Defined() && (math.IsNaN(*v.Value) || math.IsInf(*v.Value, 0)) {
				t.Errorf("%s: %s is %v", c.name, s.Name, *v.Value)
			}
		}
	}
}

// TestOrderFree shuffles units and renames categories, which changes no statistic of nominal data; shuffling coders changes none but those of pairs.
func TestOrderFree(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 40 {
		coders := 2 + random.IntN(3)
		units := 5 + random.IntN(40)
		rows := make([][]string, units)
		for i := range rows {
			for range coders {
				cell := string(rune('a' + random.IntN(4)))
				if random.Float64() < 0.15 {
					cell = ""
				}
				rows[i] = append(rows[i], cell)
			}
		}
		shuffled := make([][]string, units)
		for i, j := range random.Perm(units) {
			for k := range coders {
				shuffled[i] = append(shuffled[i], rename(rows[j][coders-1-k]))
			}
		}
		a, err := agreement.New(rows, nil, agreement.Format{})
		if err != nil {
			t.Fatal(err)
		}
		b, err := agreement.New(shuffled, nil, agreement.Format{})
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range agreement.Statistics() {
			x, y := of(t, s, a, agreement.Options{}), of(t, s, b, agreement.Options{})
			if x.Defined() != y.Defined() || x.Defined() && math.Abs(*x.Value-*y.Value) > 1e-12 {
				t.Errorf("%v after shuffling %v", x, y)
			}
			if x.Defined() && s.Name != "fleiss_kappa_z" && *x.Value > 1+1e-12 {
				t.Errorf("%v is above 1", x)
			}
		}
	}
}

func rename(c string) string {
	if c == "" {
		return ""
	}
	return string(rune('z' - c[0] + 'a'))
}

// TestManyDistinctValues takes the path without a table of differences and compares it with the one that has it.
func TestManyDistinctValues(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	few, many := make([][]string, 300), make([][]string, 300)
	for i := range few {
		for range 3 {
			v := random.IntN(400)
			few[i] = append(few[i], strconv.Itoa(v))
			many[i] = append(many[i], strconv.Itoa(v))
		}
	}
	for i := range 300 { // units with one rating carry new categories and change no alpha
		many = append(many, []string{strconv.Itoa(1000 + i), "", ""})
	}
	a, _ := agreement.New(few, nil, agreement.Format{})
	b, _ := agreement.New(many, nil, agreement.Format{})
	for _, m := range []agreement.Metric{agreement.Nominal, agreement.Ordinal, agreement.Interval, agreement.Ratio} {
		x, y := of(t, agreement.KrippendorffAlpha, a, agreement.Options{Metric: m}), of(t, agreement.KrippendorffAlpha, b, agreement.Options{Metric: m})
		if math.Abs(*x.Value-*y.Value) > 1e-12 {
			t.Errorf("%v with few categories, %v with many", x, y)
		}
	}
}

// TestCircular: hours 23 and 0 are one hour apart, as 0 and 1 are.
func TestCircular(t *testing.T) {
	turned := func(by int) *agreement.Table {
		var rows []string
		for _, p := range [][2]int{{23, 0}, {5, 6}, {12, 12}, {18, 20}, {3, 2}} {
			rows = append(rows, strconv.Itoa((p[0]+by)%24)+" "+strconv.Itoa((p[1]+by)%24))
		}
		return made(t, agreement.Format{}, rows...)
	}
	o := agreement.Options{Metric: agreement.Circular, Period: 24}
	want := *of(t, agreement.KrippendorffAlpha, turned(0), o).Value
	for by := range 24 {
		if got := *of(t, agreement.KrippendorffAlpha, turned(by), o).Value; math.Abs(got-want) > 1e-12 {
			t.Errorf("turned by %d: %v, want %v", by, got, want)
		}
	}
}

// TestIntervals holds the methods to each other: on many units, formula, jackknife and bootstrap have about one width.
func TestIntervals(t *testing.T) {
	table := drawn(t, rand.New(rand.NewPCG(5, 6)), 400, 4, 5, 0.1)
	for _, s := range agreement.Statistics() {
		boot := of(t, s, table, agreement.Options{Interval: agreement.Bootstrap, Resamples: 1000, Seed: 7})
		if !boot.Defined() {
			continue
		}
		again := of(t, s, table, agreement.Options{Interval: agreement.Bootstrap, Resamples: 1000, Seed: 7})
		if *boot.Low != *again.Low || *boot.High != *again.High {
			t.Errorf("%s: the same seed gives other bounds", s.Name)
		}
		if *boot.Low > *boot.Value || *boot.High < *boot.Value {
			t.Errorf("%v lies outside its interval", boot)
		}
		jack := of(t, s, table, agreement.Options{Interval: agreement.Jackknife})
		if r := *jack.StandardError / *boot.StandardError; r < 0.9 || r > 1.1 {
			t.Errorf("%s: jackknife's standard error is %.3f of the bootstrap's", s.Name, r)
		}
		formula := of(t, s, table, agreement.Options{Interval: agreement.Analytic})
		if formula.StandardError == nil {
			continue
		}
		if r := *formula.StandardError / *jack.StandardError; r < 0.98 || r > 1.02 {
			t.Errorf("%s: the formula's standard error is %.3f of the jackknife's", s.Name, r)
		}
	}
}

// TestStudent compares t intervals with printed quantiles through the width of a percent agreement's interval.
func TestStudent(t *testing.T) {
	// 0.975 quantiles of t: 12.706 (1), 4.303 (2), 2.571 (5), 2.228 (10), 2.042 (30). Origin: any printed t table, e.g. Fisher 1925, table IV.
	for units, want := range map[int]float64{2: 12.706, 3: 4.303, 6: 2.571, 11: 2.228, 31: 2.042} {
		rows := []string{"1 2"}
		for range units - 1 {
			rows = append(rows, "1 1")
		}
		v := of(t, agreement.PercentAgreement, made(t, agreement.Format{}, rows...), agreement.Options{Interval: agreement.Analytic})
		if got := (*v.Value - *v.Low) / *v.StandardError; math.Abs(got-want) > 0.0006 {
			t.Errorf("%d units: %.4f, want %.3f", units, got, want)
		}
	}
}

// TestOptions holds options that do not fit to errors that say so.
func TestOptions(t *testing.T) {
	words := made(t, agreement.Format{}, "low high", "low low")
	cases := []struct {
		name string
		s    agreement.Statistic
		o    agreement.Options
		says string
	}{
		{"metric without numbers", agreement.KrippendorffAlpha, agreement.Options{Metric: agreement.Interval}, `"high" is none`},
		{"weights without numbers", agreement.CohenKappa, agreement.Options{Weights: agreement.Linear}, "need numbers or a given order"},
		{"weights where none belong", agreement.GwetAC1, agreement.Options{Weights: agreement.Linear}, "takes no weights"},
		{"metric where none belongs", agreement.CohenKappa, agreement.Options{Metric: agreement.Ordinal}, "takes no metric"},
		{"own weights of another size", agreement.WeightedKappa, agreement.Options{Disagreement: [][]float64{{0}}}, "2 x 2"},
	}
	for _, c := range cases {
		if _, err := c.s.Of(words, c.o); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	ordered := made(t, agreement.Format{Categories: []string{"low", "middle", "high"}}, "low high", "low low")
	if _, err := agreement.KrippendorffAlpha.Of(ordered, agreement.Options{Metric: agreement.Ordinal}); err != nil {
		t.Errorf("ordinal with a given order: %v", err)
	}
}
