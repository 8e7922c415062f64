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

// Blockers lists them in the catalogue's order.
func (r *Result) Blockers() []Blocker {
	var blockers []Blocker
	ids := r.profile.Perspectives()
	for i := range r.scorer.parameters {
		p := &r.scorer.parameters[i]
		if p.Critical == "" || !p.Pole.Hinders() || r.when(p) != Now {
			continue
		}
		b := Blocker{Parameter: p.ID, Name: p.Name, Type: r.scorer.types[p.typ].ID, Why: p.Critical}
		for k, id := range ids {
			c := r.cells[i*len(ids)+k].hinders
			if c.n == 0 {
				continue
			}
			if mean := c.sum / float64(c.n); mean >= BlockerFrom {
				b.By = append(b.By, Voice{id, mean, int(c.n)})
			}
		}
		if len(b.By) > 0 {
			blockers = append(blockers, b)
		}
	}
	return blockers
}
