// Definitions: a profile as plain data, before it is checked.

package profile

import (
	"maps"
	"slices"

	"github.com/hasteslowly/readiness/framework"
)

// FormatVersion is the version of the JSON form that this package reads and writes.
const FormatVersion = 1

// SchemaID is the identifier of the JSON Schema of that form.
const SchemaID = "https://github.com/hasteslowly/readiness/framework/profile/profile.schema.json"

// A Definition is what a profile is made from, and its JSON form.
type Definition struct {
	Schema  string  `json:"$schema,omitempty"`
	Version int     `json:"version"`
	Project Project `json:"project"`
	// Perspectives may be declared, to order and describe them, or to say that one is missing: a perspective without respondents.
	Perspectives []Perspective `json:"perspectives,omitempty"`
	Respondents  []Respondent  `json:"respondents,omitempty"`
	Observations []Observation `json:"observations,omitempty"`
	// Effort declares how the project's effort is spread over the areas, in any unit, none negative.
	Effort map[framework.Area]float64 `json:"effort,omitempty"`
}

// A Project is what is assessed.
type Project struct {
	Name    string `json:"name"`
	Setting string `json:"setting,omitempty"`
	// Stage selects the parameters that matter now; unset, all do.
	Stage framework.Stage `json:"stage,omitzero"`
	// At is the moment described: a date (2026-11-23) or an RFC 3339 time.
	At string `json:"at,omitempty"`
	// Origin says how the ratings came about, e.g. "secondary coding of published accounts".
	Origin string `json:"origin,omitempty"`
	// Sources are the published accounts behind a coded case, as citations or ids.
	Sources []string `json:"sources,omitempty"`
	Note    string   `json:"note,omitempty"`
}

// A Perspective is a stakeholder group.
type Perspective struct {
	ID   string `json:"id"`
	Name string `json:"name,omitempty"`
	Note string `json:"note,omitempty"`
}

// A Respondent is a person or a group that answers with one voice, in one perspective.
type Respondent struct {
	ID          string `json:"id"`
	Perspective string `json:"perspective"`
	Note        string `json:"note,omitempty"`
}

// An Observation is one rating of one parameter by one respondent.
type Observation struct {
	// Parameter is the id of a parameter of the catalogue, or of a type when the short questionnaire was used.
	Parameter  string `json:"parameter"`
	Respondent string `json:"respondent"`
	// Hinders says how strongly the parameter works against the project now, Helps how strongly it works for it.
	Hinders Rating `json:"hinders,omitzero"`
	Helps   Rating `json:"helps,omitzero"`
	// Context and Goal tag the situation and the aim that the rating speaks of.
	Context string `json:"context,omitempty"`
	Goal    string `json:"goal,omitempty"`
	State   State  `json:"state,omitzero"`
	Note    string `json:"note,omitempty"`
	// Evidence is a link, a citation or the id of a source.
	Evidence string `json:"evidence,omitempty"`
	// At is a date or an RFC 3339 time.
	At string `json:"at,omitempty"`
}

// Answered gives the state, resolving the unset one.
func (o Observation) Answered() State {
	switch {
	case o.State != 0:
		return o.State
	case o.Hinders != 0 || o.Helps != 0:
		return Rated
	}
	return NotAsked
}

func (d Definition) clone() Definition {
	d.Project.Sources = slices.Clone(d.Project.Sources)
	d.Perspectives = slices.Clone(d.Perspectives)
	d.Respondents = slices.Clone(d.Respondents)
	d.Observations = slices.Clone(d.Observations)
	d.Effort = maps.Clone(d.Effort)
	return d
}
