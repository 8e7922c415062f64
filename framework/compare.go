// Comparing: what differs between two versions of a catalogue.

package framework

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// A Change is one difference between two catalogues.
type Change struct {
	// Entry is "catalogue", or the kind and id: "type ambition", "parameter consent-model", "source kruse-2014".
	Entry string `json:"entry"`
	// Kind is "added", "removed" or "changed".
	Kind string `json:"kind"`
	// Field, Old and New say what changed, the values as JSON; empty for an entry added or removed.
	Field string `json:"field,omitempty"`
	Old   string `json:"old,omitempty"`
	New   string `json:"new,omitempty"`
}

// String gives the change in one line.
func (c Change) String() string {
	if c.Kind != "changed" {
		return c.Kind + " " + c.Entry
	}
	return fmt.Sprintf("changed %s: %s: %s -> %s", c.Entry, c.Field, c.Old, c.New)
}

// Compare lists what differs, from old to new: the catalogue itself, then what went, changed and came, each by id. A parameter that moved
// to another type shows as a change of its type.
func Compare(old, new *Catalogue) []Change {
	a, b := entriesOf(old), entriesOf(new)
	var changes []Change
	for _, key := range slices.Sorted(maps.Keys(a)) {
		if _, stays := b[key]; !stays {
			changes = append(changes, Change{Entry: key, Kind: "removed"})
			continue
		}
		changes = append(changes, fieldsChanged(key, a[key], b[key])...)
	}
	for _, key := range slices.Sorted(maps.Keys(b)) {
		if _, was := a[key]; !was {
			changes = append(changes, Change{Entry: key, Kind: "added"})
		}
	}
	return changes
}

type entry map[string]json.RawMessage

// entriesOf flattens a catalogue: every type, parameter and source on its own, children left out.
func entriesOf(c *Catalogue) map[string]entry {
	all := map[string]entry{}
	head := c.Definition()
	head.Sources, head.Types = nil, nil
	all["catalogue"] = entryOf(head)
	for t := range c.Types() {
		parameters := t.Parameters
		t.Parameters = nil
		all["type "+t.ID] = entryOf(t)
		for _, p := range parameters {
			e := entryOf(p)
			e["type"] = json.RawMessage(`"` + p.Type + `"`)
			all["parameter "+p.ID] = e
		}
	}
	for s := range c.Sources() {
		all["source "+s.ID] = entryOf(s)
	}
	return all
}

func entryOf(v any) entry {
	data, err := json.Marshal(v)
	e := entry{}
	if err == nil {
		err = json.Unmarshal(data, &e)
	}
	if err != nil {
		panic("framework: a checked catalogue does not marshal: " + err.Error())
	}
	return e
}

func fieldsChanged(key string, a, b entry) []Change {
	names := maps.Clone(a)
	maps.Copy(names, b)
	var changes []Change
	for _, name := range slices.Sorted(maps.Keys(names)) {
		if !bytes.Equal(a[name], b[name]) {
			changes = append(changes, Change{
				Entry: key, Kind: "changed", Field: name,
				Old: strings.Trim(string(a[name]), `"`), New: strings.Trim(string(b[name]), `"`),
			})
		}
	}
	return changes
}
