// Statistics as values: each with its documentation and how it is computed.

package agreement

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hasteslowly/readiness/framework/strict"
)

// A Statistic is one coefficient.
type Statistic struct {
	// Name is the one used in data and by the program; Title is the usual one.
	Name, Title string
	// Formula, what makes it undefined beyond the package's conventions, what it is confused with, and its source.
	Formula, Undefined, Confused, Source string
	// TakesMetric and TakesWeights say which options matter.
	TakesMetric, TakesWeights bool

	compute func(t *Table, o prepared) raw
	// influence gives each unit's share in the value, for the analytic interval; nil where there is no formula.
	influence func(t *Table, o prepared, r raw) []float64
}

// Options of a statistic; the zero value is nominal, unweighted, without interval.
type Options struct {
	Metric  Metric
	Weights Weights
	// Disagreement replaces Weights by a square matrix of the disagreement of each pair of categories, 0 on the diagonal, any
	// scale: row the first coder's category, column the second's.
	Disagreement [][]float64
	// Period is that of the circular metric, e.g. 360 or 24; without it, max-min+1 of the categories.
	Period float64
	// Pooled weighs a unit in percent agreement by its number of ratings instead of counting units alike.
	Pooled bool
	// DropSingles leaves units with one rating out of the prevalence (as DKPro does; Gwet keeps them).
	DropSingles bool

	// Interval asks for bounds; Level is their confidence, 0.95 when 0.
	Interval IntervalMethod
	Level    float64
	// Resamples is 2000 when 0; Seed makes the draws.
	Resamples int
	Seed      uint64
}

// prepared are options with the matrices of a table.
type prepared struct {
	Options
	weights []float64 // nil when unweighted
	values  []float64
}

// Statistics lists all, in the order of the manual.
func Statistics() []Statistic {
	return []Statistic{
		PercentAgreement, PercentAllEqual,
		CohenKappa, WeightedKappa, CohenKappaMax, ScottPi,
		FleissKappa, FleissKappaZ, LightKappa, CongerKappa,
		GwetAC1, GwetAC2, BrennanPrediger, BennettS, RandolphKappa,
		KrippendorffAlpha,
	}
}

// Find gives the statistic of a name, or an error that lists them.
func Find(name string) (Statistic, error) {
	all := Statistics()
	i := slices.IndexFunc(all, func(s Statistic) bool { return s.Name == name })
	if i >= 0 {
		return all[i], nil
	}
	var names []string
	for _, s := range all {
		names = append(names, s.Name)
	}
	cure := "use one of " + strings.Join(names, ", ")
	if near := strict.Nearest(name, names); near != "" {
		cure = near + " " + cure
	}
	return Statistic{}, strict.Fail("statistic", []strict.Problem{{What: fmt.Sprintf("%q is none", name), Cure: cure}})
}

// Of computes the statistic. An option that does not suit the statistic or the table is an error; a table that the statistic
// cannot judge gives a value that is undefined.
func (s Statistic) Of(t *Table, o Options) (Value, error) {
	p, problems := s.prepare(t, o)
	if err := strict.Fail("options", problems); err != nil {
		return Value{}, err
	}
	v := Value{Statistic: s.Name, Variant: s.variant(o), Units: t.Units(), Coders: t.coders, Categories: len(t.categories), Pairable: t.pairable, Warnings: t.Warnings()}
	if s.Name == GwetAC2.Name && p.weights == nil {
		v.Warnings = append(v.Warnings, "without weights this is AC1")
	}
	r := s.compute(t, p)
	if r.undefined != "" {
		v.Undefined = r.undefined
		return v, nil
	}
	v.Value = &r.value
	if !s.without() {
		v.Observed, v.Expected = &r.observed, &r.expected
	}
	return s.interval(v, t, p, r), nil
}

// without says that there is no observed and expected part.
func (s Statistic) without() bool {
	return slices.Contains([]string{PercentAgreement.Name, PercentAllEqual.Name, FleissKappaZ.Name, LightKappa.Name, CohenKappaMax.Name}, s.Name)
}

func (s Statistic) variant(o Options) string {
	switch {
	case s.TakesMetric:
		return o.Metric.String()
	case s.TakesWeights && o.Disagreement != nil:
		return "own weights"
	case s.TakesWeights && o.Weights != Unweighted:
		return o.Weights.String()
	}
	return ""
}

func (s Statistic) prepare(t *Table, o Options) (prepared, []strict.Problem) {
	p := prepared{Options: o, values: t.values}
	var problems []strict.Problem
	report := func(path, what, cure string) {
		problems = append(problems, strict.Problem{Path: path, What: what, Cure: cure})
	}
	if t.values == nil && t.ordered {
		p.values = ranks(len(t.categories))
	}
	if o.Metric != Nominal && !s.TakesMetric {
		report("metric", s.Name+" takes no metric", "leave it out, or use krippendorff_alpha")
	}
	if o.Metric != Nominal && !(o.Metric == Ordinal && t.ordered) && t.values == nil {
		report("metric", fmt.Sprintf("%s needs numbers, and %q is none", o.Metric, t.word()), "use nominal, or code the categories as numbers; for ordinal, name them in their order")
	}
	if (o.Weights != Unweighted || o.Disagreement != nil) && !s.TakesWeights {
		report("weights", s.Name+" takes no weights", "leave them out, or use its weighted kin")
	}
	if o.Weights != Unweighted && p.values == nil {
		report("weights", fmt.Sprintf("%s weights need numbers or a given order, and %q is no number", o.Weights, t.word()), "code the categories as numbers, or name them in their order")
	}
	if o.Metric == Ratio && t.values != nil && len(t.values) > 0 && t.values[0] < 0 {
		report("metric", "ratio needs values of 0 or more", "use interval")
	}
	if o.Level < 0 || o.Level >= 1 || o.Resamples < 0 || o.Resamples > 1_000_000 || o.Period < 0 {
		report("options", "the level is not between 0 and 1, the resamples not between 0 and a million, or the period is negative", "correct it")
	}
	if len(problems) > 0 {
		return p, problems
	}
	if o.Metric == Circular && o.Period == 0 && len(p.values) > 0 {
		p.Period = p.values[len(p.values)-1] - p.values[0] + 1
	}
	if o.Weights != Unweighted {
		p.weights = o.Weights.matrix(p.values)
	}
	if o.Disagreement != nil {
		p.weights, problems = ownWeights(o.Disagreement, len(t.categories))
	}
	return p, problems
}

// word gives a category that is no number.
func (t *Table) word() string {
	for _, c := range t.categories {
		if _, ok := number(c); !ok {
			return c
		}
	}
	return ""
}

func ranks(n int) []float64 {
	r := make([]float64, n)
	for i := range r {
		r[i] = float64(i + 1)
	}
	return r
}

// ownWeights turns disagreements of any scale into agreement weights: 1 - v/largest.
func ownWeights(v [][]float64, q int) ([]float64, []strict.Problem) {
	largest := 0.0
	bad := len(v) != q
	for i, row := range v {
		bad = bad || len(row) != q
		for j, x := range row {
			bad = bad || !(x >= 0 && x <= 1e15) || i == j && x != 0
			largest = max(largest, x)
		}
	}
	if bad || largest == 0 {
		return nil, []strict.Problem{{Path: "disagreement", What: fmt.Sprintf("is not %d x %d with zeros on the diagonal and numbers of 0 or more elsewhere", q, q), Cure: "give one row and one column a category, in their order"}}
	}
	w := make([]float64, 0, q*q)
	for _, row := range v {
		for _, x := range row {
			w = append(w, 1-x/largest)
		}
	}
	return w, nil
}
