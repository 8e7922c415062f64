// Provenance: whose statement an entry of a catalogue is.

package framework

// A Provenance says whether an entry carries what the article published or what this or another project made of it. Every
// entry has one; the zero value is unset and refused.
type Provenance uint8

const (
	_ Provenance = iota
	// Published means the entry rests on a sentence of a published source, paraphrased in its statement.
	Published
	// Operationalised means the names and wording are the catalogue maker's, supported by the sources listed.
	Operationalised
)

var provenanceVocabulary = vocabulary[Provenance]{"provenance", []string{"", "published", "operationalised"}}

// Provenances lists every provenance, in order.
func Provenances() []Provenance { return provenanceVocabulary.all() }

// ParseProvenance reads the name that String gives.
func ParseProvenance(s string) (Provenance, error) { return provenanceVocabulary.parse(s) }

// String gives the name used in data; the zero value's is empty.
func (x Provenance) String() string { return provenanceVocabulary.name(x) }

// MarshalText gives the name, and fails for an unset value.
func (x Provenance) MarshalText() ([]byte, error) { return provenanceVocabulary.marshal(x) }

// UnmarshalText reads a name.
func (x *Provenance) UnmarshalText(text []byte) error { return provenanceVocabulary.unmarshal(x, text) }
