// Stages: the moments in a project's life.

package framework

// A Stage is a moment in a project's life; stages are ordered. The zero value is unset: a parameter without stages matters at
// every stage, and in a project without a stage every parameter applies.
type Stage uint8

const (
	_ Stage = iota
	// Conception is before anybody has decided.
	Conception
	// SetUp is when partners, money, mandate and team come together.
	SetUp
	// Development is when the solution and its rules are made.
	Development
	// Pilot is first use by a few.
	Pilot
	// RollOut is spreading to all who should use it.
	RollOut
	// SustainedUse is everyday use.
	SustainedUse
)

var stageVocabulary = vocabulary[Stage]{"stage", []string{"", "conception", "set-up", "development", "pilot", "roll-out", "sustained-use"}}

// Stages lists every stage, in order.
func Stages() []Stage { return stageVocabulary.all() }

// ParseStage reads the name that String gives.
func ParseStage(s string) (Stage, error) { return stageVocabulary.parse(s) }

// String gives the name used in data; the zero value's is empty.
func (x Stage) String() string { return stageVocabulary.name(x) }

// MarshalText gives the name, and fails for an unset value.
func (x Stage) MarshalText() ([]byte, error) { return stageVocabulary.marshal(x) }

// UnmarshalText reads a name.
func (x *Stage) UnmarshalText(text []byte) error { return stageVocabulary.unmarshal(x, text) }
