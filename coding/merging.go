// Merging: making distinct parameters of raw ones of one meaning, and taking them out again.

package coding

import (
	"fmt"
	"slices"
)

func (s *State) merge(e Entry) error {
	if len(e.From) == 0 {
		return fmt.Errorf("merges nothing")
	}
	p := s.parameters[e.Of]
	var fates []*Fate
	typ := ""
	if p != nil {
		typ = p.Type
	}
	for _, id := range e.From {
		f, err := s.open(id)
		if err != nil {
			return err
		}
		if f.Type == "" {
			return fmt.Errorf("%s is not placed in a type yet", id)
		}
		if typ != "" && typ != f.Type {
			return fmt.Errorf("%s is in type %s, others in %s", id, f.Type, typ)
		}
		typ = f.Type
		fates = append(fates, f)
	}
	if p == nil {
		p = &Parameter{ID: e.Of, Type: typ, Name: fates[0].Raw.Name, Why: e.Why}
		s.parameters[e.Of] = p
		s.made = append(s.made, e.Of)
	}
	for _, f := range fates {
		f.Parameter = e.Of
		p.Raws = append(p.Raws, f.Raw.ID)
	}
	return nil
}

func (s *State) unmerge(e Entry) error {
	p := s.parameters[e.Of]
	if p == nil || len(e.From) == 0 {
		return fmt.Errorf("%s is no parameter yet, or nothing is taken out", e.Of)
	}
	for _, id := range e.From {
		if !slices.Contains(p.Raws, id) {
			return fmt.Errorf("%s is not in %s", id, e.Of)
		}
	}
	for _, id := range e.From {
		p.Raws = slices.DeleteFunc(p.Raws, func(raw string) bool { return raw == id })
		s.fates[id].Parameter = ""
	}
	if len(p.Raws) == 0 {
		delete(s.parameters, e.Of)
		s.made = slices.DeleteFunc(s.made, func(made string) bool { return made == e.Of })
	}
	return nil
}
