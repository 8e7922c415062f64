// Dependence: what net positions go with.

package assess

import (
	"cmp"
	"slices"

	"github.com/hasteslowly/readiness/assess/consensus"
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

// dependence is eta squared of positions by perspective, or by a tag where it is not empty; ok is false below two groups.
func (r *Result) dependence(on Divide, v views, tag func(view) string) (Dependence, bool) {
	var g consensus.Grouping
	var groups []string
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
		if position, ok := p.net(); ok && name != "" {
			k := slices.Index(groups, name)
			if k < 0 {
				k, groups = len(groups), append(groups, name)
			}
			g.Values, g.Group = append(g.Values, position), append(g.Group, k)
			g.Block = append(g.Block, int(p.respondent))
		}
	}
	if tag == nil || !repeated(g.Block) {
		g.Block = nil
	}
	eta := consensus.EtaSquared(g, consensus.Options{})
	return Dependence{On: on, EtaSquared: eta, Corrected: consensus.Corrected(eta), Groups: groups}, len(groups) > 1
}

// repeated says whether somebody occurs twice. Then positions change places only within people; those who speak of one group
// only say nothing about the difference.
func repeated(people []int) bool {
	for i := 1; i < len(people); i++ {
		if people[i] == people[i-1] {
			return true
		}
	}
	return false
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
