// Trials: one scoring of a model after the other, in the same memory.

package assess

import (
	"slices"

	"github.com/hasteslowly/readiness/assess/internal/portable"
	"github.com/hasteslowly/readiness/framework"
)

// A Trial scores a model under other circumstances. Each scoring is Count, then Fill as often as wanted, then Score; what is read after that
// is what the last of these left. A trial is not safe for concurrent use; make one for each goroutine.
//
//	t.Count(nil)               // everybody once
//	t.Score(Weights{}, 0, 0)   // the same readiness as the result's
type Trial struct {
	model      *Model
	tallies    []Tally // cells, then bundles
	cells      []Tally
	sizes      []float64
	sides      []known // by side
	types      []TypeTrial
	hindering  []float64 // by type: the sum of the weights of the known hindering sides
	helping    []float64
	components [3]sum
	weights    Weights
	within     Aggregation
	between    Aggregation
	readiness  known
	all        sum
}

// A Tally is what a cell holds: the sum of N answers, 0 to 1 each, of Slots that could be.
type Tally struct{ Sum, N, Slots float64 }

// Missing is the number of answers that are not there.
func (t Tally) Missing() float64 { return t.Slots - t.N }

type known struct {
	value float64
	ok    bool
}

// A TypeTrial is a type under the circumstances of a trial. A side means something where it is Known, and so does Clearance.
type TypeTrial struct {
	Hinders, Helps, Clearance                float64
	HindersKnown, HelpsKnown, Known, Applies bool
}

// NewTrial makes the memory of trials.
func (m *Model) NewTrial() *Trial {
	tallies := make([]Tally, m.Cells()+2*len(m.scorer.types)*len(m.perspectives))
	return &Trial{
		model: m, tallies: tallies, cells: tallies[:m.Cells()], sizes: make([]float64, len(m.perspectives)), sides: make([]known, len(m.sides)),
		types: make([]TypeTrial, len(m.scorer.types)), hindering: make([]float64, len(m.scorer.types)), helping: make([]float64, len(m.scorer.types)),
	}
}

// Count tallies the answers, each respondent's as often as times says, by number; nil is once each. A perspective without respondents
// has one slot in every cell.
func (t *Trial) Count(times []float64) {
	m := t.model
	clear(t.sizes)
	for r, p := range m.respondents {
		t.sizes[p] += timesOf(times, r)
	}
	for p, n := range m.sizes {
		if n == 0 {
			t.sizes[p] = 1
		}
	}
	for c := 0; c < len(t.cells); c += len(t.sizes) {
		for p, n := range t.sizes {
			t.cells[c+p] = Tally{Slots: n}
		}
	}
	clear(t.tallies[len(t.cells):])
	for r := range m.respondents {
		w := timesOf(times, r)
		if w == 0 {
			continue
		}
		for _, a := range m.answers[m.first[r]:m.first[r+1]] {
			c := &t.tallies[a.cell]
			c.Sum += float64(w * a.x)
			c.N += w
		}
		for _, c := range m.out[m.firstOut[r]:m.firstOut[r+1]] {
			t.tallies[c].Slots -= w
		}
	}
	t.unbundle()
}

// unbundle adds what bundles hold to each of their cells.
func (t *Trial) unbundle() {
	m, n := t.model, len(t.sizes)
	for k := range t.types {
		bundles := t.tallies[len(t.cells)+2*k*n : len(t.cells)+2*(k+1)*n]
		if !slices.ContainsFunc(bundles, func(b Tally) bool { return b != Tally{} }) {
			continue
		}
		for s := m.firstSide[k]; s < m.firstSide[k+1]; s++ {
			row := bundles[poleNumber(m.sides[s].Pole)*n:][:n]
			for p, b := range row {
				c := &t.cells[s*n+p]
				c.Sum += b.Sum
				c.N += b.N
				c.Slots += b.Slots
			}
		}
	}
}

func timesOf(times []float64, r int) float64 {
	if times == nil {
		return 1
	}
	return times[r]
}

// Cells gives the tallies as they stand; they may be read until the next Count.
func (t *Trial) Cells() []Tally { return t.cells }

// Fill takes x, 0 to 1, for every answer that a cell lacks.
func (t *Trial) Fill(cell int, x float64) {
	if c := &t.cells[cell]; c.Slots > c.N {
		c.Sum += float64((c.Slots - c.N) * x)
		c.N = c.Slots
	}
}

// Score adds up what the tallies say, as [Scorer.Score] does, and gives readiness, 0 to 100, and whether it is known. An
// unset aggregation is that of the scorer's options.
func (t *Trial) Score(w Weights, within, between Aggregation) (readiness float64, ok bool) {
	t.weights, t.within, t.between = w.or(t.model.defaults), within, between
	if within == 0 {
		t.within = t.model.scorer.options.Within
	}
	if between == 0 {
		t.between = t.model.scorer.options.Between
	}
	t.scoreSides()
	for k := range t.types {
		t.scoreType(k)
	}
	return t.Reweigh(t.weights.Types)
}

// Reweigh adds up the types of the last Score with other weights of types, which costs little; nil is those of the options.
func (t *Trial) Reweigh(types []float64) (readiness float64, ok bool) {
	if t.weights.Types = types; types == nil {
		t.weights.Types = t.model.defaults.Types
	}
	t.components, t.all = [3]sum{}, sum{}
	var reached [3]float64 // the weight of all types of a form that apply
	for k := range t.types {
		weight := t.weights.Types[k]
		if x := &t.types[k]; x.Applies && weight > 0 {
			form := componentOf(t.model.scorer.types[k].Form)
			reached[form] += weight
			if x.Known {
				t.components[form].add(t.within, x.Clearance, weight)
			}
		}
	}
	for form := range t.components {
		if c := &t.components[form]; c.weight > 0 {
			t.all.add(t.between, c.mean(t.within), reached[form])
		}
	}
	t.readiness = known{}
	if t.all.weight > 0 {
		t.readiness = known{100 * t.all.mean(t.between), true}
	}
	return t.readiness.value, t.readiness.ok
}

// Types gives the types as the last Score left them; they may be read until the next.
func (t *Trial) Types() []TypeTrial { return t.types }

func (w Weights) or(d Weights) Weights {
	if w.Perspectives == nil {
		w.Perspectives = d.Perspectives
	}
	if w.Types == nil {
		w.Types = d.Types
	}
	if w.Parameters == nil {
		w.Parameters = d.Parameters
	}
	return w
}

// scoreSides takes the weighted mean over perspectives.
func (t *Trial) scoreSides() {
	perspectives := t.weights.Perspectives
	for s := range t.sides {
		value, weight := 0.0, 0.0
		for p, c := range t.cells[s*len(perspectives) : (s+1)*len(perspectives)] {
			if w := perspectives[p]; c.N > 0 && c.Slots > 0 && w > 0 {
				value += float64(w * (c.Sum / c.N))
				weight += w
			}
		}
		if t.sides[s] = (known{}); weight > 0 {
			t.sides[s] = known{value / weight, true}
		}
	}
}

// scoreType takes the weighted mean over parameters and what it says of clearance.
func (t *Trial) scoreType(k int) {
	m := t.model
	var value, weight [2]float64
	var applies [2]bool
	for s := m.firstSide[k]; s < m.firstSide[k+1]; s++ {
		side, pole := &m.sides[s], 0
		if side.Pole == framework.Driver {
			pole = 1
		}
		if t.sides[s].ok {
			applies[pole] = true
			w := t.weights.Parameters[side.Number]
			value[pole] += float64(w * t.sides[s].value)
			weight[pole] += w
		} else if !applies[pole] {
			applies[pole] = t.applies(s)
		}
	}
	form := m.scorer.types[k].Form
	x := TypeTrial{Applies: applies[0] || applies[1], HindersKnown: weight[0] > 0, HelpsKnown: weight[1] > 0}
	if x.HindersKnown {
		x.Hinders = value[0] / weight[0]
	}
	if x.HelpsKnown {
		x.Helps = value[1] / weight[1]
	}
	hinders, helps := x.HindersKnown || !applies[0] || form == framework.PureDriver, x.HelpsKnown || !applies[1] || form == framework.PureChallenge
	if x.Applies && hinders && helps {
		x.Known, x.Clearance = true, cleared(form, x.Hinders, x.Helps)
	}
	t.types[k], t.hindering[k], t.helping[k] = x, weight[0], weight[1]
}

// applies says whether anybody could answer a side.
func (t *Trial) applies(side int) bool {
	n := len(t.sizes)
	for _, c := range t.cells[side*n : (side+1)*n] {
		if c.Slots > 0 {
			return true
		}
	}
	return false
}

// Gradient says by how much readiness, as last scored, would rise if the mean of a cell rose by one, to the first order, for every cell
// with answers (after Fill, of its filled ones too). It is 0 where the aggregation does not look: below the floor of a geometric
// mean, and beside the weakest link.
func (t *Trial) Gradient(to []float64) {
	m, p := t.model, len(t.sizes)
	clear(to)
	for k := range t.types {
		x, form := &t.types[k], m.scorer.types[k].Form
		c := &t.components[componentOf(form)]
		if !x.Known || t.weights.Types[k] <= 0 {
			continue
		}
		mean := c.mean(t.within)
		outer := 100 * slope(t.between, &t.all, mean, t.reached(componentOf(form))) * slope(t.within, c, x.Clearance, t.weights.Types[k])
		for s := m.firstSide[k]; s < m.firstSide[k+1]; s++ {
			if !t.sides[s].ok {
				continue
			}
			side, total := &m.sides[s], t.hindering[k]
			if side.Pole == framework.Driver {
				total = t.helping[k]
			}
			inner := outer * bend(form, side.Pole, x) * t.weights.Parameters[side.Number] / total
			weight := 0.0
			for i, c := range t.cells[s*p : (s+1)*p] {
				if c.N > 0 && c.Slots > 0 {
					weight += t.weights.Perspectives[i]
				}
			}
			for i, c := range t.cells[s*p : (s+1)*p] {
				if c.N > 0 && c.Slots > 0 {
					to[s*p+i] = inner * t.weights.Perspectives[i] / weight
				}
			}
		}
	}
}

// reached is the weight of the types of a form that apply.
func (t *Trial) reached(form int) float64 {
	weight := 0.0
	for k := range t.types {
		if t.types[k].Applies && componentOf(t.model.scorer.types[k].Form) == form {
			weight += t.weights.Types[k]
		}
	}
	return weight
}

// slope is the derivative of an aggregate with regard to one of its values.
func slope(a Aggregation, s *sum, value, weight float64) float64 {
	switch a {
	case Geometric:
		if value <= Floor {
			return 0
		}
		return portable.Exp(s.total/s.weight) * weight / s.weight / value
	case WeakestLink:
		if value > s.least {
			return 0
		}
		return 1
	}
	return weight / s.weight
}

// bend is the derivative of clearance with regard to one side.
func bend(form framework.Form, pole framework.Pole, x *TypeTrial) float64 {
	helps := pole == framework.Driver
	switch form {
	case framework.PureChallenge:
		return -1
	case framework.PureDriver:
		return 1
	case framework.Oppositional:
		if helps {
			return x.Hinders
		}
		return -(1 - x.Helps)
	}
	if helps {
		return 0.5
	}
	return -0.5
}
