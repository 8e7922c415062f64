// Lifecycle: since when an entry exists and whether it still counts.

package framework

// A Lifecycle belongs to a type or a parameter.
type Lifecycle struct {
	// Since is the catalogue version that brought the entry.
	Since string `json:"since,omitempty"`
	// Status is Active when unset. A withdrawn entry stays in the catalogue, so that old profiles can be read, and is not scored.
	Status Status `json:"status,omitzero"`
	// Reason says why the entry is deprecated or withdrawn; required then.
	Reason string `json:"reason,omitempty"`
	// Successor is the id of the entry that takes its place, if any does.
	Successor string `json:"successor,omitempty"`
}

// Scored reports whether the entry is asked and scored.
func (l Lifecycle) Scored() bool { return l.Status != Withdrawn }
