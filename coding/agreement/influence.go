// Influence: what each unit adds to a coefficient, from which its analytic standard error is made.

package agreement

// A unit is a row as the analytic intervals see it.
type unit struct {
	agreement float64   // agreeing share of its pairs, 0 with fewer than two ratings
	scale     float64   // rated units / pairable units when it has two ratings, otherwise 0
	shares    []float64 // of the categories among its ratings
}

// influences calls f for every unit with a rating. Source of the linearisation: Gwet 2014, chapter 5.
func (t *Table) influences(o prepared, f func(unit) float64) []float64 {
	y := t.tallied(o.weights)
	ratio := float64(y.rated(o.least())) / float64(y.rated(2))
	var all []float64
	u := unit{shares: make([]float64, len(t.categories))}
	one := *t
	for i := 0; i < len(t.cells); i += t.coders {
		one.cells = t.cells[i : i+t.coders]
		m, _ := unanimous(one.cells)
		if m < o.least() {
			continue
		}
		u.agreement, u.scale = 0, 0
		if m > 1 {
			u.agreement, u.scale = one.tallied(o.weights).agreement(false), ratio
		}
		clear(u.shares)
		for _, c := range one.cells {
			if c != 0 {
				u.shares[c-1] += 1 / float64(m)
			}
		}
		all = append(all, f(u))
	}
	return all
}

// corrections are the influences on a coefficient whose chance depends on prevalence: share[k] is how much of chance a rating of
// category k makes.
func (t *Table) corrections(o prepared, r raw, share []float64) []float64 {
	return t.influences(o, func(u unit) float64 {
		chance := 0.0
		for k, x := range u.shares {
			chance += float64(x * share[k])
		}
		k := 0.0
		if u.scale > 0 {
			k = u.scale * (u.agreement - r.expected) / (1 - r.expected)
		}
		return k - 2*float64((1-r.value)*(chance-r.expected))/(1-r.expected)
	})
}
