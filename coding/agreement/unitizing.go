// Krippendorff's unitizing alpha of 2004, whose chance keeps spans whole.

package agreement

// Unitizing is alpha for the spans of one category, or, with category empty, for all categories together (disagreements summed).
//
// Do sums, over ordered pairs of coders and pairs of their sections, the squared differences of starts and of ends of spans that intersect, and the
// squared length of a span that lies wholly within another coder's gap; divided by m (m-1) L^2. De, with N spans of lengths l:
// 2/L times the sum over spans of (N-1)(2l^3-3l^2+l)/3 + l^2 times the sum over gaps of at least l of (gap-l+1), divided by mL(mL-1) - sum l(l-1).
//
// Undefined when there is no span, or chance allows no difference. Confused with the alpha_u family of 2016, which corrects it for more than two coders.
// Source: Krippendorff 2004, doi:10.1007/s11135-004-8107-7.
func (c Continuum) Unitizing(category string) (Value, error) {
	if err := c.check(func(a, b Span) bool { return a.Category == b.Category }); err != nil {
		return Value{}, err
	}
	v := Value{Statistic: "unitizing_alpha", Variant: category, Units: c.Length, Coders: len(c.Coders)}
	var observed, expected float64
	for _, k := range c.categories(category) {
		v.Categories++
		coders := make([][]Span, len(c.Coders))
		for i, spans := range c.Coders {
			for _, s := range sortedSpans(spans) {
				if s.Category == k {
					coders[i] = append(coders[i], s)
					v.Pairable++
				}
			}
		}
		observed += c.observedUnits(coders)
		expected += c.expectedUnits(coders)
	}
	switch {
	case len(c.Coders) < 2:
		v.Undefined = "it takes two coders or more"
		return v, nil
	case v.Pairable == 0:
		v.Undefined = "nobody marked a span"
		return v, nil
	}
	return v.of(alpha(observed, expected)), nil
}

func (c Continuum) categories(one string) []string {
	if one != "" {
		return []string{one}
	}
	seen := map[string]bool{}
	var all []string
	for _, spans := range c.Coders {
		for _, s := range spans {
			if !seen[s.Category] {
				seen[s.Category] = true
				all = append(all, s.Category)
			}
		}
	}
	return all
}

func (c Continuum) observedUnits(coders [][]Span) float64 {
	sum := 0.0
	for i, a := range coders {
		for j, b := range coders {
			if i == j {
				continue
			}
			first := 0 // of b's spans that may still meet one of a's
			for _, s := range a {
				for first < len(b) && b[first].End <= s.Start {
					first++
				}
				if first == len(b) || b[first].Start >= s.End {
					sum += square(s.End - s.Start) // s lies within a gap of b
				}
				for _, o := range b[first:] {
					if o.Start >= s.End {
						break
					}
					sum += float64((square(s.Start-o.Start) + square(s.End-o.End)) / 2) // met again from b's side
				}
			}
		}
	}
	m := len(coders)
	return 2 * sum / float64(m*(m-1)) / square(c.Length)
}

func square(x int) float64 { return float64(float64(x) * float64(x)) }

func (c Continuum) expectedUnits(coders [][]Span) float64 {
	spans := 0
	var gaps []int
	lengths := 0.0
	for _, own := range coders {
		at := c.Start
		for _, s := range own {
			gaps = append(gaps, s.Start-at)
			at = s.End
			spans++
			l := float64(s.End - s.Start)
			lengths += float64(l * (l - 1))
		}
		gaps = append(gaps, c.Start+c.Length-at)
	}
	sum := 0.0
	for _, own := range coders {
		for _, s := range own {
			l := float64(s.End - s.Start)
			sum += float64(float64(spans-1)*(float64(2*l*l*l)-float64(3*l*l)+l)) / 3
			room := 0.0
			for _, g := range gaps {
				if d := float64(g) - l + 1; d > 0 {
					room += d
				}
			}
			sum += float64(float64(l*l) * room)
		}
	}
	long := float64(len(coders) * c.Length)
	return 2 / float64(c.Length) * sum / (float64(long*(long-1)) - lengths)
}
