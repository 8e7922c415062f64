// Spans: coders who cut a text themselves. Agreement on where, on what, and on both.

package agreement

import (
	"fmt"
	"slices"

	"github.com/hasteslowly/readiness/framework/strict"
)

// A Span is a stretch of a text with its category: from Start up to and without End.
type Span struct {
	Start, End int
	Category   string
}

// A Continuum is a text of some length, from Start, with what each coder marked in it. Spans of one coder must not overlap within one
// category for [Continuum.Unitizing], nor at all for [Continuum.Positions].
type Continuum struct {
	Start, Length int
	Coders        [][]Span
}

const maxSpans = 1_000_000

// check reports spans outside the continuum or empty ones, and overlaps.
func (c Continuum) check(overlap func(a, b Span) bool) error {
	var problems []strict.Problem
	report := func(coder, span int, what, cure string) {
		problems = append(problems, strict.Problem{Path: fmt.Sprintf("coder %d, span %d", coder+1, span+1), What: what, Cure: cure})
	}
	for i, spans := range c.Coders {
		if len(spans) > maxSpans {
			report(i, 0, fmt.Sprintf("has more than %d spans", maxSpans), "judge parts of the text")
			continue
		}
		order := sortedSpans(spans)
		for j, s := range order {
			if s.Start < c.Start || s.End > c.Start+c.Length || s.Start >= s.End {
				report(i, j, fmt.Sprintf("%d to %d is empty or outside the text, %d to %d", s.Start, s.End, c.Start, c.Start+c.Length), "correct its positions")
			}
			if j > 0 && order[j-1].End > s.Start && overlap(order[j-1], s) {
				report(i, j, fmt.Sprintf("overlaps %d to %d", order[j-1].Start, order[j-1].End), "unite the two, or judge categories one by one")
			}
		}
	}
	return strict.Fail("spans", problems)
}

func sortedSpans(spans []Span) []Span {
	order := slices.Clone(spans)
	slices.SortStableFunc(order, func(a, b Span) int { return a.Start - b.Start })
	return order
}

// A View is what of the spans counts in [Continuum.AlphaU] and [Continuum.Positions].
type View uint8

// The views.
const (
	// Everything: the category of each position, unmarked being one (u-alpha).
	Everything View = iota
	// MarkedOrNot: whether a position is marked, whatever its category (|u-alpha).
	MarkedOrNot
	// CategoryWhereMarked: the category where two coders or more marked something (cu-alpha).
	CategoryWhereMarked
	// OneCategory: one category, where two coders or more marked something for AlphaU ((k)u-alpha), anywhere for Positions.
	OneCategory
)

var viewNames = []string{"everything", "marked-or-not", "category-where-marked", "one-category"}

// String gives the name.
func (v View) String() string { return nameOf(viewNames, int(v)) }

// Positions is Krippendorff's nominal alpha with the positions of the text for units, under a view; category is that of OneCategory.
//
// Chance here draws single positions; [Continuum.AlphaU], which keeps spans whole, is the published coefficient, and differs by terms of the order of span length / text
// length. Where every span has length 1 the two are the same.
//
// It is undefined as alpha is: for instance when nobody marked anything. Time is linear in the number of spans, not in the length.
func (c Continuum) Positions(view View, category string) (Value, error) {
	if err := c.check(func(a, b Span) bool { return view != OneCategory || a.Category == category && b.Category == category }); err != nil {
		return Value{}, err
	}
	names := []string{""} // 0 is unmarked
	marks := make([][]Span, len(c.Coders))
	for i, spans := range c.Coders {
		for _, s := range sortedSpans(spans) {
			if view == MarkedOrNot {
				s.Category = "marked"
			}
			if view == OneCategory && s.Category != category {
				continue
			}
			if !slices.Contains(names, s.Category) {
				names = append(names, s.Category)
			}
			marks[i] = append(marks[i], s)
		}
	}
	v := Value{Statistic: "alpha_positions", Variant: view.String(), Units: c.Length, Coders: len(c.Coders), Categories: len(names)}
	if len(c.Coders) < 2 {
		v.Undefined = "it takes two coders or more"
		return v, nil
	}
	return v.of(c.sweep(marks, names, view, &v)), nil
}

// sweep counts positions under a view.
func (c Continuum) sweep(marks [][]Span, names []string, view View, v *Value) raw {
	counts := make([]int64, len(names))
	disagree, n := 0.0, int64(0)
	c.stretches(marks, names, func(here []int64, length int64) {
		if view == CategoryWhereMarked {
			here[0] = 0
		}
		m, apart := int64(0), int64(0)
		for _, h := range here {
			m += h
			apart -= h * h
		}
		if m < 2 {
			return
		}
		v.Pairable += int(length)
		n += m * length
		for k, h := range here {
			counts[k] += h * length
		}
		disagree += float64(float64(length) * float64(apart+m*m) / float64(m-1))
	})
	if n == 0 {
		return raw{undefined: "no position counts for two coders"}
	}
	same := 0.0
	for _, k := range counts {
		same += float64(float64(k) * float64(k-1))
	}
	all := float64(float64(n) * float64(n-1))
	return alpha(disagree/float64(n), (all-same)/all)
}

// stretches goes from boundary to boundary; between two every position is the same. f gets how many coders have each category there, which it may change, and the length.
func (c Continuum) stretches(marks [][]Span, names []string, f func(here []int64, length int64)) {
	number := map[string]int{}
	for i, n := range names {
		number[n] = i
	}
	next, here := make([]int, len(marks)), make([]int64, len(names))
	for at := c.Start; at < c.Start+c.Length; {
		end := c.Start + c.Length
		clear(here)
		for i, spans := range marks {
			for next[i] < len(spans) && spans[next[i]].End <= at {
				next[i]++
			}
			k := 0
			if next[i] < len(spans) {
				if s := spans[next[i]]; s.Start <= at {
					k, end = number[s.Category], min(end, s.End)
				} else {
					end = min(end, s.Start)
				}
			}
			here[k]++
		}
		f(here, int64(end-at))
		at = end
	}
}
