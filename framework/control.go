// Control: how far a project team can decide about a driver.

package framework

// A Control says how far the team decides about a driver. The zero value is unset.
type Control uint8

const (
	_ Control = iota
	// Direct means the team decides.
	Direct
	// Shared means the team decides together with others.
	Shared
	// Influence means the team can ask and argue.
	Influence
	// None means the team can only prepare.
	None
)

var controlVocabulary = vocabulary[Control]{"control", []string{"", "direct", "shared", "influence", "none"}}

// Controls lists every control, in order.
func Controls() []Control { return controlVocabulary.all() }

// ParseControl reads the name that String gives.
func ParseControl(s string) (Control, error) { return controlVocabulary.parse(s) }

// String gives the name used in data; the zero value's is empty.
func (x Control) String() string { return controlVocabulary.name(x) }

// MarshalText gives the name, and fails for an unset value.
func (x Control) MarshalText() ([]byte, error) { return controlVocabulary.marshal(x) }

// UnmarshalText reads a name.
func (x *Control) UnmarshalText(text []byte) error { return controlVocabulary.unmarshal(x, text) }

// Outside reports whether the driver can be lost without the team having a say in it.
func (x Control) Outside() bool { return x == Influence || x == None }
