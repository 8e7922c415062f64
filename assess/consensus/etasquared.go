// Eta squared: what differences go with.

package consensus

import (
	"math"
	"slices"

	"github.com/hasteslowly/readiness/assess/internal/portable"
)

// A Grouping holds values in groups, and blocks within which the values may change places when a p-value is made.
type Grouping struct {
	Values []float64
	// Group numbers the group of each value, from 0.
	Group []int
	// Block numbers the block of each value; nil when any value may stand in any group. A respondent who speaks of several contexts is a
	// block: that people differ does not make contexts differ.
	Block []int
}

// EtaSquared is the share of the sum of squares of the values that lies between groups, 0 to 1. With few values a group it is large by
// chance, and with one value a group it is 1 whatever the values are: it is undefined then, as below two groups and without variance. The p-value is the
// share of the arrangements of values (within their blocks) whose eta squared is at least as large: of all arrangements when there are
// not more than asked for, otherwise (b+1)/(m+1) with b of m random ones, which is never 0. Missing values are left out. It
// grows with the number of groups; it is not an effect of the groups. Source: Pearson 1905; p-value: Phipson & Smyth 2010, Stat Appl Genet Mol
// Biol 9, doi:10.2202/1544-6115.1585.
func EtaSquared(g Grouping, o Options) Value {
	v := Value{Index: "eta squared"}
	if len(g.Group) != len(g.Values) || g.Block != nil && len(g.Block) != len(g.Values) || slices.ContainsFunc(g.Group, func(k int) bool { return k < 0 || k > len(g.Values) }) {
		return v.without("values, groups and blocks differ in number, or a group is not numbered from 0 upwards")
	}
	g = g.present()
	groups := 0
	for _, k := range g.Group {
		groups = max(groups, k+1)
	}
	sizes := make([]float64, groups)
	for _, k := range g.Group {
		sizes[k]++
	}
	for _, n := range sizes {
		if n > 0 {
			v.Groups++
		}
	}
	v.N = len(g.Values)
	switch {
	case v.Groups < 2:
		return v.without("it takes two groups")
	case v.N == v.Groups:
		return v.without("each group has one value: it would be 1 whatever the values are")
	case !moderate(g.Values):
		return v.without(immoderate)
	}
	total := squares(g.Values)
	if flat(total, g.Values) {
		return v.without("all values are the same")
	}
	centre := mean(g.Values)
	centred := make([]float64, v.N)
	for i, x := range g.Values {
		centred[i] = x - centre
	}
	sums := make([]float64, groups)
	between := func(labels []int) float64 {
		clear(sums)
		for i, x := range centred {
			sums[labels[i]] += x
		}
		sum := 0.0
		for k, s := range sums {
			if sizes[k] > 0 {
				sum += float64(s*s) / sizes[k]
			}
		}
		return sum
	}
	observed, rounding := between(g.Group), float64(total*1e-12)
	v = v.with(min(observed/total, 1))
	return g.test(v, func(labels []int) bool { return between(labels) >= observed-rounding }, o)
}

// present leaves out what is missing.
func (g Grouping) present() Grouping {
	var kept Grouping
	for i, x := range g.Values {
		if !math.IsNaN(x) {
			kept.Values = append(kept.Values, x)
			kept.Group = append(kept.Group, g.Group[i])
			if g.Block != nil {
				kept.Block = append(kept.Block, g.Block[i])
			}
		}
	}
	return kept
}

// blocks lists the places of each block, blocks of one left out.
func (g Grouping) blocks() [][]int {
	if g.Block == nil {
		all := make([]int, len(g.Values))
		for i := range all {
			all[i] = i
		}
		return [][]int{all}
	}
	places := map[int][]int{}
	for i, b := range g.Block {
		places[b] = append(places[b], i)
	}
	var blocks [][]int
	for i, b := range g.Block {
		if p := places[b]; p[0] == i && len(p) > 1 {
			blocks = append(blocks, p)
		}
	}
	return blocks
}

// test adds the p-value: the share of arrangements of labels that reach what was observed.
func (g Grouping) test(v Value, reaches func(labels []int) bool, o Options) Value {
	blocks, most := g.blocks(), o.Permutations
	if most == 0 {
		most = 1999
	}
	if len(blocks) == 0 {
		return v // nothing may change places
	}
	labels, hits := slices.Clone(g.Group), 0
	count := func() {
		if reaches(labels) {
			hits++
		}
	}
	var p float64
	if all, few := g.arrangements(blocks, most); few {
		every(labels, blocks, count)
		p, v.Permutations, v.Exact = float64(hits)/float64(all), all, true
	} else {
		random := portable.NewStream(o.Seed, purposePermutation, 0)
		for range most {
			for _, places := range blocks {
				for i := len(places) - 1; i > 0; i-- {
					a, b := places[i], places[random.Below(i+1)]
					labels[a], labels[b] = labels[b], labels[a]
				}
			}
			count()
		}
		p, v.Permutations, v.Seed = float64(hits+1)/float64(most+1), most, o.Seed
	}
	v.P = &p
	return v
}

// purposePermutation names the stream of random numbers.
const purposePermutation = 0x7065726d

// arrangements counts the different ways to give out the labels of each block within it, if they are at most so many: the product of
// multinomial coefficients, built up factor by factor so that every step is a whole number.
func (g Grouping) arrangements(blocks [][]int, most int) (all int, few bool) {
	all = 1
	for _, places := range blocks {
		given := map[int]int{}
		for n, place := range places {
			given[g.Group[place]]++
			if all = all * (n + 1) / given[g.Group[place]]; all > most {
				return all, false
			}
		}
	}
	return all, true
}

// every visits all different arrangements of labels within the blocks, this one included, and leaves the labels as they were.
func every(labels []int, blocks [][]int, visit func()) {
	if len(blocks) == 0 {
		visit()
		return
	}
	places := blocks[0]
	own := make([]int, len(places))
	for i, p := range places {
		own[i] = labels[p]
	}
	left := slices.Sorted(slices.Values(own))
	var arrange func(at int)
	arrange = func(at int) {
		if at == len(places) {
			every(labels, blocks[1:], visit)
			return
		}
		last := -1
		for i, label := range left {
			if label < 0 || label == last {
				continue
			}
			last, left[i], labels[places[at]] = label, -1, label
			arrange(at + 1)
			left[i] = label
		}
	}
	arrange(0)
	for i, p := range places {
		labels[p] = own[i]
	}
}

// Corrected is eta squared less what its number of groups gives by chance, 1 - (1-v) (N-1)/(N-G): epsilon squared (Kelley 1935,
// doi:10.1073/pnas.21.9.554). It can be below 0. It is meant for a Value of [EtaSquared], and undefined where that is.
func Corrected(v Value) Value {
	c := Value{Index: "epsilon squared", N: v.N, Groups: v.Groups}
	if !v.Defined() {
		return c.without("%s", v.Undefined)
	}
	return c.with(1 - float64(float64((1-*v.Value)*float64(v.N-1))/float64(v.N-v.Groups)))
}
