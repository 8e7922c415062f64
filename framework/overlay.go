// Overlays: changing a catalogue's words, language or content by data.

package framework

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/hasteslowly/readiness/framework/strict"
)

// An Overlay makes another catalogue out of one. Sections are applied in the order of the fields.
type Overlay struct {
	// Base names the catalogue the overlay was written for; applying it to another is an error.
	Base Base `json:"base"`
	// ID, Version, Title and Language are the new catalogue's; ID and Version are required, so that results never confuse the two.
	ID       string `json:"id"`
	Version  string `json:"version"`
	Title    string `json:"title,omitempty"`
	Language string `json:"language,omitempty"`
	// Claims replaces the base's when given.
	Claims *Claims `json:"claims,omitempty"`
	// AddSources extends the list of sources.
	AddSources []Source `json:"add_sources,omitempty"`
	// Relabel changes words: of types and of parameters, by id.
	Relabel []Label `json:"relabel,omitempty"`
	// ReplaceTypes and ReplaceParameters put an entry in the place of the one with the same id. A type without parameters keeps
	// those it has.
	ReplaceTypes      []Type      `json:"replace_types,omitempty"`
	ReplaceParameters []Parameter `json:"replace_parameters,omitempty"`
	// AddTypes and AddParameters extend.
	AddTypes      []Type      `json:"add_types,omitempty"`
	AddParameters []Extension `json:"add_parameters,omitempty"`
	// Withdraw takes entries out of use; they stay readable.
	Withdraw []Withdrawal `json:"withdraw,omitempty"`
}

// A Base names a catalogue and its version.
type Base struct {
	ID      string `json:"id"`
	Version string `json:"version"`
}

// A Label gives an entry new words; what is empty stays.
type Label struct {
	ID            string     `json:"id"`
	Name          string     `json:"name,omitempty"`
	Meaning       string     `json:"meaning,omitempty"`
	ChallengePole string     `json:"challenge_pole,omitempty"`
	DriverPole    string     `json:"driver_pole,omitempty"`
	Provenance    Provenance `json:"provenance,omitzero"`
	Statement     string     `json:"statement,omitempty"`
}

// An Extension puts a parameter into a type.
type Extension struct {
	Type      string    `json:"type"`
	Parameter Parameter `json:"parameter"`
}

// A Withdrawal takes an entry out of use.
type Withdrawal struct {
	ID        string `json:"id"`
	Reason    string `json:"reason"`
	Successor string `json:"successor,omitempty"`
}

// ReadOverlay reads an overlay's JSON.
func ReadOverlay(r io.Reader) (Overlay, error) {
	data, err := strict.ReadAll("overlay", r, limits)
	if err != nil {
		return Overlay{}, err
	}
	var o Overlay
	_, err = strict.Unmarshal("overlay", data, &o, limits)
	return o, err
}

// Apply makes the catalogue that the overlay describes, and lists what it changed. The receiver stays as it is.
func (c *Catalogue) Apply(o Overlay) (*Catalogue, []Change, error) {
	w := work{Definition: c.Definition()}
	if o.Base != (Base{c.ID(), c.Version()}) {
		w.report("base", fmt.Sprintf("is %s %s, the catalogue %s %s", o.Base.ID, o.Base.Version, c.ID(), c.Version()), "use the catalogue the overlay was written for, or review it and change its base")
		return nil, nil, strict.Fail("overlay", w.problems)
	}
	w.ID, w.Version = o.ID, o.Version
	w.Title, w.Language = cmp.Or(o.Title, w.Title), cmp.Or(o.Language, w.Language)
	if o.Claims != nil {
		w.Claims = *o.Claims
	}
	w.Sources = append(w.Sources, o.AddSources...)
	for i, l := range o.Relabel {
		w.relabel(fmt.Sprintf("relabel[%d].id", i), l)
	}
	w.replace(o)
	w.extend(o)
	for i, x := range o.Withdraw {
		w.withdraw(fmt.Sprintf("withdraw[%d].id", i), x)
	}
	if len(w.problems) > 0 {
		return nil, nil, strict.Fail("overlay", w.problems)
	}
	made, err := New(w.Definition)
	if err != nil {
		return nil, nil, errors.Join(errors.New("the overlay makes a catalogue that is not valid"), err)
	}
	return made, Compare(c, made), nil
}

// work is a definition under change.
type work struct {
	Definition
	problems []strict.Problem
}

func (w *work) report(path, what, cure string) {
	w.problems = append(w.problems, strict.Problem{Path: path, What: what, Cure: cure})
}

func (w *work) unknown(path, id string) {
	w.report(path, fmt.Sprintf("%q is not in the base catalogue", id), "correct the id, or add the entry")
}

func (w *work) typ(id string) *Type {
	if i := slices.IndexFunc(w.Types, func(t Type) bool { return t.ID == id }); i >= 0 {
		return &w.Types[i]
	}
	return nil
}

func (w *work) parameter(id string) *Parameter {
	for i := range w.Types {
		ps := w.Types[i].Parameters
		if j := slices.IndexFunc(ps, func(p Parameter) bool { return p.ID == id }); j >= 0 {
			return &ps[j]
		}
	}
	return nil
}

func (w *work) relabel(path string, l Label) {
	t, p := w.typ(l.ID), w.parameter(l.ID)
	switch {
	case t != nil:
		t.Name, t.Statement = cmp.Or(l.Name, t.Name), cmp.Or(l.Statement, t.Statement)
		t.ChallengePole, t.DriverPole = cmp.Or(l.ChallengePole, t.ChallengePole), cmp.Or(l.DriverPole, t.DriverPole)
		t.Provenance = cmp.Or(l.Provenance, t.Provenance)
	case p != nil:
		p.Name, p.Statement, p.Meaning = cmp.Or(l.Name, p.Name), cmp.Or(l.Statement, p.Statement), cmp.Or(l.Meaning, p.Meaning)
		p.Provenance = cmp.Or(l.Provenance, p.Provenance)
	default:
		w.unknown(path, l.ID)
	}
}

func (w *work) replace(o Overlay) {
	for i, t := range o.ReplaceTypes {
		old := w.typ(t.ID)
		if old == nil {
			w.unknown(fmt.Sprintf("replace_types[%d].id", i), t.ID)
			continue
		}
		if t = t.clone(); len(t.Parameters) == 0 {
			t.Parameters = old.Parameters
		}
		*old = t
	}
	for i, p := range o.ReplaceParameters {
		if old := w.parameter(p.ID); old != nil {
			*old = p.clone()
			continue
		}
		w.unknown(fmt.Sprintf("replace_parameters[%d].id", i), p.ID)
	}
}

func (w *work) extend(o Overlay) {
	for _, t := range o.AddTypes {
		w.Types = append(w.Types, t.clone())
	}
	for i, x := range o.AddParameters {
		t := w.typ(x.Type)
		if t == nil {
			w.unknown(fmt.Sprintf("add_parameters[%d].type", i), x.Type)
			continue
		}
		t.Parameters = append(t.Parameters, x.Parameter.clone())
	}
}

func (w *work) withdraw(path string, x Withdrawal) {
	t, p := w.typ(x.ID), w.parameter(x.ID)
	switch {
	case t != nil:
		t.Lifecycle.Status, t.Lifecycle.Reason, t.Lifecycle.Successor = Withdrawn, x.Reason, x.Successor
	case p != nil:
		p.Lifecycle.Status, p.Lifecycle.Reason, p.Lifecycle.Successor = Withdrawn, x.Reason, x.Successor
	default:
		w.unknown(path, x.ID)
	}
}
