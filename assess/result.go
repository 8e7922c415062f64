// Results: what scoring a profile gives.

package assess

import (
	"fmt"
	"sync"

	"github.com/hasteslowly/readiness/framework"
	"github.com/hasteslowly/readiness/framework/profile"
)

// A Result is a scored profile. Its numbers are computed by [Scorer.Score]; what it says of people - tensions, blockers, coverage
// by perspective, explanations - is derived when asked for. It is immutable and safe for concurrent use.
type Result struct {
	scorer       *Scorer
	profile      *profile.Profile
	perspectives []perspective
	cells        []cell
	parameters   []sides
	types        []typeScore
	components   []Component
	readiness    Estimate

	findOnce  sync.Once
	finding   finding
	tenseOnce sync.Once
	tensions  []Tension
}

// Profile returns what was scored.
func (r *Result) Profile() *profile.Profile { return r.profile }

// Scorer returns what scored it.
func (r *Result) Scorer() *Scorer { return r.scorer }

// Readiness is 0 to 100.
func (r *Result) Readiness() Estimate { return r.readiness }

// Components returns the parts of readiness: challenges, drivers, forces, as far as the catalogue has types of these forms.
func (r *Result) Components() []Component { return append([]Component(nil), r.components...) }

// Band names the band that readiness lies in, and those that its bounds reach; empty when readiness is not known.
func (r *Result) Band() (at, lowest, highest string) {
	name := func(x float64) string {
		band := ""
		for _, b := range r.scorer.options.Bands {
			if x >= b.From {
				band = b.Name
			}
		}
		return band
	}
	if r.readiness.Known {
		at = name(r.readiness.Value)
	}
	return at, name(r.readiness.Low), name(r.readiness.High)
}

// A ForceState says how the two sides of an oppositional force stand, each above or not above 0.5.
type ForceState string

// The states of an oppositional force.
const (
	Quiet     ForceState = "quiet"     // neither side is strong
	Unopposed ForceState = "unopposed" // the challenge is strong, its driver is not
	Contested ForceState = "contested" // both are strong
	Held      ForceState = "held"      // the driver is strong, the challenge is not
)

// A TypeScore is what is known of one type.
type TypeScore struct {
	ID   string         `json:"id"`
	Name string         `json:"name"`
	Form framework.Form `json:"form"`
	// Clearance says how far the type is out of the way, 0 to 1; Hinders and Helps are its sides, as far as the form has them.
	Clearance Estimate  `json:"clearance"`
	Hinders   *Estimate `json:"hinders,omitempty"`
	Helps     *Estimate `json:"helps,omitempty"`
	// Residual, of an oppositional force, is what its driver has not counteracted: N(1-P).
	Residual *Estimate `json:"residual,omitempty"`
	// Net, of a force, is P - N, -1 to 1.
	Net *Estimate `json:"net,omitempty"`
	// State is an oppositional force's, once both sides are known.
	State ForceState `json:"state,omitempty"`
}

// Types returns the scores of the types, in the catalogue's order.
func (r *Result) Types() []TypeScore {
	all := make([]TypeScore, len(r.types))
	for k := range r.types {
		all[k] = r.typeScore(k)
	}
	return all
}

// Type returns the score of one type.
func (r *Result) Type(id string) (TypeScore, bool) {
	k, ok := r.scorer.typeIndex[id]
	if !ok {
		return TypeScore{}, false
	}
	return r.typeScore(k), true
}

func (r *Result) typeScore(k int) TypeScore {
	t, score := &r.scorer.types[k], r.types[k]
	out := TypeScore{ID: t.ID, Name: t.Name, Form: t.Form, Clearance: score.clearance}
	if t.Form != framework.PureDriver {
		out.Hinders = &score.hinders
	}
	if t.Form != framework.PureChallenge {
		out.Helps = &score.helps
	}
	if !t.Form.Force() {
		return out
	}
	n, p := score.hinders, score.helps
	net := Estimate{
		Known: n.Known && p.Known, Low: p.Low - n.High, High: p.High - n.Low,
		Answered: score.clearance.Answered, Applicable: score.clearance.Applicable,
	}
	if net.Known {
		net.Value = p.Value - n.Value
	}
	out.Net = &net
	if t.Form == framework.Oppositional {
		residual := score.clearance
		residual.Low, residual.High = 1-score.clearance.High, 1-score.clearance.Low
		if residual.Known {
			residual.Value = 1 - score.clearance.Value
			out.State = stateOf(n.Value, p.Value)
		}
		out.Residual = &residual
	}
	return out
}

func stateOf(challenge, driver float64) ForceState {
	switch {
	case challenge > 0.5 && driver > 0.5:
		return Contested
	case challenge > 0.5:
		return Unopposed
	case driver > 0.5:
		return Held
	}
	return Quiet
}

// When says whether a parameter is scored at the project's stage.
type When string

// The moments of a parameter, seen from the project's stage.
const (
	Now    When = "now"
	Ahead  When = "ahead"  // all its stages are still to come
	Behind When = "behind" // all its stages are past, or it skips this one
)

// A ParameterScore is what is known of one parameter.
type ParameterScore struct {
	framework.Parameter
	When When
	// Hinders and Helps are 0 to 1; a side that is not asked has nothing applicable. Both are empty unless When is Now.
	Hinders, Helps Estimate
	// Own says that somebody rated the parameter itself, not its type as a whole.
	Own bool
	// LocallyAmbivalent says that at least one respondent rated a parameter above 0 on both sides though the catalogue asks one.
	LocallyAmbivalent bool
}

// Parameters returns the scores of a type's parameters, in the catalogue's order.
func (r *Result) Parameters(typeID string) []ParameterScore {
	k, ok := r.scorer.typeIndex[typeID]
	if !ok {
		return nil
	}
	t := &r.scorer.types[k]
	all := make([]ParameterScore, 0, t.last-t.first)
	for i := t.first; i < t.last; i++ {
		all = append(all, r.parameterScore(i))
	}
	return all
}

// Parameter returns the score of one parameter.
func (r *Result) Parameter(id string) (ParameterScore, bool) {
	i, ok := r.scorer.index[id]
	if !ok {
		return ParameterScore{}, false
	}
	return r.parameterScore(i), true
}

func (r *Result) parameterScore(i int) ParameterScore {
	p := &r.scorer.parameters[i]
	return ParameterScore{
		Parameter: p.Parameter, When: r.when(p), Hinders: r.parameters[i].hinders, Helps: r.parameters[i].helps,
		Own: r.found().own[p.ID], LocallyAmbivalent: r.found().local[p.ID],
	}
}

func (r *Result) when(p *parameterInfo) When {
	stage := r.profile.Project().Stage
	switch {
	case p.applies(stage):
		return Now
	case p.Stages[0] > stage:
		return Ahead
	}
	return Behind
}

// A finding is what a pass over the observations finds about parameters, by id.
type finding struct {
	own   map[string]bool // rated themselves
	local map[string]bool // asked on one side by the catalogue, and rated above 0 on both by some respondent
}

// found makes the pass once.
func (r *Result) found() finding {
	r.findOnce.Do(func() { r.finding = r.find() })
	return r.finding
}

func (r *Result) find() finding {
	f := finding{map[string]bool{}, map[string]bool{}}
	ids := r.profile.Parameters()
	for c := range r.profile.Cells() {
		i, ok := r.scorer.index[ids[c.Parameter]]
		if !ok {
			continue
		}
		p := &r.scorer.parameters[i]
		for k := range c.Len() {
			if a := c.At(k); a.State == profile.Rated {
				f.own[p.ID] = true
				f.local[p.ID] = f.local[p.ID] || p.Pole != framework.Both && a.Hinders > 0 && a.Helps > 0
			}
		}
	}
	return f
}

// String gives readiness in one line.
func (r *Result) String() string {
	e := r.readiness
	if !e.Known {
		return fmt.Sprintf("readiness not known, between %.0f and %.0f", e.Low, e.High)
	}
	return fmt.Sprintf("readiness %.0f, between %.0f and %.0f with %d of %d answers", e.Value, e.Low, e.High, e.Answered, e.Applicable)
}
