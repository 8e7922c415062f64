// Evidence: sources and what their coder found in them, one source a line.

package coding

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"

	"github.com/hasteslowly/readiness/framework"
	"github.com/hasteslowly/readiness/framework/strict"
)

// A Finding is a challenge or a driver that a source reports.
type Finding struct {
	Name string `json:"name"`
	// ITSolution is the first coder's reading of whether it primarily concerns the IT solution.
	ITSolution bool   `json:"it_solution"`
	Note       string `json:"note"`
}

// A TwoSigned is a factor that a source reports with both signs.
type TwoSigned struct {
	Name        string `json:"name"`
	AsChallenge string `json:"as_challenge"`
	AsDriver    string `json:"as_driver"`
	DependsOn   string `json:"depends_on"`
}

// An Account is one source with what was found in it.
type Account struct {
	framework.Source
	Challenges []Finding   `json:"challenges"`
	Drivers    []Finding   `json:"drivers"`
	TwoSigned  []TwoSigned `json:"ambivalent_or_paired"`
	Outcomes   []string    `json:"outcomes"`
}

var evidenceLimits = strict.Limits{Bytes: 64 << 20, Depth: 8}

// Evidence is a file of accounts: one wave of reading.
type Evidence struct {
	Accounts []Account
	// Digest is the SHA-256 of the file, in hexadecimal; a ledger's import names it.
	Digest string
}

// ReadEvidence reads accounts, one JSON object a line. All problems come at once, with their lines, as a [*strict.Error].
func ReadEvidence(r io.Reader) (Evidence, error) {
	var accounts []Account
	digest := sha256.New()
	r = io.TeeReader(r, digest)
	ids := map[string]bool{}
	problems, err := readLines("evidence", r, func(data []byte) (*strict.Document, []strict.Problem, error) {
		var a Account
		doc, err := strict.Unmarshal("evidence", data, &a, evidenceLimits)
		if err != nil {
			return doc, nil, err
		}
		var problems []strict.Problem
		if ids[a.ID] || a.ID == "" {
			problems = append(problems, strict.Problem{Path: "id", What: fmt.Sprintf("%q is missing or given twice", a.ID), Cure: "give each source its own id"})
		}
		ids[a.ID] = true
		accounts = append(accounts, a)
		return doc, problems, nil
	})
	if err != nil {
		return Evidence{}, err
	}
	return Evidence{accounts, hex.EncodeToString(digest.Sum(nil))}, strict.Fail("evidence", problems)
}

// readLines calls read for every line that is not blank, and gives the problems it returns their line.
func readLines(input string, r io.Reader, read func([]byte) (*strict.Document, []strict.Problem, error)) ([]strict.Problem, error) {
	data, err := strict.ReadAll(input, r, evidenceLimits)
	if err != nil {
		return nil, err
	}
	var all []strict.Problem
	line := 0
	for text := range bytes.Lines(data) {
		line++
		if len(bytes.TrimSpace(text)) == 0 {
			continue
		}
		doc, problems, err := read(text)
		if err != nil {
			problems = strict.Problems(err)
		} else {
			problems = doc.Locate(problems)
		}
		for _, p := range problems {
			p.Line = line
			all = append(all, p)
		}
	}
	return all, nil
}
