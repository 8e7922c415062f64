// From a state to a catalogue.

package coding

import (
	"fmt"
	"slices"

	"github.com/hasteslowly/readiness/framework"
	"github.com/hasteslowly/readiness/framework/strict"
)

// A Cut is the set of types that parameters are placed in, with the words of the catalogue that they make: a definition whose
// types have no parameters and whose sources are left out.
type Cut struct {
	framework.Definition
}

// pole gives the side of a parameter: the sign of its raw parameters, or both when they differ.
func (s *State) pole(p *Parameter) framework.Pole {
	pole := framework.Pole(0)
	for _, id := range p.Raws {
		sign := s.fates[id].Raw.Sign
		if pole == 0 {
			pole = sign
		}
		if pole != sign {
			return framework.Both
		}
	}
	return pole
}

// Catalogue makes the definition that the state yields in the cut, with the version of its last release. Parameters stand in the order in which they were first
// merged. It is an error when a raw parameter is undecided, or a parameter is placed in a type that the cut does not have.
func (s *State) Catalogue(cut Cut) (framework.Definition, error) {
	d := cut.Definition
	if n := len(s.releases); n > 0 {
		d.Version = s.releases[n-1]
	}
	var problems []strict.Problem
	report := func(path, what, cure string) {
		problems = append(problems, strict.Problem{Path: path, What: what, Cure: cure})
	}
	for _, f := range s.Fates() {
		if f.Halves == nil && f.Parameter == "" && !f.Unplaced {
			report(f.Raw.ID, "is neither merged into a parameter nor left out with a reason", "decide it")
		}
	}
	types := map[string]*framework.Type{}
	d.Types = slices.Clone(d.Types)
	for i := range d.Types {
		types[d.Types[i].ID] = &d.Types[i]
	}
	for _, id := range s.made {
		p := s.parameters[id]
		t := types[p.Type]
		if t == nil {
			report(id, fmt.Sprintf("is placed in %q, which is no type of the cut", p.Type), "correct the placing, or the cut")
			continue
		}
		t.Parameters = append(t.Parameters, s.parameter(p, t.Form))
		if len(p.Answers) > 0 {
			t.Pairings = append(t.Pairings, framework.Pairing{Driver: id, Challenges: p.Answers})
		}
	}
	used := map[string]bool{}
	for i := range d.Types {
		d.Types[i].Sources = union(d.Types[i].Parameters)
		for _, id := range d.Types[i].Sources {
			used[id] = true
		}
	}
	for _, f := range d.Forms {
		for _, id := range f.Sources {
			used[id] = true
		}
	}
	for _, a := range s.accounts {
		if used[a.ID] {
			d.Sources = append(d.Sources, a.Source)
		}
	}
	return d, strict.Fail("ledger", problems)
}

// parameter makes a catalogue's parameter. In an ambivalent force it is asked on both poles, whatever the sources reported.
func (s *State) parameter(p *Parameter, form framework.Form) framework.Parameter {
	pole := s.pole(p)
	if form == framework.Ambivalent {
		pole = framework.Both
	}
	var sources []string
	for _, id := range p.Raws {
		sources = append(sources, s.fates[id].Raw.Source)
	}
	slices.Sort(sources)
	life := framework.Lifecycle{}
	if len(s.releases) > 0 && p.Since != s.releases[0] {
		life.Since = p.Since
	}
	return framework.Parameter{
		ID: p.ID, Name: p.Name, Meaning: p.Meaning, Pole: pole, Area: p.Area, Stages: p.Stages,
		Locus: p.Locus, Control: p.Control, Critical: p.Critical, Raw: len(p.Raws),
		Sources: slices.Compact(sources), Provenance: framework.Operationalised, Lifecycle: life,
	}
}

func union(parameters []framework.Parameter) []string {
	var all []string
	for _, p := range parameters {
		all = append(all, p.Sources...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}
