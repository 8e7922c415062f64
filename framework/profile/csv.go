// CSV: one observation a row, for people with a spreadsheet.

package profile

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/hasteslowly/readiness/framework/strict"
)

var columns = []string{"parameter", "respondent", "perspective", "hinders", "helps", "context", "goal", "state", "note", "evidence", "at"}

// Columns returns the header of a profile's CSV, in the order in which it is written. Reading takes any order and needs only
// parameter and respondent.
func Columns() []string { return slices.Clone(columns) }

// recordMark stands in the parameter column of the one row that carries, as JSON in its note, all that observations do not:
// project, perspectives, respondents, effort. Without such a row the project is named after the input.
const recordMark = "#profile"

// ReadCSV reads a profile. A respondent's perspective may be given in any of its rows; blank in all, it is "unknown". All
// problems come at once, with line and column, as a [*strict.Error].
func ReadCSV(r io.Reader, o Options) (*Profile, error) {
	data, err := strict.ReadAll(o.input(), r, o.Limits)
	if err != nil {
		return nil, err
	}
	t, err := strict.ReadTable(o.input(), data, o.Limits)
	if err != nil {
		return nil, err
	}
	c := newCSVReader(t)
	if len(c.problems) > 0 {
		return nil, strict.Fail(o.input(), c.problems)
	}
	d := c.definition(o.input())
	problems := strict.ByPlace(c.locate(o.problems(d, c.problems)))
	if len(problems) > 0 {
		return nil, strict.Fail(o.input(), problems)
	}
	return index(d), nil
}

// A csvReader turns rows into a definition, and places problems in cells.
type csvReader struct {
	table    *strict.Table
	column   map[string]int
	rows     []strict.Row // of the observations
	problems []strict.Problem
}

func newCSVReader(t *strict.Table) *csvReader {
	c := &csvReader{table: t, column: map[string]int{}}
	for i, name := range t.Header {
		if !slices.Contains(columns, name) {
			c.problems = append(c.problems, t.Problem(i, fmt.Sprintf("column %q is not known", name), strict.Nearest(name, columns)))
		}
		c.column[name] = i
	}
	for _, name := range columns[:2] {
		if _, ok := c.column[name]; !ok {
			c.problems = append(c.problems, t.Problem(0, fmt.Sprintf("column %q is missing", name), "the header is "+strings.Join(columns, ",")))
		}
	}
	return c
}

func (c *csvReader) cell(row strict.Row, name string) string {
	if i, ok := c.column[name]; ok {
		return row.Cells[i]
	}
	return ""
}

func (c *csvReader) report(row strict.Row, name, what, cure string) {
	i, ok := c.column[name]
	if !ok {
		i = 0
	}
	c.problems = append(c.problems, row.Problem(i, what, cure))
}

func (c *csvReader) definition(input string) Definition {
	d := Definition{Version: FormatVersion, Project: Project{Name: input}}
	recorded := false
	for _, row := range c.table.Rows {
		if c.cell(row, "parameter") != recordMark {
			d.Observations = append(d.Observations, c.observation(row))
			c.rows = append(c.rows, row)
			continue
		}
		observations := d.Observations
		if recorded {
			c.report(row, "parameter", recordMark+" is given twice", "keep one such row")
		} else if _, err := strict.Unmarshal(recordMark, []byte(c.cell(row, "note")), &d, strict.Limits{}); err != nil {
			c.report(row, "note", "the record cannot be read: "+err.Error(), "restore it, or remove the row")
		} else if len(d.Observations) > 0 {
			c.report(row, "note", "the record has observations of its own", "give observations as rows")
		}
		d.Observations, recorded = observations, true
	}
	c.people(&d)
	return d
}

func (c *csvReader) observation(row strict.Row) Observation {
	o := Observation{
		Parameter: strings.TrimSpace(c.cell(row, "parameter")), Respondent: strings.TrimSpace(c.cell(row, "respondent")),
		Context: c.cell(row, "context"), Goal: c.cell(row, "goal"),
		Note: c.cell(row, "note"), Evidence: c.cell(row, "evidence"), At: c.cell(row, "at"),
	}
	var errs [3]error
	o.Hinders, errs[0] = ParseRating(strings.TrimSpace(c.cell(row, "hinders")))
	o.Helps, errs[1] = ParseRating(strings.TrimSpace(c.cell(row, "helps")))
	o.State, errs[2] = ParseState(c.cell(row, "state"))
	for i, name := range [...]string{"hinders", "helps", "state"} {
		if errs[i] != nil {
			c.report(row, name, errs[i].Error(), "")
		}
	}
	return o
}

// people adds the respondents that rows name, in order of first appearance, and checks that each has one perspective.
func (c *csvReader) people(d *Definition) {
	at := map[string]int{}
	for i, r := range d.Respondents {
		at[r.ID] = i
	}
	for i, row := range c.rows {
		id, perspective := d.Observations[i].Respondent, strings.TrimSpace(c.cell(row, "perspective"))
		if id == "" {
			c.report(row, "respondent", "is missing", "say who answers; a short code will do")
			continue
		}
		k, known := at[id]
		switch {
		case !known:
			at[id] = len(d.Respondents)
			d.Respondents = append(d.Respondents, Respondent{ID: id, Perspective: perspective})
		case perspective == "" || perspective == d.Respondents[k].Perspective:
		case d.Respondents[k].Perspective == "":
			d.Respondents[k].Perspective = perspective
		default:
			c.report(row, "perspective", fmt.Sprintf("respondent %q is %q here and %q elsewhere", id, perspective, d.Respondents[k].Perspective),
				"a respondent answers in one perspective; give the second role its own respondent")
		}
	}
	for i := range d.Respondents {
		d.Respondents[i].Perspective = or(d.Respondents[i].Perspective, "unknown")
	}
}

// locate places problems of a definition in the cells they come from.
func (c *csvReader) locate(problems []strict.Problem) []strict.Problem {
	for i, p := range problems {
		var n int
		if k, _ := fmt.Sscanf(p.Path, "observations[%d]", &n); k != 1 {
			continue
		}
		_, field, _ := strings.Cut(p.Path, "].")
		column, ok := c.column[field]
		if !ok {
			column = 0
		}
		problems[i] = c.rows[n].Problem(column, p.What, p.Cure)
	}
	return problems
}

// WriteCSV writes the profile, with its record in the first row; [ReadCSV] gives an equal one back.
func (p *Profile) WriteCSV(w io.Writer) error {
	record := p.Definition()
	record.Observations = nil
	note, err := json.Marshal(record)
	if err != nil {
		return fmt.Errorf("writing profile %q: %w", record.Project.Name, err)
	}
	perspectives := map[string]string{}
	for _, r := range record.Respondents {
		perspectives[r.ID] = r.Perspective
	}
	out := csv.NewWriter(w)
	errs := []error{
		out.Write(columns),
		out.Write([]string{recordMark, "", "", "", "", "", "", "", string(note), "", ""}),
	}
	for _, o := range p.def.Observations {
		errs = append(errs, out.Write([]string{
			o.Parameter, o.Respondent, perspectives[o.Respondent], o.Hinders.String(), o.Helps.String(),
			o.Context, o.Goal, o.State.String(), o.Note, o.Evidence, o.At,
		}))
	}
	out.Flush()
	if err := errors.Join(append(errs, out.Error())...); err != nil {
		return fmt.Errorf("writing profile %q: %w", record.Project.Name, err)
	}
	return nil
}
