// Blockers: critical parameters that somebody rates strongly against the project.

package assess

// BlockerFrom is the mean rating, of 4, from which a critical parameter stops a project.
const BlockerFrom = 3

// A Blocker comes before any score, whatever the overall mean.
type Blocker struct {
	Parameter string `json:"parameter"`
	Name      string `json:"name"`
	Type      string `json:"type"`
	// Why is the catalogue's argument for the parameter being critical.
	Why string `json:"why"`
	// By lists the perspectives whose mean is at least [BlockerFrom].
	By []Voice `json:"by"`
}

// A Voice is what one perspective says on the hindering side of a parameter.
type Voice struct {
	Perspective string `json:"perspective"`
	// Mean is the mean rating, 0 to 4, of N respondents.
	Mean float64 `json:"mean"`
	N    int     `json:"n"`
}

// Blockers lists them in the catalogue's order. Only ratings of the parameter itself count: one of the whole type, as a short
// questionnaire asks it, does not say that this is what stops the project.
func (r *Result) Blockers() []Blocker {
	voices := map[string][]Voice{}
	ids, perspectives := r.profile.Parameters(), r.profile.Perspectives()
	for c := range r.profile.Cells() {
		i, ok := r.scorer.index[ids[c.Parameter]]
		if !ok || r.scorer.parameters[i].Critical == "" || !r.scorer.parameters[i].Pole.Hinders() || r.when(&r.scorer.parameters[i]) != Now {
			continue
		}
		var counted cell
		counted.add(c)
		if n := counted.hinders.n; n > 0 && counted.hinders.sum/float64(n) >= BlockerFrom {
			voice := Voice{perspectives[c.Perspective], counted.hinders.sum / float64(n), int(n)}
			voices[ids[c.Parameter]] = append(voices[ids[c.Parameter]], voice)
		}
	}
	var blockers []Blocker
	for i := range r.scorer.parameters {
		p := &r.scorer.parameters[i]
		if by := voices[p.ID]; len(by) > 0 {
			blockers = append(blockers, Blocker{Parameter: p.ID, Name: p.Name, Type: r.scorer.types[p.typ].ID, Why: p.Critical, By: by})
		}
	}
	return blockers
}
