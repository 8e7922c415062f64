// Loci: where a driver lies, seen from the IT solution and the project team.

package framework

// A Locus orders drivers by their distance from the IT solution and the project team. That pure drivers differ so, and so in
// the control the team has, is published (Petrova & Barclay 2024); the four steps are this project's. The zero value is unset.
type Locus uint8

const (
	_ Locus = iota
	// InSolution lies in the IT solution itself.
	InSolution
	// InTeam lies in the project team.
	InTeam
	// InPartners lies in the organisations, professions and patients that take part.
	InPartners
	// Beyond lies outside the partnership.
	Beyond
)

var locusVocabulary = vocabulary[Locus]{"locus", []string{"", "in-solution", "in-team", "in-partners", "beyond"}}

// Loci lists every locus, in order.
func Loci() []Locus { return locusVocabulary.all() }

// ParseLocus reads the name that String gives.
func ParseLocus(s string) (Locus, error) { return locusVocabulary.parse(s) }

// String gives the name used in data; the zero value's is empty.
func (x Locus) String() string { return locusVocabulary.name(x) }

// MarshalText gives the name, and fails for an unset value.
func (x Locus) MarshalText() ([]byte, error) { return locusVocabulary.marshal(x) }

// UnmarshalText reads a name.
func (x *Locus) UnmarshalText(text []byte) error { return locusVocabulary.unmarshal(x, text) }
