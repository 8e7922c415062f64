// Areas: what part of a data sharing project a parameter primarily concerns.

package framework

// An Area says what a parameter primarily concerns. That under a quarter of the parameters concern the IT solution is
// published (Petrova & Barclay 2024); the other three areas are this project's. The zero value is unset.
type Area uint8

const (
	_ Area = iota
	// ITSolution is the technology and the content of the record.
	ITSolution
	// SocialInteraction is what people know, believe, say and do to each other.
	SocialInteraction
	// Structure is organisation, money, roles, rules and provision in the project and its partners.
	Structure
	// Context is law, policy, central money, the public and events beyond them.
	Context
)

var areaVocabulary = vocabulary[Area]{"area", []string{"", "it-solution", "social-interaction", "structure", "context"}}

// Areas lists every area, in order.
func Areas() []Area { return areaVocabulary.all() }

// ParseArea reads the name that String gives.
func ParseArea(s string) (Area, error) { return areaVocabulary.parse(s) }

// String gives the name used in data; the zero value's is empty.
func (x Area) String() string { return areaVocabulary.name(x) }

// MarshalText gives the name, and fails for an unset value.
func (x Area) MarshalText() ([]byte, error) { return areaVocabulary.marshal(x) }

// UnmarshalText reads a name.
func (x *Area) UnmarshalText(text []byte) error { return areaVocabulary.unmarshal(x, text) }
