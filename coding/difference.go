// Differences: what two ledgers decide unlike, and where their states part.

package coding

import (
	"fmt"
	"slices"
	"strings"
)

// A Difference is one thing that two ledgers leave unlike.
type Difference struct {
	// Of is a raw parameter or parameter, Aspect what of it: "fate" and "sign" of a raw parameter; "wording", "type", "area", "stages", "locus", "control", "critical",
	// "answers" of a parameter; "parameter" when one side does not have it.
	Of     string `json:"of"`
	Aspect string `json:"aspect"`
	A      string `json:"a"`
	B      string `json:"b"`
}

// String gives the difference in one line.
func (d Difference) String() string {
	return fmt.Sprintf("%s, %s: %q against %q", d.Of, d.Aspect, d.A, d.B)
}

// Diff compares what two ledgers made of the evidence: raw parameters in order of import, then parameters by id.
func Diff(a, b *State) []Difference {
	var all []Difference
	note := func(of, aspect, x, y string) {
		if x != y {
			all = append(all, Difference{of, aspect, x, y})
		}
	}
	seen := map[string]bool{}
	for _, s := range []*State{a, b} {
		for _, f := range s.Fates() {
			if id := f.Raw.ID; !seen[id] {
				seen[id] = true
				note(id, "fate", a.fateOf(id), b.fateOf(id))
				note(id, "sign", a.signOf(id), b.signOf(id))
			}
		}
	}
	var ids []string
	ids = append(append(ids, a.made...), b.made...)
	slices.Sort(ids)
	for _, id := range slices.Compact(ids) {
		p, q := a.parameters[id], b.parameters[id]
		if p == nil || q == nil {
			note(id, "parameter", presence(p), presence(q))
			continue
		}
		other := q.aspects()
		for i, x := range p.aspects() {
			note(id, x[0], x[1], other[i][1])
		}
	}
	return all
}

func presence(p *Parameter) string {
	if p == nil {
		return "none"
	}
	return p.Name
}

func (s *State) fateOf(id string) string {
	f := s.fates[id]
	switch {
	case f == nil:
		return "not there"
	case f.Halves != nil:
		return "split"
	case f.Unplaced:
		return "left out: " + f.Why
	case f.Parameter != "":
		return f.Type + ", " + f.Parameter
	case f.Type != "":
		return f.Type
	}
	return "undecided"
}

func (s *State) signOf(id string) string {
	if f := s.fates[id]; f != nil {
		return f.Raw.Sign.String()
	}
	return ""
}

func (p *Parameter) aspects() [][2]string {
	return [][2]string{
		{"wording", p.Name + ". " + p.Meaning}, {"type", p.Type}, {"area", p.Area.String()}, {"stages", fmt.Sprint(p.Stages)},
		{"locus", p.Locus.String()}, {"control", p.Control.String()}, {"critical", p.Critical}, {"answers", strings.Join(p.Answers, ", ")},
	}
}
