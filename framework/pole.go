// Poles: on which sides of the scale a parameter is asked.

package framework

// A Pole is the side on which a parameter is rated: how strongly it hinders, how strongly it helps, or both, kept apart.
// The zero value is unset.
type Pole uint8

const (
	_ Pole = iota
	// Challenge asks how strongly it works against the project now.
	Challenge
	// Driver asks how strongly it works for the project now.
	Driver
	// Both asks the two questions separately; neither answer cancels the other.
	Both
)

var poleVocabulary = vocabulary[Pole]{"pole", []string{"", "challenge", "driver", "both"}}

// Poles lists every pole, in order.
func Poles() []Pole { return poleVocabulary.all() }

// ParsePole reads the name that String gives.
func ParsePole(s string) (Pole, error) { return poleVocabulary.parse(s) }

// String gives the name used in data; the zero value's is empty.
func (x Pole) String() string { return poleVocabulary.name(x) }

// MarshalText gives the name, and fails for an unset value.
func (x Pole) MarshalText() ([]byte, error) { return poleVocabulary.marshal(x) }

// UnmarshalText reads a name.
func (x *Pole) UnmarshalText(text []byte) error { return poleVocabulary.unmarshal(x, text) }

// Hinders reports whether the challenge side is asked.
func (x Pole) Hinders() bool { return x == Challenge || x == Both }

// Helps reports whether the driver side is asked.
func (x Pole) Helps() bool { return x == Driver || x == Both }
