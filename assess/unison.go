// Unison: may a perspective be summarised by its mean?

package assess

import (
	"fmt"

	"github.com/hasteslowly/readiness/assess/consensus"
	"github.com/hasteslowly/readiness/framework"
	"github.com/hasteslowly/readiness/framework/profile"
)

// A Unison says of one perspective and one type whether the mean of its respondents may stand for them.
type Unison struct {
	Type        string `json:"type"`
	Perspective string `json:"perspective"`
	consensus.Finding
}

// A Warning says what a number hides, typed, with what would cure it.
type Warning struct {
	Kind        consensus.WarningKind `json:"kind"`
	Type        string                `json:"type"`
	Perspective string                `json:"perspective"`
	Text        string                `json:"text"`
}

// Unisons lists every type for every perspective in which somebody rated it, in the catalogue's order. What respondents rated is
// compared question by question: each side of each parameter of the type that is scored at the project's stage, and of the type as a whole,
// 0 to 4. A respondent's answer is the mean over contexts and goals.
func (r *Result) Unisons() []Unison {
	groups := make([]consensus.Group, len(r.scorer.types)*len(r.perspectives))
	rows := make([]map[int32]int, len(groups))
	columns := map[string]int{} // by type, parameter and side: the number of the question within its type
	width := make([]int, len(r.scorer.types))
	ids := r.profile.Parameters()
	for c := range r.profile.Cells() {
		k, asks, ok := r.asked(ids[c.Parameter])
		if !ok {
			continue
		}
		at := k*len(r.perspectives) + c.Perspective
		if rows[at] == nil {
			rows[at], groups[at].Points = map[int32]int{}, profile.Strongest+1
		}
		for n := range c.Len() {
			a := c.At(n)
			if a.State != profile.Rated {
				continue
			}
			for _, side := range sidesAsked(asks) {
				x := a.Hinders
				if side == framework.Driver {
					x = a.Helps
				}
				if x < 0 {
					continue
				}
				name := ids[c.Parameter] + sideSuffix(side)
				if _, ok := columns[name]; !ok {
					columns[name] = width[k]
					width[k]++
				}
				row, ok := rows[at][a.Respondent]
				if !ok {
					row = len(groups[at].Rows)
					rows[at][a.Respondent] = row
					groups[at].Rows = append(groups[at].Rows, nil)
				}
				for len(groups[at].Rows[row]) <= columns[name] {
					groups[at].Rows[row] = append(groups[at].Rows[row], consensus.Missing)
				}
				groups[at].Rows[row][columns[name]] = x
			}
		}
	}
	var all []Unison
	perspectives := r.profile.Perspectives()
	for at, g := range groups {
		if len(g.Rows) > 0 {
			all = append(all, Unison{r.scorer.types[at/len(perspectives)].ID, perspectives[at%len(perspectives)], consensus.Unison(g, consensus.Options{})})
		}
	}
	return all
}

// asked gives the type that a parameter, or a type as a whole, is scored in and the sides it is asked on.
func (r *Result) asked(id string) (typ int, asks framework.Pole, ok bool) {
	if i, ok := r.scorer.index[id]; ok {
		p := &r.scorer.parameters[i]
		return p.typ, p.Pole, r.when(p) == Now
	}
	k, ok := r.scorer.typeIndex[id]
	if !ok {
		return 0, 0, false
	}
	switch r.scorer.types[k].Form {
	case framework.PureChallenge:
		return k, framework.Challenge, true
	case framework.PureDriver:
		return k, framework.Driver, true
	}
	return k, framework.Both, true
}

// Warnings lists the perspectives that their mean may not stand for, type by type: [consensus.TwoCamps] and [consensus.NoTwoCamps].
func (r *Result) Warnings() []Warning {
	var all []Warning
	for _, u := range r.Unisons() {
		if u.Verdict != consensus.Apart {
			continue
		}
		for _, w := range u.Finding.Warnings {
			if w.Kind == consensus.TwoCamps || w.Kind == consensus.NoTwoCamps {
				name := r.scorer.types[r.scorer.typeIndex[u.Type]].Name
				all = append(all, Warning{w.Kind, u.Type, u.Perspective, fmt.Sprintf("%s on %q: %s", r.profile.PerspectiveName(u.Perspective), name, w.Text)})
			}
		}
	}
	return all
}
