// JSON: reading and writing profiles, and the schema of the form.

package profile

import (
	_ "embed"
	"fmt"
	"io"
	"slices"

	"github.com/hasteslowly/readiness/framework"
	"github.com/hasteslowly/readiness/framework/strict"
)

// Schema is the JSON Schema (2020-12) of a profile's JSON.
//
//go:embed profile.schema.json
var Schema []byte

// Options of reading. The zero value checks the profile by itself, within the default limits.
type Options struct {
	// Catalogue, when given, must have every parameter that the profile rates.
	Catalogue *framework.Catalogue
	// Input names the text in errors; default "profile".
	Input string
	// Limits bounds the input.
	Limits strict.Limits
}

func (o Options) input() string { return or(o.Input, "profile") }

// problems adds what is wrong with d by itself and against the catalogue to what was wrong in reading it. Where something could not
// be read, d is not checked by itself: much of what is missing then is not the user's omission.
func (o Options) problems(d Definition, reading []strict.Problem) []strict.Problem {
	problems := reading
	if len(reading) == 0 {
		problems = check(d)
	}
	if o.Catalogue != nil {
		problems = append(problems, checkAgainst(d, o.Catalogue)...)
	}
	return problems
}

// ReadJSON reads a profile. All problems come at once, with line and column, as a [*strict.Error].
func ReadJSON(r io.Reader, o Options) (*Profile, error) {
	data, err := strict.ReadAll(o.input(), r, o.Limits)
	if err != nil {
		return nil, err
	}
	var d Definition
	doc, err := strict.UnmarshalPartly(o.input(), data, &d, o.Limits)
	if doc == nil {
		return nil, err
	}
	problems := o.problems(d, strict.Problems(err))
	if len(problems) > 0 {
		return nil, strict.Fail(o.input(), doc.Locate(problems))
	}
	return index(d), nil
}

// WriteJSON writes the profile in canonical form; [ReadJSON] gives an equal one back.
func (p *Profile) WriteJSON(w io.Writer) error {
	d := p.Definition()
	d.Schema = or(d.Schema, SchemaID)
	if _, err := w.Write(strict.Marshal(d)); err != nil {
		return fmt.Errorf("writing profile %q: %w", d.Project.Name, err)
	}
	return nil
}

// Equal reports whether two profiles hold the same data in the same order; the schema reference does not count.
func (p *Profile) Equal(q *Profile) bool {
	a, b := p.Definition(), q.Definition()
	a.Schema, b.Schema = "", ""
	return slices.Equal(strict.Marshal(a), strict.Marshal(b))
}
