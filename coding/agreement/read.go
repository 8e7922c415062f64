// Reading a table from CSV: one unit a row, one coder a column, blank is missing.

package agreement

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/hasteslowly/readiness/framework/strict"
)

// A Header says whether the first line of a CSV names the coders.
type Header uint8

// Whether there is a header.
const (
	// Guess takes the first line for a header when it cannot be a unit: its cells are no numbers while all others are, or it
	// repeats no value of the rest, and names every column differently.
	Guess Header = iota
	WithHeader
	WithoutHeader
)

// limits of a table from outside.
var tableLimits = strict.Limits{Bytes: 256 << 20}

// maxCells bounds a table that is read: 10 million ratings.
const maxCells = 10_000_000

// Read reads a table: comma, semicolon or tab between cells, UTF-8, an optional byte order mark, an optional header, and a first column that is no
// coder when its header is empty or one of unit, item, subject, segment, case, id. Problems come as a [*strict.Error].
func Read(r io.Reader, f Format) (*Table, error) {
	data, err := strict.ReadAll("table", r, tableLimits)
	if err != nil {
		return nil, err
	}
	text := strings.TrimPrefix(string(data), "\ufeff")
	switch {
	case !utf8.ValidString(text) || strings.ContainsRune(text, 0):
		return nil, strict.Fail("table", []strict.Problem{{What: "is not UTF-8", Cure: "save it as UTF-8"}})
	case strings.TrimSpace(text) == "":
		return nil, strict.Fail("table", []strict.Problem{{What: "is empty", Cure: "give one unit a row, one coder a column"}})
	}
	reader := csv.NewReader(strings.NewReader(text))
	reader.FieldsPerRecord = -1
	reader.Comma = separator(text)
	var rows [][]string
	cells := 0
	for {
		row, err := reader.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			var parse *csv.ParseError
			line := 0
			if errors.As(err, &parse) {
				line, err = parse.Line, parse.Err
			}
			return nil, strict.Fail("table", []strict.Problem{{Line: line, Column: 1, What: err.Error(), Cure: "write it as CSV, with quotes around cells that hold a quote or a separator"}})
		}
		if cells += len(row); cells > maxCells {
			return nil, strict.Fail("table", []strict.Problem{{What: fmt.Sprintf("has more than %d cells", maxCells), Cure: "use the library, or fewer units"}})
		}
		rows = append(rows, row)
	}
	return tabulate(rows, f)
}

func separator(text string) rune {
	line, _, _ := strings.Cut(text, "\n")
	best := ','
	for _, c := range ";\t" {
		if strings.Count(line, string(c)) > strings.Count(line, string(best)) {
			best = c
		}
	}
	return best
}

func tabulate(rows [][]string, f Format) (*Table, error) {
	for _, row := range rows {
		for i, cell := range row {
			row[i] = strings.TrimSpace(cell)
		}
	}
	var names, notes []string
	if len(rows) > 0 && (f.Header == WithHeader || f.Header == Guess && looksLikeHeader(rows[0], rows[1:])) {
		names, rows = rows[0], rows[1:]
		if f.Header == Guess {
			notes = append(notes, fmt.Sprintf("the first line was taken for names of coders: %s", strings.Join(names, ", ")))
		}
		if len(names) > 1 && slices.Contains([]string{"", "unit", "units", "item", "id", "unit_id", "item_id", "subject", "segment", "case"}, strings.ToLower(names[0])) {
			notes = append(notes, "the first column was taken for names of units")
			names = names[1:]
			for i, row := range rows {
				rows[i] = row[min(1, len(row)):]
			}
		}
	}
	if err := tooLong(rows, names); err != nil {
		return nil, err
	}
	t, err := New(rows, names, f)
	if err != nil {
		return nil, err
	}
	for _, c := range t.categories {
		if slices.Contains([]string{"na", "n/a", "nan", "none", "null", ".", "*", "-", "?"}, strings.ToLower(c)) {
			notes = append(notes, fmt.Sprintf("%q counts as a category; say so if it means missing", c))
		}
	}
	t.repair = notes
	return t, nil
}

// tooLong reports rows with more cells than there are coders named.
func tooLong(rows [][]string, names []string) error {
	var problems []strict.Problem
	for i, row := range rows {
		if len(names) > 0 && len(row) > len(names) {
			problems = append(problems, strict.Problem{Path: fmt.Sprintf("unit %d", i+1), What: fmt.Sprintf("has %d cells, and %d coders are named", len(row), len(names)), Cure: "take out what is too many, or name the coder"})
		}
	}
	return strict.Fail("table", problems)
}

// looksLikeHeader follows the rule of [Guess].
func looksLikeHeader(first []string, rest [][]string) bool {
	seen := map[string]bool{}
	for i, cell := range first {
		_, isNumber := number(cell)
		if isNumber || cell == "" && i > 0 || seen[cell] {
			return false
		}
		seen[cell] = true
	}
	if len(rest) == 0 || len(first) < 2 {
		return false
	}
	for _, row := range rest {
		for _, cell := range row {
			if cell != "" && seen[cell] {
				return false
			}
		}
	}
	return true
}

// ReadSets reads a table whose cells are sets: labels parted by semicolons, {} for the empty set, blank for missing. Separators between cells are commas.
func ReadSets(r io.Reader, f Format) (*SetTable, error) {
	data, err := strict.ReadAll("table", r, tableLimits)
	if err != nil {
		return nil, err
	}
	reader := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(data), "\ufeff")))
	reader.FieldsPerRecord = -1
	rows, err := reader.ReadAll()
	if err != nil {
		return nil, strict.Fail("table", []strict.Problem{{What: err.Error(), Cure: "write it as CSV, with quotes around cells that hold a quote or a comma"}})
	}
	if len(rows) > 0 && (f.Header == WithHeader || f.Header == Guess && looksLikeHeader(rows[0], rows[1:])) {
		rows = rows[1:]
	}
	sets := make([][][]string, len(rows))
	for i, row := range rows {
		for _, cell := range row {
			sets[i] = append(sets[i], labelsOf(strings.TrimSpace(cell), f))
		}
	}
	return NewSets(sets)
}

func labelsOf(cell string, f Format) []string {
	if cell == "" || slices.Contains(f.Missing, cell) {
		return nil
	}
	labels := []string{}
	for label := range strings.SplitSeq(strings.Trim(cell, "{}"), ";") {
		if label = strings.TrimSpace(label); label != "" {
			labels = append(labels, label)
		}
	}
	return labels
}
