// Pairings: respondents drawn anew at two moments at once.

package uncertainty

import (
	"math"
	"slices"

	"github.com/hasteslowly/readiness/assess"
	"github.com/hasteslowly/readiness/assess/internal/portable"
)

// A pairing draws respondents at both moments.
type pairing struct {
	before, after *plan
	types         []pairedType
	strata        []pairedStratum
	paired        []string
}

// A pairedType is a type of the later catalogue with its numbers at both moments, -1 where it was not.
type pairedType struct {
	id, name      string
	before, after int
}

// A pairedStratum is drawn as one: the respondents of a perspective at one moment, or, person by person, at both.
type pairedStratum struct{ before, after []int }

func (s pairedStratum) size() int { return max(len(s.before), len(s.after)) }

func newPairing(b, a *assess.Model, before, after *assess.Result, o Options) *pairing {
	p := &pairing{before: newPlan(b, o), after: newPlan(a, o)}
	was := map[string]int{}
	for k, t := range b.Types() {
		was[t.ID] = k
	}
	for k, t := range a.Types() {
		x := pairedType{t.ID, t.Name, -1, k}
		if n, ok := was[t.ID]; ok {
			x.before = n
		}
		p.types = append(p.types, x)
	}
	ids := func(r *assess.Result, numbers []int) []string {
		all := make([]string, len(numbers))
		for i, n := range numbers {
			all[i], _ = r.Profile().Respondent(n)
		}
		return all
	}
	for i, name := range b.Perspectives() {
		j := slices.Index(a.Perspectives(), name)
		if j >= 0 && slices.Equal(ids(before, p.before.strata[i]), ids(after, p.after.strata[j])) && len(p.before.strata[i]) > 0 {
			p.paired = append(p.paired, name)
			p.strata = append(p.strata, pairedStratum{p.before.strata[i], p.after.strata[j]})
			continue
		}
		p.strata = append(p.strata, pairedStratum{before: p.before.strata[i]})
	}
	for j, name := range a.Perspectives() {
		if !slices.Contains(p.paired, name) {
			p.strata = append(p.strata, pairedStratum{after: p.after.strata[j]})
		}
	}
	return p
}

// A pairDrawer scores both moments; each goroutine has its own.
type pairDrawer struct {
	*pairing
	b, a         *drawer
	x, y, change []float64
}

func (p *pairing) drawer() *pairDrawer {
	n := 1 + len(p.types)
	d := &pairDrawer{pairing: p, b: p.before.drawer(), a: p.after.drawer(), change: make([]float64, n)}
	d.x, d.y = make([]float64, 1+len(p.before.weights.Types)), make([]float64, n)
	d.everybody()
	return d
}

func (d *pairDrawer) everybody() {
	for i := range d.b.times {
		d.b.times[i] = 1
	}
	for i := range d.a.times {
		d.a.times[i] = 1
	}
}

// times sets how often person i of a stratum counts.
func (d *pairDrawer) times(s pairedStratum, i int, n float64) {
	if s.before != nil {
		d.b.times[s.before[i]] = n
	}
	if s.after != nil {
		d.a.times[s.after[i]] = n
	}
}

// score sets change to the differences of readiness and of types; NaN where not known.
func (d *pairDrawer) score() {
	one := func(d *drawer, to []float64) {
		d.Count(d.times)
		readiness, known := d.Score(assess.Weights{}, 0, 0)
		values(to, readiness, known, d.Types())
	}
	one(d.b, d.x)
	one(d.a, d.y)
	d.change[0] = d.y[0] - d.x[0]
	for k, t := range d.types {
		d.change[1+k] = math.NaN()
		if t.before >= 0 {
			d.change[1+k] = d.y[1+k] - d.x[1+t.before]
		}
	}
}

func (p *pairing) compare(c *Change) {
	d := p.drawer()
	d.score()
	point, jack := slices.Clone(d.change), p.jackknives(d)
	was, is := slices.Clone(d.x), slices.Clone(d.y)
	spreads := make([]spread, len(point))
	inBlocks(p.before.Draws, p.before.Workers, p.drawer, func(d *pairDrawer, block, from, to int) {
		for i := from; i < to; i++ {
			random := portable.NewStream(p.before.Seed, purposeChange, uint64(i))
			for _, s := range d.strata {
				n := s.size()
				if n < 2 {
					continue
				}
				for k := range n {
					d.times(s, k, 0)
				}
				for range n - 1 {
					k, one := random.Below(n), float64(n)/float64(n-1)
					if s.before != nil {
						d.b.times[s.before[k]] += one
					}
					if s.after != nil {
						d.a.times[s.after[k]] += one
					}
				}
			}
			d.score()
			for k, x := range d.change {
				if !math.IsNaN(x) {
					spreads[k].add(block, x)
				}
			}
		}
	}, func(*pairDrawer) {})
	c.Readiness = p.difference("readiness", "Readiness", was[0], is[0], point[0], &spreads[0], jack[0])
	for k, t := range p.types {
		x := math.NaN()
		if t.before >= 0 {
			x = was[1+t.before]
		}
		c.Types = append(c.Types, p.difference(t.id, t.name, x, is[1+k], point[1+k], &spreads[1+k], jack[1+k]))
	}
}

const purposeChange = 0x6368616e

// jackknives leaves out one person after the other, and leaves everybody in.
func (p *pairing) jackknives(d *pairDrawer) []jackknife {
	all := make([]jackknife, 1+len(p.types))
	for _, s := range p.strata {
		n := s.size()
		if n < 2 {
			continue
		}
		left := make([][]float64, len(all))
		for gone := range n {
			for k := range n {
				d.times(s, k, float64(n)/float64(n-1))
			}
			d.times(s, gone, 0)
			d.score()
			for k, x := range d.change {
				if !math.IsNaN(x) {
					left[k] = append(left[k], x)
				}
			}
		}
		for k := range n {
			d.times(s, k, 1)
		}
		for k := range all {
			if len(left[k]) > 1 {
				all[k].strata = append(all[k].strata, left[k])
			}
		}
	}
	d.everybody()
	d.score()
	return all
}
