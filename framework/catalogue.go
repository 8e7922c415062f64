// The catalogue: checked, immutable, with lookups and iterators.

package framework

import (
	"encoding/json"
	"iter"

	"github.com/hasteslowly/readiness/framework/strict"
)

// A Catalogue holds types and their parameters. It cannot be changed; what its methods return are copies. It is safe for
// concurrent use.
type Catalogue struct {
	def        Definition
	types      map[string]int
	parameters map[string]place
	sources    map[string]int
	count      int
}

// A place is where a parameter stands: its type and its index there.
type place struct{ typ, at int }

// New checks a definition and makes a catalogue of a copy of it. All problems come at once, as a [*strict.Error] whose paths
// are those of the definition's JSON.
func New(d Definition) (*Catalogue, error) {
	if problems := check(d); len(problems) > 0 {
		return nil, strict.Fail("catalogue", problems)
	}
	c := &Catalogue{def: d.clone(), types: map[string]int{}, parameters: map[string]place{}, sources: map[string]int{}}
	for i, s := range c.def.Sources {
		c.sources[s.ID] = i
	}
	for i := range c.def.Types {
		t := &c.def.Types[i]
		c.types[t.ID] = i
		for j := range t.Parameters {
			t.Parameters[j].Type = t.ID
			c.parameters[t.Parameters[j].ID] = place{i, j}
			c.count++
		}
	}
	return c, nil
}

// ID names the catalogue across its versions.
func (c *Catalogue) ID() string { return c.def.ID }

// Version is MAJOR.MINOR.PATCH.
func (c *Catalogue) Version() string { return c.def.Version }

// Title is the catalogue's name for people.
func (c *Catalogue) Title() string { return c.def.Title }

// Claims says which published invariants the catalogue submits to.
func (c *Catalogue) Claims() Claims { return c.def.Claims }

// Definition returns a copy of all the catalogue holds.
func (c *Catalogue) Definition() Definition { return c.def.clone() }

// Len is the number of parameters, withdrawn ones included.
func (c *Catalogue) Len() int { return c.count }

// Types yields the types in the catalogue's order.
func (c *Catalogue) Types() iter.Seq[Type] {
	return func(yield func(Type) bool) {
		for _, t := range c.def.Types {
			if !yield(t.clone()) {
				return
			}
		}
	}
}

// Parameters yields the parameters of all types, in order.
func (c *Catalogue) Parameters() iter.Seq[Parameter] {
	return func(yield func(Parameter) bool) {
		for _, t := range c.def.Types {
			for _, p := range t.Parameters {
				if !yield(p.clone()) {
					return
				}
			}
		}
	}
}

// Sources yields the sources in the catalogue's order.
func (c *Catalogue) Sources() iter.Seq[Source] {
	return func(yield func(Source) bool) {
		for _, s := range c.def.Sources {
			if !yield(s) {
				return
			}
		}
	}
}

// Type finds a type by id.
func (c *Catalogue) Type(id string) (Type, bool) {
	i, ok := c.types[id]
	if !ok {
		return Type{}, false
	}
	return c.def.Types[i].clone(), true
}

// Parameter finds a parameter by id.
func (c *Catalogue) Parameter(id string) (Parameter, bool) {
	at, ok := c.parameters[id]
	if !ok {
		return Parameter{}, false
	}
	return c.def.Types[at.typ].Parameters[at.at].clone(), true
}

// Source finds a source by id.
func (c *Catalogue) Source(id string) (Source, bool) {
	i, ok := c.sources[id]
	if !ok {
		return Source{}, false
	}
	return c.def.Sources[i], true
}

// Asks gives the pole on which an id is rated, be it a parameter's or a type's.
func (c *Catalogue) Asks(id string) (Pole, bool) {
	if at, ok := c.parameters[id]; ok {
		return c.def.Types[at.typ].Parameters[at.at].Pole, true
	}
	if i, ok := c.types[id]; ok {
		return c.def.Types[i].Asks(), true
	}
	return 0, false
}

// Suggest gives the cure for an id that is neither a parameter's nor a type's: the nearest one that is.
func (c *Catalogue) Suggest(id string) string {
	var ids []string
	for _, t := range c.def.Types {
		ids = append(ids, t.ID)
		for _, p := range t.Parameters {
			ids = append(ids, p.ID)
		}
	}
	return strict.Nearest(id, ids)
}

// MarshalJSON gives the definition.
func (c *Catalogue) MarshalJSON() ([]byte, error) { return json.Marshal(c.def) }
