// ICC(1) and ICC(2): what belonging to a group says of its members' ratings.

package consensus

import (
	"math"
	"slices"

	"github.com/hasteslowly/readiness/assess/internal/portable"
)

// ICC1 is the share of the variance of ratings that lies between groups, from the one-way analysis of variance of members in groups:
//
//	(MSB - MSW) / (MSB + (n - 1) MSW)   n = (N - sum n_g^2 / N) / (G - 1)
//
// with n the size of a group, or what stands for it when sizes differ (some programs take the mean size, which is never smaller and moves it towards 0). It
// is 1 when only groups differ, 0 when groups differ as chance would have it, and below 0 when they differ less, down to -1/(n-1).
// Missing answers are left out. It is undefined below two groups, without variance, and when no group has two members. The interval is that of the F
// distribution, exact for normal ratings and groups of equal size. It is not agreement: groups that agree among each other have a low one. Source:
// Shrout & Fleiss 1979, Psychol Bull 86, doi:10.1037/0033-2909.86.2.420 (form 1,1); n: Searle, Casella & McCulloch 1992, Variance
// Components, chapter 3.
func ICC1(groups [][]float64, o Options) Value {
	w, v, ok := oneWay("ICC(1)", groups, o)
	if !ok {
		return v
	}
	ratio := func(f float64) float64 { return (f - 1) / (f + w.size - 1) }
	return w.dressed(v, ratio, (w.between-w.within)/(w.between+float64((w.size-1)*w.within)), o)
}

// ICC2 is the reliability of the groups' means: (MSB - MSW) / MSB. It is undefined where ICC1 is, and when the means are all alike.
// Source: as of [ICC1] (form 1,k).
func ICC2(groups [][]float64, o Options) Value {
	w, v, ok := oneWay("ICC(2)", groups, o)
	if !ok {
		return v
	}
	if w.between <= w.total*1e-12 {
		return v.without("the groups' means are all alike")
	}
	return w.dressed(v, func(f float64) float64 { return 1 - 1/f }, (w.between-w.within)/w.between, o)
}

// A layout is a one-way analysis of variance.
type layout struct {
	between, within, total  float64 // mean squares; the total sum of squares
	betweenFree, withinFree float64
	size                    float64
	unequal                 bool
}

func oneWay(index string, groups [][]float64, o Options) (w layout, v Value, ok bool) {
	v = Value{Index: index}
	var filled [][]float64
	var all []float64
	for _, g := range groups {
		if g = answered(g); len(g) > 0 {
			filled = append(filled, g)
			all = append(all, g...)
		}
	}
	v.N, v.Groups = len(all), len(filled)
	switch {
	case !moderate(all):
		return w, v.without(immoderate), false
	case v.Groups < 2:
		return w, v.without("it takes two groups"), false
	case v.N == v.Groups:
		return w, v.without("no group has two members: people and groups cannot be told apart"), false
	}
	centre, squared, between, within := mean(all), 0.0, 0.0, 0.0
	for _, g := range filled {
		n := float64(len(g))
		squared += float64(n * n)
		d := mean(g) - centre
		between += float64(n * float64(d*d))
		within += squares(g)
		w.unequal = w.unequal || len(g) != len(filled[0])
	}
	w.total = squares(all)
	if flat(w.total, all) {
		return w, v.without("all ratings are the same"), false
	}
	n := float64(v.N)
	w.betweenFree, w.withinFree = float64(v.Groups-1), float64(v.N-v.Groups)
	w.between, w.within = between/w.betweenFree, within/w.withinFree
	w.size = (n - squared/n) / w.betweenFree
	return w, v, true
}

// flat says whether a sum of squares is only rounding.
func flat(squares float64, x []float64) bool {
	largest := 0.0
	for _, v := range x {
		largest = max(largest, math.Abs(v))
	}
	return squares <= float64(1e-24*float64(len(x)))*max(float64(largest*largest), 1e-300)
}

// moderate says whether squares of values can be added up.
func moderate(x []float64) bool {
	return !slices.ContainsFunc(x, func(v float64) bool { return math.Abs(v) > 1e100 })
}

const immoderate = "a value is infinite or beyond 1e100"

func answered(x []float64) []float64 {
	var kept []float64
	for _, v := range x {
		if !math.IsNaN(v) {
			kept = append(kept, v)
		}
	}
	return kept
}

// dressed adds interval and warnings; of turns the ratio of mean squares into the index.
func (w layout) dressed(v Value, of func(f float64) float64, x float64, o Options) Value {
	v = v.with(x)
	if x < 0 {
		v = v.warn(BelowChance, "the groups differ less than their members would by chance")
	}
	if flatWithin := w.within <= float64(w.total*1e-12); flatWithin {
		return v
	}
	f, tail := w.between/w.within, float64((1-o.level())/2)
	low := of(f / portable.FQuantile(1-tail, w.betweenFree, w.withinFree))
	high := of(float64(f * portable.FQuantile(1-tail, w.withinFree, w.betweenFree)))
	p := portable.FAbove(f, w.betweenFree, w.withinFree)
	v.Low, v.High, v.Level, v.P = &low, &high, o.level(), &p
	if w.unequal {
		v = v.warn(UnequalSize, "the interval is exact for groups of equal size; these differ")
	}
	return v
}
