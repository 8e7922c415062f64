// Pairs: what the index finds, with the reasons.

package similar

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/hasteslowly/readiness/framework/strict"
)

// A Pair is two phrases, by their positions, A before B.
type Pair struct {
	A, B       int
	Similarity float64
	// Shared, OnlyA and OnlyB are the features that both have and that one alone has, the rarest first.
	Shared, OnlyA, OnlyB []string
}

// Reason says in a sentence what the two share and what not.
func (p Pair) Reason() string {
	list := func(f []string) string { return strings.Join(f, ", ") }
	parts := []string{"both say " + list(p.Shared)}
	if len(p.OnlyA) > 0 {
		parts = append(parts, "only the first "+list(p.OnlyA))
	}
	if len(p.OnlyB) > 0 {
		parts = append(parts, "only the second "+list(p.OnlyB))
	}
	return strings.Join(parts, "; ")
}

// Found is what [Index.Pairs] gives.
type Found struct {
	// Equal lists groups of phrases with the same features, by position; each is alike by 1. A pair names the first of a group for all.
	Equal [][]int
	// Pairs are the others, the most alike first, then by the Order of the options, then by position.
	Pairs []Pair
}

// Pairs finds all pairs whose similarity is at least the threshold, above 0 and at most 1. Phrases without any feature are equal to each other and to nothing else.
func (x *Index) Pairs(threshold float64) (Found, error) {
	if !(threshold > 0 && threshold <= 1) {
		return Found{}, badThreshold(threshold)
	}
	var f Found
	for _, m := range x.members {
		if len(m) > 1 {
			group := make([]int, len(m))
			for i, k := range m {
				group[i] = int(k)
			}
			f.Equal = append(f.Equal, group)
		}
	}
	slices.SortFunc(f.Equal, func(a, b []int) int { return cmp.Compare(a[0], b[0]) })
	j := x.join(threshold)
	f.Pairs = make([]Pair, 0, len(j.found))
	for _, h := range j.found {
		f.Pairs = append(f.Pairs, x.pair(h))
	}
	x.sort(f.Pairs)
	return f, nil
}

func badThreshold(t float64) error {
	return strict.Fail("threshold", []strict.Problem{{Path: "threshold", What: fmt.Sprintf("is %v", t), Cure: "give a number above 0 and at most 1"}})
}

// sort orders pairs as [Found] says.
func (x *Index) sort(pairs []Pair) {
	order := make([]float64, len(pairs))
	if x.options.Order != nil {
		for i, p := range pairs {
			order[i] = x.options.Order.Similarity(x.phrases[p.A], x.phrases[p.B])
		}
	}
	at := make([]int, len(pairs))
	for i := range at {
		at[i] = i
	}
	slices.SortFunc(at, func(i, j int) int {
		a, b := pairs[i], pairs[j]
		return cmp.Or(cmp.Compare(b.Similarity, a.Similarity), cmp.Compare(order[j], order[i]), cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B))
	})
	sorted := make([]Pair, len(pairs))
	for i, k := range at {
		sorted[i] = pairs[k]
	}
	copy(pairs, sorted)
}

func (x *Index) pair(h hit) Pair {
	a, b := h.a, h.b
	if x.members[a][0] > x.members[b][0] {
		a, b = b, a
	}
	p := Pair{A: int(x.members[a][0]), B: int(x.members[b][0]), Similarity: h.similarity}
	p.Shared, p.OnlyA, p.OnlyB = x.compare(x.set(a), x.set(b))
	if w, ok := x.options.Measure.features().(words); ok {
		inA, inB := w.shown(x.phrases[p.A]), w.shown(x.phrases[p.B])
		show(p.Shared, inA)
		show(p.OnlyA, inA)
		show(p.OnlyB, inB)
	}
	return p
}

func show(features []string, words map[string]string) {
	for i, f := range features {
		if words[f] != "" {
			features[i] = words[f]
		}
	}
}

// compare parts two sorted sets in what they share and what not.
func (x *Index) compare(a, b []int32) (shared, onlyA, onlyB []string) {
	for len(a) > 0 || len(b) > 0 {
		switch {
		case len(b) == 0 || len(a) > 0 && a[0] < b[0]:
			onlyA, a = append(onlyA, x.features[a[0]]), a[1:]
		case len(a) == 0 || b[0] < a[0]:
			onlyB, b = append(onlyB, x.features[b[0]]), b[1:]
		default:
			shared, a, b = append(shared, x.features[a[0]]), a[1:], b[1:]
		}
	}
	return shared, onlyA, onlyB
}

// Near lists the phrases alike to a phrase that need not be in the index, by at least the threshold, the most alike first; A is -1.
func (x *Index) Near(phrase string, threshold float64) ([]Pair, error) {
	if !(threshold > 0 && threshold <= 1) {
		return nil, badThreshold(threshold)
	}
	has, known, strange := make([]bool, len(x.features)), []int32{}, []string{}
	for _, f := range x.options.Measure.features().Of(phrase) {
		n, ok := x.number[f]
		if !ok {
			strange = append(strange, f)
			continue
		}
		has[n] = true
		known = append(known, n)
	}
	slices.Sort(known)
	var pairs []Pair
	for i := range x.members {
		set, shared := x.set(int32(i)), 0
		for _, f := range set {
			if has[f] {
				shared++
			}
		}
		similarity := x.options.Measure.As.of(shared, len(known)+len(strange), len(set))
		if similarity < threshold {
			continue
		}
		p := Pair{A: -1, Similarity: similarity}
		p.Shared, p.OnlyA, p.OnlyB = x.compare(known, set)
		p.OnlyA = append(strange[:len(strange):len(strange)], p.OnlyA...)
		for _, k := range x.members[i] {
			p.B = int(k)
			pairs = append(pairs, p)
		}
	}
	slices.SortFunc(pairs, func(a, b Pair) int { return cmp.Or(cmp.Compare(b.Similarity, a.Similarity), cmp.Compare(a.B, b.B)) })
	return pairs, nil
}
