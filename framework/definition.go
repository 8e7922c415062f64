// Definitions: a catalogue as plain data, before it is checked.

package framework

import "slices"

// A Definition is what a catalogue is made from, and its JSON form.
type Definition struct {
	ID string `json:"id"`
	// Version is MAJOR.MINOR.PATCH.
	Version string `json:"version"`
	Title   string `json:"title"`
	// Language is a BCP 47 tag.
	Language string `json:"language"`
	// Claims says what the catalogue can be held to.
	Claims Claims `json:"claims,omitzero"`
	// Forms carry the published statements about the forms in use.
	Forms   []FormStatement `json:"forms,omitempty"`
	Sources []Source        `json:"sources,omitempty"`
	Types   []Type          `json:"types"`
}

// Claims name the published invariants a catalogue submits to.
type Claims struct {
	// Model is the id of the model that the types operationalise: "petrova-barclay-2024", or empty for another.
	Model string `json:"model,omitempty"`
	// FullList says that the parameters are meant to be the article's full list of challenges and drivers.
	FullList bool `json:"full_list,omitempty"`
}

// A FormStatement is what a published source says about a form.
type FormStatement struct {
	Form       Form       `json:"form"`
	Provenance Provenance `json:"provenance"`
	Statement  string     `json:"statement"`
	Sources    []string   `json:"sources,omitempty"`
}

func (d Definition) clone() Definition {
	d.Forms = slices.Clone(d.Forms)
	for i, f := range d.Forms {
		d.Forms[i].Sources = slices.Clone(f.Sources)
	}
	d.Sources = slices.Clone(d.Sources)
	d.Types = slices.Clone(d.Types)
	for i, t := range d.Types {
		d.Types[i] = t.clone()
	}
	return d
}
