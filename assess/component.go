// Types, components and readiness: from parameters upwards.

package assess

import "github.com/hasteslowly/readiness/framework"

// A typeScore is what the parameters of a type add up to.
type typeScore struct {
	hinders, helps, clearance Estimate
}

func (s *Scorer) scoreType(k int, parameters []sides) typeScore {
	t := &s.types[k]
	var hinders, helps blend
	for i := t.first; i < t.last; i++ {
		p := &s.parameters[i]
		hinders.add(p.weight, parameters[i].hinders)
		helps.add(p.weight, parameters[i].helps)
	}
	score := typeScore{hinders: hinders.estimate(), helps: helps.estimate()}
	score.clearance = clearance(t.Form, score.hinders, score.helps)
	return score
}

// cleared is how far a type is out of the way, given its hindrance n and help p.
func cleared(form framework.Form, n, p float64) float64 {
	switch form {
	case framework.PureChallenge:
		return 1 - n
	case framework.PureDriver:
		return p
	case framework.Oppositional:
		return 1 - float64(n*(1-p))
	}
	return (1 + p - n) / 2
}

// clearance is not known while a side that the form needs is not.
func clearance(form framework.Form, hinders, helps Estimate) Estimate {
	e := Estimate{
		Answered: hinders.Answered + helps.Answered, Applicable: hinders.Applicable + helps.Applicable,
		Low: cleared(form, hinders.High, helps.Low), High: cleared(form, hinders.Low, helps.High),
	}
	needsHinders, needsHelps := form != framework.PureDriver, form != framework.PureChallenge
	if (!needsHinders || hinders.Known) && (!needsHelps || helps.Known) {
		e.Value, e.Known = cleared(form, hinders.Value, helps.Value), true
	}
	return e
}

// A Component is one of the three parts of readiness.
type Component struct {
	// ID is "challenges", "drivers" or "forces".
	ID string `json:"id"`
	// Weight is its share of readiness: the weight of its types over that of all.
	Weight float64 `json:"weight"`
	// Estimate is the aggregated clearance of its types.
	Estimate Estimate `json:"estimate"`
}

// componentOf numbers the component of a form.
func componentOf(f framework.Form) int {
	switch f {
	case framework.PureChallenge:
		return 0
	case framework.PureDriver:
		return 1
	}
	return 2
}

// components aggregates the types of each form. Types about which nothing is known count in the bounds only; types of which
// nothing applies do not count. A component without types is left out.
func (s *Scorer) components(types []typeScore) []Component {
	parts := []part{{id: "challenges"}, {id: "drivers"}, {id: "forces"}}
	total := 0.0
	for k, t := range types {
		if w := s.types[k].weight; w > 0 && t.clearance.Applicable > 0 {
			total += w
			parts[componentOf(s.types[k].Form)].add(t.clearance, w)
		}
	}
	var components []Component
	for i := range parts {
		if p := &parts[i]; len(p.weights) > 0 {
			components = append(components, Component{p.id, p.weight / total, p.estimate(s.options.Within)})
		}
	}
	return components
}

// readiness aggregates the components, times 100.
func (s *Scorer) readiness(components []Component) Estimate {
	var p part
	for _, c := range components {
		p.add(c.Estimate, c.Weight)
	}
	return p.estimate(s.options.Between).scaled(100)
}

// A part gathers estimates for aggregation.
type part struct {
	id                string
	values, of        []float64 // known values and their weights
	low, high         []float64
	weights           []float64
	weight            float64
	answered, applies int
}

func (p *part) add(e Estimate, w float64) {
	if e.Known {
		p.values, p.of = append(p.values, e.Value), append(p.of, w)
	}
	p.low, p.high, p.weights = append(p.low, e.Low), append(p.high, e.High), append(p.weights, w)
	p.weight += w
	p.answered += e.Answered
	p.applies += e.Applicable
}

func (p *part) estimate(a Aggregation) Estimate {
	e := Estimate{High: 1, Answered: p.answered, Applicable: p.applies}
	if len(p.weights) > 0 {
		e.Low, e.High = a.of(p.low, p.weights), a.of(p.high, p.weights)
	}
	if len(p.of) > 0 {
		e.Value, e.Known = a.of(p.values, p.of), true
		e.Low, e.High = min(e.Low, e.Value), max(e.High, e.Value)
	}
	return e
}
