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

// A View is what of the spans counts in [Continuum.Positions].
type View uint8

// The views of the alpha_u family.
const (
	// Everything: the category of each position, unmarked being one (u-alpha).
	Everything View = iota
	// MarkedOrNot: whether a position is marked, whatever its category (|u-alpha).
	MarkedOrNot
	// CategoryWhereMarked: the category of positions that two coders or more marked (cu-alpha).
	CategoryWhereMarked
	// OneCategory: whether a position is marked with one category ((k)u-alpha).
	OneCategory
)

var viewNames = []string{"everything", "marked-or-not", "category-where-marked", "one-category"}

// String gives the name.
func (v View) String() string { return nameOf(viewNames, int(v)) }

// Positions is Krippendorff's nominal alpha with the positions of the text for units, under a view; category is that of OneCategory.
//
// It asks the questions of the alpha_u family (Krippendorff, Mathet, Bouvry & Widloecher 2016, doi:10.1007/s11135-015-0266-1), on where, on what,
// and on both, and weighs spans by length as they do. Chance here draws single positions, theirs keeps spans whole: values differ from theirs by
// terms of the order of span length / text length, least for long texts with short spans. For chance over whole spans see [Continuum.Unitizing].
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
	v := Value{Statistic: "alpha_u", Variant: view.String(), Units: c.Length, Coders: len(c.Coders), Categories: len(names)}
	if len(c.Coders) < 2 {
		v.Undefined = "it takes two coders or more"
		return v, nil
	}
	return v.of(c.sweep(marks, names, view, &v)), nil
}

// sweep goes from boundary to boundary; between two, every position is the same.
func (c Continuum) sweep(marks [][]Span, names []string, view View, v *Value) raw {
	next := make([]int, len(marks))
	counts := make([]int64, len(names))
	disagree, n := 0.0, int64(0)
	here := make([]int64, len(names))
	for at := c.Start; at < c.Start+c.Length; {
		end := c.Start + c.Length
		clear(here)
		m := int64(0)
		for i, spans := range marks {
			for next[i] < len(spans) && spans[next[i]].End <= at {
				next[i]++
			}
			k := 0
			if next[i] < len(spans) {
				if s := spans[next[i]]; s.Start <= at {
					k, end = slices.Index(names, s.Category), min(end, s.End)
				} else {
					end = min(end, s.Start)
				}
			}
			if k > 0 || view != CategoryWhereMarked {
				here[k]++
				m++
			}
		}
		length := int64(end - at)
		at = end
		if m < 2 {
			continue
		}
		v.Pairable += int(length)
		n += m * length
		apart := m * m
		for k, h := range here {
			counts[k] += h * length
			apart -= h * h
		}
		disagree += float64(float64(length) * float64(apart) / float64(m-1))
	}
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
