// The ledger: decisions, one a line, each with who, why and lens.

package coding

import (
	"bytes"
	"encoding/json"
	"io"

	"github.com/hasteslowly/readiness/framework/strict"
)

// An Op is the kind of a decision.
type Op string

// The kinds of decisions. The first thing a ledger does is import.
const (
	// Import takes evidence in; Of is its SHA-256, so that a ledger is never replayed on other evidence. A ledger can import again.
	Import Op = "import"
	// Split parts a two-signed raw parameter in its challenge and its driver.
	Split Op = "split"
	// Sign turns the sign of a raw parameter to the one in In.
	Sign Op = "sign"
	// Place puts a raw parameter in a type (lens type), or a parameter in an area, stages, a locus, a control or among the critical.
	Place Op = "place"
	// Unplace leaves a raw parameter out of every type; Why is its reason.
	Unplace Op = "unplace"
	// Merge makes the parameter Of of the raw parameters From, or adds them to it.
	Merge Op = "merge"
	// Unmerge takes the raw parameters From out of the parameter Of; one that is left empty is gone.
	Unmerge Op = "unmerge"
	// Rename gives a parameter its name and meaning in plain words.
	Rename Op = "rename"
	// Pair says which challenges, In, the driver Of answers within an oppositional force.
	Pair Op = "pair"
	// Note is a memo: it notes Why on the raw parameter or parameter Of, and changes nothing.
	Note Op = "memo"
	// Release says that what stands now is version Of of the catalogue.
	Release Op = "release"
	// Undo takes back the earlier entries whose numbers, counted from 1, Of names: "12", or "12-40". An undo can be undone.
	Undo Op = "undo"
)

// A Lens is the reading under which a decision is made.
type Lens string

// The lenses in use.
const (
	LensSign     Lens = "sign"
	LensType     Lens = "type"
	LensMeaning  Lens = "meaning"
	LensWording  Lens = "wording"
	LensArea     Lens = "area"
	LensStage    Lens = "stage"
	LensLocus    Lens = "locus"
	LensControl  Lens = "control"
	LensCritical Lens = "critical"
	LensPairing  Lens = "pairing"
)

// An Entry is one decision.
type Entry struct {
	Op   Op       `json:"op"`
	Of   string   `json:"of"`
	From []string `json:"from,omitempty"`
	Lens Lens     `json:"lens,omitempty"`
	In   []string `json:"in,omitempty"`
	// Name and Meaning are a renaming's.
	Name    string `json:"name,omitempty"`
	Meaning string `json:"meaning,omitempty"`
	Who     string `json:"who"`
	// When is the day or time of the decision, where it was noted.
	When string `json:"when,omitempty"`
	Why  string `json:"why"`
}

// A Ledger is a list of decisions in the order in which they were made.
type Ledger []Entry

// ReadLedger reads a ledger, one JSON object a line. All problems come at once, with their lines, as a [*strict.Error].
func ReadLedger(r io.Reader) (Ledger, error) {
	var l Ledger
	problems, err := readLines("ledger", r, func(data []byte) (*strict.Document, []strict.Problem, error) {
		var e Entry
		doc, err := strict.Unmarshal("ledger", data, &e, evidenceLimits)
		l = append(l, e)
		return doc, nil, err
	})
	if err != nil {
		return nil, err
	}
	return l, strict.Fail("ledger", problems)
}

// At is the ledger up to and with the release of a version, and false when it has none.
func (l Ledger) At(version string) (Ledger, bool) {
	for i, e := range l {
		if e.Op == Release && e.Of == version {
			return l[:i+1], true
		}
	}
	return nil, false
}

// Write writes the ledger, one JSON object a line.
func (l Ledger) Write(w io.Writer) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	for _, entry := range l {
		if err := e.Encode(entry); err != nil {
			return err
		}
	}
	_, err := w.Write(b.Bytes())
	return err
}
