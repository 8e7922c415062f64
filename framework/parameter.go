// Parameters: what a project is asked about.

package framework

import "slices"

// A Parameter is one distinct challenge, driver or ambivalent factor.
type Parameter struct {
	// ID is lower-case words joined by hyphens, unique among the types and parameters of a catalogue, and never reused.
	ID string `json:"id"`
	// Name is a short phrase in plain words, neutral where the parameter is asked on both poles.
	Name string `json:"name"`
	// Meaning is one sentence that tells the parameter from its neighbours.
	Meaning string `json:"meaning,omitempty"`
	Pole    Pole   `json:"pole"`
	Area    Area   `json:"area"`
	// Stages at which the parameter matters, in order; none means all.
	Stages []Stage `json:"stages,omitempty"`
	// Locus and Control are a driver's; unset, the type's count.
	Locus   Locus   `json:"locus,omitzero"`
	Control Control `json:"control,omitzero"`
	// Critical is the argument why a project must not go on while this hinders strongly; empty for almost all.
	Critical string `json:"critical,omitempty"`
	// Raw counts the raw parameters merged into this one, over all sources; 0 when the catalogue was not derived by coding.
	Raw int `json:"raw,omitempty"`
	// Sources are ids of the catalogue's sources, sorted.
	Sources    []string   `json:"sources,omitempty"`
	Provenance Provenance `json:"provenance"`
	// Statement paraphrases the published sentence the entry rests on, or argues for one without sources.
	Statement string    `json:"statement,omitempty"`
	Lifecycle Lifecycle `json:"lifecycle,omitzero"`
	// Type is the id of the parameter's type; the constructor sets it.
	Type string `json:"-"`
}

// Applies reports whether the parameter matters at the stage; an unset stage asks for everything.
func (p Parameter) Applies(s Stage) bool {
	return s == 0 || len(p.Stages) == 0 || slices.Contains(p.Stages, s)
}

func (p Parameter) clone() Parameter {
	p.Stages = slices.Clone(p.Stages)
	p.Sources = slices.Clone(p.Sources)
	return p
}
