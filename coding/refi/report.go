// The report: what was found that is not as the standard has it, and what is lost by writing.

package refi

import (
	"fmt"
	"slices"

	"github.com/hasteslowly/readiness/framework/strict"
)

// A Remark is one thing found, as often as it was.
type Remark struct {
	// Path is where it was found first, What it is.
	Path  string `json:"path"`
	What  string `json:"what"`
	Count int    `json:"count"`
}

// String gives the remark in one line.
func (r Remark) String() string {
	if r.Count > 1 {
		return fmt.Sprintf("%s (and %d more): %s", r.Path, r.Count-1, r.What)
	}
	return r.Path + ": " + r.What
}

// A Report lists what was found, in order.
type Report struct {
	// Losses are parts that are not carried over; Warnings departures that were understood.
	Losses   []Remark `json:"losses,omitempty"`
	Warnings []Remark `json:"warnings,omitempty"`
}

func (r *Report) lose(path, what string) { r.Losses = note(r.Losses, path, what) }
func (r *Report) warn(path, what string) { r.Warnings = note(r.Warnings, path, what) }

// maxRemarks bounds how many different remarks are kept; the rest are counted in the last.
const maxRemarks = 1000

// note counts a remark that was made before.
func note(list []Remark, path, what string) []Remark {
	i := slices.IndexFunc(list, func(r Remark) bool { return r.What == what })
	switch {
	case i >= 0:
		list[i].Count++
		return list
	case len(list) == maxRemarks:
		list[maxRemarks-1].Count++
		return list
	}
	return append(list, Remark{path, what, 1})
}

// refuse turns everything in the report into an error, for strict reading.
func (r *Report) refuse(input string) error {
	var problems []strict.Problem
	for _, x := range slices.Concat(r.Losses, r.Warnings) {
		problems = append(problems, strict.Problem{Path: x.Path, What: x.What, Cure: "correct the file, or read it without Strict"})
	}
	return strict.Fail(input, problems)
}

// Limits bound what is read; 0 takes the default.
type Limits struct {
	Entries    int   // files in an archive: 20,000
	EntryBytes int64 // of one, unpacked: 256 MiB
	TotalBytes int64 // of all, unpacked: 1 GiB
	Ratio      int64 // unpacked to packed, of one of more than a MiB: 200
	XMLBytes   int64 // of the project: 256 MiB
	Elements   int   // in it: 5,000,000
	Depth      int   // of nesting: 200
	// Strict refuses what would be a warning or a loss.
	Strict bool
}

func (l Limits) settled() Limits {
	set := func(x *int64, d int64) {
		if *x <= 0 {
			*x = d
		}
	}
	set(&l.EntryBytes, 256<<20)
	set(&l.TotalBytes, 1<<30)
	set(&l.Ratio, 200)
	set(&l.XMLBytes, 256<<20)
	for x, d := range map[*int]int{&l.Entries: 20_000, &l.Elements: 5_000_000, &l.Depth: 200} {
		if *x <= 0 {
			*x = d
		}
	}
	return l
}

// refused makes an error of one problem.
func refused(input, path, what, cure string) error {
	return strict.Fail(input, []strict.Problem{{Path: path, What: what, Cure: cure}})
}
