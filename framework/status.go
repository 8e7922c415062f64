// Status: whether an entry is in use. An id is for ever; an entry is withdrawn, never deleted.

package framework

// A Status says whether an entry is in use. The zero value means active.
type Status uint8

const (
	_ Status = iota
	// Active means in use.
	Active
	// Deprecated means still scored, to be replaced by its successor.
	Deprecated
	// Withdrawn means no longer asked or scored.
	Withdrawn
)

var statusVocabulary = vocabulary[Status]{"status", []string{"", "active", "deprecated", "withdrawn"}}

// Statuses lists every status, in order.
func Statuses() []Status { return statusVocabulary.all() }

// ParseStatus reads the name that String gives.
func ParseStatus(s string) (Status, error) { return statusVocabulary.parse(s) }

// String gives the name used in data; the zero value's is empty.
func (x Status) String() string { return statusVocabulary.name(x) }

// MarshalText gives the name, and fails for an unset value.
func (x Status) MarshalText() ([]byte, error) { return statusVocabulary.marshal(x) }

// UnmarshalText reads a name.
func (x *Status) UnmarshalText(text []byte) error { return statusVocabulary.unmarshal(x, text) }
