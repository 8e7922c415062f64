// Coverage: who has answered how much of what, and what asking the rest would do.

package assess

import (
	"cmp"
	"slices"

	"github.com/hasteslowly/readiness/framework"
)

// A Coverage counts the answers of one perspective, over everything or within one type. A side of a parameter is one answer a
// respondent; what is not applicable is not counted.
type Coverage struct {
	Perspective string `json:"perspective"`
	Type        string `json:"type,omitempty"`
	Respondents int    `json:"respondents"`
	Answered    int    `json:"answered"`
	Applicable  int    `json:"applicable"`
}

// Coverage lists the perspectives in order of id.
func (r *Result) Coverage() []Coverage {
	all := make([]Coverage, len(r.perspectives))
	for p, id := range r.profile.Perspectives() {
		all[p] = Coverage{Perspective: id, Respondents: r.profile.Size(p)}
		for k := range r.scorer.types {
			answered, applicable := r.covered(k, p)
			all[p].Answered += answered
			all[p].Applicable += applicable
		}
	}
	return all
}

// CoverageByType lists every type for every perspective, in the catalogue's order.
func (r *Result) CoverageByType() []Coverage {
	var all []Coverage
	for k := range r.scorer.types {
		for p, id := range r.profile.Perspectives() {
			answered, applicable := r.covered(k, p)
			all = append(all, Coverage{id, r.scorer.types[k].ID, r.profile.Size(p), answered, applicable})
		}
	}
	return all
}

func (r *Result) covered(typ, perspective int) (answered, applicable int) {
	t := &r.scorer.types[typ]
	stage := r.profile.Project().Stage
	for i := t.first; i < t.last; i++ {
		p := &r.scorer.parameters[i]
		if !p.applies(stage) {
			continue
		}
		c := r.cells[i*len(r.perspectives)+perspective]
		slots := max(r.perspectives[perspective].size-int(c.excluded), 0)
		if p.Pole.Hinders() {
			answered += int(c.hinders.n)
			applicable += slots
		}
		if p.Pole.Helps() {
			answered += int(c.helps.n)
			applicable += slots
		}
	}
	return answered, applicable
}

// A Gap is what one perspective has not answered about one type.
type Gap struct {
	Type        string `json:"type"`
	Name        string `json:"name"`
	Perspective string `json:"perspective"`
	Missing     int    `json:"missing"` // answers
	// Low and High are the bounds of readiness if the missing answers came and agreed with what is known of each parameter (0.5
	// where nothing is); Narrows is by how much the distance between the bounds would shrink.
	Low     float64 `json:"low"`
	High    float64 `json:"high"`
	Narrows float64 `json:"narrows"`
}

// Gaps lists what is not answered, the gap whose answers would narrow the bounds most first.
func (r *Result) Gaps() []Gap {
	var gaps []Gap
	ids := r.profile.Perspectives()
	for k := range r.scorer.types {
		for p := range r.perspectives {
			answered, applicable := r.covered(k, p)
			if answered == applicable {
				continue
			}
			after := r.filled(k, p)
			gaps = append(gaps, Gap{
				Type: r.scorer.types[k].ID, Name: r.scorer.types[k].Name, Perspective: ids[p], Missing: applicable - answered,
				Low: after.Low, High: after.High, Narrows: (r.readiness.High - r.readiness.Low) - (after.High - after.Low),
			})
		}
	}
	slices.SortStableFunc(gaps, func(a, b Gap) int {
		return cmp.Or(cmp.Compare(b.Narrows, a.Narrows), cmp.Compare(a.Type, b.Type), cmp.Compare(a.Perspective, b.Perspective))
	})
	return gaps
}

// filled is readiness with what one perspective has left out about one type filled in.
func (r *Result) filled(typ, perspective int) Estimate {
	t := &tally{Scorer: r.scorer, stage: r.profile.Project().Stage, perspectives: r.perspectives, cells: slices.Clone(r.cells)}
	parameters := slices.Clone(r.parameters)
	for i := r.scorer.types[typ].first; i < r.scorer.types[typ].last; i++ {
		if !r.scorer.parameters[i].applies(t.stage) {
			continue
		}
		c := &t.cells[i*len(r.perspectives)+perspective]
		slots := max(r.perspectives[perspective].size-int(c.excluded), 0)
		c.hinders.fill(slots, parameters[i].hinders)
		c.helps.fill(slots, parameters[i].helps)
		parameters[i] = t.parameter(i)
	}
	types := slices.Clone(r.types)
	types[typ] = r.scorer.scoreType(typ, parameters)
	return r.scorer.readiness(r.scorer.components(types))
}

func (c *count) fill(slots int, known Estimate) {
	x := 0.5
	if known.Known {
		x = known.Value
	}
	c.sum += float64(4 * x * float64(slots-int(c.n)))
	c.n = int32(slots)
}

// MissingPerspectives lists perspectives that the profile declares and nobody speaks for.
func (r *Result) MissingPerspectives() []string {
	var missing []string
	for p, id := range r.profile.Perspectives() {
		if r.profile.Size(p) == 0 {
			missing = append(missing, id)
		}
	}
	return missing
}

// OtherStages lists the parameters that somebody rated and that are not scored at the project's stage.
func (r *Result) OtherStages() []ParameterScore {
	var all []ParameterScore
	for i := range r.scorer.parameters {
		if p := r.parameterScore(i); p.Own && p.When != Now {
			all = append(all, p)
		}
	}
	return all
}

// sidesAsked lists the sides on which a parameter of the pole is asked.
func sidesAsked(p framework.Pole) []framework.Pole {
	switch p {
	case framework.Both:
		return []framework.Pole{framework.Challenge, framework.Driver}
	}
	return []framework.Pole{p}
}
