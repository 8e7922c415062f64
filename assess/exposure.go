// Exposure and attention: where the drive rests, and where the effort goes.

package assess

import "github.com/hasteslowly/readiness/framework"

// Exposure is the share of the drive that rests outside the team's control: the help of pure drivers with control influence or
// none, over that of all pure drivers, each weighted as in the drive under arithmetic aggregation. It is not known when there is
// no drive. Low and High take missing answers at what makes the share least and greatest.
func (r *Result) Exposure() Estimate {
	var inside, outside struct{ value, low, high float64 }
	e := Estimate{High: 1}
	for k := range r.scorer.types {
		t := &r.scorer.types[k]
		if t.Form != framework.PureDriver {
			continue
		}
		total := 0.0
		for i := t.first; i < t.last; i++ {
			if r.parameters[i].helps.Applicable > 0 {
				total += r.scorer.parameters[i].weight
			}
		}
		for i := t.first; i < t.last && total > 0; i++ {
			p, x := &r.scorer.parameters[i], r.parameters[i].helps
			if x.Applicable == 0 {
				continue
			}
			side := &inside
			if p.control.Outside() {
				side = &outside
			}
			w := t.weight * p.weight / total
			if x.Known {
				side.value += float64(w * x.Value)
			}
			side.low += float64(w * x.Low)
			side.high += float64(w * x.High)
			e.Answered += x.Answered
			e.Applicable += x.Applicable
		}
	}
	e.Low, e.High = share(outside.low, inside.high, 0), share(outside.high, inside.low, 1)
	if all := outside.value + inside.value; all > 0 {
		e.Value, e.Known = outside.value/all, true
		e.Low, e.High = min(e.Low, e.Value), max(e.High, e.Value)
	}
	return e
}

func share(part, rest, otherwise float64) float64 {
	if part+rest == 0 {
		return otherwise
	}
	return part / (part + rest)
}

// Attention compares where the burden lies with where the effort goes.
type Attention struct {
	Area framework.Area `json:"area"`
	// Burden is the area's share of the hindrance found: the sum of the known hindrance of its parameters over that of all areas.
	Burden float64 `json:"burden"`
	// Parameters counts the area's parameters with a known hindrance.
	Parameters int `json:"parameters"`
	// Effort is the area's share of the declared effort, and Gap is Burden - Effort: positive where the effort falls short. Both are
	// absent when the profile declares none.
	Effort *float64 `json:"effort,omitempty"`
	Gap    *float64 `json:"gap,omitempty"`
}

// Attention lists the four areas in order, or none when no hindrance was found anywhere.
func (r *Result) Attention() []Attention {
	sums, counts, total := map[framework.Area]float64{}, map[framework.Area]int{}, 0.0
	for i := range r.scorer.parameters {
		if x := r.parameters[i].hinders; x.Known {
			area := r.scorer.parameters[i].Area
			sums[area] += x.Value
			counts[area]++
			total += x.Value
		}
	}
	if total == 0 {
		return nil
	}
	var all []Attention
	for _, area := range framework.Areas() {
		a := Attention{Area: area, Burden: sums[area] / total, Parameters: counts[area]}
		if effort, declared := r.profile.Effort(area); declared {
			gap := a.Burden - effort
			a.Effort, a.Gap = &effort, &gap
		}
		all = append(all, a)
	}
	return all
}
