// Dependence: what net positions go with.

package assess

import (
	"cmp"
	"slices"
)

// A person is what one respondent says of a force, over its parameters; with a tag, in one context or with one goal.
type person struct {
	respondent     int32
	perspective    int
	tag            string
	hinders, helps mean
}

func (p person) net() (float64, bool) {
	return p.helps.mean() - p.hinders.mean(), p.hinders.n > 0 && p.helps.n > 0
}

// by adds views up by respondent and tag, sorted.
func (v views) by(tag func(view) string) []person {
	sorted := slices.Clone(v)
	slices.SortStableFunc(sorted, func(a, b view) int {
		return cmp.Or(cmp.Compare(a.respondent, b.respondent), cmp.Compare(tag(a), tag(b)))
	})
	var people []person
	for _, x := range sorted {
		last := len(people) - 1
		if last < 0 || people[last].respondent != x.respondent || people[last].tag != tag(x) {
			people = append(people, person{respondent: x.respondent, perspective: x.perspective, tag: tag(x)})
			last++
		}
		if x.hinders >= 0 {
			people[last].hinders.add(x.hinders)
		}
		if x.helps >= 0 {
			people[last].helps.add(x.helps)
		}
	}
	return people
}

// dependence is eta squared of net positions by perspective, or by a tag where it is not empty. It is undefined, and ok false, below
// two groups or without variance.
func (r *Result) dependence(on Divide, v views, tag func(view) string) (Dependence, bool) {
	groups := map[string][]float64{}
	var names []string
	units := v.by(func(x view) string {
		if tag == nil {
			return ""
		}
		return tag(x)
	})
	ids := r.profile.Perspectives()
	for _, p := range units {
		name := p.tag
		if tag == nil {
			name = ids[p.perspective]
		}
		if net, ok := p.net(); ok && name != "" {
			if groups[name] == nil {
				names = append(names, name)
			}
			groups[name] = append(groups[name], net)
		}
	}
	slices.Sort(names)
	sorted := make([][]float64, len(names))
	for i, name := range names {
		sorted[i] = groups[name]
	}
	eta2, n, ok := etaSquared(sorted)
	return Dependence{On: on, Eta2: eta2, Groups: len(names), N: n}, ok
}

// etaSquared is the sum of squares between groups over the total.
func etaSquared(groups [][]float64) (eta2 float64, n int, ok bool) {
	var all mean
	for _, g := range groups {
		for _, x := range g {
			all.add(x)
		}
	}
	if len(groups) < 2 {
		return 0, all.n, false
	}
	between, total, centre := 0.0, 0.0, all.mean()
	for _, g := range groups {
		var m mean
		for _, x := range g {
			m.add(x)
			total += float64((x - centre) * (x - centre))
		}
		d := m.mean() - centre
		between += float64(float64(len(g)) * float64(d*d))
	}
	if total < 1e-24 {
		return 0, all.n, false
	}
	return min(between/total, 1), all.n, true
}

// A mean in the making.
type mean struct {
	sum float64
	n   int
}

func (m *mean) add(x float64) {
	m.sum += x
	m.n++
}

func (m mean) mean() float64 {
	if m.n == 0 {
		return 0
	}
	return m.sum / float64(m.n)
}

func (m mean) pointer() *float64 {
	if m.n == 0 {
		return nil
	}
	x := m.mean()
	return &x
}
