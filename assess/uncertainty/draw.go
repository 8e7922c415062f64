// Draws: a score under circumstances drawn at random.

package uncertainty

import (
	"slices"

	"github.com/hasteslowly/readiness/assess"
	"github.com/hasteslowly/readiness/assess/internal/portable"
)

// A plan is what all draws of an analysis share.
type plan struct {
	Options
	model   *assess.Model
	vary    [inputs]bool
	strata  [][]int // respondents by perspective
	weights assess.Weights
	given   []float64 // answers by cell, everybody counted once
	missing bool      // some answer is
}

func newPlan(m *assess.Model, o Options) *plan {
	p := &plan{Options: o, model: m, strata: make([][]int, len(m.Perspectives())), weights: m.Weights()}
	for r, s := range m.Respondents() {
		p.strata[s] = append(p.strata[s], r)
	}
	t := m.NewTrial()
	t.Count(nil)
	for _, c := range t.Cells() {
		p.given = append(p.given, c.N)
		p.missing = p.missing || c.Missing() > 0
	}
	for i := range p.vary {
		p.vary[i] = !slices.Contains(o.Hold, Input(i))
	}
	p.vary[Respondents] = p.vary[Respondents] && slices.ContainsFunc(p.strata, func(s []int) bool { return len(s) > 1 })
	p.vary[Missing] = p.vary[Missing] && p.missing
	p.vary[PerspectiveWeights] = p.vary[PerspectiveWeights] && several(p.weights.Perspectives)
	p.vary[TypeWeights] = p.vary[TypeWeights] && several(p.weights.Types)
	p.vary[ParameterWeights] = p.vary[ParameterWeights] && several(p.weights.Parameters)
	p.vary[Aggregations] = p.vary[Aggregations] && (len(o.Within) > 1 || len(o.Between) > 1)
	return p
}

// several says whether at least two weights are above 0.
func several(weights []float64) bool {
	n := 0
	for _, w := range weights {
		if w > 0 {
			n++
		}
	}
	return n > 1
}

// only is the plan with no other inputs varied.
func (p *plan) only(some ...Input) *plan {
	q := *p
	q.vary = [inputs]bool{}
	for _, i := range some {
		q.vary[i] = p.vary[i]
	}
	return &q
}

// A drawer draws; each goroutine has its own.
type drawer struct {
	*plan
	*assess.Trial
	times   []float64
	weights assess.Weights
	urns    urns
	random  portable.Stream
}

// stream gives the random numbers of an input's draw; the last one's are over.
func (d *drawer) stream(i Input, number uint64) *portable.Stream {
	d.random.Begin(d.Seed, uint64(i)+1, number)
	return &d.random
}

func (p *plan) drawer() *drawer {
	return &drawer{
		plan: p, Trial: p.model.NewTrial(), times: make([]float64, len(p.model.Respondents())), urns: newUrns(p.model),
		weights: assess.Weights{
			Perspectives: make([]float64, len(p.weights.Perspectives)), Types: make([]float64, len(p.weights.Types)),
			Parameters: make([]float64, len(p.weights.Parameters)),
		},
	}
}

// draw scores with each input's draw of the given number. Inputs that do not vary are as the options have them.
func (d *drawer) draw(numbers *[inputs]uint64) (readiness float64, ok bool) {
	d.respondents(numbers[Respondents])
	return d.rest(numbers)
}

// rest is draw once respondents are counted.
func (d *drawer) rest(numbers *[inputs]uint64) (readiness float64, ok bool) {
	if d.vary[Missing] {
		d.urns.fill(d, d.stream(Missing, numbers[Missing]))
	}
	var w assess.Weights
	if d.vary[PerspectiveWeights] {
		w.Perspectives = d.judge(d.weights.Perspectives, d.plan.weights.Perspectives, PerspectiveWeights, numbers)
	}
	if d.vary[TypeWeights] {
		w.Types = d.judge(d.weights.Types, d.plan.weights.Types, TypeWeights, numbers)
	}
	if d.vary[ParameterWeights] {
		w.Parameters = d.judge(d.weights.Parameters, d.plan.weights.Parameters, ParameterWeights, numbers)
	}
	var within, between assess.Aggregation
	if d.vary[Aggregations] {
		random := d.stream(Aggregations, numbers[Aggregations])
		within, between = d.Within[random.Below(len(d.Within))], d.Between[random.Below(len(d.Between))]
	}
	return d.Score(w, within, between)
}

// respondents draws who answered. From n of a perspective n-1 are drawn with replacement and count n/(n-1) times each, so that the variance of a
// mean over them is that of the sampling and not (n-1)/n of it (Rao & Wu 1988, doi:10.1080/01621459.1988.10478591). One who
// is alone in a perspective stays.
func (d *drawer) respondents(number uint64) {
	if !d.vary[Respondents] {
		d.Count(nil)
		return
	}
	random := d.stream(Respondents, number)
	for _, stratum := range d.strata {
		n := len(stratum)
		if n == 1 {
			d.times[stratum[0]] = 1
			continue
		}
		for _, r := range stratum {
			d.times[r] = 0
		}
		for range n - 1 {
			d.times[stratum[random.Below(n)]] += float64(n) / float64(n-1)
		}
	}
	d.Count(d.times)
}

// judge draws weights around the given ones.
func (d *drawer) judge(to, around []float64, i Input, numbers *[inputs]uint64) []float64 {
	random := d.stream(i, numbers[i])
	total, n := 0.0, 0
	for _, w := range around {
		if total += w; w > 0 {
			n++
		}
	}
	average := total / float64(n)
	for k, w := range around {
		if to[k] = 0; w > 0 {
			to[k] = random.Gamma(d.Concentration * w / average)
		}
	}
	return to
}
