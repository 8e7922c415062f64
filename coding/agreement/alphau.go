// The alpha_u family: agreement on where, on what, and on both, with chance that keeps spans whole.

package agreement

import "slices"

// AlphaU is Krippendorff's alpha for unitizing a continuum, in the form of 2016. Under Everything it is u-alpha, under MarkedOrNot |u-alpha, under CategoryWhereMarked cu-alpha,
// under OneCategory (k)u-alpha of a category.
//
// With m coders of a text of length L, l_ck is the length over which one coder has c and another k, summed over ordered pairs of coders and divided by m-1, unmarked being a category 0; l_c = sum of
// l_ck over k. Expected is e_ck = mL (l_c l_k - [c=k] S_c) / ((mL)^2 - S), S_c the sum of the squared lengths of spans of c, for 0 the sum of lengths, S their sum.
//
//	u-alpha   = 1 - (mL - sum l_cc) / (mL - sum e_cc)
//	|u-alpha  = 1 - (l_0 - l_00) / (e_0 - e_00)
//	cu-alpha  = 1 - (l' - sum l_cc) / (l' - sum e'_cc), over spans that meet: l'_c = l_c - l_c0, l' their sum,
//	            e'_ck = (l'_c l'_k - [c=k] T_c/(m-1)) / (l' - T/(l'(m-1))), T_c the sum of squares of how much of each span of c each other coder marked at all
//	(k)u-alpha = 1 - (e'_k / l'_k) (l'_k - l_kk) / (e'_k - e'_kk)
//
// Coverage is l' / mL for cu-alpha and l'_k / l_k for (k)u-alpha: what the coefficient says nothing of is the rest. Undefined when what is divided by is 0: nobody or everybody marked
// everything, spans never meet, or those that meet have one category only. Confused with [Continuum.Unitizing] of 2004, which it replaced, and with [Continuum.Positions]; from documents laid end to end it is
// one value, and not the mean of theirs. Source: Krippendorff, Mathet, Bouvry & Widloecher 2016, doi:10.1007/s11135-015-0266-1, equations 1, 4 to 6, 10, 11 and 13.
func (c Continuum) AlphaU(view View, category string) (Value, error) {
	if err := c.check(func(_, _ Span) bool { return true }); err != nil {
		return Value{}, err
	}
	v := Value{Statistic: "alpha_u", Variant: view.String(), Units: c.Length, Coders: len(c.Coders)}
	if view == OneCategory {
		v.Variant = category
	}
	if len(c.Coders) < 2 || c.Length == 0 {
		v.Undefined = "it takes two coders or more, and a text"
		return v, nil
	}
	u := c.coincidences()
	v.Categories = len(u.names) - 1
	v.Pairable = int(u.meeting / float64(len(c.Coders)))
	switch view {
	case MarkedOrNot:
		e := u.expected(0, 0)
		return v.of(alpha(u.margin[0]-u.at(0, 0), u.expectedMargin(0)-e)), nil
	case Everything:
		return v.of(u.everything()), nil
	}
	k := slices.Index(u.names, category)
	if view == OneCategory && k < 1 {
		v.Undefined = "nobody marked anything with this category"
		return v, nil
	}
	r, coverage := u.meetings(view, k)
	v.Coverage = &coverage
	return v.of(r), nil
}

// unitized are the coincidences of a continuum.
type unitized struct {
	names    []string // 0 is unmarked
	coders   float64
	whole    float64   // mL
	observed []float64 // l_ck
	margin   []float64 // l_c
	squares  []float64 // S_c
	crossing []float64 // T_c
	meeting  float64   // l'
}

func (u *unitized) at(c, k int) float64 { return u.observed[c*len(u.names)+k] }

func (c Continuum) coincidences() *unitized {
	u := &unitized{names: []string{""}, coders: float64(len(c.Coders)), whole: float64(len(c.Coders) * c.Length)}
	marks := make([][]Span, len(c.Coders))
	for i, spans := range c.Coders {
		marks[i] = sortedSpans(spans)
		for _, s := range marks[i] {
			if !slices.Contains(u.names, s.Category) {
				u.names = append(u.names, s.Category)
			}
		}
	}
	q := len(u.names)
	u.observed, u.margin, u.squares, u.crossing = make([]float64, q*q), make([]float64, q), make([]float64, q), make([]float64, q)
	u.squares[0] = u.whole
	for i, spans := range marks {
		for _, s := range spans {
			k := slices.Index(u.names, s.Category)
			u.squares[k] += square(s.End - s.Start)
			u.squares[0] -= float64(s.End - s.Start)
		}
		for j, others := range marks {
			if i != j {
				u.cross(spans, others)
			}
		}
	}
	c.stretches(marks, u.names, func(here []int64, length int64) {
		for a, x := range here {
			for b, y := range here {
				if a == b {
					y--
				}
				u.observed[a*q+b] += float64(x*y*length) / (u.coders - 1)
			}
		}
	})
	for a := range q {
		for b := range q {
			u.margin[a] += u.at(a, b)
			if a > 0 && b > 0 {
				u.meeting += u.at(a, b)
			}
		}
	}
	return u
}

// cross adds, for each of a coder's spans, the square of how much of it another coder marked.
func (u *unitized) cross(spans, others []Span) {
	next := 0
	for _, s := range spans {
		for next < len(others) && others[next].End <= s.Start {
			next++
		}
		both := 0
		for _, o := range others[next:] {
			if o.Start >= s.End {
				break
			}
			both += min(s.End, o.End) - max(s.Start, o.Start)
		}
		u.crossing[slices.Index(u.names, s.Category)] += square(both)
	}
}

func sumOf(x []float64) float64 {
	sum := 0.0
	for _, v := range x {
		sum += v
	}
	return sum
}

// expected is e_ck.
func (u *unitized) expected(c, k int) float64 {
	pairs := float64(u.margin[c] * u.margin[k])
	if c == k {
		pairs -= u.squares[c]
	}
	return float64(u.whole*pairs) / (float64(u.whole*u.whole) - sumOf(u.squares))
}

func (u *unitized) expectedMargin(c int) float64 {
	sum := 0.0
	for k := range u.names {
		sum += u.expected(c, k)
	}
	return sum
}

func (u *unitized) everything() raw {
	observed, expected := u.whole, u.whole
	for c := range u.names {
		observed -= u.at(c, c)
		expected -= u.expected(c, c)
	}
	return alpha(observed/u.whole, settled(expected/u.whole))
}

// settled takes for 0 what only rounding keeps from it.
func settled(x float64) float64 {
	if x < 1e-12 {
		return 0
	}
	return x
}

// meetings gives cu-alpha, or (k)u-alpha of a category, with its coverage.
func (u *unitized) meetings(view View, k int) (raw, float64) {
	q := len(u.names)
	margin := make([]float64, q)
	for c := 1; c < q; c++ {
		margin[c] = u.margin[c] - u.at(c, 0)
	}
	if u.meeting == 0 || view == OneCategory && margin[k] == 0 {
		return raw{undefined: "spans of different coders never meet"}, 0
	}
	below := u.meeting - sumOf(u.crossing)/(u.meeting*(u.coders-1))
	if settled(below/u.meeting) == 0 {
		return raw{undefined: "only one span meets another"}, 0
	}
	expected := func(c, d int) float64 {
		pairs := float64(margin[c] * margin[d])
		if c == d {
			pairs -= u.crossing[c] / (u.coders - 1)
		}
		return pairs / below
	}
	if view == OneCategory {
		row := 0.0
		for c := 1; c < q; c++ {
			row += expected(k, c)
		}
		return alpha((margin[k]-u.at(k, k))/margin[k], settled((row-expected(k, k))/row)), margin[k] / u.margin[k]
	}
	apart, chance := u.meeting, u.meeting
	for c := 1; c < q; c++ {
		apart -= u.at(c, c)
		chance -= expected(c, c)
	}
	return alpha(apart/u.meeting, settled(chance/u.meeting)), u.meeting / u.whole
}
