// Types: the kinds of challenges, drivers and forces that parameters belong to.

package framework

import "slices"

// A Type groups parameters that work in the same way.
type Type struct {
	// ID follows the rules of a parameter's, and shares its name space: a short questionnaire rates a type itself.
	ID   string `json:"id"`
	Form Form   `json:"form"`
	Name string `json:"name"`
	// ChallengePole and DriverPole say in one sentence what each side is; a pure type has one of them.
	ChallengePole string `json:"challenge_pole,omitempty"`
	DriverPole    string `json:"driver_pole,omitempty"`
	// Locus and Control are those of the type's drivers, where a driver does not say otherwise.
	Locus   Locus   `json:"locus,omitzero"`
	Control Control `json:"control,omitzero"`
	// LearnsFrom is a pure challenge's other domains of practice.
	LearnsFrom []Parallel `json:"learns_from,omitempty"`
	Provenance Provenance `json:"provenance"`
	Statement  string     `json:"statement,omitempty"`
	// Sources are ids of the catalogue's sources, sorted.
	Sources   []string  `json:"sources,omitempty"`
	Lifecycle Lifecycle `json:"lifecycle,omitzero"`
	// Pairings say, within an oppositional force, which driver answers which challenges.
	Pairings   []Pairing   `json:"pairings,omitempty"`
	Parameters []Parameter `json:"parameters"`
}

// A Pairing says that a driver resolves or counteracts some challenges of the same oppositional force, by parameter ids.
type Pairing struct {
	Driver     string   `json:"driver"`
	Challenges []string `json:"challenges"`
}

// Asks gives the pole on which a short questionnaire rates the type itself.
func (t Type) Asks() Pole {
	switch t.Form {
	case PureChallenge:
		return Challenge
	case PureDriver:
		return Driver
	}
	return Both
}

func (t Type) clone() Type {
	t.LearnsFrom = slices.Clone(t.LearnsFrom)
	t.Sources = slices.Clone(t.Sources)
	t.Pairings = slices.Clone(t.Pairings)
	for i, p := range t.Pairings {
		t.Pairings[i].Challenges = slices.Clone(p.Challenges)
	}
	t.Parameters = slices.Clone(t.Parameters)
	for i, p := range t.Parameters {
		t.Parameters[i] = p.clone()
	}
	return t
}
