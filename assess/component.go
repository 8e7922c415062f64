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

// clearance is not known while a side that the form needs is not. A side of which nothing applies - at this stage, or to anybody -
// counts as empty: a challenge without a driver to counteract it stands as it is.
func clearance(form framework.Form, hinders, helps Estimate) Estimate {
	hinders, helps = hinders.orEmpty(), helps.orEmpty()
	e := Estimate{
		Answered: hinders.Answered + helps.Answered, Applicable: hinders.Applicable + helps.Applicable,
		Low: cleared(form, hinders.High, helps.Low), High: cleared(form, hinders.Low, helps.High),
	}
	needsHinders, needsHelps := form != framework.PureDriver, form != framework.PureChallenge
	if e.Applicable > 0 && (!needsHinders || hinders.Known) && (!needsHelps || helps.Known) {
		e.Value, e.Known = cleared(form, hinders.Value, helps.Value), true
	}
	return e
}

func (e Estimate) orEmpty() Estimate {
	if e.Applicable == 0 {
		return Estimate{Known: true}
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
	var parts [3]part
	total := 0.0
	for k, t := range types {
		if w := s.types[k].weight; w > 0 && t.clearance.Applicable > 0 {
			total += w
			parts[componentOf(s.types[k].Form)].add(s.options.Within, t.clearance, w)
		}
	}
	components := make([]Component, 0, len(parts))
	for i, id := range [...]string{"challenges", "drivers", "forces"} {
		if p := &parts[i]; p.low.weight > 0 {
			components = append(components, Component{id, p.low.weight / total, p.estimate(s.options.Within)})
		}
	}
	return components
}

// readiness aggregates the components, times 100.
func (s *Scorer) readiness(components []Component) Estimate {
	var p part
	for _, c := range components {
		p.add(s.options.Between, c.Estimate, c.Weight)
	}
	return p.estimate(s.options.Between).scaled(100)
}

// A part gathers estimates for aggregation: the values that are known, and the bounds of all.
type part struct {
	value, low, high   sum
	answered, applying int
}

func (p *part) add(a Aggregation, e Estimate, w float64) {
	if e.Known {
		p.value.add(a, e.Value, w)
	}
	p.low.add(a, e.Low, w)
	p.high.add(a, e.High, w)
	p.answered += e.Answered
	p.applying += e.Applicable
}

func (p *part) estimate(a Aggregation) Estimate {
	e := Estimate{High: 1, Answered: p.answered, Applicable: p.applying}
	if p.low.weight > 0 {
		e.Low, e.High = p.low.mean(a), p.high.mean(a)
	}
	if p.value.weight > 0 {
		e.Value, e.Known = p.value.mean(a), true
		e.Low, e.High = min(e.Low, e.Value), max(e.High, e.Value)
	}
	return e
}
