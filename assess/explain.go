// Explanations: what a number was made of, down to the observations.

package assess

import (
	"fmt"

	"github.com/hasteslowly/readiness/framework"
	"github.com/hasteslowly/readiness/framework/profile"
)

// A Node is a number with the numbers it was made of.
type Node struct {
	// ID is "readiness", a component's, a type's or a parameter's id; a side has "/hinders" or "/helps" behind it, a perspective
	// "@" and its id, a respondent another "@" and its id.
	ID    string `json:"id"`
	Label string `json:"label"`
	// How says in words how the parts make the number.
	How      string   `json:"how,omitempty"`
	Estimate Estimate `json:"estimate"`
	// Weight is the part's share in the number above it, where that is a weighted mean.
	Weight float64 `json:"weight,omitempty"`
	Parts  []Node  `json:"parts,omitempty"`
	// Observations are numbers of the profile's observations, behind a respondent's answer.
	Observations []int `json:"observations,omitempty"`
}

// Explain gives the node of "readiness", a component, a type or a parameter, with all below it.
func (r *Result) Explain(id string) (Node, bool) {
	if id == "readiness" {
		return r.readinessNode(), true
	}
	for _, c := range r.components {
		if c.ID == id {
			return r.componentNode(c), true
		}
	}
	if k, ok := r.scorer.typeIndex[id]; ok {
		return r.typeNode(k), true
	}
	if i, ok := r.scorer.index[id]; ok {
		return r.parameterNode(i), true
	}
	return Node{}, false
}

// Number gives what Explain does, without what lies below.
func (r *Result) Number(id string) (Node, bool) {
	if id == "readiness" {
		return r.readinessHead(), true
	}
	for _, c := range r.components {
		if c.ID == id {
			return r.componentHead(c), true
		}
	}
	if k, ok := r.scorer.typeIndex[id]; ok {
		return r.typeHead(k), true
	}
	if i, ok := r.scorer.index[id]; ok {
		return r.parameterHead(i), true
	}
	return Node{}, false
}

func (r *Result) readinessHead() Node {
	return Node{
		ID: "readiness", Label: "Readiness, 0 to 100", Estimate: r.readiness,
		How: fmt.Sprintf("100 times the %v mean of the components, by weight", r.scorer.options.Between),
	}
}

func (r *Result) readinessNode() Node {
	n := r.readinessHead()
	for _, c := range r.components {
		n.Parts = append(n.Parts, r.componentNode(c))
	}
	return n
}

func (r *Result) componentHead(c Component) Node {
	label := map[string]string{"challenges": "Challenges cleared", "drivers": "Drive", "forces": "Forces in balance"}[c.ID]
	return Node{
		ID: c.ID, Label: label, Estimate: c.Estimate, Weight: c.Weight,
		How: fmt.Sprintf("%v mean of the clearance of its types", r.scorer.options.Within),
	}
}

func (r *Result) componentNode(c Component) Node {
	n, total := r.componentHead(c), 0.0
	for k := range r.types {
		if r.inComponent(k, c.ID) {
			total += r.scorer.types[k].weight
		}
	}
	for k := range r.types {
		if r.inComponent(k, c.ID) {
			part := r.typeNode(k)
			part.Weight = r.scorer.types[k].weight / total
			n.Parts = append(n.Parts, part)
		}
	}
	return n
}

func (r *Result) inComponent(k int, id string) bool {
	names := [...]string{"challenges", "drivers", "forces"}
	t := &r.scorer.types[k]
	return names[componentOf(t.Form)] == id && t.weight > 0 && r.types[k].clearance.Applicable > 0
}

var clearanceHow = map[framework.Form]string{
	framework.PureChallenge: "1 - hindrance",
	framework.PureDriver:    "help",
	framework.Oppositional:  "1 - hindrance * (1 - help)",
	framework.Ambivalent:    "(1 + help - hindrance) / 2",
}

func (r *Result) typeHead(k int) Node {
	t := &r.scorer.types[k]
	return Node{ID: t.ID, Label: t.Name, Estimate: r.types[k].clearance, How: "clearance: " + clearanceHow[t.Form]}
}

func (r *Result) typeNode(k int) Node {
	t, n := &r.scorer.types[k], r.typeHead(k)
	if t.Form != framework.PureDriver {
		n.Parts = append(n.Parts, r.sideNode(k, framework.Challenge))
	}
	if t.Form != framework.PureChallenge {
		n.Parts = append(n.Parts, r.sideNode(k, framework.Driver))
	}
	return n
}

// sideNode gives one side of a type: the weighted mean over its parameters that were asked.
func (r *Result) sideNode(k int, side framework.Pole) Node {
	t := &r.scorer.types[k]
	n := Node{ID: t.ID + sideSuffix(side), Label: sideLabel(side), How: "weighted mean over the parameters", Estimate: r.types[k].side(side)}
	total := 0.0
	for i := t.first; i < t.last; i++ {
		if r.parameters[i].side(side).Applicable > 0 {
			total += r.scorer.parameters[i].weight
		}
	}
	for i := t.first; i < t.last; i++ {
		if e := r.parameters[i].side(side); e.Applicable > 0 {
			part := r.parameterSideNode(i, side)
			if total > 0 {
				part.Weight = r.scorer.parameters[i].weight / total
			}
			n.Parts = append(n.Parts, part)
		}
	}
	return n
}

func (r *Result) parameterHead(i int) Node {
	p := &r.scorer.parameters[i]
	if sides := sidesAsked(p.Pole); len(sides) == 1 {
		return r.parameterSideHead(i, sides[0])
	}
	return Node{ID: p.ID, Label: p.Name, How: "two sides, kept apart", Estimate: clearance(framework.Ambivalent, r.parameters[i].hinders, r.parameters[i].helps)}
}

func (r *Result) parameterNode(i int) Node {
	sides := sidesAsked(r.scorer.parameters[i].Pole)
	if len(sides) == 1 {
		return r.parameterSideNode(i, sides[0])
	}
	n := r.parameterHead(i)
	for _, side := range sides {
		n.Parts = append(n.Parts, r.parameterSideNode(i, side))
	}
	return n
}

// parameterSideNode gives one side of a parameter: the weighted mean over perspectives.
func (r *Result) parameterSideNode(i int, side framework.Pole) Node {
	n := r.parameterSideHead(i, side)
	if r.when(&r.scorer.parameters[i]) != Now {
		return n
	}
	for k, id := range r.profile.Perspectives() {
		c := r.cells[i*len(r.perspectives)+k]
		slots := r.perspectives[k].size - int(c.excluded)
		if slots <= 0 {
			continue
		}
		counted := c.hinders
		if side == framework.Driver {
			counted = c.helps
		}
		n.Parts = append(n.Parts, Node{
			ID: n.ID + "@" + id, Label: r.profile.PerspectiveName(id), How: "mean over respondents, rating / 4",
			Estimate: counted.estimate(slots), Weight: r.perspectives[k].weight,
		})
	}
	r.addAnswers(n.Parts, i, side)
	return n
}

func (r *Result) parameterSideHead(i int, side framework.Pole) Node {
	p := &r.scorer.parameters[i]
	n := Node{
		ID: p.ID + sideSuffix(side), Label: p.Name, Estimate: r.parameters[i].side(side),
		How: sideLabel(side) + ": weighted mean over perspectives",
	}
	if when := r.when(p); when != Now {
		n.How = fmt.Sprintf("not scored: %s of the project's stage", when)
	}
	return n
}

// addAnswers puts the respondents' answers below their perspectives. A rating of the whole type stands below those who gave no other.
func (r *Result) addAnswers(perspectives []Node, i int, side framework.Pole) {
	ids := r.profile.Parameters()
	p := &r.scorer.parameters[i]
	answered := map[string]bool{} // by node: a respondent's own answer keeps a rating of the whole type from counting
	for _, id := range [...]string{p.ID, r.scorer.types[p.typ].ID} {
		for c := range r.profile.Cells() {
			if ids[c.Parameter] != id {
				continue
			}
			name := p.ID + sideSuffix(side) + "@" + r.profile.Perspectives()[c.Perspective]
			for k := range perspectives {
				if perspectives[k].ID == name {
					r.addCell(&perspectives[k], c, side, id != p.ID, answered)
				}
			}
		}
	}
}

func (r *Result) addCell(n *Node, c *profile.Cell, side framework.Pole, short bool, answered map[string]bool) {
	for k := range c.Len() {
		a := c.At(k)
		id, _ := r.profile.Respondent(int(a.Respondent))
		part := Node{ID: n.ID + "@" + id, Label: id, How: a.State.String(), Estimate: Estimate{High: 1, Applicable: 1}}
		if short && answered[part.ID] {
			continue
		}
		x := a.Hinders
		if side == framework.Driver {
			x = a.Helps
		}
		if a.State == profile.Rated && x >= 0 {
			x /= profile.Strongest
			part.Estimate = Estimate{Value: x, Known: true, Low: x, High: x, Answered: 1, Applicable: 1}
		}
		if short {
			part.How = "by a rating of the whole type"
		} else {
			answered[part.ID] = part.Estimate.Known || a.State != profile.NotAsked && a.State != profile.Rated
		}
		for o := range c.Observations(k) {
			part.Observations = append(part.Observations, o)
		}
		n.Parts = append(n.Parts, part)
	}
}

func sideSuffix(side framework.Pole) string {
	if side == framework.Driver {
		return "/helps"
	}
	return "/hinders"
}

func sideLabel(side framework.Pole) string {
	if side == framework.Driver {
		return "help"
	}
	return "hindrance"
}

func (s sides) side(p framework.Pole) Estimate {
	if p == framework.Driver {
		return s.helps
	}
	return s.hinders
}

func (s typeScore) side(p framework.Pole) Estimate {
	if p == framework.Driver {
		return s.helps
	}
	return s.hinders
}
