// Forms: the article's three kinds of challenges and drivers, the third split in its two.

package framework

// A Form says how a type works for or against a project. That there are pure challenges, pure drivers, and oppositional or
// ambivalent forces is published (Petrova & Barclay 2024); the zero value is unset.
type Form uint8

const (
	_ Form = iota
	// PureChallenge works against the project; other domains of practice know it too.
	PureChallenge
	// PureDriver works for the project; the team controls it more or less, by its distance from the IT solution and the team.
	PureDriver
	// Oppositional pairs a challenge with the driver that resolves or counteracts it.
	Oppositional
	// Ambivalent is one factor felt as a challenge and as a driver, depending on context, goals and perspective.
	Ambivalent
)

var formVocabulary = vocabulary[Form]{"form", []string{"", "pure-challenge", "pure-driver", "oppositional", "ambivalent"}}

// Forms lists every form, in order.
func Forms() []Form { return formVocabulary.all() }

// ParseForm reads the name that String gives.
func ParseForm(s string) (Form, error) { return formVocabulary.parse(s) }

// String gives the name used in data; the zero value's is empty.
func (x Form) String() string { return formVocabulary.name(x) }

// MarshalText gives the name, and fails for an unset value.
func (x Form) MarshalText() ([]byte, error) { return formVocabulary.marshal(x) }

// UnmarshalText reads a name.
func (x *Form) UnmarshalText(text []byte) error { return formVocabulary.unmarshal(x, text) }

// Force reports whether the form has both a challenge and a driver side.
func (x Form) Force() bool { return x == Oppositional || x == Ambivalent }

// Allows reports whether a parameter with this pole can belong to a type of the form.
func (x Form) Allows(p Pole) bool {
	switch x {
	case PureChallenge:
		return p == Challenge
	case PureDriver:
		return p == Driver
	case Oppositional:
		return p == Challenge || p == Driver
	case Ambivalent:
		return p == Both
	}
	return false
}
